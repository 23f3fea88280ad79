import numpy as np

from dimitra_studio.audio.phonemes import (
    CLOSED_LIPS,
    PHONEME_IDS,
    PHONEMES,
    VISEME_CLASSES,
    VISEMES,
    phoneme_frames,
)
from dimitra_studio.core.transcript import Phoneme, Transcript, Word


def test_every_phoneme_has_one_viseme() -> None:
    assert PHONEMES[0] == "SIL"
    assert len(set(PHONEMES)) == 40
    assert sum(len(group) for group in VISEME_CLASSES.values()) == 40
    assert VISEMES[0] == 0
    closed = VISEMES[PHONEME_IDS["P"]]
    assert {PHONEMES[index] for index in range(40) if VISEMES[index] == closed} == CLOSED_LIPS


def test_frames_are_read_at_the_middle_of_each_hop() -> None:
    bee = (Phoneme("B", 0.064, 0.116), Phoneme("IY", 0.116, 0.2))
    transcript = Transcript((Word("bee", 0.064, 0.2, phonemes=bee),), 0.3)
    ids = phoneme_frames(transcript, 8)
    assert ids.shape == (8, 4)
    assert ids.dtype == np.int64
    symbols = [PHONEMES[index] for index in ids.reshape(-1)]
    assert symbols == ["SIL"] * 6 + ["B"] * 6 + ["IY"] * 8 + ["SIL"] * 12


def test_no_words_are_silence() -> None:
    assert not phoneme_frames(Transcript((), 1.0), 25).any()
