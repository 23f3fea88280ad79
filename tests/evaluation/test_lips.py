import numpy as np
import pytest
from numpy.typing import NDArray

from dimitra_studio.core.transcript import Phoneme, Transcript, Word
from dimitra_studio.evaluation.lips import (
    CLOSED,
    closed_lips,
    closures,
    correlate_at_lags,
    correlation,
    lip_aperture,
    mouth_width,
)


def make_landmarks(aperture: float, width: float, *, eyes: float = 100.0) -> NDArray[np.float64]:
    """``(1, 478, 3)`` of which only the points that are measured have a place."""
    landmarks = np.zeros((1, 478, 3))
    landmarks[0, 263, 0] = eyes
    landmarks[0, 14, 1] = aperture * eyes
    landmarks[0, 291, 0] = width * eyes
    landmarks[0, :, 2] = np.random.default_rng(0).normal(size=478)  # depth is not looked at
    return landmarks


def make_transcript(*phonemes: tuple[str, float, float], duration: float = 2.0) -> Transcript:
    words = tuple(Word("x", *p[1:], phonemes=(Phoneme(*p),)) for p in phonemes)
    return Transcript(words, duration)


@pytest.mark.parametrize("eyes", [40.0, 400.0])
def test_lengths_are_shares_of_the_eye_distance(eyes: float) -> None:
    landmarks = make_landmarks(0.2, 0.6, eyes=eyes)
    assert lip_aperture(landmarks) == pytest.approx([0.2])
    assert mouth_width(landmarks) == pytest.approx([0.6])


def test_correlation_has_its_known_values() -> None:
    x = np.sin(np.arange(50.0))
    assert correlation(x, 3 * x + 1) == pytest.approx(1)
    assert correlation(x, -x) == pytest.approx(-1)
    assert np.isnan(correlation(x, np.ones(50)))
    assert correlation(np.array([1.0, 2, 3, 4]), np.array([1.0, 3, 2, 4])) == pytest.approx(0.8)


def test_frames_without_a_face_do_not_count() -> None:
    x = np.sin(np.arange(50.0))
    y = x.copy()
    y[10:20] = np.nan
    assert correlation(x, y) == pytest.approx(1)


@pytest.mark.parametrize("late", [-3, 0, 2])
def test_the_best_lag_is_how_late_the_generated_lips_are(late: int) -> None:
    speech = np.random.default_rng(0).normal(size=200)
    lags = correlate_at_lags(np.roll(speech, late), speech)
    assert lags.best == late
    assert lags.at(late) == pytest.approx(1)
    assert abs(lags.at(late - 1)) < 0.3


def test_a_still_mouth_has_no_lag() -> None:
    lags = correlate_at_lags(np.zeros(50), np.random.default_rng(0).normal(size=50))
    assert lags.best == 0
    assert np.isnan(lags.at(0))


def test_closures_reach_a_frame_beyond_their_phoneme() -> None:
    transcript = make_transcript(("AA", 0.0, 0.4), ("B", 0.4, 0.48), ("IY", 0.48, 0.8))
    assert closures(transcript, 50) == [slice(9, 13)]


def test_neighbours_are_one_closure_and_the_end_is_kept() -> None:
    transcript = make_transcript(
        ("P", 0.0, 0.04), ("B", 0.04, 0.1), ("AA", 0.1, 1.9), ("M", 1.9, 2.0), duration=2.0
    )
    spans = closures(transcript, 50)
    assert spans == [slice(0, 4), slice(46, 51)]
    assert closures(transcript, 40) == [slice(0, 4)]


def test_lips_that_touch_are_told_from_lips_that_do_not() -> None:
    transcript = make_transcript(("B", 0.4, 0.48), ("AA", 0.48, 1.0), ("M", 1.0, 1.08))
    aperture = np.full(50, 0.1)
    aperture[10] = CLOSED / 2  # in the B
    aperture[22] = CLOSED / 2  # in the vowel
    np.testing.assert_array_equal(closed_lips(aperture, transcript), [True, False])
    aperture[9:13] = np.nan
    np.testing.assert_array_equal(closed_lips(aperture, transcript), [False])
