"""The playhead: a sheet of glass over the timeline with one line on it."""

from PySide6.QtCore import QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from dimitra_studio.gui import theme
from dimitra_studio.gui.timeline.time_axis import TimeAxis

_INTERVAL = 33  # milliseconds between two paints: 30 a second
_HEAD = 5  # half the width of the head


class PlayheadOverlay(QWidget):
    """Lets the mouse through and moves a line at most 30 times a second.

    Args:
        axis: the visible time.
        parent: the widget that it covers a part of.
    """

    shown = Signal(float)  # seconds, whenever the line has moved on

    def __init__(self, axis: TimeAxis, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._axis = axis
        self._time = 0.0
        self._painted = QRect()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_INTERVAL)
        self._timer.timeout.connect(self._on_interval_over)
        self._waiting = False
        axis.range_changed.connect(self._move)
        theme.notifier().changed.connect(self.update)

    @property
    def line(self) -> float:
        """Where the line is, in pixels from the left edge."""
        return self._axis.x_of(self._time, self.width())

    def set_time(self, time: float) -> None:
        """Show the playhead at ``time`` seconds, now or within the thirtieth of a second."""
        self._time = time
        if self._timer.isActive():
            self._waiting = True
            return
        self._start()

    def _start(self) -> None:
        self._timer.start()
        self._move()
        self.shown.emit(self._time)

    def _on_interval_over(self) -> None:
        if self._waiting:
            self._waiting = False
            self._start()

    def _move(self) -> None:
        here = self._strip()
        if here != self._painted:
            self.update(self._painted)
            self.update(here)
            self._painted = here

    def _strip(self) -> QRect:
        return QRect(round(self.line) - _HEAD - 1, 0, 2 * _HEAD + 3, self.height())

    def resizeEvent(self, _event: object) -> None:
        self._painted = self._strip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        x = round(self.line)
        if not -_HEAD <= x <= self.width() + _HEAD:
            return
        painter = QPainter(self)
        colour = theme.colours().playhead
        painter.fillRect(x, 0, 1, self.height(), colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        corners = ((-_HEAD, 0), (_HEAD, 0), (_HEAD, _HEAD), (0, 2 * _HEAD), (-_HEAD, _HEAD))
        painter.drawPolygon(QPolygonF([QPointF(x + 0.5 + dx, dy) for dx, dy in corners]))
        painter.end()
