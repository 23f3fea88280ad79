"""What lies over the rows of the timeline: selection, markers, the value under the mouse."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from dimitra_studio.core.project import Marker
from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui import theme
from dimitra_studio.gui.timeline.pens import translucent
from dimitra_studio.gui.timeline.time_axis import TimeAxis

_GRIP_WIDTH, _GRIP_HEIGHT = 5, 22
_DOT = 3.5  # radius


class MarksOverlay(QWidget):
    """Lets the mouse through; rows beneath are not drawn anew when it changes.

    Args:
        axis: the visible time.
        parent: the widget that it covers a part of.
    """

    def __init__(self, axis: TimeAxis, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._axis = axis
        self._top = 0
        self._selection: Segment | None = None
        self._markers: tuple[Marker, ...] = ()
        self._dot: tuple[QPointF, QColor] | None = None
        axis.range_changed.connect(self._on_range_changed)
        theme.notifier().changed.connect(self.update)

    def set_top(self, top: int) -> None:
        """Leave out the ruler, which is this high."""
        self._top = top

    def set_selection(self, selection: Segment | None) -> None:
        """Show the selected range."""
        if selection != self._selection:
            self._update_selection()
            self._selection = selection
            self._update_selection()

    def set_markers(self, markers: tuple[Marker, ...]) -> None:
        """Show a line through the rows at each marker."""
        self._markers = markers
        self.update()

    def set_dot(self, place: QPointF | None, colour: QColor | None = None) -> None:
        """Mark the value that the mouse is over."""
        dot = None if place is None or colour is None else (place, colour)
        for shown in (self._dot, dot):
            if shown is not None:
                centre, reach = shown[0].toPoint(), round(_DOT) + 3
                self.update(QRect(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach))
        self._dot = dot

    def _on_range_changed(self) -> None:
        self._dot = None
        self.update()

    def _rect(self, selection: Segment) -> QRectF:
        left = self._axis.x_of(selection.start, self.width())
        right = self._axis.x_of(selection.end, self.width())
        return QRectF(left, 0, right - left, self.height())

    def _update_selection(self) -> None:
        if self._selection is not None:
            rect = self._rect(self._selection).toAlignedRect()
            self.update(rect.adjusted(-_GRIP_WIDTH, 0, _GRIP_WIDTH, 0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.colours()
        pen = QPen(translucent(colours.accent, 0.8))
        pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        for marker in self._markers:
            x = round(self._axis.x_of(marker.time, self.width()))
            if 0 <= x <= self.width():
                painter.drawLine(x, self._top, x, self.height())
        if self._selection is not None:
            self._paint_selection(painter, self._rect(self._selection))
        if self._dot is not None:
            place, colour = self._dot
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colours.base, 1.5))
            painter.setBrush(colour)
            painter.drawEllipse(place, _DOT, _DOT)
        painter.end()

    def _paint_selection(self, painter: QPainter, rect: QRectF) -> None:
        colours = theme.colours()
        painter.fillRect(rect, colours.selection)
        grip_top = self._top + 3
        painter.setPen(Qt.PenStyle.NoPen)
        for x in (rect.left(), rect.right()):
            if -_GRIP_WIDTH <= x <= self.width() + _GRIP_WIDTH:
                painter.fillRect(QRectF(round(x), 0, 1, self.height()), colours.accent)
                grip = QRectF(x - _GRIP_WIDTH / 2 + 0.5, grip_top, _GRIP_WIDTH, _GRIP_HEIGHT)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setBrush(colours.accent)
                painter.drawRoundedRect(grip, 2, 2)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
