"""Moving about in the time that the rows show: wheel, drags, commands, following the playhead."""

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QWheelEvent

from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui.timeline.time_axis import TimeAxis
from dimitra_studio.gui.timeline.track_box import TrackGesture

STEP = 1.25
"""Zoom of one notch of the wheel, or one command."""

_NOTCH = 120.0  # Qt's eighths of a degree
_PAN = 0.1  # of the visible time for a notch
_FAST = 4.0  # with Shift
_PAUSE = 600  # milliseconds; zooms closer together are one to go back from
_REST = 120  # milliseconds after which the view has come to rest
_MARGIN = 0.1  # of the visible time left before the playhead when a page is turned
_PADDING = 0.05  # of a selection, shown to each side of it


class Navigation(QObject):
    """Gestures and commands of the user upon a ``TimeAxis``.

    Args:
        axis: the visible time.
        parent: owner.
    """

    moved = Signal()  # by the user
    settled = Signal()  # nothing has moved for a moment, whoever moved it

    def __init__(self, axis: TimeAxis, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.auto_scroll = True
        self._axis = axis
        self._playhead = 0.0
        self._playing = False
        self._grabbed: tuple[float, float] | None = None  # x and start at the press
        self._zooming = QTimer(self)
        self._zooming.setSingleShot(True)
        self._zooming.setInterval(_PAUSE)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.settled)
        axis.range_changed.connect(self._on_range_changed)

    def wheel(self, event: QWheelEvent, width: float, *, can_scroll: bool) -> QPoint:
        """Take a turn of the wheel.

        Args:
            event: what was turned.
            width: of the row, in logical pixels.
            can_scroll: the rows do not fit; Shift scrolls them then, and pans faster otherwise.

        Returns:
            How far the rows are to be scrolled.
        """
        turn, pixels = event.angleDelta(), event.pixelDelta()
        notches = (turn.y() or turn.x()) / _NOTCH
        modifiers = event.modifiers()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self.zoom(STEP**notches, self._axis.time_at(event.position().x(), width))
            return QPoint()
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if shift and can_scroll:
            return QPoint(0, round(-turn.y() or -turn.x()))
        if not pixels.isNull() and not shift:  # a touch pad moves what lies under the fingers
            seconds = -(pixels.x() or pixels.y()) * self._axis.span / max(width, 1.0)
        else:
            seconds = -notches * _PAN * self._axis.span * (_FAST if shift else 1.0)
        self._tell(self._axis.pan(seconds))
        return QPoint()

    def drag(self, gesture: TrackGesture, width: float) -> None:
        """Take part of a drag that moves the rows."""
        if gesture.start or self._grabbed is None:
            self._grabbed = (self._axis.x_of(gesture.pressed, width), self._axis.start)
        x, start = self._grabbed
        start -= (gesture.x - x) / max(width, 1.0) * self._axis.span
        self._tell(self._axis.show(start, start + self._axis.span))
        if gesture.finish:
            self._grabbed = None

    def zoom(self, factor: float, at: float) -> None:
        """Magnify around a time."""
        self.remember()
        self._tell(self._axis.zoom(factor, at))

    def zoom_in(self) -> None:
        """Magnify around the playhead, or around the middle when it is out of view."""
        self.zoom(STEP, self._centre())

    def zoom_out(self) -> None:
        """Show more time around the playhead, or around the middle."""
        self.zoom(1 / STEP, self._centre())

    def fit_all(self) -> None:
        """Show the whole recording."""
        self._go(0.0, self._axis.duration)

    def fit(self, segment: Segment | None) -> None:
        """Show a segment, with a little room beside it."""
        if segment is not None:
            room = (segment.end - segment.start) * _PADDING
            self._go(segment.start - room, segment.end + room)

    def back(self) -> None:
        """Show what was visible before the last zoom."""
        self._zooming.stop()
        self._tell(self._axis.back())

    def remember(self) -> None:
        """A zoom begins; those that follow at once belong to it."""
        if not self._zooming.isActive():
            self._axis.remember()
        self._zooming.start()

    def set_playing(self, playing: bool) -> None:
        """Follow the playhead while it runs."""
        self._playing = playing
        if playing and self.auto_scroll:
            self._turn_to(self._playhead)

    def set_playhead(self, time: float) -> None:
        """Follow, unless the user has moved the view away from the playhead."""
        before, self._playhead = self._playhead, time
        if self._playing and self.auto_scroll and self._shows(before):
            self._turn_to(time)

    def _shows(self, time: float) -> bool:
        return self._axis.start <= time <= self._axis.end

    def _turn_to(self, time: float) -> None:
        if not self._shows(time):
            start = time - _MARGIN * self._axis.span
            self._axis.show(start, start + self._axis.span)

    def _centre(self) -> float:
        if self._shows(self._playhead):
            return self._playhead
        return (self._axis.start + self._axis.end) / 2

    def _go(self, start: float, end: float) -> None:
        self._zooming.stop()
        self._axis.remember()
        self._tell(self._axis.show(start, end))

    def _tell(self, moved: bool) -> None:
        if moved:
            self.moved.emit()

    def _on_range_changed(self) -> None:
        self._rest.start()
