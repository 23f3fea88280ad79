import subprocess
import sys

import numpy as np
import pytest
from numpy.typing import NDArray

from dimitra_studio.core.audio import SAMPLE_RATE, Audio
from dimitra_studio.core.errors import AudioError
from dimitra_studio.core.paths import SAMPLE
from dimitra_studio.core.progress import Cancelled, Progress
from dimitra_studio.core.project import Media
from dimitra_studio.pipeline.sound_data import N_BANDS, load_sound_data, make_spectrogram


def tone(frequency: float, start: float, end: float, duration: float) -> NDArray[np.float32]:
    times = np.arange(round(duration * SAMPLE_RATE)) / SAMPLE_RATE
    sounding = (times >= start) & (times < end)
    return np.where(sounding, 0.5 * np.sin(2 * np.pi * frequency * times), 0).astype(np.float32)


def speech() -> Media:
    return Media.from_file(SAMPLE / "speech.flac")


@pytest.mark.parametrize("n_columns", [80, 800, 8000])
def test_a_tone_is_bright_where_and_as_high_as_it_sounds(n_columns: int) -> None:
    columns = make_spectrogram(Audio(tone(1000, 3, 5, 8))).between(0, 8, n_columns)
    brightest = np.argmax(columns[n_columns // 2])
    mel = 2595 * np.log10(1 + np.array([1000, 8000]) / 700)
    assert abs(brightest - mel[0] / mel[1] * N_BANDS) < 2
    bright = np.flatnonzero(columns[:, brightest] > 128) * 8 / n_columns
    np.testing.assert_allclose([bright[0], bright[-1]], [3, 5], atol=8 / n_columns + 0.02)


def test_the_level_of_the_recording_does_not_matter() -> None:
    loud = load_sound_data(speech()).envelope.samples
    pictures = [make_spectrogram(Audio(loud * gain)).levels[0] for gain in (0.5, 0.05)]
    assert pictures[0].max() == 255
    np.testing.assert_allclose(pictures[0].astype(int), pictures[1].astype(int), atol=2)


def test_speech_stands_out_from_its_pauses() -> None:
    sound = load_sound_data(speech())
    loud = sound.envelope.loudness_between(0, sound.duration, 200)
    brightness = sound.spectrogram.between(0, sound.duration, 200).mean(axis=1)
    assert brightness[loud > np.median(loud)].mean() > 3 * brightness[loud < 0.002].mean()


def test_silence_is_black() -> None:
    noise = np.random.default_rng(0).normal(0, 1e-5, SAMPLE_RATE).astype(np.float32)
    assert make_spectrogram(Audio(np.zeros(SAMPLE_RATE, np.float32))).levels[0].max() == 0
    assert make_spectrogram(Audio(noise)).levels[0].mean() < 40


@pytest.mark.parametrize("n_samples", [1, 79, 81, 1000])
def test_a_short_sound_is_drawn(n_samples: int) -> None:
    spectrogram = make_spectrogram(Audio(np.full(n_samples, 0.5, np.float32)))
    columns = spectrogram.between(-0.1, 0.2, 300)
    outside = (np.arange(300) + 0.5) / 1000 - 0.1
    assert columns.shape == (300, N_BANDS)
    assert not columns[(outside < 0) | (outside > n_samples / SAMPLE_RATE)].any()


def test_the_coarse_picture_is_the_mean_of_the_fine_one() -> None:
    spectrogram = make_spectrogram(Audio(tone(500, 1, 29, 30)))
    fine = spectrogram.between(2, 28, 13_000).reshape(130, 100, N_BANDS).mean(axis=1)
    coarse = spectrogram.between(2, 28, 130)
    assert len(spectrogram.levels) > 3
    np.testing.assert_allclose(coarse, fine, atol=8)  # each level rounds down


def test_ten_minutes_stay_small() -> None:
    minute = make_spectrogram(Audio(np.zeros(60 * SAMPLE_RATE, np.float32)))
    assert 10 * sum(level.nbytes for level in minute.levels) < 40e6


def test_what_is_no_sound_is_refused() -> None:
    with pytest.raises(AudioError, match=r"noise\.wav cannot be decoded"):
        load_sound_data(Media("noise.wav", b"no sound at all" * 100))


def test_it_can_be_cancelled() -> None:
    def cancel(progress: Progress) -> None:
        if progress.done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        load_sound_data(speech(), cancel)


def test_the_timeline_does_not_wait_for_torch() -> None:
    code = "import sys, dimitra_studio.pipeline.sound_data; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
