import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
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
from dimitra_studio.pipeline.files import TIMING_FORMATS, read_timing, write_timing
from tests.export.refusals import damaged, little_memory, make_places, refused, refused_or_read

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


def short_grid(*rows: tuple[float, float, str], end: float | None = None) -> str:
    """Words as Praat's short text."""
    last = rows[-1][1] if end is None else end
    head = f'0\n{last}\n<exists>\n1\n"IntervalTier"\n"words"\n0\n{last}\n{len(rows)}\n'
    body = "".join(f'{start}\n{stop}\n"{label}"\n' for start, stop, label in rows)
    return f'File type = "ooTextFile"\nObject class = "TextGrid"\n\n{head}{body}'


def word_json(duration: float = 1.0, **changes: Any) -> str:
    word = {"text": "hi", "start": 0.2, "end": 0.5, **changes}
    return json.dumps({"words": [word], "duration": duration})


def sound(start: float, end: float) -> list[dict[str, Any]]:
    return [{"symbol": "HH", "start": start, "end": end}]


NAN, INF = float("nan"), float("inf")
GRID = short_grid((0, 0.2, "hello"), (0.2, 0.5, "you"))
CUE = "1\n00:00:00,000 --> 00:00:01,000\n{}\n\n"
TOO_MANY = "words or phonemes, which no recording does"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.TextGrid", short_grid((0, NAN, "hello"), (0.2, 0.5, "you")), "as a TextGrid"),
        ("a.TextGrid", short_grid((0, 0.2, "hello"), (0.2, INF, "you")), "as a TextGrid"),
        ("a.TextGrid", short_grid((0, 0.2, "hello"), end=INF), "as a TextGrid"),
        ("a.TextGrid", short_grid((0, 0.2, "hello"), end=NAN), "as a TextGrid"),
        ("a.TextGrid", short_grid((0, 0.4, "hello"), (0.2, 0.5, "you")), "as a TextGrid"),
        ("a.TextGrid", short_grid((-1, 0.2, "hello"), (0.2, 0.5, "you")), "as a TextGrid"),
        ("a.TextGrid", short_grid((0.3, 0.2, "hello"), (0.3, 0.5, "you")), "as a TextGrid"),
        ("a.TextGrid", short_grid((0, 0.2, "hi"), (0.2, 1e9, "you")), "more than 24 hours"),
        ("a.TextGrid", GRID[:-12], "ends too early, perhaps cut off"),
        ("a.TextGrid", GRID.replace("\n1\n", "\n2\n", 1), "ends too early, perhaps cut off"),
        ("a.TextGrid", lambda: GRID + '0\n0.1\n""\n' * 500_000, TOO_MANY),
        ("a.json", word_json(start=NAN), "at nan s is out of order"),
        ("a.json", word_json(end=INF), "is out of order"),
        ("a.json", word_json(start=-1), "is out of order"),
        ("a.json", word_json(end=0.1), "is out of order"),
        ("a.json", word_json(start=1e308), "'hi' at 1000"),
        ("a.json", word_json(confidence=NAN), "the confidence nan, which is not between"),
        ("a.json", word_json(phonemes=sound(NAN, 0.3)), "a phoneme from nan to 0.3 s"),
        ("a.json", word_json(phonemes=sound(0.4, 0.3)), "a phoneme from 0.4 to 0.3 s"),
        ("a.json", word_json(phonemes=[{"symbol": "a\nb", "start": 0, "end": 1}]), "“a b”"),
        ("a.json", word_json(1e9), "more than 24 hours"),
        ("a.json", word_json(NAN), "got nan"),
        ("a.json", lambda: '{"words": ' + "[" * 100_000, "recursion limit"),
        ("a.json", lambda: '{"words": [' + '{"start": 0},' * 500_001, TOO_MANY),
        ("a.srt", lambda: CUE.format("hi") * 250_000, TOO_MANY),
        ("a.srt", lambda: CUE.format("word " * 250_000), TOO_MANY),
        ("a.srt", CUE.replace("00:00:00", "-00:00:01"), "Line 2 of a.srt has no times"),
        ("a.srt", CUE.replace("00:00:00", "nan"), "Line 2 of a.srt has no times"),
        ("a.srt", CUE.replace("00:00:01", "999:00:00"), "ends after more than 24 hours"),
        ("a.srt", CUE[:20], "Line 2 of a.srt has no times"),
        ("a.vtt", lambda: "WEBVTT\n\n" + CUE.format("hi") * 250_000, TOO_MANY),
        ("a.vtt", "WEBVTT\n\n00:00.000 --> 00:0", "Line 3 of a.vtt has no times"),
    ],
)  # fmt: skip
def test_times_that_cannot_be_are_refused(
    tmp_path: Path, name: str, content: str | Callable[[], str], said: str
) -> None:
    text = content if isinstance(content, str) else content()
    (tmp_path / name).write_text(text, encoding="utf-8")
    with little_memory(60):
        assert said in refused(read_timing, tmp_path / name, TranscriptError)


@pytest.mark.parametrize("suffix", TIMING_FORMATS)
def test_whatever_is_wrong_is_one_sentence(tmp_path: Path, suffix: str) -> None:
    for path in make_places(tmp_path, suffix):
        refused(read_timing, path, TranscriptError)
    path = tmp_path / f"bad{suffix}"
    noise = np.random.default_rng(0).integers(0, 256, 5000, np.uint8).tobytes()
    for other in (b"\x89PNG\r\n" + bytes(999), b"[]", b"<html>\n", b"\xff\xfe\xff", noise):
        path.write_bytes(other)
        refused(read_timing, path, TranscriptError)
    write_timing(TRANSCRIPT, path)
    for content in damaged(path.read_bytes(), 60):
        path.write_bytes(content)
        refused_or_read(read_timing, path, TranscriptError)


def test_mark_of_utf8_is_no_damage(tmp_path: Path) -> None:
    for suffix in TIMING_FORMATS:
        write_timing(TRANSCRIPT, tmp_path / f"a{suffix}")
        path = tmp_path / f"b{suffix}"
        path.write_bytes(b"\xef\xbb\xbf" + (tmp_path / f"a{suffix}").read_bytes())
        assert read_timing(path) == read_timing(tmp_path / f"a{suffix}")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="does not exist"):
        write_textgrid(TRANSCRIPT, tmp_path / "none" / "a.TextGrid")
