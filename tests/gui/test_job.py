import threading
from collections.abc import Iterator
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from dimitra_studio.core.errors import AudioError
from dimitra_studio.core.progress import Progress, ProgressFn
from dimitra_studio.gui.job import Job, WorkThread


class Listener(QObject):
    """Notes what a job says, and on which thread it hears it."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self.heard: list[tuple[str, Any]] = []
        self.threads: set[threading.Thread] = set()
        job.progressed.connect(self._on_progressed)
        job.succeeded.connect(self._on_succeeded)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        job.finished.connect(self._on_finished)

    def _note(self, name: str, value: Any = None) -> None:
        self.heard.append((name, value))
        self.threads.add(threading.current_thread())

    def _on_progressed(self, progress: Progress) -> None:
        self._note("progressed", progress.done)

    def _on_succeeded(self, result: object) -> None:
        self._note("succeeded", result)

    def _on_failed(self, error: Exception) -> None:
        self._note("failed", str(error))

    def _on_cancelled(self) -> None:
        self._note("cancelled")

    def _on_finished(self) -> None:
        self._note("finished")


class FakeEngine:
    """Stands for the networks; remembers the thread that opened it."""

    def __init__(self) -> None:
        self.thread = threading.current_thread()


@pytest.fixture
def work_thread(qtbot: QtBot) -> Iterator[WorkThread]:
    thread = WorkThread(FakeEngine)
    yield thread
    thread.close()


def run(work_thread: WorkThread, qtbot: QtBot, job: Job) -> Listener:
    listener = Listener(job)
    with qtbot.waitSignal(job.finished):
        work_thread.enqueue(job)
    return listener


def count_to_three(engine: FakeEngine, on_progress: ProgressFn) -> FakeEngine:
    for done in (1, 2, 3):
        on_progress(Progress(done, 3, "Counting"))
    return engine


def test_result_arrives_on_the_gui_thread(work_thread: WorkThread, qtbot: QtBot) -> None:
    listener = run(work_thread, qtbot, Job(count_to_three))
    names = [name for name, _ in listener.heard]
    assert names == ["progressed"] * 3 + ["succeeded", "finished"]
    assert listener.threads == {threading.main_thread()}


def test_one_engine_serves_every_job_on_its_thread(work_thread: WorkThread, qtbot: QtBot) -> None:
    first, second = (
        run(work_thread, qtbot, Job(lambda engine, _: (engine, threading.current_thread())))
        for _ in range(2)
    )
    engine, thread = first.heard[0][1]
    assert second.heard[0][1] == (engine, thread)
    assert engine.thread is thread is not threading.main_thread()


def test_jobs_keep_their_order(work_thread: WorkThread, qtbot: QtBot) -> None:
    order: list[int] = []
    jobs = [Job(lambda _engine, _report, i=i: order.append(i)) for i in range(5)]
    with qtbot.waitSignals([job.finished for job in jobs], order="strict"):
        for job in jobs:
            work_thread.enqueue(job)
    assert order == [0, 1, 2, 3, 4]


def test_cancel_stops_at_the_next_report(work_thread: WorkThread, qtbot: QtBot) -> None:
    begun, gate = threading.Event(), threading.Event()

    def wait_then_report(_engine: FakeEngine, on_progress: ProgressFn) -> None:
        begun.set()
        gate.wait()
        on_progress(Progress(1, 2, "Waiting"))
        pytest.fail("went on after the report")

    job = Job(wait_then_report)
    listener = Listener(job)
    with qtbot.waitSignal(job.finished):
        work_thread.enqueue(job)
        begun.wait()
        job.cancel()
        gate.set()
    assert listener.heard == [("cancelled", None), ("finished", None)]


def test_waiting_job_can_be_cancelled(work_thread: WorkThread, qtbot: QtBot) -> None:
    gate = threading.Event()
    work_thread.enqueue(Job(lambda _engine, _report: gate.wait()))
    job = Job(lambda _engine, _report: pytest.fail("ran although cancelled"))
    listener = Listener(job)
    with qtbot.waitSignal(job.finished):
        work_thread.enqueue(job)
        job.cancel()
        gate.set()
    assert listener.heard == [("cancelled", None), ("finished", None)]


def test_failure_leaves_the_thread_alive(work_thread: WorkThread, qtbot: QtBot) -> None:
    def fail(_engine: FakeEngine, _report: ProgressFn) -> None:
        raise RuntimeError("out of memory")

    listener = run(work_thread, qtbot, Job(fail))
    assert listener.heard == [("failed", "out of memory"), ("finished", None)]
    assert run(work_thread, qtbot, Job(lambda *_: 1)).heard[0] == ("succeeded", 1)


def test_engine_that_cannot_open_is_tried_again(qtbot: QtBot) -> None:
    answers = [RuntimeError("no weights"), None]

    def open_engine() -> FakeEngine:
        if error := answers.pop(0):
            raise error
        return FakeEngine()

    thread = WorkThread(open_engine)
    assert run(thread, qtbot, Job(lambda *_: 1)).heard[0] == ("failed", "no weights")
    assert run(thread, qtbot, Job(lambda *_: 1)).heard[0] == ("succeeded", 1)
    thread.close()


def test_finished_job_is_deleted_and_cancel_stays_harmless(
    work_thread: WorkThread, qtbot: QtBot
) -> None:
    job = Job(lambda *_: None)
    run(work_thread, qtbot, job)
    qtbot.waitUntil(lambda: not shiboken6.isValid(job))
    job.cancel()


def test_close_cancels_what_runs_and_what_waits(qtbot: QtBot) -> None:
    thread = WorkThread(FakeEngine)
    begun = threading.Event()

    def work_forever(_engine: FakeEngine, on_progress: ProgressFn) -> None:
        begun.set()
        while True:
            on_progress(Progress(0, 0, "Working"))

    jobs = [Job(work_forever), Job(work_forever)]
    with qtbot.waitSignals([job.cancelled for job in jobs]):
        for job in jobs:
            thread.enqueue(job)
        begun.wait()
        thread.close()
    assert thread.isFinished()


def test_owner_can_be_made_anew(work_thread: WorkThread, qtbot: QtBot) -> None:
    first = run(work_thread, qtbot, Job(lambda engine, _: engine)).heard[0][1]
    work_thread.reopen(FakeEngine)
    second, third = (run(work_thread, qtbot, Job(lambda e, _: e)).heard[0][1] for _ in range(2))
    assert first is not second is third


def test_user_error_is_no_entry_of_the_log(
    work_thread: WorkThread, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(_engine: FakeEngine, _report: ProgressFn) -> None:
        raise AudioError("speech.wav is silent; choose another recording.")

    listener = run(work_thread, qtbot, Job(refuse))
    assert listener.heard[0] == ("failed", "speech.wav is silent; choose another recording.")
    assert caplog.records == []
