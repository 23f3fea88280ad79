"""A quiet line of text that wraps."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

Tone = Literal["quiet", "plain", "warning", "error", "ok"]


class HintLabel(QLabel):
    """Says something beside the controls, in a colour that follows the scheme.

    The tone is never the only sign: the words say what is meant.
    """

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, tone: Tone = "quiet"
    ) -> None:
        super().__init__(text, parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)  # names of files and takes are no markup
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._tone: Tone = tone
        self._colour()

    @property
    def tone(self) -> Tone:
        return self._tone

    def show_text(self, text: str, tone: Tone = "quiet") -> None:
        """Say something else; nothing at all takes no room."""
        self._tone = tone
        self.setText(text)
        self.setVisible(bool(text))
        self._colour()

    def _colour(self) -> None:
        """Let the style sheet see the tone; a palette is lost when docks are arranged anew."""
        self.setProperty("tone", self._tone)
        self.style().unpolish(self)
        self.style().polish(self)
