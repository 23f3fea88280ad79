"""The timeline: sound, words and curves of the recording on one axis of time."""

from collections.abc import Mapping
from typing import Any

from dimitra_studio.core.edits import CurveEdit
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.project import Marker
from dimitra_studio.core.strength import Strength
from dimitra_studio.core.timeline import Segment
from dimitra_studio.core.transcript import Transcript
from dimitra_studio.gui.timeline.timeline_frame import TimelineFrame
from dimitra_studio.pipeline.sound_data import Envelope, Spectrogram


class TimelineView(TimelineFrame):
    """Everything that is heard and moves, over time.

    Knows nothing of the project: data come in by setters, which are silent; what the user does
    leaves by signals, once for each gesture. The playhead and the selection lie on sheets over the
    rows, so that moving them draws no curve.
    """

    def set_recording(
        self, envelope: Envelope | None, spectrogram: Spectrogram | None, duration: float
    ) -> None:
        """Show another recording, all of it; nothing but an empty axis with None and 0."""
        self.stack.waveform.set_data(envelope)
        self.stack.spectrogram.set_data(spectrogram)
        self.overview.set_envelope(envelope)
        self.axis.set_duration(duration)

    def set_transcript(
        self, transcript: Transcript | None, changed: tuple[Segment, ...] = ()
    ) -> None:
        """Show words and phonemes, and tint the segments whose motion is out of date."""
        self._transcript = transcript
        self.stack.words.set_data(transcript, changed)
        self.stack.phonemes.set_data(transcript)
        self.ranges.set_transcript(transcript)
        self.overview.set_changed(changed)
        for group in self.stack.groups:
            group.set_changed(changed)

    def set_motion(
        self,
        motion: Motion | None,
        edits: Mapping[str, CurveEdit] | None = None,
        pinned: Mapping[str, tuple[int, ...]] | None = None,
    ) -> None:
        """Show curves; what is hidden, listed and unfolded stays so.

        Args:
            motion: with the edits, before the strengths.
            edits: by channel, to be marked.
            pinned: frames by component, to be marked.
        """
        for group in self.stack.groups:
            group.set_motion(motion, edits or {}, (pinned or {}).get(group.component, ()))

    def set_ghost(self, motion: Motion | None) -> None:
        """Show the curves of the take compared with, behind the others."""
        for group in self.stack.groups:
            group.set_ghost(motion)

    def set_markers(self, markers: tuple[Marker, ...]) -> None:
        """Show the markers of the project."""
        self.ruler.set_markers(markers)
        self.marks.set_markers(markers)
        self.overview.set_markers(markers)

    def set_selection(self, selection: Segment | None) -> None:
        """Show the selected range."""
        self.ranges.set_selection(selection)
        self._show_selection(selection)

    def set_playhead(self, time: float) -> None:
        """Show the playhead at ``time`` seconds, at most 30 times a second."""
        self._show_playhead(time)

    def set_playing(self, playing: bool) -> None:
        """While playing, the view follows the playhead unless that is switched off."""
        self.navigation.set_playing(playing)

    def set_locks(self, locks: frozenset[str]) -> None:
        """Show which components generation leaves alone."""
        for group in self.stack.groups:
            group.set_locked(group.component in locks)

    def set_strength(self, strength: Strength) -> None:
        """Show how strongly the components are shown."""
        for group in self.stack.groups:
            group.set_gains(getattr(strength, group.component), strength.blink)

    def set_solo(self, component: str | None) -> None:
        """Show which component moves alone."""
        for group in self.stack.groups:
            group.set_solo(component)

    def set_channel(self, channel: str | None) -> None:
        """Point out the channel that the curve editor works on."""
        for group in self.stack.groups:
            group.set_active(channel)

    def set_current_word(self, index: int | None) -> None:
        """Point out the word at the playhead."""
        self.stack.words.set_current(index)

    def set_view_range(self, start: float, end: float) -> None:
        """Show these seconds."""
        self.axis.show(start, end)

    def view_state(self) -> dict[str, Any]:
        """What the user set up, as JSON values."""
        return {
            "groups": {group.component: group.state() for group in self.stack.groups},
            "heights": self.stack.heights(),
            "order": self.filter.order,
            "spectrogram": not self.stack.rows["spectrogram"].isHidden(),
            "auto_scroll": self.navigation.auto_scroll,
            "unit": self.ruler.unit,
        }

    def restore_view_state(self, state: Mapping[str, Any]) -> None:
        """Set it up again; what is missing or odd stays as it is."""
        groups = state.get("groups")
        for group in self.stack.groups:
            if isinstance(groups, Mapping) and isinstance(groups.get(group.component), Mapping):
                group.restore_state(groups[group.component])
        self.filter.set_order(str(state.get("order", "")))
        self._show_order()
        if isinstance(state.get("spectrogram"), bool):
            self._show_spectrogram(state["spectrogram"])
        if isinstance(state.get("auto_scroll"), bool):
            self._set_auto_scroll(state["auto_scroll"])
        if isinstance(state.get("heights"), Mapping):
            self.stack.restore_heights(state["heights"])
        self.ruler.set_unit(str(state.get("unit", self.ruler.unit)))
