"""What the numbers of each channel mean, for whoever opens a file years later."""

import math

from dimitra_studio.core.rig import BFM, POSE_CHANNELS, Rig

_POSE = {
    "headPitch": "turn about the axis to the person's left in radians; positive looks down",
    "headYaw": "turn about the upward axis in radians; positive turns to the person's left",
    "headRoll": "turn about the forward axis in radians; positive tilts the head's top to the "
    "person's right",
    "headX": "metres to the person's left of the rest position",
    "headY": "metres above the rest position",
    "headZ": "metres in front of the rest position",
}


def channel_legend(rig: Rig) -> list[dict[str, object]]:
    """Name, component, meaning and limits of each channel, JSON values alone."""
    return [
        {
            "name": name,
            "component": component,
            "meaning": _meaning(name, rig),
            "lower": lower if math.isfinite(lower) else None,
            "upper": upper if math.isfinite(upper) else None,
        }
        for name, component, lower, upper in zip(
            rig.channels, rig.components, rig.lower, rig.upper, strict=True
        )
    ]


def _meaning(name: str, rig: Rig) -> str:
    if name in POSE_CHANNELS:
        return _POSE[name]
    if rig.name == BFM.name:
        return f"expression coefficient {int(name[3:])} of Deep3DFaceRecon, signed and unbounded"
    return "weight of the ARKit blendshape of that name, 0 neutral, 1 full"
