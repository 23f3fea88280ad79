"""The animation onto the user's own character: what fits what, and the file."""

from pathlib import Path

from dimitra_studio.export import character as characters
from dimitra_studio.export.character_match import (
    FACINGS,
    Facing,
    Link,
    MappingReport,
    Wishes,
)
from dimitra_studio.export.character_names import SHAPES
from dimitra_studio.export.hand_over import HandOver
from dimitra_studio.export.manifest import write_manifest

__all__ = [
    "FACINGS",
    "SHAPES",
    "Facing",
    "HandOver",
    "Link",
    "MappingReport",
    "Wishes",
    "describe",
    "load_mapping",
    "match",
    "save_mapping",
    "wishes_of",
    "write",
]

match = characters.match
load_mapping = characters.load_wishes
save_mapping = characters.save_mapping


def wishes_of(report: MappingReport) -> Wishes:
    """Everything of a report as decided: what a dialog starts from, and changes."""
    targets = {link.target: link.mix for link in report.links}
    targets |= {name: {} for name in report.unused}
    return Wishes(targets, report.head or "", report.facing)


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
