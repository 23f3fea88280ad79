"""Arrays of numbers inside glTF: adding them to a document, and reading them with care."""

from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.export.gltf_file import Gltf, Row, is_count, mapping
from dimitra_studio.export.reading import MalformedError

WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16}
_TYPES: dict[int, np.dtype[Any]] = {
    5120: np.dtype("i1"),
    5121: np.dtype("u1"),
    5122: np.dtype("<i2"),
    5123: np.dtype("<u2"),
    5125: np.dtype("<u4"),
    5126: np.dtype("<f4"),
}
_CODES = {dtype: code for code, dtype in _TYPES.items()}
FLOAT = 5126

VERTICES, INDICES = 34962, 34963
"""What a buffer view is for; those of animations are for nothing."""

MOST_NUMBERS = 2**26
"""In one array: four hours of a face at 60 frames a second are two thirds of that."""

Kind = Literal["SCALAR", "VEC2", "VEC3", "VEC4", "MAT4"]


def add_view(gltf: Gltf, content: bytes, target: int | None = None) -> int:
    """Append bytes to the first buffer.

    Returns:
        The index of their buffer view.
    """
    gltf.data.extend(bytes(-len(gltf.data) % 4))
    view: Row = {"buffer": 0, "byteOffset": len(gltf.data), "byteLength": len(content)}
    if target is not None:
        view["target"] = target
    gltf.data.extend(content)
    buffers = gltf.rows("buffers")
    if not buffers:
        buffers.append({})
    buffers[0]["byteLength"] = len(gltf.data)
    return append(gltf, "bufferViews", view)


def add_array(
    gltf: Gltf,
    array: NDArray,
    kind: Kind,
    *,
    target: int | None = None,
    limits: bool = False,
) -> int:
    """Append an array.

    Args:
        gltf: it is for.
        array: ``(n, ...)`` of a type that glTF knows.
        kind: of an element; in a scalar array all numbers count alike.
        target: of its buffer view.
        limits: whether to note the smallest and largest values.

    Returns:
        The index of its accessor.
    """
    rows = np.ascontiguousarray(array).reshape(-1, WIDTHS[kind])
    accessor = {
        "bufferView": add_view(gltf, rows.tobytes(), target),
        "componentType": _CODES[rows.dtype.newbyteorder("<")],
        "count": len(rows),
        "type": kind,
    }
    if limits:
        accessor |= _limits(rows)
    return append(gltf, "accessors", accessor)


class SparseArrays:
    """Arrays of vectors that are zero but in a few rows; they share two buffer views.

    Args:
        gltf: it is for.
    """

    def __init__(self, gltf: Gltf) -> None:
        self._gltf = gltf
        self._rows, self._values = bytearray(), bytearray()
        self._accessors: list[int] = []

    def add(self, array: NDArray[np.float32], moved: NDArray[np.bool_], *, limits: bool) -> int:
        """Append ``(n, 3)`` vectors, of which those that are not ``moved`` count as zero.

        Returns:
            The index of the accessor; complete only after ``finish``.
        """
        rows = np.flatnonzero(moved)
        if not len(rows):
            rows = np.zeros(1, np.int64)  # a list of rows must not be empty
        values = np.where(moved[rows, None], array[rows], np.float32(0))
        row_type = np.dtype("<u2") if len(array) <= 2**16 else np.dtype("<u4")
        self._rows.extend(bytes(-len(self._rows) % 4))
        accessor: Row = {
            "componentType": FLOAT,
            "count": len(array),
            "type": "VEC3",
            "sparse": {
                "count": len(rows),
                "indices": {"byteOffset": len(self._rows), "componentType": _CODES[row_type]},
                "values": {"byteOffset": len(self._values)},
            },
        }
        if limits:
            everything = values if len(rows) == len(array) else np.vstack([values, np.zeros(3)])
            accessor |= _limits(everything.astype(np.float32))
        self._rows.extend(rows.astype(row_type).tobytes())
        self._values.extend(values.astype("<f4").tobytes())
        self._accessors.append(append(self._gltf, "accessors", accessor))
        return self._accessors[-1]

    def finish(self) -> None:
        """Write the bytes of all."""
        rows = add_view(self._gltf, bytes(self._rows))
        values = add_view(self._gltf, bytes(self._values))
        for index in self._accessors:
            sparse = self._gltf.rows("accessors")[index]["sparse"]
            sparse["indices"]["bufferView"] = rows
            sparse["values"]["bufferView"] = values


