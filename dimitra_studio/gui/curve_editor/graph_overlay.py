"""What moves over the graph all the time: playhead, readout and box; no curve is repainted."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from dimitra_studio.gui import theme
from dimitra_studio.gui.curve_editor.paper import translucent


class GraphOverlay(QWidget):
    """A clear sheet over the graph; asks only for the places that change to be painted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._plot = QRectF()
        self._playhead: float | None = None
        self._playhead_text = ""
        self._mark: QPointF | None = None
        self._mark_text = ""
        self._mark_colour = QColor()
        self._band: QRectF | None = None

    def set_plot(self, plot: QRectF) -> None:
        """Tell where the curves are."""
        self._plot = plot
        self.update()

    def set_playhead(self, x: float | None, text: str) -> None:
        """Show the playhead, with the value there written beside it."""
        if (x, text) != (self._playhead, self._playhead_text):
            self.update(self._playhead_area())
            self._playhead, self._playhead_text = x, text
            self.update(self._playhead_area())

    def set_mark(self, place: QPointF | None, text: str, colour: QColor) -> None:
        """Show what is under the pointer."""
        if (place, text) != (self._mark, self._mark_text):
            self.update(self._mark_area())
            self._mark, self._mark_text, self._mark_colour = place, text, colour
            self.update(self._mark_area())

    def set_band(self, band: QRectF | None) -> None:
        """Show the box of a selection that is being made."""
        for old in (self._band, band):
            if old is not None:
                self.update(old.toAlignedRect().adjusted(-2, -2, 2, 2))
        self._band = band

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.colours()
        if self._playhead is not None and self._is_seen(self._playhead):
            self._paint_playhead(painter, self._playhead)
        if self._band is not None:
            painter.setPen(QPen(colours.accent, 1, Qt.PenStyle.DashLine))
            painter.setBrush(translucent(colours.accent, 0.12))
            painter.drawRect(self._band & self._plot)
        if self._mark is not None:
            painter.setPen(QPen(colours.base, 1))
            painter.setBrush(self._mark_colour)
            reach = self._size()
            painter.drawEllipse(self._mark, reach, reach)
            box, text = self._label(self._mark, self._mark_text)
            self._paint_label(painter, box, text, colours.text)

    def _paint_playhead(self, painter: QPainter, x: float) -> None:
        colours, size = theme.colours(), 1.6 * self._size()
        top = self._plot.top()
        painter.setPen(QPen(colours.playhead, 1.5))
        painter.drawLine(QPointF(x, top), QPointF(x, self._plot.bottom()))
        painter.setBrush(colours.playhead)
        painter.setPen(Qt.PenStyle.NoPen)
        corners = [QPointF(x - size, top - size), QPointF(x + size, top - size), QPointF(x, top)]
        painter.drawPolygon(corners)
        if self._playhead_text:
            box, text = self._label(self._playhead_place(), self._playhead_text)
            self._paint_label(painter, box, text, colours.playhead)

    def _paint_label(self, painter: QPainter, box: QRectF, text: str, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(translucent(theme.colours().raised, 0.9))
        painter.drawRoundedRect(box, self._size() / 2, self._size() / 2)
        painter.setPen(colour)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _label(self, place: QPointF, text: str) -> tuple[QRectF, str]:
        """Where a text beside a place fits into the plot."""
        metrics, gap = QFontMetricsF(self.font()), 2 * self._size()
        width = metrics.horizontalAdvance(text) + 2 * gap
        height = metrics.height() * 1.25
        left = place.x() + gap
        if left + width > self._plot.right():
            left = place.x() - gap - width
        top = min(max(place.y() - height - gap, self._plot.top()), self._plot.bottom() - height)
        return QRectF(left, top, width, height), text

    def _playhead_place(self) -> QPointF:
        # at the bottom, where keys and the pointer's own readout are rarely in the way
        return QPointF(self._playhead or 0.0, self._plot.bottom() - self._size())

    def _playhead_area(self) -> QRect:
        if self._playhead is None:
            return QRect()
        size = 2 * self._size()
        line = QRectF(self._playhead - size, 0, 2 * size, self.height())
        box, _ = self._label(self._playhead_place(), self._playhead_text)
        return (line | box).toAlignedRect() if self._playhead_text else line.toAlignedRect()

    def _mark_area(self) -> QRect:
        if self._mark is None:
            return QRect()
        size = 2 * self._size()
        dot = QRectF(self._mark.x() - size, self._mark.y() - size, 2 * size, 2 * size)
        box, _ = self._label(self._mark, self._mark_text)
        return (dot | box).toAlignedRect().adjusted(-1, -1, 1, 1)

    def _is_seen(self, x: float) -> bool:
        return self._plot.left() - 1 <= x <= self._plot.right() + 1

    def _size(self) -> float:
        return QFontMetricsF(self.font()).height() / 5
