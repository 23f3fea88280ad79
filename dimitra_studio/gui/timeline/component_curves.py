"""The curves of one component, measured for drawing and for reading."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.edits import CurveEdit
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.rig import Rig
from dimitra_studio.gui.timeline.channel_scale import make_lanes
from dimitra_studio.gui.timeline.curve_picture import CurvePicture
from dimitra_studio.gui.timeline.curve_pyramid import CurvePyramid, make_pyramid

_NONE = np.zeros(0, np.float32)


class ComponentCurves:
    """What is known of the motion of lips, expression or pose.

    Args:
        component: whose channels these are.
    """

    def __init__(self, component: str) -> None:
        self.component = component
        self.motion: Motion | None = None
        self.pyramid = make_pyramid(np.zeros((1, 0), np.float32), 1.0)
        self.ghost: CurvePyramid | None = None
        self.lower: NDArray[np.float32] = _NONE
        self.upper: NDArray[np.float32] = _NONE
        self.edited = np.zeros(2, np.int64)
        self.pinned = np.zeros(2, np.int64)
        self.active: str | None = None
        self._ghost_motion: Motion | None = None
        self._names: tuple[str, ...] = ()

    @property
    def active_position(self) -> int | None:
        """Where the active channel stands among these, if it is one of them."""
        return self._names.index(self.active) if self.active in self._names else None

    def set_motion(
        self, motion: Motion | None, edits: Mapping[str, CurveEdit], pinned: tuple[int, ...]
    ) -> None:
        """Take other curves; what did not change is not measured again."""
        if motion is None:
            self.motion = None
            return
        columns = motion.rig.columns(self.component)
        values = motion.curves[:, columns]
        same = self.motion is not None and np.array_equal(values, self.pyramid.values)
        if not same or motion.fps != self.pyramid.fps:
            self.pyramid = make_pyramid(values, motion.fps)
        self.motion = motion
        self._names = tuple(motion.rig.channels[column] for column in columns)
        self.lower = np.array([motion.rig.lower[column] for column in columns], np.float32)
        self.upper = np.array([motion.rig.upper[column] for column in columns], np.float32)
        frames = [edits[name].frames for name in self._names if name in edits]
        self.edited = _counts(np.concatenate(frames) if frames else np.zeros(0), len(motion))
        self.pinned = _counts(np.array(pinned), len(motion))
        self.set_ghost(self._ghost_motion)

    def set_ghost(self, motion: Motion | None) -> None:
        """Take the curves of another take; those of another rig cannot be compared."""
        self._ghost_motion = motion
        self.ghost = None
        if motion is not None and self.motion is not None and _same(motion.rig, self.motion.rig):
            columns = motion.rig.columns(self.component)
            self.ghost = make_pyramid(motion.curves[:, columns], motion.fps)

    def frame_at(self, time: float) -> int:
        """The frame that covers ``time``, kept inside the motion."""
        last = len(self.pyramid.values) - 1
        return min(max(int(time * self.pyramid.fps + 1e-6), 0), last)

    def frames(self, start: float, end: float) -> slice:
        """The frames between two times."""
        return slice(self.frame_at(start), self.frame_at(end) + 1)

    def values_at(self, time: float) -> NDArray[np.float32] | None:
        """``(n,)`` values of the frame at ``time``; None without a motion."""
        return None if self.motion is None else self.pyramid.values[self.frame_at(time)]

    def levelled(self) -> NDArray[np.float32]:
        """``(T, n)`` curves in shares of their lanes, so that degrees compare with millimetres.

        A channel without limits rests at its middle, one with limits at its lowest value.
        """
        if self.motion is None:
            return np.zeros((0, len(self._names)), np.float32)
        lanes = make_lanes(self.motion, self.component, [True] * len(self._names))
        free = ~np.isfinite(self.lower)
        rest = np.where(free, (lanes.bottom + lanes.top) / 2, 0).astype(np.float32)
        return (self.pyramid.values - rest) / (lanes.top - lanes.bottom)

    def heights_at(self, picture: CurvePicture, time: float) -> NDArray[np.float64]:
        """``(n,)`` where the curves are at ``time``, 0 at the bottom to 1 at the top of the row."""
        last = len(self.pyramid.values) - 1
        place = min(max(time * self.pyramid.fps - 0.5, 0.0), float(last))
        before = int(place)
        here, there = self.pyramid.values[before], self.pyramid.values[min(before + 1, last)]
        values = here + (place - before) * (there - here)
        lanes = picture.lanes
        return np.clip((values - lanes.bottom) / (lanes.top - lanes.bottom), 0.0, 1.0)

    def nearest(
        self, picture: CurvePicture, time: float, height: float, reach: float
    ) -> int | None:
        """The shown channel nearest to a place in the row, within ``reach`` of its height."""
        if not picture.shown.any() or not 0 <= time < self.pyramid.duration:
            return None
        distances = np.abs(self.heights_at(picture, time) - height)
        best = int(np.argmin(np.where(picture.shown, distances, np.inf)))
        return best if distances[best] <= reach else None


def _same(first: Rig, second: Rig) -> bool:
    return first.channels == second.channels


def _counts(frames: NDArray, n_frames: int) -> NDArray[np.int64]:
    """``(T + 1,)`` how many of some frames lie before each frame."""
    marked = np.zeros(n_frames, np.int64)
    marked[[frame for frame in frames.astype(np.int64) if 0 <= frame < n_frames]] = 1
    return np.concatenate([[0], np.cumsum(marked)])
