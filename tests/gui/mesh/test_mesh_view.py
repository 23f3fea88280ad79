"""The talking mesh in a real window."""

from collections.abc import Callable, Iterator
from itertools import count

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dimitra_studio.gui.mesh import mesh_view
from dimitra_studio.gui.mesh.mesh_view import MeshView
from dimitra_studio.gui.mesh.orbit import Orbit
from dimitra_studio.pipeline.preview import MeshSource, PortraitSource
from dimitra_studio.render.mesh import MeshRenderer
from tests.gui.preview.faces import apart, drag, face, pixels, turn_wheel
from tests.render.portraits import curves_of, smiling, studio_rig

SIZE = 320
_TIMES = count(1000.0)


@pytest.fixture
def opengl() -> None:
    if QGuiApplication.platformName() == "offscreen":
        pytest.skip("the offscreen platform has no OpenGL")


@pytest.fixture
def view(qtbot: QtBot, opengl: None) -> Iterator[MeshView]:
    yield from make_view(qtbot)


def make_view(qtbot: QtBot) -> Iterator[MeshView]:
    view = MeshView()
    qtbot.addWidget(view)
    view.resize(SIZE, SIZE)
    with qtbot.waitSignal(view.frame_painted, timeout=20_000):
        view.show()
    yield view
    view.stop()


def after(view: MeshView, qtbot: QtBot, change: Callable[[], object]) -> NDArray[np.uint8]:
    """The picture that a change leads to."""
    with qtbot.waitSignal(view.frame_painted, timeout=20_000):
        change()
    return pixels(view.image)


def shown(view: MeshView, qtbot: QtBot, **values: float) -> NDArray[np.uint8]:
    """The picture of some curves."""
    time = next(_TIMES)
    with qtbot.waitSignal(
        view.frame_painted, timeout=20_000, check_params_cb=lambda painted: painted == time
    ):
        view.show_curves(curves_of(studio_rig(), **values), time)
    return pixels(view.image)


def test_it_looks_like_exported_pictures(view: MeshView, qtbot: QtBot) -> None:
    picture = shown(view, qtbot, jawOpen=0.5, mouthSmile=0.4)
    with MeshRenderer(studio_rig(), size=(SIZE, SIZE), background=None, backend="cpu") as renderer:
        expected = renderer.frame(curves_of(studio_rig(), jawOpen=0.5, mouthSmile=0.4))
    head = expected[..., 3] == 255
    assert apart(picture[head], expected[head][:, :3]) < 2.0


def test_the_jaw_moves_the_mouth_and_not_the_forehead(view: MeshView, qtbot: QtBot) -> None:
    shut = shown(view, qtbot, mouthClose=0.01)
    wide = shown(view, qtbot, jawOpen=0.9)
    assert apart(shut[170:240, 130:190], wide[170:240, 130:190]) > 10.0
    assert np.abs(shut[20:90].astype(int) - wide[20:90]).max() <= 2


def test_teeth_and_tongue_are_seen_in_an_open_mouth(view: MeshView, qtbot: QtBot) -> None:
    view.set_orbit(Orbit(zoom=5.0, y=0.05))
    picture = shown(view, qtbot, jawOpen=0.8, mouthLowerDown=0.6).astype(int)
    red, green, blue = (picture[..., k] for k in range(3))
    tongue = (red > 110) & (red > 1.7 * green) & (red > 1.5 * blue)
    teeth = (green > 150) & (red - blue < 45)
    sealed = shown(view, qtbot, mouthClose=0.01).astype(int)
    none = (sealed[..., 1] > 150) & (sealed[..., 0] - sealed[..., 2] < 45)
    assert tongue.sum() > 500
    assert teeth.sum() > 200
    assert none.sum() < 0.1 * teeth.sum()


def test_eyes_move(view: MeshView, qtbot: QtBot) -> None:
    view.set_orbit(Orbit(zoom=4.0, y=-0.045))
    ahead = shown(view, qtbot, mouthClose=0.01)
    aside = shown(view, qtbot, eyeLookOutLeft=0.8, eyeLookInRight=0.8)
    assert apart(ahead, aside) > 1.0


def test_wireframe_landmarks_and_textures(view: MeshView, qtbot: QtBot) -> None:
    plain = shown(view, qtbot, jawOpen=0.2)
    lines = after(view, qtbot, lambda: view.set_wireframe(True))
    assert apart(plain, lines) > 1.0
    np.testing.assert_array_equal(after(view, qtbot, lambda: view.set_wireframe(False)), plain)
    marks = after(view, qtbot, lambda: view.set_landmarks(True))
    assert apart(plain, marks) > 0.3
    np.testing.assert_array_equal(after(view, qtbot, lambda: view.set_landmarks(False)), plain)
    clay = after(view, qtbot, lambda: view.set_texture("shaded")).astype(int)
    forehead = clay[95:110, 150:170].reshape(-1, 3).mean(0)
    skin = plain[95:110, 150:170].reshape(-1, 3).mean(0)
    assert np.ptp(forehead) < 0.7 * np.ptp(skin)


