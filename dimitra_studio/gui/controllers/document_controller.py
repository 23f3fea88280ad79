"""The document's life: new, open, save, close, and what is asked before anything is lost."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dimitra_studio.core.paths import SAMPLE
from dimitra_studio.core.project import Project
from dimitra_studio.core.project_file import SUFFIX
from dimitra_studio.gui import engine
from dimitra_studio.gui.actions import Actions
from dimitra_studio.gui.controllers.job_runner import JobRunner
from dimitra_studio.gui.dialogs.file_dialogs import ask_file, ask_new_file
from dimitra_studio.gui.dialogs.save_changes_dialog import SaveChangesDialog
from dimitra_studio.gui.notifications import NotificationArea
from dimitra_studio.gui.recent_files import RecentFiles
from dimitra_studio.gui.safety.project_lock import ProjectLock
from dimitra_studio.gui.safety.saving import ProjectSaver
from dimitra_studio.gui.session import Session
from dimitra_studio.gui.settings import SettingsStore

SAMPLE_PROJECT = SAMPLE / "sample.dimitra"
"""Opens finished, and is saved elsewhere."""

Next = Callable[[], None]


@dataclass(frozen=True, slots=True)
class _Order:
    """A file that is being written.

    Args:
        document: number of the document, which may be closed before the file is complete.
        revision: of the document.
        lock: of another file than the document's own, taken over once it is written.
    """

    document: int
    revision: int
    lock: ProjectLock | None


class DocumentController(QObject):
    """One document is open or none; what replaces it waits until its changes are safe."""

    document_opened = Signal()  # show the panels
    document_closed = Signal()  # show the welcome page
    about_to_save = Signal()  # time to tell the document what it should know

    def __init__(
        self,
        session: Session,
        runner: JobRunner,
        notifications: NotificationArea,
        *,
        store: SettingsStore,
        recent: RecentFiles,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._runner, self._notifications = session, runner, notifications
        self._store, self._recent, self._window = store, recent, window
        self._lock: ProjectLock | None = None
        self._is_open = False
        self._after_saving: Next | None = None
        self._document = 0  # grows with every document that is opened or closed
        self._saving: list[_Order] = []
        self._read_only = False
        self._saver = ProjectSaver(self)
        self._saver.saved.connect(self._on_saved)
        self._saver.failed.connect(self._on_save_failed)

    @property
    def is_open(self) -> bool:
        """Whether there is a document, and not the welcome page."""
        return self._is_open

    def bind(self, actions: Actions) -> None:
        """Connect the commands."""
        self._actions = actions
        stack = self._session.undo_stack
        actions.bind({
            "undo": stack.undo,
            "redo": stack.redo,
            "new": self.new,
            "open": self.ask_open,
            "open_sample": self.open_sample,
            "save": self.save,
            "save_as": self.ask_save_as,
            "close": self.close_document,
        })  # fmt: skip
        stack.canUndoChanged.connect(self._show_history)
        stack.canRedoChanged.connect(self._show_history)
        self._show_history()
        self._show_open()

    def new(self) -> None:
        """Begin an empty document."""
        self.leave(self._begin)

    def ask_open(self) -> None:
        """Let the user choose a project."""
        filters = [self.tr("Projects (*{suffix})").format(suffix=SUFFIX)]
        ask_file(self._window, self.tr("Open a project"), self._folder(), filters, self.open_path)

    def open_path(self, path: Path) -> None:
        """Open a project's file, after the one that is open is safe."""
        self.leave(lambda: self._read(path, path))

    def open_sample(self) -> None:
        """Open the sample; it has no file of its own until it is saved."""
        self.leave(lambda: self._read(SAMPLE_PROJECT, None))

    def recover(self, project: Project, path: Path | None, then: Next) -> None:
        """Open work that a crash has left behind; ``then`` is done when it is shown."""

        def show() -> None:
            self._show(project, path, recovered=True)
            then()

        self.leave(show)

    def save(self) -> None:
        """Write the document to its file, or ask for one."""
        if self._session.path is None or self._read_only:
            self.ask_save_as()
        else:
            self._save(self._session.path)

    def ask_save_as(self) -> None:
        """Let the user choose where to write."""
        folder = self._session.path.parent if self._session.path else self._folder()
        suggestion = folder / f"{self._session.project.name}{SUFFIX}"
        filters = [self.tr("Projects (*{suffix})").format(suffix=SUFFIX)]
        dialog = ask_new_file(
            self._window, self.tr("Save the project"), suggestion, filters, self._save_as
        )
        dialog.rejected.connect(self._forget_what_follows)

    def ask_locate(self, path: Path) -> None:
        """Ask where a project is that was moved, and open it."""
        filters = [self.tr("Projects (*{suffix})").format(suffix=SUFFIX)]
        title = self.tr("Where is {name}?").format(name=path.name)
        ask_file(self._window, title, self._folder(), filters, partial(self._relocate, path))

    def close_document(self) -> None:
        """Close the document and show the welcome page."""
        self.leave(self._close)

    def leave(self, then: Next) -> None:
        """Do something that ends the document, once its changes are saved or given up."""
        if not self._is_open or not self._session.modified:
            then()
            return
        dialog = SaveChangesDialog(self._session.project.name, self._window)
        self._after_saving = then
        dialog.chosen.connect(self._on_chosen)
        dialog.open()

    def wait(self) -> None:
        """Let writing come to its end; for the very end."""
        self._saver.close()
        stack = self._session.undo_stack  # it empties itself when it goes, with nobody to tell
        stack.canUndoChanged.disconnect(self._show_history)
        stack.canRedoChanged.disconnect(self._show_history)
        if self._lock is not None:
            self._lock.release()

    def _show_open(self) -> None:
        """Offer what needs a document."""
        reason = None if self._is_open else self.tr("No project is open; begin or open one.")
        for command in ("save", "save_as", "close", "import_transcript"):
            self._actions.set_reason(command, reason)

    def _show_history(self) -> None:
        """Offer undo and redo when there is a step for them."""
        stack = self._session.undo_stack
        back = None if stack.canUndo() else self.tr("There is no step to take back.")
        again = None if stack.canRedo() else self.tr("No step was taken back.")
        self._actions.set_reason("undo", back)
        self._actions.set_reason("redo", again)

    def _relocate(self, old: Path, new: Path) -> None:
        self._recent.relocate(old, new)
        self.open_path(new)

    def _on_chosen(self, choice: str) -> None:
        then = self._after_saving
        if choice == "save":
            self.save()  # what follows is done when the file is complete
        elif choice == "discard" and then is not None:
            self._after_saving = None
            then()
        else:
            self._after_saving = None

    def _forget_what_follows(self) -> None:
        self._after_saving = None

    def _begin(self) -> None:
        self._show(Project(name=self.tr("Untitled")), None)

    def _close(self) -> None:
        self._document += 1
        self._is_open = False
        self._show_open()
        self._release()
        self._session.open(Project(), None)
        self.document_closed.emit()

    def _read(self, path: Path, saved_as: Path | None) -> None:
        def show(project: Project) -> None:
            self._show(project, saved_as)

        title = self.tr("Open {name}").format(name=path.name)
        task, gone = engine.read_project(path), self._recent.look_again
        self._runner.run(title, task, show, on_error=gone, lane="reading")

    def _show(self, project: Project, path: Path | None, *, recovered: bool = False) -> None:
        self._document += 1
        self._release()
        self._read_only = False
        if path is not None:
            self._lock = ProjectLock(path)
            if not self._lock.acquire():
                self._read_only = True
                self._notifications.show_notice("warning", self._lock.reason)
            self._recent.add(path)
            self._remember_folder(path)
        self._is_open = True
        self._show_open()
        self._session.open(project, path, recovered=recovered)
        self.document_opened.emit()

    def _save_as(self, path: Path) -> None:
        if path.suffix.lower() != SUFFIX:
            path = path.with_name(path.name + SUFFIX)
        if path != self._session.path or self._read_only:
            lock = ProjectLock(path)
            if not lock.acquire():
                self._after_saving = None
                self._notifications.show_notice("error", lock.reason)
                return
            self._save(path, lock)
        else:
            self._save(path)

    def _save(self, path: Path, lock: ProjectLock | None = None) -> None:
        self.about_to_save.emit()
        project = self._session.project
        if self._session.path is None:
            project = replace(project, name=path.stem)
        self._saving.append(_Order(self._document, self._session.revision, lock))
        self._saver.save(project, path)

    def _on_saved(self, path: Path) -> None:
        order = self._saving.pop(0)
        self._recent.add(path)
        self._remember_folder(path)
        if order.document != self._document:  # another one has taken its place
            if order.lock is not None:
                order.lock.release()
            return
        if order.lock is not None:
            self._release()
            self._lock, self._read_only = order.lock, False
        self._session.mark_saved(order.revision, path)
        then, self._after_saving = self._after_saving, None
        if then is not None and not self._session.modified:
            then()

    def _on_save_failed(self, sentence: str) -> None:
        if (lock := self._saving.pop(0).lock) is not None:
            lock.release()
        self._after_saving = None
        self._notifications.show_notice("error", sentence)

    def _release(self) -> None:
        """Let go of the document's file, not of those that are still being written."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _folder(self) -> Path:
        folder = self._store.values.folders.get("project")
        return Path(folder) if folder and Path(folder).is_dir() else Path.home()

    def _remember_folder(self, path: Path) -> None:
        self._store.change(folders={**self._store.values.folders, "project": str(path.parent)})
