"""Curves at every zoom level: what they reach in each column of pixels."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class CurvePyramid:
    """Lowest and highest value of ever wider bins of frames, all curves at once.

    Args:
        values: ``(T, C)`` float32, one row a frame; frame ``i`` stands at ``(i + 0.5) / fps``.
        fps: frames per second.
        levels: ``(low, high)``, each ``(n_bins, C)``; a bin of level ``k`` is ``2 ** (k + 1)``
            frames.
    """

    values: NDArray[np.float32]
    fps: float
    levels: tuple[tuple[NDArray[np.float32], NDArray[np.float32]], ...]

    @property
    def duration(self) -> float:
        """Length in seconds."""
        return len(self.values) / self.fps

    def columns(
        self, first: int, count: int, scale: float
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """What each curve reaches within each column, its lines to the neighbours included.

        Args:
            first: index of the first column; column ``k`` covers ``[k, k + 1) * scale`` seconds.
            count: number of columns.
            scale: seconds per column.

        Returns:
            Lowest and highest, ``(count, C)`` each. The curves are held beyond their ends.
        """
        last_frame = len(self.values) - 1
        borders = np.arange(first, first + count + 1) * (scale * self.fps) - 0.5
        borders = np.clip(borders, 0, last_frame)
        at_borders = self._between_frames(borders)
        low = np.minimum(at_borders[:-1], at_borders[1:])
        high = np.maximum(at_borders[:-1], at_borders[1:])
        first_inside = np.ceil(borders[:-1]).astype(np.int64)
        last_inside = np.floor(borders[1:]).astype(np.int64)
        some = last_inside >= first_inside
        if not some.any():
            return low, high
        size, lows, highs = self._level(scale * self.fps)
        first_bin, last_bin = first_inside // size, last_inside // size
        # columns without a frame inside repeat their neighbour's, which may not count for them
        sparse = None if some.all() else np.flatnonzero(~some)
        for step in range(int((last_bin - first_bin).max()) + 1):
            bins = np.minimum(first_bin + step, np.maximum(last_bin, first_bin))
            lower, higher = lows[bins], highs[bins]
            if sparse is not None:
                lower[sparse], higher[sparse] = low[sparse], high[sparse]
            np.minimum(low, lower, out=low)
            np.maximum(high, higher, out=high)
        return low, high

    def _between_frames(self, positions: NDArray[np.float64]) -> NDArray[np.float32]:
        before = positions.astype(np.int64)
        share = (positions - before).astype(np.float32)[:, None]
        here = self.values[before]
        there = self.values[np.minimum(before + 1, len(self.values) - 1)]
        return here + share * (there - here)

    def _level(self, frames: float) -> tuple[int, NDArray[np.float32], NDArray[np.float32]]:
        """The coarsest level with at least two bins a column; its bins, low and high."""
        depth = int(np.log2(max(frames / 2, 1.0)))
        if depth == 0 or not self.levels:
            return 1, self.values, self.values
        depth = min(depth, len(self.levels))
        return 2**depth, *self.levels[depth - 1]


def make_pyramid(values: NDArray[np.float32], fps: float) -> CurvePyramid:
    """Measure ``(T, C)`` curves once, to draw any part of them fast."""
    values = np.ascontiguousarray(values)
    levels = []
    low = high = values
    while len(low) > 2:
        low, high = _halve(low, np.minimum), _halve(high, np.maximum)
        levels.append((low, high))
    return CurvePyramid(values, fps, tuple(levels))


def _halve(bins: NDArray[np.float32], join: np.ufunc) -> NDArray[np.float32]:
    if len(bins) % 2:
        bins = np.concatenate([bins, bins[-1:]])
    return join(bins[::2], bins[1::2])
