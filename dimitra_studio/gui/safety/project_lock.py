"""One window at a time writes a project."""

from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QSysInfo


class ProjectLock(QObject):
    """A small file beside the project that says who has it open.

    The lock of a process that has died is taken over; one of another computer, which cannot be
    asked, is not.

    Args:
        path: of the project; it need not exist yet.
        parent: owner.
    """

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        target = path.resolve()  # links to one project share its lock
        self._file = target.with_name(f".{target.name}.lock")
        self._lock = QLockFile(str(self._file))
        self._lock.setStaleLockTime(0)  # a project stays open for days: age says nothing
        self._reason = ""

    @property
    def reason(self) -> str:
        """Why it could not be acquired, in one sentence; empty if it was."""
        return self._reason

    def acquire(self) -> bool:
        """Take the project for this window, if no other has it."""
        acquired = self._lock.tryLock(0)
        self._reason = "" if acquired else self._explain()
        return acquired

    def release(self) -> None:
        """Let other windows have the project."""
        self._lock.unlock()

    def _explain(self) -> str:
        name = self._path.name
        if self._lock.error() != QLockFile.LockError.LockFailedError:
            return self.tr(
                "{name} is open for reading only, as its folder cannot be written; "
                "save it elsewhere to keep changes."
            ).format(name=name)
        _, host, _ = self._lock.getLockInfo()
        if host and host != QSysInfo.machineHostName():
            return self.tr(
                "{name} is open on the computer {host}, and here for reading only; save it under "
                "another name, or remove {lock} if nobody has it open any more."
            ).format(name=name, host=host, lock=self._file.name)
        return self.tr(
            "{name} is open in another window, and here for reading only; close it there and open "
            "it again, or save it under another name."
        ).format(name=name)
