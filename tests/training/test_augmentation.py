import numpy as np
import pytest

from dimitra_studio.core.audio import SAMPLE_RATE
from dimitra_studio.training.augmentation import (
    FASTEST,
    SLOWEST,
    change_sound,
    mask_features,
    warp_bands,
)

N_BANDS = 16


def tone(frequency: float = 440.0, duration: float = 1.0) -> np.ndarray:
    times = np.arange(int(duration * SAMPLE_RATE)) / SAMPLE_RATE
    return (0.3 * np.sin(2 * np.pi * frequency * times)).astype(np.float32)


@pytest.mark.parametrize("seed", range(8))
def test_pitch_and_length_change_together(seed: int) -> None:
    heard = change_sound(tone(), np.random.default_rng(seed))
    assert heard.samples.dtype == np.float32
    assert SLOWEST * 0.99 < heard.rate < FASTEST * 1.01
    assert len(heard.samples) == pytest.approx(SAMPLE_RATE / heard.rate, abs=1)
    spectrum = np.abs(np.fft.rfft(heard.samples * np.hanning(len(heard.samples))))
    peak = np.fft.rfftfreq(len(heard.samples), 1 / SAMPLE_RATE)[spectrum.argmax()]
    assert peak == pytest.approx(440 * heard.rate, rel=0.01)


def test_events_stay_where_the_rate_says() -> None:
    clicks = np.zeros(SAMPLE_RATE, np.float32)
    clicks[12_000:12_100] = 0.9
    for seed in range(8):
        heard = change_sound(clicks, np.random.default_rng(seed))
        energy = np.convolve(np.square(heard.samples), np.ones(100), "same")
        assert energy.argmax() * heard.rate == pytest.approx(12_050, abs=200)


def test_silence_stays_finite() -> None:
    for seed in range(8):
        heard = change_sound(np.zeros(SAMPLE_RATE, np.float32), np.random.default_rng(seed))
        assert np.isfinite(heard.samples).all()


def test_warped_bands_move_a_formant_a_little() -> None:
    features = np.zeros((5, 4 * N_BANDS), np.float32)
    features[:, 8::N_BANDS] = 1
    peaks = {
        int(warp_bands(features, N_BANDS, np.random.default_rng(seed))[0, :N_BANDS].argmax())
        for seed in range(30)
    }
    assert len(peaks) > 1
    assert max(peaks) - min(peaks) <= 6


def test_masking_hides_some_and_leaves_most() -> None:
    features = np.full((60, 4 * N_BANDS), 2.0, np.float32)
    hidden = [
        np.mean(mask_features(features, N_BANDS, np.random.default_rng(seed)) == 0)
        for seed in range(40)
    ]
    assert min(hidden) == 0
    assert 0.02 < np.mean(hidden) < 0.3
    assert (features == 2).all()
