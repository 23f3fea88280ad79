"""Paints a take: its name over how it was made, and badges for what is shown from it."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from dimitra_studio.gui import theme
from dimitra_studio.gui.panels.component_names import component_letter
from dimitra_studio.gui.panels.take_item_model import (
    COMPARE,
    NAME,
    SUMMARY_ROLE,
    Index,
    component_of,
)

_State = Qt.CheckState


class TakeDelegate(QStyledItemDelegate):
    """Two lines in the first column, a badge in each of the others.

    A filled badge is what is shown, half a one what is shown in part, an outline what is not.
    """

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = option.fontMetrics.lineSpacing()
        width = 10 * line if index.column() == NAME else round(1.8 * line)
        return QSize(width, round(2.7 * line))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        if index.column() == NAME:
            self._paint_name(painter, option, index)
        else:
            self._paint_badge(painter, option, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colours().accent, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 3, 3)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """A click or Space on a badge is a choice; the name is not affected."""
        if index.column() == NAME:
            return super().editorEvent(event, model, option, index)
        clicked = (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
        )
        pressed = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if clicked or pressed:
            model.setData(index, _State.Checked, Qt.ItemDataRole.CheckStateRole)
            return True
        return False

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        height = editor.sizeHint().height()
        place = option.rect
        place.setTop(place.top() + max(0, (place.height() - height) // 2))
        place.setHeight(min(height, place.height()))
        editor.setGeometry(place)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            # the style has filled it with the accent, on which badges would not be seen
            painter.fillRect(option.rect, theme.colours().base)
            painter.fillRect(option.rect, _faint(theme.colours().accent, 0.22))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, _faint(theme.colours().text, 0.06))

    def _paint_name(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = option.fontMetrics.lineSpacing()
        room = option.rect.adjusted(line // 2, 0, -line // 4, 0)
        top = room.center().y() - line
        colours = theme.colours()
        texts = (
            (index.data(), option.palette.color(QPalette.ColorRole.Text)),
            (index.data(SUMMARY_ROLE), colours.dim_text),
        )
        for row, (text, colour) in enumerate(texts):
            painter.setPen(colour)
            shown = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            place = QRectF(room.left(), top + row * line, room.width(), line)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_badge(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = theme.colours()
        component = component_of(index.column())
        colour = colours.accent if component is None else getattr(colours, component)
        letter = self.tr("B") if component is None else component_letter(component)
        state = _State(index.data(Qt.ItemDataRole.CheckStateRole))
        side = 1.35 * option.fontMetrics.lineSpacing()
        badge = QRectF(0, 0, side, side)
        badge.moveCenter(QRectF(option.rect).center())
        corner = side / 2 if index.column() == COMPARE else side / 5
        outline = colours.border if state == _State.Unchecked else colour
        painter.setPen(QPen(outline, 1.2))
        painter.setBrush(colour if state == _State.Checked else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(badge, corner, corner)
        if state == _State.PartiallyChecked:
            painter.setBrush(colour)
            painter.setPen(Qt.PenStyle.NoPen)
            stripe = QRectF(badge)
            stripe.setTop(badge.bottom() - side / 4)
            painter.drawRoundedRect(stripe, corner / 2, corner / 2)
        font = painter.font()
        font.setBold(state == _State.Checked)
        painter.setFont(font)
        text = {_State.Checked: colours.base, _State.PartiallyChecked: colours.text}
        painter.setPen(text.get(state, colours.dim_text))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, letter)


def _faint(colour: QColor, opacity: float) -> QColor:
    shade = QColor(colour)
    shade.setAlphaF(opacity)
    return shade
