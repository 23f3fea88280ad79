"""Commands of the graph editor."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDoubleSpinBox

from dimitra_studio.core.curve_editing import Curve
from dimitra_studio.core.edited_curves import set_curves
from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui.curve_editor.curve_editor_view import CurveEditorView
from tests.gui.curve_editor.desk import Desk

Counted = Callable[[], dict[str, int]]

MIDDLE = Segment(2.0, 4.0)  # frames 50 to 99


def amount_box(view: CurveEditorView) -> QDoubleSpinBox:
    return view.findChild(QDoubleSpinBox, "adjust_amount")


def test_copy_and_paste_in_time(desk: Desk) -> None:
    desk.give_keys("jawOpen", 60, 195)
    desk.view.set_selection(MIDDLE)
    desk.view.copy()
    copied = desk.curve()[50:100].copy()
    desk.view.set_playhead(170 / 25)
    desk.view.paste()
    assert desk.steps == ["Paste into jawOpen"]
    assert np.array_equal(desk.curve()[170:], copied[:30])  # cut off at the end
    assert desk.keys() == (60, 180)


def test_paste_between_channels_is_held_within_limits(desk: Desk) -> None:
    desk.change(edits=set_curves(desk.project, {"headYaw": -desk.curve("headYaw")}, {}).edits)
    desk.view.set_channels(["headYaw"], "headYaw")
    desk.view.set_selection(MIDDLE)
    desk.view.copy()
    assert desk.curve("headYaw")[50:100].min() < 0
    desk.view.set_channels(["jawOpen"], "jawOpen")
    desk.view.set_playhead(0.0)
    told: list[dict[str, Curve]] = []
    desk.view.curves_changed.connect(lambda _step, curves, _keys: told.append(curves))
    desk.view.paste()
    assert told[0]["jawOpen"].min() == 0.0
    assert np.array_equal(desk.curve()[:50], np.zeros(50))


def test_paste_mirrored_goes_to_the_other_side(desk: Desk) -> None:
    desk.view.set_channels(["eyeLookInLeft"], "eyeLookInLeft")
    desk.view.set_selection(MIDDLE)
    desk.view.copy()
    desk.view.set_playhead(2.0)
    desk.view.paste_mirrored()
    assert desk.steps == ["Paste mirrored into eyeLookInRight"]
    left, right = desk.curve("eyeLookInLeft"), desk.curve("eyeLookInRight")
    assert np.array_equal(left[50:100], right[50:100])


def test_head_that_is_pasted_mirrored_turns_the_other_way(desk: Desk) -> None:
    desk.view.set_channels(["headYaw"], "headYaw")
    desk.view.set_selection(MIDDLE)
    before = desk.curve("headYaw").copy()
    desk.view.copy()
    desk.view.set_playhead(2.0)
    desk.view.paste_mirrored()
    assert np.array_equal(desk.curve("headYaw")[50:100], -before[50:100])


def test_mirror_exchanges_the_sides(desk: Desk) -> None:
    desk.give_keys("mouthSmileLeft", 60, 150)
    desk.view.set_channels(["mouthSmileLeft"], "mouthSmileLeft")
    desk.view.set_selection(MIDDLE)
    left = desk.curve("mouthSmileLeft").copy()
    desk.view.mirror()
    assert desk.steps == ["Mirror mouthSmileLeft"]
    assert np.array_equal(desk.curve("mouthSmileRight")[50:100], left[50:100])
    assert (desk.keys("mouthSmileLeft"), desk.keys("mouthSmileRight")) == ((150,), (60,))
    desk.view.mirror()
    assert np.array_equal(desk.curve("mouthSmileLeft"), left)
    assert desk.keys("mouthSmileLeft") == (60, 150)


def test_key_at_the_playhead(desk: Desk) -> None:
    desk.view.set_playhead(2.41)
    desk.view.add_key_at_playhead()
    desk.view.add_key_at_playhead()  # it is there already
    assert desk.steps == ["Add a key to jawOpen"]
    assert desk.keys() == (60,)


def test_next_key_takes_the_playhead_along(desk: Desk) -> None:
    desk.give_keys("jawOpen", 40, 150)
    desk.view.set_view_range(0.0, 3.0)
    times: list[float] = []
    ranges: list[float] = []
    desk.view.playhead_moved.connect(times.append)
    desk.view.view_range_changed.connect(lambda start, _end: ranges.append(start))
    desk.view.next_key()
    assert ranges == []
    desk.view.next_key()
    desk.view.next_key()
    desk.view.previous_key()
    assert times == pytest.approx([40.5 / 25, 150.5 / 25, 40.5 / 25])
    assert len(ranges) == 2
    assert desk.view.shown.selected_keys() == {"jawOpen": {40}}


def test_reset_and_pin_ask_for_the_selected_range(desk: Desk) -> None:
    generated = desk.curve().copy()
    desk.view.offset()
    amount_box(desk.view).setValue(0.1)
    QTest.keyClick(amount_box(desk.view), Qt.Key.Key_Return)
    desk.view.set_selection(MIDDLE)
    desk.view.tools.action("pin").trigger()
    assert desk.project.pinned["lips"] == tuple(range(50, 100))
    desk.view.tools.action("unpin").trigger()
    assert desk.project.pinned == {}
    desk.view.tools.action("reset").trigger()
    assert np.array_equal(desk.curve()[50:100], generated[50:100])
    assert not np.array_equal(desk.curve()[100:], generated[100:])
    desk.view.set_selection(None)
    desk.view.reset()
    assert np.array_equal(desk.curve(), generated)
    assert not desk.view.tools.action("reset").isEnabled()
