"""One job: what it is, how far it is, and what became of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QPushButton, QWidget

from dimitra_studio.core.progress import Progress
from dimitra_studio.gui import theme, translations
from dimitra_studio.gui.error_report import without_personal_paths
from dimitra_studio.gui.panels.duration_texts import elapsed_text, remaining_text
from dimitra_studio.gui.panels.elided_label import ElidedLabel
from dimitra_studio.gui.panels.hint_label import HintLabel, Tone
from dimitra_studio.gui.panels.icon_button import IconButton
from dimitra_studio.gui.panels.icon_label import IconLabel
from dimitra_studio.gui.panels.remaining_time import RemainingTime

State = Literal["waiting", "running", "finished", "failed", "cancelled"]

_PATIENCE = 500  # milliseconds before a bar appears: shorter work needs none
_ICONS = {
    "waiting": "jobs",
    "running": "play",
    "finished": "ok",
    "failed": "error",
    "cancelled": "stop",
}


class JobRow(QWidget):
    """Shows a job from the queue to its end.

    Args:
        number: of the job, told with every signal.
        title: what is done.
        device: where; nothing if empty.
        clock: gives seconds.
        parent: Qt's.
    """

    cancel_requested = Signal(int)
    reveal_requested = Signal(int)

    def __init__(
        self,
        number: int,
        title: str,
        device: str,
        clock: Callable[[], float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.state: State = "waiting"
        self.files: list[Path] = []
        self._number, self._title, self._device = number, title, device
        self._clock, self._started = clock, 0.0
        self._remaining = RemainingTime()
        self._progress = Progress(0, 0, "")
        self._details = ""
        self._icon, self._name = IconLabel("jobs", ""), ElidedLabel(title)
        self._stop = IconButton(
            "cancel",
            self.tr("Cancel {title}").format(title=title),
            self.tr("Stop this; nothing is changed"),
        )
        self._bar = QProgressBar()
        self._bar.setAccessibleName(self.tr("Progress of {title}").format(title=title))
        self._bar.setTextVisible(False)
        self._bar.hide()
        self._text = HintLabel()
        self._reveal = QPushButton(theme.icon("folder"), self.tr("Show in folder"))
        self._reveal.setToolTip(self.tr("Open the folder that the files are in"))
        self._copy = QPushButton(theme.icon("copy"), self.tr("Copy details"))
        self._copy.setToolTip(self.tr("Put what a developer needs to know on the clipboard"))
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)

        self._lay_out()
        self._patience.timeout.connect(self._bar.show)
        self._stop.clicked.connect(self._on_stop_clicked)
        self._reveal.clicked.connect(self._on_reveal_clicked)
        self._copy.clicked.connect(self._copy_details)
        self._show_state("waiting")
        self._say(self.tr("Waiting"))

    @property
    def active(self) -> bool:
        """Whether it is waiting or running."""
        return self.state in ("waiting", "running")

    def start(self) -> None:
        """Show that the work has begun."""
        if self.state == "waiting":
            self._started = self._clock()
            self._patience.start()
            self._show_state("running")
            self.tick()

    def set_progress(self, progress: Progress) -> None:
        """Show how far it is."""
        if not self.active:
            return  # a report that was on its way when the job ended
        self.start()
        self._progress = progress
        if progress.total > 0:
            share = min(progress.done / progress.total, 1.0)
            self._remaining.add(self._clock(), share, progress.label)
        self._bar.setRange(0, max(progress.total, 0))
        self._bar.setValue(min(progress.done, progress.total))
        self.tick()

    def tick(self) -> None:
        """Let the times go on."""
        if self.state != "running":
            return
        now, progress = self._clock(), self._progress
        parts = [translations.stage(progress.label) if progress.label else self.tr("Starting")]
        if progress.total > 0:
            parts.append(
                self.tr("{done} of {total}").format(done=progress.done, total=progress.total)
            )
        parts.append(elapsed_text(now - self._started))
        left = self._remaining.estimate(now)
        if left is not None:
            parts.append(remaining_text(left))
        if self._device:
            parts.append(self._device)
        self._say(" · ".join(parts))

    def finish(self, text: str, files: list[Path]) -> None:
        """Show the result, and a way to the files that were written."""
        self.files = files
        self._end("finished", text, "ok")
        self._reveal.setVisible(bool(files))

    def fail(self, sentence: str, details: str) -> None:
        """Show what went wrong; the details are for the clipboard."""
        self._details = details
        self._end("failed", sentence, "error")
        self._copy.show()

    def cancel(self) -> None:
        """Show that the user stopped it."""
        self._end("cancelled", self.tr("Cancelled; nothing was changed"), "quiet")

    def request_cancel(self) -> None:
        """Ask for its end, as a click on its button does."""
        if self.active and self._stop.isEnabled():
            self._on_stop_clicked()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._reveal)
        buttons.addWidget(self._copy)
        buttons.addStretch(1)
        layout = QGridLayout(self)
        layout.setColumnStretch(1, 1)
        layout.addWidget(self._icon, 0, 0)
        layout.addWidget(self._name, 0, 1)
        layout.addWidget(self._stop, 0, 2)
        layout.addWidget(self._bar, 1, 1, 1, 2)
        layout.addWidget(self._text, 2, 1, 1, 2)
        layout.addLayout(buttons, 3, 1, 1, 2)
        self._reveal.hide()
        self._copy.hide()

    def _show_state(self, state: State) -> None:
        self.state = state
        names = {
            "waiting": self.tr("waiting"),
            "running": self.tr("running"),
            "finished": self.tr("finished"),
            "failed": self.tr("failed"),
            "cancelled": self.tr("cancelled"),
        }
        self._icon.show_icon(_ICONS[state], names[state])
        self.setAccessibleName(f"{self._title}, {names[state]}")

    def _end(self, state: State, text: str, tone: Tone) -> None:
        self._patience.stop()
        self._bar.hide()
        self._stop.hide()
        self._show_state(state)
        self._say(text, tone)

    def _say(self, text: str, tone: Tone = "quiet") -> None:
        self._text.show_text(text, tone)
        self._text.setAccessibleName(text)

    def _on_stop_clicked(self) -> None:
        self._stop.setEnabled(False)
        self._stop.setToolTip(self.tr("It stops at the next step"))
        self.cancel_requested.emit(self._number)

    def _on_reveal_clicked(self) -> None:
        self.reveal_requested.emit(self._number)

    def _copy_details(self) -> None:
        text = "\n".join((self._title, self._text.text(), "", self._details))
        QGuiApplication.clipboard().setText(without_personal_paths(text))
        self._copy.setText(self.tr("Copied"))
