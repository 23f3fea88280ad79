"""Progress on the terminal: a bar for people, JSON lines for programs."""

import argparse
import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from dimitra_studio.core.progress import Progress, ProgressFn

_LABELS = {"note": "Note", "error": "dimitra-studio"}
_INTERVAL = 0.1  # seconds between two JSON lines of one stage


@contextmanager
def reporting(args: argparse.Namespace) -> Iterator[ProgressFn]:
    """Give the listener that the command line's options ask for."""
    if args.json_progress:
        yield _JsonLines()
    elif sys.stderr.isatty():
        with _bars() as report:
            yield report
    else:
        yield _StageLines()


def say(args: argparse.Namespace, kind: str, sentence: str) -> None:
    """Put a ``note`` or an ``error`` on stderr, as the command line's options ask for."""
    line = json.dumps({kind: sentence}) if args.json_progress else f"{_LABELS[kind]}: {sentence}"
    print(line, file=sys.stderr, flush=True)


class _JsonLines:
    def __init__(self) -> None:
        self._label = ""
        self._last = 0.0

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        ended = progress.done == progress.total
        if progress.label == self._label and not ended and now < self._last + _INTERVAL:
            return
        self._label, self._last = progress.label, now
        line = {"stage": progress.label, "done": progress.done, "total": progress.total}
        print(json.dumps(line), file=sys.stderr, flush=True)


class _StageLines:
    """One line a stage, where nobody watches."""

    def __init__(self) -> None:
        self._label = ""

    def __call__(self, progress: Progress) -> None:
        if progress.label != self._label:
            self._label = progress.label
            print(progress.label, file=sys.stderr, flush=True)


@contextmanager
def _bars() -> Iterator[ProgressFn]:
    from rich import progress as rich_progress
    from rich.console import Console

    columns = (
        rich_progress.TextColumn("{task.description:<24}"),
        rich_progress.BarColumn(),
        rich_progress.TaskProgressColumn(),
        rich_progress.TimeElapsedColumn(),
        rich_progress.TimeRemainingColumn(),
    )
    with rich_progress.Progress(*columns, console=Console(stderr=True)) as bars:
        tasks: dict[str, rich_progress.TaskID] = {}

        def report(progress: Progress) -> None:
            if progress.label not in tasks:
                tasks[progress.label] = bars.add_task(progress.label, total=None)
            total = progress.total or None
            bars.update(tasks[progress.label], total=total, completed=progress.done)

        yield report
