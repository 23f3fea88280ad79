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
