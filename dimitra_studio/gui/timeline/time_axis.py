"""The stretch of time that all rows of the timeline show."""

from PySide6.QtCore import QObject, Signal

MIN_SPAN = 0.2
"""Seconds; narrower than this a frame is wider than a hand and nothing is gained."""

_EMPTY_DURATION = 10.0  # seconds shown while there is no recording
_MAX_HISTORY = 50


class TimeAxis(QObject):
    """Start and end of the visible time, in whole pixels, and the zooms that led there.

    The start lies on a multiple of the width of a pixel, so that pictures of curves made at one
    position can be shown at any other without a shift of a fraction of a pixel.
    """

    range_changed = Signal(float, float)  # start, end in seconds, whoever caused it

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._start = 0.0
        self._span = _EMPTY_DURATION
        self._duration = 0.0
        self._n_columns = 1
        self._history: list[tuple[float, float]] = []

    @property
    def start(self) -> float:
        """Seconds at the left edge."""
        return self._start

    @property
    def end(self) -> float:
        """Seconds at the right edge."""
        return self._start + self._span

    @property
    def span(self) -> float:
        """Visible seconds."""
        return self._span

    @property
    def duration(self) -> float:
        """Seconds that can be shown at most: the recording's, or some when there is none."""
        return self._duration or _EMPTY_DURATION

    @property
    def scale(self) -> float:
        """Seconds per device pixel."""
        return self._span / self._n_columns

    @property
    def shows_all(self) -> bool:
        return self._span >= self.duration * (1 - 1e-6)

    def set_columns(self, n_columns: int) -> None:
        """Tell how many device pixels the rows are wide."""
        n_columns = max(1, n_columns)
        if n_columns != self._n_columns:
            self._n_columns = n_columns
            self._place(self._start, self._span, always=True)

    def set_duration(self, duration: float) -> None:
        """Take a recording of another length; all of it is shown, the history is dropped."""
        if duration != self._duration:
            self._duration = duration
            self._history.clear()
            self._place(0.0, self.duration, always=True)

    def show(self, start: float, end: float) -> bool:
        """Show another range, as far as it lies inside the recording; whether that moved it."""
        return self._place(start, end - start)

    def pan(self, seconds: float) -> bool:
        """Move the range; whether there was room to."""
        return self._place(self._start + seconds, self._span)

    def zoom(self, factor: float, at: float) -> bool:
        """Magnify by ``factor`` around the time ``at``, which stays where it is on the screen."""
        span = min(max(self._span / factor, MIN_SPAN), self.duration)
        share = (at - self._start) / self._span
        return self._place(at - share * span, span)

    def remember(self) -> None:
        """Keep the present range, for ``back``."""
        here = (self._start, self._span)
        if not self._history or self._history[-1] != here:
            self._history = [*self._history[-_MAX_HISTORY:], here]

    def back(self) -> bool:
        """Show the range that was last remembered; False if there is none left."""
        while self._history:
            if self._place(*self._history.pop()):
                return True
        return False

    def x_of(self, time: float, width: float) -> float:
        """Where ``time`` is in a row ``width`` wide."""
        return (time - self._start) / self._span * width

    def time_at(self, x: float, width: float) -> float:
        """The time at a place in a row ``width`` wide, kept inside the recording."""
        return min(max(self._start + x / max(width, 1.0) * self._span, 0.0), self.duration)

    def _place(self, start: float, span: float, *, always: bool = False) -> bool:
        span = min(max(span, MIN_SPAN), self.duration)
        start = min(max(start, 0.0), self.duration - span)
        column = span / self._n_columns
        start = round(start / column) * column
        if not always and abs(start - self._start) < 1e-9 and abs(span - self._span) < 1e-9:
            return False
        self._start, self._span = start, span
        self.range_changed.emit(start, start + span)
        return True
