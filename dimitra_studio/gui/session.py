"""The open document, its undo history, playhead and selection: the mutable state of the GUI."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from dimitra_studio.core.project import Project
from dimitra_studio.core.timeline import Segment


class Session(QObject):
    """Holds the current ``Project`` and tells the widgets when it is replaced.

    ``opened`` comes before ``project_changed`` when another document takes its place.
    """

    opened = Signal()
    project_changed = Signal(object)  # Project
    path_changed = Signal(object)  # Path | None
    modified_changed = Signal(bool)
    playhead_changed = Signal(float)  # seconds
    selection_changed = Signal(object)  # Segment | None
    channel_changed = Signal(object)  # str | None, the one that the curve editor works on
    compared_changed = Signal(object)  # str | None, name of the take B
    showing_compared_changed = Signal(bool)
    solo_changed = Signal(object)  # str | None, the only component that moves

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self._project = project
        self._path: Path | None = None
        self._recovered = False
        self._revision = 0
        self._playhead = 0.0
        self._selection: Segment | None = None
        self._channel: str | None = None
        self._compared: str | None = None
        self._showing_compared = False
        self._solo: str | None = None
        self.undo_stack.cleanChanged.connect(self._on_clean_changed)

    @property
    def project(self) -> Project:
        return self._project

    @property
    def path(self) -> Path | None:
        """The project's file; None until it is saved."""
        return self._path

    @property
    def modified(self) -> bool:
        """Whether anything would be lost without saving."""
        return self._recovered or not self.undo_stack.isClean()

    @property
    def revision(self) -> int:
        """Grows with every edit, undo and redo."""
        return self._revision

    @property
    def playhead(self) -> float:
        """Seconds from the start."""
        return self._playhead

    @property
    def selection(self) -> Segment | None:
        return self._selection

    @property
    def channel(self) -> str | None:
        return self._channel

    @property
    def compared(self) -> str | None:
        return self._compared

    @property
    def showing_compared(self) -> bool:
        return self._showing_compared

    @property
    def solo(self) -> str | None:
        return self._solo

    def open(self, project: Project, path: Path | None = None, *, recovered: bool = False) -> None:
        """Put another document in the place of the one that is open; nothing can be undone.

        Args:
            project: the document.
            path: of its file; None for one that has none yet.
            recovered: it holds work that its file does not.
        """
        self._recovered = recovered
        self.undo_stack.clear()
        self._path = path
        self.move_playhead(0.0)
        self.select(None)
        self.compare(None)
        self.solo_component(None)
        self.opened.emit()
        self._show(project)
        self.path_changed.emit(path)
        self.modified_changed.emit(self.modified)

    def edit(self, title: str, project: Project) -> None:
        """Replace the document, as one undoable step called ``title``."""
        if project is not self._project:
            self.undo_stack.push(_Replace(title, self._restore, self._project, project))

    def remember(self, key: str, value: Any) -> None:
        """Keep part of the view with the document: not an edit, so not undoable.

        Args:
            key: of ``Project.view``.
            value: JSON values alone.
        """
        self._project = replace(self._project, view={**self._project.view, key: value})

    def mark_saved(self, revision: int, path: Path) -> None:
        """Note that the document of ``revision`` is on the disk; later edits stay unsaved."""
        if revision == self._revision:
            self._recovered = False
            self.undo_stack.setClean()
        if path != self._path:
            self._path = path
            self.path_changed.emit(path)
        self.modified_changed.emit(self.modified)

    def move_playhead(self, time: float) -> None:
        """Go to ``time`` in seconds; not an edit, so not undoable."""
        if time != self._playhead:
            self._playhead = time
            self.playhead_changed.emit(time)

    def select(self, segment: Segment | None) -> None:
        """Select a time range for all tracks."""
        if segment != self._selection:
            self._selection = segment
            self.selection_changed.emit(segment)

    def choose_channel(self, channel: str | None) -> None:
        """Make a channel the one that commands for curves act on."""
        if channel != self._channel:
            self._channel = channel
            self.channel_changed.emit(channel)

    def compare(self, take: str | None) -> None:
        """Choose take B; without one, nothing is compared."""
        if take != self._compared:
            self._compared = take
            self.compared_changed.emit(take)
        if take is None:
            self.show_compared(shown=False)

    def show_compared(self, *, shown: bool) -> None:
        """Show take B instead of the document."""
        shown = shown and self._compared is not None
        if shown != self._showing_compared:
            self._showing_compared = shown
            self.showing_compared_changed.emit(shown)

    def solo_component(self, component: str | None) -> None:
        """Let one component alone move in the preview; None for all."""
        if component != self._solo:
            self._solo = component
            self.solo_changed.emit(component)

    def _restore(self, project: Project) -> None:
        self._show(replace(project, view=self._project.view))

    def _show(self, project: Project) -> None:
        self._project = project
        self._revision += 1
        if self._compared is not None and self._compared not in {t.name for t in project.takes}:
            self.compare(None)
        self.project_changed.emit(project)

    def _on_clean_changed(self) -> None:
        self.modified_changed.emit(self.modified)


class _Replace(QUndoCommand):
    """The only undo command: whole documents share what did not change."""

    def __init__(
        self, title: str, show: Callable[[Project], None], before: Project, after: Project
    ) -> None:
        super().__init__(title)
        self._show, self._before, self._after = show, before, after

    def redo(self) -> None:
        self._show(self._after)

    def undo(self) -> None:
        self._show(self._before)
