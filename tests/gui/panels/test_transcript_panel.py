"""The transcript as a user types in it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QPlainTextEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from dimitra_studio.core.timeline import Segment
from dimitra_studio.core.transcript import Transcript
from dimitra_studio.core.transcript_editing import retype
from dimitra_studio.gui.panels.transcript_panel import TranscriptPanel
from tests.gui.panels.transcript_tools import (
    TEXT,
    TRANSCRIPT,
    button,
    editor,
    make_transcript,
    put_cursor,
    show_panel,
    tinted,
)


@pytest.fixture
def panel(qtbot: QtBot) -> TranscriptPanel:
    return show_panel(qtbot)


def test_setters_are_silent(panel: TranscriptPanel, qtbot: QtBot) -> None:
    signals = [
        panel.text_changed,
        panel.word_activated,
        panel.selection_changed,
        panel.typing_started,
        panel.mode_changed,
    ]
    with qtbot.assertNotEmitted(signals[0], wait=400):
        for signal in signals[1:]:
            signal.connect(pytest.fail)
        panel.set_transcript(retype(TRANSCRIPT, "Hello! I am a voice").transcript, ())
        panel.set_playhead(0.6)
        panel.set_selection(Segment(0.0, 1.2))
        panel.set_mode("correct")
        panel.set_busy("Aligning")
        panel.set_transcript(None, ())
        panel.set_transcript(TRANSCRIPT, (Segment(0.0, 1.0),))
    assert editor(panel).toPlainText() == TEXT


def test_a_burst_of_typing_is_told_once(panel: TranscriptPanel, qtbot: QtBot) -> None:
    started: list[bool] = []
    told: list[tuple[str, str]] = []
    panel.typing_started.connect(lambda: started.append(True))
    panel.text_changed.connect(lambda text, mode: told.append((text, mode)))
    put_cursor(panel, "only")
    qtbot.keyClicks(editor(panel), " just")
    assert (started, told) == ([True], [])
    qtbot.waitUntil(lambda: bool(told))
    qtbot.wait(400)
    assert told == [(TEXT.replace("only", "only just"), "change")]
    panel.set_mode("correct")
    qtbot.keyClick(editor(panel), Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1] == (TEXT.replace("only", "only jus"), "correct")
    assert started == [True, True]


def test_a_burst_ends_with_a_pause_of_three_tenths(panel: TranscriptPanel, qtbot: QtBot) -> None:
    (pause,) = (timer for timer in editor(panel).findChildren(QTimer) if timer.isSingleShot())
    with qtbot.waitSignal(pause.timeout, timeout=2000):
        qtbot.keyClicks(editor(panel), "x")
    assert pause.interval() == 300


def test_space_alone_is_no_edit(panel: TranscriptPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.text_changed, wait=400):
        put_cursor(panel, "only")
        qtbot.keyClick(editor(panel), Qt.Key.Key_Return)


def test_an_edit_is_told_before_the_mode_or_the_focus_changes(
    panel: TranscriptPanel, qtbot: QtBot
) -> None:
    told: list[str] = []
    panel.text_changed.connect(lambda _text, mode: told.append(mode))
    panel.mode_changed.connect(told.append)
    put_cursor(panel, "only")
    qtbot.keyClicks(editor(panel), "x")
    qtbot.mouseClick(button(panel, "mode_correct"), Qt.MouseButton.LeftButton)
    assert told == ["change", "correct"]
    assert panel.mode == "correct"


def test_words_shown_again_leave_the_cursor_where_it_is(
    panel: TranscriptPanel, qtbot: QtBot
) -> None:
    put_cursor(panel, "only")
    with qtbot.waitSignal(panel.text_changed) as told:
        qtbot.keyClicks(editor(panel), " just")
    done = retype(TRANSCRIPT, told.args[0])
    panel.set_transcript(done.transcript, done.changed)
    assert list(tinted(panel)) == ["just"]
    qtbot.keyClicks(editor(panel), " now")
    assert "only just now a" in editor(panel).toPlainText()


def test_new_times_do_not_disturb_what_is_being_typed(panel: TranscriptPanel, qtbot: QtBot) -> None:
    put_cursor(panel, "only")
    qtbot.keyClicks(editor(panel), " just")
    moved = Transcript(
        tuple(replace(w, start=w.start + 0.1, end=w.end + 0.1) for w in TRANSCRIPT.words), 7.0
    )
    with qtbot.waitSignal(panel.text_changed) as told:
        panel.set_transcript(moved, (Segment(5.6, 6.0),))
        assert "only just a" in editor(panel).toPlainText()
        assert list(tinted(panel)) == ["voice."]
    assert told.args[0] == TEXT.replace("only", "only just")


def test_undo_elsewhere_touches_only_what_differs(panel: TranscriptPanel) -> None:
    panel.set_transcript(make_transcript(TEXT.replace("picture,", "photograph,")), ())
    put_cursor(panel, "but please")
    panel.set_transcript(TRANSCRIPT, ())
    cursor = editor(panel).textCursor()
    assert editor(panel).toPlainText()[: cursor.position()].endswith("but please")
    assert not editor(panel).document().isUndoAvailable()


def test_undo_is_local_within_a_burst_and_the_documents_after(
    panel: TranscriptPanel, qtbot: QtBot
) -> None:
    asked: list[str] = []
    panel.undo_requested.connect(lambda: asked.append("undo"))
    panel.redo_requested.connect(lambda: asked.append("redo"))
    put_cursor(panel, "only")
    qtbot.keyClicks(editor(panel), "x")
    with qtbot.assertNotEmitted(panel.text_changed, wait=400):
        qtbot.keySequence(editor(panel), QKeySequence(QKeySequence.StandardKey.Undo))
    assert (editor(panel).toPlainText(), asked) == (TEXT, [])
    with qtbot.waitSignal(panel.text_changed):
        qtbot.keyClicks(editor(panel), "y")
    qtbot.keySequence(editor(panel), QKeySequence(QKeySequence.StandardKey.Undo))
    qtbot.keySequence(editor(panel), QKeySequence(QKeySequence.StandardKey.Redo))
    assert asked == ["undo", "redo"]
    assert "onlyy" in editor(panel).toPlainText()
    qtbot.keyClicks(editor(panel), "z")
    for _ in range(3):  # further back than the burst there is nothing of the field's own
        editor(panel).undo()
    assert "onlyy" in editor(panel).toPlainText()


def test_the_windows_undo_command_gets_the_key(panel: TranscriptPanel, qtbot: QtBot) -> None:
    shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), panel)
    with qtbot.waitSignal(shortcut.activated):
        qtbot.keySequence(editor(panel), QKeySequence(QKeySequence.StandardKey.Undo))
    qtbot.keyClicks(editor(panel), "x")
    with qtbot.assertNotEmitted(shortcut.activated):
        qtbot.keySequence(editor(panel), QKeySequence(QKeySequence.StandardKey.Undo))


def test_without_words_a_text_can_be_prepared_and_aligned(
    panel: TranscriptPanel, qtbot: QtBot
) -> None:
    panel.set_transcript(None, ())
    assert editor(panel).toPlainText() == ""
    align = button(panel, "align_draft")
    assert (align.isVisible(), align.isEnabled()) == (True, False)
    assert "Type or paste" in align.toolTip()
    with qtbot.assertNotEmitted(panel.text_changed, wait=400):
        qtbot.keyClicks(editor(panel), "Hi  there")
    assert align.isEnabled()
    with qtbot.waitSignal(panel.align_requested) as asked:
        qtbot.mouseClick(align, Qt.MouseButton.LeftButton)
    assert asked.args == ["Hi there"]
    with qtbot.waitSignal(panel.transcribe_requested):
        qtbot.mouseClick(button(panel, "invite_transcribe"), Qt.MouseButton.LeftButton)
    panel.set_availability("There is no recording yet; drop one into the window.")
    assert not align.isEnabled()
    assert "no recording" in button(panel, "invite_transcribe").toolTip()


def test_buttons_ask_and_say_why_they_cannot(panel: TranscriptPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.align_requested) as asked:
        qtbot.keyClick(button(panel, "align_words"), Qt.Key.Key_Space)
    assert asked.args == [TEXT]
    panel.set_busy("Aligning the changed words")
    for name in ("align_words", "transcribe_words"):
        assert not button(panel, name).isEnabled()
        assert button(panel, name).toolTip() == "Aligning the changed words"
    panel.set_busy(None)
    with qtbot.waitSignal(panel.transcribe_requested):
        qtbot.mouseClick(button(panel, "transcribe_words"), Qt.MouseButton.LeftButton)


def test_a_file_that_is_dropped_is_not_typed(panel: TranscriptPanel) -> None:
    files, words = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile("speech.wav")])
    files.setText("speech.wav")
    words.setText("spoken")
    assert not editor(panel).canInsertFromMimeData(files)
    assert editor(panel).canInsertFromMimeData(words)


def test_every_control_has_a_name_and_a_tooltip(panel: TranscriptPanel) -> None:
    for control in panel.findChildren(QAbstractButton):
        accessible = QAccessible.queryAccessibleInterface(control)
        assert accessible.text(QAccessible.Text.Name)
        assert control.toolTip()
    (field,) = panel.findChildren(QPlainTextEdit)
    assert QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Name) == "Transcript"
    assert all(not each.isDefault() for each in panel.findChildren(QPushButton))
