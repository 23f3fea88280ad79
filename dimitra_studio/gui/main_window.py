"""The main window: makes the parts and joins them, nothing more."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from dimitra_studio.core.project import Project
from dimitra_studio.gui import theme
from dimitra_studio.gui.actions import Actions
from dimitra_studio.gui.controllers.closing_controller import ClosingController
from dimitra_studio.gui.controllers.curves_controller import CurvesController
from dimitra_studio.gui.controllers.document_controller import DocumentController
from dimitra_studio.gui.controllers.drop_controller import DropController
from dimitra_studio.gui.controllers.editing import Editor
from dimitra_studio.gui.controllers.export_controller import ExportController
from dimitra_studio.gui.controllers.generation_controller import GenerationController
from dimitra_studio.gui.controllers.help_controller import HelpController
from dimitra_studio.gui.controllers.input_dialogs import InputDialogs
from dimitra_studio.gui.controllers.inspector_controller import InspectorController
from dimitra_studio.gui.controllers.job_runner import JobRunner
from dimitra_studio.gui.controllers.media_controller import MediaController
from dimitra_studio.gui.controllers.motions import Motions
from dimitra_studio.gui.controllers.playback_controller import PlaybackController
from dimitra_studio.gui.controllers.preflight_controller import PreflightController
from dimitra_studio.gui.controllers.safety_controller import SafetyController
from dimitra_studio.gui.controllers.takes_controller import TakesController
from dimitra_studio.gui.controllers.transcript_controller import TranscriptController
from dimitra_studio.gui.controllers.view_controller import ViewController
from dimitra_studio.gui.drop_overlay import DropOverlay
from dimitra_studio.gui.engine import Heard
from dimitra_studio.gui.layout import Layout
from dimitra_studio.gui.layout_memory import LayoutMemory
from dimitra_studio.gui.logging_setup import LoggingSetup
from dimitra_studio.gui.notifications import NotificationArea
from dimitra_studio.gui.parts import Parts
from dimitra_studio.gui.playback.transport import Transport
from dimitra_studio.gui.recent_files import RecentFiles
from dimitra_studio.gui.session import Session
from dimitra_studio.gui.settings import SettingsStore
from dimitra_studio.gui.status_bar import StatusBar
from dimitra_studio.gui.tool_bar import ToolBar

WELCOME, DOCUMENT = 0, 1
"""Pages of the window's middle."""


