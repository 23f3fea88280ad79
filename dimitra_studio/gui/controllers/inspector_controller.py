"""The inspector: what the project is made of, and the settings that outlast it."""

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from dimitra_studio.core.project import Media, Portrait, Project
from dimitra_studio.core.take import Settings
from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui.controllers.job_runner import JobRunner
from dimitra_studio.gui.engine import Heard, Machine, warm_up
from dimitra_studio.gui.panels.generation_panel import GenerationPanel
from dimitra_studio.gui.panels.inspector_panel import InspectorPanel
from dimitra_studio.gui.panels.thumbnail import Picture, from_image
from dimitra_studio.gui.session import Session
from dimitra_studio.gui.settings import SettingsStore

DOUBTFUL = 0.45
"""Confidence below which a word is counted as hardly heard; as the engine's warnings do."""


class InspectorController(QObject):
    """Shows the inputs, keeps seed and device in the settings."""

    def __init__(
        self,
        session: Session,
        runner: JobRunner,
        store: SettingsStore,
        inspector: InspectorPanel,
        generation: GenerationPanel,
    ) -> None:
        super().__init__(inspector)
        self._session, self._runner, self._store = session, runner, store
        self._inspector, self._generation = inspector, generation
        self._portrait: Portrait | None = None
        session.project_changed.connect(self._on_project_changed)
        session.selection_changed.connect(self._on_selection_changed)
        generation.device_changed.connect(self._on_device_changed)
        generation.settings_changed.connect(self._on_settings_changed)
        kept = replace(generation.settings, seed=store.values.seed)
        generation.set_settings(kept, seed_locked=store.values.seed_locked)
        generation.set_devices([(runner.device, runner.device)], runner.device)

    def warm_up(self) -> None:
        """Load the networks while the user looks around."""
        self._runner.run(self.tr("Load the networks"), warm_up(), self._on_warm)

    def set_heard(self, heard: Heard | None) -> None:
        """Show how long the recording is."""
        recording = self._session.project.recording
        if heard is None or recording is None:
            self._inspector.set_recording(None, 0.0, None)
        else:
            rate = heard.sound.sample_rate
            self._inspector.set_recording(recording.name, heard.data.duration, rate)

    def _on_warm(self, machine: Machine) -> None:
        self._generation.set_devices([("auto", self.tr("Automatic")), *machine.devices],
                                     self._runner.device)  # fmt: skip

    def _on_device_changed(self, device: str) -> None:
        self._runner.use_device(device)
        self._store.change(device=device)
        self.warm_up()

    def _on_settings_changed(self, settings: Settings) -> None:
        self._store.change(seed=settings.seed, seed_locked=self._generation.seed_locked)

    def _on_project_changed(self, project: Project) -> None:
        if project.portrait is not self._portrait:
            self._portrait = project.portrait
            self._show_portrait(project.portrait)
        if project.transcript is None:
            self._inspector.set_transcript(None)
        else:
            words = project.transcript.words
            doubtful = sum(word.confidence < DOUBTFUL for word in words)
            self._inspector.set_transcript(len(words), doubtful)
        self._generation.set_edited(len(project.edits))
        missing = None if project.takes else self.tr("Generate the whole recording first.")
        self._generation.set_segment_availability(missing)

    def _show_portrait(self, portrait: Portrait | None) -> None:
        if portrait is None:
            self._inspector.set_portrait(None, None, None)
        else:
            picture = _decode(portrait.media)
            self._inspector.set_portrait(portrait.media.name, picture, None)

    def _on_selection_changed(self, segment: Segment | None) -> None:
        transcript = self._session.project.transcript
        words = ""
        if segment is not None and transcript is not None:
            inside = (w for w in transcript.words if w.end > segment.start < segment.end > w.start)
            words = " ".join(word.text for word in inside)
        self._inspector.set_selection(segment, words)


def _decode(media: Media) -> Picture | None:
    """The picture for a thumbnail; the engine has refused broken ones before."""
    image = QImage.fromData(media.data)
    return None if image.isNull() else from_image(image)
