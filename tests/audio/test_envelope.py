import numpy as np
import pytest

from dimitra_studio.audio.envelope import make_envelope
from dimitra_studio.core.audio import Audio

RATE = 16_000


@pytest.mark.parametrize(
    ("start", "end", "n_columns"), [(0, 60, 800), (10, 12, 300), (5, 5.01, 50)]
)
def test_a_peak_is_never_lost(start: float, end: float, n_columns: int) -> None:
    samples = np.random.default_rng(0).normal(size=60 * RATE).astype(np.float32)
    columns = make_envelope(Audio(samples)).between(start, end, n_columns)
    assert columns.shape == (n_columns, 2)
    shown = samples[int(start * RATE) : int(end * RATE)]
    assert columns[:, 0].min() <= shown.min()
    assert columns[:, 1].max() >= shown.max()
    assert (columns[:, 0] <= columns[:, 1]).all()


def test_columns_stand_where_their_sound_is() -> None:
    samples = np.zeros(10 * RATE, dtype=np.float32)
    samples[4 * RATE : 5 * RATE] = 1.0
    columns = make_envelope(Audio(samples)).between(0, 20, 200)
    shown = np.flatnonzero(columns[:, 1])
    np.testing.assert_allclose([shown[0], shown[-1]], [40, 49], atol=1)


def test_a_recording_shorter_than_a_bin_is_drawn() -> None:
    envelope = make_envelope(Audio(np.full(10, 0.5, dtype=np.float32)))
    assert envelope.between(0, 10 / RATE, 5)[:, 1].tolist() == [0.5] * 5


@pytest.mark.parametrize(
    ("start", "end", "n_columns"), [(0, 60, 800), (10, 12, 300), (5, 5.01, 50)]
)
def test_loudness_is_the_power_of_a_column(start: float, end: float, n_columns: int) -> None:
    samples = np.random.default_rng(0).normal(size=60 * RATE).astype(np.float32)
    samples *= np.linspace(0.1, 0.5, len(samples), dtype=np.float32)
    envelope = make_envelope(Audio(samples))
    shown = samples[int(start * RATE) : int(end * RATE)]
    loudness = envelope.loudness_between(start, end, n_columns)
    assert np.sqrt(np.mean(loudness**2)) == pytest.approx(np.sqrt(np.mean(shown**2)), rel=0.15)
    assert (loudness <= np.abs(envelope.between(start, end, n_columns)).max(axis=1)).all()


def test_loudness_outside_the_recording_is_none() -> None:
    envelope = make_envelope(Audio(np.full(RATE, 0.5, dtype=np.float32)))
    loudness = envelope.loudness_between(-1, 2, 30)
    np.testing.assert_allclose(loudness[10:20], 0.5, atol=1e-6)
    assert not loudness[:9].any()
    assert not loudness[21:].any()


def test_only_runs_at_full_scale_count_as_clipped() -> None:
    samples = np.zeros(RATE, dtype=np.float32)
    samples[100] = 1.0
    samples[[200, 201]] = -1.0
    samples[300:305] = 1.0
    assert make_envelope(Audio(samples)).clipped.tolist() == [300, 301, 302, 303, 304]
