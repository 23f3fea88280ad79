"""The words of the recording, to be read, corrected and changed."""

from collections.abc import Collection, Sequence

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from dimitra_studio.core.timeline import Segment
from dimitra_studio.core.transcript import Transcript
from dimitra_studio.gui import theme
from dimitra_studio.gui.panels.hint_label import HintLabel
from dimitra_studio.gui.panels.icon_button import explain
from dimitra_studio.gui.panels.transcript_doubts import TranscriptDoubts
from dimitra_studio.gui.panels.transcript_editor import TranscriptEditor
from dimitra_studio.gui.panels.transcript_header import TranscriptHeader
from dimitra_studio.gui.panels.transcript_invitation import TranscriptInvitation
from dimitra_studio.gui.panels.transcript_layout import is_doubtful, make_styles, to_text
from dimitra_studio.gui.panels.transcript_regeneration import TranscriptRegeneration
from dimitra_studio.gui.panels.transcript_sentences import describe_regeneration


class TranscriptPanel(QWidget):
    """Text whose words are linked to the time of the recording.

    Knows nothing of the project: words come in by ``set_transcript``, and edits leave by
    ``text_changed``, once for each burst of typing.
    """

    text_changed = Signal(str, str)  # all words separated by spaces; "correct" or "change"
    word_activated = Signal(float)  # seconds, the start of a word that was clicked
    selection_changed = Signal(object)  # Segment | None
    transcribe_requested = Signal()
    align_requested = Signal(str)  # all words separated by spaces
    import_requested = Signal()
    export_requested = Signal()
    regenerate_requested = Signal()
    typing_started = Signal()
    mode_changed = Signal(str)  # "correct" or "change"
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._transcript: Transcript | None = None
        self._starts = self._ends = np.zeros(0)
        self._spans: tuple[Segment, ...] = ()
        self._components: tuple[str, ...] = ()
        self._reason_disabled: str | None = None
        self._busy: str | None = None
        self._reason: str | None = None
        self._header = TranscriptHeader()
        self._invitation = TranscriptInvitation()
        self._status = QWidget()
        self._status_text = HintLabel()
        self._editor = TranscriptEditor()
        self._editor.setPlaceholderText(self.tr("Type or paste what is said…"))
        self._draft_button = QPushButton(theme.icon("align"), self.tr("Align with the recording"))
        self._draft_button.setObjectName("align_draft")
        self._draft_button.setAutoDefault(False)
        self._doubts = TranscriptDoubts()
        self._regeneration = TranscriptRegeneration()

        self._lay_out()
        self._connect()
        self.set_busy(None)
        self.set_transcript(None, ())

    @property
    def mode(self) -> str:
        """What typing means: ``correct`` or ``change``."""
        return self._header.mode

    def set_transcript(self, transcript: Transcript | None, changed: Sequence[Segment]) -> None:
        """Show the words of a transcript, and which of them were changed.

        Text that is being typed stays if the words that it changes are still the same.
        """
        words = transcript.words if transcript else ()
        self._transcript = transcript
        self._starts = np.array([word.start for word in words])
        self._ends = np.array([word.end for word in words])
        if transcript is None:
            self._editor.show_draft()
        else:
            self._editor.show_words(to_text(words), make_styles(words, changed), words)
        self._invitation.setVisible(transcript is None)
        self._draft_button.setVisible(transcript is None)
        self._header.setVisible(transcript is not None)
        self._regeneration.setVisible(transcript is not None)
        self._doubts.set_words(words)
        self._show_plan()
        self._show_reason()

    def set_playhead(self, time: float) -> None:
        """Mark the word that is said at ``time`` seconds; the cursor stays where it is."""
        number = int(np.searchsorted(self._ends, time + 1e-6, side="right"))
        said = number < len(self._starts) and self._starts[number] <= time + 1e-6
        self._editor.show_current(number if said else None)

    def set_selection(self, segment: Segment | None) -> None:
        """Mark the words within a selected range of time."""
        words = None
        if segment is not None:
            first = int(np.searchsorted(self._ends, segment.start + 1e-6, side="right"))
            last = int(np.searchsorted(self._starts, segment.end - 1e-6, side="left")) - 1
            words = (first, last) if first <= last else None
        self._editor.show_range(words)

    def set_mode(self, mode: str) -> None:
        """Say what typing means.

        Args:
            mode: ``correct`` keeps times and motion, ``change`` marks what is to be generated.

        Raises:
            ValueError: if there is no such mode.
        """
        self._header.set_mode(mode)

    def set_busy(self, doing: str | None) -> None:
        """Say what is being done with the words in the background; None for nothing."""
        self._busy = doing
        self._status.setVisible(doing is not None)
        self._status_text.show_text(doing or "")
        self._show_reason()

    def set_availability(self, reason: str | None) -> None:
        """Say why words can be neither recognised nor aligned; None if they can."""
        self._reason = reason
        self._show_reason()

    def set_regeneration(
        self,
        spans: Sequence[Segment],
        components: Collection[str],
        reason_disabled: str | None = None,
    ) -> None:
        """Say what "Regenerate changed segments" will do.

        Args:
            spans: that will be generated.
            components: that will be generated in them; the others stay.
            reason_disabled: why nothing can be generated; None if it can.
        """
        self._spans, self._components = tuple(spans), tuple(components)
        self._reason_disabled = reason_disabled
        self._show_plan()

    def finish_typing(self) -> None:
        """Tell an edit that is not told yet, as before saving or generating."""
        self._editor.finish_typing()

    def focus_text(self) -> None:
        """Put the cursor into the text."""
        self._editor.setFocus()

    def activate_word(self) -> None:
        """Go to the time of the word that the cursor is in."""
        number = self._editor.word_at_cursor()
        if number is not None:
            self._on_word_clicked(number)

    def next_doubtful_word(self) -> None:
        """Go to the next word that was hardly heard; after the last comes the first."""
        self._go_to_doubtful(1)

    def previous_doubtful_word(self) -> None:
        """Go to the word before that was hardly heard; before the first comes the last."""
        self._go_to_doubtful(-1)

    def _lay_out(self) -> None:
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(self.tr("Words are being worked on"))
        status = QHBoxLayout(self._status)
        status.setContentsMargins(0, 0, 0, 0)
        status.addWidget(self._status_text, 2)
        status.addWidget(bar, 1)
        layout = QVBoxLayout(self)
        layout.addWidget(self._header)
        layout.addWidget(self._invitation)
        layout.addWidget(self._status)
        layout.addWidget(self._editor, 1)
        layout.addWidget(self._draft_button)
        layout.addWidget(self._doubts)
        layout.addWidget(self._regeneration)

    def _connect(self) -> None:
        for part in (self._header, self._invitation):
            part.transcribe_requested.connect(self.transcribe_requested)
            part.import_requested.connect(self.import_requested)
        self._header.align_requested.connect(self._on_align_requested)
        self._draft_button.clicked.connect(self._on_align_requested)
        self._editor.draft_changed.connect(self._show_reason)
        self._header.export_requested.connect(self.export_requested)
        self._header.mode_changed.connect(self._on_mode_changed)
        self._editor.retyped.connect(self._on_retyped)
        self._editor.typing_started.connect(self.typing_started)
        self._editor.undo_requested.connect(self.undo_requested)
        self._editor.redo_requested.connect(self.redo_requested)
        self._editor.word_clicked.connect(self._on_word_clicked)
        self._editor.words_selected.connect(self._on_words_selected)
        self._doubts.word_activated.connect(self._go_to)
        self._doubts.next_requested.connect(self.next_doubtful_word)
        self._doubts.previous_requested.connect(self.previous_doubtful_word)
        self._regeneration.regenerate_requested.connect(self._on_regenerate_requested)

    def _show_plan(self) -> None:
        words = self._transcript.words if self._transcript else ()
        plan, reason = "", self._reason_disabled
        if self._spans and self._components:
            plan = describe_regeneration(self._spans, self._components, words)
        elif reason is None:
            reason = self.tr("No word was changed since the motion was generated.")
        self._regeneration.set_plan(plan, reason)

    def _show_reason(self) -> None:
        reason = self._reason or self._busy
        self._header.set_reason(reason)
        self._invitation.set_reason(reason)
        if reason is None and not self._editor.text():
            reason = self.tr("Type or paste what is said first.")
        explain(self._draft_button, self.tr("Find when each of these words is said"), reason)

    def _go_to_doubtful(self, step: int) -> None:
        words = self._transcript.words if self._transcript else ()
        doubtful = [number for number, word in enumerate(words) if is_doubtful(word)]
        if not doubtful:
            return
        here = self._editor.word_at_cursor()
        if here is None:
            here = -1
        beyond = [number for number in doubtful[::step] if (number - here) * step > 0]
        self._go_to(beyond[0] if beyond else doubtful[::step][0])

    def _go_to(self, number: int) -> None:
        self.finish_typing()
        self._editor.setFocus()
        self._editor.select_word(number)
        self._on_word_clicked(number)

    def _on_word_clicked(self, number: int) -> None:
        if self._transcript is not None and number < len(self._transcript.words):
            self.word_activated.emit(self._transcript.words[number].start)

    def _on_words_selected(self, words: tuple[int, int] | None) -> None:
        segment = None
        if words is not None and words[1] < len(self._starts):
            start, end = float(self._starts[words[0]]), float(self._ends[words[1]])
            segment = Segment(start, end) if start < end else None
        self.selection_changed.emit(segment)

    def _on_retyped(self, text: str) -> None:
        self.text_changed.emit(text, self.mode)

    def _on_align_requested(self) -> None:
        self.finish_typing()
        self.align_requested.emit(self._editor.text())

    def _on_mode_changed(self, mode: str) -> None:
        self.mode_changed.emit(mode)

    def _on_regenerate_requested(self) -> None:
        self.finish_typing()
        self.regenerate_requested.emit()
