"""Audio2Face JSON, read by the json module alone."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dimitra_studio.core.errors import ProjectError
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.project import Media
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.export.a2f import read_a2f, write_a2f
from dimitra_studio.export.hand_over import HandOver
from dimitra_studio.export.head_note import KEY
from tests.export.clips import clip, one_shape

SHAPES = STUDIO.channels[:52]


def test_weights_are_read_by_name(tmp_path: Path) -> None:
    motion = clip(40)
    write_a2f(HandOver(motion, sound=Media("a.wav", b"")), tmp_path / "a.json")
    document = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    names, weights = document.pop("facsNames"), np.array(document.pop("weightMat"))
    assert document == {"exportFps": 25, "trackPath": "a.wav", "numPoses": 52, "numFrames": 40}
    assert weights.shape == (40, 52)
    assert sorted(names) == sorted(SHAPES)
    for name in SHAPES:
        np.testing.assert_array_equal(
            weights[:, names.index(name)].astype(np.float32), motion.channel(name)
        )


def test_order_is_that_of_audio2face(tmp_path: Path) -> None:
    write_a2f(HandOver(one_shape("jawLeft", 0.7)), tmp_path / "a.json")
    document = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    names = document["facsNames"]
    assert names[:3] == ["eyeBlinkLeft", "eyeLookDownLeft", "eyeLookInLeft"]
    assert names[14:18] == ["jawForward", "jawLeft", "jawRight", "jawOpen"]
    assert names[20:24] == ["mouthPucker", "mouthLeft", "mouthRight", "mouthSmileLeft"]
    assert names[-1] == "tongueOut"
    assert [index for index, value in enumerate(document["weightMat"][0]) if value] == [15]


def test_head_and_clipping_are_told(tmp_path: Path) -> None:
    motion = clip(3)
    curves = motion.curves.copy()
    curves[0, 0] = 3.0
    written = write_a2f(HandOver(replace(motion, curves=curves)), tmp_path / "a.json")
    assert written.notes["clipped_samples"] == 1
    head = written.notes[KEY]
    assert head["channels"] == list(STUDIO.channels[52:])
    np.testing.assert_array_equal(np.array(head["values"], np.float32), curves[:, 52:])
    assert json.loads((tmp_path / "a.json").read_text())["weightMat"][0][17] == 1


@pytest.mark.parametrize("fps", [24, 25, 30_000 / 1001, 60])
def test_out_and_in_again(tmp_path: Path, fps: float) -> None:
    motion = clip(30, fps)
    write_a2f(HandOver(motion), tmp_path / "a.json")
    read = read_a2f(tmp_path / "a.json")
    assert read.motion.fps == fps
    assert read.missing == STUDIO.channels[52:]
    np.testing.assert_array_equal(read.motion.curves[:, :52], motion.curves[:, :52])


def test_an_old_file_of_46_in_another_order(tmp_path: Path) -> None:
    names = list(SHAPES[:46])[::-1]
    document = {"exportFps": 60.0, "facsNames": names, "weightMat": [[i / 100 for i in range(46)]]}
    (tmp_path / "a.json").write_text(json.dumps(document))
    read = read_a2f(tmp_path / "a.json")
    assert read.motion.channel(names[30])[0] == pytest.approx(0.3)
    assert set(read.missing) == set(STUDIO.channels) - set(names)


def change_key(key: str, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(document: dict[str, Any]) -> None:
        document[key] = value

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda d: d["facsNames"].__setitem__(3, "JAWOPEN"), "twice"),
        (lambda d: d["weightMat"][2].pop(), "weightMat has 51 numbers instead of 52 in row 2"),
        (lambda d: d["weightMat"][2].__setitem__(0, float("nan")), "holds NaN"),
        (lambda d: d["weightMat"][2].__setitem__(0, 1e39), "is not finite in frame 2"),
        (lambda d: d["weightMat"][2].__setitem__(0, "1"), "that is no number in row 2"),
        (lambda d: d["weightMat"].pop(), "numFrames does not fit, for there are 4"),
        (lambda d: d["weightMat"].clear(), "it holds no frame"),
        (change_key("numPoses", 46), "numPoses does not fit, for there are 52"),
        (change_key("facsNames", ["jawOpen"]), "numPoses does not fit"),
        (change_key("facsNames", 52), "facsNames is no list of names"),
        (change_key("weightMat", [1, 2]), "weightMat is no list of lists"),
        (change_key("exportFps", 0), "its frame rate of 0 is not between"),
        (change_key("exportFps", None), "exportFps is no number"),
    ],
)
def test_malformed_files_are_refused(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], said: str
) -> None:
    write_a2f(HandOver(clip(5)), tmp_path / "bad.json")
    document = json.loads((tmp_path / "bad.json").read_text())
    change(document)
    (tmp_path / "bad.json").write_text(json.dumps(document))
    with pytest.raises(
        ProjectError, match=r"^bad\.json cannot be read as an Audio2Face .*\.$"
    ) as e:
        read_a2f(tmp_path / "bad.json")
    assert said in str(e.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[1, 2]", "it holds no object"),
        ('{"facsNames": [], "facsNames": []}', "it names 'facsNames' twice"),
    ],
)
def test_what_is_no_json_is_refused(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "bad.json").write_text(text)
    with pytest.raises(ProjectError, match=said):
        read_a2f(tmp_path / "bad.json")


def test_a_path_in_the_file_is_never_followed(tmp_path: Path) -> None:
    write_a2f(HandOver(clip(2)), tmp_path / "a.json")
    document = json.loads((tmp_path / "a.json").read_text())
    document["trackPath"] = "../../../secret.wav"
    (tmp_path / "a.json").write_text(json.dumps(document))
    assert isinstance(read_a2f(tmp_path / "a.json").motion, Motion)
