"""One notice of the stack at the bottom right."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QPropertyAnimation, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dimitra_studio.gui import theme

Level = Literal["info", "ok", "warning", "error"]

STAY = 7000
"""Milliseconds that information stays."""

_ROLES = {"info": "accent", "ok": "ok", "warning": "warning", "error": "error"}
_FADE = 400  # milliseconds
_BAR = 0.28  # width of the coloured edge, in lines of text


class Notice(QFrame):
    """A sentence with its level, perhaps with a button that helps."""

    dismissed = Signal(object)  # self
    details_requested = Signal(str, str)  # sentence, details

    def __init__(
        self,
        level: Level,
        sentence: str,
        *,
        action_text: str | None = None,
        action: Callable[[], None] | None = None,
        details: str | None = None,
        reduced_motion: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._level, self._sentence, self._count = level, sentence, 1
        self._action, self._details = action, details
        self._reduced_motion = reduced_motion
        self.setAccessibleName(sentence)
        self._sign = QLabel()
        self._text = QLabel(sentence)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._close = QToolButton()
        self._close.setText(self.tr("Dismiss"))
        self._close.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._close.setIcon(theme.icon("close"))
        self._close.setAccessibleName(self.tr("Dismiss: {notice}").format(notice=sentence))
        self._close.setToolTip(self.tr("Take this notice away"))
        self._lay_out(self._make_buttons(action_text))

        self._timer = QTimer(self, singleShot=True, interval=STAY)
        self._timer.timeout.connect(self._fade)
        self._fading: QPropertyAnimation | None = None
        self._effect = QGraphicsOpacityEffect(self)
        self._effect.setEnabled(False)  # it costs a picture of its own at every paint
        self.setGraphicsEffect(self._effect)
        self._close.clicked.connect(self.dismiss)
        theme.notifier().changed.connect(self._show_sign)
        self._show_sign()
        if self.fades:
            self._timer.start()

    @property
    def fades(self) -> bool:
        """Whether it goes away by itself."""
        return self._level in {"info", "ok"} and self._action is None

    @property
    def waiting(self) -> bool:
        """Whether the time that it stays is running."""
        return self._timer.isActive()

    @property
    def count(self) -> int:
        """How often it was said."""
        return self._count

    @property
    def sentence(self) -> str:
        return self._sentence

    @property
    def level(self) -> Level:
        return self._level

    def says(self, level: Level, sentence: str) -> bool:
        """Whether it would be the same."""
        return (self._level, self._sentence) == (level, sentence)

    def count_again(self) -> None:
        """Show that the same was said once more."""
        self._count += 1
        self._text.setText(
            self.tr("{sentence} ({count} times)").format(sentence=self._sentence, count=self._count)
        )
        self._stay()

    def dismiss(self) -> None:
        """Go away at once."""
        self._timer.stop()
        if self._fading is not None:
            self._fading.stop()
        self.dismissed.emit(self)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while pointed at."""
        self._hold()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go on fading."""
        self._stay()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape dismisses the notice that has the focus."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a card with an edge in the colour of the level."""
        colours = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self.fontMetrics().height()
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(colours.border, 1))
        painter.setBrush(colours.raised)
        painter.drawRoundedRect(area, line / 3, line / 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(getattr(colours, _ROLES[self._level]))
        bar = area.adjusted(line * 0.3, line * 0.4, 0, -line * 0.4)
        bar.setWidth(line * _BAR)
        painter.drawRoundedRect(bar, bar.width() / 2, bar.width() / 2)
        painter.end()

    def _make_buttons(self, action_text: str | None) -> list[QPushButton]:
        buttons = []
        if self._action is not None:
            act = QPushButton(action_text or self.tr("Do it"))
            act.clicked.connect(self._on_action)
            buttons.append(act)
        if self._details is not None:
            more = QPushButton(self.tr("Details"))
            more.setToolTip(self.tr("Show what lies behind this"))
            more.clicked.connect(self._on_details)
            buttons.append(more)
        for button in buttons:
            button.setAutoDefault(False)
        return buttons

    def _lay_out(self, buttons: list[QPushButton]) -> None:
        line = self.fontMetrics().height()
        words = QVBoxLayout()
        words.setSpacing(line // 2)
        words.addWidget(self._text)
        if buttons:
            row = QHBoxLayout()
            for button in buttons:
                row.addWidget(button)
            row.addStretch()
            words.addLayout(row)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(line, line // 2, line // 2, line // 2)
        layout.setSpacing(line // 2)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)

    def _show_sign(self) -> None:
        side = round(self.fontMetrics().height() * 1.25)
        sign = theme.icon(self._level, _ROLES[self._level])
        self._sign.setPixmap(sign.pixmap(QSize(side, side), self.devicePixelRatio()))
        self.update()

    def _hold(self) -> None:
        self._timer.stop()
        if self._fading is not None:
            self._fading.stop()
            self._fading = None
        self._effect.setEnabled(False)

    def _stay(self) -> None:
        self._hold()
        if self.fades:
            self._timer.start()

    def _fade(self) -> None:
        if self._reduced_motion:
            self.dismiss()
            return
        self._effect.setEnabled(True)
        self._fading = QPropertyAnimation(self._effect, b"opacity", self)
        self._fading.setDuration(_FADE)
        self._fading.setStartValue(1.0)
        self._fading.setEndValue(0.0)
        self._fading.finished.connect(self.dismiss)
        self._fading.start()

    def _on_action(self) -> None:
        self.dismiss()
        if self._action is not None:
            self._action()

    def _on_details(self) -> None:
        self.details_requested.emit(self._sentence, self._details or "")
