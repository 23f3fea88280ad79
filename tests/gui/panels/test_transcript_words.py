"""The words of the transcript as a user clicks, selects and reads them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QToolTip,
)
from pytestqt.qtbot import QtBot

from dimitra_studio.core.timeline import Segment
from dimitra_studio.core.transcript import Transcript
from dimitra_studio.gui import theme
from dimitra_studio.gui.panels.range_texts import span_text
from dimitra_studio.gui.panels.transcript_panel import TranscriptPanel
from tests.gui.panels.transcript_tools import (
    TEXT,
    TRANSCRIPT,
    button,
    editor,
    marked,
    point,
    put_cursor,
    show_panel,
    tinted,
)


@pytest.fixture
def panel(qtbot: QtBot) -> TranscriptPanel:
    return show_panel(qtbot)


def test_click_on_a_word_goes_to_its_time(panel: TranscriptPanel, qtbot: QtBot) -> None:
    view = editor(panel).viewport()
    with qtbot.waitSignal(panel.word_activated) as gone:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=point(panel, "picture,"))
    assert gone.args == [2.5]
    with qtbot.assertNotEmitted(panel.word_activated):
        below = QPoint(20, view.height() - 10)
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=below)


def test_selecting_words_selects_their_time_once(panel: TranscriptPanel, qtbot: QtBot) -> None:
    told: list[Segment | None] = []
    panel.selection_changed.connect(told.append)
    view = editor(panel).viewport()
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(view, left, pos=point(panel, "I"))
    for word in ("am", "only", "picture,", "only"):
        qtbot.mouseMove(view, pos=point(panel, word))
    assert told == []
    qtbot.mouseRelease(view, left, pos=point(panel, "only"))
    assert told == [Segment(0.5, 1.9)]
    qtbot.mouseClick(view, left, pos=point(panel, "please"))
    assert told == [Segment(0.5, 1.9), None]


def test_selecting_by_keyboard_selects_the_time(panel: TranscriptPanel, qtbot: QtBot) -> None:
    put_cursor(panel, "I ")
    shift = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
    with qtbot.waitSignal(panel.selection_changed) as told:
        qtbot.keyClick(editor(panel), Qt.Key.Key_Right, shift)
    assert told.args == [Segment(1.0, 1.4)]


def test_the_present_word_is_marked_and_the_cursor_stays(panel: TranscriptPanel) -> None:
    put_cursor(panel, "please")
    before = editor(panel).textCursor().position()
    panel.set_playhead(2.6)
    assert marked(panel) == ["picture,"]
    panel.set_playhead(2.95)
    assert marked(panel) == []
    panel.set_playhead(3.0)
    assert marked(panel) == ["but"]
    assert editor(panel).textCursor().position() == before


def test_a_range_of_time_marks_its_words(panel: TranscriptPanel) -> None:
    panel.set_selection(Segment(1.2, 2.6))
    assert marked(panel) == ["am only a picture,"]
    panel.set_selection(Segment(1.42, 1.48))
    assert marked(panel) == []
    panel.set_selection(Segment(0.0, 99.0))
    assert marked(panel) == [TEXT]
    panel.set_selection(None)
    assert marked(panel) == []


def test_trust_and_change_are_seen_and_told(panel: TranscriptPanel, qtbot: QtBot) -> None:
    words = list(TRANSCRIPT.words)
    words[1] = replace(words[1], confidence=0.43)
    words[5] = replace(words[5], source="estimated", confidence=0.0)
    panel.set_transcript(Transcript(tuple(words), 7.0), (Segment(4.5, 4.6),))
    colours = theme.colours()
    assert tinted(panel) == {
        "I": colours.word_doubtful.name(),
        "picture,": "WaveUnderline",
        "me": colours.word_changed.name(),
    }
    text = panel.findChild(QLabel, "doubts").text()
    assert text.startswith("2 words were not heard clearly:")
    assert '<a href="5">picture</a>' in text
    here = point(panel, "I")
    place = editor(panel).viewport().mapToGlobal(here)
    event = QHelpEvent(QHelpEvent.Type.ToolTip, here, place)
    QApplication.sendEvent(editor(panel).viewport(), event)
    assert QToolTip.text() == f"heard with 43 %, {span_text(Segment(0.5, 0.9))}"
    QToolTip.hideText()


def test_doubtful_words_are_visited_in_a_circle(panel: TranscriptPanel, qtbot: QtBot) -> None:
    words = list(TRANSCRIPT.words)
    for index in (3, 8):
        words[index] = replace(words[index], confidence=0.1)
    panel.set_transcript(Transcript(tuple(words), 7.0), ())
    gone: list[float] = []
    panel.word_activated.connect(gone.append)
    panel.next_doubtful_word()
    panel.next_doubtful_word()
    panel.next_doubtful_word()
    panel.previous_doubtful_word()
    assert gone == [1.5, 4.0, 1.5, 4.0]
    assert editor(panel).textCursor().selectedText() == "give"
    panel.activate_word()
    assert gone[-1] == 4.0
    label = panel.findChild(QLabel, "doubts")
    label.linkActivated.emit("3")
    assert gone[-1] == 1.5


def test_without_doubts_there_is_no_list(panel: TranscriptPanel, qtbot: QtBot) -> None:
    assert not panel.findChild(QLabel, "doubts").isVisible()
    with qtbot.assertNotEmitted(panel.word_activated):
        panel.next_doubtful_word()


def test_the_plan_is_said_before_the_click(panel: TranscriptPanel, qtbot: QtBot) -> None:
    regenerate = button(panel, "regenerate_changed")
    plan = panel.findChild(QLabel, "regeneration_plan")
    assert not regenerate.isEnabled()
    assert "No word was changed" in regenerate.toolTip()
    panel.set_regeneration((Segment(0.82, 1.36),), ("lips",))
    assert plan.text() == (
        "Regenerates lips from 0.82 to 1.36 s (2 words); expression and head stay."
    )
    with qtbot.waitSignal(panel.regenerate_requested):
        qtbot.mouseClick(regenerate, Qt.MouseButton.LeftButton)
    spans = tuple(Segment(float(n), n + 0.5) for n in range(5))
    panel.set_regeneration(spans, ("lips", "expression", "pose"))
    assert plan.text() == (
        "Regenerates lips, expression and head in 5 places from 0.00 to 4.50 s, "
        "2.50 s in all, (5 words)."
    )
    panel.set_regeneration(spans, ("lips",), "There is no take yet; generate everything first.")
    assert not regenerate.isEnabled()
    assert regenerate.toolTip() == plan.text() == "There is no take yet; generate everything first."
