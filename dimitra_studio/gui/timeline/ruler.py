"""The ruler of the timeline: times, and the flags of the markers."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from dimitra_studio.core.project import Marker
from dimitra_studio.gui import theme
from dimitra_studio.gui.timeline.picture_widget import PictureWidget
from dimitra_studio.gui.timeline.ruler_ticks import SECONDS, UNITS, make_ticks
from dimitra_studio.gui.timeline.time_axis import TimeAxis

_FLAG = 5  # half the width of a flag
_DRAG = 3  # pixels before a press on a flag is a drag


class Ruler(PictureWidget):
    """Click to seek, drag to scrub; flags can be dragged, renamed and deleted.

    Args:
        axis: the visible time.
    """

    sought = Signal(float)  # seconds, at each step of a gesture
    scrub_started = Signal()
    scrub_finished = Signal()
    markers_changed = Signal(object)  # tuple[Marker, ...], once per gesture
    markers_previewed = Signal(object)  # tuple[Marker, ...], while a flag is dragged
    unit_changed = Signal(str)
    wheeled = Signal(object)  # QWheelEvent

    def __init__(self, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._axis = axis
        self._unit = SECONDS
        self._playhead = 0.0
        self._markers: tuple[Marker, ...] = ()
        self._chosen: int | None = None
        self._pressed: float | None = None  # x of a press on a flag
        self._dragged: tuple[Marker, ...] | None = None
        self._scrubbing = False
        self._editor = QLineEdit(self)
        self._editor.setAccessibleName(self.tr("Name of the marker"))
        self._editor.setToolTip(self.tr("Enter keeps the name, Esc the old one"))
        self._editor.hide()
        self._editor.editingFinished.connect(self._on_renamed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Ruler"))
        self.setToolTip(
            self.tr("Click to move the playhead, drag to scrub. Markers: drag, double-click or F2 "
                    "to rename, Delete to remove.")
        )  # fmt: skip
        axis.range_changed.connect(self._on_range_changed)
        theme.notifier().changed.connect(self.invalidate)

    @property
    def unit(self) -> str:
        return self._unit

    @property
    def markers(self) -> tuple[Marker, ...]:
        return self._markers

    def set_unit(self, unit: str) -> None:
        """Count in seconds, frames or timecode."""
        self._unit = unit if unit in UNITS else SECONDS
        self.invalidate()

    def set_markers(self, markers: tuple[Marker, ...]) -> None:
        """Show the flags of the project."""
        self._markers = markers
        if self._chosen is not None and self._chosen >= len(markers):
            self._chosen = None
        self.invalidate()

    def set_playhead(self, time: float) -> None:
        """Keys act on the marker at the playhead when none is chosen."""
        self._playhead = time

    def sizeHint(self) -> QSize:
        return QSize(200, round(self.fontMetrics().height() * 2.1))

    def _on_range_changed(self) -> None:
        self.invalidate()

    def draw(self, painter: QPainter) -> None:
        """Draw ticks, labels and flags."""
        colours = theme.colours()
        metrics = QFontMetricsF(self.font())
        width, height = self.width(), self.height()
        painter.fillRect(0, 0, width, height, self.palette().window())
        room = metrics.horizontalAdvance("00:00:00:00  ") * self._axis.span / max(width, 1)
        baseline = metrics.ascent() + 1
        for tick in make_ticks(self._axis.start, self._axis.end, room, self._unit):
            x = round(self._axis.x_of(tick.time, width))
            length = height * (0.42 if tick.label else 0.18)
            painter.fillRect(QRectF(x, height - length, 1, length), colours.border)
            if tick.label:
                painter.setPen(colours.dim_text)
                painter.drawText(QPointF(x + 4, baseline), tick.label)
        painter.fillRect(0, height - 1, width, 1, colours.border)
        for index, marker in enumerate(self._dragged or self._markers):
            self._draw_flag(painter, marker, chosen=index == self._chosen)

    def _draw_flag(self, painter: QPainter, marker: Marker, *, chosen: bool) -> None:
        colours = theme.colours()
        rect = self._flag(marker)
        if rect.right() < 0 or rect.left() > self.width():
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.accent)
        x, top, bottom = rect.left(), rect.top(), rect.bottom()
        tip = x + rect.width()
        shape = [
            (x, top),
            (tip, top),
            (tip - _FLAG, (top + bottom) / 2),
            (tip, bottom),
            (x, bottom),
        ]
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in shape]))
        painter.setPen(colours.on_accent)
        painter.drawText(rect.adjusted(4, 0, -_FLAG, 0), Qt.AlignmentFlag.AlignVCenter, marker.name)
        if chosen and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(colours.text)
            painter.drawRect(rect)
        painter.restore()

    def _flag(self, marker: Marker) -> QRectF:
        metrics = QFontMetricsF(self.font())
        height = metrics.height()
        width = metrics.horizontalAdvance(marker.name) + 2 * _FLAG + 5
        x = self._axis.x_of(marker.time, self.width())
        return QRectF(x, self.height() - height - 1, width, height)

    def _flag_at(self, place: QPointF) -> int | None:
        for index in reversed(range(len(self._markers))):
            if self._flag(self._markers[index]).adjusted(-2, 0, 0, 0).contains(place):
                return index
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._choose(self._flag_at(event.position()))
        if self._chosen is not None:
            self._pressed = event.position().x()
            return
        self._scrubbing = True
        self.scrub_started.emit()
        self.sought.emit(self._time(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._scrubbing:
            self.sought.emit(self._time(event))
        elif self._pressed is not None and self._chosen is not None:
            if self._dragged is None and abs(event.position().x() - self._pressed) < _DRAG:
                return
            markers = list(self._markers)
            markers[self._chosen] = replace(markers[self._chosen], time=self._time(event))
            self._dragged = tuple(markers)
            self.invalidate()
            self.markers_previewed.emit(self._dragged)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._scrubbing:
            self._scrubbing = False
            self.scrub_finished.emit()
        self._pressed = None
        if self._dragged is not None:
            dragged, self._dragged = self._dragged, None
            self._change(dragged)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self._flag_at(event.position())
        if index is not None:
            self._choose(index)
            self.rename_marker()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self._find_chosen() is not None:
            self.delete_marker()
        elif event.key() == Qt.Key.Key_F2 and self._find_chosen() is not None:
            self.rename_marker()
        elif event.key() == Qt.Key.Key_Escape and self._dragged is not None:
            self._dragged, self._pressed = None, None
            self.markers_previewed.emit(self._markers)
            self.invalidate()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.wheeled.emit(event)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._choose(self._flag_at(QPointF(event.pos())))
        if self._chosen is not None:
            menu.addAction(self.tr("Rename marker"), self.rename_marker)
            menu.addAction(self.tr("Delete marker"), self.delete_marker)
            menu.addSeparator()
        titles = (self.tr("Seconds"), self.tr("Frames"), self.tr("Timecode"))
        for unit, title in zip(UNITS, titles, strict=True):
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setChecked(unit == self._unit)
            action.setData(unit)
        menu.triggered.connect(self._on_unit_chosen)
        menu.popup(event.globalPos())

    def rename_marker(self) -> None:
        """Edit the name of the chosen marker in place."""
        index = self._find_chosen()
        if index is None:
            return
        self._chosen = index
        rect = self._flag(self._markers[index]).toAlignedRect()
        rect.setWidth(max(rect.width(), self.fontMetrics().averageCharWidth() * 16))
        self._editor.setGeometry(rect.adjusted(0, -2, 0, 1))
        self._editor.setText(self._markers[index].name)
        self._editor.selectAll()
        self._editor.show()
        self._editor.setFocus()

    def delete_marker(self) -> None:
        """Remove the chosen marker."""
        index = self._find_chosen()
        if index is not None:
            self._chosen = None
            self._change(self._markers[:index] + self._markers[index + 1 :])

    def _on_renamed(self) -> None:
        if self._editor.isHidden() or self._chosen is None:
            return
        self._editor.hide()
        self.setFocus()
        name, marker = self._editor.text().strip(), self._markers[self._chosen]
        if name and name != marker.name:
            renamed = replace(marker, name=name)
            self._change(
                (*self._markers[: self._chosen], renamed, *self._markers[self._chosen + 1 :])
            )

    def _on_unit_chosen(self, action: object) -> None:
        unit = action.data()  # type: ignore[attr-defined]
        if unit in UNITS:
            self.set_unit(unit)
            self.unit_changed.emit(unit)

    def _find_chosen(self) -> int | None:
        if self._chosen is not None:
            return self._chosen
        near = [i for i, m in enumerate(self._markers) if abs(m.time - self._playhead) < 0.02]
        return near[0] if near else None

    def _choose(self, index: int | None) -> None:
        self._chosen = index
        self.invalidate()

    def _change(self, markers: tuple[Marker, ...]) -> None:
        ordered = tuple(sorted(markers, key=lambda marker: marker.time))
        self.set_markers(ordered)
        self.markers_changed.emit(ordered)

    def _time(self, event: QMouseEvent) -> float:
        return self._axis.time_at(event.position().x(), self.width())
