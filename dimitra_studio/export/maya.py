"""What the two files for Maya share: names of nodes, units of time, and values in Maya's units."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.motion import Motion

BLEND_SHAPE, HEAD = "face", "head"
"""Names of the nodes in the scene: a blendShape, and a joint or transform."""

TIME_UNITS: Mapping[float, str] = {
    15.0: "game",
    24.0: "film",
    25.0: "pal",
    30.0: "ntsc",
    48.0: "show",
    50.0: "palf",
    60.0: "ntscf",
    24_000 / 1001: "23.976fps",
    30_000 / 1001: "29.97fps",
    60_000 / 1001: "59.94fps",
}
"""Maya's names of frame rates."""

_OF_HEAD = {
    "headPitch": "rotateX",
    "headYaw": "rotateY",
    "headRoll": "rotateZ",
    "headX": "translateX",
    "headY": "translateY",
    "headZ": "translateZ",
}
_CENTIMETRES = 100.0


@dataclass(frozen=True, slots=True, eq=False)
class MayaCurve:
    """One animated attribute.

    Args:
        node: that it belongs to.
        attribute: its name; of a blendShape, that of the target.
        kind: of its values.
        values: ``(T,)`` in centimetres, degrees, or weights.
    """

    node: str
    attribute: str
    kind: str
    values: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class MayaTime:
    """When the frames are.

    Args:
        unit: Maya's name of a frame rate.
        fps: of that unit.
        step: units from one frame to the next; 1 unless Maya has no name for the rate.
    """

    unit: str
    fps: float
    step: float


def maya_time(fps: float) -> MayaTime:
    """The unit of time for a rate; a rate that Maya cannot name falls between frames at 25."""
    for rate, unit in TIME_UNITS.items():
        if abs(rate - fps) < 1e-4:
            return MayaTime(unit, rate, 1.0)
    return MayaTime("pal", 25.0, 25.0 / fps)


def maya_curves(motion: Motion) -> list[MayaCurve]:
    """Every channel as an attribute; the head turns in Maya's default order, xyz."""
    columns = zip(motion.rig.channels, motion.curves.T, strict=True)
    return [_curve(name, curve) for name, curve in columns]


def _curve(name: str, curve: NDArray[np.float32]) -> MayaCurve:
    values = curve.astype(np.float64)
    attribute = _OF_HEAD.get(name)
    if attribute is None:
        return MayaCurve(BLEND_SHAPE, name, "unitless", values)
    if attribute.startswith("rotate"):
        return MayaCurve(HEAD, attribute, "angular", np.degrees(values))
    return MayaCurve(HEAD, attribute, "linear", values * _CENTIMETRES)
