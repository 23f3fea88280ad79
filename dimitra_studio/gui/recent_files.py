"""The projects that were open lately."""

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from dimitra_studio.gui.settings import Settings, SettingsStore

LIMIT = 12
"""Files that are remembered."""


@dataclass(frozen=True, slots=True)
class RecentFile:
    """One line of the list.

    Args:
        path: of the project.
        modified: when it was last written; None if the file is not there.
    """

    path: Path
    modified: datetime | None

    @property
    def missing(self) -> bool:
        return self.modified is None


class RecentFiles(QObject):
    """The latest first, each once; kept in the settings."""

    changed = Signal()

    def __init__(self, store: SettingsStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._shown = store.values.recent_files
        store.changed.connect(self._on_settings_changed)

    def files(self) -> tuple[RecentFile, ...]:
        """The list, with what the disk says of each file now."""
        return tuple(_look_at(Path(name)) for name in self._store.values.recent_files)

    def look_again(self) -> None:
        """Let the list be shown anew, as the disk has changed."""
        self.changed.emit()

    def add(self, path: Path) -> None:
        """Put a project on top."""
        name = _name(path)
        others = [other for other in self._store.values.recent_files if not _same(other, name)]
        self._store.change(recent_files=(name, *others)[:LIMIT])

    def remove(self, path: Path) -> None:
        """Take a project off the list; its file stays."""
        name = _name(path)
        kept = tuple(other for other in self._store.values.recent_files if not _same(other, name))
        self._store.change(recent_files=kept)

    def relocate(self, old: Path, new: Path) -> None:
        """Note where a project is that was moved; it keeps its place."""
        before, after = _name(old), _name(new)
        moved = [
            after if _same(other, before) else other for other in self._store.values.recent_files
        ]
        self._store.change(recent_files=tuple(dict.fromkeys(moved)))

    def _on_settings_changed(self, settings: Settings) -> None:
        if settings.recent_files != self._shown:
            self._shown = settings.recent_files
            self.changed.emit()


def _name(path: Path) -> str:
    return str(Path(os.path.abspath(path)))  # noqa: PTH100 - a link stays the name that is known


def _same(first: str, second: str) -> bool:
    return os.path.normcase(first) == os.path.normcase(second)


def _look_at(path: Path) -> RecentFile:
    try:
        modified = datetime.fromtimestamp(path.stat().st_mtime)
    except (OSError, ValueError):
        modified = None
    return RecentFile(path, modified)


def shown_folder(path: Path) -> str:
    """The folder as it is read best: the user's own is ``~``."""
    home = Path.home()
    folder = path.parent
    return str(Path("~") / folder.relative_to(home)) if folder.is_relative_to(home) else str(folder)
