"""Saving without stopping the window."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from dimitra_studio.core.project import Project
from dimitra_studio.core.recovery import save_with_backup
from dimitra_studio.gui.safety.writer_thread import WriterThread


class ProjectSaver(QObject):
    """Writes the user's files in the order that was asked for, each with its previous version."""

    saved = Signal(object)  # Path
    failed = Signal(str)  # one sentence

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer = WriterThread(self)
        self._writer.written.connect(self.saved)
        self._writer.failed.connect(self.failed)

    @property
    def busy(self) -> bool:
        """Whether a file is still being written."""
        return self._writer.busy

    def save(self, project: Project, path: Path) -> None:
        """Write a project; ``saved`` or ``failed`` follows."""
        self._writer.enqueue(partial(_write, project, path))

    def close(self) -> None:
        """Finish all that was asked for; call before the application quits."""
        self._writer.close()


def _write(project: Project, path: Path) -> Path:
    save_with_backup(project, path)
    return path
