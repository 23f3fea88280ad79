"""Keeps unsaved work for the case of a crash, never in the user's file."""

import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal, Slot

from dimitra_studio.core.project import Project
from dimitra_studio.core.recovery import (
    SideFile,
    discard,
    new_session,
    remove_leftovers,
    side_path,
    write_side_file,
)
from dimitra_studio.gui.safety.side_files import session_lock
from dimitra_studio.gui.safety.writer_thread import WriterThread

_INTERVAL = 60  # seconds

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class OpenDocument:
    """What is open in the window.

    Args:
        project: the document.
        path: of the user's file; None if there is none yet.
        revision: another number for every edit.
        modified: whether anything would be lost without saving.
    """

    project: Project
    path: Path | None
    revision: int
    modified: bool


class Autosave(QObject):
    """Writes the document to a side file when it has changed, off the GUI thread.

    The side file goes when the document is saved, or closed after the user was asked.

    Args:
        document: tells what is open; None for nothing.
        folder: of the side files of all windows.
        parent: owner.
    """

    saved = Signal(float)  # seconds since 1970
    failed = Signal(str)  # one sentence; once, until writing works again

    def __init__(
        self,
        document: Callable[[], OpenDocument | None],
        folder: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._folder = document, folder
        self._session = new_session()
        self._lock: QLockFile | None = None
        self._kept: tuple[int, Path | None] | None = None  # revision and path of the last order
        self._side: Path | None = None
        self._outdated: list[Path] = []  # of earlier names, and what was recovered
        self._said = ""
        self._writer = WriterThread(self)
        self._writer.written.connect(self._on_written)
        self._writer.failed.connect(self._on_failed)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timeout)
        self.set_interval(_INTERVAL)
        self._timer.start()

    @property
    def busy(self) -> bool:
        """Whether a side file is being written."""
        return self._writer.busy

    def set_interval(self, seconds: int) -> None:
        """Write every so many seconds."""
        self._timer.setInterval(1000 * seconds)

    def save_now(self, reason: str) -> None:
        """Write at once if anything has changed since the last time.

        Args:
            reason: for the log, such as the job that is about to begin.
        """
        document = self._document()
        if document is None or not document.modified:
            self._drop()
            return
        wanted = (document.revision, document.path)
        if wanted == self._kept:
            return
        _log.info("Autosave: %s", reason)
        self._hold_lock()
        side = side_path(self._folder, document.path, self._session)
        if self._side is not None:
            self._outdated.append(self._side)
        outdated = [path for path in self._outdated if path != side]
        self._kept, self._side = wanted, side
        self._writer.enqueue(
            partial(_keep, document.project, document.path, self._session, self._folder, outdated)
        )

    @Slot()
    def refresh(self) -> None:
        """Remove the side file if the document is saved now; for ``modified_changed``."""
        document = self._document()
        if document is None or not document.modified:
            self._drop()

    def adopt(self, path: Path) -> None:
        """Take over the side file that the document was recovered from.

        It stays until the document is in a side file of this window, or saved.
        """
        self._outdated.append(path)

    def close(self, *, keep: bool = False) -> None:
        """Finish writing; call before the application quits.

        Args:
            keep: leave unsaved work for recovery, as nobody could be asked.
        """
        self._timer.stop()
        if keep:
            self.save_now("closing")
        else:
            self._drop()
        self._writer.close()
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _drop(self) -> None:
        """Remove the side files, after what is still being written."""
        outdated = [*self._outdated, *([self._side] if self._side is not None else [])]
        self._kept, self._side, self._outdated = None, None, []
        if outdated:
            self._writer.enqueue(partial(_discard_all, outdated))

    def _hold_lock(self) -> None:
        """Tell other windows that this one lives; where that fails, writing says why."""
        if self._lock is not None:
            return
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            remove_leftovers(self._folder)
            lock = session_lock(self._folder, self._session)
            self._lock = lock if lock.tryLock(0) else None

    @Slot()
    def _on_timeout(self) -> None:
        self.save_now("on time")

    @Slot(object)
    def _on_written(self, side: SideFile | None) -> None:
        self._said = ""
        if side is not None:
            self.saved.emit(side.time)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._kept = None  # try again next time
        if sentence != self._said:
            self._said = sentence
            self.failed.emit(sentence)


def _keep(
    project: Project, original: Path | None, session: str, folder: Path, outdated: Sequence[Path]
) -> SideFile:
    side = write_side_file(project, original, session, folder)
    _discard_all(outdated)
    return side


def _discard_all(paths: Sequence[Path]) -> None:
    for path in paths:
        discard(path)
