"""Times that the ends of a selection keep to."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.transcript import Transcript

REACH = 12
"""Pixels within which an end is drawn to a border."""

_FINE = 1 / 200  # seconds per pixel; below that phonemes are wide enough to be meant


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class Borders:
    """Borders of words and phonemes.

    Args:
        words: ascending, in seconds.
        phonemes: ascending, in seconds; with the borders of words.
    """

    words: NDArray[np.float64]
    phonemes: NDArray[np.float64]

    def nearest(self, time: float, scale: float) -> float:
        """The border that is meant by ``time``, or ``time`` itself if none is near.

        Args:
            time: seconds.
            scale: seconds per logical pixel.
        """
        borders = self.phonemes if scale < _FINE else self.words
        if not borders.size:
            return time
        place = int(np.searchsorted(borders, time))
        near = borders[max(place - 1, 0) : place + 1]
        best = float(near[np.argmin(np.abs(near - time))])
        return best if abs(best - time) <= REACH * scale else time


def make_borders(transcript: Transcript | None) -> Borders:
    """All borders of a transcript."""
    words = transcript.words if transcript is not None else ()
    coarse = {time for word in words for time in (word.start, word.end)}
    fine = {time for word in words for part in word.phonemes for time in (part.start, part.end)}
    return Borders(np.array(sorted(coarse), float), np.array(sorted(coarse | fine), float))
