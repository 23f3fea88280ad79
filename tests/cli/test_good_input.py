"""Unusual but sound inputs: they work, and the result is as long as the recording."""

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from dimitra_studio.core.audio import SAMPLE_RATE
from dimitra_studio.core.motion import FPS, count_frames
from dimitra_studio.core.motion_file import read_motion
from dimitra_studio.face.image import LONGEST_SIDE
from dimitra_studio.face.video import read_frames, read_info
from dimitra_studio.render.video import write_video
from tests.cli.conftest import Run
from tests.cli.materials import (
    FACE_SIDE,
    portrait,
    spoken,
    track_durations,
    write_gif,
    write_sound,
)


def check_video(path: Path, duration: float, *, within: float = 1e-3) -> None:
    """It is as long as its recording, and picture and sound end together."""
    picture, sound = track_durations(path)
    assert picture == pytest.approx(count_frames(duration) / FPS, abs=within)
    assert sound == pytest.approx(picture, abs=1e-3)


def write_talking(path: Path) -> None:
    """A video with sound."""
    write_sound(path.with_suffix(".wav"), spoken(0.4), rate=48_000)
    frames = [np.full((64, 64, 3), value, np.uint8) for value in range(0, 250, 25)]
    write_video(path, frames, audio=path.with_suffix(".wav"))


RECORDINGS: dict[str, Callable[[Path], object]] = {
    "telephone.wav": lambda path: write_sound(path, spoken(0.4), rate=8000),
    "studio.wav": lambda path: write_sound(path, spoken(0.4), rate=96_000, codec="pcm_s24le"),
    "cinema.flac": lambda path: write_sound(
        path, spoken(0.4), rate=48_000, layout="5.1", codec="flac"
    ),
    "stereo.mp3": lambda path: write_sound(
        path, spoken(0.4), rate=44_100, layout="stereo", codec="libmp3lame"
    ),
    "message.opus": lambda path: write_sound(path, spoken(0.4), rate=48_000, codec="libopus"),
    "talking.mp4": write_talking,
}


@pytest.mark.parametrize("name", RECORDINGS)
def test_recording_of_any_kind_is_rendered(name: str, folder: Path, run: Run) -> None:
    RECORDINGS[name](folder / name)
    outcome = run(f"render face.png {name} -o out.mp4")
    assert (outcome.code, outcome.out) == (0, "out.mp4\n"), outcome.err
    check_video(folder / "out.mp4", 0.4, within=1.5 / FPS)  # lossy sound is made of blocks


@pytest.mark.parametrize("seconds", [0.02, 0.1])
def test_shortest_recordings_are_rendered(seconds: float, folder: Path, run: Run) -> None:
    write_sound(folder / "short.wav", spoken(1.0)[8000 : 8000 + round(seconds * SAMPLE_RATE)])
    assert run("render face.png short.wav -o out.mp4").code == 0
    check_video(folder / "out.mp4", seconds)


def test_short_recording_with_its_word_is_rendered(folder: Path, run: Run) -> None:
    write_sound(folder / "short.wav", spoken(1.0)[8000:9600])
    assert run("render face.png short.wav -o out.mp4 --transcript Oh").code == 0
    check_video(folder / "out.mp4", 0.1)


def write_turned(path: Path) -> None:
    """A picture that lies on its side, and says so as cameras do."""
    exif = Image.Exif()
    exif[0x0112] = 6
    portrait().crop((20, 0, FACE_SIDE, FACE_SIDE)).rotate(90, expand=True).save(path, exif=exif)


def write_16_bit(path: Path) -> None:
    grey = np.asarray(portrait().convert("L"), np.uint16) * 257
    Image.fromarray(grey).save(path)


def write_cut_out(path: Path) -> None:
    picture = portrait().convert("RGBA")
    picture.putalpha(Image.linear_gradient("L").point(lambda value: 255 if value < 240 else 0))
    picture.save(path)


PORTRAITS: dict[str, Callable[[Path], object]] = {
    "grey.png": lambda path: portrait().convert("L").save(path),
    "sixteen.png": write_16_bit,
    "cut-out.png": write_cut_out,
    "palette.png": lambda path: portrait().quantize(64).save(path),
    "print.jpg": lambda path: portrait().convert("CMYK").save(path),
    "animated.gif": lambda path: write_gif(path, [portrait(), portrait().rotate(180)]),
    "web.webp": lambda path: portrait().save(path),
}


