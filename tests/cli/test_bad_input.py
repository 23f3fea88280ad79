"""Inputs that cannot be used: one sentence, exit code 1, nothing lost, nothing left behind."""

import json
import shutil
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from dimitra_studio.core.motion import Motion
from dimitra_studio.core.motion_file import write_motion
from dimitra_studio.core.project import Media, Portrait, Project
from dimitra_studio.core.project_file import SCHEMA_VERSION, save_project
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.render.video import write_video
from tests.cli.conftest import Run
from tests.cli.materials import (
    portrait,
    write_huge_png,
    write_portrait_twice,
    write_sound,
)

BARE = Portrait(Media("face.png", b""), np.zeros(1, np.float32), np.zeros(1, np.float32))
FOUR_PICTURES = [np.full((64, 64, 3), value, np.uint8) for value in (0, 60, 120, 180)]


def write_project_of_tomorrow(path: Path) -> None:
    save_project(Project(), path)
    with zipfile.ZipFile(path) as archive:
        document = json.loads(archive.read("project.json"))
    document["schema_version"] = SCHEMA_VERSION + 1
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("project.json", json.dumps(document))


def write_half_a_portrait(path: Path) -> None:
    portrait().save(path, quality=95)
    path.write_bytes(path.read_bytes()[:3000])


def write_motion_of_zeros(path: Path) -> None:
    write_motion(Motion(np.zeros((5, len(STUDIO.channels)), np.float32), STUDIO), path)


def write_noise(path: Path) -> None:
    path.write_bytes(np.random.default_rng(0).integers(0, 256, 5000, np.uint8).tobytes())


FILES: dict[str, Callable[[Path], object]] = {
    "another.npz": lambda path: np.savez(path, x=np.zeros(3)),
    "bare.dimitra": lambda path: save_project(Project(portrait=BARE), path),
    "crowd.png": write_portrait_twice,
    "curves.npz": write_motion_of_zeros,
    "dot.png": lambda path: Image.new("RGB", (1, 1)).save(path),
    "empty.dimitra": lambda path: save_project(Project(), path),
    "empty.png": lambda path: path.write_bytes(b""),
    "empty.txt": lambda path: path.write_text(" \n"),
    "empty.wav": lambda path: path.write_bytes(b""),
    "film.mp4": lambda path: write_video(path, FOUR_PICTURES),
    "half.jpg": write_half_a_portrait,
    "huge.png": lambda path: write_huge_png(path, 200_000),
    "latin.txt": lambda path: path.write_bytes("déjà vu".encode("latin-1")),
    "long.txt": lambda path: path.write_text("as long as it gets " * 100),
    "newer.dimitra": write_project_of_tomorrow,
    "noise.dimitra": write_noise,
    "noise.json": write_noise,
    "noise.npz": write_noise,
    "noise.png": write_noise,
    "noise.TextGrid": write_noise,
    "noise.txt": write_noise,
    "noise.wav": write_noise,
    "other.json": lambda path: path.write_text('{"words": 3}'),
    "phone.heic": lambda path: path.write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(99)),
    "russian.txt": lambda path: path.write_text("Привет, меня зовут Ада", encoding="utf-8"),
    "silent.wav": lambda path: write_sound(path, np.zeros(16_000, np.float32)),
    "signs.txt": lambda path: path.write_text("?!... --- ..."),
    "stray.dimitra": lambda path: save_project(Project(active={"lips": "Take 9"}), path),
    "timeless.json": lambda path: path.write_text('{"words": [], "duration": 1e999}'),
    "wall.png": lambda path: Image.linear_gradient("L").convert("RGB").save(path),
}
"""What every user has lying about."""


