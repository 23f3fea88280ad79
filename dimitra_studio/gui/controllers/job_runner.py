"""Runs jobs on their threads and shows how they are getting on."""

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QObject, Signal

from dimitra_studio.core.errors import DimitraError
from dimitra_studio.core.progress import Progress
from dimitra_studio.gui.decimals import decimal
from dimitra_studio.gui.job import Job, Task, WorkThread
from dimitra_studio.gui.notifications import NotificationArea
from dimitra_studio.gui.panels.jobs_panel import JobsPanel
from dimitra_studio.gui.workshop import open_nothing, open_workshop

Lane = Literal["engine", "reading"]
OnDone = Callable[[Any], None]
OnFailed = Callable[[], None]


class JobRunner(QObject):
    """Gives each job a row in the jobs panel, and the user its error if it fails.

    Two threads: one owns the networks, the other reads files while the first is busy.
    """

    busy_changed = Signal(bool)  # the engine has work
    device_changed = Signal(str)

    def __init__(
        self, panel: JobsPanel, notifications: NotificationArea, device: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._panel = panel
        self._notifications = notifications
        self._device = device
        self._rows: dict[int, _Row] = {}
        self._n_jobs = 0
        self._threads = {
            "engine": WorkThread(self._opener(device)),
            "reading": WorkThread(open_nothing),
        }
        panel.cancel_requested.connect(self.cancel)

    @property
    def device(self) -> str:
        """The device that was asked for."""
        return self._device

    @property
    def busy(self) -> bool:
        """Whether the engine has work."""
        return any(row.lane == "engine" for row in self._rows.values())

    @property
    def idle(self) -> bool:
        """Whether no thread has work."""
        return not self._rows

    def run(
        self,
        title: str,
        task: Task,
        on_done: OnDone,
        *,
        on_failed: OnFailed | None = None,
        on_error: OnFailed | None = None,
        lane: Lane = "engine",
    ) -> int:
        """Queue a job.

        Args:
            title: of its row.
            task: the work.
            on_done: gets the result, on the GUI thread; may return a sentence for the row.
            on_failed: told when there is no result, because of an error or the user.
            on_error: told when there is no result because of an error.
            lane: the thread.

        Returns:
            Its number, for ``cancel``.
        """
        self._n_jobs += 1
        number, was_busy = self._n_jobs, self.busy
        row = _Row(number, lane, Job(task), self)
        row.on_done, row.on_failed, row.on_error = on_done, on_failed, on_error
        self._rows[number] = row
        self._panel.add_job(number, title, self._device if lane == "engine" else "")
        self._threads[lane].enqueue(row.job)
        if self.busy != was_busy:
            self.busy_changed.emit(self.busy)
        return number

    def cancel(self, number: int) -> None:
        """Stop one job; harmless when it is done."""
        if number in self._rows:
            self._rows[number].job.cancel()

    def cancel_all(self) -> None:
        """Stop every job."""
        for row in self._rows.values():
            row.job.cancel()

    def use_device(self, device: str) -> None:
        """Let the jobs from now on run on another device."""
        if device != self._device:
            self._device = device
            self._threads["engine"].reopen(self._opener(device))
            self.device_changed.emit(device)

    def close(self) -> None:
        """Stop all work and wait for it."""
        self.cancel_all()
        for thread in self._threads.values():
            thread.close()

    @staticmethod
    def _opener(device: str) -> Callable[[], Any]:
        return lambda: open_workshop(device)

    def show_started(self, number: int) -> None:
        self._panel.set_started(number)

    def show_progress(self, number: int, progress: Progress) -> None:
        self._panel.set_progress(number, progress)

    def show_done(self, number: int, said: str, files: list[Path]) -> None:
        self._panel.set_finished(number, said, files)

    def show_cancelled(self, number: int) -> None:
        self._panel.set_cancelled(number)

    def show_failed(self, number: int, error: Exception) -> None:
        """Say what went wrong, in the row and in a notice that stays."""
        details = "".join(traceback.format_exception(error))
        sentence = explain(error)
        self._panel.set_failed(number, sentence, details)
        self._notifications.show_notice("error", sentence, details=details)

    def drop(self, number: int) -> None:
        """Forget a job that is over."""
        was_busy = self.busy
        del self._rows[number]
        if self.busy != was_busy:
            self.busy_changed.emit(self.busy)


def explain(error: BaseException) -> str:
    """One sentence for the user."""
    say = QCoreApplication.translate
    if isinstance(error, DimitraError):
        return str(error)
    if isinstance(error, MemoryError):
        return say(
            "Errors", "The memory is used up; close other programs or use a shorter recording."
        )
    if isinstance(error, OSError) and error.filename:
        text = say("Errors", "{name} could not be used: {reason}; check it and try again.")
        return text.format(name=error.filename, reason=error.strerror)
    kind = type(error).__name__
    text = say("Errors", "Something went wrong inside the program ({reason}); please report it.")
    return text.format(reason=f"{kind}: {error}")


class _Row(QObject):
    """One job: hears its signals and passes them on with its number."""

    def __init__(self, number: int, lane: Lane, job: Job, runner: JobRunner) -> None:
        super().__init__(runner)
        self.lane = lane
        self.job = job
        self.on_done: OnDone | None = None
        self.on_failed: OnFailed | None = None
        self.on_error: OnFailed | None = None
        self._number = number
        self._runner = runner
        self._clock = QElapsedTimer()
        job.started.connect(self._on_started)
        job.progressed.connect(self._on_progressed)
        job.succeeded.connect(self._on_succeeded)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        job.finished.connect(self._on_finished)

    def _on_started(self) -> None:
        self._clock.start()
        self._runner.show_started(self._number)

    def _on_progressed(self, progress: Progress) -> None:
        self._runner.show_progress(self._number, progress)

    def _on_succeeded(self, result: object) -> None:
        seconds = self._clock.elapsed() / 1000
        said = self.tr("Done in {seconds} s").format(seconds=decimal(seconds, 1))
        self._runner.show_done(self._number, said, _files(result))
        if self.on_done is not None:
            self.on_done(result)

    def _on_failed(self, error: Exception) -> None:
        self._runner.show_failed(self._number, error)
        for told in (self.on_failed, self.on_error):
            if told is not None:
                told()

    def _on_cancelled(self) -> None:
        self._runner.show_cancelled(self._number)
        if self.on_failed is not None:
            self.on_failed()

    def _on_finished(self) -> None:
        self._runner.drop(self._number)
        self.deleteLater()


def _files(result: object) -> list[Path]:
    """The files that a job has written, if that is what it did."""
    if isinstance(result, list) and all(isinstance(item, Path) for item in result):
        return result
    return []
