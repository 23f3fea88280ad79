"""Looking at, and working in, the transcript panel as a user does."""

from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from dimitra_studio.core.transcript import Transcript, Word
from dimitra_studio.gui.panels.transcript_editor import TranscriptEditor
from dimitra_studio.gui.panels.transcript_panel import TranscriptPanel

TEXT = "Hello! I am only a picture, but please give me a voice."


def make_transcript(text: str = TEXT) -> Transcript:
    """Half a second for each word, of which the last tenth is silent."""
    words = tuple(
        Word(word, index * 0.5, index * 0.5 + 0.4) for index, word in enumerate(text.split())
    )
    return Transcript(words, len(words) * 0.5)


TRANSCRIPT = make_transcript()


def show_panel(qtbot: QtBot) -> TranscriptPanel:
    """A panel on the screen, with the cursor in its text."""
    QLocale.setDefault(QLocale.c())
    panel = TranscriptPanel()
    panel.resize(320, 600)
    qtbot.addWidget(panel)
    panel.set_transcript(TRANSCRIPT, ())
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    panel.focus_text()
    qtbot.waitUntil(editor(panel).hasFocus)
    return panel


def editor(panel: TranscriptPanel) -> TranscriptEditor:
    return panel.findChild(TranscriptEditor)


def button(panel: TranscriptPanel, name: str) -> QAbstractButton:
    return panel.findChild(QAbstractButton, name)


def point(panel: TranscriptPanel, word: str) -> QPoint:
    """The middle of a word in the editor's view."""
    at = editor(panel).toPlainText().index(word) + len(word) // 2
    cursor = QTextCursor(editor(panel).document())
    cursor.setPosition(at)
    return editor(panel).cursorRect(cursor).center()


def put_cursor(panel: TranscriptPanel, after: str) -> None:
    text = editor(panel)
    cursor = text.textCursor()
    cursor.setPosition(text.toPlainText().index(after) + len(after))
    text.setTextCursor(cursor)


def tinted(panel: TranscriptPanel) -> dict[str, str]:
    """The words that look unlike the others, with their background or underline."""
    found: dict[str, str] = {}
    block = editor(panel).document().firstBlock()
    while block.isValid():
        for item in block.layout().formats():
            word = block.text()[item.start : item.start + item.length]
            look = item.format.background().color().name()
            if item.format.background().style() == Qt.BrushStyle.NoBrush:
                look = item.format.underlineStyle().name
            found[word] = look
        block = block.next()
    return found


def marked(panel: TranscriptPanel) -> list[str]:
    return [mark.cursor.selectedText() for mark in editor(panel).extraSelections()]
