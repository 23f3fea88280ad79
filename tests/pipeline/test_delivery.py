import io
import os
import sys
import wave
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from dimitra_studio.audio.decode import load_audio
from dimitra_studio.core.errors import DimitraError, ExportError
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.progress import Cancelled, Progress
from dimitra_studio.core.project import Media, Portrait, Project, add_take, shown_motion
from dimitra_studio.core.project_file import load_project
from dimitra_studio.core.rig import COMPONENTS, STUDIO
from dimitra_studio.core.take import Take
from dimitra_studio.core.timeline import Segment
from dimitra_studio.pipeline.delivery import Delivery, deliver
from dimitra_studio.pipeline.engine import Engine
from dimitra_studio.render.mesh import MeshRenderer

N_FRAMES = 60
RATE = 32000
MESH = Delivery(renderer="mesh", size=64)


def tones() -> np.ndarray:
    """Every half second another tone: 400, 800, 1200, … hertz."""
    time = np.arange(round(N_FRAMES / 25 * RATE)) / RATE
    pitch = 400 * (1 + np.floor(time * 2))
    return np.round(10000 * np.sin(2 * np.pi * pitch * time)).astype("<i2")


@pytest.fixture(scope="module")
def turning(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A head that turns from one side to the other, and tones."""
    path = tmp_path_factory.mktemp("sound") / "tones.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        file.writeframes(tones().tobytes())
    curves = np.zeros((N_FRAMES, len(STUDIO.channels)), np.float32)
    curves[:, STUDIO.column("headYaw")] = np.linspace(-0.6, 0.6, N_FRAMES)
    take = Take("Take 1", Motion(curves, STUDIO), "imported", COMPONENTS, 0.0, N_FRAMES / 25)
    return add_take(Project("Turning", recording=Media.from_file(path)), take)


@pytest.fixture(scope="module")
def on_photograph(engine: Engine, turning: Project, sample_portrait: Media) -> Project:
    identity = np.zeros(engine.rig.n_identity, np.float32)
    rest = np.zeros(len(STUDIO.channels), np.float32)
    return replace(turning, portrait=Portrait(sample_portrait, identity, rest))


def read_video(path: Path) -> np.ndarray:
    with av.open(str(path)) as container:
        return np.stack([frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)])


def pitch_at(samples: np.ndarray, rate: int, time: float) -> float:
    """The strongest frequency of a tenth of a second around ``time``."""
    around = samples[round((time - 0.05) * rate) : round((time + 0.05) * rate)]
    spectrum = np.abs(np.fft.rfft(around * np.hanning(len(around)), 1 << 15))
    return float(np.argmax(spectrum) * rate / (1 << 15))


def test_range_has_its_frames_and_its_sound(
    engine: Engine, turning: Project, tmp_path: Path
) -> None:
    path = tmp_path / "a.mp4"
    delivery = replace(MESH, segment=Segment(1.0, 1.8))
    assert deliver(engine, turning, delivery, path) == [path]
    pictures = read_video(path).astype(int)
    assert pictures.shape == (20, 64, 64, 3)
    motion = shown_motion(turning)
    assert motion is not None
    identity = turning.portrait.identity if turning.portrait else None
    with MeshRenderer(engine.rig, identity, size=(64, 64)) as renderer:
        whole = np.stack([renderer.frame(row) for row in motion.curves]).astype(int)
    nearest = [np.abs(whole - picture).sum((1, 2, 3)).argmin() for picture in pictures[::4]]
    assert np.abs(nearest - np.arange(25, 45, 4)).max() <= 1  # its own, or one that looks the same
    sound = load_audio(path)
    assert sound.duration == pytest.approx(0.8, abs=0.04)
    heard = [pitch_at(sound.samples, 16000, time) for time in (0.25, 0.65)]
    assert heard == pytest.approx([1200, 1600], abs=20)


@pytest.mark.parametrize(("delay", "changes_at"), [(0.0, 0.3), (0.1, 0.4), (-0.1, 0.2)])
def test_sound_is_moved_by_the_projects_delay(
    engine: Engine, turning: Project, tmp_path: Path, delay: float, changes_at: float
) -> None:
    path = tmp_path / "a.mp4"
    delivery = replace(MESH, segment=Segment(0.2, 1.0))
    deliver(engine, replace(turning, sound_delay=delay), delivery, path)
    samples = load_audio(path).samples
    heard = [pitch_at(samples, 16000, changes_at + side) for side in (-0.06, 0.06)]
    assert heard == pytest.approx([400, 800], abs=20)


def test_sound_before_the_beginning_is_silence(
    engine: Engine, turning: Project, tmp_path: Path
) -> None:
    path = tmp_path / "a.mp4"
    delivery = replace(MESH, segment=Segment(0, 0.4))
    deliver(engine, replace(turning, sound_delay=0.2), delivery, path)
    samples = load_audio(path).samples
    assert np.abs(samples[:2800]).max() < 0.01
    assert pitch_at(samples, 16000, 0.3) == pytest.approx(400, abs=20)


def test_without_sound(engine: Engine, turning: Project, tmp_path: Path) -> None:
    path = tmp_path / "a.mp4"
    deliver(engine, turning, replace(MESH, with_sound=False, segment=Segment(0, 0.2)), path)
    with av.open(str(path)) as container:
        assert [stream.type for stream in container.streams] == ["video"]


def test_another_rate(engine: Engine, turning: Project, tmp_path: Path) -> None:
    path = tmp_path / "a.mp4"
    deliver(engine, turning, replace(MESH, fps=50, segment=Segment(0.5, 1.0)), path)
    with av.open(str(path)) as container:
        assert container.streams.video[0].average_rate == 50
    assert len(read_video(path)) == 25
    assert load_audio(path).duration == pytest.approx(0.5, abs=0.04)


def test_quality_decides_the_size(engine: Engine, turning: Project, tmp_path: Path) -> None:
    sizes = []
    for quality in ("best", "high", "medium", "small"):
        path = tmp_path / f"{quality}.mp4"
        deliver(engine, turning, replace(MESH, quality=quality, with_sound=False), path)
        sizes.append(path.stat().st_size)
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > 2 * sizes[-1]


@pytest.mark.parametrize(("kind", "name"), [("mp4", "a.mp4"), ("images", "a")])
def test_size_is_told_beforehand(
    engine: Engine, turning: Project, tmp_path: Path, kind: str, name: str
) -> None:
    delivery = replace(MESH, kind=kind, size=256, segment=Segment(0.0, 0.8))
    (path,) = deliver(engine, turning, delivery, tmp_path / name)
    files = path.iterdir() if path.is_dir() else [path]
    n_bytes = sum(file.stat().st_size for file in files)
    estimate = delivery.estimate_bytes(len(delivery.frames(N_FRAMES)), 25, None)
    assert 1 / 3 < n_bytes / estimate < 3


def test_portrait_is_scaled_to_even_numbers(
    engine: Engine, on_photograph: Project, tmp_path: Path
) -> None:
    path = tmp_path / "a.mp4"
    delivery = Delivery(size=101, segment=Segment(1.16, 1.2))
    deliver(engine, on_photograph, delivery, path)
    portrait = on_photograph.portrait
    assert portrait is not None
    with Image.open(io.BytesIO(portrait.media.data)) as picture:
        width, height = picture.size
        small = np.asarray(picture.convert("RGB").resize((100, round(100 * height / width))))
    seen = read_video(path)[0]
    assert seen.shape[1::-1] == delivery.picture_size((width, height))
    assert max(seen.shape) in (100, 102)
    assert not any(side % 2 for side in seen.shape[:2])
    n = min(len(seen), len(small))
    assert np.corrcoef(seen[:n, :100].ravel(), small[:n, :100].ravel())[0, 1] > 0.95


def test_images_have_an_alpha_channel(engine: Engine, turning: Project, tmp_path: Path) -> None:
    folder = tmp_path / "frames"
    delivery = replace(MESH, kind="images", background=None, segment=Segment(1.0, 1.2))
    assert deliver(engine, turning, delivery, folder) == [folder]
    names = sorted(file.name for file in folder.iterdir())
    assert names == [f"{number:05}.png" for number in range(1, 6)] + ["sound.wav"]
    with Image.open(folder / "00001.png") as picture:
        assert picture.mode == "RGBA"
        assert "Synthetic" in picture.text["Comment"]  # type: ignore[attr-defined]  # of PNG
        first = np.asarray(picture)
    with Image.open(folder / "00005.png") as picture:
        last = np.asarray(picture)
    alpha = first[..., 3]
    assert (alpha[0, 0], alpha[32, 32]) == (0, 255)
    assert np.any((alpha > 0) & (alpha < 255))  # its edge is smooth
    assert np.any(first != last)
    with wave.open(str(folder / "sound.wav")) as file:
        assert (file.getframerate(), file.getnframes()) == (RATE, round(0.2 * RATE))
        samples = np.frombuffer(file.readframes(RATE), "<i2")
    assert np.abs(samples - tones()[RATE : RATE + len(samples)].astype(int)).max() <= 1


def test_images_over_a_background_have_none(
    engine: Engine, turning: Project, tmp_path: Path
) -> None:
    folder = tmp_path / "frames"
    green = (0, 177, 64)
    delivery = replace(MESH, kind="images", background=green, with_sound=False)
    deliver(engine, turning, replace(delivery, segment=Segment(0, 0.04)), folder)
    assert [file.name for file in folder.iterdir()] == ["00001.png"]
    with Image.open(folder / "00001.png") as picture:
        assert picture.mode == "RGB"
        assert np.abs(np.asarray(picture)[0, 0].astype(int) - green).max() <= 1


def test_project_is_whole(engine: Engine, turning: Project, tmp_path: Path) -> None:
    path = tmp_path / "hand-over.dimitra"
    delivery = Delivery(kind="project", segment=Segment(0, 1))
    assert deliver(engine, turning, delivery, path) == [path]
    again = load_project(path)
    assert again.recording == turning.recording
    assert len(again.takes[0].motion) == N_FRAMES


@pytest.mark.parametrize("kind", ["mp4", "images"])
def test_cancelling_leaves_nothing(
    engine: Engine, turning: Project, tmp_path: Path, kind: str
) -> None:
    def stop(progress: Progress) -> None:
        assert progress.total == N_FRAMES
        if progress.done == 5:
            raise Cancelled

    with pytest.raises(Cancelled):
        deliver(engine, turning, replace(MESH, kind=kind), tmp_path / "out", stop)
    assert list(tmp_path.iterdir()) == []


def without_portrait(project: Project) -> Project:
    return replace(project, portrait=None)


def without_take(project: Project) -> Project:
    return replace(project, takes=(), active={})


@pytest.mark.parametrize(
    ("change", "delivery", "name", "message"),
    [
        (without_portrait, Delivery(), "a.mp4", "has no portrait"),
        (without_take, MESH, "a.mp4", "has no motion to export"),
        (replace, replace(MESH, segment=Segment(50, 60)), "a.mp4", "lies after the end"),
        (replace, MESH, "nowhere/a.mp4", "does not exist"),
        (replace, replace(MESH, kind="images"), "nowhere/a", "does not exist"),
        (replace, replace(MESH, kind="images"), "file", "is a file"),
        (replace, MESH, "file/a.mp4", "does not exist"),
        (replace, replace(MESH, kind="images"), "a" * 300, "name is too long"),
    ],
)
def test_impossible_delivery_is_one_sentence(
    *,
    engine: Engine,
    turning: Project,
    tmp_path: Path,
    change: Callable[[Project], Project],
    delivery: Delivery,
    name: str,
    message: str,
) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(DimitraError, match=message) as refused:
        deliver(engine, change(turning), delivery, tmp_path / name)
    assert str(refused.value).endswith(".")
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="nothing is read-only for this user"
)
@pytest.mark.parametrize("kind", ["mp4", "images", "csv", "project"])
def test_read_only_folder_is_one_sentence(
    engine: Engine, turning: Project, tmp_path: Path, kind: str
) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ExportError, match=r"cannot be written; choose another\.$"):
        deliver(engine, turning, replace(MESH, kind=kind), tmp_path / "out")
    tmp_path.chmod(0o700)
