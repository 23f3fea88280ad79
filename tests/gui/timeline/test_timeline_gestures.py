"""What the mouse and the keys do in the rows."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from dimitra_studio.core.project import Marker
from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui.timeline.timeline_view import TimelineView
from tests.gui.timeline.timeline_hand import Hand

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton


def test_a_click_on_the_ruler_seeks(view: TimelineView, hand: Hand, qtbot: QtBot) -> None:
    with qtbot.waitSignals([view.scrub_started, view.playhead_moved, view.scrub_finished],
                           order="strict"):  # fmt: skip
        qtbot.mouseClick(view.ruler, LEFT, pos=QPoint(hand.x_of(4.0), 5))
    assert view.axis.time_at(view.playhead.line, view.playhead.width()) == pytest.approx(
        4.0, abs=0.01
    )


def test_a_drag_on_the_ruler_scrubs(view: TimelineView, hand: Hand) -> None:
    times: list[float] = []
    view.playhead_moved.connect(times.append)
    hand.drag(view.ruler, QPoint(hand.x_of(1.0), 5), QPoint(hand.x_of(3.0), 5))
    assert times == sorted(times)
    assert (times[0], times[-1]) == pytest.approx((1.0, 3.0), abs=0.02)


@pytest.mark.parametrize("row", ["waveform", "words", "phonemes", "lips", "pose"])
def test_a_drag_selects_and_snaps_to_words(
    view: TimelineView, hand: Hand, qtbot: QtBot, row: str
) -> None:
    told: list[Segment | None] = []
    view.selection_changed.connect(told.append)
    hand.select(row, 2.13, 4.76)
    assert told == [Segment(2.2, 4.7)]


def test_alt_selects_freely(view: TimelineView, hand: Hand) -> None:
    told: list[Segment] = []
    view.selection_changed.connect(told.append)
    hand.select("waveform", 2.13, 4.76, modifiers=ALT)
    assert [told[0].start, told[0].end] == pytest.approx([2.13, 4.76], abs=0.01)
    assert len(told) == 1


def test_phonemes_count_when_zoomed_in(view: TimelineView, hand: Hand) -> None:
    view.set_view_range(2.0, 4.0)
    told: list[Segment] = []
    view.selection_changed.connect(told.append)
    hand.select("waveform", 2.44, 3.69)
    assert told == [Segment(2.45, 3.7)]


def test_an_end_of_the_selection_can_be_dragged(view: TimelineView, hand: Hand) -> None:
    view.set_selection(Segment(2.2, 4.7))
    told: list[Segment] = []
    view.selection_changed.connect(told.append)
    hand.select("waveform", 4.7, 6.72)
    hand.select("waveform", 2.2, 1.21)
    assert told == [Segment(2.2, 6.7), Segment(1.2, 6.7)]


def test_shift_click_extends(view: TimelineView, hand: Hand, qtbot: QtBot) -> None:
    view.set_selection(Segment(2.2, 4.7))
    with qtbot.waitSignal(view.selection_changed) as told:
        qtbot.mouseClick(hand.row("waveform"), LEFT, SHIFT, QPoint(hand.x_of(6.72), 4))
    assert told.args == [Segment(2.2, 6.7)]


def test_a_click_beside_the_selection_drops_it_and_seeks(
    view: TimelineView, hand: Hand, qtbot: QtBot
) -> None:
    view.set_selection(Segment(2.2, 4.7))
    told: list[object] = []
    view.selection_changed.connect(told.append)
    view.playhead_moved.connect(told.append)
    qtbot.mouseClick(hand.row("waveform"), LEFT, pos=QPoint(hand.x_of(8.0), 4))
    assert told == [None, pytest.approx(8.0, abs=0.01)]


def test_a_double_click_selects_the_word(view: TimelineView, hand: Hand, qtbot: QtBot) -> None:
    row, place = hand.row("words"), QPoint(hand.x_of(3.45), hand.row("words").height() // 2)
    with qtbot.waitSignal(view.selection_changed) as told:
        for kind in (
            QEvent.Type.MouseButtonPress,
            QEvent.Type.MouseButtonRelease,
            QEvent.Type.MouseButtonDblClick,
            QEvent.Type.MouseButtonRelease,
        ):
            hand.send(row, kind, place, LEFT)
    assert told.args == [Segment(3.2, 3.7)]


def test_escape_gives_up_a_drag_then_the_selection(
    view: TimelineView, hand: Hand, qtbot: QtBot
) -> None:
    view.set_selection(Segment(2.2, 4.7))
    row = hand.row("waveform")
    told: list[Segment | None] = []
    view.selection_changed.connect(told.append)
    hand.drag(row, QPoint(hand.x_of(6.0), 4), QPoint(hand.x_of(8.0), 4), release=False)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    hand.send(row, QEvent.Type.MouseButtonRelease, QPoint(hand.x_of(8.0), 4), LEFT)
    assert told == []
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert told == [None]


def test_control_wheel_keeps_the_time_under_the_mouse(view: TimelineView, hand: Hand) -> None:
    for row, time in (("waveform", 4.0), ("lips", 4.2), ("words", 3.9)):
        x = hand.x_of(time)
        under, span = view.axis.time_at(x, hand.row(row).width()), view.axis.span
        hand.wheel(hand.row(row), x, 2, CONTROL)
        assert view.axis.span < span
        assert view.axis.time_at(x, hand.row(row).width()) == pytest.approx(
            under, abs=view.axis.scale
        )


def test_wheel_pans_and_shift_pans_faster(view: TimelineView, hand: Hand, qtbot: QtBot) -> None:
    view.set_view_range(4.0, 5.0)
    with qtbot.waitSignal(view.view_range_changed):
        hand.wheel(hand.row("pose"), 50, -1)
    slow = view.axis.start - 4.0
    hand.wheel(hand.row("pose"), 50, -1, SHIFT)
    assert view.axis.start - 4.0 - slow > 2 * slow > 0


def test_shift_wheel_scrolls_rows_that_do_not_fit(view: TimelineView, hand: Hand) -> None:
    view.resize(1240, 200)
    hand.qtbot.wait(20)
    start = view.axis.start
    hand.wheel(hand.row("waveform"), 50, -1, SHIFT)
    assert view.stack.verticalScrollBar().value() > 0
    assert view.axis.start == start


def test_middle_drag_pans(view: TimelineView, hand: Hand) -> None:
    view.set_view_range(4.0, 6.0)
    hand.drag(hand.row("lips"), QPoint(600, 9), QPoint(500, 9), button=MIDDLE)
    moved = 100 / hand.row("lips").width() * 2.0
    assert view.axis.start == pytest.approx(4.0 + moved, abs=2 * view.axis.scale)


def test_zoom_back_undoes_a_burst_of_zooms(view: TimelineView, hand: Hand) -> None:
    view.set_view_range(2.0, 8.0)
    for _ in range(3):
        hand.wheel(hand.row("lips"), 300, 1, CONTROL)
    view.zoom_back()
    assert (view.axis.start, view.axis.end) == pytest.approx((2.0, 8.0), abs=0.02)


def test_commands_fit(view: TimelineView, qtbot: QtBot) -> None:
    view.set_selection(Segment(2.2, 4.7))
    with qtbot.waitSignal(view.view_range_changed):
        view.fit_selection()
    assert view.axis.start == pytest.approx(2.2 - 0.125, abs=0.01)
    view.zoom_in()
    view.fit_all()
    assert (view.axis.start, view.axis.end) == pytest.approx((0.0, 10.0))


def test_the_window_of_the_overview_pans_and_zooms(view: TimelineView, hand: Hand) -> None:
    view.set_view_range(2.0, 4.0)
    width = view.overview.width()
    hand.drag(view.overview, QPoint(round(0.3 * width), 8), QPoint(round(0.5 * width), 8))
    assert view.axis.start == pytest.approx(4.0, abs=0.05)
    hand.drag(view.overview, QPoint(round(0.6 * width), 8), QPoint(round(0.8 * width), 8))
    assert (view.axis.start, view.axis.end) == pytest.approx((4.0, 8.0), abs=0.05)
    view.zoom_back()
    assert view.axis.span == pytest.approx(2.0, abs=0.02)


def test_a_marker_is_dragged_renamed_and_deleted(
    view: TimelineView, hand: Hand, qtbot: QtBot
) -> None:
    view.set_markers((Marker(1.0, "one"), Marker(5.0, "two")))
    told: list[tuple[Marker, ...]] = []
    view.markers_changed.connect(told.append)
    low = view.ruler.height() - 6
    hand.drag(view.ruler, QPoint(hand.x_of(1.0) + 4, low), QPoint(hand.x_of(7.0), low))
    assert [marker.name for marker in told[-1]] == ["two", "one"]
    assert told[-1][1].time == pytest.approx(7.0, abs=0.02)

    place = QPoint(hand.x_of(5.0) + 4, low)
    hand.send(view.ruler, QEvent.Type.MouseButtonPress, place, LEFT)
    hand.send(view.ruler, QEvent.Type.MouseButtonRelease, place, LEFT)
    hand.send(view.ruler, QEvent.Type.MouseButtonDblClick, place, LEFT)
    field = view.ruler.findChild(QLineEdit)
    qtbot.keyClicks(field, "three")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [marker.name for marker in told[-1]] == ["three", "one"]

    qtbot.keyClick(view.ruler, Qt.Key.Key_Delete)
    assert [marker.name for marker in told[-1]] == ["one"]
    assert len(told) == 3


def test_keys_reach_the_marker_at_the_playhead(view: TimelineView, qtbot: QtBot) -> None:
    view.set_markers((Marker(1.0, "one"), Marker(5.0, "two")))
    view.set_playhead(5.0)
    with qtbot.waitSignal(view.markers_changed) as told:
        qtbot.keyClick(view.ruler, Qt.Key.Key_Delete)
    assert told.args == [(Marker(1.0, "one"),)]
