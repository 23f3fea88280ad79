"""Draws portraits on a preview thread."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.project import Media
from dimitra_studio.pipeline.preview import PREVIEW_SIDE, PhotoTexture, PortraitSource, to_screen

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class PortraitSubject:
    """The picture to draw.

    Args:
        media: its file.
        full_size: draw it in its own size, even where that is slow.
    """

    media: Media
    full_size: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class PortraitFacts:
    """What was found in a portrait.

    Args:
        identity: ``(I,)`` of the face.
        curves: ``(C,)`` the expression and pose that the face has in the picture.
        warnings: what the picture does not show well, a sentence each.
        photo: makes the picture a texture for the mesh; to be called off the GUI thread.
    """

    identity: Floats
    curves: Floats
    warnings: tuple[str, ...]
    photo: Callable[[], PhotoTexture]


@dataclass(frozen=True, slots=True, eq=False)
class PortraitRequest:
    """One picture to draw.

    Args:
        curves: ``(C,)``; those of the photograph for None.
        time: seconds on the timeline, handed through.
        landmarks: whether they are wanted, too.
    """

    curves: Floats | None
    time: float
    landmarks: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class PortraitPicture:
    """One frame.

    Args:
        pixels: ``(H, W, 4)`` uint8 blue, green, red, 255.
        landmarks: ``(478, 2)`` pixels of it, if they were wanted.
        time: of the request.
    """

    pixels: NDArray[np.uint8]
    landmarks: Floats | None
    time: float


class PortraitPainter:
    """Owns the ``PortraitSource``."""

    def __init__(self) -> None:
        self._source: PortraitSource | None = None

    def set_subject(self, subject: PortraitSubject | None) -> PortraitFacts | None:
        """Find the face of a picture."""
        self._source = None
        if subject is None:
            return None
        longest_side = None if subject.full_size else PREVIEW_SIDE
        source = PortraitSource(subject.media, longest_side=longest_side)
        self._source = source
        return PortraitFacts(source.identity, source.curves, source.warnings, source.photo)

    def draw(self, request: PortraitRequest) -> PortraitPicture | None:
        """Draw one frame."""
        if self._source is None:
            return None
        landmarks = self._source.landmarks(request.curves) if request.landmarks else None
        pixels = to_screen(self._source.frame(request.curves))
        return PortraitPicture(pixels, landmarks, request.time)

    def close(self) -> None:
        """Let the portrait go."""
        self._source = None
