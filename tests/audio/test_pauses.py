from itertools import pairwise

import numpy as np
import pytest

from dimitra_studio.audio.pauses import sounding_span, split_at_pauses
from dimitra_studio.core.audio import SAMPLE_RATE, Audio


def _noise_with_pauses(duration: float, *pauses: float) -> Audio:
    samples = np.random.default_rng(0).normal(0, 0.1, round(duration * SAMPLE_RATE))
    time = np.arange(len(samples)) / SAMPLE_RATE
    for pause in pauses:
        samples[np.abs(time - pause) < 0.25] = 0
    return Audio(samples.astype(np.float32))


def test_cuts_are_in_the_pauses() -> None:
    pieces = split_at_pauses(_noise_with_pauses(60, 15, 30, 45), longest=20)
    assert [start for start, _ in pieces[1:]] == pytest.approx([15, 30, 45], abs=0.2)
    assert pieces[0][0] == 0
    assert pieces[-1][1] == 60
    assert all(end == start for (_, end), (start, _) in pairwise(pieces))


@pytest.mark.parametrize("duration", [0.1, 19.9, 20.0, 20.01, 90.0])
def test_no_piece_is_too_long(duration: float) -> None:
    pieces = split_at_pauses(_noise_with_pauses(duration), longest=20)
    assert max(end - start for start, end in pieces) <= 20
    assert sum(end - start for start, end in pieces) == pytest.approx(duration, abs=1e-4)


def test_the_span_of_sound_leaves_out_silence() -> None:
    audio = _noise_with_pauses(3)
    silence = np.zeros(SAMPLE_RATE, dtype=np.float32)
    padded = Audio(np.concatenate([silence, audio.samples, silence]))
    assert sounding_span(padded, 0, 5) == pytest.approx((1, 4), abs=0.011)
