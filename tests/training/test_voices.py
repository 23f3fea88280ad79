import shutil

import numpy as np
import pytest

from dimitra_studio.audio.alignment import align
from dimitra_studio.audio.features import N_BANDS, motion_features
from dimitra_studio.core.errors import TrainingError
from dimitra_studio.core.motion import count_frames
from dimitra_studio.core.transcript import Phoneme, Transcript, Word
from dimitra_studio.training.voices import check_voices, matching_times, revoice, speak

needs_flite = pytest.mark.skipif(shutil.which("flite") is None, reason="flite is not installed")


def make_word(text: str, *phonemes: tuple[str, float, float]) -> Word:
    parts = tuple(Phoneme(*phoneme) for phoneme in phonemes)
    return Word(text, parts[0].start, parts[-1].end, phonemes=parts)


def test_same_phonemes_meet_border_by_border() -> None:
    own = Transcript((make_word("be", ("B", 0.2, 0.3), ("IY", 0.3, 0.6)),), 1.0)
    other = Transcript((make_word("be", ("B", 1.0, 1.4), ("IY", 1.4, 1.5)),), 2.0)
    here, there = matching_times(own, other)
    np.testing.assert_allclose(
        np.interp([0.1, 0.25, 0.45, 0.8], here, there), [0.5, 1.2, 1.45, 1.75]
    )


def test_other_pronunciation_meets_at_the_word() -> None:
    own = Transcript((make_word("a", ("AH", 0.2, 0.4)),), 1.0)
    other = Transcript((make_word("a", ("EY", 0.0, 0.1), ("Y", 0.1, 0.2)),), 0.5)
    here, there = matching_times(own, other)
    assert np.interp(0.3, here, there) == pytest.approx(0.1, abs=0.001)
    assert (np.diff(here) > 0).all()
    assert (np.diff(there) > 0).all()


def test_unknown_voice_is_refused() -> None:
    if shutil.which("flite") is None:
        pytest.skip("flite is not installed")
    with pytest.raises(TrainingError, match="no voice elvis"):
        check_voices(("slt", "elvis"))


def test_voices_without_flite_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(TrainingError, match="program flite"):
        check_voices(("slt",))
    check_voices(())


@needs_flite
def test_other_voice_says_the_same_at_the_same_time() -> None:
    text = "place green at seven now please"
    audio = speak(text, "rms", np.random.default_rng(0))
    own, n_frames = align(audio, text), count_frames(audio.duration)
    features = revoice(own, "slt", n_frames, np.random.default_rng(1))
    reference = motion_features(audio.samples, n_frames)
    assert features.shape == reference.shape

    def agreement(shift: int) -> float:
        moved = np.roll(features.reshape(-1, N_BANDS), shift, axis=0)
        return float(np.corrcoef(moved.ravel(), reference.ravel())[0, 1])

    assert agreement(0) > 0.6
    assert agreement(0) > max(agreement(15), agreement(-15)) + 0.2
