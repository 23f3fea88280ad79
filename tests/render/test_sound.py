from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from dimitra_studio.audio.decode import load_audio
from dimitra_studio.core.audio import Audio
from dimitra_studio.core.errors import AudioError
from dimitra_studio.core.paths import SAMPLE
from dimitra_studio.render.sound import Sound


def write_sound(
    path: Path, samples: np.ndarray, rate: int, layout: str, *, delay: float = 0.0
) -> Path:
    """Encode ``(channels, S)`` samples; ``delay`` shifts their timestamps against a picture."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("pcm_s16le", rate=rate, layout=layout)
        if delay:
            video = container.add_stream("mpeg4", rate=25)
            video.width = video.height = 16
            video.pix_fmt = "yuv420p"
            container.mux(video.encode(av.VideoFrame(16, 16, "yuv420p")))
            container.mux(video.encode(None))
        packed = np.round(samples.T.reshape(1, -1) * 32767).astype(np.int16)
        frame = av.AudioFrame.from_ndarray(packed, "s16", layout)
        frame.sample_rate, frame.time_base = rate, Fraction(1, rate)
        frame.pts = round(delay * rate)
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def tone(n_channels: int, rate: int, duration: float = 0.5) -> np.ndarray:
    time = np.arange(round(rate * duration)) / rate
    return np.stack([0.3 * np.sin(2 * np.pi * 200 * (k + 1) * time) for k in range(n_channels)])


@pytest.mark.parametrize(
    ("rate", "layout", "n_channels"),
    [(32000, "mono", 1), (44100, "stereo", 2), (96000, "stereo", 2), (48000, "5.1", 6)],
)
def test_rate_and_channels_are_kept(
    tmp_path: Path, rate: int, layout: str, n_channels: int
) -> None:
    samples = tone(n_channels, rate)
    sound = Sound(write_sound(tmp_path / "a.wav", samples, rate, layout))
    assert (sound.rate, sound.layout) == (rate, layout)
    read = np.concatenate([sound.read(1000), sound.read(samples.shape[1] - 1000)], 1)
    sound.close()
    assert np.abs(read - samples).max() < 1e-3


@pytest.mark.parametrize(("rate", "expected"), [(8000, 32000), (16000, 32000), (22050, 44100)])
def test_low_rates_are_doubled(tmp_path: Path, rate: int, expected: int) -> None:
    sound = Sound(write_sound(tmp_path / "a.wav", tone(1, rate), rate, "mono"))
    assert sound.rate == expected
    assert np.abs(sound.read(expected // 4)).max() > 0.1


def test_rates_that_aac_does_not_know_become_lower_ones(tmp_path: Path) -> None:
    sound = Sound(write_sound(tmp_path / "a.wav", tone(1, 192000), 192000, "mono"))
    assert sound.rate == 96000
    assert np.abs(sound.read(40000) - tone(1, 96000)[:, :40000]).mean() < 0.01
    sound.close()


def test_silence_after_the_end(tmp_path: Path) -> None:
    sound = Sound(write_sound(tmp_path / "a.wav", tone(1, 32000), 32000, "mono"))
    assert sound.read(20000)[:, 16000:].max() == 0.0
    assert sound.read(100).max() == 0.0
    sound.close()


@pytest.mark.parametrize("delay", [0.0, 0.25])
def test_same_clock_as_the_analysis(tmp_path: Path, delay: float) -> None:
    path = write_sound(tmp_path / "a.mkv", tone(1, 16000), 16000, "mono", delay=delay)
    analysed = load_audio(path).samples
    sound = Sound(path)
    heard = sound.read(2 * len(analysed))[0, ::2]
    sound.close()
    assert np.flatnonzero(np.abs(analysed) > 0.05)[0] == pytest.approx(delay * 16000, abs=30)
    inside = slice(int(delay * 16000) + 200, len(analysed) - 200)  # resampling rings at the ends
    assert np.abs(heard - analysed)[inside].max() < 2e-3


def test_start_leaves_out_the_beginning() -> None:
    path = SAMPLE / "speech.flac"
    whole, late = Sound(path.read_bytes()), Sound(path, start=0.5)
    expected = whole.read(20000)[:, whole.rate // 2 :]
    assert np.array_equal(late.read(expected.shape[1]), expected)
    whole.close()
    late.close()


def test_a_start_before_the_recording_is_silence() -> None:
    path = SAMPLE / "speech.flac"
    whole, early = Sound(path), Sound(path, start=-0.25)
    silence = whole.rate // 4
    heard = early.read(20000 + silence)
    assert not heard[:, :silence].any()
    assert np.array_equal(heard[:, silence:], whole.read(20000))
    whole.close()
    early.close()


def test_the_rest_ends_with_the_recording(tmp_path: Path) -> None:
    samples = tone(1, 11025)
    sound = Sound(write_sound(tmp_path / "a.wav", samples, 11025, "mono"), for_aac=False)
    assert sound.rate == 11025
    read = np.concatenate([sound.read(1000), *sound.rest()], 1)
    sound.close()
    assert np.abs(read - samples).max() < 1e-3


def test_plain_samples() -> None:
    samples = tone(1, 32000)[0].astype(np.float32)
    sound = Sound(Audio(samples, 32000))
    assert np.allclose(sound.read(len(samples))[0], samples, atol=1e-6)


def test_what_is_no_sound_is_refused(tmp_path: Path) -> None:
    for name, content in (("a.wav", b"no sound at all"), ("b.mp4", b"")):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(AudioError, match="cannot be decoded"):
            Sound(tmp_path / name)
    with pytest.raises(AudioError, match="cannot be decoded"):
        Sound(tmp_path / "missing.wav")
    silent = tmp_path / "silent.mp4"
    with av.open(str(silent), "w") as container:
        video = container.add_stream("mpeg4", rate=25)
        video.width = video.height = 16
        video.pix_fmt = "yuv420p"
        container.mux(video.encode(av.VideoFrame(16, 16, "yuv420p")))
        container.mux(video.encode(None))
    with pytest.raises(AudioError, match="no audio track"):
        Sound(silent)
