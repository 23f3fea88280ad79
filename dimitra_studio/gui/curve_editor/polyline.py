"""Points of a curve as the screen can show them: all of them, or the extremes of each pixel."""

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.curve_editing import Curve


def visible_frames(n_frames: int, fps: float, start: float, end: float) -> slice:
    """The frames that can be seen between two times, and one neighbour on each side."""
    first = max(int(np.floor(start * fps - 0.5)), 0)
    last = min(int(np.ceil(end * fps + 0.5)) + 1, n_frames)
    return slice(first, max(last, first))


def reduced(
    curve: Curve, frames: slice, n_columns: float
) -> tuple[NDArray[np.float64], NDArray[np.float32]]:
    """Frames and values to draw lines between.

    Where several frames share a pixel only the smallest and the largest value of groups are kept.
    Groups have a power of two of frames and lie at multiples of it, so that a curve does not
    shimmer while it is panned.

    Args:
        curve: ``(T,)``.
        frames: that are seen.
        n_columns: pixels that they are drawn on.
    """
    per_column = (frames.stop - frames.start) / max(n_columns, 1.0)
    if per_column < 2:
        return np.arange(frames.start, frames.stop, dtype=np.float64), curve[frames]
    size = 1 << round(np.log2(per_column))
    first = frames.start // size * size
    values = curve[first : frames.stop]
    borders = np.arange(0, len(values), size)
    places = np.repeat(first + borders + (size - 1) / 2, 2)
    extremes = np.empty(len(places), np.float32)
    extremes[::2] = np.minimum.reduceat(values, borders)
    extremes[1::2] = np.maximum.reduceat(values, borders)
    return places, extremes
