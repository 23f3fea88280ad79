"""CSV and JSON as motion comes in them: looked at before they are kept, and read strictly."""

import csv
import io
import json
import re
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.export.reading import MalformedError, check_count

_LONGEST_LINE = 2**20  # bytes
_CHUNK = 2**16  # bytes that are looked at together
_SPARE = 1000  # lists of a JSON file besides those of its frames


def read_table(path: Path) -> tuple[list[str], Iterator[tuple[int, list[str]]]]:
    """The header of a CSV file, and its rows with their line numbers.

    Raises:
        MalformedError: if there is no header; while iterating, if a row has another width, or
            there are too many.
    """
    _check_lines(path)  # before any of it is kept
    text = path.read_text(encoding="utf-8-sig")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header = [name.strip() for name in next(reader, [])]
    if not any(header):
        raise MalformedError("it is empty")

    def rows() -> Iterator[tuple[int, list[str]]]:
        count = 0
        for row in reader:
            if not row:
                continue
            if len(row) != len(header):
                raise MalformedError(
                    f"line {reader.line_num} has {len(row)} columns instead of {len(header)}"
                )
            count += 1
            check_count(count)
            yield reader.line_num, row

    return header, rows()


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def _check_lines(path: Path) -> None:
    """Refuse a table that would fill the memory, without reading it as a whole.

    Raises:
        MalformedError: if it has too many lines, or one that is too long.
    """
    n_lines = length = 0
    for chunk in _chunks(path):
        lines = chunk.replace(b"\r", b"\n").split(b"\n")
        length = max([length + len(lines[0]), *map(len, lines[1:-1])])
        if length > _LONGEST_LINE:
            raise MalformedError(f"it has a line of more than {_LONGEST_LINE} bytes")
        length = len(lines[-1]) if len(lines) > 1 else length
        n_lines += chunk.count(b"\n") or chunk.count(b"\r")
        check_count(max(n_lines - 1, 1))


def _check_lists(path: Path) -> None:
    """Refuse a JSON file with more lists, or a longer one, than the longest motion has.

    Raises:
        MalformedError: if it has.
    """
    n_lists = length = 0
    for chunk in _chunks(path):
        n_lists += chunk.count(b"[") + chunk.count(b"{")
        parts = re.split(rb"[][{}]", chunk)
        commas = [part.count(b",") for part in parts]
        commas[0] += length
        length = commas[-1]
        check_count(max(n_lists - _SPARE, *commas, 1))


def to_numbers(cells: Sequence[str], line: int) -> array:
    """The numbers of a row.

    Raises:
        MalformedError: if one is none.
    """
    try:
        return array("d", map(float, cells))
    except ValueError as error:
        raise MalformedError(f"line {line} holds something that is no number") from error


def parse_json(path: Path) -> dict[str, Any]:
    """The object in a JSON file, strictly: no name twice, no NaN.

    Raises:
        MalformedError: if there is none.
    """

    def refuse(name: str) -> Any:
        raise MalformedError(f"it holds {name}, which is no number")

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            names = [name for name, _ in pairs]
            twice = next(name for name in names if names.count(name) > 1)
            raise MalformedError(f"it names {twice!r} twice")
        return found

    _check_lists(path)  # before any of it is kept
    text = path.read_text(encoding="utf-8-sig")
    try:
        parsed = json.loads(text, parse_constant=refuse, object_pairs_hook=unique)
    except json.JSONDecodeError as error:
        raise MalformedError(f"line {error.lineno} is no JSON; it may be cut off") from error
    if not isinstance(parsed, dict):
        raise MalformedError("it holds no object")
    return parsed


def to_array(rows: Any, what: str) -> NDArray[np.float64]:
    """Lists of equally many numbers as ``(T, N)``.

    Raises:
        MalformedError: if they are something else.
    """
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise MalformedError(f"{what} is no list of lists")
    check_count(len(rows))
    width = len(rows[0])
    ragged = next((index for index, row in enumerate(rows) if len(row) != width), None)
    if ragged is not None:
        raise MalformedError(
            f"{what} has {len(rows[ragged])} numbers instead of {width} in row {ragged}"
        )
    for index, row in enumerate(rows):
        if not all(isinstance(value, int | float) for value in row):
            raise MalformedError(f"{what} holds something that is no number in row {index}")
    try:
        return np.array(rows, np.float64)
    except OverflowError as error:
        raise MalformedError(f"{what} holds a number that is too large") from error
