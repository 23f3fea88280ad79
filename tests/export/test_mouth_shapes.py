"""Mouth shapes from phonemes: golden lines, and other readers."""

import csv
import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

from dimitra_studio.audio.phonemes import PHONEMES
from dimitra_studio.core.errors import ExportError
from dimitra_studio.core.transcript import Phoneme, Transcript, Word
from dimitra_studio.export import EXPORTERS
from dimitra_studio.export.hand_over import HandOver
from dimitra_studio.export.mouth_cues import BLAIR, RHUBARB
from dimitra_studio.export.oculus15 import VISEMES
from tests.export.clips import clip, spoken

MOUTH = [name for name, exporter in EXPORTERS.items() if exporter.group == "mouth"]
CUES = [
    (0.00, 0.10, "X"),
    (0.10, 0.20, "A"),
    (0.20, 0.30, "C"),
    (0.30, 0.40, "A"),
    (0.40, 0.60, "X"),
    (0.60, 0.76, "D"),  # the breath has the shape of the vowel
    (0.76, 0.84, "B"),
    (0.84, 1.00, "X"),
]


def write(name: str, folder: Path, hand_over: HandOver | None = None) -> Path:
    path = folder / f"mouth{EXPORTERS[name].suffix}"
    EXPORTERS[name].write(hand_over or spoken(), path)
    return path


def test_rhubarb_tsv(tmp_path: Path) -> None:
    lines = [f"{start:.2f}\t{shape}\n" for start, _, shape in CUES]
    text = write("rhubarb", tmp_path).read_bytes().decode()
    assert text == "".join([*lines, "1.00\tX\n"])


def test_rhubarb_xml(tmp_path: Path) -> None:
    root = ElementTree.parse(write("rhubarb_xml", tmp_path)).getroot()
    assert root.tag == "rhubarbResult"
    assert root.findtext("metadata/soundFile") == "a & b <c>.wav"
    assert root.findtext("metadata/duration") == "1.00"
    found = [(cue.get("start"), cue.get("end"), cue.text) for cue in root.iter("mouthCue")]
    assert found == [(f"{start:.2f}", f"{end:.2f}", shape) for start, end, shape in CUES]


def test_rhubarb_json(tmp_path: Path) -> None:
    document = json.loads(write("rhubarb_json", tmp_path).read_text(encoding="utf-8"))
    assert document["metadata"] == {"soundFile": "a & b <c>.wav", "duration": 1.0}
    cues = [(cue["start"], cue["end"], cue["value"]) for cue in document["mouthCues"]]
    assert cues == CUES


def test_moho_counts_frames_from_one(tmp_path: Path) -> None:
    assert write("moho", tmp_path).read_bytes().decode() == (
        "MohoSwitch1\n1 rest\n3 MBP\n6 E\n8 MBP\n11 rest\n16 AI\n20 etc\n22 rest\n"
    )


def test_moho_ends_at_rest(tmp_path: Path) -> None:
    words = (Word("ah", 0.0, 0.4, phonemes=(Phoneme("AA", 0.0, 0.4),)),)
    speech = HandOver(clip(10), transcript=Transcript(words, 0.4))
    assert write("moho", tmp_path, speech).read_text() == "MohoSwitch1\n1 AI\n11 rest\n"


def test_blair_table(tmp_path: Path) -> None:
    with write("blair", tmp_path).open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["shape"] for row in rows] == [
        "rest",
        "MBP",
        "E",
        "MBP",
        "rest",
        "AI",
        "etc",
        "rest",
    ]
    assert [row["frame"] for row in rows] == ["0", "2", "5", "7", "10", "15", "19", "21"]
    assert sum(int(row["n_frames"]) for row in rows) == 25
    assert [row["end"] for row in rows[:-1]] == [row["start"] for row in rows[1:]]
    assert (rows[1]["start"], rows[-1]["end"]) == ("0.08", "1.0")


def test_lips_that_close_keep_a_frame_and_the_vowel_follows(tmp_path: Path) -> None:
    sounds = (Phoneme("P", 0.0, 0.01), Phoneme("AA", 0.01, 0.2), Phoneme("B", 0.2, 0.21),
              Phoneme("IY", 0.21, 0.4))  # fmt: skip
    speech = HandOver(clip(10), transcript=Transcript((Word("pb", 0, 0.4, phonemes=sounds),), 0.4))
    lines = write("moho", tmp_path, speech).read_text().splitlines()
    assert lines == ["MohoSwitch1", "1 MBP", "2 AI", "6 MBP", "7 etc", "11 rest"]


def test_oculus_weights(tmp_path: Path) -> None:
    with write("oculus15", tmp_path).open(newline="") as file:
        header, *rows = csv.reader(file)
    assert header == ["frame", "time", *(f"viseme_{name}" for name in VISEMES)]
    values = np.array(rows, float)
    np.testing.assert_allclose(values[:, 1], np.arange(25) / 25)
    weights = values[:, 2:]
    assert weights.min() >= 0
    np.testing.assert_allclose(weights.sum(axis=1), 1, atol=1e-5)
    by_name = dict(zip(VISEMES, weights.T, strict=True))
    assert by_name["PP"][3] == 1  # inside M
    assert by_name["aa"][17] == 1  # inside AY, after its breath
    assert by_name["ih"][20] == pytest.approx(7 / 8)  # an eighth of the triangle is silence
    assert by_name["sil"][[0, 12, 24]].tolist() == [1, 1, 1]
    assert np.count_nonzero(np.max(weights, axis=1) < 1) > 4  # shapes melt into each other
    unused = set(VISEMES) - {"sil", "PP", "aa", "ih"}
    assert not any(by_name[name].any() for name in unused)


def test_every_sound_has_a_shape_and_every_shape_a_name(tmp_path: Path) -> None:
    assert set(RHUBARB) | {"HH"} == set(PHONEMES)
    assert {shape for shapes in RHUBARB.values() for shape in shapes} == set(BLAIR)
    sounds = [
        Phoneme(symbol, 0.1 * index, 0.1 * (index + 1)) for index, symbol in enumerate(PHONEMES)
    ]
    words = (Word("all", 0.0, 4.0, phonemes=tuple(sounds)),)
    speech = HandOver(clip(100), transcript=Transcript(words, 4.0))
    for name in MOUTH:
        assert write(name, tmp_path, speech).stat().st_size > 150
    with write("oculus15", tmp_path, speech).open(newline="") as file:
        weights = np.array(list(csv.reader(file))[1:], float)[:, 2:]
    assert (weights.max(axis=0) > 0.9).all()


@pytest.mark.parametrize("name", MOUTH)
def test_without_phonemes_there_are_no_shapes(tmp_path: Path, name: str) -> None:
    silent = replace(spoken(), transcript=Transcript((Word("hm", 0, 1),), 1.0))
    klingon = Transcript((Word("Q", 0, 1, phonemes=(Phoneme("Q", 0, 1),)),), 1.0)
    for hand_over, said in (
        (HandOver(clip(5)), "there is no transcript; type what is said first"),
        (silent, "the transcript has none in this range; align its words"),
        (replace(spoken(), transcript=klingon), "the sound 'Q', which has no mouth shape here"),
    ):
        with pytest.raises(ExportError, match=said):
            write(name, tmp_path, hand_over)
    assert not list(tmp_path.iterdir())
