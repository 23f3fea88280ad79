"""Curves as ``motion.npz``."""

import math
import zipfile
from pathlib import Path

import numpy as np

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

_CURVES = "curves.npy"
_MEMBERS = frozenset(
    f"{name}.npy"
    for name in (
        *("curves", "channels", "components", "fps", "rig", "layout_version"),
        *("lip_indices", "exp_indices"),
    )
)


_MOST_NUMBERS = 1024  # a frame, or names; a rig has fewer than a hundred
_MOST_TEXT = 2**20  # bytes of names


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
    with reading(path, "a motion file"):
        if zipfile.is_zipfile(path):
            _check_members(path)
        with np.errstate(over="ignore", invalid="ignore"):  # what is not finite is refused
            motion = read_motion(path)
        check_count(len(motion))
        check_rate(motion.fps)
    return Read(motion)


def _check_members(path: Path) -> None:
    """Refuse an archive that would unpack to more than a motion, or to somewhere else."""
    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
        if sum(member.file_size for member in members) > MOST_BYTES:
            raise MalformedError(f"it would unpack to more than {MOST_BYTES // 2**20} MB")
        if len({member.filename for member in members}) < len(members):
            raise MalformedError("it holds an array twice")
        for member in members:
            if member.filename in _MEMBERS:
                _check_member(archive, member)
            elif "/" in member.filename or "\\" in member.filename:
                raise MalformedError("it names a file in another folder")
            # numpy unpacks what is asked for alone


def _check_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    with archive.open(member) as stream:
        shape = check_array(stream, member.file_size)
    of_frames = member.filename == _CURVES and len(shape) == 2
    if of_frames:
        check_count(shape[0])
    numbers = shape[1:] if of_frames else shape
    if math.prod(numbers) > _MOST_NUMBERS or not (of_frames or member.file_size <= _MOST_TEXT):
        raise MalformedError(f"its {member.filename} is too large")
