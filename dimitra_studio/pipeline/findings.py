"""What a look at the inputs finds; plain data, for the window."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Subject = Literal["portrait", "recording", "transcript", "machine"]
Level = Literal["pass", "warning", "failure"]
"""A warning can be lived with; a failure would be refused by the engine."""

Fix = Literal[
    "choose_portrait",
    "choose_face",
    "choose_recording",
    "take_channel",
    "edit_transcript",
    "drop_transcript",
    "choose_folder",
    "choose_weights",
]
"""What the window can do about a finding.

choose_portrait   another picture
choose_face       one of several faces; the payload is ``Faces``
choose_recording  another recording
take_channel      one side of a stereo recording; the payload is ``Sides``
edit_transcript   the words
drop_transcript   go without words: the sound alone drives the face
choose_folder     another place to write to
choose_weights    another folder of weights
"""

Box = tuple[float, float, float, float]
"""x, y, width and height in pixels."""


@dataclass(frozen=True, slots=True, eq=False)  # arrays have no single truth value to compare
class Faces:
    """Several faces to choose from.

    Args:
        picture: ``(H, W, 3)`` sRGB.
        boxes: around the faces, the largest first, in pixels of the picture.
    """

    picture: NDArray[np.uint8]
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """The channels of a stereo recording.

    Args:
        best: the one with more sound, 0 for left.
        mixable: whether the mix of both keeps what is said.
    """

    best: int
    mixable: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """One line.

    Args:
        subject: what was looked at.
        level: how bad it is.
        sentence: what was found and what to do.
        fix: what the window can do about it.
        payload: what the fix needs.
    """

    subject: Subject
    level: Level
    sentence: str
    fix: Fix | None = None
    payload: Faces | Sides | None = None
