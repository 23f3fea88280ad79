"""Asks for takes and puts them into the document."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from dimitra_studio.core.new_takes import put_take
from dimitra_studio.core.project import Project, free_take_name
from dimitra_studio.core.rig import COMPONENTS
from dimitra_studio.core.take import Settings
from dimitra_studio.core.timeline import Segment
from dimitra_studio.core.transcript_editing import regeneration_span
from dimitra_studio.gui import engine
from dimitra_studio.gui.actions import Actions
from dimitra_studio.gui.controllers.editing import Editor
from dimitra_studio.gui.controllers.job_runner import JobRunner
from dimitra_studio.gui.engine import Generated
from dimitra_studio.gui.notifications import NotificationArea
from dimitra_studio.gui.panels.component_names import join_components
from dimitra_studio.gui.panels.generation_panel import GenerationPanel
from dimitra_studio.gui.panels.range_texts import segments_text
from dimitra_studio.gui.panels.transcript_panel import TranscriptPanel
from dimitra_studio.gui.session import Session


class GenerationController(QObject):
    """Turns the panel's wishes into jobs, and their results into undo steps."""

    about_to_generate = Signal()

    def __init__(
        self,
        session: Session,
        editor: Editor,
        runner: JobRunner,
        notifications: NotificationArea,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._editor, self._runner = session, editor, runner
        self._notifications = notifications

    def join(self, panel: GenerationPanel, transcript: TranscriptPanel) -> None:
        """Connect the widgets that ask for takes."""
        self._panel, self._transcript = panel, transcript
        panel.generate_requested.connect(self.generate)
        transcript.regenerate_requested.connect(self.regenerate_changed)
        self._session.project_changed.connect(self._on_project_changed)
        self._session.selection_changed.connect(self._on_selection_changed)

    def bind(self, actions: Actions) -> None:
        """Connect the commands."""
        self._actions = actions
        actions.bind({
            "generate": self.generate_all,
            "generate_selection": self.generate_selection,
            "regenerate_changed": self.regenerate_changed,
            "cancel_jobs": self._runner.cancel_all,
        })  # fmt: skip

    def generate(
        self,
        components: Sequence[str],
        segment: Segment | None,
        settings: Settings,
        keep_edits: bool,
    ) -> None:
        """Queue one generation, of the whole recording without a segment."""
        self._queue(tuple(components), (segment,), settings, keep_edits=keep_edits)

    def generate_all(self) -> None:
        """Generate the whole recording as the panel is set."""
        self._panel.generate_all()

    def generate_selection(self) -> None:
        """Generate the selection as the panel is set."""
        self._panel.generate_selection()

    def regenerate_changed(self) -> None:
        """Generate the lips, or what the panel asks for, where words were changed."""
        spans = regeneration_span(self._session.project, None)
        if spans:
            components = self._changed_components()
            self._queue(components, spans, self._panel.next_settings(), keep_edits=True)

    def _changed_components(self) -> tuple[str, ...]:
        """What the words drive: of the panel's components those that are not locked."""
        locks = self._session.project.locks
        chosen = tuple(name for name in self._panel.components() if name not in locks)
        return chosen or tuple(name for name in COMPONENTS if name not in locks)

    def _queue(
        self,
        components: tuple[str, ...],
        segments: Sequence[Segment | None],
        settings: Settings,
        *,
        keep_edits: bool,
    ) -> None:
        self.about_to_generate.emit()
        project = self._session.project
        title = self.tr("Generate {components}").format(components=join_components(components))
        if segments[0] is not None:
            title = self.tr("Regenerate {components} in {segments}").format(
                components=join_components(components), segments=segments_text(len(segments))
            )
        task = engine.generate(project, components, segments, settings)
        spans = tuple(segments)
        done = partial(self._on_generated, segments=spans, asked=project, keep_edits=keep_edits)
        self._runner.run(title, task, done)

    def _on_generated(
        self,
        result: Generated,
        segments: tuple[Segment | None, ...],
        *,
        asked: Project,
        keep_edits: bool,
    ) -> None:
        project = self._session.project
        if result.recording is not project.recording:
            self._notifications.show_notice(
                "warning",
                self.tr(
                    "The recording was changed while {take} was being made, so it was dropped; "
                    "generate again."
                ).format(take=result.take.name),
            )
            return
        take = replace(result.take, name=free_take_name(project))
        title = self.tr("Generate {take}").format(take=take.name)
        change = partial(put_take, take=take, segments=segments, asked=asked, keep_edits=keep_edits)
        if self._editor.apply(title, change):
            for notice in result.notices:
                self._notifications.show_notice("warning", notice)
            words = self.tr("{take} is ready.").format(take=take.name)
            self._notifications.show_notice("info", words)

    def _on_project_changed(self, project: Project) -> None:
        reason = None
        if project.recording is None:
            reason = self.tr("There is no recording yet; drop one into the window.")
        elif project.locks >= set(COMPONENTS):
            reason = self.tr("Every component is locked; unlock one.")
        self._panel.set_locks(project.locks)
        self._panel.set_availability(reason)
        self._actions.set_reason("generate", reason)
        changed = regeneration_span(project, None)
        nothing = reason
        if nothing is None and not project.takes:
            nothing = self.tr("There is no take yet; generate everything first.")
        if nothing is None and not changed:
            nothing = self.tr("No word was changed since the motion was generated.")
        self._actions.set_reason("regenerate_changed", nothing)
        self._transcript.set_regeneration(changed, self._changed_components(), nothing)
        self._show_selection_reason(reason)
        for name in COMPONENTS:
            self._actions.set_checked(f"lock_{name}", checked=name in project.locks)

    def _on_selection_changed(self, segment: Segment | None) -> None:
        transcript = self._session.project.transcript
        words = 0
        if transcript is not None and segment is not None:
            words = sum(
                word.end > segment.start and word.start < segment.end for word in transcript.words
            )
        self._panel.set_selection(segment, words)
        self._show_selection_reason(self._actions.reason("generate"))

    def _show_selection_reason(self, reason: str | None) -> None:
        if reason is None and not self._session.project.takes:
            reason = self.tr("There is no take yet; generate everything first.")
        if reason is None and self._session.selection is None:
            reason = self.tr("Nothing is selected; drag over the words on the timeline.")
        self._actions.set_reason("generate_selection", reason)
