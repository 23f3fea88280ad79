"""Left and right of a face, exchanged."""

from collections.abc import Iterable

import numpy as np

from dimitra_studio.core.curve_editing import Curve
from dimitra_studio.core.motion import Motion

_TURNED = frozenset({"headYaw", "headRoll", "headX"})
"""Channels that a mirror reverses; the other movements of the head lie in its plane."""

_OTHER_SIDE = {"Left": "Right", "Right": "Left"}


def mirror_channel(name: str) -> tuple[str, int]:
    """What a channel becomes in a mirror.

    A channel without a side, and a coefficient of a statistical basis, stays itself.

    Returns:
        The name of the other channel, and 1, or -1 where its sign changes.
    """
    if name in _TURNED:
        return name, -1
    for side, other in _OTHER_SIDE.items():
        if name.endswith(side):
            return name.removesuffix(side) + other, 1
    return name, 1


def mirror_curves(motion: Motion, channels: Iterable[str], frames: slice) -> dict[str, Curve]:
    """Exchange left and right over a range.

    Args:
        motion: to mirror.
        channels: to mirror, each together with its counterpart.
        frames: the range.

    Returns:
        The ``(T,)`` curves of these channels and of their counterparts.
    """
    mirrored: dict[str, Curve] = {}
    for channel in channels:
        for name in (channel, mirror_channel(channel)[0]):
            other, sign = mirror_channel(name)
            curve = motion.channel(name).copy()
            curve[frames] = np.float32(sign) * motion.channel(other)[frames]
            mirrored[name] = curve
    return mirrored
