"""Where playing is after so many steps: computed from their number, never added up."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Course:
    """A way along the timeline, once or round and round.

    The sound card's callback and the picture's position ask the same object, so they cannot
    drift apart. Places are seconds and steps seconds that passed; or, as ``in_samples`` gives
    it, places are samples of the recording and steps samples of the sound card.

    Args:
        origin: place of step 0.
        rate: places per step; negative backwards.
        low: the first place.
        high: the end of the last.
        loops: whether it goes round between ``low`` and ``high``, or stays at the end it reaches.

    Raises:
        ValueError: if it goes nowhere.
    """

    origin: float
    rate: float
    low: float
    high: float
    loops: bool = False

    def __post_init__(self) -> None:
        if not self.rate or not self.low < self.high:
            raise ValueError(f"a course goes somewhere, got {self}")

    @property
    def start(self) -> float:
        """Where it begins: the origin, or the near end of what is looped if that lies outside."""
        if self.loops and not self.low <= self.origin < self.high:
            return self.low if self.rate > 0 else self.high + self.rate
        return min(max(self.origin, self.low), self.high)

    def in_samples(self, sample_rate: int, card_rate: float, delay: float) -> "Course":
        """The same course along a recording; whole samples, so that plain playing is a copy.

        Args:
            sample_rate: of the recording.
            card_rate: of the sound card.
            delay: seconds by which the recording comes after the timeline.
        """
        low, high, start = (
            round((place - delay) * sample_rate) for place in (self.low, self.high, self.start)
        )
        rate = self.rate * sample_rate / card_rate
        return Course(start, rate, low, max(high, low + math.ceil(abs(rate))), self.loops)

    def at(self, n_steps: float) -> float:
        """The place after so many steps."""
        place = self.start + n_steps * self.rate
        if self.loops:
            return self.low + (place - self.low) % (self.high - self.low)
        return min(max(place, self.low), self.high)

    def ends_after(self, n_steps: float) -> bool:
        """Whether the end is reached by then."""
        if self.loops:
            return False
        place = self.start + n_steps * self.rate
        return place >= self.high if self.rate > 0 else place <= self.low

    def fill(self, out: NDArray[np.int16], samples: NDArray[np.int16], first: int) -> None:
        """Write what is heard from step ``first`` on; silence beyond samples and course.

        Args:
            out: ``(n, channels)``.
            samples: ``(S, channels)``, or ``(S, 1)`` for all channels.
            first: number of a step.
        """
        done = 0
        while done < len(out):
            if self.ends_after(first + done):
                out[done:] = 0
                return
            place = self.at(first + done)
            stretch = out[done : done + self._steps_from(place)]
            copy_samples(stretch, samples, place, self.rate)
            done += len(stretch)

    def _steps_from(self, place: float) -> int:
        """How many steps lie before the end, or before the loop closes."""
        if self.rate > 0:
            return max(1, math.ceil((self.high - place) / self.rate))
        steps = (self.low - place) / self.rate
        return math.floor(steps) + 1 if self.loops else max(1, math.ceil(steps))


def copy_samples(
    out: NDArray[np.int16], samples: NDArray[np.int16], place: float, rate: float
) -> None:
    """Write samples at ``place``, ``place + rate``, …, by straight lines between them.

    Args:
        out: ``(n, channels)``.
        samples: ``(S, channels)``, or ``(S, 1)`` for all channels; silence surrounds them.
        place: of the first sample.
        rate: 1 for a plain copy.
    """
    if rate == 1.0 and place == int(place):
        begin = int(place)
        first, last = max(0, -begin), min(len(out), len(samples) - begin)
        if first < last:
            out[first:last] = samples[begin + first : begin + last]
        out[: min(first, len(out))] = 0
        out[max(first, last, 0) :] = 0
        return
    places = place + rate * np.arange(len(out))
    before = np.floor(places).astype(np.int64)
    share = (places - before).astype(np.float32)[:, None]
    last_index = len(samples) - 1
    now = samples[np.clip(before, 0, last_index)].astype(np.float32)
    now += share * (samples[np.clip(before + 1, 0, last_index)] - now)
    now[(before < 0) | (before > last_index)] = 0
    out[:] = np.rint(now)
