"""The note beside every export: what the numbers are, and how they came to be."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dimitra_studio.core.files import replacing
from dimitra_studio.core.motion_file import LAYOUT_VERSION
from dimitra_studio.core.rig import Rig
from dimitra_studio.export.hand_over import HandOver

SUFFIX = ".manifest.json"

ROTATION = (
    "radians; R = Rz(headRoll) Ry(headYaw) Rx(headPitch) on column vectors; positive pitch looks "
    "down, positive yaw turns to the person's left, positive roll tilts the head's top to the "
    "person's right"
)
TRANSLATION = "metres; x to the person's left, y up, z forward, away from the rest position"


def manifest_path(path: Path) -> Path:
    """Where the manifest of a file is: ``talk.csv`` has ``talk.csv.manifest.json``."""
    return path.with_name(path.name + SUFFIX)


def make_manifest(
    hand_over: HandOver, files: Sequence[Path], notes: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """What a manifest says, JSON values alone.

    Args:
        hand_over: that was written.
        files: that were written; only their names are kept.
        notes: of the format: what was clipped, approximated, left out, and its own conventions.
    """
    motion = hand_over.motion
    return {
        "made_by": "Dimitra Studio",
        "project": hand_over.name,
        "files": [file.name for file in files],
        "layout_version": LAYOUT_VERSION,
        "rig": {"name": motion.rig.name, "sha256": rig_hash(motion.rig)},
        "fps": motion.fps,
        "n_frames": len(motion),
        "start": hand_over.start,
        "timecode_start": hand_over.timecode,
        "channels": list(motion.rig.channels),
        "components": list(motion.rig.components),
        "head_rotation": ROTATION,
        "head_translation": TRANSLATION,
        "conventions": hand_over.conventions.name,
        "takes": [
            {"component": note.component, "take": note.take, "seed": note.seed,
             "weights_sha256": note.weights}
            for note in hand_over.takes
        ],
        "changes": dict(hand_over.changes),
        "notes": dict(notes or {}),
    }  # fmt: skip


def write_manifest(
    hand_over: HandOver, path: Path, files: Sequence[Path], notes: Mapping[str, Any] | None = None
) -> Path:
    """Write the manifest of a file beside it.

    Raises:
        ExportError: if it cannot be written.
    """
    beside = manifest_path(path)
    text = json.dumps(make_manifest(hand_over, files, notes), indent=1, allow_nan=False)
    with replacing(beside) as partial:
        partial.write_text(text + "\n", encoding="utf-8")
    return beside


def rig_hash(rig: Rig) -> str:
    """sha256 of the names and components of a rig's channels, in their order."""
    lines = "\n".join(
        f"{name} {part}" for name, part in zip(rig.channels, rig.components, strict=True)
    )
    return hashlib.sha256(lines.encode()).hexdigest()
