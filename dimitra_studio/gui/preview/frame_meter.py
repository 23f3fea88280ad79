"""How smoothly pictures come."""

from collections import deque

_SPAN = 1.0  # seconds over which is counted
_PLAYING = 8  # requests within that time; fewer are single steps, which have no rate


class FrameMeter:
    """Counts the pictures, and those that were dropped, of the last second."""

    def __init__(self) -> None:
        self._shown: deque[tuple[float, int]] = deque()

    def note(self, now: float, dropped: int) -> None:
        """A picture is shown.

        Args:
            now: seconds of a clock that only runs forwards.
            dropped: how many requests were dropped since the start.
        """
        self._shown.append((now, dropped))
        while now - self._shown[0][0] > _SPAN:
            self._shown.popleft()

    @property
    def rate(self) -> float:
        """Pictures a second; 0 while nothing is playing."""
        if len(self._shown) < 2 or len(self._shown) + self.dropped < _PLAYING:
            return 0.0
        span = self._shown[-1][0] - self._shown[0][0]
        return (len(self._shown) - 1) / span if span > 0.0 else 0.0

    @property
    def dropped(self) -> int:
        """How many were dropped within that second."""
        return self._shown[-1][1] - self._shown[0][1] if self._shown else 0

    def clear(self) -> None:
        """Begin anew."""
        self._shown.clear()
