"""Words or phonemes as stretches of time, and the borders between them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.transcript_words import SHORTEST

_TOUCHING = 1e-6  # seconds; what is closer shares its border


@dataclass(frozen=True, slots=True)
class Border:
    """Where a span ends, another starts, or both.

    Args:
        time: seconds.
        left: index of the span that ends here; None after a gap.
        right: index of the span that starts here; None before a gap.
    """

    time: float
    left: int | None
    right: int | None


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class Spans:
    """Stretches of time in order, none overlapping another.

    Args:
        starts: ``(N,)`` seconds, ascending.
        ends: ``(N,)`` seconds.
        duration: of the recording, in seconds.
    """

    starts: NDArray[np.float64]
    ends: NDArray[np.float64]
    duration: float

    @classmethod
    def from_times(cls, times: Sequence[tuple[float, float]], duration: float) -> "Spans":
        """Take pairs of start and end in seconds."""
        table = np.array(times, dtype=np.float64).reshape(-1, 2)
        return cls(table[:, 0].copy(), table[:, 1].copy(), duration)

    def __len__(self) -> int:
        return len(self.starts)

    def within(self, start: float, end: float) -> slice:
        """The spans that reach into a stretch of time, their borders included."""
        first = int(np.searchsorted(self.ends, start, side="left"))
        last = int(np.searchsorted(self.starts, end, side="right"))
        return slice(first, max(first, last))

    def at(self, time: float) -> int | None:
        """The span that sounds at ``time``; None in a gap."""
        index = int(np.searchsorted(self.starts, time, side="right")) - 1
        return index if index >= 0 and time < self.ends[index] else None

    def overlapping(self, start: float, end: float) -> slice:
        """The spans that share some time with a stretch; those without length count inside it."""
        first = int(np.searchsorted(self.ends, start, side="right"))
        last = int(np.searchsorted(self.starts, end, side="left"))
        return slice(first, max(first, last))

    def covered(self, borders: NDArray[np.float64]) -> NDArray[np.float64]:
        """``(n,)`` share of the time between each pair of ``(n + 1,)`` borders that is filled."""
        edges, sums = self._cumulated
        return np.diff(np.interp(borders, edges, sums)) / np.diff(borders)

    def nearest_border(self, time: float, reach: float) -> Border | None:
        """The border that a hand at ``time`` means; None if all are farther than ``reach``.

        Beside a span without length two borders lie at one time: the hand means the one of its
        own side, so that the span can be pulled open both ways.
        """
        times, lefts, rights = self._borders
        first, last = np.searchsorted(times, [time - reach, time + reach])
        if first == last:
            return None
        near = times[first:last]
        distances = np.abs(near - time)
        closest = np.flatnonzero(distances <= distances.min() + 1e-9)
        index = int(first + (closest[0] if time < near[closest[0]] else closest[-1]))
        left, right = int(lefts[index]), int(rights[index])
        return Border(
            float(times[index]), left if left >= 0 else None, right if right >= 0 else None
        )

    def limits(self, border: Border) -> tuple[float, float]:
        """From where to where a border can be dragged, in seconds."""
        if border.left is not None:
            low = self.starts[border.left] + self._least(border.left)
        else:
            low = self.ends[border.right - 1] if border.right else 0.0
        if border.right is not None:
            high = self.ends[border.right] - self._least(border.right)
        else:
            after = (border.left or 0) + 1
            high = self.starts[after] if after < len(self) else max(self.duration, self.ends[-1])
        return float(min(low, border.time)), float(max(high, border.time))

    def shift_limits(self, border: Border) -> tuple[float, float]:
        """From where to where a border can push everything after it, in seconds."""
        low, _ = self.limits(border)
        return low, border.time + max(0.0, self.duration - float(self.ends[-1]))

    def with_border(self, border: Border, time: float) -> "Spans":
        """The spans with a border elsewhere; what it separates follows."""
        starts, ends = self.starts.copy(), self.ends.copy()
        if border.left is not None:
            ends[border.left] = time
        if border.right is not None:
            starts[border.right] = time
        return replace(self, starts=starts, ends=ends)

    def with_shift(self, border: Border, time: float) -> "Spans":
        """The spans with a border elsewhere and everything after it as much later or earlier."""
        moved = self.with_border(border, time)
        if border.right is not None:
            moved.starts[border.right + 1 :] += time - border.time
            moved.ends[border.right :] += time - border.time
        return moved

    def _least(self, index: int) -> float:
        return min(SHORTEST, float(self.ends[index] - self.starts[index]))

    @cached_property
    def _cumulated(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        edges = np.stack([self.starts, self.ends], axis=1).reshape(-1)
        sums = np.repeat(np.cumsum(self.ends - self.starts), 2)
        sums[::2] -= self.ends - self.starts
        return np.append(edges, np.inf), np.append(sums, sums[-1:] if len(self) else 0.0)

    @cached_property
    def _borders(
        self,
    ) -> tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.int64]]:
        """Times, indices of what ends and of what starts there, -1 for nothing."""
        indices = np.arange(len(self))
        touching = self.starts[1:] - self.ends[:-1] < _TOUCHING
        after_gap = np.append(True, ~touching)[: len(self)]
        before_gap = np.append(~touching, True)[: len(self)]
        times = np.concatenate([self.starts, self.ends[before_gap]])
        lefts = np.concatenate([np.where(after_gap, -1, indices - 1), indices[before_gap]])
        rights = np.concatenate([indices, np.full(np.count_nonzero(before_gap), -1)])
        order = np.lexsort((np.maximum(lefts, rights), times))
        return times[order], lefts[order], rights[order]
