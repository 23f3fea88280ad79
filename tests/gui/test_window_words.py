"""Words in the real window: typed, corrected, dragged, and what becomes of the motion."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from dimitra_studio.core.project import active_motion
from dimitra_studio.core.transcript import Transcript
from dimitra_studio.core.transcript_editing import regeneration_span
from dimitra_studio.gui.panels.transcript_editor import TranscriptEditor
from tests.gui.short_clip import N_FRAMES, open_clip
from tests.gui.timeline.timeline_hand import Hand as TimelineHand
from tests.gui.window_hand import Hand

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _every_move_counts() -> Iterator[None]:
    """Hands are slower than tests: pyqtgraph passes over moves that follow within 10 ms."""
    limit = pg.getConfigOption("mouseRateLimit")
    pg.setConfigOption("mouseRateLimit", 0)
    yield
    pg.setConfigOption("mouseRateLimit", limit)


def words(hand: Hand) -> Transcript:
    transcript = hand.window.session.project.transcript
    assert transcript is not None
    return transcript


def mark_word(hand: Hand, word: str) -> TranscriptEditor:
    """Select a word of the text, as a double click does."""
    editor = hand.window.parts.transcript.findChild(TranscriptEditor)
    assert isinstance(editor, TranscriptEditor)
    hand.take_keyboard(editor)
    start = editor.toPlainText().index(word)
    cursor = editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(word), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    return editor


def test_corrected_spelling_changes_no_motion(qtbot: QtBot, hand: Hand, tmp_path: Path) -> None:
    open_clip(hand, tmp_path)
    session, before = hand.window.session, words(hand)
    hand.window.parts.transcript.set_mode("correct")
    qtbot.keyClicks(mark_word(hand, "picture"), "Picture")
    hand.wait(lambda: session.project.transcript is not before)
    hand.wait_for_jobs()
    assert words(hand).text == "Hello! I am only a Picture,"
    assert session.project.changed == ()
    assert session.undo_stack.undoText() == "Correct the text"
    times = [(word.start, word.end) for word in words(hand).words]
    assert times == [(word.start, word.end) for word in before.words]
    assert not hand.window.actions_.action("regenerate_changed").isEnabled()


def test_changed_word_marks_its_span_and_nothing_else(
    qtbot: QtBot, hand: Hand, tmp_path: Path
) -> None:
    open_clip(hand, tmp_path)
    session, before = hand.window.session, words(hand)
    old = before.words[3]
    hand.window.parts.transcript.set_mode("change")
    qtbot.keyClicks(mark_word(hand, "only"), "simply")
    hand.wait(lambda: session.project.changed)
    (marked,) = session.project.changed
    assert marked.start <= old.start < old.end <= marked.end
    neighbours = (before.words[2].start, before.words[4].end)
    assert neighbours[0] <= marked.start
    assert marked.end <= neighbours[1]
    hand.wait_for_jobs()
    untouched = [(word.text, word.start, word.end) for word in words(hand).words[:2]]
    assert untouched == [(word.text, word.start, word.end) for word in before.words[:2]]
    motion = active_motion(session.project)
    spans = [segment.frames(N_FRAMES, 25) for segment in regeneration_span(session.project, None)]
    hand.do("regenerate_changed")
    hand.wait(lambda: len(session.project.takes) == 4)
    after = active_motion(session.project)
    assert motion is not None
    assert after is not None
    outside = np.delete(np.arange(N_FRAMES), np.r_[tuple(spans)])
    assert 0 < len(outside) < N_FRAMES
    np.testing.assert_array_equal(after.curves[outside], motion.curves[outside])
    assert np.abs(after.curves - motion.curves).max() > 0.01
    assert session.project.changed == ()


def test_word_changed_during_generation_stays_marked(hand: Hand, tmp_path: Path) -> None:
    open_clip(hand, tmp_path)
    session = hand.window.session
    hand.do("generate")
    hand.window.transcript.retype("Hello! I am simply a picture,", "change")
    marked = session.project.changed
    assert marked != ()
    assert len(session.project.takes) == 3
    hand.wait(lambda: len(session.project.takes) == 4)
    hand.wait_for_jobs()
    assert session.project.changed != ()
    assert hand.window.actions_.action("regenerate_changed").isEnabled()


def test_dragged_border_marks_the_word(qtbot: QtBot, hand: Hand, tmp_path: Path) -> None:
    open_clip(hand, tmp_path)
    session, before = hand.window.session, words(hand)
    mouse = TimelineHand(qtbot, hand.window.parts.timeline)
    hand.do("fit_all")
    row = mouse.row("words")
    place = QPoint(mouse.x_of(before.words[0].end), row.height() // 2)
    mouse.drag(row, place, QPoint(mouse.x_of(before.words[0].end + 0.2), place.y()))
    moved = words(hand).words[0]
    assert moved.end == pytest.approx(before.words[0].end + 0.2, abs=0.03)
    assert words(hand).words[1:] == before.words[1:]
    assert session.undo_stack.undoText() == "Move a word"
    (marked,) = session.project.changed
    assert marked.start <= before.words[0].end
    assert marked.end >= moved.end
    assert marked.end <= before.words[1].start + 0.2
    session.undo_stack.undo()
    assert (words(hand), session.project.changed) == (before, ())


def test_control_z_in_the_text_undoes_typing_then_steps(
    qtbot: QtBot, hand: Hand, tmp_path: Path
) -> None:
    open_clip(hand, tmp_path)
    session, before = hand.window.session, words(hand)
    hand.do("add_marker")
    editor = mark_word(hand, "only")
    revision = session.revision
    qtbot.keyClicks(editor, "ever")
    qtbot.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    assert "only" in editor.toPlainText()
    qtbot.wait(400)  # longer than the pause after which an edit is told
    assert session.revision == revision  # what was typed and taken back is no edit
    mark_word(hand, "only")
    qtbot.keyClicks(editor, "simply")
    hand.wait(lambda: session.project.transcript is not before)
    hand.wait_for_jobs()
    steps = session.undo_stack.index() - 1  # the new word, and its new times if they differ
    for _ in range(steps):
        qtbot.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    assert session.project.transcript is before
    assert editor.toPlainText().split() == before.text.split()
    assert len(session.project.markers) == 1
    qtbot.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    assert session.project.markers == ()


def test_typing_is_told_before_saving_and_generating(
    qtbot: QtBot, hand: Hand, tmp_path: Path
) -> None:
    open_clip(hand, tmp_path)
    session = hand.window.session
    qtbot.keyClicks(mark_word(hand, "only"), "simply")
    hand.do("save")
    assert words(hand).text == "Hello! I am simply a picture,"
    hand.wait_for_jobs()
    qtbot.keyClicks(mark_word(hand, "picture"), "painting")
    hand.do("generate")
    assert words(hand).text == "Hello! I am simply a painting,"
    hand.wait(lambda: len(session.project.takes) == 4)
