"""How natural a motion is in itself: smoothness, blinks, seams, variety."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.motion import FPS, Motion
from dimitra_studio.core.rig import COMPONENTS

LIDS_CLOSED = 0.5
LIDS_OPEN = 0.3
"""A blink goes above the one and then below the other; noise between them is no second blink."""

LIDS = ("eyeBlinkLeft", "eyeBlinkRight")


def acceleration(curves: NDArray[np.floating], *, fps: float = FPS) -> NDArray[np.float64]:
    """``(T - 2, C)`` second difference of ``(T, C)`` curves, per square second."""
    return np.diff(np.asarray(curves, np.float64), n=2, axis=0) * fps**2


def jitter(curves: NDArray[np.floating], *, fps: float = FPS) -> float:
    """Mean size of the acceleration of ``(T, C)`` curves; NaN for fewer than three frames.

    Frames that are NaN are left out, and so are their neighbours.
    """
    sizes = np.abs(acceleration(curves, fps=fps))
    known = np.isfinite(sizes)
    return float(sizes[known].mean()) if known.any() else float("nan")


def jitter_ratios(generated: Motion, real: Motion) -> dict[str, float]:
    """The jitter of each component against that of real motion: 1 is as lively, below 1 smoother.

    Raises:
        ValueError: if the motions are of different rigs.
    """
    if generated.rig != real.rig:
        raise ValueError(f"motions of the rigs {generated.rig.name} and {real.rig.name}")
    ratios = {}
    for name in COMPONENTS:
        reference = jitter(real.component(name), fps=real.fps)
        measured = jitter(generated.component(name), fps=generated.fps)
        ratios[name] = measured / reference if reference > 0 else float("nan")
    return ratios


def count_blinks(closure: NDArray[np.floating]) -> int:
    """Count blinks in ``(T,)`` closures of the lids: 0 open, 1 closed, NaN not seen."""
    n_blinks = 0
    closed = False
    for value in closure[np.isfinite(closure)]:
        if not closed and value >= LIDS_CLOSED:
            closed = True
            n_blinks += 1
        elif closed and value <= LIDS_OPEN:
            closed = False
    return n_blinks


def blink_rate(motion: Motion) -> float:
    """Blinks a minute; people in conversation are around 10 to 25.

    Raises:
        ValueError: if the rig has no channels for the lids.
    """
    closure = np.mean([motion.channel(name) for name in LIDS], axis=0)
    return count_blinks(closure) / motion.duration * 60


def seam_acceleration(
    curves: NDArray[np.floating], seams: Sequence[int], *, fps: float = FPS
) -> float:
    """Jitter at the seams against the jitter elsewhere; 1 where no seam can be told.

    Args:
        curves: ``(T, C)``.
        seams: first frame after each seam; the differences that reach across it count.
        fps: frames per second.

    Raises:
        ValueError: if a seam is not inside the curves, or nothing is left beside the seams.
    """
    sizes = np.abs(acceleration(curves, fps=fps)).mean(1)
    if any(not 0 < seam < len(curves) for seam in seams):
        raise ValueError(f"seams must lie inside {len(curves)} frames, got {list(seams)}")
    across = np.zeros(len(sizes), np.bool_)
    for seam in seams:  # the second difference at i reads the frames i, i + 1 and i + 2
        across[max(seam - 2, 0) : seam] = True
    if not across.any() or across.all():
        raise ValueError("there must be frames at seams and frames elsewhere")
    elsewhere = float(sizes[~across].mean())
    return float(sizes[across].mean()) / elsewhere if elsewhere > 0 else float("nan")


def diversity(takes: Sequence[NDArray[np.floating]]) -> float:
    """How far apart takes of the same speech are: mean distance of all pairs, per frame.

    Args:
        takes: ``(T, C)`` each, of different seeds; normalise the channels first if their units
            differ.

    Raises:
        ValueError: if there are fewer than two takes, or their shapes differ.
    """
    if len(takes) < 2 or len({take.shape for take in takes}) != 1:
        raise ValueError("diversity needs two or more takes of one shape")
    stack = np.stack(takes).astype(np.float64)
    distances = [
        np.linalg.norm(stack[i] - stack[j], axis=-1).mean()
        for i in range(len(stack))
        for j in range(i + 1, len(stack))
    ]
    return float(np.mean(distances))
