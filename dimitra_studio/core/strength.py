"""How strongly each part of a motion is shown; never changes what was generated."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.motion import Motion

BLINK_CHANNELS = ("eyeBlinkLeft", "eyeBlinkRight")


@dataclass(frozen=True, slots=True)
class Strength:
    """Factors on the way from a take to what is seen; 1 shows a take as it is, 0 holds still.

    Args:
        lips: of the lips component.
        expression: of the expression component without the blinks.
        pose: of the head's movement away from its rest.
        blink: of the blinks.

    Raises:
        ValueError: if a factor is negative or not a number.
    """

    lips: float = 1.0
    expression: float = 1.0
    pose: float = 1.0
    blink: float = 1.0

    def __post_init__(self) -> None:
        for factor in (self.lips, self.expression, self.pose, self.blink):
            if not (np.isfinite(factor) and factor >= 0):
                raise ValueError(f"a strength is 0 or more, got {factor}")


def apply_strength(
    motion: Motion, strength: Strength, rest: NDArray[np.float32] | None = None
) -> Motion:
    """Scale a motion's components.

    Args:
        motion: as generated.
        strength: the factors.
        rest: ``(C,)`` the curves that a pose strength of 0 holds, the portrait's own; the first
            frame if not given. Blendshapes are scaled from the neutral face, which is 0.

    Returns:
        A motion within the limits of its rig; the same object when every factor is 1.
    """
    if strength == Strength():
        return motion
    rig = motion.rig
    factors = np.array([getattr(strength, name) for name in rig.components], np.float32)
    for column, name in enumerate(rig.channels):
        if name in BLINK_CHANNELS:
            factors[column] = strength.blink
    origin = np.zeros(len(rig.channels), np.float32)
    pose = rig.columns("pose")
    origin[pose] = (motion.curves[0] if rest is None else rest)[pose]
    return replace(motion, curves=rig.clamp(origin + factors * (motion.curves - origin)))
