"""MATLAB's files as versions 5 to 7 write them: what matrices they hold, and one after another.

SciPy's reader believes what a file says of its types, and a damaged one takes the process down.

Source: MathWorks, "MAT-File Format", level 5.
"""

import math
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_HEADER, _TAG = 128, 8  # bytes
_ORDERS = {b"\0\1IM": "<", b"\1\0MI": ">"}  # version and byte order, at the end of the header
_MATRIX, _COMPRESSED = 14, 15
_SIZES = 5  # the type of the sizes of a matrix
_TYPES = {1: "i1", 2: "u1", 3: "i2", 4: "u2", 5: "i4", 6: "u4", 7: "f4", 9: "f8", 12: "i8",
          13: "u8"}  # fmt: skip
_NUMBERS = range(6, 16)  # classes of matrices
_COMPLEX = 0x800
_BEGINNING = 1024  # bytes of a matrix in which its kind, sizes and name are


@dataclass(frozen=True, slots=True)
class Matrix:
    """A variable of a file, not yet read.

    Args:
        path: of the file.
        shape: its sizes.
        dtype: as it is stored; None if it holds no real numbers.
        place: first byte of the variable in the file.
        n_bytes: of the variable in the file.
        packed: whether these are compressed.
        start: first byte of the numbers, in the variable.
    """

    path: Path
    shape: tuple[int, ...]
    dtype: np.dtype | None
    place: int
    n_bytes: int
    packed: bool
    start: int

    def read(self) -> NDArray:
        """The numbers, in memory that grows no further than the shape says.

        Raises:
            OSError: if the file cannot be read.
            ValueError: if it is damaged, or there are no numbers.
        """
        if self.dtype is None:
            raise ValueError("it holds no numbers")
        n_bytes = math.prod(self.shape) * self.dtype.itemsize
        with self.path.open("rb") as file:
            file.seek(self.place)
            if self.packed:
                data = _unpacked(file.read(self.n_bytes), self.start + n_bytes)[self.start :]
            else:
                file.seek(self.start, 1)
                data = file.read(n_bytes)
        if len(data) < n_bytes:
            raise ValueError("it is damaged, perhaps cut off")
        return np.frombuffer(data, self.dtype).reshape(self.shape, order="F")


def find_matrices(path: Path) -> dict[str, Matrix]:
    """List the variables of a file by their names, without reading them.

    Raises:
        OSError: if the file cannot be read.
        ValueError: if it is no such file, or damaged, or has a name twice.
    """
    found: dict[str, Matrix] = {}
    end = path.stat().st_size
    with path.open("rb") as file:
        order = _ORDERS.get(file.read(_HEADER)[-4:])
        if order is None:
            raise ValueError("it is no MATLAB file, or saved as version 4 or 7.3")
        place = _HEADER
        while place < end:
            file.seek(place)
            kind, n_bytes = _Beginning(file.read(_TAG), order).tag()[:2]
            place += _TAG
            if kind not in (_MATRIX, _COMPRESSED) or place + n_bytes > end:
                raise ValueError("it is damaged, perhaps cut off")
            packed = kind == _COMPRESSED
            content = file.read(min(n_bytes, _BEGINNING))
            beginning = _Beginning(_unpacked(content, _BEGINNING) if packed else content, order)
            if packed and beginning.tag()[0] != _MATRIX:
                raise ValueError("it is damaged")
            if (facts := beginning.facts()) is not None:
                name, shape, dtype = facts
                if name in found:
                    raise ValueError(f"it has {name} twice")
                found[name] = Matrix(path, shape, dtype, place, n_bytes, packed, beginning.place)
            place += n_bytes
    return found


class _Beginning:
    """The first bytes of a variable, read one element after another."""

    def __init__(self, content: bytes, order: str) -> None:
        self._content, self._order = content, order
        self.place = 0

    def tag(self) -> tuple[int, int, bytes | None]:
        """Type and size of an element, and its bytes where these are in the tag itself."""
        tag = self._take(_TAG)
        first, second = (int(n) for n in np.frombuffer(tag, f"{self._order}u4"))
        size, kind = divmod(first, 2**16)
        if not size:
            return kind, second, None
        if size > 4:
            raise ValueError("it is damaged")
        return kind, size, tag[4 : 4 + size]

    def facts(self) -> tuple[str, tuple[int, ...], np.dtype | None] | None:
        """Name, shape and type; None for what is no variable, such as a function."""
        _, flags = self._element()
        kind, sizes = self._element()
        if kind != _SIZES or len(flags) != 8 or not sizes or len(sizes) % 4:
            return None
        name = self._element()[1].decode("latin-1")
        if not name.isidentifier():
            return None
        shape = tuple(np.frombuffer(sizes, f"{self._order}i4").tolist())
        flag = int(np.frombuffer(flags, f"{self._order}u4")[0])
        if flag % 256 not in _NUMBERS or flag & _COMPLEX or min(shape) < 0:
            return name, shape, None
        stored, n_bytes, inside = self.tag()
        if stored not in _TYPES:
            raise ValueError(f"{name} is damaged")
        dtype = np.dtype(f"{self._order}{_TYPES[stored]}")
        if n_bytes != math.prod(shape) * dtype.itemsize:
            raise ValueError(f"{name} is not as long as it says")
        if inside is not None:
            self.place -= 4  # the numbers are in the second half of the tag
        return name, shape, dtype

    def _element(self) -> tuple[int, bytes]:
        kind, size, inside = self.tag()
        return kind, self._take(size + -size % 8)[:size] if inside is None else inside

    def _take(self, n_bytes: int) -> bytes:
        part = self._content[self.place : self.place + n_bytes]
        self.place += n_bytes
        if len(part) < n_bytes:
            raise ValueError("it is damaged, perhaps cut off")
        return part


def _unpacked(content: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(content, most)
    except zlib.error as error:
        raise ValueError("it is damaged") from error
