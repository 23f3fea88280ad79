"""The newest request is drawn, older ones are dropped."""

from collections.abc import Iterator
from functools import partial
from threading import Event, current_thread
from typing import Any

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from dimitra_studio.core.errors import FaceError
from dimitra_studio.gui.preview.preview_thread import PreviewThread


class SlowPainter:
    """Draws when it is let, and tells what it did."""

    def __init__(self, gate: Event, log: list[Any]) -> None:
        self._gate, self._log = gate, log
        self._subject = ""

    def set_subject(self, subject: str) -> str:
        if subject == "nobody":
            raise FaceError("There is no face; choose another.")
        self._subject = subject
        return subject.upper()

    def draw(self, request: int) -> str | None:
        self._log.append(request)
        self._gate.wait(10)
        if request < 0:
            raise ZeroDivisionError("cannot be divided")
        return f"{self._subject}{request}" if request else None

    def close(self) -> None:
        self._log.append(("closed", current_thread().ident))


@pytest.fixture
def gate() -> Event:
    return Event()


@pytest.fixture
def log() -> list[Any]:
    return []


@pytest.fixture
def thread(qtbot: QtBot, gate: Event, log: list[Any]) -> Iterator[PreviewThread]:
    thread = PreviewThread(partial(SlowPainter, gate, log))
    yield thread
    gate.set()
    thread.close()


def test_a_burst_of_requests_costs_two_pictures(
    thread: PreviewThread, gate: Event, log: list[Any], qtbot: QtBot
) -> None:
    shown: list[str] = []
    thread.drawn.connect(shown.append)
    with qtbot.waitSignal(thread.opened):
        thread.set_subject("ada")
    for request in range(1, 101):
        thread.request(request)
    gate.set()
    qtbot.waitUntil(lambda: "ada100" in shown)
    assert len(shown) <= 2
    assert len(log) + thread.dropped == 100


def test_pictures_of_the_last_subject_are_not_shown(
    thread: PreviewThread, gate: Event, log: list[Any], qtbot: QtBot
) -> None:
    shown: list[str] = []
    thread.drawn.connect(shown.append)
    thread.set_subject("ada")
    thread.request(1)
    qtbot.waitUntil(lambda: log == [1])  # being drawn
    thread.set_subject("bob")
    thread.request(2)
    gate.set()
    qtbot.waitUntil(lambda: "bob2" in shown)
    assert [name for name in shown if name.startswith("ada")] == []


def test_opening_says_what_was_found(thread: PreviewThread, qtbot: QtBot) -> None:
    with qtbot.waitSignal(thread.opened) as opened:
        thread.set_subject("ada")
    assert opened.args == ["ADA"]


def test_what_is_no_picture_is_not_sent(thread: PreviewThread, gate: Event, qtbot: QtBot) -> None:
    shown: list[str] = []
    thread.drawn.connect(shown.append)
    gate.set()
    thread.set_subject("ada")
    thread.request(0)
    qtbot.wait(50)
    thread.request(3)
    qtbot.waitUntil(lambda: shown == ["ada3"])


def test_a_refused_subject_gives_its_sentence_once(
    thread: PreviewThread, gate: Event, log: list[Any], qtbot: QtBot
) -> None:
    failures: list[str] = []
    thread.failed.connect(failures.append)
    gate.set()
    thread.set_subject("nobody")
    for request in range(1, 5):
        thread.request(request)
    qtbot.waitUntil(lambda: bool(failures))
    qtbot.wait(50)
    assert failures == ["There is no face; choose another."]
    assert log == []


def test_after_a_failure_another_subject_is_drawn(
    thread: PreviewThread, gate: Event, qtbot: QtBot
) -> None:
    gate.set()
    thread.set_subject("ada")
    with qtbot.waitSignal(thread.failed) as failed:
        thread.request(-1)
    assert failed.args == ["The preview cannot be drawn: cannot be divided."]
    thread.set_subject("bob")
    with qtbot.waitSignal(thread.drawn) as drawn:
        thread.request(1)
    assert drawn.args == ["bob1"]


def test_signals_arrive_on_the_gui_thread(thread: PreviewThread, gate: Event, qtbot: QtBot) -> None:
    gate.set()
    places: list[Any] = []
    thread.drawn.connect(lambda _: places.append(QThread.currentThread()))
    thread.set_subject("ada")
    with qtbot.waitSignal(thread.drawn):
        thread.request(1)
    assert places == [thread.thread()]


def test_closing_draws_nothing_more_and_frees_the_painter_on_its_thread(
    thread: PreviewThread, gate: Event, log: list[Any], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(thread.opened):
        thread.set_subject("ada")
    gate.set()
    thread.close()
    thread.request(5)
    assert not thread.isRunning()
    assert 5 not in log
    what, where = log[-1]
    assert what == "closed"
    assert where != current_thread().ident
    thread.close()  # harmless a second time