def append(gltf: Gltf, name: str, row: Row) -> int:
    """Append an object to one of the document's lists; returns its index."""
    rows = gltf.rows(name)
    rows.append(row)
    return len(rows) - 1


def read_array(gltf: Gltf, index: Any, most: int = MOST_NUMBERS) -> NDArray[np.float64]:
    """``(n, width)`` the numbers of an accessor.

    Args:
        gltf: with the array.
        index: of the accessor.
        most: numbers that it may have; they need no bytes in the file if all are 0.

    Raises:
        MalformedError: if they are not all there, or too many.
    """
    accessor = gltf.row("accessors", index)
    dtype = _TYPES.get(accessor.get("componentType", 0))
    width = WIDTHS.get(accessor.get("type", ""))
    count = accessor.get("count")
    if dtype is None or width is None or not is_count(count):
        raise MalformedError(f"array {index} is of an unknown kind")
    if count * width > min(most, MOST_NUMBERS):
        raise MalformedError(f"array {index} says that it has {count * width} numbers: too many")
    if "bufferView" in accessor:
        numbers = _elements(gltf, accessor, dtype, width, count).astype(np.float64)
    else:
        numbers = np.zeros((count, width))
    if sparse := mapping(accessor.get("sparse"), "sparse array"):
        _put_sparse(gltf, sparse, numbers, dtype)
    if accessor.get("normalized") and dtype.kind in "iu":
        numbers = np.maximum(numbers / np.iinfo(dtype).max, -1.0)
    return numbers


def _put_sparse(gltf: Gltf, sparse: Any, numbers: NDArray[np.float64], dtype: np.dtype) -> None:
    """Overwrite the rows that a sparse array names."""
    count = sparse.get("count")
    rows_of = mapping(sparse.get("indices"), "rows of a sparse array")
    values_of = mapping(sparse.get("values"), "values of a sparse array")
    row_type = _TYPES.get(rows_of.get("componentType", 0))
    if row_type is None or row_type.kind != "u" or not is_count(count) or count > len(numbers):
        raise MalformedError("a sparse array is of an unknown kind")
    rows = _elements(gltf, rows_of, row_type, 1, count)[:, 0]
    if (rows >= len(numbers)).any():
        raise MalformedError("a sparse array has rows beyond its end")
    numbers[rows] = _elements(gltf, values_of, dtype, numbers.shape[1], count)


def _elements(gltf: Gltf, place: Any, dtype: np.dtype, width: int, count: int) -> NDArray:
    """``(count, width)`` numbers that lie in a buffer view, evenly spaced."""
    view = gltf.row("bufferViews", place.get("bufferView"))
    content = gltf.buffer(view.get("buffer"))
    start, offset = view.get("byteOffset", 0), place.get("byteOffset", 0)
    length, size = view.get("byteLength"), width * dtype.itemsize
    stride = view.get("byteStride", size)
    if not (is_count(start) and is_count(offset) and is_count(length) and is_count(stride)):
        raise MalformedError("a buffer view has no place")
    if stride < size:
        raise MalformedError("the rows of an array overlap")
    needed = offset + (count - 1) * stride + size if count else 0
    if needed > length or start + length > len(content):
        raise MalformedError("an array reaches beyond its buffer; the file may be cut off")
    return np.ndarray(
        (count, width), dtype, content, start + offset, (stride, dtype.itemsize)
    ).copy()


def _limits(rows: NDArray) -> Row:
    return {"min": rows.min(0).tolist(), "max": rows.max(0).tolist()}
