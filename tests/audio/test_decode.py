from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from dimitra_studio.audio.decode import check_speech, load_audio, speech_level
from dimitra_studio.core.audio import SAMPLE_RATE, Audio
from dimitra_studio.core.errors import AudioError

WriteMedia = Callable[..., Path]


def _burst(rate: int, at: float, duration: float, frequency: float = 440.0) -> NDArray[np.float32]:
    """A tone of 0.1 s with soft edges."""
    time = np.arange(round(duration * rate)) / rate - at
    shape = np.where((time > 0) & (time < 0.1), np.sin(np.pi * time / 0.1) ** 2, 0)
    return (0.5 * shape * np.sin(2 * np.pi * frequency * time)).astype(np.float32)


def _centre(samples: NDArray[np.float32]) -> float:
    """The middle of the sound's energy, in seconds."""
    power = samples.astype(np.float64) ** 2
    return float((power * np.arange(len(power))).sum() / power.sum() / SAMPLE_RATE)


FORMATS = {
    "wav": ("pcm_s16le", 16_000),
    "flac": ("flac", 44_100),
    "mp3": ("libmp3lame", 44_100),
    "m4a": ("aac", 44_100),
    "mp4": ("aac", 48_000),
    "ogg": ("libopus", 24_000),
    "opus": ("libopus", 48_000),
    "mkv": ("libopus", 48_000),
}


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_keeps_the_time_of_a_sound(
    kind: str, tmp_path: Path, write_media: WriteMedia
) -> None:
    codec, rate = FORMATS[kind]
    path = write_media(tmp_path / f"a.{kind}", _burst(rate, 0.5, 1.2), codec=codec, rate=rate)
    audio = load_audio(path)
    assert audio.samples.dtype == np.float32
    assert _centre(audio.samples) == pytest.approx(0.55, abs=0.001)
    assert audio.duration == pytest.approx(1.2, abs=0.04)
    np.testing.assert_array_equal(load_audio(path.read_bytes()).samples, audio.samples)


@pytest.mark.parametrize("rate", [8_000, 11_025, 96_000])
def test_any_sample_rate_is_brought_to_16_khz(
    rate: int, tmp_path: Path, write_media: WriteMedia
) -> None:
    audio = load_audio(write_media(tmp_path / "a.wav", _burst(rate, 0.5, 1.0), rate=rate))
    assert audio.duration == pytest.approx(1.0, abs=1 / rate)
    np.testing.assert_allclose(audio.samples, _burst(SAMPLE_RATE, 0.5, 1.0), atol=0.01)


def test_what_16_khz_cannot_hold_does_not_fold_back(
    tmp_path: Path, write_media: WriteMedia
) -> None:
    high = _burst(96_000, 0.5, 1.0, frequency=12_000)
    audio = load_audio(write_media(tmp_path / "a.wav", high, rate=96_000))
    assert np.abs(audio.samples).max() < 1e-3


def test_a_voice_in_the_centre_of_5_1_is_kept(tmp_path: Path, write_media: WriteMedia) -> None:
    channels = np.zeros((6, 48_000), dtype=np.float32)
    channels[2] = _burst(48_000, 0.5, 1.0)  # FL FR FC LFE BL BR
    path = write_media(tmp_path / "a.flac", channels, codec="flac", rate=48_000, layout="5.1")
    audio = load_audio(path)
    assert _centre(audio.samples) == pytest.approx(0.55, abs=0.001)
    assert np.abs(audio.samples).max() > 0.1


def test_stereo_is_mixed_from_both_sides(tmp_path: Path, write_media: WriteMedia) -> None:
    left, right = _burst(16_000, 0.2, 1.0), _burst(16_000, 0.7, 1.0)
    audio = load_audio(write_media(tmp_path / "a.wav", np.stack([left, right]), layout="stereo"))
    np.testing.assert_allclose(audio.samples, (left + right) / 2, atol=1e-3)


def test_a_tenth_of_a_second_is_enough(tmp_path: Path, write_media: WriteMedia) -> None:
    audio = load_audio(write_media(tmp_path / "a.wav", _burst(16_000, 0.0, 0.1)))
    assert audio.duration == pytest.approx(0.1)


@pytest.mark.parametrize("kind", ["mkv", "mp4"])
def test_sound_that_starts_after_the_picture_begins_with_silence(
    kind: str, tmp_path: Path, write_media: WriteMedia
) -> None:
    path = write_media(
        tmp_path / f"a.{kind}",
        _burst(48_000, 0.2, 0.5),
        codec="aac",
        rate=48_000,
        start=0.4,
        picture_start=0.0,
    )
    audio = load_audio(path)
    assert _centre(audio.samples) == pytest.approx(0.65, abs=0.002)
    assert not audio.samples[: round(0.35 * SAMPLE_RATE)].any()


