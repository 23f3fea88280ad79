"""What can be exported, and what other programs make of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from dimitra_studio.gui.translations import FORMATS
from dimitra_studio.pipeline.delivery import CHARACTER, IMAGES, PROJECT, VIDEO
from dimitra_studio.pipeline.hand_over import GROUPS, Group

Part = Literal["character", "picture", "range", "sound", "curves"]
"""A box of choices in the dialog."""

_PICTURES: frozenset[Part] = frozenset(["picture", "range", "sound"])
_CURVES: frozenset[Part] = frozenset(["picture", "range", "curves"])
_PARTS: Mapping[Group, frozenset[Part]] = {
    "character": _CURVES,
    "curves": _CURVES,
    "mouth": frozenset(["picture", "range"]),  # whose frame rate counts
    "speech": frozenset(["range"]),
}
"""In the order of the list."""

_ICONS: Mapping[Group, str] = {
    "character": "mesh",
    "curves": "waveform",
    "mouth": "take",
    "speech": "transcript",
}


@dataclass(frozen=True, slots=True)
class Kind:
    """One thing that can be exported.

    Args:
        name: of the ``Delivery``.
        title: for the list.
        icon: of ``resources/icons``.
        note: what it is good for.
        heading: above it and its kin; empty for none.
        parts: that there are choices of.
        needs: what the project has to have.
    """

    name: str
    title: str
    icon: str
    note: str
    heading: str = ""
    parts: frozenset[Part] = frozenset()
    needs: Literal["motion", "words", "nothing"] = "motion"


def list_kinds(
    formats: Mapping[str, str], notes: Mapping[str, str], *, with_character: bool = False
) -> list[Kind]:
    """Everything that can be exported, in the order of the list.

    Args:
        formats: titles of the formats of curves, by name.
        notes: on formats of curves, by name; those that are known here need none.
        with_character: whether the curves have names that a character knows.
    """
    say = QCoreApplication.translate
    headings: dict[Group, str] = {
        "character": say("ExportKinds", "Characters"),
        "curves": say("ExportKinds", "Curves"),
        "mouth": say("ExportKinds", "Mouth shapes"),
        "speech": say("ExportKinds", "Words"),
    }
    video = Kind(
        VIDEO,
        say("ExportKinds", "Video (MP4)"),
        "video",
        say(
            "ExportKinds",
            "H.264 with AAC sound at a constant frame rate: plays in browsers, phones and every "
            "editing program. A note in the file says that the clip is synthetic.",
        ),
        parts=_PICTURES,
    )
    images = Kind(
        IMAGES,
        say("ExportKinds", "Image sequence (PNG)"),
        "portrait",
        say(
            "ExportKinds",
            "A folder of numbered pictures, with sound.wav beside them. The mesh can have a "
            "transparent background (straight alpha) for Blender, After Effects, Nuke or Resolve.",
        ),
        parts=_PICTURES,
    )
    character = Kind(
        CHARACTER,
        say("ExportKinds", "Onto your own character (GLB)"),
        "mesh",
        say(
            "ExportKinds",
            "A copy of your .glb, .gltf or .vrm with the animation added to it; everything else "
            "stays as it is. Values are limited to 0 to 1.",
        ),
        heading=headings["character"],
        parts=_CURVES | {"character"},
    )
    project = Kind(
        PROJECT,
        say("ExportKinds", "Project file"),
        "save",
        say(
            "ExportKinds",
            "Everything in one file for another machine with Dimitra Studio: portrait, recording, "
            "transcript, all takes and edits.",
        ),
        heading=say("ExportKinds", "Project"),
        needs="nothing",
    )
    known = {
        "npz": say(
            "ExportKinds",
            "All curves as float32 with their names, for Python and NumPy; Dimitra Studio reads "
            "them back as a take, bit for bit.",
        ),
        "csv": say(
            "ExportKinds",
            "One row a frame and one column a channel, for spreadsheets and scripts. Blendshapes "
            "have their ARKit names; head angles are radians, positions metres.",
        ),
    }
    usual = say("ExportKinds", "The curves with their ARKit names, at the frame rate chosen here.")

    def note_on(name: str) -> str:
        note = notes.get(name)
        return say(FORMATS, note) if note else known.get(name, usual)

    def kind_of(name: str, group: Group) -> Kind:
        return Kind(
            name,
            say(FORMATS, formats[name]),
            _ICONS[group],
            note_on(name),
            heading=headings[group],
            parts=_PARTS[group],
            needs="words" if group in ("mouth", "speech") else "motion",
        )

    kinds = [video, images, *([character] if with_character else [])]
    for group in _PARTS:
        kinds += [kind_of(name, group) for name in formats if GROUPS[name] == group]
    return [*kinds, project]
