"""How long a job will still take, judged by how it is getting on."""

from collections import deque

_SPAN = 15.0  # seconds of the past that count
_LEAST_TIME = 2.0  # seconds, and
_LEAST_SHARE = 0.02  # of the work, before anything is said


class RemainingTime:
    """Watches the share of the work that is done.

    The pace of the last seconds counts; when the work starts over, or is done in another way,
    what was before is forgotten.
    """

    def __init__(self) -> None:
        self._seen: deque[tuple[float, float]] = deque()
        self._label = ""

    def add(self, time: float, share: float, label: str) -> None:
        """Note that ``share`` (0 to 1) of the work was done at ``time`` (seconds)."""
        if label != self._label or (self._seen and share < self._seen[-1][1]):
            self._seen.clear()
            self._label = label
        self._seen.append((time, share))
        while len(self._seen) > 2 and time - self._seen[1][0] > _SPAN:
            self._seen.popleft()

    def estimate(self, now: float) -> float | None:
        """Seconds until the work is done; None while nobody can tell."""
        if len(self._seen) < 2:
            return None
        (first, done_first), (last, done_last) = self._seen[0], self._seen[-1]
        took, done = last - first, done_last - done_first
        if took < _LEAST_TIME or done < _LEAST_SHARE:
            return None
        waited = max(0.0, now - last)
        if waited > took:  # it has stopped; the old pace tells nothing
            return None
        return max(0.0, (1 - done_last) * took / done - waited)
