"""Whose side files are left behind by a window that is no more."""

from pathlib import Path

from PySide6.QtCore import QLockFile

from dimitra_studio.core.recovery import Finding, SideFile, examine, list_side_files


def session_lock(folder: Path, session: str) -> QLockFile:
    """The lock that a window holds while it lives; not yet acquired."""
    lock = QLockFile(str(folder / f"{session}.lock"))
    lock.setStaleLockTime(0)  # only the end of its process makes it stale
    return lock


def orphaned_side_files(folder: Path) -> list[SideFile]:
    """Unsaved work that no open window cares for, the newest first."""
    orphaned = []
    for side in list_side_files(folder):
        lock = session_lock(folder, side.session)
        if lock.tryLock(0):
            lock.unlock()
            orphaned.append(side)
    return orphaned


def find_unsaved_work(folder: Path) -> list[Finding]:
    """What can be recovered and how it differs from the saved files.

    It reads whole projects, so it is work for another thread.
    """
    return [examine(side) for side in orphaned_side_files(folder)]
