"""Large button with a sign, a name and a sentence."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from dimitra_studio.gui import theme
from dimitra_studio.gui.theme_colours import mixed

_HOVER = 0.14  # share of the accent below the pointer


class ActionCard(QAbstractButton):
    """One thing to begin with."""

    def __init__(
        self,
        icon: str,
        text: str,
        explanation: str,
        *,
        main: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Describe what it does.

        Args:
            icon: name of the sign.
            text: of the button.
            explanation: in a few words.
            main: it is what most people want.
            parent: owns the card.
        """
        super().__init__(parent)
        self.setText(text)
        self._icon_name, self._explanation, self._main = icon, explanation, main
        self.setToolTip(explanation)
        self.setAccessibleName(text)
        self.setAccessibleDescription(explanation)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as its sentence, and room around it."""
        line = self.fontMetrics().height()
        words = self.fontMetrics().horizontalAdvance(self._explanation)
        return QSize(words + round(line * 5.2), round(line * 4.2))

    def minimumSizeHint(self) -> QSize:
        """The sentence may be cut on a narrow window."""
        line = self.fontMetrics().height()
        return QSize(line * 12, round(line * 4.2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card."""
        colours = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self.fontMetrics().height()
        above = self.underMouse() or self.isDown()
        ground = mixed(colours.raised, colours.base, 0.5)
        if above:
            ground = mixed(colours.accent, ground, _HOVER)
        edge = colours.accent if above or self.hasFocus() or self._main else colours.border
        width = 2 if self.hasFocus() else 1
        painter.setPen(QPen(edge, width))
        painter.setBrush(colours.background if self.isDown() else ground)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(area, line * 0.5, line * 0.5)
        side = round(line * 1.9)
        sign = QRect(line, (self.height() - side) // 2, side, side)
        theme.icon(self._icon_name, "accent").paint(
            painter, sign, Qt.AlignmentFlag.AlignCenter, QIcon.Mode.Normal
        )
        left = sign.right() + line
        words = self.rect().adjusted(left, 0, -line, 0)
        middle = self.height() // 2
        painter.setPen(colours.text)
        painter.setFont(self._title_font())
        upper = QRect(words.left(), 0, words.width(), middle)
        flags = Qt.AlignmentFlag.AlignLeft
        painter.drawText(upper, flags | Qt.AlignmentFlag.AlignBottom, self.text())
        painter.setFont(self.font())
        painter.setPen(colours.dim_text)
        lower = QRect(words.left(), middle + line // 6, words.width(), middle)
        shown = self.fontMetrics().elidedText(
            self._explanation, Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(lower, flags | Qt.AlignmentFlag.AlignTop, shown)
        painter.end()

    def _title_font(self) -> QFont:
        font = self.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.12)
        return font