def test_time_counts_from_the_common_start(tmp_path: Path, write_media: WriteMedia) -> None:
    sound = _burst(48_000, 0.2, 0.5)
    path = write_media(
        tmp_path / "a.ts", sound, codec="aac", rate=48_000, start=10.0, picture_start=10.0
    )
    assert _centre(load_audio(path).samples) == pytest.approx(0.25, abs=0.025)


def test_a_gap_in_the_timestamps_becomes_silence(tmp_path: Path, write_media: WriteMedia) -> None:
    bursts = np.concatenate([_burst(16_000, 0.2, 1.024), _burst(16_000, 0.2, 1.0)])
    path = write_media(tmp_path / "a.mkv", bursts, codec="flac", gap=(1.0, 0.5))
    audio = load_audio(path)
    assert audio.duration == pytest.approx(2.524, abs=0.002)
    assert _centre(audio.samples[SAMPLE_RATE:]) == pytest.approx(0.774, abs=0.003)


def test_rounded_timestamps_do_not_add_up(tmp_path: Path, write_media: WriteMedia) -> None:
    duration = 600.0
    sound = _burst(11_025, duration - 0.5, duration)  # a frame of 1024 is 92.88 ms, written as 93
    audio = load_audio(write_media(tmp_path / "a.mkv", sound, codec="flac", rate=11_025))
    assert _centre(audio.samples) == pytest.approx(duration - 0.45, abs=0.002)
    assert audio.duration == pytest.approx(duration, abs=0.001)


def test_the_part_before_the_damage_is_used(tmp_path: Path, write_media: WriteMedia) -> None:
    noise = np.random.default_rng(0).uniform(-0.1, 0.1, 64_000).astype(np.float32)
    path = write_media(tmp_path / "a.flac", noise, codec="flac")
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    audio = load_audio(path)
    assert 1.5 < audio.duration < 2.0
    np.testing.assert_allclose(audio.samples, noise[: len(audio.samples)], atol=1e-4)


def _no_file(folder: Path) -> Path:
    return folder / "none.wav"


def _folder(folder: Path) -> Path:
    return folder


def _empty(folder: Path) -> Path:
    (folder / "empty.wav").touch()
    return folder / "empty.wav"


def _text(folder: Path) -> Path:
    (folder / "text.wav").write_text("This is not sound. " * 50, encoding="utf-8")
    return folder / "text.wav"


def _noise(folder: Path) -> Path:
    bits = np.random.default_rng(0).integers(0, 256, 5000, dtype=np.uint8)
    (folder / "noise.mp3").write_bytes(b"RIFF" + bits.tobytes())
    return folder / "noise.mp3"


def _playlist(folder: Path) -> Path:
    (folder / "list.wav").write_text("#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/a.ts\n", "utf-8")
    return folder / "list.wav"


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (_no_file, "does not exist"),
        (_folder, "is a folder"),
        (_empty, "is empty"),
        (_text, "cannot be decoded"),
        (_noise, "cannot be decoded"),
        (_playlist, "cannot be decoded"),
    ],
)
def test_what_is_no_recording_is_refused_in_one_sentence(
    make: Callable[[Path], Path], why: str, tmp_path: Path
) -> None:
    with pytest.raises(AudioError, match=why) as refusal:
        load_audio(make(tmp_path))
    assert str(refusal.value).endswith(".")
    assert "\n" not in str(refusal.value)


def test_a_silent_film_is_refused(tmp_path: Path, write_media: WriteMedia) -> None:
    with pytest.raises(AudioError, match="no audio track"):
        load_audio(write_media(tmp_path / "a.mp4", None, picture_start=0.0))


def test_bytes_are_called_by_the_name_given() -> None:
    with pytest.raises(AudioError, match=r"^voice\.mp3 "):
        load_audio(b"not sound", name="voice.mp3")


def test_silence_is_told_from_quiet_speech(speech: Audio) -> None:
    check_speech(Audio(speech.samples * np.float32(0.01)))
    with pytest.raises(AudioError, match="it is silent"):
        check_speech(Audio(np.zeros(SAMPLE_RATE, dtype=np.float32)))
    with pytest.raises(AudioError, match="reach only"):
        check_speech(Audio(speech.samples * np.float32(0.0005)))


def test_the_level_does_not_depend_on_pauses(speech: Audio) -> None:
    paused = np.concatenate([speech.samples, np.zeros_like(speech.samples)])
    assert speech_level(Audio(paused)) == pytest.approx(speech_level(speech), abs=4)
