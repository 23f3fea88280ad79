"""Pictures and videos of a face, explained by a rig."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.motion import Motion
from dimitra_studio.face.camera import Camera

Floats = NDArray[np.float32]


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class PortraitFit:
    """A picture of a face, explained by a rig.

    Args:
        image: ``(H, W, 3)`` sRGB.
        landmarks: ``(478, 2)`` pixels.
        identity: ``(I,)`` standard deviations.
        offset: ``(478, 3)`` metres from the rig's landmarks, with this identity, to the person's.
        curves: ``(C,)`` of the picture; the head's rotation is absolute, its translation 0.
        camera: sees the rig as the picture shows the person.
        warnings: sentences on what the picture does not show well.
    """

    image: NDArray[np.uint8]
    landmarks: Floats
    identity: Floats
    offset: Floats
    curves: Floats
    camera: Camera
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class ClipFit:
    """Landmarks over time, explained by a rig.

    Args:
        motion: the head's rotation is absolute, its translation from the clip's median.
        identity: ``(I,)`` standard deviations.
        offset: ``(478, 3)`` metres from the rig's landmarks, with this identity, to the person's.
        camera: sees the rig as the clip shows the person.
    """

    motion: Motion
    identity: Floats
    offset: Floats
    camera: Camera


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class VideoFit(ClipFit):
    """A video of a face, explained by a rig.

    Args:
        landmarks: ``(T, 478, 3)`` pixels; bridged where no face was seen.
        seen: ``(T,)`` the frames in which the face was found.
        warnings: sentences on what the video does not show well.
    """

    landmarks: Floats
    seen: NDArray[np.bool_]
    warnings: tuple[str, ...] = ()

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the video in pixels."""
        return self.camera.width, self.camera.height

    @property
    def fps(self) -> float:
        """Frames per second of motion and landmarks."""
        return self.motion.fps
