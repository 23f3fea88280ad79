"""What is written upon pictures: badges, notes, the rate of frames."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from dimitra_studio.gui import theme
from dimitra_studio.gui.theme_colours import DARK, mixed

_PLATE = QColor(12, 13, 15, 175)
"""Behind text upon a photograph, which may have any colour: the same in every scheme."""
_ON_PLATE = QColor(240, 242, 245)


_SHADE = 114  # per cent by which canvases are darker than panels at their border


def backdrop() -> tuple[QColor, QColor]:
    """The colours behind pictures, in the middle and at the border."""
    colours = theme.colours()
    return mixed(colours.raised, colours.base, 0.7), colours.base.darker(_SHADE)


@dataclass(frozen=True, slots=True)
class Badge:
    """Which of two takes is shown.

    Args:
        letter: A or B.
        name: of what is shown.
        other: whether it is not the project itself.
    """

    letter: str
    name: str
    other: bool


def paint_badge(painter: QPainter, widget: QWidget, badge: Badge) -> None:
    """A letter and a name in the upper left corner."""
    bold = QFont(widget.font())
    bold.setBold(True)
    metrics, wide = QFontMetricsF(widget.font()), QFontMetricsF(bold)
    pad = 0.45 * metrics.height()
    height = metrics.height() + pad
    room = max(0.0, widget.width() - 5.0 * pad - height)
    name = metrics.elidedText(badge.name, Qt.TextElideMode.ElideMiddle, room)
    box = QRectF(pad, pad, height, height)
    plate = box.adjusted(0.0, 0.0, metrics.horizontalAdvance(name) + 2.0 * pad if name else 0.0, 0)
    radius = 0.25 * height
    colours = theme.colours()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_PLATE)
    painter.drawRoundedRect(plate, radius, radius)
    painter.setBrush(colours.accent if badge.other else colours.raised)
    painter.drawRoundedRect(box, radius, radius)
    painter.setFont(bold)
    painter.setPen(colours.on_accent if badge.other else colours.text)
    x = box.center().x() - 0.5 * wide.horizontalAdvance(badge.letter)
    baseline = box.center().y() + 0.5 * (wide.ascent() - wide.descent())
    painter.drawText(QPointF(x, baseline), badge.letter)
    painter.setFont(widget.font())
    painter.setPen(_ON_PLATE)
    painter.drawText(QPointF(box.right() + pad, baseline), name)


def paint_corner(painter: QPainter, widget: QWidget, text: str, *, warn: bool = False) -> None:
    """A short text in the lower right corner."""
    metrics = QFontMetricsF(widget.font())
    pad = 0.45 * metrics.height()
    width, height = metrics.horizontalAdvance(text) + 2.0 * pad, metrics.height() + pad
    plate = QRectF(widget.width() - width - pad, widget.height() - height - pad, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_PLATE)
    painter.drawRoundedRect(plate, 0.25 * height, 0.25 * height)
    painter.setFont(widget.font())
    painter.setPen(DARK.warning if warn else _ON_PLATE)
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)


def paint_message(painter: QPainter, widget: QWidget, text: str, *, error: bool = False) -> None:
    """A sentence in the middle."""
    colours = theme.colours()
    painter.setFont(widget.font())
    painter.setPen(colours.error if error else colours.dim_text)
    painter.drawText(_middle(widget), _FLAGS, text)


def paint_drop_place(painter: QPainter, widget: QWidget, title: str, hint: str) -> None:
    """The outline of a place that something can be dropped on."""
    colours = theme.colours()
    metrics = QFontMetricsF(widget.font())
    box = _middle(widget)
    side = min(box.width(), box.height(), 18.0 * metrics.height())
    frame = QRectF(0.0, 0.0, min(box.width(), 1.25 * side), side)
    frame.moveCenter(QRectF(widget.rect()).center())
    line = QPen(colours.border, 0.1 * metrics.height(), Qt.PenStyle.DashLine)
    painter.setPen(line)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame, metrics.height(), metrics.height())
    inner = frame.adjusted(*(metrics.height() * sign for sign in (1, 1, -1, -1)))
    large = QFont(widget.font())
    large.setPointSizeF(1.25 * widget.font().pointSizeF())
    title_height = QFontMetricsF(large).boundingRect(inner, int(_FLAGS), title).height()
    hint_height = metrics.boundingRect(inner, int(_FLAGS), hint).height()
    gap = 0.5 * metrics.height()
    top = inner.center().y() - 0.5 * (title_height + gap + hint_height)
    painter.setFont(large)
    painter.setPen(colours.text)
    painter.drawText(QRectF(inner.left(), top, inner.width(), title_height), _FLAGS, title)
    painter.setFont(widget.font())
    painter.setPen(colours.dim_text)
    top += title_height + gap
    painter.drawText(QRectF(inner.left(), top, inner.width(), hint_height), _FLAGS, hint)


_FLAGS = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


def _middle(widget: QWidget) -> QRectF:
    margin = 1.5 * QFontMetricsF(widget.font()).height()
    return QRectF(widget.rect()).adjusted(margin, margin, -margin, -margin)
