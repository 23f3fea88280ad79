"""The talking portrait in a real window."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dimitra_studio.core.project import Media
from dimitra_studio.gui.preview.overlay import Badge
from dimitra_studio.gui.preview.portrait_view import PortraitView
from dimitra_studio.render.portrait import PortraitRenderer
from tests.gui.preview.faces import apart, drag, face, pixels, turn_wheel
from tests.render.portraits import changed, smiling, studio_rig


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[PortraitView]:
    view = PortraitView()
    qtbot.addWidget(view)
    view.resize(360, 400)
    view.show()
    qtbot.waitExposed(view)
    yield view
    view.stop()


def wait_for(view: PortraitView, qtbot: QtBot, time: float) -> None:
    """Until the picture of some time is painted."""
    with qtbot.waitSignal(
        view.frame_painted, timeout=20_000, check_params_cb=lambda shown: shown == time
    ):
        view.update()


def open_face(view: PortraitView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.frame_painted, timeout=20_000):
        view.set_portrait(face().media)


def test_the_frame_is_that_of_the_exported_video(view: PortraitView, qtbot: QtBot) -> None:
    open_face(view, qtbot)
    curves = changed(smiling(), jawOpen=0.5)
    view.show_curves(curves, 2.0)
    wait_for(view, qtbot, 2.0)
    expected = PortraitRenderer(smiling(), studio_rig()).frame(curves)
    np.testing.assert_array_equal(pixels(view.image), expected)


def test_in_a_burst_the_last_curves_win(view: PortraitView, qtbot: QtBot) -> None:
    open_face(view, qtbot)
    painted: list[float] = []
    view.frame_painted.connect(painted.append)
    for step in range(1, 101):
        view.show_curves(changed(smiling(), jawOpen=step / 200), step / 25)
    qtbot.waitUntil(lambda: 4.0 in painted, timeout=20_000)
    assert len(painted) < 20
    assert view.dropped > 80
    expected = PortraitRenderer(smiling(), studio_rig()).frame(changed(smiling(), jawOpen=0.5))
    np.testing.assert_array_equal(pixels(view.image), expected)


def test_the_same_curves_are_not_drawn_again(view: PortraitView, qtbot: QtBot) -> None:
    open_face(view, qtbot)
    curves = changed(smiling(), jawOpen=0.5)
    view.show_curves(curves, 1.0)
    wait_for(view, qtbot, 1.0)
    painted: list[float] = []
    view.frame_painted.connect(painted.append)
    view.show_curves(curves.copy(), 1.02)
    qtbot.wait(100)
    assert painted == []


def test_without_a_portrait_it_asks_for_one(view: PortraitView, qtbot: QtBot) -> None:
    empty = pixels(view.grab().toImage())
    assert len(np.unique(empty.reshape(-1, 3), axis=0)) > 3  # something is written
    open_face(view, qtbot)
    view.set_portrait(None)
    assert view.image.isNull()
    np.testing.assert_array_equal(pixels(view.grab().toImage()), empty)


def test_a_bad_picture_gives_one_sentence(view: PortraitView, qtbot: QtBot) -> None:
    failures: list[str] = []
    view.failed.connect(failures.append)
    view.set_portrait(Media("notes.txt", b"no picture"))
    qtbot.waitUntil(lambda: bool(failures), timeout=10_000)
    view.show_curves(changed(smiling(), jawOpen=0.2), 1.0)
    qtbot.wait(100)
    assert failures == ["notes.txt is not a picture; choose a JPEG or PNG file."]
    open_face(view, qtbot)  # and the next portrait is shown
    assert not view.image.isNull()


def test_landmarks_are_drawn_over_the_picture(view: PortraitView, qtbot: QtBot) -> None:
    open_face(view, qtbot)
    before = pixels(view.grab().toImage())
    with qtbot.waitSignal(view.frame_painted):
        view.set_landmarks(True)
    after = pixels(view.grab().toImage())
    assert apart(before, after) > 0.5
    with qtbot.waitSignal(view.frame_painted):
        view.set_landmarks(False)
    np.testing.assert_array_equal(pixels(view.grab().toImage()), before)


def test_the_badge_names_the_take(view: PortraitView, qtbot: QtBot) -> None:
    open_face(view, qtbot)
    before = pixels(view.grab().toImage())
    view.set_badge(Badge("B", "Take 2", other=True))
    after = pixels(view.grab().toImage())
    changed_at = np.argwhere(np.abs(before.astype(int) - after).max(-1) > 0)
    assert len(changed_at)
    assert changed_at.max(0)[0] < 60  # in the upper corner alone
    view.set_badge(None)
    np.testing.assert_array_equal(pixels(view.grab().toImage()), before)


def test_wheel_drag_and_double_click(view: PortraitView, qtbot: QtBot) -> None:
    open_face(view, qtbot)
    whole = pixels(view.grab().toImage())
    turn_wheel(view, QPointF(view.rect().center()), 4)
    near = pixels(view.grab().toImage())
    assert apart(whole, near) > 3.0
    drag(view, QPoint(40, 0))
    moved = pixels(view.grab().toImage())
    assert apart(moved[150:250, 100:300], near[150:250, 60:260]) < 1.0
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton)
    np.testing.assert_array_equal(pixels(view.grab().toImage()), whole)


def test_the_keyboard_zooms_and_moves(view: PortraitView, qtbot: QtBot) -> None:
    open_face(view, qtbot)
    whole = pixels(view.grab().toImage())
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_PageUp)
    near = pixels(view.grab().toImage())
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    moved = pixels(view.grab().toImage())
    assert apart(whole, near) > 3.0
    assert apart(near, moved) > 3.0
    view.reset_view()
    np.testing.assert_array_equal(pixels(view.grab().toImage()), whole)


def test_hidden_it_draws_nothing(view: PortraitView, qtbot: QtBot) -> None:
    open_face(view, qtbot)
    view.hide()
    painted: list[float] = []
    view.frame_painted.connect(painted.append)
    view.show_curves(changed(smiling(), jawOpen=0.4), 5.0)
    qtbot.wait(100)
    assert painted == []
    view.show()
    qtbot.waitUntil(lambda: painted == [5.0], timeout=10_000)
