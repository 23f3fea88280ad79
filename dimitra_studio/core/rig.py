"""What a 3DMM lets one move."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

COMPONENTS = ("lips", "expression", "pose")

POSE_CHANNELS = ("headPitch", "headYaw", "headRoll", "headX", "headY", "headZ")
"""Rotation in radians, then translation in metres; see ``face.rotation`` for the convention."""


@dataclass(frozen=True)
class Rig:
    """The channels of a 3DMM; their number is known from here and nowhere else.

    Args:
        name: of the 3DMM.
        channels: their names, in the order of the curves.
        components: of each channel, one of ``COMPONENTS``.
        lower: ``(C,)`` smallest meaningful value of each channel; -inf where there is none.
        upper: ``(C,)`` largest meaningful value of each channel; inf where there is none.

    Raises:
        ValueError: if a channel has no component, or an unknown one, or no limits.
    """

    name: str
    channels: tuple[str, ...]
    components: tuple[str, ...]
    lower: tuple[float, ...]
    upper: tuple[float, ...]

    def __post_init__(self) -> None:
        if len(self.components) != len(self.channels):
            raise ValueError(f"{len(self.channels)} channels, {len(self.components)} components")
        if not len(self.lower) == len(self.upper) == len(self.channels):
            raise ValueError(f"{len(self.channels)} channels need as many limits")
        if unknown := set(self.components) - set(COMPONENTS):
            raise ValueError(f"components are {', '.join(COMPONENTS)}; got {unknown}")

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {name: column for column, name in enumerate(self.channels)}

    def columns(self, component: str) -> list[int]:
        """Where the channels of ``component`` stand in the curves."""
        return [column for column, name in enumerate(self.components) if name == component]

    def column(self, channel: str) -> int:
        """Where one channel stands in the curves.

        Raises:
            ValueError: if the rig has no such channel.
        """
        if channel not in self._positions:
            raise ValueError(f"the {self.name} rig has no channel {channel}")
        return self._positions[channel]

    def clamp(self, curves: NDArray[np.float32]) -> NDArray[np.float32]:
        """``(..., C)`` curves within the limits of their channels."""
        return np.clip(curves, self.lower, self.upper).astype(np.float32)


def _both(*names: str) -> tuple[str, ...]:
    return tuple(f"{name}{side}" for name in names for side in ("Left", "Right"))


LIPS_CHANNELS = (
    "jawOpen",
    "jawForward",
    "mouthClose",
    "mouthFunnel",
    "mouthPucker",
    "mouthRollLower",
    "mouthRollUpper",
    "mouthShrugLower",
    "mouthShrugUpper",
    *_both("mouthLowerDown", "mouthUpperUp", "mouthStretch", "mouthPress"),
)
EXPRESSION_CHANNELS = (
    "jawLeft",
    "jawRight",
    "mouthLeft",
    "mouthRight",
    *_both("mouthSmile", "mouthFrown", "mouthDimple"),
    "cheekPuff",
    *_both("cheekSquint", "noseSneer"),
    *_both("browDown"),
    "browInnerUp",
    *_both("browOuterUp"),
    *_both("eyeBlink", "eyeSquint", "eyeWide"),
    *_both("eyeLookDown", "eyeLookIn", "eyeLookOut", "eyeLookUp"),
    "tongueOut",
)

STUDIO = Rig(
    name="studio",
    channels=LIPS_CHANNELS + EXPRESSION_CHANNELS + POSE_CHANNELS,
    components=("lips",) * len(LIPS_CHANNELS)
    + ("expression",) * len(EXPRESSION_CHANNELS)
    + ("pose",) * len(POSE_CHANNELS),
    lower=(0.0,) * (len(LIPS_CHANNELS) + len(EXPRESSION_CHANNELS)) + (-np.inf,) * 6,
    upper=(1.0,) * (len(LIPS_CHANNELS) + len(EXPRESSION_CHANNELS)) + (np.inf,) * 6,
)
"""The rig that ships: the 52 blendshapes of ARKit and the pose of the head."""

BFM_LIPS = (0, 1, 2, 3, 4, 5, 7, 9, 10, 11, 12, 13, 14)
"""The expression coefficients of Deep3DFaceRecon that move the mouth (Dimitra, section 3.1)."""

BFM = Rig(
    name="bfm",
    channels=tuple(f"exp{index:02d}" for index in range(64)) + POSE_CHANNELS,
    components=tuple("lips" if index in BFM_LIPS else "expression" for index in range(64))
    + ("pose",) * 6,
    lower=(-np.inf,) * 70,
    upper=(np.inf,) * 70,
)
"""Deep3DFaceRecon's layout of the Basel Face Model; its mesh is the user's own file."""

RIGS = {rig.name: rig for rig in (STUDIO, BFM)}
