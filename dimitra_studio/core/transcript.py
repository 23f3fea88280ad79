"""The words of a recording, and the phonemes in them, with times."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Source = Literal["aligned", "recognised", "typed", "moved", "estimated"]
"""Where the times of a word come from.

aligned     forced alignment of the given text
recognised  the recogniser's own draft, when no text was given
typed       edited by the user, not aligned again yet
moved       its borders were set by hand
estimated   alignment failed here; times are in proportion to the number of phonemes
"""

SILENCE = "SIL"
"""Stands between words, in the place of a phoneme."""


@dataclass(frozen=True, slots=True)
class Phoneme:
    """One speech sound.

    Args:
        symbol: ARPAbet without stress, such as ``AH``; ``SIL`` for silence.
        start: seconds.
        end: seconds.
    """

    symbol: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Word:
    """One word as it was written, with the phonemes that were spoken.

    Args:
        text: as written, punctuation included.
        start: seconds.
        end: seconds.
        confidence: 0 to 1, how well the sound fits the word.
        source: where the times come from.
        phonemes: cover the word without gaps; empty for a word that is not spoken.
    """

    text: str
    start: float
    end: float
    confidence: float = 1.0
    source: Source = "aligned"
    phonemes: tuple[Phoneme, ...] = ()


@dataclass(frozen=True, slots=True)
class Transcript:
    """All words of a recording in the order of time.

    Args:
        words: none overlaps another.
        duration: of the recording, in seconds.

    Raises:
        ValueError: if the words are not in order, or a time is no number.
    """

    words: tuple[Word, ...]
    duration: float

    def __post_init__(self) -> None:
        if not 0 <= self.duration < math.inf:
            raise ValueError(f"a duration is a number of seconds from 0 on, got {self.duration}")
        last = 0.0
        for word in self.words:
            if not last - 1e-6 <= word.start <= word.end < math.inf:
                raise ValueError(f"{word.text!r} at {word.start:.3f} s is out of order")
            last = word.end

    @property
    def text(self) -> str:
        """The words as they were written, separated by spaces."""
        return " ".join(word.text for word in self.words)

    def phonemes(self) -> Iterator[Phoneme]:
        """Every phoneme of the recording; gaps are filled with silence."""
        time = 0.0
        for phoneme in (phoneme for word in self.words for phoneme in word.phonemes):
            if phoneme.start > time + 1e-6:
                yield Phoneme(SILENCE, time, phoneme.start)
            yield phoneme
            time = phoneme.end
        if self.duration > time + 1e-6:
            yield Phoneme(SILENCE, time, self.duration)
