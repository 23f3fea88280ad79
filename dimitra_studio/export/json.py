"""Curves as JSON: the manifest, a legend, and the curves by name."""

import json
from pathlib import Path
from typing import Any

import numpy as np

from dimitra_studio.core.files import replacing
from dimitra_studio.core.motion_file import LAYOUT_VERSION
from dimitra_studio.core.rig import RIGS
from dimitra_studio.export.hand_over import HandOver, Written
from dimitra_studio.export.legend import channel_legend
from dimitra_studio.export.manifest import make_manifest
from dimitra_studio.export.reading import (
    MalformedError,
    Read,
    reading,
    to_motion,
)
from dimitra_studio.export.shortest import shortest
from dimitra_studio.export.texts import parse_json, to_array


def write_json(hand_over: HandOver, path: Path) -> Written:
    """Write ``curves`` by name beside what they mean; bit-equal when read as float32.

    Raises:
        ExportError: if the file cannot be written.
    """
    motion = hand_over.motion
    document = make_manifest(hand_over, (path,))
    document["legend"] = channel_legend(motion.rig)
    document["curves"] = {
        name: shortest(curve)
        for name, curve in zip(motion.rig.channels, motion.curves.T, strict=True)
    }
    with replacing(path) as partial:
        partial.write_text(json.dumps(document, allow_nan=False) + "\n", encoding="utf-8")
    return Written((path,))


def read_json(path: Path) -> Read:
    """Read what ``write_json`` wrote, by name.

    Raises:
        ProjectError: if the file is none, or too new.
    """
    with reading(path, "a JSON file of curves"):
        document = parse_json(path)
        version, fps = document.get("layout_version"), document.get("fps")
        if isinstance(version, bool) or not isinstance(version, int):
            raise MalformedError("it has no layout_version")
        if version > LAYOUT_VERSION:
            raise MalformedError(
                f"its layout {version} is newer than this program, which reads {LAYOUT_VERSION}"
            )
        if isinstance(fps, bool) or not isinstance(fps, int | float):
            raise MalformedError("its fps is no number")
        curves: Any = document.get("curves")
        if not isinstance(curves, dict):
            raise MalformedError("it holds no curves by name")
        rig: Any = document.get("rig")
        name = rig.get("name") if isinstance(rig, dict) else None
        if name not in RIGS:
            raise MalformedError(
                f"its rig {str(name)[:40]!r} is unknown; known are {', '.join(RIGS)}"
            )
        values = to_array(list(curves.values()), "curves")
        return to_motion(list(curves), np.ascontiguousarray(values.T), RIGS[name], float(fps))
