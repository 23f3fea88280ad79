"""How a time is written: seconds, frame number, or hours, minutes, seconds and frames."""

import math

from dimitra_studio.core.motion import FPS

_EPSILON = 1e-6  # frames; less is rounding


def frame_at(time: float) -> int:
    """The number of the frame that is shown at a time in seconds, from 0."""
    return math.floor(time * FPS + _EPSILON)


def smpte(time: float) -> str:
    """``hh:mm:ss:ff`` of the frame that is shown at a time in seconds."""
    seconds, frame = divmod(frame_at(time), FPS)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}:{frame:02}"
