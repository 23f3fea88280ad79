from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from dimitra_studio.core.progress import Progress
from dimitra_studio.gui.panels.job_row import JobRow
from dimitra_studio.gui.panels.jobs_panel import JobsPanel

LEFT = Qt.MouseButton.LeftButton


class Clock:
    """Time that passes when a test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def panel(qtbot: QtBot, clock: Clock) -> JobsPanel:
    panel = JobsPanel(clock)
    qtbot.addWidget(panel)
    panel.resize(300, 500)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def rows(panel: JobsPanel) -> list[JobRow]:
    """From the top."""
    shown = [row for row in panel.findChildren(JobRow) if row.isVisible()]
    return sorted(shown, key=lambda row: row.y())


def titles(panel: JobsPanel, qtbot: QtBot) -> list[str]:
    panel.layout().activate()
    qtbot.wait(1)
    return [row.accessibleName() for row in rows(panel)]


def row_of(panel: JobsPanel, title: str) -> JobRow:
    (found,) = [row for row in panel.findChildren(JobRow) if row.accessibleName().startswith(title)]
    return found


def text_of(panel: JobsPanel, title: str) -> str:
    labels = row_of(panel, title).findChildren(QLabel)
    return "\n".join(label.text() for label in labels if not label.isHidden())


def button(panel: JobsPanel, text: str) -> QPushButton:
    (found,) = [item for item in panel.findChildren(QPushButton) if item.text() == text]
    return found


def test_empty_panel_says_what_it_is_for(panel: JobsPanel) -> None:
    assert "No jobs" in panel.findChild(QLabel).text()
    assert not button(panel, "Cancel all").isEnabled()
    assert button(panel, "Cancel all").toolTip() == "Nothing is running"
    assert button(panel, "Clear finished").toolTip() == "No job has ended yet"


def test_what_runs_is_above_what_waits_above_what_ended(panel: JobsPanel, qtbot: QtBot) -> None:
    for number, title in enumerate(("A", "B", "C", "D")):
        panel.add_job(number, title)
    panel.set_started(0)
    panel.set_finished(0, "Take 1, 2.1 s")
    panel.set_progress(2, Progress(1, 10, "Generating"))
    panel.add_job(4, "E")
    assert titles(panel, qtbot) == [
        "C, running",
        "B, waiting",
        "D, waiting",
        "E, waiting",
        "A, finished",
    ]
    assert panel.n_active == 4
    assert panel.findChild(QLabel).text() == "1 running, 3 waiting"


def test_progress_is_told_in_words(panel: JobsPanel, clock: Clock) -> None:
    panel.add_job(1, "Generate", "CPU")
    assert "Waiting" in text_of(panel, "Generate")
    panel.set_started(1)
    assert "Starting" in text_of(panel, "Generate")
    for done in range(11):
        panel.set_progress(1, Progress(done, 40, "Generating motion"))
        clock.now += 1
    text = text_of(panel, "Generate")
    for part in ("Generating motion", "10 of 40", "10 s", "about 30 s left", "CPU"):
        assert part in text


def test_bar_comes_after_half_a_second_and_goes_at_the_end(panel: JobsPanel, qtbot: QtBot) -> None:
    panel.add_job(1, "Generate")
    panel.set_progress(1, Progress(10, 40, "Generating"))
    bar = row_of(panel, "Generate").findChild(QProgressBar)
    assert not bar.isVisible()
    qtbot.waitUntil(bar.isVisible)
    assert (bar.value(), bar.maximum()) == (10, 40)
    panel.set_progress(1, Progress(0, 0, "Writing"))
    assert (bar.minimum(), bar.maximum()) == (0, 0)  # how long it takes is not known
    panel.set_finished(1, "Done")
    assert not bar.isVisible()


def test_short_work_has_no_bar(panel: JobsPanel, qtbot: QtBot) -> None:
    panel.add_job(1, "Align")
    panel.set_progress(1, Progress(1, 2, "Aligning"))
    panel.set_finished(1, "Done")
    bar = row_of(panel, "Align").findChild(QProgressBar)
    qtbot.wait(600)
    assert not bar.isVisible()


def test_time_goes_on_without_progress(panel: JobsPanel, clock: Clock, qtbot: QtBot) -> None:
    panel.add_job(1, "Generate")
    panel.set_started(1)
    clock.now += 75
    qtbot.waitUntil(lambda: "1 min 15 s" in text_of(panel, "Generate"), timeout=3000)


def test_cancel_is_asked_for_once(panel: JobsPanel, qtbot: QtBot) -> None:
    panel.add_job(5, "Generate")
    panel.set_started(5)
    stop = row_of(panel, "Generate").findChild(QToolButton)
    with qtbot.waitSignal(panel.cancel_requested) as asked:
        qtbot.mouseClick(stop, LEFT)
    assert asked.args == [5]
    assert (stop.isEnabled(), stop.toolTip()) == (False, "It stops at the next step")
    panel.set_cancelled(5)
    assert "Cancelled" in text_of(panel, "Generate")
    assert panel.n_active == 0


def test_all_are_cancelled_from_the_end_of_the_queue(panel: JobsPanel, qtbot: QtBot) -> None:
    for number in range(4):
        panel.add_job(number, f"Job {number}")
    panel.set_started(0)
    panel.set_started(1)
    panel.set_finished(0, "Done")
    asked: list[int] = []
    panel.cancel_requested.connect(asked.append)
    qtbot.mouseClick(button(panel, "Cancel all"), LEFT)
    assert asked == [2, 3, 1]
    panel.cancel_all()
    assert len(asked) == 3


def test_files_can_be_shown_in_their_folder(panel: JobsPanel, qtbot: QtBot) -> None:
    panel.add_job(1, "Generate")
    panel.add_job(2, "Export")
    panel.set_finished(1, "Take 3, 2.1 s")
    panel.set_finished(2, "Done in 12 s", [Path("clip.mp4")])
    assert "Take 3, 2.1 s" in text_of(panel, "Generate")
    (reveal,) = [
        item
        for item in panel.findChildren(QPushButton)
        if item.text() == "Show in folder" and not item.isHidden()
    ]
    with qtbot.waitSignal(panel.reveal_requested) as asked:
        qtbot.keyClick(reveal, Qt.Key.Key_Space)
    assert panel.files(asked.args[0]) == [Path("clip.mp4")]


def test_failure_stays_with_its_details(panel: JobsPanel, qtbot: QtBot) -> None:
    panel.add_job(1, "Align")
    panel.set_failed(1, "The transcript has no words.", "Traceback: line 1")
    assert "The transcript has no words." in text_of(panel, "Align")
    qtbot.mouseClick(button(panel, "Copy details"), LEFT)
    copied = QGuiApplication.clipboard().text()
    assert copied == "Align\nThe transcript has no words.\n\nTraceback: line 1"


def test_late_progress_does_not_wake_the_dead(panel: JobsPanel) -> None:
    panel.add_job(1, "Generate")
    panel.set_cancelled(1)
    panel.set_progress(1, Progress(1, 2, "Generating"))
    assert row_of(panel, "Generate").state == "cancelled"


def test_only_what_has_ended_is_cleared(panel: JobsPanel, qtbot: QtBot) -> None:
    for number, title in enumerate(("A", "B", "C")):
        panel.add_job(number, title)
    panel.set_started(1)
    panel.set_finished(0, "Done")
    panel.set_failed(2, "No.", "")
    qtbot.mouseClick(button(panel, "Clear finished"), LEFT)
    qtbot.waitUntil(lambda: len(panel.findChildren(JobRow)) == 1)
    assert titles(panel, qtbot) == ["B, running"]
    assert not button(panel, "Clear finished").isEnabled()


def test_nothing_ticks_while_nothing_runs(panel: JobsPanel) -> None:
    panel.add_job(1, "Generate")
    assert not panel._ticks.isActive()
    panel.set_started(1)
    assert panel._ticks.isActive()
    panel.set_finished(1, "Done")
    assert not panel._ticks.isActive()
