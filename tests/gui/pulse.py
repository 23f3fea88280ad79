"""Whether the window could have answered: how long its event loop was away at a time."""

from collections.abc import Callable
from threading import Event, Thread
from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer

LIMIT = 0.1
"""Seconds; from about there on people feel that a window hangs."""

NOISE = LIMIT / 3
"""Seconds; a machine that makes such gaps beside idle work is too busy to measure on."""

TRIES = 6

_BEAT = 4  # ms
_CONTROL = 1000  # ms


class Pulse(QObject):
    """A timer that notes the longest time between two of its beats."""

    def __init__(self) -> None:
        super().__init__()
        self._longest = 0.0
        self._last = perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)
        self._timer.start(_BEAT)

    def restart(self) -> None:
        """Measure from now on."""
        self._longest, self._last = 0.0, perf_counter()

    def longest(self) -> float:
        """The longest gap since ``restart``, in seconds; the one that goes on now included."""
        self._on_beat()
        return self._longest

    def _on_beat(self) -> None:
        now = perf_counter()
        self._longest = max(self._longest, now - self._last)
        self._last = now


def noise(pulse: Pulse, turn: Callable[[int], None]) -> float:
    """The longest gap beside a thread that does nothing but count, in seconds.

    It takes turns with the window every few milliseconds; what is longer is the machine's.

    Args:
        pulse: to measure with.
        turn: lets the event loop run for so many milliseconds.
    """
    done = Event()

    def count() -> None:
        for _ in iter(done.is_set, True):
            pass

    thread = Thread(target=count)
    thread.start()
    pulse.restart()
    turn(_CONTROL)
    done.set()
    thread.join()
    return pulse.longest()


def least_gap(
    pulse: Pulse, work: Callable[[], None], turn: Callable[[int], None]
) -> tuple[float, float]:
    """The longest gap of the best of some runs of ``work``, and the worst ``noise``, in seconds.

    A gap that belongs to the work is in every run. One that another program has caused, by using
    the processor, is not: so the best run is the one to judge by, and once a run has stayed below
    ``LIMIT`` there is nothing left to find out.
    """
    gaps: list[float] = []
    noises: list[float] = []
    while len(gaps) < TRIES and min(gaps, default=LIMIT + 1) > LIMIT:
        noises.append(noise(pulse, turn))
        pulse.restart()
        work()
        gaps.append(pulse.longest())
    return min(gaps), max(noises)
