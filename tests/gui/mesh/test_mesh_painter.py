"""Drawing with OpenGL without a window."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from dimitra_studio.gui.mesh.gl_canvas import make_surface
from dimitra_studio.gui.mesh.mesh_painter import MeshPainter, MeshRequest, MeshSubject
from dimitra_studio.gui.mesh.orbit import Orbit
from dimitra_studio.gui.mesh.style import Style

DARK = (0.1, 0.2, 0.3)
STYLE = Style(
    texture="shaded", wireframe=False, landmarks=False, middle=DARK, border=DARK, lines=DARK,
    marks=(("points", DARK), ("oval", DARK), ("eyes", DARK), ("lips", DARK)), mark_size=4.0,
)  # fmt: skip
REQUEST = MeshRequest(None, 0.0, Orbit(), STYLE, (200, 160))


@pytest.fixture
def painter(qapp: QApplication) -> Iterator[MeshPainter]:
    if QGuiApplication.platformName() == "offscreen":
        pytest.skip("the offscreen platform has no OpenGL")
    painter = MeshPainter(make_surface())
    yield painter
    painter.close()


def draw(painter: MeshPainter, request: MeshRequest) -> np.ndarray:
    picture = painter.draw(request)
    assert picture is not None
    return picture.pixels.astype(int)


def test_without_a_person_there_is_no_picture(painter: MeshPainter) -> None:
    assert painter.draw(REQUEST) is None


def test_a_picture_has_the_size_and_the_background_asked_for(painter: MeshPainter) -> None:
    assert painter.set_subject(MeshSubject(None)).opengl
    picture = draw(painter, REQUEST)
    assert picture.shape == (160, 200, 4)
    assert np.abs(picture[3, 3, :3] - (77, 51, 26)).max() <= 2  # blue first
    assert draw(painter, replace(REQUEST, size=(50, 90))).shape == (90, 50, 4)


def test_smooth_edges_have_colours_between_head_and_background(painter: MeshPainter) -> None:
    painter.set_subject(MeshSubject(None))
    near = replace(REQUEST, orbit=Orbit(zoom=0.5))  # the bust ends within the picture
    smooth, rough = draw(painter, near), draw(painter, replace(near, smooth=False))
    edges = np.abs(smooth - rough).max(-1) > 8
    assert 50 < edges.sum() < 0.2 * edges.size
    np.testing.assert_array_equal(draw(painter, near), smooth)


def test_two_painters_do_not_disturb_each_other(painter: MeshPainter) -> None:
    painter.set_subject(MeshSubject(None))
    alone = draw(painter, REQUEST)
    other = MeshPainter(make_surface())
    other.set_subject(MeshSubject(None))
    draw(other, replace(REQUEST, size=(64, 64), orbit=Orbit(yaw=1.0)))
    np.testing.assert_array_equal(draw(painter, REQUEST), alone)
    other.close()
    np.testing.assert_array_equal(draw(painter, REQUEST), alone)
