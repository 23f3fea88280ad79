"""Head of the welcome page: name, two lines, and three curves."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QLinearGradient, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dimitra_studio.gui import theme
from dimitra_studio.gui.theme_colours import mixed

_CURVES = (("pose", 0.55, 1.6, 2.0), ("expression", 0.7, 4.3, 0.8), ("lips", 1.0, 11.0, 0.0))
"""Component, swing, waves across the page, phase."""

_BAND = 3.6  # height of the curves, in lines of text
_STEP = 3  # device-independent pixels between points of a curve
_LIGHT = 0.2  # share of the accent at the left end of the ground


class Banner(QWidget):
    """Says what the application does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = self.fontMetrics().height()
        sign = QLabel()
        side = round(line * 5)
        sign.setPixmap(theme.icon("app-icon").pixmap(QSize(side, side), self.devicePixelRatio()))
        title = QLabel("Dimitra Studio")
        font = QFont(title.font())
        font.setPointSizeF(font.pointSizeF() * 2.4)
        font.setBold(True)
        title.setFont(font)
        explanation = QLabel(
            self.tr(
                "A portrait and a recording become a talking head, with curves that you can edit."
                "\nCorrect the words, generate again what displeases, export video or curves."
            )
        )
        explanation.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(line // 3)
        words.addStretch()
        words.addWidget(title)
        words.addWidget(explanation)
        words.addStretch()
        layout = QHBoxLayout(self)
        space = round(line * 1.6)
        layout.setContentsMargins(space, space, space, round(line * _BAND))
        layout.setSpacing(space)
        layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(words, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, and the curves below the words."""
        colours = theme.colours()
        line = self.fontMetrics().height()
        area = QRectF(self.rect())
        ground = QLinearGradient(area.topLeft(), area.bottomRight())
        ground.setColorAt(0, mixed(colours.accent, colours.base, _LIGHT))
        ground.setColorAt(1, colours.base)
        frame = QPainterPath()
        frame.addRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), line * 0.8, line * 0.8)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colours.grid)
        painter.fillPath(frame, ground)
        painter.drawPath(frame)
        band = area.adjusted(0, area.height() - line * _BAND, 0, -line * 0.5)
        for component, *shape in _CURVES:
            painter.setPen(theme.pen(component, line / 9))
            painter.drawPath(_curve(band, *shape))
        painter.end()


def _curve(band: QRectF, swing: float, waves: float, phase: float) -> QPainterPath:
    """A line that speaks: bursts with rests between them, quiet at both ends."""
    path = QPainterPath()
    width, middle = band.width(), band.center().y()
    for index in range(math.ceil(width / _STEP) + 1):
        share = min(index * _STEP / width, 1.0)
        burst = math.sin(math.pi * share) ** 2 * math.sin(3.5 * math.pi * share + phase) ** 2
        wave = math.sin(2 * math.pi * waves * share + phase)
        point = QPointF(
            band.left() + share * width, middle - burst * wave * swing * band.height() / 2
        )
        if index:
            path.lineTo(point)
        else:
            path.moveTo(point)
    return path
