"""Curves and keys under mouse and keyboard."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dimitra_studio.core.curve_editing import Curve
from tests.gui.curve_editor.desk import Desk, send_move

Counted = Callable[[], dict[str, int]]

SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def changed_frames(before: Curve, after: Curve) -> tuple[int, int]:
    frames = np.flatnonzero(before != after)
    return int(frames[0]), int(frames[-1])


@pytest.fixture
def keyed(desk: Desk) -> Desk:
    desk.give_keys("jawOpen", 40, 80, 120)
    return desk


def test_dragged_key_is_shown_at_once_and_told_once(keyed: Desk, counted: Counted) -> None:
    before = keyed.curve().copy()
    start = keyed.place(80)
    target = keyed.place(90, float(before[80]) + 0.2)
    keyed.drag(start, start + QPoint(5, -5), target, release=False)
    assert "curves_changed" not in counted()
    assert keyed.view.shown.keys("jawOpen") == (40, 90, 120)
    QTest.mouseRelease(keyed.view.canvas, Qt.MouseButton.LeftButton, NONE, target)
    assert counted()["curves_changed"] == 1
    assert keyed.steps == ["Move a key of jawOpen"]
    assert keyed.keys() == (40, 90, 120)
    assert keyed.curve()[90] == pytest.approx(before[80] + 0.2, abs=0.01)
    first, last = changed_frames(before, keyed.curve())
    assert 40 < first < last < 120


def test_shift_holds_one_axis(keyed: Desk) -> None:
    before = keyed.curve().copy()
    start = keyed.place(80)
    end = start + QPoint(13, 40)
    keyed.drag(start, release=False)
    send_move(keyed.view.canvas, end, Qt.MouseButton.LeftButton, NONE)
    assert keyed.view.shown.keys("jawOpen") != (40, 80, 120)
    send_move(keyed.view.canvas, end, Qt.MouseButton.LeftButton, SHIFT)
    QTest.mouseRelease(keyed.view.canvas, Qt.MouseButton.LeftButton, SHIFT, end)
    assert keyed.keys() == (40, 80, 120)
    assert keyed.curve()[80] < before[80] - 0.05


def test_escape_puts_the_key_back(keyed: Desk, counted: Counted) -> None:
    before = keyed.curve().copy()
    start = keyed.place(80)
    keyed.drag(start, start + QPoint(30, -30), release=False)
    assert not np.array_equal(keyed.view.shown.curve("jawOpen"), before)
    QTest.keyClick(keyed.view.canvas, Qt.Key.Key_Escape)
    assert np.array_equal(keyed.view.shown.curve("jawOpen"), before)
    assert keyed.view.shown.keys("jawOpen") == (40, 80, 120)
    QTest.mouseRelease(keyed.view.canvas, Qt.MouseButton.LeftButton, NONE, start)
    assert "curves_changed" not in counted()


def test_key_stays_between_its_neighbours_and_limits(keyed: Desk) -> None:
    start = keyed.place(80)
    keyed.drag(start, keyed.place(150, 5.0))
    assert keyed.keys() == (40, 119, 120)
    assert keyed.curve()[119] == pytest.approx(1.0)
    assert keyed.curve().max() <= 1.0


def test_press_without_a_drag_changes_nothing(keyed: Desk, counted: Counted) -> None:
    keyed.drag(keyed.place(80))
    assert keyed.view.shown.selected_keys() == {"jawOpen": {80}}
    assert "curves_changed" not in counted()


def test_box_selects_and_shift_adds(keyed: Desk) -> None:
    keyed.drag(keyed.place(30, 1.02), keyed.place(90, -0.02))
    assert keyed.view.shown.selected_keys() == {"jawOpen": {40, 80}}
    keyed.drag(keyed.place(110, 1.02), keyed.place(130, -0.02), modifiers=SHIFT)
    assert keyed.view.shown.selected_keys() == {"jawOpen": {40, 80, 120}}
    keyed.drag(keyed.place(80), modifiers=SHIFT)
    assert keyed.view.shown.selected_keys() == {"jawOpen": {40, 120}}
    keyed.drag(keyed.place(60, 0.95))
    assert keyed.view.shown.selected_keys() == {}


def test_escape_in_a_box_keeps_what_was_selected(keyed: Desk) -> None:
    keyed.drag(keyed.place(80))
    keyed.drag(keyed.place(30, 1.02), keyed.place(60, -0.02), release=False)
    assert keyed.view.shown.selected_keys() == {"jawOpen": {40}}
    QTest.keyClick(keyed.view.canvas, Qt.Key.Key_Escape)
    assert keyed.view.shown.selected_keys() == {"jawOpen": {80}}


def test_selected_keys_move_together(keyed: Desk) -> None:
    before = keyed.curve().copy()
    keyed.drag(keyed.place(30, 1.02), keyed.place(90, -0.02))
    start = keyed.place(80)
    keyed.drag(start, start + QPoint(0, -30))
    assert keyed.steps == ["Move 2 keys of jawOpen"]
    risen = keyed.curve()[[40, 80]] - before[[40, 80]]
    assert risen[0] == pytest.approx(risen[1], abs=1e-5)
    assert risen[0] > 0.03


def test_snapped_key_stops_at_an_even_value(keyed: Desk) -> None:
    keyed.view.tools.action("snap").trigger()
    start = keyed.place(80)
    keyed.drag(start, start + QPoint(0, -37))
    step = keyed.view.canvas._snap_step()
    assert keyed.curve()[80] / step == pytest.approx(
        round(float(keyed.curve()[80]) / step), abs=1e-3
    )


def test_double_click_on_the_curve_adds_a_key(keyed: Desk) -> None:
    before = keyed.curve().copy()
    double_click(keyed, keyed.place(60))
    assert keyed.steps == ["Add a key to jawOpen"]
    assert keyed.keys() == (40, 60, 80, 120)
    assert np.array_equal(keyed.curve(), before)
    assert keyed.view.shown.selected_keys() == {"jawOpen": {60}}


def test_added_key_can_be_dragged_at_once(keyed: Desk) -> None:
    keyed.view.tool_add()
    before = keyed.curve().copy()
    start = keyed.place(60)
    keyed.drag(start, start + QPoint(0, -40))
    assert keyed.steps == ["Add a key to jawOpen"]
    assert keyed.keys() == (40, 60, 80, 120)
    assert keyed.curve()[60] > before[60] + 0.05


def test_stroke_becomes_the_curve(desk: Desk, counted: Counted) -> None:
    before = desk.curve().copy()
    desk.view.tool_draw()
    desk.drag(desk.place(50, 0.2), desk.place(60, 0.6), desk.place(70, 1.5))
    assert counted()["curves_changed"] == 1
    assert desk.steps == ["Draw jawOpen"]
    drawn = desk.curve()
    assert drawn[[50, 60, 70]].tolist() == pytest.approx([0.2, 0.6, 1.0], abs=0.01)
    assert np.all(np.diff(drawn[50:71]) > 0)
    assert changed_frames(before, drawn) == (50, 70)


def test_escape_takes_a_stroke_back(desk: Desk, counted: Counted) -> None:
    before = desk.curve().copy()
    desk.view.tool_draw()
    desk.drag(desk.place(50, 0.2), desk.place(60, 0.9), release=False)
    QTest.keyClick(desk.view.canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(desk.view.canvas, Qt.MouseButton.LeftButton, NONE, desk.place(60, 0.9))
    assert np.array_equal(desk.view.shown.curve("jawOpen"), before)
    assert "curves_changed" not in counted()


@pytest.mark.parametrize(
    ("key", "modifiers", "frames", "value"),
    [
        (Qt.Key.Key_Up, NONE, 0, 0.01),
        (Qt.Key.Key_Down, SHIFT, 0, -0.1),
        (Qt.Key.Key_Left, NONE, -1, 0.0),
        (Qt.Key.Key_Right, SHIFT, 10, 0.0),
    ],
)
def test_arrows_nudge(
    keyed: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier, frames: int, value: float
) -> None:
    before = float(keyed.curve()[80])
    keyed.drag(keyed.place(80))
    QTest.keyClick(keyed.view.canvas, key, modifiers)
    assert keyed.steps == ["Nudge a key of jawOpen"]
    assert keyed.keys() == (40, 80 + frames, 120)
    assert keyed.curve()[80 + frames] == pytest.approx(before + value, abs=1e-5)
    assert keyed.view.shown.selected_keys() == {"jawOpen": {80 + frames}}


def test_arrow_held_down_is_one_step(keyed: Desk) -> None:
    before = float(keyed.curve()[80])
    keyed.drag(keyed.place(80))
    for _ in range(5):
        QTest.keyPress(keyed.view.canvas, Qt.Key.Key_Up)
    assert keyed.steps == []
    QTest.keyRelease(keyed.view.canvas, Qt.Key.Key_Up)
    assert keyed.steps == ["Nudge a key of jawOpen"]
    assert keyed.curve()[80] == pytest.approx(before + 0.05, abs=1e-5)


def test_rotations_are_nudged_in_degrees(desk: Desk) -> None:
    desk.give_keys("headYaw", 50)
    desk.view.set_channels(["headYaw"], "headYaw")
    before = float(desk.curve("headYaw")[50])
    desk.view.select_all_keys()
    QTest.keyClick(desk.view.canvas, Qt.Key.Key_Up)
    assert np.degrees(desk.curve("headYaw")[50] - before) == pytest.approx(0.1, abs=1e-3)


def test_delete_deletes_the_selected_keys(keyed: Desk) -> None:
    keyed.drag(keyed.place(80))
    QTest.keyClick(keyed.view.canvas, Qt.Key.Key_Delete)
    assert keyed.steps == ["Delete a key of jawOpen"]
    assert keyed.keys() == (40, 120)


def test_arrows_are_left_to_the_window_when_no_key_is_selected(keyed: Desk, qtbot: QtBot) -> None:
    shortcut = QShortcut(QKeySequence(Qt.Key.Key_Left), keyed.view)
    frames = []
    shortcut.activated.connect(lambda: frames.append(-1))
    with qtbot.waitActive(keyed.view):
        keyed.view.activateWindow()
    keyed.view.canvas.setFocus()
    QTest.keyClick(keyed.view.canvas, Qt.Key.Key_Left)
    assert (frames, keyed.steps) == ([-1], [])
    keyed.drag(keyed.place(80))
    QTest.keyClick(keyed.view.canvas, Qt.Key.Key_Left)
    assert (frames, keyed.steps) == ([-1], ["Nudge a key of jawOpen"])


@pytest.mark.parametrize("tool", ["tool_select", "tool_add", "tool_draw"])
def test_locked_component_refuses(keyed: Desk, counted: Counted, tool: str) -> None:
    keyed.change(locks=frozenset({"lips"}))
    getattr(keyed.view, tool)()
    start = keyed.place(80)
    keyed.drag(start, start + QPoint(20, -40))
    double_click(keyed, keyed.place(60))
    assert "curves_changed" not in counted()
    for name in ("draw", "add", "smooth", "mirror", "paste", "reset"):
        action = keyed.view.tools.action(name)
        assert not action.isEnabled()
        assert "locked" in action.toolTip()


def test_linked_channels_are_edited_together(desk: Desk) -> None:
    desk.give_keys("mouthStretchLeft", 50, 100)
    desk.give_keys("mouthStretchRight", 50)
    desk.view.set_channels(["mouthStretchLeft", "mouthStretchRight"], "mouthStretchLeft")
    desk.view.tools.action("link").trigger()
    desk.view.select_all_keys()
    QTest.keyClick(desk.view.canvas, Qt.Key.Key_Right)
    assert desk.steps == ["Nudge 3 keys of 2 channels"]
    assert desk.keys("mouthStretchLeft") == (51, 101)
    assert desk.keys("mouthStretchRight") == (51,)


def double_click(desk: Desk, place: QPoint) -> None:
    canvas, button = desk.view.canvas, Qt.MouseButton.LeftButton
    QTest.mouseClick(canvas, button, NONE, place)
    QTest.mouseDClick(canvas, button, NONE, place)
    QTest.mouseRelease(canvas, button, NONE, place)
