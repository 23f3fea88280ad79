"""Portrait, recording, video and transcript: taken in, looked at and put into the document."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dimitra_studio.core.errors import DimitraError
from dimitra_studio.core.project import Media, Portrait, Project, add_take, free_take_name
from dimitra_studio.core.rig import COMPONENTS
from dimitra_studio.core.take import Take
from dimitra_studio.gui import engine, reading
from dimitra_studio.gui.controllers.editing import Editor
from dimitra_studio.gui.controllers.job_runner import JobRunner, explain
from dimitra_studio.gui.controllers.transcript_controller import TranscriptController
from dimitra_studio.gui.dropping import Dropped
from dimitra_studio.gui.engine import Filmed, Fitted, Heard, conform
from dimitra_studio.gui.job import Task
from dimitra_studio.gui.notifications import NotificationArea
from dimitra_studio.gui.session import Session
from dimitra_studio.pipeline.findings import Box

if TYPE_CHECKING:
    from dimitra_studio.pipeline.importing import Imported


class MediaController(QObject):
    """What comes in goes through the engine first; only what it accepts reaches the document."""

    heard = Signal(object)  # Heard | None: the recording that is now in the document
    taken_in = Signal()  # an input is in the document: time to look at all of them
    portrait_refused = Signal(object)  # Media: a picture in which no face can be used

    def __init__(
        self,
        session: Session,
        editor: Editor,
        runner: JobRunner,
        notifications: NotificationArea,
        transcript: TranscriptController,
    ) -> None:
        super().__init__(transcript)
        self._session, self._editor, self._runner = session, editor, runner
        self._notifications, self._transcript = notifications, transcript
        self._recording: Media | None = None
        self._heard: Heard | None = None
        self._listening = 0
        self._waiting: list[Callable[[], None]] = []
        self.offered_portrait: Media | None = None
        """The picture that was looked at last, whether it could be used or not."""
        session.project_changed.connect(self._on_project_changed)

    @property
    def duration(self) -> float:
        """Of the recording in seconds; 0 without one."""
        return 0.0 if self._heard is None else self._heard.data.duration

    def drop(self, dropped: Dropped) -> None:
        """Take in files of several kinds, in the order in which they need each other."""
        for _, sentence in dropped.refused:
            self._notifications.show_notice("warning", sentence)
        if dropped.portrait is not None:
            self.take_portrait(dropped.portrait)
        if dropped.recording is not None:
            self.take_recording(dropped.recording)
        if dropped.video is not None:
            self.take_video(dropped.video)
        if dropped.transcript is not None:
            self._once_heard(partial(self.take_transcript, dropped.transcript))
        if dropped.timing is not None:
            self._once_heard(partial(self.take_timing, dropped.timing))
        for motion in dropped.motion:
            self._once_heard(partial(self.take_motion, motion))

    def take_portrait(self, path: Path) -> None:
        """Use a picture as the portrait."""
        if (media := self._read(path)) is not None:
            self.use_portrait(media)

    def use_portrait(self, media: Media) -> None:
        """Use a picture that is in memory as the portrait."""
        self.offered_portrait = media
        title = self.tr("Look at {name}").format(name=media.name)
        refused = partial(self.portrait_refused.emit, media)
        self._runner.run(title, engine.fit_portrait(media), self._on_fitted, on_error=refused)

    def take_recording(self, path: Path) -> None:
        """Use a file's sound as the recording."""
        if (media := self._read(path)) is not None:
            self.use_recording(media)

    def use_recording(self, media: Media) -> None:
        """Use a recording that is in memory, if anybody speaks in it."""
        self._listen(media, engine.read_sound(media, new=True))

    def _listen(self, media: Media, task: Task) -> None:
        title = self.tr("Listen to {name}").format(name=media.name)
        self._listening += 1
        self._runner.run(
            title,
            task,
            self._on_heard,
            on_failed=self._on_not_heard,
            lane="reading",
        )

    def take_video(self, path: Path) -> None:
        """Track the face of a video; its sound and first picture serve where none are yet."""
        title = self.tr("Track {name}").format(name=path.name)
        self._runner.run(title, engine.track(path), self._on_filmed)

    def take_transcript(self, path: Path) -> None:
        """Use the words of a text file."""
        if (media := self._read(path)) is None:
            return
        try:
            text = media.data.decode("utf-8-sig")
        except UnicodeDecodeError:
            said = self.tr("{name} is not a text in UTF-8; save it so and drop it again.")
            self._notifications.show_notice("error", said.format(name=path.name))
            return
        if text.strip():
            self._transcript.align(text)
        else:
            said = self.tr("{name} has no words; choose another text.").format(name=path.name)
            self._notifications.show_notice("error", said)

    def take_timing(self, path: Path) -> None:
        """Use words with times from a file."""
        from dimitra_studio.pipeline.files import read_timing

        try:
            transcript = read_timing(path)
        except DimitraError as error:
            self._notifications.show_notice("error", str(error))
        else:
            self._transcript.take_over(self.tr("Import words"), transcript)

    def take_motion(self, path: Path) -> None:
        """Add the motion of a file of another program as a take."""
        from dimitra_studio.pipeline.importing import rig_of

        title = self.tr("Import {name}").format(name=path.name)
        task = reading.read_motion(path, rig_of(self._session.project))
        self._runner.run(title, task, self._on_imported, lane="reading")

    def use_face(self, media: Media, box: Box) -> None:
        """Use one of several faces of a picture as the portrait."""
        title = self.tr("Cut one face out of {name}").format(name=media.name)
        self._runner.run(title, engine.read_face(media, box), self.use_portrait, lane="reading")

    def use_channel(self, media: Media, index: int | None) -> None:
        """Use one side of a stereo recording, or the mix of both for None."""
        title = self.tr("Take one channel of {name}").format(name=media.name)
        task = engine.read_channel(media, index)
        self._runner.run(title, task, self.use_recording, lane="reading")

    def _read(self, path: Path) -> Media | None:
        try:
            return Media.from_file(path)
        except OSError as error:
            self._notifications.show_notice("error", explain(error))
            return None

    def _on_fitted(self, fitted: Fitted) -> None:
        title = self.tr("Use {name} as the portrait").format(name=fitted.portrait.media.name)
        self._editor.apply(title, partial(put_portrait, portrait=fitted.portrait))
        self._warn(fitted.warnings)
        self.taken_in.emit()

    def _on_heard(self, heard: Heard) -> None:
        """A recording that was read: of a drop, or of a document that was opened."""
        if heard.recording is not self._session.project.recording:
            self._recording, self._heard = heard.recording, heard
            title = self.tr("Use {name} as the recording").format(name=heard.recording.name)
            self._editor.apply(title, partial(put_recording, recording=heard.recording))
            self.taken_in.emit()
        self._heard = heard
        self.heard.emit(heard)
        self._on_not_heard()

    def _on_not_heard(self) -> None:
        """Go on with what has waited; without a recording it says so itself."""
        self._listening -= 1
        waiting, self._waiting = self._waiting, []
        for action in waiting:
            self._once_heard(action)

    def _once_heard(self, action: Callable[[], None]) -> None:
        """Do something that needs the recording: now, or when it has been read."""
        if self._listening:
            self._waiting.append(action)
        else:
            action()

    def _on_filmed(self, filmed: Filmed) -> None:
        def change(project: Project) -> Project:
            if project.recording is None:
                project = put_recording(project, filmed.recording)
            duration = self.duration or filmed.motion.duration
            motion = conform(filmed.motion, duration)
            name = free_take_name(project)
            return add_take(project, Take(name, motion, "tracked", COMPONENTS, 0.0, duration))

        title = self.tr("Track {name}").format(name=filmed.recording.name)
        self._editor.apply(title, change)
        self._warn(filmed.warnings)
        if self._session.project.portrait is None:
            self.use_portrait(filmed.portrait)

    def _on_imported(self, imported: "Imported") -> None:
        from dimitra_studio.pipeline.importing import fit_notes, to_take

        duration = self.duration or None
        notes = fit_notes(self._session.project, imported, duration=duration)

        def change(project: Project) -> Project:
            name = free_take_name(project)
            return add_take(project, to_take(project, imported, name, duration=duration))

        if self._editor.apply(self.tr("Import {name}").format(name=imported.name), change):
            self._warn((*imported.warnings, *notes))

    def _on_project_changed(self, project: Project) -> None:
        """Read the recording when undo, redo or another document brought another one."""
        if project.recording is self._recording:
            return
        self._recording = project.recording
        if project.recording is None:
            self._heard = None
            self.heard.emit(None)
        else:
            self._listen(project.recording, engine.read_sound(project.recording))

    def _warn(self, warnings: Sequence[str]) -> None:
        for warning in warnings:
            self._notifications.show_notice("warning", warning)


def put_portrait(project: Project, portrait: Portrait) -> Project:
    """Use a portrait; takes stay, since curves fit every face."""
    return replace(project, portrait=portrait)


def put_recording(project: Project, recording: Media) -> Project:
    """Use another recording: words and takes belong to the old one, so they go with it."""
    if project.recording is not None and project.recording.data == recording.data:
        return replace(project, recording=recording)
    name = project.name if project.recording else Path(recording.name).stem
    return replace(
        project,
        name=name,
        recording=recording,
        transcript=None,
        takes=(),
        active={},
        patches=(),
        edits={},
        pinned={},
        changed=(),
        markers=(),
    )
