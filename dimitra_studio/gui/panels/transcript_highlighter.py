"""The looks of words in the transcript, apart from their text."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from dimitra_studio.gui import theme
from dimitra_studio.gui.panels.transcript_layout import (
    CHANGED,
    ESTIMATED,
    FAINT,
    HARDLY_HEARD,
    WordLayout,
)
from dimitra_studio.gui.theme_colours import mixed


class TranscriptHighlighter(QSyntaxHighlighter):
    """Tints changed words, underlines doubtful ones; works on the paragraphs that differ alone.

    Args:
        document: whose words they are.
        layout: where they stand.
    """

    def __init__(self, document: QTextDocument, layout: WordLayout) -> None:
        super().__init__(document)
        self._layout = layout
        self._styles: NDArray[np.int64] = np.zeros(0, dtype=np.int64)
        self._before = self._styles
        self._formats: dict[int, QTextCharFormat] = {}
        theme.notifier().changed.connect(self._on_colours_changed)

    @property
    def styles(self) -> NDArray[np.int64]:
        """The looks of each word."""
        return self._styles

    def set_styles(self, styles: NDArray[np.int64]) -> None:
        """Take the looks of other words, before the text is replaced by theirs."""
        self._before, self._styles = self._styles, styles

    def show_changes(self, n_same: int) -> None:
        """Show what is new after ``set_styles`` in paragraphs whose text is the same.

        Args:
            n_same: words at the beginning that are the same as before.
        """
        before, after = self._before, self._styles
        n_last = min(len(before), len(after)) - n_same
        differs = np.zeros(len(after), dtype=np.bool_)
        differs[:n_same] = before[:n_same] != after[:n_same]
        if n_last > 0:
            differs[-n_last:] = before[-n_last:] != after[-n_last:]
        self.show_words(np.flatnonzero(differs))

    def show_styles(self, styles: NDArray[np.int64]) -> None:
        """Show other looks of the same words."""
        self.set_styles(styles)
        same = len(self._before) == len(styles)
        self.show_words(np.flatnonzero(self._before != styles) if same else range(len(styles)))

    def show_words(self, numbers: Iterable[int]) -> None:
        """Show the looks of some words again."""
        end = -1
        for number in numbers:
            start = int(self._layout.starts[number])
            if start >= end:
                block = self.document().findBlock(start)
                end = block.position() + block.length()
                self.rehighlightBlock(block)

    def highlightBlock(self, text: str) -> None:  # noqa: ARG002
        """Called by Qt for each paragraph whose text or looks are others."""
        block = self.currentBlock()
        first = block.position()
        for number in self._layout.visible(first, first + block.length()):
            style = int(self._styles[number]) if number < len(self._styles) else 0
            if style:
                start = int(self._layout.starts[number])
                length = int(self._layout.ends[number]) - start
                self.setFormat(start - first, length, self._format(style))

    def _format(self, style: int) -> QTextCharFormat:
        if style not in self._formats:
            self._formats[style] = _make_format(style)
        return self._formats[style]

    def _on_colours_changed(self) -> None:
        self._formats.clear()
        self.rehighlight()


def _make_format(style: int) -> QTextCharFormat:
    colours = theme.colours()
    made = QTextCharFormat()
    underline = QTextCharFormat.UnderlineStyle
    if style & FAINT:
        made.setForeground(mixed(colours.text, colours.dim_text, 0.3))
    if style & HARDLY_HEARD:
        made.setBackground(colours.word_doubtful)
        made.setUnderlineStyle(underline.DotLine)
        made.setUnderlineColor(colours.text)
    if style & ESTIMATED:
        made.setUnderlineStyle(underline.WaveUnderline)
        made.setUnderlineColor(colours.error)
    if style & CHANGED:
        made.setBackground(colours.word_changed)
    return made
