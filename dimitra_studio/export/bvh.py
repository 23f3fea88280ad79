"""The movement of the head as BVH, for skeletons."""

from pathlib import Path

import numpy as np

from dimitra_studio.core.files import replacing
from dimitra_studio.core.rig import POSE_CHANNELS
from dimitra_studio.export.hand_over import HandOver, Written

_ORDER = ("headX", "headY", "headZ", "headRoll", "headYaw", "headPitch")
_BONE = 0.1  # metres: a length to draw

_HIERARCHY = """\
HIERARCHY
ROOT Head
{{
\tOFFSET 0.0 0.0 0.0
\tCHANNELS 6 Xposition Yposition Zposition Zrotation Yrotation Xrotation
\tEnd Site
\t{{
\t\tOFFSET 0.0 {bone:.6f} 0.0
\t}}
}}
MOTION
Frames: {n_frames}
Frame Time: {step:.10g}
"""


def write_bvh(hand_over: HandOver, path: Path) -> Written:
    """Write one joint, y up, in the unit of length of the program that it is for.

    Rotations multiply as they are listed, ``Rz Ry Rx``, which is how the rig turns; degrees.

    Raises:
        ExportError: if the file cannot be written.
    """
    motion = hand_over.motion
    unit = hand_over.conventions.unit
    values = motion.curves[:, [motion.rig.column(name) for name in _ORDER]].astype(float)
    values = np.concatenate([values[:, :3] / unit, np.degrees(values[:, 3:])], axis=1)
    head = _HIERARCHY.format(bone=_BONE / unit, n_frames=len(motion), step=1 / motion.fps)
    with (
        replacing(path) as partial,
        partial.open("w", encoding="utf-8", newline="\n") as file,
    ):
        file.write(head)
        for row in values + 0.0:  # no -0
            file.write(" ".join(f"{value:.6f}" for value in row) + "\n")
    notes = {
        "axes": "y up, z forward; an importer that asks is told so",
        "unit_in_metres": unit,
        "only_channels": list(POSE_CHANNELS),
        "blender": "tick Update Scene FPS; the first frame becomes 1",
    }
    return Written((path,), notes)
