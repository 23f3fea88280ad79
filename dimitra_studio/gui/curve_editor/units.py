"""How values of a channel are shown: degrees, millimetres, or as they are."""

import math
from dataclasses import dataclass

from dimitra_studio.core.rig import POSE_CHANNELS
from dimitra_studio.gui.decimals import decimal


@dataclass(frozen=True, slots=True)
class Unit:
    """What the value axis is written in.

    Args:
        suffix: written after a number.
        factor: of a value on its way to the screen.
        nudge: what one press of an arrow key adds, on the screen.
        decimals: of a value that is read out.
        span: smallest range that the value axis is fitted to, on the screen.
        reach: the largest offset that the slider gives, on the screen.
    """

    suffix: str
    factor: float
    nudge: float
    decimals: int
    span: float
    reach: float

    def text(self, value: float) -> str:
        """A value of the curve, to be read."""
        return f"{decimal(value * self.factor, self.decimals)}{self.suffix}"


SHAPE = Unit("", 1.0, 0.01, 3, 0.02, 1.0)
ROTATION = Unit("°", 180 / math.pi, 0.1, 2, 1.0, 30.0)
TRANSLATION = Unit(" mm", 1000.0, 0.1, 2, 1.0, 50.0)


def unit_of(channel: str) -> Unit:
    """The unit of a channel; coefficients have none."""
    if channel not in POSE_CHANNELS:
        return SHAPE
    return ROTATION if POSE_CHANNELS.index(channel) < 3 else TRANSLATION
