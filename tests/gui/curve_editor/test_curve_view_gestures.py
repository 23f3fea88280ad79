"""The view of the graph under mouse and wheel."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from dimitra_studio.gui.curve_editor.units import SHAPE
from tests.gui.curve_editor.desk import Desk

Counted = Callable[[], dict[str, int]]

SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def test_click_on_another_curve_works_on_it(desk: Desk, counted: Counted) -> None:
    desk.view.set_channels(["jawOpen", "mouthPucker"], "jawOpen")
    gap = np.abs(desk.curve("jawOpen") - desk.curve("mouthPucker"))
    frame = int(gap[20:180].argmax()) + 20
    desk.drag(desk.place(frame, channel="mouthPucker"))
    assert desk.view.active_channel == "mouthPucker"
    assert counted() == {"channels_changed": 1}


def test_ruler_scrubs(desk: Desk) -> None:
    times: list[float] = []
    desk.view.playhead_moved.connect(times.append)
    x = desk.place(100).x()
    desk.drag(QPoint(x, 3), QPoint(x + 30, 3), QPoint(5000, 3))
    assert times[0] == pytest.approx(4.02, abs=0.03)
    assert times[0] < times[1] < times[2] == 8.0
    assert desk.steps == []


def test_wheel_pans_and_zooms(desk: Desk, counted: Counted) -> None:
    canvas, view = desk.view.canvas, desk.view
    place = desk.place(100)
    wheel(canvas, place, 120, Qt.KeyboardModifier.ControlModifier)
    start, end = view.view_range()
    assert end - start == pytest.approx(8 / 1.25)
    assert canvas.viewport.time(place.x()) == pytest.approx(4.02, abs=0.03)  # stays under the hand
    wheel(canvas, place, -120, NONE)
    assert view.view_range()[0] > start
    values = canvas.viewport.value(place.y(), SHAPE)
    wheel(canvas, place, 120, Qt.KeyboardModifier.AltModifier)
    assert canvas.viewport.value(place.y(), SHAPE) == pytest.approx(values)
    assert counted() == {"view_range_changed": 2}


def test_value_axis_is_dragged_to_zoom(desk: Desk, counted: Counted) -> None:
    low, high = desk.view.canvas.viewport.values(SHAPE)
    desk.drag(QPoint(5, 200), QPoint(5, 120))
    new_low, new_high = desk.view.canvas.viewport.values(SHAPE)
    assert new_high - new_low < 0.8 * (high - low)
    desk.view.fit_values()
    assert counted() == {}


def test_middle_button_drags_the_paper(desk: Desk) -> None:
    desk.view.set_view_range(2.0, 4.0)
    start = desk.place(75, 0.5)
    time = desk.view.canvas.viewport.time(start.x())
    end = start + QPoint(60, 25)
    desk.drag(start, end, button=Qt.MouseButton.MiddleButton)
    assert desk.view.canvas.viewport.time(end.x()) == pytest.approx(time)
    assert desk.view.canvas.viewport.value(end.y(), SHAPE) == pytest.approx(0.5, abs=0.01)


def wheel(canvas: QWidget, place: QPoint, angle: int, modifiers: Qt.KeyboardModifier) -> None:
    at = QPointF(place)
    event = QWheelEvent(
        at,
        QPointF(canvas.mapToGlobal(place)),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)
