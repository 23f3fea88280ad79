"""Segments of one take shown within another, component by component."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.motion import Motion
from dimitra_studio.core.timeline import Segment

SEAM = 3
"""Frames inside each end of a patch over which it takes over from what lies below."""


@dataclass(frozen=True, slots=True)
class Patch:
    """One segment of one component, shown from a take that is not its active one.

    Args:
        component: one of ``COMPONENTS``.
        segment: what it covers; not a sample outside is touched.
        take: name of the take that it comes from.
    """

    component: str
    segment: Segment
    take: str


def apply_patches(motion: Motion, patches: Sequence[Patch], takes: Mapping[str, Motion]) -> Motion:
    """Lay patches over a motion, in their order.

    Args:
        motion: what lies below.
        patches: with names of ``takes``.
        takes: motions of the same length and rig.
    """
    if not patches:
        return motion
    curves = motion.curves.copy()
    for patch in patches:
        frames = patch.segment.frames(len(motion), motion.fps)
        columns = motion.rig.columns(patch.component)
        above, below = takes[patch.take].curves[frames, columns], curves[frames, columns]
        weights = _weights(frames, len(motion))[:, None]
        blended = below + weights * (above - below)
        curves[frames, columns] = np.where(weights == 1, above, blended)
    return replace(motion, curves=curves)


def _weights(frames: slice, n_frames: int) -> NDArray[np.float32]:
    """How much of a patch each of its frames shows; the ends of the recording have no seam."""
    place = np.arange(frames.start, frames.stop)
    from_start = place - frames.start + 1 if frames.start > 0 else np.full(len(place), SEAM + 1)
    from_end = frames.stop - place if frames.stop < n_frames else np.full(len(place), SEAM + 1)
    share = np.minimum(np.minimum(from_start, from_end) / (SEAM + 1), 1)
    return (0.5 - 0.5 * np.cos(np.pi * share)).astype(np.float32)
