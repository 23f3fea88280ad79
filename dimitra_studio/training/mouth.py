"""How open and how wide the mouth is: what viewers watch, measured on the rig."""

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.rig import Rig
from dimitra_studio.face.rigs import StudioRig

MEASURES = ("opening", "width")
_UPPER_LIP, _LOWER_LIP = 13, 14  # landmarks on the inner border
_CORNERS = (61, 291)
_EYES = (33, 263)  # outer corners: the unit of length
_STEP = 0.05  # of a channel, for the slope of a measure


def measure_mouth(rig: StudioRig, curves: NDArray[np.float32]) -> NDArray[np.float32]:
    """Measure the mouth of the mean person.

    Args:
        rig: whose landmarks are measured.
        curves: ``(T, C)``; the pose is ignored.

    Returns:
        ``(T, 2)`` opening of the inner lips and distance of the corners, in distances of the
        eyes. The opening is 0 at rest, where the lips touch, and negative where they are pressed.
    """
    still = np.concatenate((np.zeros_like(curves[:1]), curves))
    still[:, rig.description.columns("pose")] = 0
    points = rig.landmarks478(still, None)
    unit = np.linalg.norm(points[:, _EYES[0]] - points[:, _EYES[1]], axis=-1)
    opening = points[:, _UPPER_LIP, 1] - points[:, _LOWER_LIP, 1]
    width = np.linalg.norm(points[:, _CORNERS[0]] - points[:, _CORNERS[1]], axis=-1)
    return np.stack((opening - opening[0], width), axis=1)[1:] / unit[1:, None]


def mouth_slopes(rig: StudioRig, around: NDArray[np.float32]) -> NDArray[np.float32]:
    """``(C, 2)`` how the measures change with each channel near the curves ``(C,)``."""
    rows = np.repeat(around[None], len(around) + 1, axis=0)
    rows[1:] += _STEP * np.eye(len(around), dtype=np.float32)
    measured = measure_mouth(rig, rows)
    return (measured[1:] - measured[0]) / _STEP


def correlate(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    """Pearson correlation of two curves; 0 where one of them is flat."""
    one, other = one - one.mean(), other - other.mean()
    scale = float(np.linalg.norm(one) * np.linalg.norm(other))
    return float(one @ other) / scale if scale > 1e-9 else 0.0


def with_component(
    rig: Rig, curves: NDArray[np.float32], component: str, part: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Curves at their median but for one component."""
    still = np.repeat(np.median(curves, axis=0, keepdims=True), len(part), axis=0)
    still[:, rig.columns(component)] = part
    return still.astype(np.float32)
