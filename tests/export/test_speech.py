"""Words with their times, through the table of formats, read back by programs of others."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from praatio import textgrid

from dimitra_studio.audio.timing_files import read_json, read_textgrid
from dimitra_studio.core.errors import ExportError
from dimitra_studio.core.transcript import Transcript
from dimitra_studio.export import EXPORTERS
from tests.export.clips import spoken

FORMATS = [name for name, row in EXPORTERS.items() if row.group == "speech"]
TALK = spoken(1.0)


def write(name: str, folder: Path) -> Path:
    path = folder / f"talk{EXPORTERS[name].suffix}"
    assert EXPORTERS[name].write(TALK, path).files == (path,)
    return path


def test_praat_sees_words_and_phonemes_with_the_silences(tmp_path: Path) -> None:
    grid = textgrid.openTextgrid(str(write("textgrid", tmp_path)), includeEmptyIntervals=True)
    assert grid.maxTimestamp == 1.0
    words = [tuple(entry) for entry in grid.getTier("words").entries]
    assert [label for _, _, label in words] == ["", "map", "", "hi", ""]
    times = [(start, end) for start, end, label in words if label]
    np.testing.assert_allclose(times, [(0.1, 0.4), (0.6, 0.84)], atol=1e-9)
    phones = [entry.label for entry in grid.getTier("phones").entries]
    assert [label for label in phones if label not in ("", "SIL")] == ["M", "AE", "P", "HH", "AY"]


def test_textgrid_and_json_come_back_equal(tmp_path: Path) -> None:
    assert TALK.transcript is not None
    assert read_json(write("words", tmp_path)) == TALK.transcript
    back = read_textgrid(write("textgrid", tmp_path))
    spoken_words = [replace(word, phonemes=()) for word in back.words]
    assert spoken_words == [replace(word, phonemes=()) for word in TALK.transcript.words]
    assert json.loads((tmp_path / "talk.json").read_text(encoding="utf-8"))["duration"] == 1.0


def test_subtitles_have_their_lines(tmp_path: Path) -> None:
    srt = write("srt", tmp_path).read_text(encoding="utf-8")
    assert srt == "1\n00:00:00,100 --> 00:00:00,840\nmap hi\n"
    vtt = write("vtt", tmp_path).read_text(encoding="utf-8")
    assert vtt == "WEBVTT\n\n00:00:00.100 --> 00:00:00.840\nmap hi\n"


@pytest.mark.parametrize("name", FORMATS)
def test_where_nothing_is_said_a_sentence_says_so(tmp_path: Path, name: str) -> None:
    for transcript, said in ((None, "There is no transcript"), (Transcript((), 1.0), "Nothing is")):
        with pytest.raises(ExportError, match=said):
            EXPORTERS[name].write(replace(TALK, transcript=transcript), tmp_path / "talk.txt")
    assert list(tmp_path.iterdir()) == []
