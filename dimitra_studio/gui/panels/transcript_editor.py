"""A text field whose words are those of the recording."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QToolTip, QWidget

from dimitra_studio.core.transcript import Word
from dimitra_studio.gui.panels.transcript_highlighter import TranscriptHighlighter
from dimitra_studio.gui.panels.transcript_layout import WordLayout, common_length, qt_length
from dimitra_studio.gui.panels.transcript_marks import TranscriptMarks
from dimitra_studio.gui.panels.transcript_sentences import describe_word

_PAUSE_MS = 300  # without a key, after which an edit is told
_LARGER = 1.12  # than the text of controls
_KEYS = QKeySequence.StandardKey


class TranscriptEditor(QPlainTextEdit):
    """Tells of whole edits, clicks on words and selected words; words are known by their numbers.

    Undo within an edit is the field's own. Once the edit is told, it is the document's.
    """

    typing_started = Signal()
    retyped = Signal(str)  # the whole text, once per edit
    draft_changed = Signal()
    word_clicked = Signal(int)
    words_selected = Signal(object)  # (first, last) | None
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transcript_text")
        self.setAccessibleName(self.tr("Transcript"))
        self.setTabChangesFocus(True)
        font = self.font()
        font.setPointSizeF(_LARGER * font.pointSizeF())  # it is read all day
        self.setFont(font)
        self.document().setDocumentMargin(self.fontMetrics().height() / 2)
        self._layout = WordLayout()
        self._tellable: Sequence[Word] = ()
        self._told = ""  # the text as others know it, words separated by single spaces
        self._is_draft = True
        self._is_typing = False
        self._is_shown_text = False  # the text is being replaced from outside
        self._pressed: QPoint | None = None
        self._selected: tuple[int, int] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.finish_typing)
        # Before the highlighter: it asks where the words stand when the text changes.
        self.document().contentsChange.connect(self._on_contents_change)
        self._highlighter = TranscriptHighlighter(self.document(), self._layout)
        self._marks = TranscriptMarks(self, self._layout)

    @property
    def is_typing(self) -> bool:
        """Whether an edit was not told yet."""
        return self._is_typing

    def show_draft(self) -> None:
        """Be an empty field in which a text can be prepared; its edits are not told."""
        if not self._is_draft:
            self._is_draft = True
            self._replace("", np.zeros(0, dtype=np.int64))

    def show_words(self, text: str, styles: NDArray[np.int64], words: Sequence[Word]) -> None:
        """Show the words of a transcript; only what differs is touched.

        An edit that was not told yet stays if the words are still those that it began with.

        Args:
            text: words separated by white space.
            styles: how each is shown, see ``transcript_layout``.
            words: what their tooltips tell.
        """
        self._tellable = words
        told = " ".join(text.split())
        if self._is_typing and not self._is_draft and told == self._told:
            self._highlighter.show_styles(styles)
            return
        was_draft, self._is_draft, self._told = self._is_draft, False, told
        if not was_draft and self._words() == told:
            self._stop_typing()
            self._link(styles)
        else:
            self._replace(text, styles)
            if was_draft:
                self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_current(self, number: int | None) -> None:
        """Mark the word at the playhead, and bring it into view unless somebody works here."""
        fresh = self._marks.show_current(number)
        if fresh and number is not None and not self._is_typing and self._pressed is None:
            self._marks.scroll_to(number)

    def show_range(self, words: tuple[int, int] | None) -> None:
        """Mark the first to the last word of a selected range of time."""
        self._marks.show_range(words)

    def select_word(self, number: int) -> None:
        """Put the cursor on a word, as by hand."""
        if cursor := self._marks.cursor(number, number):
            self.setTextCursor(cursor)
            self.centerCursor()
            self._tell_selection()

    def word_at_cursor(self) -> int | None:
        """The number of the word that the cursor is in."""
        return self._layout.at(self.textCursor().selectionStart())

    def text(self) -> str:
        """What is written, words separated by single spaces."""
        return self._words()

    def finish_typing(self) -> None:
        """Tell an edit now instead of after a pause."""
        if not self._is_typing:
            return
        self._stop_typing()
        text = self._words()
        if text == self._told:
            self._link(self._highlighter.styles)
            return
        self.document().clearUndoRedoStacks()
        self.retyped.emit(text)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window's commands unless there is an edit of our own."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (event.matches(_KEYS.Undo) or event.matches(_KEYS.Redo))
            and not self._has_own_history()
        ):
            event.ignore()
            return False
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self._word_under(event.pos())
            tip = ""
            if number is not None and number < len(self._tellable):
                tip = describe_word(self._tellable[number])
            QToolTip.showText(event.globalPos(), tip, self.viewport())
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._has_own_history() and event.matches(_KEYS.Undo):
            self.undo_requested.emit()
        elif not self._has_own_history() and event.matches(_KEYS.Redo):
            self.redo_requested.emit()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if not event.isAutoRepeat():
            self._tell_selection()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = event.position().toPoint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        here = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton or pressed is None:
            return
        self._tell_selection()
        is_click = (here - pressed).manhattanLength() < QApplication.startDragDistance()
        number = self._word_under(here)
        if is_click and number is not None and not self.textCursor().hasSelection():
            self.word_clicked.emit(number)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish_typing()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Files that are dropped are for the window."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def _stop_typing(self) -> None:
        self._is_typing = False
        self._pause.stop()

    def _has_own_history(self) -> bool:
        return self._is_typing or (self._is_draft and self.document().isUndoAvailable())

    def _words(self) -> str:
        return " ".join(self.toPlainText().split())

    def _on_contents_change(self, position: int, n_removed: int, n_added: int) -> None:
        if self._is_shown_text or n_removed == n_added == 0:
            return
        self._layout.edit(position, n_removed, n_added)
        if self._is_draft:
            self.draft_changed.emit()
            return
        if not self._is_typing:
            self._is_typing = True
            self.typing_started.emit()
        self._pause.start()

    def _link(self, styles: NDArray[np.int64]) -> None:
        """Join the words as they stand with those of the transcript again."""
        loose = np.flatnonzero(~self._layout.linked)
        same = len(self._layout.starts) == len(styles)
        self._layout.take_text(self.toPlainText())
        self._highlighter.show_styles(styles)
        if same:
            self._highlighter.show_words(loose)
        self._marks.refresh()

    def _replace(self, text: str, styles: NDArray[np.int64]) -> None:
        """Put another text in place by one edit of what differs."""
        self._stop_typing()
        old = self.toPlainText()
        head = common_length(old, text)
        tail = common_length(old[head:][::-1], text[head:][::-1])
        cursor = QTextCursor(self.document())
        cursor.setPosition(qt_length(old[:head]))
        cursor.setPosition(qt_length(old[: len(old) - tail]), QTextCursor.MoveMode.KeepAnchor)
        self._layout.take_text(text)
        self._highlighter.set_styles(styles)
        self._is_shown_text = True
        try:
            cursor.insertText(text[head : len(text) - tail])
        finally:
            self._is_shown_text = False
        self._highlighter.show_changes(len(old[:head].split()))
        self.document().clearUndoRedoStacks()
        self._marks.refresh()

    def _word_under(self, point: QPoint) -> int | None:
        cursor = self.cursorForPosition(point)
        number = self._layout.at(cursor.position())
        if number is None:
            return None
        place = self.cursorRect(cursor)
        aside = abs(point.x() - place.center().x()) > place.height()
        return None if point.y() > place.bottom() or aside else number

    def _tell_selection(self) -> None:
        cursor = self.textCursor()
        words = None
        if cursor.hasSelection():
            words = self._layout.between(cursor.selectionStart(), cursor.selectionEnd())
        if words != self._selected:
            self._selected = words
            self.words_selected.emit(words)
