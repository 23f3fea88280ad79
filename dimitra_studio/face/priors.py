"""What a face rigger expects of the curves before looking at the face."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.rig import Rig

Array = NDArray[np.float64]

_SPREADS = {
    "jawOpen": 0.6,  # the jaw carries speech; what pulls at the lips comes after it
    "jawForward": 0.05,  # towards the camera: hardly seen
    "jawLeft": 0.05,
    "jawRight": 0.05,
    "mouthClose": 0.08,
    "mouthFunnel": 0.3,
    "mouthPucker": 0.4,
    "mouthRollLower": 0.15,
    "mouthRollUpper": 0.15,
    "mouthShrugLower": 0.12,
    "mouthShrugUpper": 0.08,
    "mouthLowerDown": 0.2,
    "mouthUpperUp": 0.2,
    "mouthStretch": 0.2,
    "mouthPress": 0.15,
    "mouthLeft": 0.05,
    "mouthRight": 0.05,
    "mouthSmile": 0.3,
    "mouthFrown": 0.2,
    "mouthDimple": 0.15,
    "cheekSquint": 0.1,
    "noseSneer": 0.1,
    "browDown": 0.4,
    "browInnerUp": 0.4,
    "browOuterUp": 0.4,
    "eyeLookUp": 0.5,
    "eyeLookDown": 0.5,
    "eyeLookIn": 0.5,
    "eyeLookOut": 0.5,
}
"""Usual size of each curve; names without a side stand for both sides.

What landmarks cannot show (tongueOut, cheekPuff) is not here and stays at 0, and what the opening
of the lids shows (eyeBlink, eyeSquint, eyeWide) is not found by least squares.
"""

_MIRRORED = {"eyeLookInLeft": "eyeLookOutRight", "eyeLookOutLeft": "eyeLookInRight"}
"""Eyes that turn together do opposite things."""

_OPPOSITE = ("jawLeft", "mouthLeft", "jawRight", "mouthRight")

_ASYMMETRY = 0.3  # usual difference of the sides, in spreads
_CHANGE = 0.35  # usual change between frames, in spreads
_THRESHOLD = 1.0  # what a whole curve costs at once, so that a little noise moves nothing


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class CurvePrior:
    """The cost of curves: ``x stiffness x / 2 + threshold x``, and of their change.

    Args:
        free: ``(F,)`` columns of the curves that landmarks decide.
        stiffness: ``(F, F)``.
        threshold: ``(F,)``.
        smoothness: ``(F,)``.
    """

    free: NDArray[np.intp]
    stiffness: Array
    threshold: Array
    smoothness: Array


def make_prior(rig: Rig) -> CurvePrior:
    spread = np.array([_spread(name) for name in rig.channels])
    free = np.flatnonzero(spread)
    spread = spread[free]
    stiffness = np.diag(1 / spread**2)
    position = {column: place for place, column in enumerate(free.tolist())}
    for left, right in _partners(rig):
        if left in position and right in position:
            i, j = position[left], position[right]
            cost = 1 / (_ASYMMETRY * spread[i]) ** 2
            stiffness[[i, j], [i, j]] += cost
            stiffness[[i, j], [j, i]] -= cost
    return CurvePrior(free, stiffness, _THRESHOLD / spread, np.asarray(1 / (_CHANGE * spread) ** 2))


def _spread(channel: str) -> float:
    stem = channel if channel in _SPREADS else channel.removesuffix("Left").removesuffix("Right")
    return _SPREADS.get(stem, 0.0)


def _partners(rig: Rig) -> list[tuple[int, int]]:
    """Columns of curves that are alike unless the picture says otherwise."""
    pairs = []
    for name in rig.channels:
        if name in _OPPOSITE or not name.endswith("Left"):
            continue
        twin = _MIRRORED.get(name, name.removesuffix("Left") + "Right")
        pairs.append((rig.column(name), rig.column(twin)))
    return pairs
