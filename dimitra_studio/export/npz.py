"""Curves as ``motion.npz``."""

from pathlib import Path

from dimitra_studio.core.files import replacing
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.motion_file import write_motion


def write_npz(motion: Motion, path: Path) -> None:
    """Write a motion that ``core.motion_file.read_motion`` and numpy read.

    Raises:
        ExportError: if the file cannot be written.
    """
    with replacing(path) as partial, partial.open("wb") as file:
        write_motion(motion, file)
