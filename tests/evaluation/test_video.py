from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray
from skimage.data import astronaut

from dimitra_studio.core.errors import ImageError
from dimitra_studio.core.progress import Cancelled, Progress
from dimitra_studio.core.transcript import Phoneme, Transcript, Word
from dimitra_studio.evaluation.video import compare_videos, measure_video, read_durations
from dimitra_studio.face.video import read_frames
from tests.conftest import shared_data

Frames = list[NDArray[np.uint8]]


def write_video(path: Path, frames: Frames, *, sound: float = 0.0) -> Path:
    """Encode frames at 25 a second, and a tone of so many seconds."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=25, options={"crf": "10"})
        stream.height, stream.width = frames[0].shape[:2]
        stream.pix_fmt = "yuv420p"
        tone = container.add_stream("pcm_s16le", rate=16_000, layout="mono") if sound else None
        for frame in frames:
            container.mux(stream.encode(av.VideoFrame.from_ndarray(frame, format="rgb24")))
        container.mux(stream.encode())
        if tone is not None:
            wave = (8000 * np.sin(np.arange(round(sound * 16_000)) / 8)).astype(np.int16)
            samples = av.AudioFrame.from_ndarray(wave[None], format="s16", layout="mono")
            samples.sample_rate = 16_000
            container.mux([*tone.encode(samples), *tone.encode()])
    return path


def make_clip(n_frames: int) -> Frames:
    """A portrait that wanders through the picture."""
    portrait = astronaut()[0:256, 96:352]
    return [np.roll(portrait, step % 7, axis=1) for step in range(n_frames)]


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_video(tmp_path_factory.mktemp("clip") / "clip.mkv", make_clip(20), sound=0.7)


def test_every_frame_is_measured(clip: Path) -> None:
    seen: list[Progress] = []
    landmarks = measure_video(clip, on_progress=seen.append)
    assert landmarks.shape == (20, 478, 3)
    assert np.isfinite(landmarks).all()
    assert [progress.done for progress in seen] == list(range(1, 21))
    assert seen[-1].total == 20


def test_measuring_can_be_stopped(clip: Path) -> None:
    def stop(progress: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        measure_video(clip, on_progress=stop)


def test_durations_are_those_of_the_tracks(clip: Path, tmp_path: Path) -> None:
    durations = read_durations(clip)
    assert durations.picture == pytest.approx(0.8, abs=0.002)
    assert durations.sound == pytest.approx(0.7, abs=0.002)
    silent = write_video(tmp_path / "silent.mp4", make_clip(5))
    assert np.isnan(read_durations(silent).sound)


def test_a_video_equals_itself(clip: Path) -> None:
    report = compare_videos(clip, clip)
    assert report.tracks.seen_generated == 1
    assert report.closures is None
    assert report.landmarks is not None
    assert report.landmarks.f_lmd == pytest.approx(0, abs=1e-9)
    assert report.pictures is not None
    assert report.pictures.psnr == np.inf
    assert report.pictures.ssim == pytest.approx(1)
    assert report.motion.head_jitter == pytest.approx(1)


def test_a_video_without_a_face_is_told_so(clip: Path, tmp_path: Path) -> None:
    grey = [np.full((256, 256, 3), 90, np.uint8)] * 15
    transcript = Transcript((Word("b", 0, 0.2, phonemes=(Phoneme("B", 0, 0.2),)),), 0.6)
    report = compare_videos(write_video(tmp_path / "grey.mp4", grey), clip, transcript)
    assert report.tracks.seen_generated == 0
    assert report.landmarks is None
    assert report.lips is None
    assert report.closures is not None
    assert report.closures.n_closures == 1
    assert np.isnan(report.closures.closed_generated)
    assert "nan" not in str(report)


def test_what_is_no_video_is_refused(tmp_path: Path, clip: Path) -> None:
    path = tmp_path / "speech.mp4"
    path.write_bytes(b"no video at all")
    with pytest.raises(ImageError, match=r"speech\.mp4"):
        compare_videos(path, clip)


def test_a_real_clip_two_frames_late_is_two_frames_late(tmp_path: Path) -> None:
    real = shared_data("grid_s1") / "clips" / "bbaf2n.mp4"
    frames = list(read_frames(real))
    late = write_video(tmp_path / "late.mp4", [frames[0]] * 2 + frames[:-2])
    report = compare_videos(late, real)
    assert report.lips is not None
    assert report.lips.best_lag == 2
    assert report.lips.best_aperture > 0.98
    assert report.lips.aperture < report.lips.best_aperture
    assert report.pictures is not None
    assert 20 < report.pictures.psnr < 50