def test_the_photograph_is_laid_on_the_face(view: MeshView, qtbot: QtBot) -> None:
    source = PortraitSource(face().media)
    view.set_person(source.identity, source.photo)
    view.show_curves(source.curves, 7.0)
    with qtbot.waitSignal(
        view.frame_painted, timeout=20_000, check_params_cb=lambda painted: painted == 7.0
    ):
        view.update()
    skin = pixels(view.image)
    photo = after(view, qtbot, lambda: view.set_texture("photo"))
    assert apart(skin, photo) > 5.0
    mesh = MeshSource(source.identity)
    landmarks = mesh.landmarks(mesh.vertices(source.curves))
    clip = np.column_stack([landmarks, np.ones(478)]) @ view.orbit.matrix(SIZE, SIZE).T
    places = (clip[:, :2] / clip[:, 3:] * (1, -1) + 1) * SIZE / 2
    for index in (205, 425, 151, 4):  # cheeks, forehead, nose
        there = around(photo, places[index])
        assert apart(there, around(smiling().image, smiling().landmarks[index])) < 25.0


def around(picture: NDArray[np.uint8], place: NDArray) -> NDArray:
    """``(3,)`` mean colour around a pixel."""
    x, y = np.round(place).astype(int)
    return picture[y - 3 : y + 4, x - 3 : x + 4].mean((0, 1))


def test_a_person_has_a_face_of_their_own(view: MeshView, qtbot: QtBot) -> None:
    mean = pixels(view.image)
    person = after(view, qtbot, lambda: view.set_person(smiling().identity))
    assert apart(mean, person) > 2.0


def test_views(view: MeshView, qtbot: QtBot) -> None:
    front = pixels(view.image)
    left = after(view, qtbot, lambda: view.look_from("left"))
    right = after(view, qtbot, lambda: view.look_from("right"))
    assert apart(front, left) > 10.0
    assert apart(left, right) > 10.0
    np.testing.assert_array_equal(after(view, qtbot, view.reset_view), front)


def test_drag_turns_shift_moves_wheel_zooms(view: MeshView, qtbot: QtBot) -> None:
    none, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    by = QPoint(30, 0)
    front = pixels(view.image)
    assert apart(front, after(view, qtbot, lambda: drag(view, by, none))) > 3.0
    assert view.orbit.yaw < 0.0
    view.reset_view()
    drag(view, by, shift)
    assert view.orbit.x > 0.0
    assert view.orbit.yaw == 0.0
    view.reset_view()
    turn_wheel(view, QPointF(view.rect().center()) + QPointF(80, 0), 1)
    assert view.orbit.zoom > 1.1
    assert view.orbit.x < 0.0  # what is under the cursor stays there


def test_the_keyboard_turns_and_zooms(view: MeshView, qtbot: QtBot) -> None:
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert view.orbit.yaw > 0.0
    assert view.orbit.zoom > 1.0
    QTest.keyClick(view, Qt.Key.Key_Right)  # is the transport's
    assert view.orbit.yaw > 0.0


def test_in_a_burst_the_last_curves_win(view: MeshView, qtbot: QtBot) -> None:
    expected = shown(view, qtbot, jawOpen=1.0)
    shown(view, qtbot, jawOpen=0.0)
    painted: list[float] = []
    view.frame_painted.connect(painted.append)
    for step in range(1, 101):
        view.show_curves(curves_of(studio_rig(), jawOpen=step / 100), float(step))
    # A processor that plays a graphics card smooths the edges when all is at rest again.
    qtbot.waitUntil(lambda: np.array_equal(pixels(view.image), expected), timeout=20_000)
    assert painted[-1] == 100.0
    assert len(painted) < 20
    assert view.dropped > 80


def test_a_resized_view_is_drawn_pixel_upon_pixel(view: MeshView, qtbot: QtBot) -> None:
    after(view, qtbot, lambda: view.resize(400, 250))
    qtbot.waitUntil(lambda: view.image.size() == view.size(), timeout=10_000)
    grabbed = pixels(view.grab().toImage())
    np.testing.assert_array_equal(grabbed[:200], pixels(view.image)[:200])


def test_without_opengl_the_processor_draws(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mesh_view, "_make_surface", lambda: None)
    found: list[bool] = []
    view = MeshView()
    qtbot.addWidget(view)
    view.opengl_found.connect(found.append)
    view.resize(SIZE, SIZE)
    rest = after(view, qtbot, view.show)
    assert found == [False]
    assert apart(rest, shown(view, qtbot, jawOpen=0.9)) > 0.5
    side = after(view, qtbot, lambda: view.look_from("left"))
    assert apart(rest, side) > 5.0
    view.stop()


def test_curves_of_another_rig_give_one_sentence(view: MeshView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.failed) as failed:
        view.show_curves(np.zeros(7, np.float32), 0.0)
    assert failed.args is not None
    assert failed.args[0].startswith("The preview cannot be drawn: curves must be")
    assert failed.args[0].endswith(".")
    view.show_curves(None, 0.0)
    after(view, qtbot, lambda: view.set_person(None))
    assert not view.image.isNull()
