"""The whole recording in one strip, and the part of it that the rows show."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from dimitra_studio.core.project import Marker
from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui import theme
from dimitra_studio.gui.timeline.pens import translucent
from dimitra_studio.gui.timeline.picture_widget import PictureWidget
from dimitra_studio.gui.timeline.time_axis import MIN_SPAN, TimeAxis
from dimitra_studio.pipeline.sound_data import Envelope

_EDGE = 6  # pixels to each side of an edge of the window in which it can be taken
_LEAST = 8  # pixels of the window, so that it can be found


class OverviewBar(PictureWidget):
    """Drag the window to pan, its edges to zoom; a click elsewhere brings it there.

    Args:
        axis: the visible time; moved by the gestures.
    """

    moved = Signal()  # by the user, at each step of a gesture
    zoom_started = Signal()  # an edge was taken
    wheeled = Signal(object)  # QWheelEvent

    def __init__(self, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._axis = axis
        self._envelope: Envelope | None = None
        self._changed: tuple[Segment, ...] = ()
        self._markers: tuple[Marker, ...] = ()
        self._selection: Segment | None = None
        self._part = ""
        self._offset = 0.0
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Overview of the recording"))
        self.setToolTip(
            self.tr("The whole recording. Drag the window to pan, its edges to zoom; "
                    "double-click to show everything.")
        )  # fmt: skip
        axis.range_changed.connect(self._on_range_changed)
        theme.notifier().changed.connect(self.invalidate)

    def set_envelope(self, envelope: Envelope | None) -> None:
        """Show another recording."""
        self._envelope = envelope
        self.invalidate()

    def set_changed(self, segments: tuple[Segment, ...]) -> None:
        """Tint segments whose motion is out of date."""
        self._changed = segments
        self.invalidate()

    def set_markers(self, markers: tuple[Marker, ...]) -> None:
        """Show where the markers are."""
        self._markers = markers
        self.invalidate()

    def set_selection(self, selection: Segment | None) -> None:
        """Show where the selection is."""
        self._selection = selection
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, round(self.fontMetrics().height() * 1.6))

    def _on_range_changed(self) -> None:
        self.update()

    def _x(self, time: float) -> float:
        return time / self._axis.duration * self.width()

    def _window(self) -> QRectF:
        left, right = self._x(self._axis.start), self._x(self._axis.end)
        if right - left < _LEAST:
            middle = (left + right) / 2
            left, right = middle - _LEAST / 2, middle + _LEAST / 2
        return QRectF(left, 0, right - left, self.height())

    def draw(self, painter: QPainter) -> None:
        """Draw the recording; the window is painted over it."""
        colours = theme.colours()
        width, height = self.width(), self.height()
        painter.fillRect(0, 0, width, height, colours.base)
        for segment in self._changed:
            left, right = self._x(segment.start), self._x(segment.end)
            tint = QRectF(left, 0, max(right - left, 1), height)
            painter.fillRect(tint, translucent(colours.word_changed, 0.6))
        if self._envelope is not None and width > 1:
            columns = self._envelope.between(0.0, self._axis.duration, width)
            loudest = max(float(np.abs(columns).max()), 1e-3)
            half = (height - 4) / 2
            rows = height / 2 - columns / loudest * half + (0.5, 0.0)
            painter.setPen(colours.waveform)
            across = np.repeat(np.arange(len(rows)) + 0.5, 2)
            painter.drawPath(pg.arrayToQPath(across, rows.ravel(), connect="pairs"))
        painter.setPen(colours.accent)
        for marker in self._markers:
            x = round(self._x(marker.time))
            painter.drawLine(x, 0, x, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        colours = theme.colours()
        painter = QPainter(self)
        if self._selection is not None:
            left, right = self._x(self._selection.start), self._x(self._selection.end)
            chosen = QRectF(left, 0, max(right - left, 1), self.height())
            painter.fillRect(chosen, colours.selection)
        window = self._window()
        shade = translucent(self.palette().color(QPalette.ColorRole.Window), 0.65)
        painter.fillRect(QRectF(0, 0, window.left(), self.height()), shade)
        painter.fillRect(
            QRectF(window.right(), 0, self.width() - window.right(), self.height()), shade
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.accent, 1))
        painter.drawRoundedRect(window.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(QPen(colours.accent, 2))
        middle, grip = self.height() / 2, self.height() / 6
        for x in (window.left() + 2, window.right() - 2):
            painter.drawLine(QLineF(x, middle - grip, x, middle + grip))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        x = event.position().x()
        self._part = self._part_at(x)
        if not self._part:
            self._axis.show(
                self._time(x) - self._axis.span / 2, self._time(x) + self._axis.span / 2
            )
            self.moved.emit()
            self._part = "window"
        if self._part != "window":
            self.zoom_started.emit()
        self._offset = self._time(x) - self._axis.start

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        time = self._time(event.position().x())
        if not self._part:
            part = self._part_at(event.position().x())
            edge = part in ("start", "end")
            self.setCursor(Qt.CursorShape.SizeHorCursor if edge else Qt.CursorShape.ArrowCursor)
            return
        axis = self._axis
        if self._part == "start":
            axis.show(min(max(time, 0.0), axis.end - MIN_SPAN), axis.end)
        elif self._part == "end":
            axis.show(axis.start, max(time, axis.start + MIN_SPAN))
        else:
            axis.show(time - self._offset, time - self._offset + axis.span)
        self.moved.emit()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._part = ""

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.zoom_started.emit()
        self._axis.show(0.0, self._axis.duration)
        self.moved.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.wheeled.emit(event)
        event.accept()

    def _time(self, x: float) -> float:
        return x / max(self.width(), 1) * self._axis.duration

    def _part_at(self, x: float) -> str:
        window = self._window()
        if abs(x - window.left()) <= _EDGE and abs(x - window.left()) < abs(x - window.right()):
            return "start"
        if abs(x - window.right()) <= _EDGE:
            return "end"
        return "window" if window.left() <= x <= window.right() else ""
