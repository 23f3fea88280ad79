"""Blinks from the opening of the lids, measured against the person's own open eyes."""

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.rig import Rig
from dimitra_studio.face.point_basis import PointBasis
from dimitra_studio.face.regions import LID_CORNERS, LID_GAPS, SIDES

Array = NDArray[np.float64]

TYPICAL_OPENING = 0.29
"""Of open eyes, as a share of their width; Face Mesh on faces at rest."""

CLOSED_SHARE = 0.22
"""Of the open eyes' opening: what Face Mesh still sees between closed lids."""

_STILL = 0.08  # closures below this are noise
_WIDE_FROM, _WIDE_RANGE = 1.1, 0.35  # openings over the usual that begin and complete eyeWide
_WINK = 0.35  # sides that differ by less are one blink


def lid_openings(landmarks: Array) -> Array:
    """``(T, 2)`` of the left and right eye, as a share of the eye's width."""
    openings = []
    for side in SIDES:
        upper, lower = np.array(LID_GAPS[side]).T
        gaps = np.linalg.norm(landmarks[:, upper, :2] - landmarks[:, lower, :2], axis=-1)
        outer, inner = LID_CORNERS[side]
        width = np.linalg.norm(landmarks[:, outer] - landmarks[:, inner], axis=-1)
        openings.append(gaps.mean(1) / np.maximum(width, 1e-9))
    return np.column_stack(openings)


def usual_openings(openings: Array) -> Array:
    """``(2,)`` of this person's open eyes, left and right.

    In a clip that is what the eyes are in most of it, unless they are half closed in all of it.
    """
    return np.maximum(np.quantile(openings, 0.7, axis=0), 0.6 * TYPICAL_OPENING)


def closures(openings: Array, usual: Array) -> Array:
    """``(T, 2)`` 0 for open, 1 for closed lids; alike on both sides unless one winks."""
    closed = CLOSED_SHARE * usual
    amount = np.clip((usual - openings) / (usual - closed), 0.0, 1.0)
    both = np.repeat(amount.mean(1, keepdims=True), 2, axis=1)
    difference = np.abs(amount[:, 0] - amount[:, 1])[:, None]
    share = np.clip((difference - _WINK) / 0.15, 0.0, 1.0)
    amount = share * amount + (1 - share) * both
    return np.clip((amount - _STILL) / (1 - _STILL), 0.0, 1.0)


def set_lids(curves: Array, openings: Array, usual: Array, basis: PointBasis, rig: Rig) -> Array:
    """Replace the curves of the lids by what their opening shows.

    Other curves move the lids too, most of all eyeLookDown; the blink is what they leave.

    Args:
        curves: ``(T, E)``.
        openings: ``(T, 2)``.
        usual: ``(2,)``.
        basis: of the rig's landmarks.
        rig: names the curves.

    Returns:
        ``(T, E)``.
    """
    result = curves.copy()
    amounts = closures(openings, usual)
    for index, side in enumerate(SIDES):
        blink, wide = (rig.column(f"{name}{side}") for name in ("eyeBlink", "eyeWide"))
        upper, lower = np.array(LID_GAPS[side]).T
        narrowing = (basis.expression[:, lower, 1] - basis.expression[:, upper, 1]).mean(1)
        others = curves.copy()
        others[:, [blink, wide]] = 0.0
        by_others = others @ (narrowing / narrowing[blink])
        result[:, blink] = np.clip(amounts[:, index] - np.maximum(by_others, 0.0), 0.0, 1.0)
        excess = openings.mean(1) / usual.mean() - _WIDE_FROM
        result[:, wide] = np.clip(excess / _WIDE_RANGE, 0.0, 1.0)
    return result
