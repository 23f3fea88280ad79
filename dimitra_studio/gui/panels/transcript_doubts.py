"""The words that somebody should listen to, below the transcript."""

import html
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from dimitra_studio.core.transcript import Word
from dimitra_studio.gui import theme
from dimitra_studio.gui.panels.icon_button import IconButton
from dimitra_studio.gui.panels.transcript_layout import bare, is_doubtful

_MOST = 5  # words that are listed


class TranscriptDoubts(QWidget):
    """Counts the doubtful words and lists the first of them; each can be gone to."""

    word_activated = Signal(int)  # its number
    previous_requested = Signal()
    next_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel()
        self._label.setObjectName("doubts")
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._previous = IconButton(
            "chevron-up",
            self.tr("Previous doubtful word"),
            self.tr("Go to the doubtful word before"),
        )
        self._next = IconButton(
            "chevron-down", self.tr("Next doubtful word"), self.tr("Go to the doubtful word after")
        )

        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._previous, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._next, 0, Qt.AlignmentFlag.AlignTop)

        self._label.linkActivated.connect(self._on_link_activated)
        theme.notifier().changed.connect(self._on_colours_changed)
        self._previous.clicked.connect(self.previous_requested)
        self._next.clicked.connect(self.next_requested)
        self.set_words(())

    def set_words(self, words: Sequence[Word]) -> None:
        """List the doubtful ones among the words of a transcript; without any, take no room."""
        doubtful = [number for number, word in enumerate(words) if is_doubtful(word)]
        self.setVisible(bool(doubtful))
        text = self._sentence(len(doubtful), words, doubtful)
        if text != self._label.text():
            self._label.setText(text)
            self._label.setAccessibleName(self.tr("Doubtful words"))

    def _sentence(self, n_doubtful: int, words: Sequence[Word], doubtful: Sequence[int]) -> str:
        estimated = sum(words[number].source == "estimated" for number in doubtful)
        if estimated > max(_MOST, len(words) // 2):
            return self.tr(
                "The times of {n} words are estimated; press Align to find them."
            ).format(n=estimated)
        links = [
            f'<a href="{number}">{html.escape(bare(words[number].text))}</a>'
            for number in doubtful[:_MOST]
        ]
        said = self.tr("1 word was not heard clearly: {words}")
        if n_doubtful != 1:
            said = self.tr("{n} words were not heard clearly: {words}")
        more = n_doubtful - len(links)
        listed = ", ".join(links)
        if more > 0:
            listed = self.tr("{words} and {n} more").format(words=listed, n=more)
        return said.format(n=n_doubtful, words=listed)

    def _on_colours_changed(self) -> None:
        text = self._label.text()
        self._label.clear()  # rich text keeps the colour that its links were made with
        self._label.setText(text)

    def _on_link_activated(self, link: str) -> None:
        self.word_activated.emit(int(link))
