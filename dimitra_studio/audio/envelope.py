"""A waveform at every zoom level, for drawing."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.audio import Audio

_FINEST = 64  # samples of a bin of the lowest level; below that the samples themselves are drawn
_FACTOR = 4  # bins of a level in one bin of the next


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class Envelope:
    """Lowest and highest sample of ever wider bins.

    Args:
        samples: ``(S,)`` the recording.
        sample_rate: samples per second.
        levels: ``(n_bins, 2)`` minimum and maximum; a bin of level ``k`` is ``64 * 4**k`` samples.
    """

    samples: NDArray[np.float32]
    sample_rate: int
    levels: tuple[NDArray[np.float32], ...]

    def between(self, start: float, end: float, n_columns: int) -> NDArray[np.float32]:
        """Minimum and maximum for each column of pixels.

        Args:
            start: seconds at the left edge.
            end: seconds at the right edge.
            n_columns: width in pixels.

        Returns:
            ``(n_columns, 2)``; zeros outside the recording.
        """
        borders = np.linspace(start, end, n_columns + 1) * self.sample_rate
        width = (end - start) * self.sample_rate / n_columns
        level, size = np.stack([self.samples, self.samples], axis=1), 1
        for index, bins in enumerate(self.levels):
            if _FINEST * _FACTOR**index <= width:
                level, size = bins, _FINEST * _FACTOR**index
        first = np.clip(np.floor(borders[:-1] / size).astype(int), 0, len(level))
        last = np.clip(np.ceil(borders[1:] / size).astype(int), 0, len(level))
        columns = np.zeros((n_columns, 2), dtype=np.float32)
        inside = np.flatnonzero(last > first)
        if inside.size:
            # reduceat takes pairs of edges and needs each below the length: one bin of padding
            edges = np.stack([first[inside], last[inside]], axis=1).reshape(-1)
            low = np.append(level[:, 0], np.float32(0))
            high = np.append(level[:, 1], np.float32(0))
            columns[inside, 0] = np.minimum.reduceat(low, edges)[::2]
            columns[inside, 1] = np.maximum.reduceat(high, edges)[::2]
        return columns


def make_envelope(audio: Audio) -> Envelope:
    """Measure a recording once, to draw any part of it fast."""
    levels = [_reduce(np.stack([audio.samples, audio.samples], axis=1), _FINEST)]
    while len(levels[-1]) > _FACTOR:
        levels.append(_reduce(levels[-1], _FACTOR))
    return Envelope(audio.samples, audio.sample_rate, tuple(levels))


def _reduce(bins: NDArray[np.float32], factor: int) -> NDArray[np.float32]:
    n_bins = max(1, -(-len(bins) // factor))
    padded = np.zeros((n_bins * factor, 2), dtype=np.float32)
    padded[: len(bins)] = bins
    padded[len(bins) :] = bins[-1:] if len(bins) else 0
    groups = padded.reshape(n_bins, factor, 2)
    return np.stack([groups[:, :, 0].min(axis=1), groups[:, :, 1].max(axis=1)], axis=1)
