"""Where the ruler has its ticks, and what is written at them."""

from collections.abc import Iterator
from dataclasses import dataclass

from dimitra_studio.core.motion import FPS

SECONDS, FRAMES, TIMECODE = "seconds", "frames", "timecode"
UNITS = (SECONDS, FRAMES, TIMECODE)
"""What the ruler can count in."""

_STEPS = (0.04, 0.08, 0.2, 0.4, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600)
_PARTS = {0.04: 1, 0.08: 2, 0.2: 5, 0.4: 10, 1: 5, 2: 4, 15: 3, 30: 3, 120: 4, 1800: 3}


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the ruler.

    Args:
        time: seconds.
        label: empty for a short one.
    """

    time: float
    label: str


def frame_at(time: float) -> int:
    """The frame that covers ``time``."""
    return int(time * FPS + 1e-6)


def seconds_text(time: float, decimals: int = 3) -> str:
    """Such as 1:02.480."""
    whole = round(time, decimals)
    minutes = int(whole // 60)
    width = 2 + (decimals + 1 if decimals else 0)
    return f"{minutes}:{whole - 60 * minutes:0{width}.{decimals}f}"


def timecode(time: float) -> str:
    """SMPTE at 25 frames a second, such as 00:01:02:12."""
    seconds, frame = divmod(frame_at(time), FPS)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}:{frame:02}"


def make_ticks(start: float, end: float, room: float, unit: str) -> Iterator[Tick]:
    """The ticks between two times.

    Args:
        start: seconds.
        end: seconds.
        room: seconds that a label takes.
        unit: one of ``UNITS``.
    """
    step = next((step for step in _STEPS if step >= room), _STEPS[-1])
    parts = _PARTS.get(step, 5)
    index = int(start / step * parts)
    while index * step / parts <= end:
        time = index * step / parts
        yield Tick(time, "" if index % parts else _label(time, step, unit))
        index += 1


def _label(time: float, step: float, unit: str) -> str:
    if unit == FRAMES:
        return str(frame_at(time))
    if unit == TIMECODE:
        return timecode(time)
    return seconds_text(time, 0 if step >= 1 else 1 if round(step * 10, 6).is_integer() else 2)
