"""What files that are dropped on the window are for."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from PySide6.QtCore import QCoreApplication, QMimeData

from dimitra_studio.pipeline.importing import holds_curves

Kind = Literal["portrait", "recording", "video", "transcript", "timing", "motion", "project"]
"""What a file holds."""

Target = Literal["portrait", "recording", "video", "transcript", "project"]
"""Where a file can be dropped."""

TARGETS: tuple[Target, ...] = get_args(Target)

SUFFIXES: dict[Kind, tuple[str, ...]] = {
    "portrait": (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff"),
    "recording": (
        ".wav",
        ".mp3",
        ".m4a",
        ".aac",
        ".flac",
        ".ogg",
        ".oga",
        ".opus",
        ".aif",
        ".aiff",
    ),
    "video": (".mp4", ".m4v", ".mkv", ".mov", ".webm", ".avi"),
    "transcript": (".txt",),
    "timing": (".textgrid", ".srt", ".vtt", ".json"),
    "motion": (
        *(".npz", ".csv", ".mat", ".npy"),
        *(".glb", ".gltf", ".usdc", ".usda", ".usd", ".usdz"),
    ),
    "project": (".dimitra",),
}
"""Endings of each kind, the one to be shown first."""

ACCEPTED: dict[Target, tuple[Kind, ...]] = {
    "portrait": ("portrait",),
    "recording": ("recording", "video"),
    "video": ("video",),
    "transcript": ("transcript", "timing"),
    "project": ("project", "motion"),
}
"""What can be dropped on a target: a video has a sound too."""

_tr = QCoreApplication.translate

_HEAD = 64  # bytes that tell a file's format


@dataclass(frozen=True, slots=True)
class Choice:
    """Files of which only one can be meant."""

    kind: Kind
    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Dropped:
    """The dropped files by what they are for.

    Args:
        portrait: a picture.
        recording: a sound, or the sound of a video dropped on that target.
        video: to be tracked.
        transcript: plain text.
        timing: words with times.
        project: to be opened.
        motion: curves to become takes.
        refused: what cannot be used, with a sentence for each.
        ambiguous: what the user has to choose from.
    """

    portrait: Path | None = None
    recording: Path | None = None
    video: Path | None = None
    transcript: Path | None = None
    timing: Path | None = None
    project: Path | None = None
    motion: tuple[Path, ...] = ()
    refused: tuple[tuple[Path, str], ...] = ()
    ambiguous: tuple[Choice, ...] = ()


def dropped_paths(data: QMimeData) -> list[Path]:
    """The files of a drag; what is not on a disk is left out."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def accepted_types(kinds: Iterable[Kind]) -> str:
    """The file types of some kinds, to be read."""
    names = {"textgrid": "TextGrid"}
    shown = [suffix[1:] for kind in kinds for suffix in SUFFIXES[kind]]
    return ", ".join(names.get(name, name) for name in shown)


def kind_of(path: Path) -> Kind:
    """Tell what a file holds, by its content first and then by its name.

    Raises:
        ValueError: with a sentence for the user, if it cannot be used.
    """
    if path.is_dir():
        raise ValueError(
            _tr("Dropping", "{name} is a folder; drop the files in it.").format(name=path.name)
        )
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ValueError(
            _tr("Dropping", "{name} cannot be read: {reason}.").format(
                name=path.name, reason=reason
            )
        ) from error
    if not head:
        raise ValueError(_tr("Dropping", "{name} is empty.").format(name=path.name))
    kind = _kind_of_content(head, path) or _kind_of_name(path)
    if path.suffix.lower() == ".json" and holds_curves(path):
        kind = "motion"
    if kind is None:
        raise ValueError(
            _tr("Dropping", "{name} is of no type that can be used; accepted are {types}.").format(
                name=path.name, types=accepted_types(SUFFIXES)
            )
        )
    if kind in {"transcript", "timing"} and b"\0" in head and not head.startswith(_UTF16):
        raise ValueError(_tr("Dropping", "{name} is not a text file.").format(name=path.name))
    return kind


def sort_files(paths: Iterable[Path], target: Target | None = None) -> Dropped:
    """Find out what each file is for.

    Args:
        paths: what was dropped.
        target: what it was dropped on; None for the window at large.
    """
    found: dict[Kind, list[Path]] = {}
    refused: list[tuple[Path, str]] = []
    for path in dict.fromkeys(paths):
        try:
            kind = _kind_for(path, target)
        except ValueError as error:
            refused.append((path, str(error)))
        else:
            found.setdefault(kind, []).append(path)
    single = {kind: files[0] for kind, files in found.items() if len(files) == 1}
    several = {kind: files for kind, files in found.items() if len(files) > 1}
    motion = tuple(found.get("motion", ()))  # of which several become a take each
    single.pop("motion", None)
    several.pop("motion", None)
    if "transcript" in single and "timing" in single:  # both hold the words
        words = (single.pop("transcript"), single.pop("timing"))
        several["timing"] = list(words)
    choices = tuple(Choice(kind, tuple(files)) for kind, files in several.items())
    return Dropped(**single, motion=motion, refused=tuple(refused), ambiguous=choices)


def _kind_for(path: Path, target: Target | None) -> Kind:
    kind = kind_of(path)
    if target is None:
        return kind
    if kind not in ACCEPTED[target]:
        raise ValueError(
            _tr("Dropping", "{name} cannot be dropped there; accepted are {types}.").format(
                name=path.name, types=accepted_types(ACCEPTED[target])
            )
        )
    return "recording" if target == "recording" else kind


def _kind_of_name(path: Path) -> Kind | None:
    suffix = path.suffix.lower()
    return next((kind for kind, suffixes in SUFFIXES.items() if suffix in suffixes), None)


_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def _riff(head: bytes) -> Kind | None:
    kinds: dict[bytes, Kind] = {b"WEBP": "portrait", b"WAVE": "recording", b"AVI ": "video"}
    return kinds.get(head[8:12])


def _iso(head: bytes) -> Kind | None:
    brand = head[8:12]
    if brand in {b"M4A ", b"M4B ", b"M4P "}:
        return "recording"
    return None if brand in {b"heic", b"heix", b"mif1", b"avif"} else "video"


def _ogg(head: bytes) -> Kind | None:
    return "video" if b"theora" in head or b"fishead" in head else "recording"


def _always(kind: Kind) -> Callable[[bytes], Kind | None]:
    def answer(_head: bytes) -> Kind | None:
        return kind

    return answer


_MAGIC: tuple[tuple[int, bytes, Callable[[bytes], Kind | None]], ...] = (
    (0, b"\x89PNG", _always("portrait")),
    (0, b"\xff\xd8\xff", _always("portrait")),
    (0, b"II*\0", _always("portrait")),
    (0, b"MM\0*", _always("portrait")),
    (0, b"RIFF", _riff),
    (4, b"ftyp", _iso),
    (0, b"\x1a\x45\xdf\xa3", _always("video")),
    (0, b"OggS", _ogg),
    (0, b"fLaC", _always("recording")),
    (0, b"ID3", _always("recording")),
    (0, b"FORM", _always("recording")),
)
"""Where a format's mark stands, the mark, and what to make of it."""


def _kind_of_content(head: bytes, path: Path) -> Kind | None:
    if head.startswith(b'File type = "ooTextFile"'):
        return "timing"
    for start, mark, tell in _MAGIC:
        if head[start : start + len(mark)] == mark:
            kind = tell(head)
            # A container without a picture is often called .ogg, .mka or .weba
            return "recording" if path.suffix.lower() in {".mka", ".weba"} else kind
    return None
