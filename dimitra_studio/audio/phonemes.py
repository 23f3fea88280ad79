"""The sounds of English and what they look like."""

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.motion import FPS
from dimitra_studio.core.transcript import SILENCE, Transcript

HOPS_PER_FRAME = 4
"""Analysis steps of 10 ms in one motion frame."""

VISEME_CLASSES: dict[str, tuple[str, ...]] = {
    "silence": (SILENCE,),
    "closed": ("P", "B", "M"),
    "lip to teeth": ("F", "V"),
    "tongue between teeth": ("TH", "DH"),
    "puckered": ("ER", "OW", "R", "W", "UH", "UW"),
    "wide to puckered": ("AW",),
    "rounded": ("AO", "OY"),
    "open": ("AA", "AE", "AH", "AY", "EH", "EY", "HH", "IH", "IY", "Y"),
    "protruded": ("CH", "JH", "SH", "ZH"),
    "teeth together": ("S", "Z"),
    "tongue up": ("D", "L", "N", "T"),
    "tongue back": ("G", "K", "NG"),
}
"""Phonemes that look alike on the lips.

Source: Jeffers and Barley, Speechreading (1971), in the ARPAbet form of Cappelletta and Harte,
Phoneme-to-viseme mapping for visual speech recognition (2012), table 2. HH, which takes the
shape of the vowel after it, is put with the open vowels.
"""

PHONEMES: tuple[str, ...] = (
    SILENCE,
    *sorted(symbol for group in VISEME_CLASSES.values() for symbol in group if symbol != SILENCE),
)
"""Silence and the 39 phonemes of ARPAbet; the order is part of the format of the weights."""

VISEMES: tuple[int, ...] = tuple(
    next(index for index, group in enumerate(VISEME_CLASSES.values()) if symbol in group)
    for symbol in PHONEMES
)
"""The class of each phoneme, as an index into ``VISEME_CLASSES``."""

CLOSED_LIPS = frozenset(VISEME_CLASSES["closed"])
"""Phonemes for which the lips must touch."""

PHONEME_IDS = {symbol: index for index, symbol in enumerate(PHONEMES)}


def phoneme_frames(transcript: Transcript, n_frames: int) -> NDArray[np.int64]:
    """Write down which phoneme sounds when.

    Args:
        transcript: its phonemes must be in ``PHONEMES``.
        n_frames: T, motion frames; what lies beyond the recording is silence.

    Returns:
        ``(T, 4)`` indices into ``PHONEMES`` at the middle of each 10 ms hop of each frame.
    """
    phonemes = list(transcript.phonemes())
    ids = np.array([PHONEME_IDS[phoneme.symbol] for phoneme in phonemes] + [0], dtype=np.int64)
    ends = np.array([phoneme.end for phoneme in phonemes])
    hops = (np.arange(n_frames * HOPS_PER_FRAME) + 0.5) / (FPS * HOPS_PER_FRAME)
    return ids[np.searchsorted(ends, hops, side="right")].reshape(n_frames, HOPS_PER_FRAME)
