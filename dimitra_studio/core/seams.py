"""Where takes meet, and whether the motion jumps there."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.mix import SEAM
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.project import Project
from dimitra_studio.core.timeline import Segment

_USUAL = 99.0  # percentile of a curve's own steps: sparse blinks count, single faults do not
_TIMES = 1.5  # as large as that is no jump yet
_SLIGHT = 0.01  # of the largest movement of the component; nobody sees smaller steps


def seam_frames(project: Project, component: str) -> list[int]:
    """The frames in which one take of a component leads over into another, ascending."""
    if component not in project.active:
        return []
    take = project.take(project.active[component])
    n_frames, fps = len(take.motion), take.motion.fps
    frames: set[int] = set()
    if component in take.components and take.start < take.end:
        width = round(take.settings.seam * fps)
        frames |= _borders(Segment(take.start, take.end), width, n_frames, fps)
    for patch in project.patches:
        if patch.component == component:
            frames |= _borders(patch.segment, SEAM, n_frames, fps)
    return sorted(frames)


def jumps(motion: Motion, frames: Sequence[int], component: str) -> list[tuple[str, float]]:
    """Find the curves that jump at a seam, in value or in slope.

    Args:
        motion: to look at.
        frames: of the seams; the step that leads to each of them is judged.
        component: whose curves are looked at.

    Returns:
        Each channel that jumps, with how many times larger its jump is than what the rest of the
        curve does; the largest first.
    """
    columns = motion.rig.columns(component)
    inside = sorted({frame for frame in frames if 0 < frame < len(motion)})
    if not inside or len(motion) < 4:
        return []
    curves = motion.curves[:, columns].astype(np.float64)
    worst = np.zeros(len(columns))
    for order in (1, 2):  # value, slope
        moves = np.abs(np.diff(curves, n=order, axis=0))  # row i leads to frame i + order
        at_seam = np.zeros(len(moves), bool)
        for shift in range(order):  # a kink at a frame shows in the differences around it
            rows = np.array(inside) - order + shift
            at_seam[rows[(rows >= 0) & (rows < len(moves))]] = True
        rest = moves[~at_seam]
        if not len(rest) or not at_seam.any():
            continue
        usual = _TIMES * np.percentile(rest, _USUAL, axis=0)
        slight = _SLIGHT * _movement(curves)
        worst = np.maximum(worst, moves[at_seam].max(axis=0) / np.maximum(usual, slight))
    found = [
        (motion.rig.channels[column], float(size * _TIMES))
        for column, size in zip(columns, worst, strict=True)
        if size > 1
    ]
    return sorted(found, key=lambda jump: -jump[1])


def _movement(curves: NDArray[np.float64]) -> float:
    """How far the liveliest curve of a component goes; never 0."""
    return max(float(np.ptp(curves, axis=0).max()), 1e-6)


def _borders(segment: Segment, width: int, n_frames: int, fps: float) -> set[int]:
    """The frames inside and just after each end of a segment that is not an end of all."""
    frames = segment.frames(n_frames, fps)
    found: set[int] = set()
    if frames.start > 0:
        found |= set(range(frames.start, min(frames.start + width + 1, n_frames)))
    if frames.stop < n_frames:
        found |= set(range(max(frames.stop - width, 0), frames.stop + 1))
    return found
