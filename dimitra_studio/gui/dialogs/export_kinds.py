"""What can be exported, and what other programs make of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from dimitra_studio.gui.translations import FORMATS
from dimitra_studio.pipeline.delivery import IMAGES, PROJECT, VIDEO


@dataclass(frozen=True, slots=True)
class Kind:
    """One thing that can be exported.

    Args:
        name: of the ``Delivery``.
        title: for the list.
        icon: of ``resources/icons``.
        note: what it is good for.
    """

    name: str
    title: str
    icon: str
    note: str


def list_kinds(formats: Mapping[str, str], notes: Mapping[str, str]) -> list[Kind]:
    """Everything that can be exported, in the order of the list.

    Args:
        formats: titles of the formats of curves, by name.
        notes: on formats of curves, by name; those that are known here need none.
    """
    say = QCoreApplication.translate
    video = Kind(
        VIDEO,
        say("ExportKinds", "Video (MP4)"),
        "video",
        say(
            "ExportKinds",
            "H.264 with AAC sound at a constant frame rate: plays in browsers, phones and every "
            "editing program. A note in the file says that the clip is synthetic.",
        ),
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

    curves = [
        Kind(name, say(FORMATS, title), "waveform", note_on(name))
        for name, title in formats.items()
    ]
    return [video, images, *curves, project]
