"""Time ranges and frame rates."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.motion import Motion


@dataclass(frozen=True, slots=True)
class Segment:
    """A time range.

    Args:
        start: seconds.
        end: seconds.

    Raises:
        ValueError: if it is empty or begins before 0.
    """

    start: float
    end: float

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a segment ends after it starts, from 0 on; got {self}")

    def frames(self, n_frames: int, fps: float) -> slice:
        """The frames that the segment touches, of ``n_frames``; empty when it lies outside."""
        first = int(np.floor(self.start * fps + 1e-6))
        last = int(np.ceil(self.end * fps - 1e-6))
        return slice(min(first, n_frames), min(max(last, first + 1), n_frames))


def resample(motion: Motion, fps: float) -> Motion:
    """The same motion at another frame rate, by straight lines between frame centres.

    Frame ``i`` of either motion stands for its middle, ``(i + 0.5) / fps`` seconds; duration is
    kept to within half a new frame.

    Raises:
        ValueError: if the rate is not above 0.
    """
    if not fps > 0:
        raise ValueError(f"a frame rate is above 0, got {fps}")
    if fps == motion.fps:
        return motion
    n_frames = max(1, round(len(motion) * fps / motion.fps))
    times = (np.arange(n_frames) + 0.5) / fps
    centres = (np.arange(len(motion)) + 0.5) / motion.fps
    columns: list[NDArray] = [np.interp(times, centres, curve) for curve in motion.curves.T]
    return replace(motion, curves=np.stack(columns, axis=1).astype(np.float32), fps=fps)
