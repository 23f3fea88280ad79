"""How the graph is painted: curves once into a picture, what moves on a sheet above it."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from dimitra_studio.gui import theme
from dimitra_studio.gui.curve_editor import paper
from dimitra_studio.gui.curve_editor.curve_painter import CurvePainter, channel_colour
from dimitra_studio.gui.curve_editor.graph_overlay import GraphOverlay
from dimitra_studio.gui.curve_editor.shown_curves import ShownCurves
from dimitra_studio.gui.curve_editor.units import unit_of
from dimitra_studio.gui.curve_editor.viewport import Viewport
from dimitra_studio.gui.decimals import decimal

_KEY = 0.32  # half the width of a key, in heights of a line
_REACH = 0.6  # how far from it a press still means it
_LABEL = "-00.00°"  # the widest on the value axis
_MOST_NAMES = 8  # in the legend


class GraphPicture(QWidget):
    """Paints what is shown; repaints curves only when they, or the view, have changed."""

    def __init__(self, shown: ShownCurves, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.shown = shown
        self.viewport = Viewport()
        self._picture: QPixmap | None = None
        self._overlay = GraphOverlay(self)
        self._playhead = 0.0
        self._pointer: QPointF | None = None
        theme.notifier().changed.connect(self.refresh)

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(40 * line, 16 * line)

    def minimumSizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(12 * line, 7 * line)

    def reach(self) -> float:
        """How far a press may miss, in pixels."""
        return _REACH * self.fontMetrics().height()

    def refresh(self) -> None:
        """Paint the curves anew."""
        self._picture = None
        self._place_playhead()
        self.show_mark(self._pointer)
        self.update()

    def set_playhead(self, time: float) -> None:
        """Show the playhead; no curve is painted."""
        self._playhead = time
        self._place_playhead()

    def show_band(self, band: QRectF | None) -> None:
        """Show the box of a selection that is being made."""
        self._overlay.set_band(band)

    def show_mark(self, place: QPointF | None) -> None:
        """Read out the frame of the active curve under the pointer."""
        self._pointer, shown = place, self.shown
        frame = self.viewport.frame(place.x(), shown.fps) if place else -1
        inside = place is not None and self.viewport.plot.contains(place)
        if not inside or not shown.active or not 0 <= frame < shown.n_frames:
            self._overlay.set_mark(None, "", QColor())
            return
        name, unit = shown.active, unit_of(shown.active)
        value = float(shown.curve(name)[frame])
        text = self.tr("{value} at {time} s, frame {frame}").format(
            value=unit.text(value), time=decimal((frame + 0.5) / shown.fps, 2), frame=frame
        )
        if shown.generated is not None:
            by = value - float(shown.generated.channel(name)[frame])
            if by:
                text = self.tr("{text} ({sign}{by} by hand)").format(
                    text=text, sign="+" if by > 0 else "", by=unit.text(by)
                )
        point = self.viewport.point(frame, value, shown.fps, unit)
        self._overlay.set_mark(point, text, channel_colour(shown, name))

    def leaveEvent(self, event: QEvent) -> None:
        self.show_mark(None)
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        kinds = (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange)
        if event.type() in kinds:
            self._lay_out()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            with QPainter(self._picture) as painter:
                self._paint(painter)
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._picture)
            if self.hasFocus():
                painter.setPen(theme.colours().accent)
                painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _lay_out(self) -> None:
        metrics = QFontMetricsF(self.font())
        left, top = metrics.horizontalAdvance(_LABEL), 1.4 * metrics.height()
        width, height = max(self.width() - left, 1.0), max(self.height() - top, 1.0)
        self.viewport.plot = QRectF(left, top, width, height)
        self._overlay.setGeometry(self.rect())
        self._overlay.set_plot(self.viewport.plot)
        self.refresh()

    def _paint(self, painter: QPainter) -> None:
        shown, viewport, colours = self.shown, self.viewport, theme.colours()
        metrics = QFontMetricsF(self.font())
        painter.setFont(self.font())
        painter.fillRect(self.rect(), colours.background)
        painter.fillRect(viewport.plot, colours.base)
        if shown.edited is None or not shown.active:
            self._paint_advice(painter)
            return
        paper.paint_grid(painter, viewport, shown, metrics)
        painter.setClipRect(viewport.plot)
        paper.paint_bands(painter, viewport, shown, metrics)
        CurvePainter(painter, viewport, shown).paint(_KEY * metrics.height())
        paper.paint_edited(painter, viewport, shown, metrics)
        self._paint_legend(painter, metrics)

    def _paint_advice(self, painter: QPainter) -> None:
        painter.setPen(theme.colours().dim_text)
        if self.shown.edited is None:
            text = self.tr("Generate or import a motion, then edit its curves here.")
        else:
            text = self.tr("Choose a channel from the list to see its curve.")
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.viewport.plot, flags, text)

    def _paint_legend(self, painter: QPainter, metrics: QFontMetricsF) -> None:
        """Names beside their lines; the active one first, and why it cannot be edited."""
        shown, plot, colours = self.shown, self.viewport.plot, theme.colours()
        names = [shown.active, *(name for name in shown.channels if name != shown.active)]
        line, gap = metrics.height() * 1.15, metrics.averageCharWidth()
        y = plot.top() + line
        for name in names[:_MOST_NAMES]:
            pen = theme.pen(shown.component(name), 2.0)
            if name == shown.active:
                pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(channel_colour(shown, name))
            painter.setPen(pen)
            left = plot.left() + 2 * gap
            painter.drawLine(QPointF(left, y), QPointF(left + 4 * gap, y))
            painter.setPen(colours.text if name == shown.active else colours.dim_text)
            text = self.tr("{name} (locked)") if shown.is_locked(name) else "{name}"
            place = QPointF(left + 5 * gap, y + metrics.ascent() / 2 - metrics.descent() / 2)
            painter.drawText(place, text.format(name=name))
            y += line
        if len(names) > _MOST_NAMES:
            painter.setPen(colours.dim_text)
            more = self.tr("and {count} more").format(count=len(names) - _MOST_NAMES)
            painter.drawText(QPointF(plot.left() + 7 * gap, y), more)

    def _place_playhead(self) -> None:
        shown = self.shown
        if shown.edited is None:
            self._overlay.set_playhead(None, "")
            return
        text = ""
        frame = min(int(self._playhead * shown.fps + 1e-6), shown.n_frames - 1)
        if shown.active:
            text = unit_of(shown.active).text(float(shown.curve(shown.active)[frame]))
        self._overlay.set_playhead(self.viewport.x(self._playhead), text)
