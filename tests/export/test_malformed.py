"""What every reader does with files that are damaged, of another kind, or meant to do harm.

What is wrong inside one format alone is in the tests of that format; USD is in
``test_malformed_usd``.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from dimitra_studio.core.rig import BFM, STUDIO
from dimitra_studio.export import EXPORTERS, IMPORTERS
from dimitra_studio.export.character import load_wishes, write_character
from dimitra_studio.export.hand_over import HandOver
from tests.export.characters import ARKIT, make_document, write_glb, write_gltf
from tests.export.clips import clip
from tests.export.heads import make_curves, make_hand_over
from tests.export.hostile import (
    archive,
    array_bytes,
    lines,
    list_of,
    long_matrix,
    million_rows,
    promise,
    sparse_npy,
    twice,
    with_accessor,
    zipped_matrix,
)
from tests.export.refusals import (
    Write,
    damaged,
    little_memory,
    make_places,
    refused,
    refused_or_read,
)
from tests.export.talks import talk

HAND_OVER = make_hand_over(make_curves(3))
PNG = b"\x89PNG\r\n\x1a\n" + bytes(2000)
DEEP = b'{"asset": {"version": "2.0"}, "a": ' + b"[" * 100_000
MAPPING = {"targets": {"Lid": "eyeBlinkLeft", "Mouth": {"jawOpen": 0.5}}, "head": "Head"}


@dataclass(frozen=True, slots=True)
class Kind:
    """A format with its reader.

    Args:
        suffix: of its files.
        read: what is to refuse them.
        write: a good one.
        is_text: whether it is text in UTF-8.
    """

    suffix: str
    read: Callable[[Path], object]
    write: Write
    is_text: bool = False


def exported(name: str, rig: Any = STUDIO) -> Write:
    return lambda path: EXPORTERS[name].write(HandOver(clip(5, rig=rig)), path)


def drive(path: Path) -> object:
    return write_character(HAND_OVER, path, path.with_name("out.glb"))


KINDS: Mapping[str, Kind] = {
    "npz": Kind(".npz", IMPORTERS["npz"].read, exported("npz")),
    "livelink": Kind(".csv", IMPORTERS["livelink"].read, exported("livelink"), True),
    "csv": Kind(".csv", IMPORTERS["csv"].read, exported("csv"), True),
    "a2f": Kind(".json", IMPORTERS["a2f"].read, exported("a2f"), True),
    "json": Kind(".json", IMPORTERS["json"].read, exported("json"), True),
    "mat": Kind(".mat", IMPORTERS["mat"].read, exported("sadtalker", BFM)),
    "npy": Kind(".npy", IMPORTERS["npy"].read, exported("dreamtalk", BFM)),
    "glb": Kind(".glb", IMPORTERS["glb"].read, lambda path: write_glb(path, *talk())),
    "gltf": Kind(
        ".gltf",
        IMPORTERS["glb"].read,
        lambda path: write_gltf(path, *talk(), inside=True),
        True,
    ),
    "character": Kind(".vrm", drive, lambda path: write_glb(path, *make_document(list(ARKIT)))),
    "mapping": Kind(".json", load_wishes, lambda path: path.write_text(json.dumps(MAPPING)), True),
}
CHARACTERS = {"glb", "gltf", "character"}
TEXTS = [name for name, kind in KINDS.items() if kind.is_text]


def whole(name: str, folder: Path) -> tuple[Path, bytes]:
    """Where a file of a kind is, and its bytes as they should be."""
    path = folder / f"bad{KINDS[name].suffix}"
    KINDS[name].write(path)
    return path, path.read_bytes()


def test_every_reader_is_here() -> None:
    assert set(IMPORTERS) - set(KINDS) == {"usd"}


@pytest.mark.parametrize("name", KINDS)
def test_files_that_are_cut_off_are_refused(tmp_path: Path, name: str) -> None:
    path, content = whole(name, tmp_path)
    for share in (0.02, 0.2, 0.45, 0.7, 0.97):
        path.write_bytes(content[: int(share * len(content))])
        refused(KINDS[name].read, path)
    for part in damaged(content, 160):
        path.write_bytes(part)
        refused_or_read(KINDS[name].read, path)


@pytest.mark.parametrize("name", KINDS)
def test_files_of_another_kind_are_refused(tmp_path: Path, name: str) -> None:
    others = [PNG, DEEP, b"PK\5\6" + bytes(18), b"<html>\n</html>\n", b"[]", b"0", bytes(5000)]
    for other, kind in KINDS.items():
        if {name, other} not in (
            {name},
            {"glb", "gltf"},
            {"glb", "character"},
            {"gltf", "character"},
        ):
            kind.write(tmp_path / "other")
            others.append((tmp_path / "other").read_bytes())
    path = tmp_path / f"bad{KINDS[name].suffix}"
    for content in others:
        path.write_bytes(content)
        refused(KINDS[name].read, path)


@pytest.mark.parametrize("name", TEXTS)
def test_text_is_utf8_with_or_without_its_mark(tmp_path: Path, name: str) -> None:
    path, content = whole(name, tmp_path)
    path.write_bytes(b"\xef\xbb\xbf" + content)
    KINDS[name].read(path)
    middle = len(content) // 2
    for bad in (content[:middle] + b"\xff" + content[middle:], content.decode().encode("utf-16")):
        path.write_bytes(bad)
        assert "it is not UTF-8 text" in refused(KINDS[name].read, path)


@pytest.mark.parametrize("name", KINDS)
def test_what_is_no_file_is_refused(tmp_path: Path, name: str) -> None:
    for path in make_places(tmp_path, KINDS[name].suffix):
        refused(KINDS[name].read, path)


SPARSE = {"count": 1, "indices": {"bufferView": 2, "componentType": 5123},
          "values": {"bufferView": 1}}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "write", "said"),
    [
        ("csv", lines("frame,time,jawOpen", "0,0,1"), "more than 864000 frames"),
        ("csv", lambda path: path.write_bytes(b"frame,time" + b",a" * 2**21), "more than 1048576"),
        (
            "livelink",
            lines("Timecode,BlendShapeCount,JawOpen", "00:00:00:00.000,61,0.5"),
            "more than 864000 frames",
        ),
        (
            "a2f",
            list_of('{"exportFps": 25, "facsNames": ["jawOpen"], "weightMat": [', "[0]", "]}"),
            "more than 864000 frames",
        ),
        ("json", list_of('{"curves": {"jawOpen": [', "0", "]}}"), "more than 864000 frames"),
        (
            "npz",
            lambda path: archive(path, curves=array_bytes((1_000_000, 1), "<f4")),
            "more than 864000 frames",
        ),
        (
            "npz",
            lambda path: archive(path, curves=array_bytes((10**10, 58), "<f4", 9)),
            "an array is not as large as it says",
        ),
        (
            "npz",
            lambda path: archive(path, channels=array_bytes((2**23,), "<U1")),
            "its channels.npy is too large",
        ),
        (
            "npz",
            lambda path: archive(path, channels=array_bytes((10**12,), "<U0", 0)),
            "its channels.npy is too large",
        ),
        ("npz", promise, "it would unpack to more than 1024 MB"),
        ("npy", sparse_npy, "more than 864000 frames"),
        ("mat", long_matrix, "coeff is not as long as it says"),
        ("mat", million_rows, "more than 864000 frames"),
        ("mat", zipped_matrix, "coeff is not numbers"),
        ("glb", with_accessor(3, count=1_000_000), "1000000 numbers: too many"),
        ("glb", with_accessor(3, count=2**50, sparse=SPARSE), "numbers: too many"),
        ("glb", with_accessor(4, count=2**25, sparse=SPARSE), "numbers: too many"),
        ("glb", with_accessor(4, count=10**400), "is of an unknown kind"),
    ],
)  # fmt: skip
def test_a_million_frames_and_bombs_do_not_fill_the_memory(
    tmp_path: Path, name: str, write: Write, said: str
) -> None:
    path = tmp_path / f"bad{KINDS[name].suffix}"
    write(path)
    with little_memory():
        assert said in refused(KINDS[name].read, path)


@pytest.mark.parametrize(
    ("name", "write", "said"),
    [
        ("npz", twice, "it holds an array twice"),
        ("npz", lambda path: archive(path, __curves=b""), "names a file in another folder"),
        ("npz", lambda path: archive(path, curves=b"\x93NUMPY\1\0\4\0{'a("), "is damaged"),
        ("npz", lambda path: archive(path, curves=array_bytes((3, 58), "<c8")), "neither a number"),
        ("json", lambda path: path.write_text('{"fps": 1, "fps": 2}'), "it names 'fps' twice"),
        ("json", lambda path: path.write_text('{"fps": NaN}'), "it holds NaN"),
        ("mapping", lambda path: path.write_text('{"head": "a", "head": "b"}'), "'head' twice"),
        ("mapping", lambda path: path.write_text('{"haed": "a"}'), "'haed', which says nothing"),
        (
            "mapping",
            lambda path: path.write_text('{"targets": {"a": {"jawOpen": 1e999}}}'),
            "the shares of 'a' are no numbers",
        ),
    ],
)  # fmt: skip
def test_what_else_is_wrong_is_said(tmp_path: Path, name: str, write: Write, said: str) -> None:
    path = tmp_path / f"bad{KINDS[name].suffix}"
    write(path)
    assert said in refused(KINDS[name].read, path)


OUTSIDE = (
    "../secret.bin",
    "%2e%2e/secret.bin",
    "..%2Fsecret.bin",
    "/etc/hostname",
    "file:///etc/hostname",
    "https://example.com/a.bin",
    "..\\secret.bin",
    "a\nb",
    "link.bin",
)


@pytest.mark.parametrize("uri", OUTSIDE)
def test_files_outside_of_the_folder_are_not_opened(tmp_path: Path, uri: str) -> None:
    (tmp_path / "secret.bin").write_bytes(bytes(9999))
    folder = tmp_path / "in"
    folder.mkdir()
    try:
        (folder / "link.bin").symlink_to(tmp_path / "secret.bin")
    except OSError:
        pytest.skip("links cannot be made here")
    document, data = talk()
    bad = {"byteLength": len(data), "uri": uri}
    for name, changed in (
        ("glb", {"buffers": [bad]}),
        ("character", {"buffers": [bad]}),
        ("character", {"images": [{"uri": uri}]}),
    ):
        path = write_glb(folder / f"bad{KINDS[name].suffix}", document | changed, data)
        said = refused(KINDS[name].read, path)
        assert any(part in said for part in ("outside its folder", "no file of", "not beside it"))