@pytest.mark.parametrize("name", PORTRAITS)
def test_portrait_of_any_kind_is_rendered(name: str, folder: Path, run: Run) -> None:
    PORTRAITS[name](folder / name)
    outcome = run(f"render {name} speech.wav -o out.mp4")
    assert outcome.code == 0, outcome.err
    check_video(folder / "out.mp4", 0.4)
    info = read_info(folder / "out.mp4")
    assert (info.width, info.height) == (FACE_SIDE, FACE_SIDE)
    still = next(read_frames(folder / "out.mp4")).mean(-1)
    same = np.corrcoef(still.ravel(), np.asarray(portrait().convert("L")).ravel())[0, 1]
    assert same > 0.9  # it is this person, upright and in the right light


def test_turned_portrait_is_rendered_upright(folder: Path, run: Run) -> None:
    write_turned(folder / "turned.jpg")
    assert run("render turned.jpg speech.wav -o out.mp4").code == 0
    info = read_info(folder / "out.mp4")
    assert (info.width, info.height) == (FACE_SIDE - 20, FACE_SIDE)


def test_enormous_portrait_is_rendered_at_a_usual_size(folder: Path, run: Run) -> None:
    wide = Image.new("RGB", (12_000, 3000), "grey")
    wide.paste(portrait().resize((3000, 3000)), (4500, 0))
    wide.save(folder / "huge.jpg")
    assert run("render huge.jpg speech.wav -o out.mp4").code == 0
    check_video(folder / "out.mp4", 0.4)
    assert read_info(folder / "out.mp4").width == LONGEST_SIDE


@pytest.mark.parametrize(
    "name",
    [
        "two words.mp4",
        "Ελληνικά 日本語 🙂.mp4",
        "a" * 250 + ".mp4",
        "-dash.mp4",
        "OUT.MP4",
        "quote'\".mp4",
    ],
)
def test_output_may_have_any_name(name: str, folder: Path, run: Run) -> None:
    (folder / "speech.wav").rename(folder / "it's speech é.wav")
    (folder / "face.png").rename(folder / "my face 顔.png")
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    line = f'render "my face 顔.png" "it\'s speech é.wav" --renderer mesh -o "./{escaped}"'
    outcome = run(line)
    assert outcome.code == 0, outcome.err
    check_video(folder / name, 0.4)


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode on Windows")
def test_name_that_is_not_unicode_is_written(folder: Path, run: Run) -> None:
    name = os.fsdecode(b"caf\xe9.npz")
    outcome = run(f"generate speech.wav -o {name}")
    assert outcome.code == 0, outcome.err
    assert len(read_motion(folder / name)) == count_frames(0.4)


def test_transcript_of_another_text_is_noted_and_used(folder: Path, run: Run) -> None:
    write_sound(folder / "speech.wav", spoken(2.5))
    text = "Grandfather bought seven yellow bicycles yesterday"
    outcome = run(f'generate speech.wav -o out.npz --transcript "{text}"')
    assert outcome.code == 0, outcome.err
    (note,) = outcome.notes
    assert "check" in note
    assert len(read_motion(folder / "out.npz")) == count_frames(2.5)


def test_transcript_file_with_a_byte_order_mark_is_read(folder: Path, run: Run) -> None:
    (folder / "words.txt").write_text("Hello!", encoding="utf-8-sig")
    assert run("align speech.wav @words.txt -o out.json").code == 0
    assert '"Hello!"' in (folder / "out.json").read_text(encoding="utf-8")


def test_new_output_replaces_the_old(folder: Path, run: Run) -> None:
    (folder / "out.npz").write_text("old")
    assert run("generate speech.wav -o out.npz").code == 0
    assert len(read_motion(folder / "out.npz")) == count_frames(0.4)
    assert sorted(path.name for path in folder.iterdir()) == [
        "face.png",
        "out.npz",
        "speech.wav",
        "words.txt",
    ]
