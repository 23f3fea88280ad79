"""Audio2Face JSON: blendshape weights as NVIDIA's tool exports them.

Source: Audio2Face 2023.2 "Export as JSON"; OpenFaceFX's checks of the same format.
"""

import json
from pathlib import Path

from dimitra_studio.core.files import replacing
from dimitra_studio.core.rig import POSE_CHANNELS, STUDIO
from dimitra_studio.export.hand_over import HandOver, Written
from dimitra_studio.export.head_note import head_note, with_head
from dimitra_studio.export.limits import within_limits
from dimitra_studio.export.livelink import COLUMNS
from dimitra_studio.export.reading import (
    MalformedError,
    Read,
    reading,
    to_motion,
)
from dimitra_studio.export.shortest import shortest
from dimitra_studio.export.texts import parse_json, to_array

_SWAPPED = {
    "jawRight": "jawLeft",
    "jawLeft": "jawRight",
    "mouthRight": "mouthLeft",
    "mouthLeft": "mouthRight",
}
_OF_LIVELINK = tuple(name[0].lower() + name[1:] for name in COLUMNS[2:54])

NAMES = tuple(_SWAPPED.get(name, name) for name in _OF_LIVELINK)
"""The order of Audio2Face: that of Live Link Face, but left before right everywhere."""


def write_a2f(hand_over: HandOver, path: Path) -> Written:
    """Write weights by name, clipped to 0..1; the head goes into the manifest.

    Raises:
        ExportError: if the file cannot be written.
    """
    motion = hand_over.motion
    curves, notes = within_limits(motion)
    weights = curves[:, [motion.rig.column(name) for name in NAMES]]
    document = {
        "exportFps": int(motion.fps) if float(motion.fps).is_integer() else motion.fps,
        "trackPath": hand_over.sound.name if hand_over.sound else "",
        "numPoses": len(NAMES),
        "numFrames": len(motion),
        "facsNames": NAMES,
        "weightMat": [shortest(row) for row in weights],
    }
    with replacing(path) as partial:
        partial.write_text(json.dumps(document, allow_nan=False) + "\n", encoding="utf-8")
    return Written((path,), {**notes, **head_note(motion, POSE_CHANNELS)})


def read_a2f(path: Path) -> Read:
    """Read weights by name; 46 or 52 of them, in any order.

    The head comes from the manifest, if that lies beside the file.

    Raises:
        ProjectError: if the file is none.
    """
    with reading(path, "an Audio2Face JSON"):
        document = parse_json(path)
        names, fps = document.get("facsNames"), document.get("exportFps")
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise MalformedError("facsNames is no list of names")
        if isinstance(fps, bool) or not isinstance(fps, int | float):
            raise MalformedError("exportFps is no number")
        weights = to_array(document.get("weightMat"), "weightMat")
        for key, counted in (("numPoses", len(names)), ("numFrames", len(weights))):
            if document.get(key, counted) != counted:
                raise MalformedError(f"{key} does not fit, for there are {counted}")
        if weights.shape[1] != len(names):
            raise MalformedError(f"weightMat has {weights.shape[1]} columns for {len(names)} names")
        read = to_motion(names, weights, STUDIO, float(fps))
        return with_head(read, path, POSE_CHANNELS)
