"""The area of one row of the timeline, and the gestures of the mouse in it."""

from dataclasses import dataclass
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal

from dimitra_studio.gui.timeline.time_axis import TimeAxis


@dataclass(frozen=True, slots=True)
class TrackGesture:
    """Where the mouse is in a row.

    Args:
        time: seconds, inside the recording.
        height: 0 at the bottom to 1 at the top.
        pressed: seconds, where the drag began; the same as ``time`` for a click.
        x: logical pixels from the left edge.
        button: that was pressed.
        modifiers: keys that are held.
        start: first report of a drag.
        finish: last report of a drag, or a click.
        double: second click of a double click.
    """

    time: float
    height: float
    pressed: float
    x: float
    button: Qt.MouseButton = Qt.MouseButton.NoButton
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    start: bool = False
    finish: bool = False
    double: bool = False


class TrackBox(pg.ViewBox):  # type: ignore[misc]  # pyqtgraph has no types
    """Seconds from left to right, 0 to 1 from bottom to top; items in it get the mouse first.

    Args:
        axis: the visible time.
    """

    dragged = Signal(object)  # TrackGesture
    clicked = Signal(object)  # TrackGesture
    hovered = Signal(object)  # TrackGesture, or None when the mouse leaves

    def __init__(self, axis: TimeAxis) -> None:
        super().__init__(enableMouse=False, enableMenu=False, defaultPadding=0.0)
        self._axis = axis
        self.disableAutoRange()
        self.setYRange(0.0, 1.0, padding=0)

    def mouseDragEvent(self, event: Any, axis: int | None = None) -> None:  # noqa: ARG002
        """Report a drag that no item took."""
        event.accept()
        self.dragged.emit(
            self._gesture(event, event.buttonDownPos(), start=event.isStart(),
                          finish=event.isFinish())
        )  # fmt: skip

    def mouseClickEvent(self, event: Any) -> None:
        """Report a click that no item took."""
        event.accept()
        self.clicked.emit(self._gesture(event, event.pos(), finish=True, double=event.double()))

    def hoverEvent(self, event: Any) -> None:
        """Report where the mouse is."""
        self.hovered.emit(None if event.isExit() else self._gesture(event, event.pos()))

    def _gesture(self, event: Any, pressed: QPointF, **kinds: bool) -> TrackGesture:
        width, height = self.width(), max(self.height(), 1.0)
        button = event.button() if hasattr(event, "button") else Qt.MouseButton.NoButton
        return TrackGesture(
            time=self._axis.time_at(event.pos().x(), width),
            height=1 - event.pos().y() / height,
            pressed=self._axis.time_at(pressed.x(), width),
            x=event.pos().x(),
            button=button,
            modifiers=event.modifiers(),
            **kinds,
        )
