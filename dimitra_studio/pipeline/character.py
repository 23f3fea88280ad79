"""The animation onto the user's own character: what fits what, and the file."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dimitra_studio.export import character as characters
from dimitra_studio.export.character_match import (
    FACINGS,
    Facing,
    Link,
    MappingReport,
    Origin,
    Wishes,
    read_wishes,
    to_document,
    wishes_of,
)
from dimitra_studio.export.character_names import SHAPES, Mix
from dimitra_studio.export.hand_over import HandOver
from dimitra_studio.export.manifest import write_manifest
from dimitra_studio.export.reading import MalformedError

__all__ = [
    "FACINGS",
    "SHAPES",
    "SUFFIXES",
    "Character",
    "Facing",
    "HandOver",
    "Link",
    "MappingReport",
    "Mix",
    "Origin",
    "Wishes",
    "describe",
    "examine",
    "load_mapping",
    "match",
    "remembered",
    "save_mapping",
    "save_wishes",
    "to_document",
    "wishes_of",
    "write",
]

SUFFIXES = (".glb", ".gltf", ".vrm")

match = characters.match
load_mapping = characters.load_wishes
save_mapping = characters.save_mapping
save_wishes = characters.save_wishes


@dataclass(frozen=True, slots=True)
class Character:
    """Somebody's own character, to be animated.

    Args:
        path: of its file, which ends in one of ``SUFFIXES``.
        mapping: what is decided of what drives what; the rest is found by names.

    Raises:
        ValueError: if the file has another ending.
    """

    path: Path
    mapping: Wishes | None = None

    def __post_init__(self) -> None:
        if self.path.suffix.lower() not in SUFFIXES:
            raise ValueError(f"a character ends in {', '.join(SUFFIXES)}; got {self.path.name}")


def examine(path: Path, wishes: Wishes | None) -> tuple[MappingReport, MappingReport]:
    """Say what would drive a character with some wishes, and what without: by names alone.

    Raises:
        ProjectError: if the file cannot be read, or has nothing that the wishes name.
    """
    found = match(path)
    return (found if wishes is None else match(path, wishes)), found


def remembered(document: Any) -> Wishes | None:
    """The wishes that ``to_document`` made an object of; None if it is none, or damaged."""
    try:
        return None if document is None else read_wishes(document)
    except MalformedError:
        return None


def describe(report: MappingReport) -> list[str]:
    """The report in sentences, for a terminal."""
    lines = [f"Targets with names of ARKit's blendshapes: {len(report.of('matched'))}."]
    if given := report.of("given"):
        lines.append(f"Targets that are as the mapping says: {len(given)}.")
    lines += [
        f"Guessed: {link.target} from {' and '.join(link.mix)}." for link in report.of("guessed")
    ]
    if report.missing:
        lines.append(f"Nothing shows {', '.join(report.missing)}.")
    if report.head is None:
        lines.append("No node turns the head, so it holds still; name one in a mapping.")
    else:
        lines.append(f"The head turns with {report.head or 'a node without a name'}.")
    return lines


def write(prepared: HandOver, character: Path, mapping: Wishes | None, path: Path) -> list[Path]:
    """Write a character with the animation, and the manifest beside it.

    Args:
        prepared: by ``pipeline.hand_over.prepare``.
        character: a ``.glb``, ``.gltf`` or ``.vrm``, which stays as it is.
        mapping: what is decided of what drives what; the rest is found by names.
        path: of the new ``.glb``.

    Returns:
        Everything that was written, the file itself first.

    Raises:
        ExportError: if the rig is another than the studio rig, or a file cannot be written.
        ProjectError: if the character cannot be read, or nothing of it can be driven.
        AudioError: if the recording cannot be decoded.
    """
    written = characters.write_character(prepared, character, path, mapping)
    manifest = write_manifest(prepared, path, written.files, written.notes)
    return [*written.files, manifest]
