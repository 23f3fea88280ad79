"""What tells the time of playing: a sound card, or without one the computer's own clock."""

from time import monotonic
from typing import Protocol

from dimitra_studio.gui.playback.course import Course


class Clock(Protocol):
    """Follows a course; its position is computed afresh each time, so it never drifts."""

    def start(self, course: Course) -> None:
        """Follow a course, in seconds, from its first step on; also while another is followed."""

    def stop(self) -> None:
        """Stand still."""

    def position(self) -> float:
        """Seconds on the timeline: what is seen, and heard, now."""

    def ended(self) -> bool:
        """Whether the end of the course was reached."""


class SilentClock:
    """Follows a course without a sound."""

    def __init__(self) -> None:
        self._course: Course | None = None
        self._started = self._stopped = 0.0

    def start(self, course: Course) -> None:
        """See ``Clock``."""
        self._course, self._started = course, monotonic()

    def stop(self) -> None:
        """See ``Clock``."""
        self._stopped = self.position()
        self._course = None

    def position(self) -> float:
        """See ``Clock``."""
        if self._course is None:
            return self._stopped
        return self._course.at(monotonic() - self._started)

    def ended(self) -> bool:
        """See ``Clock``."""
        return self._course is not None and self._course.ends_after(monotonic() - self._started)
