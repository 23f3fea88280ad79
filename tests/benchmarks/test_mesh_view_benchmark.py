"""How much time a frame of the mesh takes, against the processor's own way of drawing it."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture

from dimitra_studio.gui.mesh.gl_canvas import make_surface
from dimitra_studio.gui.mesh.mesh_painter import MeshPainter, MeshRequest, MeshSubject
from dimitra_studio.gui.mesh.orbit import Orbit
from dimitra_studio.gui.mesh.style import Style
from tests.render.portraits import curves_of, studio_rig

GREY = (0.2, 0.2, 0.2)
STYLE = Style(
    texture="skin", wireframe=False, landmarks=False, middle=GREY, border=GREY, lines=GREY,
    marks=(("points", GREY), ("oval", GREY), ("eyes", GREY), ("lips", GREY)), mark_size=4.0,
)  # fmt: skip


@pytest.fixture(params=["opengl", "processor"])
def painter(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[MeshPainter]:
    if request.param == "opengl" and QGuiApplication.platformName() == "offscreen":
        pytest.skip("the offscreen platform has no OpenGL")
    painter = MeshPainter(make_surface() if request.param == "opengl" else None)
    painter.set_subject(MeshSubject(None))
    yield painter
    painter.close()


@pytest.mark.benchmark(group="mesh view")
@pytest.mark.parametrize("side", [512, 700])
def test_frame(benchmark: BenchmarkFixture, painter: MeshPainter, side: int) -> None:
    steps = iter(range(1_000_000))

    def draw() -> np.ndarray:
        curves = curves_of(studio_rig(), jawOpen=next(steps) % 25 / 25)
        picture = painter.draw(MeshRequest(curves, 0.0, Orbit(), STYLE, (side, side)))
        assert picture is not None
        return picture.pixels

    assert benchmark(draw).shape[2] == 4
