import shutil
import wave
import zipfile
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QUrl

from dimitra_studio.core.paths import SAMPLE
from dimitra_studio.gui.dropping import (
    ACCEPTED,
    SUFFIXES,
    Choice,
    Dropped,
    dropped_paths,
    kind_of,
    sort_files,
)


def make_picture(path: Path) -> Path:
    Image.new("RGB", (8, 8)).save(path)
    return path


def make_wave(path: Path) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16000)
        file.writeframes(bytes(3200))
    return path


def make_media(path: Path, *, codec: str, container: str | None = None) -> Path:
    with av.open(str(path), "w", format=container) as file:
        if codec in {"libx264", "vp8", "mpeg4"}:
            stream = file.add_stream(codec, rate=25)
            stream.width, stream.height, stream.pix_fmt = 64, 64, "yuv420p"
            frame = av.VideoFrame.from_ndarray(np.zeros((64, 64, 3), np.uint8), format="rgb24")
        else:
            stream = file.add_stream(codec, rate=48000)
            frame = av.AudioFrame.from_ndarray(
                np.zeros((1, 4800), np.float32), format="fltp", layout="mono"
            )
            frame.sample_rate = 48000
        file.mux(stream.encode(frame))
        file.mux(stream.encode())
    return path


def make_project(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("project.json", "{}")
    return path


def make_text(path: Path, text: str = "Hello there.") -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("suffix", SUFFIXES["portrait"])
def test_pictures(suffix: str, tmp_path: Path) -> None:
    assert kind_of(make_picture(tmp_path / f"a{suffix}")) == "portrait"


@pytest.mark.parametrize(
    ("name", "codec", "kind"),
    [
        ("a.mp3", "libmp3lame", "recording"),
        ("a.m4a", "aac", "recording"),
        ("a.flac", "flac", "recording"),
        ("a.ogg", "libopus", "recording"),
        ("a.opus", "libopus", "recording"),
        ("a.mp4", "mpeg4", "video"),
        ("a.mov", "mpeg4", "video"),
        ("a.mkv", "mpeg4", "video"),
        ("a.webm", "vp8", "video"),
        ("a.avi", "mpeg4", "video"),
    ],
)
def test_sound_and_video(name: str, codec: str, kind: str, tmp_path: Path) -> None:
    container = "ipod" if name.endswith("m4a") else None
    if codec == "flac":
        path = shutil.copy(SAMPLE / "speech.flac", tmp_path / name)
    else:
        path = make_media(tmp_path / name, codec=codec, container=container)
    assert kind_of(Path(path)) == kind


def test_content_counts_more_than_the_name(tmp_path: Path) -> None:
    picture = make_picture(tmp_path / "a.png").rename(tmp_path / "a.wav")
    sound = make_wave(tmp_path / "b.wav").rename(tmp_path / "b.jpg")
    grid = make_text(tmp_path / "c.txt", 'File type = "ooTextFile"\n')
    nameless = make_wave(tmp_path / "d")
    kinds = [kind_of(path) for path in (picture, sound, grid, nameless)]
    assert kinds == ["portrait", "recording", "timing", "recording"]


def test_capitals_do_not_matter(tmp_path: Path) -> None:
    assert kind_of(make_text(tmp_path / "A.TXT")) == "transcript"
    assert kind_of(make_text(tmp_path / "B.textgrid")) == "timing"


def test_each_finds_its_place(tmp_path: Path) -> None:
    np.savez(tmp_path / "m.npz", a=np.zeros(3))
    paths = {
        "portrait": make_picture(tmp_path / "a.png"),
        "recording": make_wave(tmp_path / "b.wav"),
        "video": make_media(tmp_path / "c.mp4", codec="mpeg4"),
        "timing": make_text(tmp_path / "d.srt"),
        "project": make_project(tmp_path / "e.dimitra"),
    }
    expected = Dropped(**paths, motion=(tmp_path / "m.npz",))  # type: ignore[arg-type]
    assert sort_files([*paths.values(), tmp_path / "m.npz"]) == expected


def test_two_for_one_place_are_a_choice(tmp_path: Path) -> None:
    first, second = make_picture(tmp_path / "a.png"), make_picture(tmp_path / "b.jpg")
    sound = make_wave(tmp_path / "c.wav")
    found = sort_files([first, sound, second, first])
    assert found == Dropped(recording=sound, ambiguous=(Choice("portrait", (first, second)),))


def test_words_with_and_without_times_are_a_choice(tmp_path: Path) -> None:
    text, grid = make_text(tmp_path / "a.txt"), make_text(tmp_path / "a.TextGrid")
    assert sort_files([text, grid]).ambiguous == (Choice("timing", (text, grid)),)


def test_several_motions_are_no_choice(tmp_path: Path) -> None:
    paths = tuple(tmp_path / name for name in ("a.npz", "b.npz"))
    for path in paths:
        np.savez(path, a=np.zeros(2))
    assert sort_files(paths) == Dropped(motion=paths)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.exe", b"MZ\x90\0", "a.exe is of no type that can be used; accepted are png, jpg"),
        ("a", b"abc", "a is of no type"),
        ("a.wav", b"", "a.wav is empty."),
        ("a.txt", b"Hi\0\1\2there", "a.txt is not a text file."),
        ("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0", "a.heic is of no type"),
    ],
)
def test_refusal_is_a_sentence(name: str, content: bytes, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    ((refused, said),) = sort_files([path]).refused
    assert refused == path
    assert said.startswith(sentence)
    assert said.endswith(".")


def test_folder_and_missing_file_are_refused(tmp_path: Path) -> None:
    refused = dict(sort_files([tmp_path, tmp_path / "gone.wav"]).refused)
    assert refused[tmp_path] == f"{tmp_path.name} is a folder; drop the files in it."
    assert refused[tmp_path / "gone.wav"].startswith("gone.wav cannot be read: ")


def test_text_of_windows_is_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Hello", encoding="utf-16")
    assert kind_of(path) == "transcript"


def test_target_decides_what_a_video_is_for(tmp_path: Path) -> None:
    video = make_media(tmp_path / "a.mp4", codec="mpeg4")
    assert sort_files([video], "recording") == Dropped(recording=video)
    assert sort_files([video], "video") == Dropped(video=video)


def test_wrong_target_names_what_it_accepts(tmp_path: Path) -> None:
    sound = make_wave(tmp_path / "a.wav")
    ((_, said),) = sort_files([sound], "portrait").refused
    assert said == (
        "a.wav cannot be dropped there; accepted are png, jpg, jpeg, webp, bmp, tif, tiff."
    )


def test_every_kind_has_a_target() -> None:
    assert {kind for kinds in ACCEPTED.values() for kind in kinds} == set(SUFFIXES)


def test_only_files_of_a_disk_are_taken(tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/a.png"), QUrl.fromLocalFile(str(tmp_path / "b.png"))])
    assert dropped_paths(data) == [tmp_path / "b.png"]
