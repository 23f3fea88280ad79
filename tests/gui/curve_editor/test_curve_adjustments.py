"""Amounts that are tried out before they are kept."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDoubleSpinBox, QSlider, QSpinBox

from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui.curve_editor.curve_editor_view import CurveEditorView
from tests.gui.curve_editor.desk import Desk

Counted = Callable[[], dict[str, int]]

MIDDLE = Segment(2.0, 4.0)  # frames 50 to 99


def amount_box(view: CurveEditorView) -> QDoubleSpinBox:
    return view.findChild(QDoubleSpinBox, "adjust_amount")


def test_smooth_is_tried_out_and_told_once(desk: Desk) -> None:
    desk.view.set_selection(MIDDLE)
    before = desk.curve().copy()
    desk.view.smooth()
    box = amount_box(desk.view)
    assert box.isVisible()
    box.setValue(4.0)
    tried = desk.view.shown.curve("jawOpen").copy()
    box.setValue(8.0)
    assert not np.array_equal(desk.view.shown.curve("jawOpen"), tried)
    assert desk.steps == []
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert desk.steps == ["Smooth jawOpen"]
    assert not box.isVisible()
    changed = np.flatnonzero(desk.curve() != before)
    assert (changed[0], changed[-1]) == (51, 98)


def test_escape_drops_what_was_tried_out(desk: Desk) -> None:
    before = desk.curve().copy()
    desk.view.offset()
    amount_box(desk.view).setValue(0.3)
    assert not np.array_equal(desk.view.shown.curve("jawOpen"), before)
    QTest.keyClick(amount_box(desk.view), Qt.Key.Key_Escape)
    assert np.array_equal(desk.view.shown.curve("jawOpen"), before)
    assert desk.steps == []


def test_press_on_the_graph_drops_what_was_tried_out(desk: Desk) -> None:
    desk.view.offset()
    amount_box(desk.view).setValue(0.3)
    desk.drag(desk.place(20, 0.9))
    assert desk.view.shown.preview is None
    assert not amount_box(desk.view).isVisible()


def test_amount_that_changes_nothing_is_no_step(desk: Desk) -> None:
    desk.view.scale()
    QTest.keyClick(amount_box(desk.view), Qt.Key.Key_Return)
    assert desk.steps == []


def test_slider_and_number_go_together(desk: Desk) -> None:
    desk.view.scale()
    slider = desk.view.findChild(QSlider, "adjust_slider")
    slider.setValue(50)
    assert amount_box(desk.view).value() == 50.0
    ratio = desk.view.shown.curve("jawOpen") / desk.curve()
    assert ratio == pytest.approx(0.5, abs=1e-4)


def test_offset_of_a_rotation_is_in_degrees_and_comes_in_slowly(desk: Desk) -> None:
    desk.view.set_channels(["headYaw"], "headYaw")
    desk.view.set_selection(MIDDLE)
    before = desk.curve("headYaw").copy()
    desk.view.offset()
    assert amount_box(desk.view).suffix() == "°"
    desk.view.findChild(QSpinBox, "adjust_ease").setValue(10)
    amount_box(desk.view).setValue(5.0)
    QTest.keyClick(amount_box(desk.view), Qt.Key.Key_Return)
    added = np.degrees(desk.curve("headYaw") - before)
    assert added[75] == pytest.approx(5.0, abs=1e-3)
    assert 0 < added[50] < 1
    assert desk.steps == ["Offset headYaw"]


def test_simplify_makes_keys_and_counts_them(desk: Desk) -> None:
    desk.view.simplify()
    amount_box(desk.view).setValue(0.05)
    QTest.keyClick(amount_box(desk.view), Qt.Key.Key_Return)
    assert len(desk.keys()) > 4
    assert desk.steps == [f"Simplify jawOpen to {len(desk.keys())} keys"]


def test_open_box_goes_on_with_another_motion(desk: Desk) -> None:
    desk.view.smooth()
    desk.change(pinned={"lips": (3, 4)})
    assert desk.view.shown.preview is not None
    desk.change(locks=frozenset({"lips"}))
    assert desk.view.shown.preview is None
    assert not amount_box(desk.view).isVisible()


def test_range_is_between_the_selected_keys(desk: Desk) -> None:
    desk.give_keys("jawOpen", 30, 60)
    desk.view.select_all_keys()
    before = desk.curve().copy()
    desk.view.smooth()
    amount_box(desk.view).setValue(5.0)
    QTest.keyClick(amount_box(desk.view), Qt.Key.Key_Return)
    changed = np.flatnonzero(desk.curve() != before)
    assert (changed[0], changed[-1]) == (31, 59)
