"""Long transcripts: where words stand, and that little is done for a little edit."""

import random

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dimitra_studio.core.timeline import Segment
from dimitra_studio.core.transcript import Transcript, Word
from dimitra_studio.core.transcript_editing import retype
from dimitra_studio.gui.panels.transcript_editor import TranscriptEditor
from dimitra_studio.gui.panels.transcript_highlighter import TranscriptHighlighter
from dimitra_studio.gui.panels.transcript_layout import WordLayout, common_length, to_text
from dimitra_studio.gui.panels.transcript_panel import TranscriptPanel


def talk(n_words: int) -> Transcript:
    """Sentences of eleven words; a pause after every third."""
    words, time = [], 0.0
    for index in range(n_words):
        text = f"word{index}" + ("." if index % 11 == 10 else "")
        words.append(Word(text, time, time + 0.3))
        time += 0.3 + (1.5 if index % 33 == 32 else 0.0)
    return Transcript(tuple(words), time)


@pytest.fixture
def panel(qtbot: QtBot) -> TranscriptPanel:
    panel = TranscriptPanel()
    panel.resize(320, 600)
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paragraphs whose looks were worked out, one by one."""
    done: list[str] = []
    work_out = TranscriptHighlighter.highlightBlock

    def spy(self: TranscriptHighlighter, text: str) -> None:
        done.append(text)
        work_out(self, text)

    monkeypatch.setattr(TranscriptHighlighter, "highlightBlock", spy)
    return done


def test_ten_thousand_words_are_worked_on_where_they_change_alone(
    panel: TranscriptPanel, painted: list[str], qtbot: QtBot
) -> None:
    transcript = talk(10_000)
    panel.set_transcript(transcript, ())
    editor = panel.findChild(TranscriptEditor)
    assert editor.document().blockCount() > 200
    painted.clear()
    panel.set_transcript(
        transcript, (Segment(transcript.words[3000].start, transcript.words[3002].end),)
    )
    assert len(painted) == 1
    painted.clear()
    panel.set_playhead(1500.0)
    panel.set_selection(Segment(100.0, 2000.0))
    assert painted == []
    editor.select_word(5000)
    qtbot.keyClick(editor, Qt.Key.Key_Right)
    with qtbot.waitSignal(panel.text_changed) as told:
        qtbot.keyClicks(editor, "ish")
    assert len(painted) == 3
    done = retype(transcript, told.args[0])
    painted.clear()
    panel.set_transcript(done.transcript, done.changed)
    assert len(painted) <= 3
    painted.clear()
    panel.set_transcript(transcript, ())
    assert len(painted) <= 3
    assert editor.toPlainText().split() == transcript.text.split()


def test_the_present_word_comes_into_view(panel: TranscriptPanel) -> None:
    transcript = talk(3000)
    panel.set_transcript(transcript, ())
    editor = panel.findChild(TranscriptEditor)
    for number in (2500, 40, 2999, 0, 1234):
        panel.set_playhead(transcript.words[number].start + 0.1)
        (mark,) = editor.extraSelections()
        assert mark.cursor.selectedText() == transcript.words[number].text
        assert editor.viewport().rect().contains(editor.cursorRect(mark.cursor).center())
    assert editor.textCursor().position() == 0


@pytest.mark.parametrize("seed", range(20))
def test_shown_words_are_always_those_of_the_transcript(
    seed: int, panel: TranscriptPanel, qtbot: QtBot
) -> None:
    """Whatever replaces whatever, text, clicks and looks belong to the words."""
    rng = random.Random(seed)
    texts = ["one", "two.", "grüße", "😀", "—", "four", "a", "it's"]
    editor = panel.findChild(TranscriptEditor)
    for _ in range(6):
        words, time = [], 0.0
        for _ in range(rng.randrange(1, 60)):
            words.append(Word(rng.choice(texts), time, time + 0.2, rng.choice([0.1, 0.9])))
            time += rng.choice([0.2, 1.6])
        panel.set_transcript(Transcript(tuple(words), time + 1), ())
        assert editor.toPlainText().split() == [word.text for word in words]
        block, looks = editor.document().firstBlock(), []
        while block.isValid():
            raw = block.text().encode("utf-16-le")
            looks += [
                raw[2 * f.start : 2 * (f.start + f.length)].decode("utf-16-le")
                for f in block.layout().formats()
            ]
            block = block.next()
        heard = [word.text for word in words if word.confidence < 0.4 and word.text not in "—😀"]
        assert looks == heard
        number = rng.randrange(len(words))
        panel.set_playhead(words[number].start + 0.1)
        (mark,) = editor.extraSelections()
        assert mark.cursor.selectedText() == words[number].text


@pytest.mark.parametrize("seed", range(30))
def test_words_keep_their_places_while_others_are_typed(seed: int) -> None:
    rng = random.Random(seed)
    text = " ".join(f"w{n}" for n in range(30))
    names, layout = text.split(), WordLayout()
    layout.take_text(text)
    for _ in range(12):
        first = rng.randrange(len(text) + 1)
        n_removed = min(rng.choice([0, 1, 5, 20]), len(text) - first)
        added = rng.choice(["", "x", " ", " new word ", "\n"])
        text = text[:first] + added + text[first + n_removed :]
        layout.edit(first, n_removed, len(added))
        assert list(layout.starts) == sorted(layout.starts)
        assert all(
            0 <= a <= b <= len(text) for a, b in zip(layout.starts, layout.ends, strict=True)
        )
        for number, name in enumerate(names):
            start, end = layout.starts[number], layout.ends[number]
            if layout.linked[number]:
                assert text[start:end] == name
                assert layout.at(int(start)) == number


def test_paragraphs_end_with_sentences_and_pauses() -> None:
    paragraphs = to_text(talk(100).words).split("\n")
    assert all(paragraph.endswith(".") for paragraph in paragraphs[:-1])
    assert len(paragraphs) == 4
    endless = tuple(Word("word", n * 0.2, n * 0.2 + 0.2) for n in range(1000))
    assert max(map(len, to_text(endless).split("\n"))) < 1300


@pytest.mark.parametrize(
    ("one", "other", "length"),
    [("", "", 0), ("a", "", 0), ("abc", "abd", 2), ("abc", "abc", 3), ("ab", "abc", 2)],
)
def test_common_beginning_is_found(one: str, other: str, length: int) -> None:
    assert common_length(one, other) == length
