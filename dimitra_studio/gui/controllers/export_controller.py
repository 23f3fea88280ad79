"""The export dialog and the jobs that it asks for."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QObject, QUrl
from PySide6.QtGui import QDesktopServices, QImageIOHandler, QImageReader
from PySide6.QtWidgets import QWidget

from dimitra_studio.core.project import Project
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.gui import engine
from dimitra_studio.gui.actions import Actions
from dimitra_studio.gui.controllers.job_runner import JobRunner
from dimitra_studio.gui.controllers.motions import Motions
from dimitra_studio.gui.dialogs.export_dialog import ExportDialog
from dimitra_studio.gui.notifications import NotificationArea
from dimitra_studio.gui.playback.transport import Transport
from dimitra_studio.gui.session import Session
from dimitra_studio.gui.settings import SettingsStore
from dimitra_studio.pipeline.delivery import Delivery


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
        session.project_changed.connect(self._on_project_changed)

    def bind(self, actions: Actions) -> None:
        """Connect the commands."""
        self._actions = actions
        actions.bind({"export": self.open_dialog})

    def open_dialog(self) -> None:
        """Ask what to write, and where."""
        project, motion = self._session.project, self._motions.shown
        rig = STUDIO.name if motion is None else motion.rig.name
        from dimitra_studio.pipeline.hand_over import formats_of, notes_of

        dialog = ExportDialog(self._window)
        dialog.set_options(
            formats_of(rig),
            notes=notes_of(rig),
            duration=0.0 if motion is None else motion.duration,
            selection=self._session.selection,
            loop=self._session.selection if self._transport.loops else None,
            portrait_size=_size_of(project),
            has_recording=project.recording is not None,
            folder=self._folder(),
            name=project.name,
        )
        dialog.set_state(self._store.values.export)
        dialog.export_requested.connect(self.export)
        dialog.export_requested.connect(partial(self._remember, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, delivery: Delivery, path: Path) -> None:
        """Queue the work."""
        project = self._session.project
        title = self.tr("Export {name}").format(name=path.name)
        self._runner.run(title, engine.deliver(project, delivery, path), self._on_exported)

    def reveal(self, files: list[Path]) -> None:
        """Show the folder of what was written."""
        if files:
            folder = files[0] if files[0].is_dir() else files[0].parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _on_exported(self, files: list[Path]) -> None:
        said = self.tr("{name} was written.").format(name=files[0].name)
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

    def _remember(self, dialog: ExportDialog, _delivery: Delivery, path: Path) -> None:
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
