"""Autosave while working, and recovery after a crash."""

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dimitra_studio.core.errors import DimitraError
from dimitra_studio.core.paths import recovery_folder
from dimitra_studio.core.progress import Progress, ProgressFn
from dimitra_studio.core.project_file import load_project
from dimitra_studio.core.recovery import Finding, SideFile, discard
from dimitra_studio.gui.controllers.document_controller import DocumentController
from dimitra_studio.gui.controllers.job_runner import JobRunner
from dimitra_studio.gui.job import Task
from dimitra_studio.gui.notifications import NotificationArea
from dimitra_studio.gui.safety.autosave import Autosave, OpenDocument
from dimitra_studio.gui.safety.recovery_dialog import RecoveryDialog
from dimitra_studio.gui.safety.side_files import find_unsaved_work, orphaned_side_files
from dimitra_studio.gui.session import Session
from dimitra_studio.gui.settings import Settings, SettingsStore


class SafetyController(QObject):
    """Nothing that was done is lost, whatever happens to the program."""

    autosaved = Signal(object)  # datetime

    def __init__(
        self,
        session: Session,
        documents: DocumentController,
        runner: JobRunner,
        *,
        notifications: NotificationArea,
        store: SettingsStore,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._documents, self._runner = session, documents, runner
        self._notifications, self._window = notifications, window
        self._autosave = Autosave(self._document, recovery_folder(), self)
        self._autosave.set_interval(store.values.autosave_interval)
        self._autosave.saved.connect(self._on_saved)
        self._autosave.failed.connect(self._on_failed)
        session.modified_changed.connect(self._autosave.refresh)
        store.changed.connect(self._on_settings_changed)

    def offer_recovery(self) -> None:
        """Ask about work that an earlier window has left behind."""
        if orphaned_side_files(recovery_folder()):
            self._runner.run(
                self.tr("Look at unsaved work"), read_unsaved_work(), self._offer, lane="reading"
            )

    def _offer(self, findings: list[Finding]) -> None:
        if findings:
            dialog = RecoveryDialog(self._window)
            dialog.set_findings(findings)
            dialog.recover_requested.connect(self.recover)
            dialog.keep_both_requested.connect(self.keep_both)
            dialog.discard_requested.connect(self.discard)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def recover(self, finding: Finding) -> None:
        """Go on where the crash was; the side file stays on the disk until this is saved."""
        self._open(finding.side, finding.side.original)

    def keep_both(self, finding: Finding) -> None:
        """Open unsaved work as a project of its own, beside the saved one."""
        self._open(finding.side, None)

    def discard(self, finding: Finding) -> None:
        """Remove unsaved work that the user does not want."""
        try:
            discard(finding.side.path)
        except DimitraError as error:
            self._notifications.show_notice("error", str(error))

    def _open(self, side: SideFile, path: Path | None) -> None:
        try:
            project = load_project(side.path)
        except DimitraError as error:
            self._notifications.show_notice("error", str(error))
            return
        self._documents.recover(project, path, partial(self._autosave.adopt, side.path))

    def before_job(self) -> None:
        """Put the work aside before something long begins."""
        self._autosave.save_now("before a job")

    def close(self) -> None:
        """Finish writing."""
        self._autosave.close()

    def _document(self) -> OpenDocument | None:
        if not self._documents.is_open:
            return None
        session = self._session
        return OpenDocument(session.project, session.path, session.revision, session.modified)

    def _on_saved(self, time: float) -> None:
        self.autosaved.emit(datetime.fromtimestamp(time))

    def _on_failed(self, sentence: str) -> None:
        self._notifications.show_notice("warning", sentence)

    def _on_settings_changed(self, settings: Settings) -> None:
        self._autosave.set_interval(settings.autosave_interval)


def read_unsaved_work() -> Task:
    """Look inside what other windows have left behind; its result is a list of ``Finding``."""

    def task(_nothing: Any, on_progress: ProgressFn) -> list[Finding]:
        on_progress(Progress(0, 0, "Looking at unsaved work"))
        return find_unsaved_work(recovery_folder())

    return task
