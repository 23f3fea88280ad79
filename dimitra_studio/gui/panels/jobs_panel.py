"""The queue of work: what runs, what waits, what became of the rest."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from dimitra_studio.core.progress import Progress
from dimitra_studio.gui import theme
from dimitra_studio.gui.panels.hint_label import HintLabel
from dimitra_studio.gui.panels.icon_button import explain
from dimitra_studio.gui.panels.job_row import JobRow

_SECOND = 1000  # milliseconds


class JobsPanel(QWidget):
    """A row a job: what runs, then what waits, then what has ended, until it is cleared.

    Args:
        clock: gives seconds.
        parent: Qt's.
    """

    cancel_requested = Signal(int)  # number of the job
    reveal_requested = Signal(int)  # number of the job; see ``files``

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._rows: dict[int, JobRow] = {}
        self._summary = HintLabel()
        self._cancel_all = QPushButton(theme.icon("cancel"), self.tr("Cancel all"))
        self._clear = QPushButton(theme.icon("delete"), self.tr("Clear finished"))
        self._list = QWidget()
        self._list_layout = QVBoxLayout(self._list)
        self._list_layout.setContentsMargins(0, 0, 0, 0)
        self._list_layout.addStretch(1)
        self._ticks = QTimer(self)  # only while something runs
        self._ticks.setInterval(_SECOND)

        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._list)
        buttons = QHBoxLayout()
        buttons.addWidget(self._cancel_all, 1)
        buttons.addWidget(self._clear, 1)
        layout = QVBoxLayout(self)
        layout.addWidget(self._summary)
        layout.addWidget(scroll, 1)
        layout.addLayout(buttons)

        self._ticks.timeout.connect(self._on_second_passed)
        self._cancel_all.clicked.connect(self.cancel_all)
        self._clear.clicked.connect(self.clear_finished)
        self._update()

    @property
    def n_active(self) -> int:
        """How many jobs wait or run."""
        return sum(row.active for row in self._rows.values())

    def files(self, number: int) -> list[Path]:
        """What a finished job has written."""
        return self._rows[number].files

    def add_job(self, number: int, title: str, device: str = "") -> None:
        """Show a job that waits."""
        row = JobRow(number, title, device, self._clock)
        row.cancel_requested.connect(self.cancel_requested)
        row.reveal_requested.connect(self.reveal_requested)
        self._list_layout.insertWidget(self.n_active, row)
        self._rows[number] = row
        self._update()

    def set_started(self, number: int) -> None:
        """Show that a job runs; its first progress shows it too."""
        self._rows[number].start()
        self._move(number, 0)
        self._update()

    def set_progress(self, number: int, progress: Progress) -> None:
        """Show how far a job is."""
        row = self._rows[number]
        fresh = row.state == "waiting"
        row.set_progress(progress)
        if fresh:
            self._move(number, 0)
            self._update()

    def set_finished(self, number: int, text: str, files: list[Path] | None = None) -> None:
        """Show what a job gave, and the files that it has written."""
        self._rows[number].finish(text, files or [])
        self._move(number, self.n_active)
        self._update()

    def set_failed(self, number: int, sentence: str, details: str) -> None:
        """Show why a job gave nothing."""
        self._rows[number].fail(sentence, details)
        self._move(number, self.n_active)
        self._update()

    def set_cancelled(self, number: int) -> None:
        """Show that a job was stopped."""
        self._rows[number].cancel()
        self._move(number, self.n_active)
        self._update()

    def cancel_all(self) -> None:
        """Ask for the end of every job, those that wait first, so that none starts meanwhile."""
        for row in sorted(self._rows.values(), key=lambda row: row.state == "running"):
            row.request_cancel()

    def clear_finished(self) -> None:
        """Forget the jobs that have ended."""
        for number in [number for number, row in self._rows.items() if not row.active]:
            row = self._rows.pop(number)
            self._list_layout.removeWidget(row)
            row.deleteLater()
        self._update()

    def _move(self, number: int, place: int) -> None:
        row = self._rows[number]
        self._list_layout.removeWidget(row)
        self._list_layout.insertWidget(place, row)

    def _update(self) -> None:
        states = [row.state for row in self._rows.values()]
        n_running, n_waiting = states.count("running"), states.count("waiting")
        if not states:
            text = self.tr("No jobs. Generating, aligning and exporting show here.")
        elif not n_running and not n_waiting:
            text = self.tr("Everything is done.")
        else:
            text = self.tr("{n} running, {m} waiting").format(n=n_running, m=n_waiting)
        self._summary.show_text(text)
        reason = None if n_running or n_waiting else self.tr("Nothing is running")
        explain(self._cancel_all, self.tr("Stop every job; nothing is changed"), reason)
        ended = len(states) - n_running - n_waiting
        reason = None if ended else self.tr("No job has ended yet")
        explain(self._clear, self.tr("Forget the jobs that have ended"), reason)
        if n_running and not self._ticks.isActive():
            self._ticks.start()
        elif not n_running:
            self._ticks.stop()

    def _on_second_passed(self) -> None:
        for row in self._rows.values():
            row.tick()
