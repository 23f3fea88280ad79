"""What the animator sets by hand: a layer over the generated curves that survives regeneration."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.motion import Motion


@dataclass(frozen=True, slots=True, eq=False)  # arrays have no single truth value to compare
class CurveEdit:
    """The frames of one channel that no longer follow the takes.

    Args:
        frames: ``(K,)`` int64, ascending.
        values: ``(K,)`` float32 the values there.
        keys: frames at which the animator holds the curve, ascending; edited or not.

    Raises:
        ValueError: if frames and values do not belong together, or are not in order.
    """

    frames: NDArray[np.int64]
    values: NDArray[np.float32]
    keys: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if self.frames.shape != self.values.shape or self.frames.ndim != 1:
            raise ValueError(f"{self.frames.shape} frames, {self.values.shape} values")
        if self.frames.size and (self.frames[0] < 0 or np.any(np.diff(self.frames) <= 0)):
            raise ValueError("frames ascend from 0")
        if not np.isfinite(self.values).all():
            raise ValueError("values are finite")
        if list(self.keys) != sorted(set(self.keys)) or any(key < 0 for key in self.keys):
            raise ValueError(f"keys ascend from 0, got {self.keys}")
        for array in (self.frames, self.values):
            array.setflags(write=False)


def make_edit(
    generated: NDArray[np.float32], wanted: NDArray[np.float32], keys: tuple[int, ...] = ()
) -> CurveEdit | None:
    """The edit that turns one curve into another; None if there is nothing to keep.

    Args:
        generated: ``(T,)`` what the takes give.
        wanted: ``(T,)``.
        keys: see ``CurveEdit``.
    """
    frames = np.flatnonzero(wanted != generated)
    if not frames.size and not keys:
        return None
    return CurveEdit(frames, wanted[frames].astype(np.float32), keys)


def apply_edits(motion: Motion, edits: Mapping[str, CurveEdit]) -> Motion:
    """The motion with the edited frames in place; those beyond its end are left out.

    Channels that its rig does not have are left alone, so that edits outlast a take of another rig.
    """
    if not edits:
        return motion
    curves = motion.curves.copy()
    for channel, edit in edits.items():
        if channel in motion.rig.channels:
            inside = edit.frames < len(motion)
            curves[edit.frames[inside], motion.rig.column(channel)] = edit.values[inside]
    return replace(motion, curves=curves)
