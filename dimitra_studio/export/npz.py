"""Curves as ``motion.npz``."""

from pathlib import Path

from dimitra_studio.core.files import replacing
from dimitra_studio.core.motion_file import write_motion
from dimitra_studio.export.hand_over import HandOver, Written


def write_npz(hand_over: HandOver, path: Path) -> Written:
    """Write a motion that ``core.motion_file.read_motion`` and numpy read.

    Raises:
        ExportError: if the file cannot be written.
    """
    with replacing(path) as partial, partial.open("wb") as file:
        write_motion(hand_over.motion, file)
    return Written((path,))
