"""What the tests of ``Aside`` let its process do; found there by its name."""

import os
import time
from typing import NoReturn

from dimitra_studio.core.errors import AudioError
from dimitra_studio.core.progress import Progress, ProgressFn


class Counter:
    """Remembers from one call to the next."""

    def __init__(self) -> None:
        self.total = 0

    def add(self, number: int, on_progress: ProgressFn) -> int:
        """The sum of all numbers so far; reports each step on the way there."""
        for step in range(number):
            on_progress(Progress(step, number, "Counting"))
        self.total += number
        return self.total


class OddError(Exception):
    """Cannot be copied, as the errors of some libraries."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(f"{one}, {other}")


def process_id(_counter: Counter, _on_progress: ProgressFn) -> int:
    return os.getpid()


def hang(_counter: Counter, on_progress: ProgressFn) -> None:
    """One report, then nothing for longer than any test waits."""
    on_progress(Progress(0, 1, "Hanging"))
    time.sleep(600)


def die(_counter: Counter, _on_progress: ProgressFn) -> None:
    os._exit(3)


def refuse(_counter: Counter, _on_progress: ProgressFn) -> NoReturn:
    raise AudioError("This is no sound; choose another.") from OSError("bad header")


def blunder(_counter: Counter, _on_progress: ProgressFn) -> NoReturn:
    raise ValueError("curves must be (frames, 58)")


def stumble(_counter: Counter, _on_progress: ProgressFn) -> NoReturn:
    raise OddError("one", "other")
