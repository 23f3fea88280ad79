"""Words: typed, aligned, dragged, read from files and written to them."""

from bisect import bisect_right
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from dimitra_studio.core import transcript_editing
from dimitra_studio.core.errors import DimitraError
from dimitra_studio.core.project import Project
from dimitra_studio.core.timeline import Segment
from dimitra_studio.core.transcript import Transcript, Word
from dimitra_studio.gui import engine
from dimitra_studio.gui.actions import Actions
from dimitra_studio.gui.controllers.editing import Editor
from dimitra_studio.gui.controllers.job_runner import JobRunner
from dimitra_studio.gui.engine import Written
from dimitra_studio.gui.notifications import NotificationArea
from dimitra_studio.gui.panels.transcript_panel import TranscriptPanel
from dimitra_studio.gui.playback.transport import Transport
from dimitra_studio.gui.session import Session
from dimitra_studio.gui.timeline.timeline_view import TimelineView

CORRECT = "correct"
"""Mode of the panel in which the motion keeps its timing."""

Move = Callable[[Transcript], Transcript]


class TranscriptController(QObject):
    """Every edit of the words is one undo step; new times arrive from the engine later."""

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
        self._aligning = 0

    def join(self, panel: TranscriptPanel, timeline: TimelineView, transport: Transport) -> None:
        """Connect the widgets that show words or change them."""
        self._panel, self._timeline = panel, timeline
        session = self._session
        panel.text_changed.connect(self.retype)
        panel.word_activated.connect(transport.seek)
        panel.selection_changed.connect(session.select)
        panel.typing_started.connect(transport.pause)
        panel.transcribe_requested.connect(self.transcribe)
        panel.align_requested.connect(self.align)
        panel.undo_requested.connect(session.undo_stack.undo)
        panel.redo_requested.connect(session.undo_stack.redo)
        timeline.word_moved.connect(self.move_word)
        timeline.words_shifted.connect(self.shift_words)
        timeline.phoneme_moved.connect(self.move_phoneme)
        session.project_changed.connect(self._on_project_changed)
        session.playhead_changed.connect(panel.set_playhead)
        session.playhead_changed.connect(self._show_word)
        session.selection_changed.connect(panel.set_selection)

    def bind(self, actions: Actions) -> None:
        """Connect the commands."""
        self._actions = actions
        actions.bind({
            "transcribe": self.transcribe,
            "align": self.align_all,
            "focus_transcript": self._panel.focus_text,
            "next_doubtful": self._panel.next_doubtful_word,
            "previous_doubtful": self._panel.previous_doubtful_word,
            "leave_text": self._timeline.setFocus,
        })  # fmt: skip

    def retype(self, text: str, mode: str) -> None:
        """Take over what was typed; what changed is aligned again in the background."""
        project = self._session.project
        if project.recording is None:
            return
        if project.transcript is None:
            self.align(text)
        elif mode == CORRECT:
            corrected = transcript_editing.correct_text(project.transcript, text)
            self._put(self.tr("Correct the text"), corrected, ())
            if unplaced := transcript_editing.unplaced_segments(corrected):
                self._realign(corrected, unplaced, mark=False)
        else:
            retyped = transcript_editing.retype(project.transcript, text)
            self._put(self.tr("Change the text"), retyped.transcript, retyped.changed)
            if retyped.changed:
                self._realign(retyped.transcript, retyped.changed, mark=True)

    def transcribe(self) -> None:
        """Write a draft of what is said."""
        self._find_words(self.tr("Draft of the transcript"), None)

    def align(self, text: str) -> None:
        """Find when the words of a text are said."""
        if text.strip():
            self._find_words(self.tr("Align the transcript"), text)

    def align_all(self) -> None:
        """Find again when each word is said."""
        transcript = self._session.project.transcript
        if transcript is not None:
            self.align(transcript.text)

    def take_over(self, title: str, transcript: Transcript) -> None:
        """Use words that come from a file."""
        everything = Segment(0.0, max(transcript.duration, 1e-3))
        self._put(title, transcript, (everything,))
        taken = self._session.project.transcript
        if taken is not None and all(word.source == "estimated" for word in taken.words):
            self._realign(taken, (everything,), mark=True)  # subtitles know lines, not words

    def move_word(self, index: int, start: float, end: float) -> None:
        """Set a word's borders by hand."""
        move = partial(transcript_editing.move_word, index=index, start=start, end=end)
        self._move(self.tr("Move a word"), move)

    def shift_words(self, index: int, delta: float) -> None:
        """Push a word and all after it."""
        move = partial(transcript_editing.shift_after, index=index, delta=delta)
        self._move(self.tr("Shift words"), move)

    def move_phoneme(self, word: int, phoneme: int, start: float, end: float) -> None:
        """Set a phoneme's borders by hand."""
        move = partial(
            transcript_editing.move_phoneme, word=word, phoneme=phoneme, start=start, end=end
        )
        self._move(self.tr("Move a phoneme"), move)

    def export(self, path: Path) -> None:
        """Write the words with their times, in the format of the file's ending."""
        from dimitra_studio.pipeline.files import write_timing

        transcript = self._session.project.transcript
        if transcript is None:
            return
        try:
            write_timing(transcript, path)
        except DimitraError as error:
            self._notifications.show_notice("error", str(error))
        else:
            said = self.tr("{name} was written.").format(name=path.name)
            self._notifications.show_notice("info", said)

    def _move(self, title: str, move: Move) -> None:
        """Move borders, and mark what they touch as changed."""
        before = self._session.project.transcript
        if before is None:
            return
        try:
            after = move(before)
        except DimitraError as error:
            self._notifications.show_notice("warning", str(error))
            return
        if changed := transcript_editing.differing_segments(before, after):
            self._put(title, after, changed)

    def _put(self, title: str, transcript: Transcript, changed: tuple[Segment, ...]) -> None:
        change = partial(
            transcript_editing.apply_transcript, transcript=transcript, changed=changed
        )
        self._editor.apply(title, change)

    def _find_words(self, title: str, text: str | None) -> None:
        recording = self._session.project.recording
        if recording is None:
            said = self.tr("There is no recording to listen to; drop one into the window.")
            self._notifications.show_notice("warning", said)
            return
        self._begin(title)
        task = engine.transcribe(recording, text)
        self._runner.run(title, task, partial(self._on_found, title), on_failed=self._end)

    def _on_found(self, title: str, written: Written) -> None:
        self._end()
        project = self._session.project
        if written.recording is not project.recording:
            return
        changed: tuple[Segment, ...] = ()
        if project.takes:
            changed = (Segment(0.0, written.transcript.duration),)
        self._put(title, written.transcript, changed)
        for warning in written.warnings:
            self._notifications.show_notice("warning", warning)

    def _realign(self, transcript: Transcript, changed: tuple[Segment, ...], *, mark: bool) -> None:
        """Find new times in the background; what moves is marked for regeneration if asked."""
        recording = self._session.project.recording
        if recording is not None:
            self._begin(self.tr("Aligning the changed words"))
            task = engine.realign(recording, transcript, changed)
            done = partial(self._on_realigned, transcript, mark=mark)
            self._runner.run(self.tr("Align changed words"), task, done, on_failed=self._end)

    def _on_realigned(self, asked: Transcript, written: Written, *, mark: bool) -> None:
        """Take the times over, unless the words were edited again in the meantime."""
        self._end()
        project = self._session.project
        if project.transcript is asked and written.transcript != asked:
            found = transcript_editing.differing_segments(asked, written.transcript)
            changed = found if mark else ()
            self._put(self.tr("Align changed words"), written.transcript, changed)

    def finish_typing(self) -> None:
        """Take over what is being typed, before something is done with the words."""
        self._panel.finish_typing()

    def _show_word(self, time: float) -> None:
        """Highlight the word at the playhead on the timeline, too."""
        transcript = self._session.project.transcript
        words = transcript.words if transcript is not None else ()
        index = bisect_right(words, time, key=_start) - 1
        current = index if index >= 0 and time < words[index].end else None
        self._timeline.set_current_word(current)

    def _begin(self, said: str) -> None:
        self._aligning += 1
        self._panel.set_busy(said)

    def _end(self) -> None:
        self._aligning -= 1
        if not self._aligning:
            self._panel.set_busy(None)

    def _on_project_changed(self, project: Project) -> None:
        self._panel.set_transcript(project.transcript, project.changed)
        reason = None
        if project.recording is None:
            reason = self.tr("There is no recording yet; drop one into the window.")
        self._actions.set_reason("transcribe", reason)
        self._panel.set_availability(reason)
        if reason is None and project.transcript is None:
            reason = self.tr("There are no words yet; type or import them.")
        self._actions.set_reason("align", reason)
        self._actions.set_reason("export_transcript", reason)


def _start(word: Word) -> float:
    return word.start
