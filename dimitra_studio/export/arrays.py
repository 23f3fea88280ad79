"""A look at arrays in files before they are given memory."""

import math
import tokenize
from typing import IO

from numpy.lib import format as npy

from dimitra_studio.export.reading import MOST_BYTES, MalformedError


def check_array(stream: IO[bytes], n_bytes: int) -> tuple[int, ...]:
    """Refuse an array in numpy's format that is not as large as it says, or holds objects.

    Args:
        stream: at its beginning.
        n_bytes: that follow, by the file system or the archive.

    Returns:
        Its shape.

    Raises:
        MalformedError: if it is too large, cut off, or would run code.
    """
    if n_bytes > MOST_BYTES:
        raise MalformedError(f"it would unpack to more than {MOST_BYTES // 2**20} MB")
    version = npy.read_magic(stream)
    read = {(1, 0): npy.read_array_header_1_0, (2, 0): npy.read_array_header_2_0}
    if version not in read:
        raise MalformedError("its arrays are of an unknown version")
    try:
        shape, _, dtype = read[version](stream)
    except (ValueError, SyntaxError, tokenize.TokenError) as error:
        raise MalformedError("the beginning of an array is damaged") from error
    if dtype.hasobject:
        raise MalformedError("it holds objects, which could run code")
    if dtype.kind not in "biufU":
        raise MalformedError("it holds what is neither a number nor a name")
    if stream.tell() + math.prod(shape) * dtype.itemsize != n_bytes:
        raise MalformedError("an array is not as large as it says; the file may be cut off")
    return shape
