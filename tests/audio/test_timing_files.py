from pathlib import Path

import pytest

from dimitra_studio.audio.timing_files import (
    Layout,
    read_json,
    read_textgrid,
    write_json,
    write_textgrid,
)
from dimitra_studio.core.errors import ExportError, TranscriptError
from dimitra_studio.core.transcript import Phoneme, Transcript, Word

BEE = (Phoneme("B", 0.25, 1 / 3), Phoneme("IY", 1 / 3, 0.55))
TWO = (Phoneme("T", 0.55, 0.6125), Phoneme("SIL", 0.6125, 0.7), Phoneme("UW", 0.7, 0.9))
TRANSCRIPT = Transcript(
    (
        Word("“Bee,”", 0.25, 0.55, 0.9375, "aligned", BEE),
        Word("two!", 0.55, 0.9, 0.0, "estimated", TWO),
    ),
    duration=1.2,
)

PRAAT = """File type = "ooTextFile"
Object class = "TextGrid"

0
1
<exists>
1
"IntervalTier"
"Anna - words"
0
1
3
0
0.2
""
0.2
0.8
"hello"
0.8
1
"sp"
"""


@pytest.mark.parametrize("layout", ["long", "short"])
def test_a_textgrid_comes_back_as_it_was(layout: Layout, tmp_path: Path) -> None:
    write_textgrid(TRANSCRIPT, tmp_path / "a.TextGrid", layout)
    assert read_textgrid(tmp_path / "a.TextGrid") == TRANSCRIPT


def test_json_comes_back_as_it_was(tmp_path: Path) -> None:
    dash = Word("-", 0.55, 0.55)
    words = (TRANSCRIPT.words[0], dash, TRANSCRIPT.words[1])
    transcript = Transcript(words, TRANSCRIPT.duration)
    write_json(transcript, tmp_path / "a.json")
    assert read_json(tmp_path / "a.json") == transcript


def test_silence_is_written_as_praat_users_expect(tmp_path: Path) -> None:
    write_textgrid(TRANSCRIPT, tmp_path / "a.TextGrid")
    text = (tmp_path / "a.TextGrid").read_text(encoding="utf-8")
    assert text.startswith('File type = "ooTextFile"')
    assert text.count('text = "SIL"') == 3


def test_words_of_other_tools_get_the_phonemes_of_the_dictionary(tmp_path: Path) -> None:
    path = tmp_path / "a.TextGrid"
    path.write_text(PRAAT, encoding="utf-8")
    (word,) = read_textgrid(path).words
    assert (word.text, word.start, word.end) == ("hello", 0.2, 0.8)
    assert [phoneme.symbol for phoneme in word.phonemes] == ["HH", "AH", "L", "OW"]
    assert word.phonemes[-1].end == pytest.approx(0.8)


def test_no_words_make_an_empty_transcript(tmp_path: Path) -> None:
    write_json(Transcript((), 2.0), tmp_path / "a.json")
    assert read_json(tmp_path / "a.json") == Transcript((), 2.0)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "TextGrid"),
        ("hello", "TextGrid"),
        (PRAAT.replace("0.2", "early"), "TextGrid"),
        (PRAAT.replace("words", "tones"), "no tier named"),
    ],
)
def test_an_unreadable_textgrid_is_refused(content: str, why: str, tmp_path: Path) -> None:
    (tmp_path / "a.TextGrid").write_text(content, encoding="utf-8")
    with pytest.raises(TranscriptError, match=why):
        read_textgrid(tmp_path / "a.TextGrid")


def test_unknown_phonemes_are_named(tmp_path: Path) -> None:
    strange = Word("hm", 0.1, 0.2, phonemes=(Phoneme("XX", 0.1, 0.2),))
    write_textgrid(Transcript((strange,), 1.0), tmp_path / "a.TextGrid")
    write_json(Transcript((strange,), 1.0), tmp_path / "a.json")
    with pytest.raises(TranscriptError, match="XX"):
        read_textgrid(tmp_path / "a.TextGrid")
    with pytest.raises(TranscriptError, match="XX"):
        read_json(tmp_path / "a.json")


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", '{"words": [], "duration": "long"}', '{"words": [{}], "duration": 1}'],
)
def test_an_unreadable_json_is_refused(content: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(content, encoding="utf-8")
    with pytest.raises(TranscriptError, match="not a transcript"):
        read_json(tmp_path / "a.json")


def test_missing_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match="cannot be read"):
        read_json(tmp_path / "none.json")
    with pytest.raises(TranscriptError, match="cannot be read"):
        read_textgrid(tmp_path / "none.TextGrid")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="does not exist"):
        write_textgrid(TRANSCRIPT, tmp_path / "none" / "a.TextGrid")