@pytest.fixture(scope="module")
def lumber(tmp_path_factory: pytest.TempPathFactory, common: Path) -> Path:
    """One folder for all refusals: they leave it as it was."""
    folder = tmp_path_factory.mktemp("lumber")
    shutil.copytree(common, folder, dirs_exist_ok=True)
    for name, write in FILES.items():
        write(folder / name)
    (folder / "folder").mkdir()
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.fixture
def refusal(lumber: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """The sentence that a command line is refused with; nothing changes in its folder."""

    def refuse(line: str, *, at_once: bool) -> str:
        monkeypatch.chdir(lumber)
        before = contents(lumber)
        outcome = run(line)
        sentence = outcome.refusal
        assert contents(lumber) == before
        assert "Generating motion" not in outcome.err
        if at_once:
            assert len(outcome.err) == 1
        return sentence

    return refuse


AT_ONCE = {
    # options and output
    "render face.png speech.wav -o out.avi": "out.avi has no known ending; end it in .mp4",
    "render face.png speech.wav -o out": "out has no known ending",
    "generate speech.wav -o out.mp4": "end it in .dimitra or .npz",
    "track film.mp4 -o out.csv": "end it in .npz",
    "align speech.wav Hello -o out.txt": "end it in .textgrid or .srt or .vtt or .json",
    "render face.png speech.wav -o gone/out.mp4": "The folder gone does not exist; create it",
    "generate speech.wav -o speech.wav/out.npz": "The folder speech.wav does not exist",
    "export curves.npz --to csv -o folder": "folder is a folder",
    f"render face.png speech.wav -o {'a' * 300}.mp4": "the name is too long; choose a shorter",
    "render face.png film.mp4 -o film.mp4": "film.mp4 is one of the inputs and would be lost",
    "export curves.npz --to csv -o ./curves.npz": "is one of the inputs",
    "evaluate film.mp4 film.mp4 --json film.mp4": "is one of the inputs",
    "align speech.wav @other.json -o other.json": "is one of the inputs",
    "demo -o face.png": "there is a file of that name",
    "demo -o face.png/folder": "there is a file where a folder should be",
    "generate speech.wav -o out.npz --rig bfm": "studio",
    "generate speech.wav -o out.npz --segment 0:1": "no take to change a segment of",
    # the transcript
    "render face.png speech.wav -o out.mp4 --transcript ''": "The transcript is empty",
    "render face.png speech.wav -o out.mp4 --transcript @empty.txt": "empty.txt is empty",
    "render face.png speech.wav -o out.mp4 --transcript @noise.txt": "is not a text file",
    "render face.png speech.wav -o out.mp4 --transcript @latin.txt": "save it as UTF-8",
    "render face.png speech.wav -o out.mp4 --transcript @folder": "is not a text file",
    "render face.png speech.wav -o out.mp4 --transcript @gone.txt": "gone.txt does not exist",
    "render face.png speech.wav -o out.mp4 --transcript @": "is not a text file",
    "render face.png speech.wav -o out.mp4 --transcript @noise.TextGrid": "cannot be read as a",
    "render face.png speech.wav -o out.mp4 --transcript @noise.json": "is not a transcript",
    "render face.png speech.wav -o out.mp4 --transcript @other.json": "is not a transcript",
    "render face.png speech.wav -o out.mp4 --transcript @timeless.json": "a duration is a number",
    "render face.png speech.wav -o out.mp4 --transcript @gone.json": "cannot be read",
    # the recording
    "render face.png gone.wav -o out.mp4": "gone.wav does not exist; check the name",
    f"render face.png {'a' * 300}.wav -o out.mp4": "cannot be read",
    "render face.png folder -o out.mp4": "folder is a folder; give a file",
    "render face.png silent.wav -o out.mp4": "silent.wav holds no sound: it is silent",
    "render face.png noise.wav -o out.mp4": "noise.wav cannot be decoded",
    "render face.png empty.wav -o out.mp4": "empty.wav is empty",
    "render face.png words.txt -o out.mp4": "words.txt cannot be decoded",
    "render face.png film.mp4 -o out.mp4": "film.mp4 holds no sound: it has no audio track",
    "render face.png face.png -o out.mp4": "face.png holds no sound",
    "align noise.wav Hello -o out.json": "noise.wav cannot be decoded",
    "align silent.wav Hello -o out.json": "silent.wav holds no sound",
    # the portrait and the video
    "render gone.png speech.wav -o out.mp4": "gone.png does not exist; check the name",
    "render folder speech.wav -o out.mp4": "folder is a folder; give a file",
    "track gone.mp4 -o out.npz": "gone.mp4 does not exist",
    "track speech.wav -o out.npz": "speech.wav has no moving picture",
    "track noise.wav -o out.npz": "noise.wav cannot be decoded as a video",
    "track folder -o out.npz": "folder is a folder",
    # weights and projects
    "generate speech.wav -o out.npz --weights folder": "lips.safetensors is missing",
    "generate speech.wav -o out.npz --weights gone": "lips.safetensors is missing",
    "render newer.dimitra -o out.mp4": "was saved by a newer Dimitra Studio",
    "generate newer.dimitra -o newer.dimitra": "was saved by a newer Dimitra Studio",
    "export newer.dimitra --to csv -o out.csv": "was saved by a newer Dimitra Studio",
    "render noise.dimitra -o out.mp4": "noise.dimitra is not a readable project",
    "render stray.dimitra -o out.mp4": "it shows 'Take 9', a take that it does not hold",
    "generate bare.dimitra -o out.npz": "the curves of its portrait are those of no rig",
    "render empty.dimitra -o out.mp4": "has no take yet; generate one first",
    "render empty.dimitra speech.wav -o out.mp4": "leave out the recording",
    "render empty.dimitra -o out.mp4 --transcript Hi": "leave out the transcript",
    "generate empty.dimitra -o out.npz --portrait face.png": "leave out the portrait",
    "generate empty.dimitra -o out.npz": "has no recording; add one",
    "export another.npz --to csv -o out.csv": "is not a motion file",
    "export noise.npz --to csv -o out.csv": "is not a motion file",
    # folders of video
    "train gone -o run": "gone",
    "train folder -o run --cache cache": "folder",
    "train face.png -o run": "face.png",
    "train folder -o run --preset huge": "huge",
    "evaluate folder": "-o",
    "evaluate film.mp4": "nothing to judge it by",
    "evaluate speech.wav film.mp4": "has no moving picture",
}
"""Refused before anything else is said."""


@pytest.mark.parametrize(("line", "said"), AT_ONCE.items(), ids=[line[:70] for line in AT_ONCE])
def test_refused_at_once(line: str, said: str, refusal: Callable[..., str]) -> None:
    assert said in refusal(line, at_once=True)


AFTER_A_LOOK = {
    "render wall.png speech.wav -o out.mp4": "No face was found in the picture",
    "render crowd.png speech.wav -o out.mp4": "There are 2 faces of similar size",
    "render dot.png speech.wav -o out.mp4": "dot.png is only 1x1 pixels",
    "render huge.png speech.wav -o out.mp4": "too many pixels",
    "render phone.heic speech.wav -o out.mp4": "phone.heic is a HEIC picture",
    "render half.jpg speech.wav -o out.mp4": "half.jpg is damaged and cannot be decoded",
    "render noise.png speech.wav -o out.mp4": "noise.png is not a picture",
    "render empty.png speech.wav -o out.mp4": "empty.png is empty",
    "render speech.wav speech.wav -o out.mp4": "speech.wav is not a picture",
    "render film.mp4 speech.wav -o out.mp4": "film.mp4 is not a picture",
    "track film.mp4 -o out.npz": "No face",
    "track wall.png -o out.npz": "No face",
    "render face.png speech.wav -o out.mp4 --transcript @long.txt": "too long for the recording",
    "render face.png speech.wav -o out.mp4 --transcript @russian.txt": "not in English letters",
    "render face.png speech.wav -o out.mp4 --transcript @signs.txt": "has no words",
    "align speech.wav @long.txt -o out.json": "too long for the recording",
}
"""Refused when the input has been looked at, before anything is generated."""


@pytest.mark.parametrize(
    ("line", "said"), AFTER_A_LOOK.items(), ids=[line[:70] for line in AFTER_A_LOOK]
)
def test_refused_after_a_look(line: str, said: str, refusal: Callable[..., str]) -> None:
    assert said in refusal(line, at_once=False)


def test_damaged_weights_are_refused_at_once(
    refusal: Callable[..., str], small_weights: Path, tmp_path: Path
) -> None:
    shutil.copytree(small_weights, tmp_path / "weights")
    lips = tmp_path / "weights" / "lips.safetensors"
    lips.write_bytes(lips.read_bytes()[:-100])
    line = f"render face.png speech.wav -o out.mp4 --weights {tmp_path / 'weights'}"
    assert "lips.safetensors does not hold a motion network" in refusal(line, at_once=True)


def test_weights_of_another_component_are_refused_at_once(
    refusal: Callable[..., str], small_weights: Path, tmp_path: Path
) -> None:
    shutil.copytree(small_weights, tmp_path / "weights")
    shutil.copy(tmp_path / "weights" / "pose.safetensors", tmp_path / "weights/lips.safetensors")
    line = f"generate speech.wav -o out.npz --weights {tmp_path / 'weights'}"
    assert "lips.safetensors" in refusal(line, at_once=True)


def test_device_that_is_not_there_is_refused_at_once(refusal: Callable[..., str]) -> None:
    line = "render face.png speech.wav -o out.mp4 --device cuda:63"
    assert "PyTorch finds no device cuda:63" in refusal(line, at_once=True)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs the device files of Unix")
def test_endless_device_is_refused(refusal: Callable[..., str]) -> None:
    assert "is a device" in refusal("render face.png /dev/zero -o out.mp4", at_once=True)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs Linux's /sys")
def test_folder_that_cannot_be_written_is_refused(refusal: Callable[..., str]) -> None:
    sentence = refusal("render face.png speech.wav -o /sys/out.mp4", at_once=True)
    assert "the folder" in sentence
    assert "choose another" in sentence
