"""Work off the GUI thread: persistent threads, one job at a time on each."""

import logging
import traceback
from collections.abc import Callable
from queue import SimpleQueue
from threading import Event
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, QThread, Signal

from dimitra_studio.core.errors import DimitraError
from dimitra_studio.core.progress import Cancelled, Progress, ProgressFn

Task: TypeAlias = Callable[[Any, ProgressFn], Any]
"""Runs on a work thread; takes its owner and a ``ProgressFn``, and plain data, never Qt objects."""

Opener: TypeAlias = Callable[[], Any]
"""Makes what the jobs of a thread share; it is closed with the thread if it has a ``close``."""

_log = logging.getLogger(__name__)


class Job(QObject):
    """One piece of work with progress, cancellation and one outcome.

    Exactly one of ``succeeded``, ``failed`` and ``cancelled`` fires, then ``finished``; all
    arrive on the GUI thread, where the job was made. Connect them to methods of widgets:
    Qt drops these with the widget, but a lambda would outlive it.
    """

    started = Signal()
    progressed = Signal(object)  # Progress
    succeeded = Signal(object)  # what the task returned
    failed = Signal(object)  # Exception
    cancelled = Signal()
    finished = Signal()

    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task
        self._stop = Event()

    def cancel(self) -> None:
        """Ask the task to stop at its next progress report; harmless at any other time."""
        self._stop.set()

    def run(self, owner: Opener) -> None:
        """Do the work; for the ``WorkThread`` alone."""
        try:
            self._check()
            self.started.emit()
            result = self._task(owner(), self._report)
            self._check()
        except Cancelled:
            self.cancelled.emit()
        except Exception as error:
            if not isinstance(error, DimitraError):  # what the user did wrong is no news for a log
                _log.exception("A job failed")
            error.add_note("".join(traceback.format_tb(error.__traceback__)))
            self.failed.emit(error.with_traceback(None))  # its frames would keep tensors alive
        else:
            self.succeeded.emit(result)
        self.finished.emit()

    def _report(self, progress: Progress) -> None:
        self._check()
        self.progressed.emit(progress)

    def _check(self) -> None:
        if self._stop.is_set():
            raise Cancelled


class WorkThread(QThread):
    """Owns what ``opener`` makes and runs jobs in the order they came.

    One thread has the networks: two samplings at once would only fight for memory. ``close`` it
    before the application quits.
    """

    def __init__(self, opener: Opener, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opener = opener
        self._queue: SimpleQueue[Job | Opener | None] = SimpleQueue()
        self.start()

    def enqueue(self, job: Job) -> None:
        """Run ``job`` after those that wait; connect its signals first."""
        job.setParent(self)
        job.finished.connect(job.deleteLater)  # by Qt, on the GUI thread, after its last signal
        self._queue.put(job)

    def reopen(self, opener: Opener) -> None:
        """Let what the jobs share be made anew, after those that wait."""
        self._queue.put(opener)

    def close(self) -> None:
        """Cancel all jobs and wait for the running one to notice."""
        for job in self.findChildren(Job):
            job.cancel()
        self._queue.put(None)
        self.wait()

    def run(self) -> None:
        """Serve the queue; Qt calls this on the new thread."""
        owner = _Once(self._opener)
        while (item := self._queue.get()) is not None:
            if isinstance(item, Job):
                item.run(owner)
            else:
                owner.close()
                owner = _Once(item)
        owner.close()


class _Once:
    """Opens at the first call that succeeds, then keeps what it opened."""

    def __init__(self, opener: Opener) -> None:
        self._opener = opener
        self._opened: list[Any] = []

    def __call__(self) -> Any:
        if not self._opened:
            self._opened.append(self._opener())
        return self._opened[0]

    def close(self) -> None:
        for opened in self._opened:
            if hasattr(opened, "close"):
                opened.close()
