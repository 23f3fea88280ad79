"""The export dialog and the jobs that it asks for."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QObject, QUrl
from PySide6.QtGui import QDesktopServices, QImageIOHandler, QImageReader
from PySide6.QtWidgets import QWidget

from dimitra_studio.core.project import Project
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.gui import engine, reading
from dimitra_studio.gui.actions import Actions
from dimitra_studio.gui.controllers.job_runner import JobRunner
from dimitra_studio.gui.controllers.motions import Motions
from dimitra_studio.gui.dialogs.export_dialog import ExportDialog
from dimitra_studio.gui.notifications import NotificationArea
from dimitra_studio.gui.playback.transport import Transport
from dimitra_studio.gui.session import Session
from dimitra_studio.gui.settings import SettingsStore
from dimitra_studio.pipeline.delivery import Delivery

if TYPE_CHECKING:
    from dimitra_studio.pipeline.character import MappingReport, Wishes


class ExportController(QObject):
    """Writes what the project shows, in the background."""

    def __init__(
        self,
        session: Session,
        motions: Motions,
        runner: JobRunner,
        *,
        transport: Transport,
        notifications: NotificationArea,
        store: SettingsStore,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._motions, self._runner = session, motions, runner
        self._notifications, self._store, self._window = notifications, store, window
        self._transport = transport
        self._dialog: ExportDialog | None = None
        self._n_asked = 0  # only the answer to the newest question counts
        self._reading = 0  # number of its job
        session.project_changed.connect(self._on_project_changed)

    def bind(self, actions: Actions) -> None:
        """Connect the commands."""
        self._actions = actions
        actions.bind({"export": self.open_dialog})

    def open_dialog(self) -> None:
        """Ask what to write, and where."""
        project, motion = self._session.project, self._motions.shown
        rig = STUDIO if motion is None else motion.rig
        from dimitra_studio.pipeline.hand_over import formats_of, notes_of

        dialog = ExportDialog(self._window)
        dialog.set_options(
            formats_of(rig.name),
            notes=notes_of(rig.name),
            duration=0.0 if motion is None else motion.duration,
            selection=self._session.selection,
            loop=self._session.selection if self._transport.loops else None,
            portrait_size=_size_of(project),
            has_recording=project.recording is not None,
            folder=self._folder(),
            name=project.name,
            channels=() if motion is None else motion.rig.channels,
            for_character=rig.name == STUDIO.name,
            words_duration=0.0 if project.transcript is None else project.transcript.duration,
        )
        self._dialog = dialog
        dialog.character.match_requested.connect(self._match)
        dialog.set_state(self._store.values.export)
        dialog.export_requested.connect(partial(self._on_export_requested, dialog))
        dialog.finished.connect(self._on_dialog_finished)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, delivery: Delivery, path: Path, doubts: str = "") -> None:
        """Queue the work.

        Args:
            delivery: what to write.
            path: of the file or folder.
            doubts: what to say of the outcome besides, as the end of a sentence.
        """
        project = self._session.project
        title = self.tr("Export {name}").format(name=path.name)
        done = partial(self._on_exported, doubts)
        self._runner.run(title, engine.deliver(project, delivery, path), done)

    def reveal(self, files: list[Path]) -> None:
        """Show the folder of what was written."""
        if files:
            folder = files[0] if files[0].is_dir() else files[0].parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _match(self, path: Path, wishes: "Wishes | None") -> None:
        """Look at a character for the dialog; what it asked before is not answered any more."""
        self._runner.cancel(self._reading)
        self._n_asked += 1
        self._reading = self._runner.run(
            self.tr("Read {name}").format(name=path.name),
            reading.read_character(path, wishes),
            partial(self._on_matched, self._n_asked),
            on_failed=partial(self._on_match_failed, self._n_asked, path),
            lane="reading",
        )

    def _on_matched(self, asked: int, answer: "tuple[MappingReport, MappingReport] | str") -> None:
        if self._dialog is None or asked != self._n_asked:
            return
        if isinstance(answer, str):
            self._dialog.character.set_failure(answer)
        else:
            self._dialog.character.set_report(*answer)

    def _on_match_failed(self, asked: int, path: Path) -> None:
        """Nothing came of it; the runner has said why if that was an error."""
        if self._dialog is not None and asked == self._n_asked:
            text = self.tr("{name} was not read; choose it again").format(name=path.name)
            self._dialog.character.set_failure(text)

    def _on_dialog_finished(self) -> None:
        self._dialog = None
        self._runner.cancel(self._reading)

    def _on_exported(self, doubts: str, files: list[Path]) -> None:
        said = self.tr("{name} was written.").format(name=files[0].name)
        if doubts:
            said = self.tr("{name} was written; {doubts}.").format(
                name=files[0].name, doubts=doubts
            )
        show = partial(self.reveal, files)
        self._notifications.show_notice("ok", said, self.tr("Show in folder"), show)

    def _on_project_changed(self, project: Project) -> None:
        reason = None
        if not project.takes and project.recording is None and project.portrait is None:
            reason = self.tr("There is nothing to export yet; begin with a recording.")
        self._actions.set_reason("export", reason)

    def _folder(self) -> Path:
        if self._session.path is not None:
            return self._session.path.parent
        return Path(self._store.values.folders.get("export", str(Path.home())))

    def _on_export_requested(self, dialog: ExportDialog, delivery: Delivery, path: Path) -> None:
        doubts = "" if delivery.character is None else dialog.character.doubts()
        self.export(delivery, path, doubts)
        folders = {**self._store.values.folders, "export": str(path.parent)}
        self._store.change(export=dialog.state(), folders=folders)


def _size_of(project: Project) -> tuple[int, int] | None:
    """Width and height of the portrait, without decoding it."""
    if project.portrait is None:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(project.portrait.media.data))
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90:
        size.transpose()
    return (size.width(), size.height()) if size.isValid() else None
