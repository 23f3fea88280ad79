"""Curves as ``motion.npz``."""

import zipfile
from pathlib import Path

from dimitra_studio.core.files import replacing
from dimitra_studio.core.motion_file import read_motion, write_motion
from dimitra_studio.export.arrays import check_array
from dimitra_studio.export.hand_over import HandOver, Written
from dimitra_studio.export.reading import (
    MOST_BYTES,
    MalformedError,
    Read,
    check_count,
    check_rate,
    reading,
)

_MEMBERS = frozenset(
    f"{name}.npy"
    for name in (
        *("curves", "channels", "components", "fps", "rig", "layout_version"),
        *("lip_indices", "exp_indices"),
    )
)


def write_npz(hand_over: HandOver, path: Path) -> Written:
    """Write a motion that ``core.motion_file.read_motion`` and numpy read.

    Raises:
        ExportError: if the file cannot be written.
    """
    with replacing(path) as partial, partial.open("wb") as file:
        write_motion(hand_over.motion, file)
    return Written((path,))


def read_npz(path: Path) -> Read:
    """Read what ``write_npz`` wrote, bit for bit, after a look at what it would unpack to.

    Raises:
        ProjectError: if the file is none, or too new.
    """
    if path.is_file() and zipfile.is_zipfile(path):
        with reading(path, "a motion file"):
            _check_members(path)
    motion = read_motion(path)
    with reading(path, "a motion file"):
        check_count(len(motion))
        check_rate(motion.fps)
    return Read(motion)


def _check_members(path: Path) -> None:
    """Refuse an archive that would unpack to more than a motion, or to somewhere else."""
    with zipfile.ZipFile(path) as archive:
        if sum(member.file_size for member in archive.infolist()) > MOST_BYTES:
            raise MalformedError(f"it would unpack to more than {MOST_BYTES // 2**20} MB")
        for member in archive.infolist():
            if member.filename not in _MEMBERS:
                if "/" in member.filename or "\\" in member.filename:
                    raise MalformedError("it names a file in another folder")
                continue  # numpy unpacks what is asked for alone
            with archive.open(member) as stream:
                shape = check_array(stream, member.file_size)
            if member.filename == "curves.npy" and shape:
                check_count(shape[0])
