"""SubRip and WebVTT, written and read back."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import av
import pytest

from dimitra_studio.audio.subtitles import (
    LINE,
    make_cues,
    read_srt,
    read_vtt,
    write_srt,
    write_vtt,
)
from dimitra_studio.core.errors import ExportError, TranscriptError
from dimitra_studio.core.transcript import Transcript, Word

STAMP = r"\d\d:[0-5]\d:[0-5]\d{point}\d{{3}}"


def talk(n_words: int) -> Transcript:
    """Sentences of seven words, a pause after every second one."""
    words, time = [], 0.4
    for index in range(n_words):
        text = f"word{index}" + ("." if index % 7 == 6 else "")
        words.append(Word(text, time, time + 0.3))
        time += 0.3 + (1.0 if index % 14 == 13 else 0.0)
    return Transcript(tuple(words), time + 1.0)


def strict_blocks(text: str, point: str, *, numbered: bool) -> list[tuple[str, str, list[str]]]:
    """The cues of a file that must be exactly as the formats are described."""
    stamp = STAMP.format(point=re.escape(point))
    found = []
    for number, block in enumerate(text.removesuffix("\n").split("\n\n"), 1):
        lines = block.split("\n")
        if numbered:
            assert lines.pop(0) == str(number)
        times = re.fullmatch(rf"({stamp}) --> ({stamp})", lines[0])
        assert times is not None
        assert times[1] < times[2]
        assert 1 <= len(lines[1:]) <= 2
        found.append((times[1], times[2], lines[1:]))
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    return found


def test_srt_is_as_players_want_it(tmp_path: Path) -> None:
    write_srt(talk(60), tmp_path / "a.srt")
    blocks = strict_blocks((tmp_path / "a.srt").read_text("utf-8"), ",", numbered=True)
    assert blocks[0][0] == "00:00:00,400"
    assert all(len(line) <= LINE for _, _, lines in blocks for line in lines)
    assert " ".join(line for _, _, lines in blocks for line in lines) == talk(60).text


def test_vtt_is_as_browsers_want_it(tmp_path: Path) -> None:
    words = (Word("Q&A", 0.5, 0.8), Word("<b>", 0.8, 1.0), Word("-->", 1.0, 1.2))
    write_vtt(Transcript(words, 2.0), tmp_path / "a.vtt")
    head, _, body = (tmp_path / "a.vtt").read_text("utf-8").partition("\n\n")
    assert head == "WEBVTT"
    ((start, end, lines),) = strict_blocks(body, ".", numbered=False)
    assert (start, end, lines) == ("00:00:00.500", "00:00:01.200", ["Q&amp;A &lt;b&gt; --&gt;"])
    assert read_vtt(tmp_path / "a.vtt").text == "Q&A <b> -->"


@pytest.mark.parametrize(("write", "name"), [(write_srt, "a.srt"), (write_vtt, "a.vtt")])
def test_another_library_reads_what_is_written(
    write: Callable[[Transcript, Path], None], name: str, tmp_path: Path
) -> None:
    transcript = talk(40)
    write(transcript, tmp_path / name)
    cues = make_cues(transcript.words)
    with av.open(tmp_path / name) as container:
        packets = [p for p in container.demux() if p.pts is not None]
    assert [float(p.pts * p.time_base) for p in packets] == pytest.approx(
        [cue.start for cue in cues], abs=0.001
    )
    assert [float(p.duration * p.time_base) for p in packets] == pytest.approx(
        [cue.end - cue.start for cue in cues], abs=0.0011
    )
    assert [" ".join(bytes(p).decode().split()) for p in packets] == [cue.text for cue in cues]


@pytest.mark.parametrize(
    ("write", "read", "name"),
    [(write_srt, read_srt, "a.srt"), (write_vtt, read_vtt, "a.vtt")],
)
def test_words_come_back_near_their_times(
    write: Callable[[Transcript, Path], None],
    read: Callable[[Path], Transcript],
    name: str,
    tmp_path: Path,
) -> None:
    transcript = talk(60)
    write(transcript, tmp_path / name)
    found = read(tmp_path / name)
    assert found.text == transcript.text
    assert {word.source for word in found.words} == {"estimated"}
    assert all(word.phonemes for word in found.words)
    for old, new in zip(transcript.words, found.words, strict=True):
        assert new.start == pytest.approx(old.start, abs=0.4)
    assert found.duration == pytest.approx(transcript.words[-1].end, abs=0.001)


def test_a_pause_and_a_sentence_end_a_cue() -> None:
    texts = [cue.text for cue in make_cues(talk(28).words)]
    assert all(text.endswith((".", "13")) or len(text) > 2 * LINE - 8 for text in texts)
    assert any(text.endswith("word13.") for text in texts)


def test_words_that_take_no_time_have_cues_that_do(tmp_path: Path) -> None:
    words = (Word("—", 0.0, 0.0), Word("one", 1.0, 1.0), Word("two", 1.0, 1.0))
    write_srt(Transcript(words, 2.0), tmp_path / "a.srt")
    strict_blocks((tmp_path / "a.srt").read_text("utf-8"), ",", numbered=True)
    assert read_srt(tmp_path / "a.srt").text == "— one two"


def test_a_word_longer_than_a_line_is_kept_whole(tmp_path: Path) -> None:
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"
    words = (Word("a", 0.0, 0.2), Word(word, 0.2, 1.4), Word("b", 1.4, 1.5))
    write_srt(Transcript(words, 2.0), tmp_path / "a.srt")
    assert word in (tmp_path / "a.srt").read_text("utf-8").split("\n")


def test_no_words_make_a_file_without_cues(tmp_path: Path) -> None:
    write_vtt(Transcript((), 2.0), tmp_path / "a.vtt")
    assert (tmp_path / "a.vtt").read_text("utf-8") == "WEBVTT\n"


def test_files_of_other_programs_are_understood(tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    path.write_bytes(
        "\ufeff1\r\n0:0:1,5 --> 00:00:02,000  X1:1 X2:2\r\n{\\an8}<i>Hello</i> there\r\n\r\n\r\n"
        "7\r\n00:00:03.000 --> 00:00:04.000\r\n- one,\r\n- two\r\n".encode()
    )
    with pytest.raises(TranscriptError, match="Line 2"):
        read_srt(path)
    path.write_bytes(path.read_bytes().replace(b"0:0:1,5", b"0:00:01,5"))
    found = read_srt(path)
    assert found.text == "Hello there - one, - two"
    assert (found.words[0].start, found.words[1].end) == (1.5, 2.0)
    path.write_text("1\n00:00:01,000 --> 00:00:02,000\nHi\n", encoding="utf-16")
    assert read_srt(path).text == "Hi"


def test_comments_styles_names_and_inner_times_of_vtt_are_understood(tmp_path: Path) -> None:
    path = tmp_path / "a.vtt"
    path.write_text(
        "WEBVTT - talk\nKind: captions\n\nNOTE\nnot said\n\nSTYLE\n::cue { color: red }\n\n"
        "first\n00:01.000 --> 00:03.000 align:start\n"
        "<v Ada>Fish <00:00:02.500><c.loud>&amp; chips</c>\n\n"
        "01:00:00.000 --> 01:00:01.000\nlater\n",
        encoding="utf-8",
    )
    found = read_vtt(path)
    assert [(word.text, word.start) for word in found.words[:2]] == [("Fish", 1.0), ("&", 2.5)]
    assert (found.text, found.duration) == ("Fish & chips later", 3601.0)


def test_of_two_who_speak_at_once_one_gives_way(tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    cue = "{}\n00:00:0{},000 --> 00:00:0{},000\n{}\n\n"
    path.write_text(cue.format(1, 3, 6, "late") + cue.format(2, 1, 5, "early one"), "utf-8")
    found = read_srt(path)
    assert [(word.text, word.end) for word in found.words] == [
        ("early", pytest.approx(2.25)),
        ("one", 3.0),
        ("late", 6.0),
    ]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.srt", b"", "has no subtitles"),
        ("a.srt", b"hello\n", "has no subtitles"),
        ("a.srt", b"1\n00:00:01,000 --> 00:00:02,000\n\n", "has no subtitles"),
        ("a.srt", b"1\n00:00:01 -> soon --> 00:00:02,000\nHi\n", "Line 2 of a.srt has no times"),
        ("a.srt", b"1\n00:00:01,000 --> 00:00:61,000\nHi\n", "Line 2 of a.srt has no times"),
        ("a.srt", b"1\n00:00:04,000 --> 00:00:02,000\nHi\n", "ends before it begins"),
        ("a.srt", b"1\n00:00:01,000 --> 00:00:02,000\nGr\xfc\xdfe\n", "not text in UTF-8"),
        ("a.srt", bytes(range(256)) * 20, "not text in UTF-8"),
        ("a.vtt", b"1\n00:00:01.000 --> 00:00:02.000\nHi\n", "does not begin with"),
        ("a.vtt", b"WEBVTTish\n", "does not begin with"),
        ("a.vtt", b"WEBVTT\n\nNOTE nothing\n", "has no subtitles"),
    ],
)
def test_an_unreadable_file_is_refused_in_one_sentence(
    name: str, content: bytes, why: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    read = read_vtt if name.endswith("vtt") else read_srt
    with pytest.raises(TranscriptError, match=why) as refusal:
        read(tmp_path / name)
    assert not re.search(r"[.!?] [A-Z]", str(refusal.value))
    assert str(refusal.value).endswith(".")


def test_missing_files_and_folders_are_named(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match="cannot be read"):
        read_srt(tmp_path / "none.srt")
    with pytest.raises(TranscriptError, match="cannot be read"):
        read_vtt(tmp_path)
    with pytest.raises(ExportError, match="does not exist"):
        write_srt(talk(3), tmp_path / "none" / "a.srt")
