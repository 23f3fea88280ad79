"""Video as the source of a portrait."""

from pathlib import Path

import cv2

from dimitra_studio.core.errors import ImageError
from dimitra_studio.core.project import Media
from dimitra_studio.face.video import read_frames


def portrait_of(video: Path) -> Media:
    """The first picture of a video, as a portrait.

    Raises:
        ImageError: if the video cannot be decoded or holds no picture.
    """
    first = next(iter(read_frames(video)), None)
    if first is None:
        raise ImageError(f"{video.name} holds no picture; choose another video.")
    _, data = cv2.imencode(".png", cv2.cvtColor(first, cv2.COLOR_RGB2BGR))
    return Media(f"{video.stem}.png", data.tobytes())
