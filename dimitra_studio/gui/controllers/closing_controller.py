"""What is asked before the window closes."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMessageBox, QWidget

from dimitra_studio.gui.controllers.document_controller import DocumentController
from dimitra_studio.gui.controllers.job_runner import JobRunner


class ClosingController(QObject):
    """Asks about running jobs, then about unsaved work, then lets the window close."""

    def __init__(self, documents: DocumentController, runner: JobRunner, window: QWidget) -> None:
        super().__init__(window)
        self._documents, self._runner, self._window = documents, runner, window
        self._agreed = False

    @property
    def agreed(self) -> bool:
        """Whether the window may close now."""
        return self._agreed

    def ask(self) -> None:
        """Ask what there is to ask, and close the window if the answers allow it."""
        if not self._runner.busy:
            self._documents.leave(self._leave)
            return
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Jobs are running"))
        box.setText(self.tr("Stop the running jobs and close?"))
        box.setInformativeText(self.tr("What they have not finished is lost."))
        stop = box.addButton(self.tr("&Stop and close"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(self.tr("&Keep working"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        stop.clicked.connect(self._stop_and_leave)
        box.finished.connect(box.deleteLater)
        box.open()

    def _stop_and_leave(self) -> None:
        self._runner.cancel_all()
        self._documents.leave(self._leave)

    def _leave(self) -> None:
        self._agreed = True
        QTimer.singleShot(0, self._window.close)  # after the dialog that brought us here is gone
