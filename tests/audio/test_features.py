import numpy as np
import pytest

from dimitra_studio.audio import features
from dimitra_studio.audio.features import N_BANDS, log_mel, motion_features
from dimitra_studio.core.audio import SAMPLE_RATE, Audio
from dimitra_studio.core.motion import count_frames


def test_a_hop_is_centred_on_its_ten_milliseconds() -> None:
    samples = np.zeros(SAMPLE_RATE, dtype=np.float32)
    samples[160 * 40 + 80] = 1.0  # the middle of hop 40
    level = log_mel(samples).max(axis=1)
    assert len(level) == 100
    assert np.argmax(level) == 40
    assert level[39] == pytest.approx(level[41], abs=0.01)
    assert level[38] == level[42] == level.min()  # beyond the window of 25 ms


def test_bands_follow_the_pitch_of_a_tone() -> None:
    time = np.arange(SAMPLE_RATE) / SAMPLE_RATE
    peaks = [
        int(np.argmax(log_mel(np.sin(2 * np.pi * frequency * time).astype(np.float32))[50]))
        for frequency in (100, 400, 1600, 6400)
    ]
    assert peaks == sorted(set(peaks))
    assert peaks[-1] < N_BANDS


def test_pieces_of_a_long_recording_join_without_a_seam(
    speech: Audio, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = log_mel(speech.samples)
    monkeypatch.setattr(features, "_HOPS_AT_ONCE", 37)
    np.testing.assert_allclose(log_mel(speech.samples), at_once, atol=1e-4)


def test_features_of_a_frame_are_its_four_hops(speech: Audio) -> None:
    n_frames = 100
    rows = motion_features(speech.samples, n_frames)
    assert rows.shape == (n_frames, 4 * N_BANDS)
    assert rows.dtype == np.float32
    bands = log_mel(speech.samples)[: 4 * n_frames]
    by_hop = rows.reshape(-1, N_BANDS)
    for band in (5, 30, 60):
        inside = (by_hop[:, band] > -2) & (bands[:, band] > bands[:, band].max() - 12)
        assert np.corrcoef(by_hop[inside, band], bands[inside, band])[0, 1] > 0.99


def test_level_changes_nothing(speech: Audio) -> None:
    n_frames = 150
    loud = motion_features(speech.samples, n_frames)
    quiet = motion_features(speech.samples * np.float32(0.02), n_frames)
    np.testing.assert_allclose(quiet, loud, atol=0.01)


def test_pauses_around_speech_change_little(speech: Audio) -> None:
    n_frames = count_frames(speech.duration)
    pause = np.zeros(SAMPLE_RATE * 4, dtype=np.float32)
    alone = motion_features(speech.samples, n_frames)
    padded = motion_features(np.concatenate([pause, speech.samples, pause]), n_frames + 200)
    np.testing.assert_allclose(padded[100 : 100 + n_frames - 1], alone[:-1], atol=0.05)


@pytest.mark.parametrize("n_samples", [0, 1, 100, 1600, 16_000])
def test_silence_of_any_length_is_the_lowest_value(n_samples: int) -> None:
    rows = motion_features(np.zeros(n_samples, dtype=np.float32), 30)
    np.testing.assert_allclose(rows, rows.min(), atol=1e-5)
    assert rows.max() < -2


def test_beyond_the_recording_there_is_silence(speech: Audio) -> None:
    rows = motion_features(speech.samples[:SAMPLE_RATE], 40)
    assert (rows[26:] == rows.min()).all()


def test_a_tenth_of_a_second_gives_finite_features(speech: Audio) -> None:
    rows = motion_features(speech.samples[8000:9600], 3)
    assert np.isfinite(rows).all()
    assert rows.std() > 0.1
