"""glTF 2.0 as a file: its JSON document and the bytes that belong to it, read with care."""

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeGuard
from urllib.parse import unquote, urlsplit

from dimitra_studio.export.reading import MOST_BYTES, MalformedError

SUFFIXES = (".glb", ".gltf")

JSON_CHUNK, BINARY_CHUNK = b"JSON", b"BIN\0"
_MAGIC = b"glTF"
_VERSION = 2

Row = dict[str, Any]


@dataclass(eq=False)
class Gltf:
    """A document that is read or built.

    Args:
        document: the JSON.
        data: the bytes of the first buffer, where that is inside the file.
        folder: where files are that the document names; None if it names none.
        chunks: kind and bytes of what else a ``.glb`` holds.
    """

    document: Row
    data: bytearray = field(default_factory=bytearray)
    folder: Path | None = None
    chunks: tuple[tuple[bytes, bytes], ...] = ()
    _others: dict[int, bytes] = field(default_factory=dict)

    def rows(self, name: str) -> list[Row]:
        """The objects of one of the document's lists; the list itself, so that it can grow.

        Raises:
            MalformedError: if it is no list of objects.
        """
        return objects(self.document.setdefault(name, []), name)

    def row(self, name: str, index: Any) -> Row:
        """One of them.

        Raises:
            MalformedError: if there is none of that index.
        """
        rows = self.rows(name)
        if not is_count(index) or index >= len(rows):
            raise MalformedError(f"it asks for number {index} of {len(rows)} {name}")
        return rows[index]

    def buffer(self, index: Any) -> bytes | bytearray:
        """The bytes of a buffer.

        Raises:
            MalformedError: if it has fewer than it says, or lies outside the file's folder.
        """
        row = self.row("buffers", index)
        uri = row.get("uri")
        if uri is None and index == 0:
            content: bytes | bytearray = self.data
        elif index in self._others:
            content = self._others[index]
        else:
            content = self._others[index] = self.fetch(uri)
        length = row.get("byteLength")
        if not is_count(length) or len(content) < length:
            raise MalformedError(f"buffer {index} is shorter than it says; it may be cut off")
        return content

    def fetch(self, uri: Any) -> bytes:
        """What a URI of the document stands for.

        Raises:
            MalformedError: if it is on the net, outside the document's folder, or too large.
        """
        if not isinstance(uri, str):
            raise MalformedError("a buffer or picture has no bytes")
        if uri.startswith("data:"):
            head, _, text = uri.partition(",")
            if not head.endswith(";base64"):
                raise MalformedError("bytes inside it are not written as base64")
            try:
                return base64.b64decode(text, validate=True)
            except binascii.Error as error:
                raise MalformedError("bytes inside it are damaged") from error
        path = self._file(uri)
        if path.stat().st_size > MOST_BYTES:
            raise MalformedError(f"{path.name} is larger than {MOST_BYTES // 2**20} MB")
        return path.read_bytes()

    def _file(self, uri: str) -> Path:
        if urlsplit(uri).scheme or self.folder is None or "\0" in unquote(uri):
            raise MalformedError(f"it needs {uri[:80]}, which is no file of its folder")
        folder = self.folder.resolve()
        path = (folder / unquote(uri)).resolve()
        if not path.is_relative_to(folder):
            raise MalformedError(f"it needs {uri[:80]}, which lies outside its folder")
        if not path.is_file():
            raise MalformedError(f"it needs {uri[:80]}, which is not beside it")
        return path


def objects(value: Any, name: str) -> list[Row]:
    """``value`` as a list of JSON objects.

    Raises:
        MalformedError: if it is something else.
    """
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        raise MalformedError(f"its {name} are no list of objects")
    return value


def mapping(value: Any, name: str) -> Mapping[str, Any]:
    """``value`` as a JSON object; an empty one for None.

    Raises:
        MalformedError: if it is something else.
    """
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise MalformedError(f"its {name} is no object")
    return value


def is_count(value: Any) -> TypeGuard[int]:
    """Whether a JSON value is a whole number from 0 on, as exact as JSON has them."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**53


def read_gltf(path: Path) -> Gltf:
    """Read a ``.glb`` or ``.gltf``; inside ``export.reading.reading``, which words the errors.

    Raises:
        MalformedError: if it is neither, or damaged.
        OSError: if it cannot be read.
    """
    content = path.read_bytes()
    gltf = _from_binary(content, path) if content[:4] == _MAGIC else Gltf(_parse(content))
    gltf.folder = path.parent
    version = mapping(gltf.document.get("asset"), "asset").get("version")
    if not isinstance(version, str) or not version.startswith(f"{_VERSION}."):
        raise MalformedError("it is no glTF of version 2")
    return gltf


def _parse(content: bytes) -> Row:
    def refuse(name: str) -> Any:
        raise MalformedError(f"it holds {name}, which is no number")

    try:
        document = json.loads(content.decode("utf-8-sig"), parse_constant=refuse)
    except json.JSONDecodeError as error:
        raise MalformedError("its JSON is damaged; it may be cut off") from error
    if not isinstance(document, dict):
        raise MalformedError("it holds no object")
    return document


def _from_binary(content: bytes, path: Path) -> Gltf:
    """The parts of a ``.glb``: 12 bytes about the whole, then chunks with 8 about each."""
    version, length = _number(content, 4), _number(content, 8)
    if version != _VERSION or length > len(content):
        raise MalformedError("it is cut off, or no glTF of version 2")
    chunks, place = [], 12
    while place < length:
        size, kind = _number(content, place), content[place + 4 : place + 8]
        place += 8 + size
        if place > length:
            raise MalformedError("it is cut off")
        chunks.append((kind, content[place - size : place]))
    if not chunks or chunks[0][0] != JSON_CHUNK:
        raise MalformedError("it does not begin with JSON")
    has_data = len(chunks) > 1 and chunks[1][0] == BINARY_CHUNK
    data = bytearray(chunks[1][1]) if has_data else bytearray()
    return Gltf(_parse(chunks[0][1]), data, path.parent, tuple(chunks[2 if has_data else 1 :]))


def _number(content: bytes, place: int) -> int:
    if place + 4 > len(content):
        raise MalformedError("it is cut off")
    return int.from_bytes(content[place : place + 4], "little")


def to_binary(gltf: Gltf) -> bytes:
    """A ``.glb`` of a document whose first buffer is inside it.

    Raises:
        ValueError: if the first buffer is elsewhere, or all is more than 4 GB.
    """
    buffers = gltf.rows("buffers")
    if gltf.data and (not buffers or "uri" in buffers[0]):
        raise ValueError("the first buffer is not the data")
    if gltf.data:
        buffers[0]["byteLength"] = len(gltf.data)
    document = {name: value for name, value in gltf.document.items() if value != []}
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    parts = [(JSON_CHUNK, _padded(text.encode(), b" "))]
    if gltf.data:
        parts.append((BINARY_CHUNK, _padded(bytes(gltf.data), b"\0")))
    parts += gltf.chunks
    body = b"".join(len(part).to_bytes(4, "little") + kind + part for kind, part in parts)
    if len(body) + 12 >= 2**32:
        raise ValueError("a .glb holds at most 4 GB")
    return _MAGIC + _VERSION.to_bytes(4, "little") + (len(body) + 12).to_bytes(4, "little") + body


def _padded(content: bytes, filler: bytes) -> bytes:
    return content + filler * (-len(content) % 4)
