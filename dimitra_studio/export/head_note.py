"""The head of a file that has no columns for it: in the manifest, and back from there."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.motion import Motion
from dimitra_studio.export.manifest import manifest_path
from dimitra_studio.export.reading import MOST_BYTES, MalformedError, Read
from dimitra_studio.export.shortest import shortest
from dimitra_studio.export.texts import parse_json, to_array

KEY = "head_without_columns"
"""Of the notes in a manifest."""


def head_note(motion: Motion, channels: Sequence[str]) -> dict[str, Any]:
    """What of the head a file cannot hold, for its manifest; nothing where it holds still."""
    values = motion.curves[:, [motion.rig.column(name) for name in channels]]
    if not values.any():
        return {}
    rows = [shortest(row) for row in values]
    return {KEY: {"channels": list(channels), "values": rows}}


def with_head(read: Read, path: Path, channels: Sequence[str]) -> Read:
    """Take the head from the manifest beside a file, where there is one that fits it.

    A manifest that is damaged, or of a file with other frames, is left alone and said to be.

    Args:
        read: of the file itself.
        path: of the file.
        channels: that its manifest may have.
    """
    beside = manifest_path(path)
    if not beside.is_file():
        return read
    try:
        found = _find(beside, read.motion, channels)
    except (MalformedError, OSError, ValueError, RecursionError):
        return replace(
            read,
            notes=(*read.notes, f"{beside.name} does not fit the file; it is not used."),
        )
    if found is None:
        return read
    curves = read.motion.curves.copy()
    curves[:, [read.motion.rig.column(name) for name in channels]] = found
    return replace(
        read,
        motion=replace(read.motion, curves=curves),
        missing=tuple(name for name in read.missing if name not in channels),
    )


def _find(beside: Path, motion: Motion, channels: Sequence[str]) -> NDArray[np.float32] | None:
    """``(T, N)`` of the manifest; None if it says nothing of the head."""
    if beside.stat().st_size > MOST_BYTES:
        raise MalformedError("it is too large")
    document = parse_json(beside)
    notes = document.get("notes")
    note = notes.get(KEY) if isinstance(notes, dict) else None
    if note is None:
        return None
    if not isinstance(note, dict) or note.get("channels") != list(channels):
        raise MalformedError("it has other channels")
    with np.errstate(over="ignore"):  # what is too large is infinite, and refused
        values = to_array(note.get("values"), "values").astype(np.float32)
    if values.shape != (len(motion), len(channels)) or not np.isfinite(values).all():
        raise MalformedError("it has other values")
    return values