class MainWindow(QMainWindow):
    """One window, one document.

    Args:
        store: settings, read already.
        logging: whose unhandled exceptions are shown; None for nobody's.
    """

    closed = Signal()

    def __init__(self, store: SettingsStore, logging: LoggingSetup | None = None) -> None:
        super().__init__()
        self.setWindowTitle("Dimitra Studio")
        self.setWindowIcon(theme.icon("app-icon"))
        self.setAcceptDrops(True)
        self._store, self._logging = store, logging
        self.session = Session(Project(), self)
        self.motions = Motions(self.session, self)
        self.parts = Parts()
        self.transport = Transport(self)
        self.notifications = NotificationArea(self)
        self.recent = RecentFiles(store, self)
        self.runner = JobRunner(
            self.parts.jobs, self.notifications, store.values.device, parent=self
        )
        self._pages = self._make_pages()
        self.docks = self._make_layout()
        self.memory = LayoutMemory(self, self.docks, store)
        self.status = StatusBar(self)
        self.setStatusBar(self.status)
        self.actions_ = Actions(self)
        self.overlay = DropOverlay(self)
        self._make_controllers()
        self._join()
        menus = self.actions_.fill_menus(self.menuBar())
        menus["View"].addSeparator()
        menus["View"].addActions(self.docks.panel_actions())
        self.tools = ToolBar(self.actions_, self)
        self.notifications.stand_in(self.parts.preview)
        self.session.open(Project())  # everything shows that there is nothing yet
        self._show_welcome()
        self.memory.restore_window()

    def _make_pages(self) -> QStackedWidget:
        stage = QWidget()
        column = QVBoxLayout(stage)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.parts.preview, 1)
        column.addWidget(self.parts.transport_bar)
        pages = QStackedWidget()
        pages.addWidget(self.parts.welcome)
        pages.addWidget(stage)
        self.setCentralWidget(pages)
        return pages

    def _make_layout(self) -> Layout:
        parts = self.parts
        return Layout(self, {
            "transcript": (self.tr("Transcript"), parts.transcript),
            "inspector": (self.tr("Inspector"), parts.inspector),
            "takes": (self.tr("Takes"), parts.takes),
            "jobs": (self.tr("Jobs"), parts.jobs),
            "history": (self.tr("History"), parts.history),
            "checks": (self.tr("Checks"), parts.preflight),
            "timeline": (self.tr("Timeline"), parts.timeline),
            "curves": (self.tr("Curve editor"), parts.curve_editor),
        })  # fmt: skip

    def _make_controllers(self) -> None:
        session, runner, notices = self.session, self.runner, self.notifications
        parts, store = self.parts, self._store
        editor = Editor(session, notices, self)
        self.playback = PlaybackController(session, self.motions, self.transport, store, self)
        self.curves = CurvesController(
            session, self.motions, editor, parts.timeline, parts.curve_editor
        )
        self.generation = GenerationController(session, editor, runner, notices, self)
        self.takes = TakesController(session, self.motions, editor, self)
        self.transcript = TranscriptController(session, editor, runner, notices, self)
        self.media = MediaController(session, editor, runner, notices, self.transcript)
        self.inspector = InspectorController(
            session, runner, store, parts.inspector, parts.generation
        )
        self.documents = DocumentController(
            session, runner, notices, store=store, recent=self.recent, window=self
        )
        self.dialogs = InputDialogs(session, self.media, self.transcript, store, self)
        self.drops = DropController(self.documents, self.media, self.dialogs)
        self.preflight = PreflightController(
            session, editor, runner, media=self.media, dialogs=self.dialogs, view=parts.preflight
        )
        self.exports = ExportController(
            session,
            self.motions,
            runner,
            transport=self.transport,
            notifications=notices,
            store=store,
            window=self,
        )
        self.safety = SafetyController(
            session, self.documents, runner, notifications=notices, store=store, window=self
        )
        self.views = ViewController(session, self.memory, parts)
        self.closing = ClosingController(self.documents, runner, self)
        self.help = HelpController(
            store, notices, device=self._device, logging=self._logging, window=self
        )

    def _join(self) -> None:
        parts = self.parts
        self.playback.join(parts.timeline, parts.transport_bar, parts.preview)
        self.takes.join(
            parts.takes, parts.preview, parts.timeline, parts.generation, parts.strength
        )
        self.transcript.join(parts.transcript, parts.timeline, self.transport)
        self.takes.generation_wanted.connect(self.generation.generate)
        self.generation.join(parts.generation, parts.transcript)
        for controller in (
            *(self.documents, self.playback, self.curves, self.transcript),
            *(self.generation, self.takes, self.views, self.exports, self.preflight, self.help),
            self.dialogs,
        ):
            controller.bind(self.actions_)
        self.actions_.bind({"quit": self._on_quit})
        parts.history.set_stack(self.session.undo_stack)
        self._join_document()
        self._join_welcome()

    def _join_document(self) -> None:
        session, parts = self.session, self.parts
        session.path_changed.connect(self._show_title)
        session.modified_changed.connect(self._show_title)
        session.modified_changed.connect(self.status.set_modified)
        session.project_changed.connect(self._on_project_changed)
        self.documents.about_to_save.connect(self.transcript.finish_typing)
        self.documents.about_to_save.connect(self.views.remember_preview)
        self.generation.about_to_generate.connect(self.transcript.finish_typing)
        self.documents.document_opened.connect(self._show_document)
        self.documents.document_closed.connect(self._show_welcome)
        self.media.heard.connect(self._on_heard)
        self.transport.notice.connect(partial(self.notifications.show_notice, "info"))
        self.runner.device_changed.connect(self.status.set_device)
        self.playback.fps_changed.connect(self.status.set_fps)
        self.notifications.noticed.connect(self.status.set_notice)
        session.opened.connect(self.status.clear_warning)
        self.status.set_device(self.runner.device)
        self.safety.autosaved.connect(self.status.set_autosaved)
        self.generation.about_to_generate.connect(self.safety.before_job)
        self.preflight.attention_wanted.connect(self._on_attention_wanted)
        self.preflight.words_wanted.connect(parts.transcript.focus_text)
        parts.inspector.portrait_requested.connect(self.dialogs.ask_portrait)
        parts.inspector.recording_requested.connect(self.dialogs.ask_recording)
        parts.transcript.import_requested.connect(self.dialogs.ask_transcript)
        parts.transcript.export_requested.connect(self.dialogs.ask_transcript_export)
        parts.preview.failed.connect(partial(self.notifications.show_notice, "warning"))
        parts.jobs.reveal_requested.connect(self._on_reveal_requested)
        self.overlay.dropped.connect(self.drops.take_in)

    def _join_welcome(self) -> None:
        welcome = self.parts.welcome
        welcome.new_requested.connect(self.documents.new)
        welcome.open_requested.connect(self.documents.ask_open)
        welcome.sample_requested.connect(self.documents.open_sample)
        welcome.recent_requested.connect(self.documents.open_path)
        welcome.locate_requested.connect(self.documents.ask_locate)
        welcome.files_dropped.connect(self.drops.drop_files)
        welcome.choose_requested.connect(self.dialogs.ask_files)
        welcome.remove_requested.connect(self.recent.remove)
        self.recent.changed.connect(self._show_recent)
        self._show_recent()

    def begin(self) -> None:
        """What can wait until the window is seen."""
        self.safety.offer_recovery()
        self.inspector.warm_up()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close once work is safe and jobs have come to an end."""
        if self.closing.agreed:
            self._shut_down()
            event.accept()
            return
        event.ignore()
        self.closing.ask()

    def _shut_down(self) -> None:
        if self.documents.is_open:
            self.memory.keep_panels()
        self.memory.keep_window()
        self.transport.close()
        self.parts.preview.stop()
        self.runner.close()
        self.safety.close()
        self.documents.wait()
        self.closed.emit()

    def _show_document(self) -> None:
        self._pages.setCurrentIndex(DOCUMENT)
        self.tools.show()
        self.memory.show_panels()

    def _show_welcome(self) -> None:
        if self._pages.currentIndex() == DOCUMENT:
            self.memory.keep_panels()
        self._pages.setCurrentIndex(WELCOME)
        self.tools.hide()
        self.docks.set_available(available=False)
        self._show_recent()
        self._show_title()

    def _show_title(self) -> None:
        if not self.documents.is_open:
            self.setWindowTitle(self.tr("Dimitra Studio"))
            return
        path, project = self.session.path, self.session.project
        name = path.name if path is not None else project.name
        self.setWindowTitle(f"{name}[*] - " + self.tr("Dimitra Studio"))
        self.setWindowModified(self.session.modified)

    def _show_recent(self) -> None:
        self.parts.welcome.set_recent(self.recent.files())

    def _on_quit(self) -> None:
        self.close()

    def _device(self) -> str:
        return self.runner.device

    def _on_project_changed(self, project: Project) -> None:
        self.parts.preview.set_project_face(project.portrait)
        reason = None if project.edits else self.tr("Nothing was set by hand yet.")
        self.actions_.set_reason("bake_edits", reason)

    def _on_heard(self, heard: Heard | None) -> None:
        duration = 0.0 if heard is None else heard.data.duration
        envelope = None if heard is None else heard.data.envelope
        spectrogram = None if heard is None else heard.data.spectrogram
        self.parts.timeline.set_recording(envelope, spectrogram, duration)
        self.playback.set_sound(None if heard is None else heard.sound, duration)
        self.inspector.set_heard(heard)
        self.status.set_sample_rate(None if heard is None else heard.sound.sample_rate)

    def _on_attention_wanted(self, wanted: bool) -> None:
        if wanted:
            self.docks.reveal("checks")
        else:
            self.docks.dock("checks").hide()

    def _on_reveal_requested(self, number: int) -> None:
        self.exports.reveal(self.parts.jobs.files(number))
