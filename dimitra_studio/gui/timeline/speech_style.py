"""How words and phonemes look: fills, marks and labels that stay readable."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPolygonF

_LEAST_LABEL = 0.9  # of the height of the font; a narrower box shows no text
_PADDING = 0.15  # of the height of the font, beside a label
_CACHED = 4096  # labels


@dataclass(frozen=True, slots=True)
class BoxStyle:
    """How one kind of box is drawn.

    Args:
        fill: its colour.
        hatch: laid over the fill, so that colour is not the only sign; None without.
        underline: a wavy line at the bottom; None without.
        bar: a solid line along the top; None without.
    """

    fill: QColor
    hatch: QColor | None = None
    underline: QColor | None = None
    bar: QColor | None = None


def draw_box(painter: QPainter, box: QRectF, style: BoxStyle, *, rounded: bool) -> None:
    """Fill a box and draw its marks."""
    if rounded:
        radius = min(box.height() / 8, 3.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.fill)
        painter.drawRoundedRect(box, radius, radius)
    else:
        painter.fillRect(box, style.fill)
    if style.hatch is not None:
        painter.fillRect(box, QBrush(style.hatch, Qt.BrushStyle.BDiagPattern))
    if style.bar is not None:
        painter.fillRect(QRectF(box.left(), box.top(), box.width(), 2), style.bar)
    if style.underline is not None:
        draw_wave(painter, box, style.underline)


def draw_wave(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """A wavy line along the bottom of a box, as under a misspelt word."""
    step, top = 3.0, box.bottom() - 4
    n_points = max(2, int(box.width() / step))
    points = [QPointF(box.left() + step * i, top + 2 * (i % 2)) for i in range(n_points)]
    painter.setPen(colour)
    painter.drawPolyline(QPolygonF(points))


class Labels:
    """Draws texts into boxes, shortened where they do not fit.

    Args:
        font: of all labels.
    """

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetricsF(font)
        self.least = self._metrics.height() * _LEAST_LABEL
        self._padding = self._metrics.height() * _PADDING
        # measuring a text costs more than drawing it
        self._fit: Callable[[str, int], tuple[str, float]] = lru_cache(_CACHED)(self._measure)

    def draw(self, painter: QPainter, text: str, left: float, right: float, box: QRectF) -> None:
        """Write a text in the middle of the visible part of a box.

        Args:
            painter: with font and pen set.
            text: what to write.
            left: edge of what is visible, in pixels.
            right: edge of what is visible, in pixels.
            box: where the text belongs.
        """
        left, right = max(left, box.left()), min(right, box.right())
        room = int(right - left - 2 * self._padding)
        if room <= 0:
            return
        shown, width = self._fit(text, room)
        baseline = box.center().y() + (self._metrics.ascent() - self._metrics.descent()) / 2
        if shown:
            painter.drawText(QPointF((left + right - width) / 2, baseline), shown)

    def _measure(self, text: str, room: int) -> tuple[str, float]:
        width = self._metrics.horizontalAdvance(text)
        if width <= room:
            return text, width
        shown = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        if len(shown) < 3:  # one letter and dots tell nothing
            return "", 0.0
        return shown, self._metrics.horizontalAdvance(shown)
