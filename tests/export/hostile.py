"""Files that are meant to fill the memory, or to reach where they should not."""

import io
import struct
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.io import savemat

from dimitra_studio.core.motion_file import write_motion
from tests.export.characters import write_glb
from tests.export.clips import clip
from tests.export.refusals import Write
from tests.export.talks import talk


def lines(header: str, row: str) -> Write:
    return lambda path: path.write_text(f"{header}\n" + f"{row}\n" * 1_000_000)


def list_of(before: str, item: str, after: str) -> Write:
    return lambda path: path.write_text(before + f"{item}," * 999_999 + item + after)


def archive(path: Path, **others: bytes) -> None:
    """A good ``.npz``, but for some members; names with ``__`` stand for those with ``/``."""
    buffer = io.BytesIO()
    write_motion(clip(3), buffer)
    with zipfile.ZipFile(buffer) as good, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for member in good.namelist():
            if member.removesuffix(".npy") not in others:
                made.writestr(member, good.read(member))
        for name, content in others.items():
            made.writestr(f"{name}.npy".replace("__", "../"), content)


def array_bytes(shape: tuple[int, ...], dtype: str, n_bytes: int | None = None) -> bytes:
    """An array of zeros in numpy's format; with fewer bytes than it says if they are given."""
    file = io.BytesIO()
    np.lib.format.write_array_header_1_0(
        file, {"shape": shape, "fortran_order": False, "descr": dtype}
    )
    size = int(np.prod(shape)) * np.dtype(dtype).itemsize if n_bytes is None else n_bytes
    return file.getvalue() + bytes(size)


def sparse_npy(path: Path) -> None:
    """Half a gigabyte, of which the disk has the beginning alone."""
    content = array_bytes((1_000_000, 70), "<f8", 0)
    with path.open("wb") as file:
        file.write(content)
        file.truncate(len(content) + 560_000_000)


def long_matrix(path: Path) -> None:
    savemat(path, {"coeff": np.zeros((2, 257))})
    content = bytearray(path.read_bytes())
    content[160:164] = struct.pack("<I", 1_000_000)  # after header, tag, flags and a tag
    path.write_bytes(content)


def million_rows(path: Path) -> None:
    savemat(path, {"coeff_3dmm": np.zeros((1_000_000, 70), "u1")}, do_compression=True)


def zipped_matrix(path: Path) -> None:
    """A thousand bytes for every megabyte of zeros."""
    savemat(path, {"lm68": np.zeros((10_000_000, 1)), "coeff": np.zeros((2, 257), "c16")},
            do_compression=True)  # fmt: skip


def with_accessor(index: int, **values: Any) -> Write:
    def write(path: Path) -> None:
        document, data = talk()
        document["accessors"][index] = {"componentType": 5126, "type": "SCALAR", **values}
        write_glb(path, document, data)

    return write


def promise(path: Path) -> None:
    """A member of two gigabytes, by the table of contents alone."""
    archive(path)
    with zipfile.ZipFile(path, "a") as made:
        made.writestr("filler.npy", b"0")
        made.infolist()[-1].file_size = 2**31 - 1


def twice(path: Path) -> None:
    archive(path)
    with zipfile.ZipFile(path, "a") as made, pytest.warns(UserWarning, match="Duplicate name"):
        made.writestr("curves.npy", b"")
