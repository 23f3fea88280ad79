"""The word at the playhead and the selected range, marked over a text."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from dimitra_studio.gui import theme
from dimitra_studio.gui.panels.transcript_layout import WordLayout
from dimitra_studio.gui.theme_colours import mixed

_PRESENT = 0.4  # share of the playhead's colour behind the word that is said now


class TranscriptMarks(QObject):
    """Marks words of an editor without touching its text, its cursor or its undo.

    Args:
        editor: to mark words in.
        layout: where they stand.
    """

    def __init__(self, editor: QPlainTextEdit, layout: WordLayout) -> None:
        super().__init__(editor)
        self._editor, self._layout = editor, layout
        self._current: int | None = None
        self._range: tuple[int, int] | None = None
        theme.notifier().changed.connect(self.refresh)

    def show_current(self, number: int | None) -> bool:
        """Mark the word at the playhead; returns whether it is another one."""
        if number == self._current:
            return False
        self._current = number
        self.refresh()
        return True

    def show_range(self, words: tuple[int, int] | None) -> None:
        """Mark the first to the last of the selected words."""
        if words != self._range:
            self._range = words
            self.refresh()

    def refresh(self) -> None:
        """Mark again, after the words were laid out anew."""
        colours = theme.colours()
        marks: list[QTextEdit.ExtraSelection] = []
        if self._range is not None and (selected := self.cursor(*self._range)):
            marks.append(_mark(selected))
            marks[-1].format.setBackground(colours.selection)
        if self._current is not None and (present := self.cursor(self._current, self._current)):
            marks.append(_mark(present))
            marks[-1].format.setBackground(mixed(colours.playhead, colours.base, _PRESENT))
            marks[-1].format.setForeground(colours.text)
        self._editor.setExtraSelections(marks)

    def cursor(self, first: int, last: int) -> QTextCursor | None:
        """A cursor that selects words; None while one of them is being typed."""
        layout = self._layout
        if last >= len(layout.linked) or not (layout.linked[first] and layout.linked[last]):
            return None
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(int(layout.starts[first]))
        cursor.setPosition(int(layout.ends[last]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def scroll_to(self, number: int) -> None:
        """Bring a word into the middle of the view if it is outside."""
        cursor = self.cursor(number, number)
        if cursor is None or self._misses(cursor) == 0:
            return
        bar = self._editor.verticalScrollBar()
        bar.setValue(cursor.block().firstLineNumber())
        for _ in range(3):  # paragraphs that were never shown take their height only now
            bar.setValue(bar.value() + self._misses(cursor))

    def _misses(self, cursor: QTextCursor) -> int:
        """How many lines to scroll until a place is in the middle; 0 while it is in view."""
        place, height = self._editor.cursorRect(cursor), self._editor.viewport().height()
        if place.top() >= 0 and place.bottom() <= height:
            return 0
        return round((place.center().y() - height / 2) / max(1, place.height()))


def _mark(cursor: QTextCursor) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    mark.cursor = cursor
    return mark
