"""What the rows of words and of phonemes have in common: boxes whose borders can be dragged."""

from abc import abstractmethod
from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsItem,
    QGraphicsSceneHoverEvent,
    QGraphicsSceneMouseEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from dimitra_studio.gui import theme
from dimitra_studio.gui.theme_colours import mixed
from dimitra_studio.gui.timeline.border_drag import BorderDrag
from dimitra_studio.gui.timeline.paint_area import PaintArea
from dimitra_studio.gui.timeline.spans import Border, Spans
from dimitra_studio.gui.timeline.speech_style import BoxStyle, Labels, draw_box
from dimitra_studio.gui.timeline.strip_tiles import premultiplied, to_image

_LEAST_BOX = 4.0  # pixels a box, on average; with less the row is drawn as one strip
_ROUNDED_BOX = 12.0  # pixels; narrower boxes keep their corners
_REACH = 5.0  # pixels from a border within which the hand means it
_REACH_OF_BOX = 0.25  # and no more of the boxes beside it, so that each can still be clicked


class SpeechTierItem(pg.GraphicsObject):  # type: ignore[misc]
    """A row of boxes over time; x is seconds, y 0 to 1.

    The subclasses say what a box looks like and what a drag means. A press is taken only on a
    border: all others go to the view, which selects ranges.
    """

    border_dragged = Signal(object)  # float: seconds while a border is dragged; None at the end

    def __init__(self, *, shortest: float, longest: float) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setAcceptHoverEvents(True)
        self._shortest, self._longest = shortest, longest
        self._spans = Spans.from_times([], 0.0)
        self._texts: Sequence[str] = ()
        self._kinds: NDArray[np.uint8] = np.zeros(0, np.uint8)
        self._styles: tuple[BoxStyle, ...] = ()
        self._marked: dict[int, Spans] = {}  # by kind: those that must be seen from afar too
        self._drag: BorderDrag | None = None
        self._hovered: int | None = None
        self._current: int | None = None
        self._labels = Labels(QFont(QApplication.font()))
        theme.notifier().changed.connect(self._on_theme_changed)
        self._styles = self._make_styles()

    @property
    def dragging(self) -> bool:
        """Whether a border is in the hand."""
        return self._drag is not None

    def abort(self) -> bool:
        """Put a dragged border back; whether there was one."""
        if self._drag is None:
            return False
        self._end_drag()
        return True

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self._spans.duration, 1)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        if not len(self._spans):
            return
        area = PaintArea.open(painter, option, self.viewRect())
        if area is None:
            return
        spans = self._drag.spans if self._drag else self._spans
        visible = spans.within(area.start, area.end)
        if (visible.stop - visible.start) * _LEAST_BOX > area.right - area.left:
            self._paint_strip(painter, area)
        else:
            self._paint_boxes(painter, area, spans, visible)

    @abstractmethod
    def _make_styles(self) -> tuple[BoxStyle, ...]:
        """The look of each kind of box, in the present colours."""

    @abstractmethod
    def _tip(self, index: int) -> str:
        """What is said about a box under the mouse."""

    @abstractmethod
    def _finish(self, drag: BorderDrag) -> None:
        """Tell what a finished drag asks for."""

    def _paint_behind(self, painter: QPainter, area: PaintArea) -> None:
        """Paint what lies under the boxes."""

    def _show(
        self, spans: Spans, texts: Sequence[str], kinds: Sequence[int], marked: Sequence[int] = ()
    ) -> None:
        """Show other boxes.

        Args:
            spans: where they are.
            texts: what is written on them.
            kinds: index of the style of each.
            marked: kinds to be seen even when there is no room for single boxes.
        """
        self.abort()
        self.prepareGeometryChange()
        self._spans, self._texts = spans, texts
        self._kinds = np.array(kinds, dtype=np.uint8)
        self._marked = {
            kind: Spans(spans.starts[chosen], spans.ends[chosen], spans.duration)
            for kind in marked
            if (chosen := self._kinds == kind).any()
        }
        self._current = self._hovered = None
        self.informViewBoundsChanged()
        self.update()

    def _mark_current(self, index: int | None) -> None:
        if index != self._current:
            for changed in (self._current, index):
                self._update_box(changed)
            self._current = index

    def _paint_strip(self, painter: QPainter, area: PaintArea) -> None:
        """Show how densely the time is filled, column by column of pixels."""
        self._paint_behind(painter, area)
        n_columns = max(1, round((area.right - area.left) * area.ratio))
        borders = np.linspace(area.start, area.end, n_columns + 1)
        strength = 0.35 + 0.65 * self._spans.covered(borders)
        strength[self._spans.covered(borders) == 0] = 0
        pixels = premultiplied(self._styles[0].fill, strength)
        for kind, spans in self._marked.items():
            seen = spans.covered(borders) > 0
            pixels[seen] = premultiplied(self._styles[kind].fill, np.ones(1))[0]
        row = QRectF(area.left, area.top, area.right - area.left, area.height)
        painter.drawImage(row.adjusted(0, 1, 0, -1), to_image(pixels[None]))

    def _paint_boxes(
        self, painter: QPainter, area: PaintArea, spans: Spans, visible: slice
    ) -> None:
        colours = theme.colours()
        self._paint_behind(painter, area)
        painter.setFont(self._labels.font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lefts, rights = area.x(spans.starts[visible]), area.x(spans.ends[visible])
        lengths = spans.ends[visible] - spans.starts[visible]
        odd = (lengths < self._shortest) | (lengths > self._longest)
        shown = self._shown_columns(area)
        for place, index in enumerate(range(visible.start, visible.stop)):
            left, right = float(lefts[place]), float(rights[place])
            box = QRectF(left + 0.5, area.top + 1, max(1.0, right - left - 1), area.height - 2)
            style = self._styles[self._kinds[index]]
            if index in (self._current, self._hovered):
                style = self._lit(style, colours, current=index == self._current)
            draw_box(painter, box, style, rounded=box.width() >= _ROUNDED_BOX)
            if index == self._current:
                self._frame(painter, box, colours.accent)
            if box.width() >= self._labels.least:
                painter.setPen(colours.text)
                self._labels.draw(painter, self._texts[index], *shown, box)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for edge in {*lefts[odd].tolist(), *rights[odd].tolist()}:
            painter.fillRect(QRectF(edge - 1, area.top, 2, area.height), colours.error)
        if self._drag is not None:
            edge = float(area.x(np.array([self._drag.time]))[0])
            painter.fillRect(QRectF(edge - 1, area.top, 2, area.height), colours.accent)

    def _shown_columns(self, area: PaintArea) -> tuple[float, float]:
        """Edges of what the user sees, in pixels: labels must not move when a part is repainted."""
        shown = self.viewRect()
        if shown is None:
            return area.left, area.right
        return area.origin + shown.left() * area.scale, area.origin + shown.right() * area.scale

    @staticmethod
    def _lit(style: BoxStyle, colours: theme.Colours, *, current: bool) -> BoxStyle:
        other = colours.accent if current else colours.text
        fill = mixed(other, style.fill, 0.3 if current else 0.12)
        return BoxStyle(fill, style.hatch, style.underline, style.bar)

    @staticmethod
    def _frame(painter: QPainter, box: QRectF, colour: QColor) -> None:
        painter.setPen(colour)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))

    @Slot()
    def _on_theme_changed(self) -> None:
        self._styles = self._make_styles()
        self.update()

    # The mouse -----------------------------------------------------------------------------------

    def hoverMoveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        time = event.pos().x()
        border = self._border_at(time)
        self._hover(self._spans.at(time))
        if border is None:
            self.unsetCursor()
        else:
            self.setCursor(Qt.CursorShape.SizeHorCursor)

    def hoverLeaveEvent(self, _event: QGraphicsSceneHoverEvent) -> None:
        self._hover(None)
        self.unsetCursor()

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        time = event.pos().x()
        border = self._border_at(time)
        if event.button() != Qt.MouseButton.LeftButton or border is None:
            event.ignore()
            return
        pushing = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        self._drag = BorderDrag.begin(self._spans, border, time, pushing=pushing)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsFocusable)  # for Esc
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def mouseMoveEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        if self._drag is not None:
            self._drag = self._drag.moved(event.pos().x())
            self.border_dragged.emit(self._drag.time)
            self.update()

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        drag = self._drag
        if drag is not None and event.button() == Qt.MouseButton.LeftButton:
            self._end_drag()
            if drag.delta:
                self._finish(drag)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape or not self.abort():
            event.ignore()

    def sceneEvent(self, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.UngrabMouse:  # another window came up in the middle of a drag
            self.abort()
        if self._drag is not None and kind == QEvent.Type.ShortcutOverride:
            if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
                event.accept()  # before a shortcut of the window takes it
            return event.isAccepted()
        return bool(super().sceneEvent(event))

    def _end_drag(self) -> None:
        self._drag = None
        self.clearFocus()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsFocusable, enabled=False)
        self.border_dragged.emit(None)
        self.update()

    def _border_at(self, time: float) -> Border | None:
        """The border under the hand; None if there is none or the boxes are too narrow to tell."""
        pixel = self.pixelWidth()
        border = self._spans.nearest_border(time, _REACH * pixel) if len(self._spans) else None
        if border is None or border.time == time:
            return border
        beside = border.right if time > border.time else border.left
        if beside is None:
            return border
        room = float(self._spans.ends[beside] - self._spans.starts[beside]) * _REACH_OF_BOX
        return border if abs(time - border.time) <= max(room, pixel) else None

    def _hover(self, index: int | None) -> None:
        if index != self._hovered:
            for changed in (self._hovered, index):
                self._update_box(changed)
            self._hovered = index
            self.setToolTip("" if index is None else self._tip(index))

    def _update_box(self, index: int | None) -> None:
        if index is not None and index < len(self._spans):
            start, end = self._spans.starts[index], self._spans.ends[index]
            margin = 2 * (self.pixelWidth() or 0.0)
            self.update(QRectF(start - margin, 0, end - start + 2 * margin, 1))
