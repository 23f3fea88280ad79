"""A waveform at every zoom level, for drawing."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.audio import Audio

_FINEST = 64  # samples of a bin of the lowest level; below that the samples themselves are drawn
_FACTOR = 4  # bins of a level in one bin of the next
_FULL_SCALE = 0.999
_CLIPPED_RUN = 3  # samples at full scale in a row; one alone may be a loud peak


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class Envelope:
    """Lowest and highest sample, and the mean power, of ever wider bins.

    Args:
        samples: ``(S,)`` the recording.
        sample_rate: samples per second.
        levels: ``(n_bins, 2)`` minimum and maximum; a bin of level ``k`` is ``64 * 4**k`` samples.
        powers: ``(n_bins,)`` mean of the squared samples, in the bins of ``levels``.
        clipped: ``(n,)`` samples that the recorder cut off, ascending.
    """

    samples: NDArray[np.float32]
    sample_rate: int
    levels: tuple[NDArray[np.float32], ...]
    powers: tuple[NDArray[np.float32], ...]
    clipped: NDArray[np.int64]

    @property
    def duration(self) -> float:
        """Length in seconds."""
        return len(self.samples) / self.sample_rate

    def between(self, start: float, end: float, n_columns: int) -> NDArray[np.float32]:
        """Minimum and maximum for each column of pixels.

        Args:
            start: seconds at the left edge.
            end: seconds at the right edge.
            n_columns: width in pixels.

        Returns:
            ``(n_columns, 2)``; zeros outside the recording.
        """
        columns = np.zeros((n_columns, 2), dtype=np.float32)
        level, first, last = self._bins(start, end, n_columns)
        inside = np.flatnonzero(last > first)
        if inside.size:
            # only what is visible is touched: copies of an hour of samples would show as stutter
            edges, (low, high) = _pairs(first[inside], last[inside], self._extremes(level))
            columns[inside, 0] = np.minimum.reduceat(low, edges)[::2]
            columns[inside, 1] = np.maximum.reduceat(high, edges)[::2]
        return columns

    def loudness_between(self, start: float, end: float, n_columns: int) -> NDArray[np.float32]:
        """Root mean square for each column of pixels.

        Args:
            start: seconds at the left edge.
            end: seconds at the right edge.
            n_columns: width in pixels.

        Returns:
            ``(n_columns,)``; zeros outside the recording.
        """
        columns = np.zeros(n_columns, dtype=np.float32)
        level, first, last = self._bins(start, end, n_columns)
        inside = np.flatnonzero(last > first)
        if inside.size:
            power = self.samples if level < 0 else self.powers[level]
            edges, (part,) = _pairs(first[inside], last[inside], (power,))
            part = part**2 if level < 0 else part
            sums = np.add.reduceat(part, edges)[::2]
            columns[inside] = np.sqrt(sums / (last[inside] - first[inside]))
        return columns

    def _bins(
        self, start: float, end: float, n_columns: int
    ) -> tuple[int, NDArray[np.int64], NDArray[np.int64]]:
        """The level for columns of that width, -1 for samples, and the bins of each column."""
        borders = np.linspace(start, end, n_columns + 1) * self.sample_rate
        width = (end - start) * self.sample_rate / n_columns
        level, size = -1, 1
        while level + 1 < len(self.levels) and _FINEST * _FACTOR ** (level + 1) <= width:
            level += 1
            size = _FINEST * _FACTOR**level
        n_bins = len(self.samples) if level < 0 else len(self.levels[level])
        first = np.clip(np.floor(borders[:-1] / size).astype(np.int64), 0, n_bins)
        last = np.clip(np.ceil(borders[1:] / size).astype(np.int64), 0, n_bins)
        return level, first, last

    def _extremes(self, level: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        if level < 0:
            return self.samples, self.samples
        return self.levels[level][:, 0], self.levels[level][:, 1]


def make_envelope(audio: Audio) -> Envelope:
    """Measure a recording once, to draw any part of it fast."""
    levels = [_reduce(np.stack([audio.samples, audio.samples], axis=1), _FINEST)]
    powers = [_mean(audio.samples**2, _FINEST)]
    while len(levels[-1]) > _FACTOR:
        levels.append(_reduce(levels[-1], _FACTOR))
        powers.append(_mean(powers[-1], _FACTOR))
    clipped = _clipped(audio.samples)
    return Envelope(audio.samples, audio.sample_rate, tuple(levels), tuple(powers), clipped)


def _clipped(samples: NDArray[np.float32]) -> NDArray[np.int64]:
    loud = np.flatnonzero(np.abs(samples) >= _FULL_SCALE)
    run = _CLIPPED_RUN - 1
    begins = loud[:-run][loud[run:] - loud[:-run] == run] if len(loud) > run else loud[:0]
    return np.unique(begins[:, None] + np.arange(_CLIPPED_RUN))


def _pairs(
    first: NDArray[np.int64], last: NDArray[np.int64], rows: tuple[NDArray[np.float32], ...]
) -> tuple[NDArray[np.int64], tuple[NDArray[np.float32], ...]]:
    """The visible part of each row and the edges of its columns, as ``reduceat`` wants them."""
    edges = np.stack([first, last], axis=1).reshape(-1) - first[0]
    # reduceat takes pairs of edges and needs each below the length: one bin of padding
    return edges, tuple(np.append(row[first[0] : last[-1]], np.float32(0)) for row in rows)


def _reduce(bins: NDArray[np.float32], factor: int) -> NDArray[np.float32]:
    groups = _groups(bins, factor)
    return np.stack([groups[:, :, 0].min(axis=1), groups[:, :, 1].max(axis=1)], axis=1)


def _mean(bins: NDArray[np.float32], factor: int) -> NDArray[np.float32]:
    return _groups(bins[:, None], factor)[:, :, 0].mean(axis=1)


def _groups(bins: NDArray[np.float32], factor: int) -> NDArray[np.float32]:
    """``(n_bins, columns)`` in groups of ``factor``; the last bin fills the last group."""
    n_groups = max(1, -(-len(bins) // factor))
    padded = np.zeros((n_groups * factor, bins.shape[1]), dtype=np.float32)
    padded[: len(bins)] = bins
    padded[len(bins) :] = bins[-1:] if len(bins) else 0
    return padded.reshape(n_groups, factor, -1)
