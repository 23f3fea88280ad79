import subprocess
import sys
import tracemalloc
import wave
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from dimitra_studio.audio.decode import load_audio
from dimitra_studio.core.errors import AudioError
from dimitra_studio.core.paths import SAMPLE
from dimitra_studio.core.progress import Cancelled, Progress
from dimitra_studio.core.project import Media
from dimitra_studio.pipeline.playback import PlayableSound, load_sound


def noise(n_samples: int, n_channels: int) -> np.ndarray:
    rng = np.random.default_rng(0)
    return rng.integers(-20000, 20000, (n_samples, n_channels)).astype(np.int16)


def write_wav(path: Path, samples: np.ndarray, rate: int) -> Media:
    with wave.open(str(path), "wb") as file:
        file.setparams((samples.shape[1], 2, rate, len(samples), "NONE", ""))
        file.writeframes(samples.tobytes())
    return Media.from_file(path)


def write_late_sound(path: Path, samples: np.ndarray, rate: int, delay: float) -> Media:
    """A video whose sound starts ``delay`` seconds after its picture."""
    with av.open(str(path), "w") as container:
        sound = container.add_stream("pcm_s16le", rate=rate, layout="mono")
        video = container.add_stream("mpeg4", rate=25)
        video.width = video.height = 16
        video.pix_fmt = "yuv420p"
        container.mux(video.encode(av.VideoFrame(16, 16, "yuv420p")))
        container.mux(video.encode(None))
        frame = av.AudioFrame.from_ndarray(samples.T.copy(), "s16", "mono")
        frame.sample_rate, frame.time_base = rate, Fraction(1, rate)
        frame.pts = round(delay * rate)
        container.mux(sound.encode(frame))
        container.mux(sound.encode(None))
    return Media.from_file(path)


@pytest.mark.parametrize(("rate", "n_channels"), [(8000, 1), (22050, 1), (44100, 2), (48000, 2)])
def test_every_sample_comes_back(tmp_path: Path, rate: int, n_channels: int) -> None:
    samples = noise(rate // 2, n_channels)
    sound = load_sound(write_wav(tmp_path / "a.wav", samples, rate))
    assert sound.sample_rate == rate
    assert np.abs(sound.samples.astype(int) - samples).max() <= 1
    assert sound.duration == 0.5


def test_more_channels_become_stereo(tmp_path: Path) -> None:
    path = tmp_path / "surround.wav"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("pcm_s16le", rate=48000, layout="5.1")
        frame = av.AudioFrame.from_ndarray(noise(4800, 6).reshape(1, -1), "s16", "5.1")
        frame.sample_rate = 48000
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    assert load_sound(Media.from_file(path)).samples.shape == (4800, 2)


@pytest.mark.parametrize("delay", [0.0, 0.24])
def test_same_clock_as_the_analysis(tmp_path: Path, delay: float) -> None:
    media = write_late_sound(tmp_path / "late.mkv", noise(16000, 1), 16000, delay)
    heard, analysed = load_sound(media), load_audio(media.data)
    assert heard.duration == pytest.approx(analysed.duration, abs=1e-3)
    start = round(delay * 16000)
    assert np.abs(heard.samples[: max(0, start - 1)]).max(initial=0) == 0
    inside = slice(start + 100, 15000)
    expected = analysed.samples[inside] * 32767
    assert np.abs(heard.samples[inside, 0] - expected).max() < 2


def test_the_sample_plays_in_its_own_rate() -> None:
    media = Media.from_file(SAMPLE / "speech.flac")
    assert load_sound(media).duration == pytest.approx(load_audio(media.data).duration)


def test_memory_is_that_of_the_samples(tmp_path: Path) -> None:
    media = write_wav(tmp_path / "long.wav", noise(2_000_000, 2), 48000)
    tracemalloc.start()
    sound = load_sound(media)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1.6 * sound.samples.nbytes


def test_cancelling_closes_the_file(tmp_path: Path) -> None:
    media = write_wav(tmp_path / "long.wav", noise(300_000, 1), 8000)
    reports: list[Progress] = []

    def stop(progress: Progress) -> None:
        reports.append(progress)
        raise Cancelled

    with pytest.raises(Cancelled):
        load_sound(media, stop)
    assert [report.done for report in reports] == [10]


@pytest.mark.parametrize("data", [b"", b"no sound at all"])
def test_what_is_no_sound_is_one_sentence(data: bytes) -> None:
    with pytest.raises(AudioError, match=r"^[^.]*(\.wav)?[^.]*\.$"):
        load_sound(Media("a.wav", data))


@pytest.mark.parametrize(
    "samples", [np.zeros(5, np.int16), np.zeros((5, 3), np.int16), np.zeros((5, 1), np.float32)]
)
def test_other_samples_are_refused(samples: np.ndarray) -> None:
    with pytest.raises(ValueError, match="samples must be"):
        PlayableSound(samples, 48000)


def test_needs_no_torch() -> None:
    code = (
        "import sys, dimitra_studio.pipeline.playback, dimitra_studio.pipeline.delivery;"
        "sys.exit('torch' in sys.modules)"
    )
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0
