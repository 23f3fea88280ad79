"""The short pieces of sound that are heard while the playhead is dragged."""

from collections import deque

import numpy as np
from numpy.typing import NDArray

LENGTH = 0.07
"""Seconds; long enough to recognise a vowel, short enough to place a consonant."""


class Grains:
    """Plays windowed pieces, each fading in while the one before fades out.

    ``play`` is called by the window and ``fill`` by the sound card's thread.
    """

    def __init__(self) -> None:
        self._next: deque[NDArray[np.int16]] = deque(maxlen=1)  # only the newest is of interest
        self._voices: list[tuple[NDArray[np.int16], int]] = []  # with the place of the next sample

    def play(self, piece: NDArray[np.int16], gain: float = 1.0) -> None:
        """Play ``(n, channels)`` as soon as the piece before is half over."""
        window = np.hanning(len(piece) + 2)[1:-1, None] * (0.999 * gain)  # two add up to below 1
        self._next.append(np.rint(piece * window).astype(np.int16))

    def clear(self) -> None:
        """Forget the piece that waits."""
        self._next.clear()

    def fill(self, out: NDArray[np.int16]) -> None:
        """Write the next ``(n, channels)``; silence when there is nothing to play."""
        out[:] = 0
        half = max((len(piece) // 2 - place for piece, place in self._voices), default=0)
        if self._next and half < len(out):
            self._voices.append((self._next.popleft(), -max(0, half)))
        playing = []
        for piece, place in self._voices:
            begin = max(0, -place)
            end = min(len(out), len(piece) - place)
            out[begin:end] += piece[place + begin : place + end]
            if place + len(out) < len(piece):
                playing.append((piece, place + len(out)))
        self._voices = playing
