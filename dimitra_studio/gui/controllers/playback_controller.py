"""Transport, playhead, selection and preview, kept in step."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from dimitra_studio.core.motion import FPS
from dimitra_studio.core.project import Marker
from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui.actions import Actions
from dimitra_studio.gui.controllers.motions import Motions
from dimitra_studio.gui.playback.transport import Transport
from dimitra_studio.gui.playback.transport_bar import TransportBar
from dimitra_studio.gui.preview.preview_panel import PreviewPanel
from dimitra_studio.gui.session import Session
from dimitra_studio.gui.settings import SettingsStore
from dimitra_studio.gui.timeline.timeline_view import TimelineView
from dimitra_studio.pipeline.playback import PlayableSound

TEN = 10  # frames of a long step
LONGEST_LEAD = 0.25  # seconds; a machine that draws more slowly than that is shown as it is
LEARNING = 0.1  # share of each picture's lateness that is learnt


class PlaybackController(QObject):
    """The sound is the clock; the playhead and the picture follow it."""

    fps_changed = Signal(float)  # pictures seen in the last second; 0 when it stands still

    def __init__(
        self,
        session: Session,
        motions: Motions,
        transport: Transport,
        store: SettingsStore,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._store = session, store
        self._seen: set[float] = set()  # times of the pictures of the last second
        self._counter = QTimer(self)
        self._counter.setInterval(1000)
        self._counter.timeout.connect(self._count_pictures)
        self._lead = 0.0  # seconds from asking for a picture until it is seen
        self._motions = motions
        self._transport = transport
        transport.position_changed.connect(session.move_playhead)
        session.selection_changed.connect(self._on_selection_changed)
        session.project_changed.connect(self._on_project_changed)

    def join(self, timeline: TimelineView, bar: TransportBar, preview: PreviewPanel) -> None:
        """Connect the widgets that show the time or set it."""
        transport, session = self._transport, self._session
        self._bar, self._preview = bar, preview
        transport.playing_changed.connect(timeline.set_playing)
        transport.playing_changed.connect(bar.set_playing)
        transport.playing_changed.connect(self._on_playing_changed)
        transport.speed_changed.connect(bar.set_speed)
        transport.loop_changed.connect(self._on_loop_changed)
        transport.silence_changed.connect(bar.set_silence)
        bar.sound_wanted.connect(transport.look_for_sound)
        bar.set_silence(transport.silence)
        session.playhead_changed.connect(timeline.set_playhead)
        session.playhead_changed.connect(bar.set_position)
        session.playhead_changed.connect(self._show_frame)
        self._motions.seen_changed.connect(self._show_frame)
        preview.frame_shown.connect(self._on_frame_shown)
        session.selection_changed.connect(timeline.set_selection)
        session.selection_changed.connect(bar.set_range)
        timeline.playhead_moved.connect(self.seek)
        timeline.scrub_started.connect(transport.begin_scrub)
        timeline.scrub_finished.connect(transport.end_scrub)
        timeline.selection_changed.connect(session.select)
        timeline.markers_changed.connect(self.set_markers)
        bar.play_toggled.connect(transport.toggle)
        bar.stepped.connect(transport.step)
        bar.start_requested.connect(self.go_to_start)
        bar.end_requested.connect(self.go_to_end)
        bar.loop_toggled.connect(self.set_loop)
        bar.speed_changed.connect(transport.set_speed)
        bar.volume_changed.connect(self._on_volume_changed)
        bar.mute_toggled.connect(self.set_muted)

    def bind(self, actions: Actions) -> None:
        """Connect the commands."""
        self._actions = actions
        transport = self._transport
        actions.bind({
            "play": transport.toggle,
            "play_in_text": transport.toggle,
            "play_selection": self.play_selection,
            "shuttle_back": transport.shuttle_back,
            "shuttle_stop": transport.shuttle_stop,
            "shuttle_forward": transport.shuttle_forward,
            "previous_frame": lambda: transport.step(-1),
            "next_frame": lambda: transport.step(1),
            "back_ten_frames": lambda: transport.step(-TEN),
            "on_ten_frames": lambda: transport.step(TEN),
            "go_to_start": self.go_to_start,
            "go_to_end": self.go_to_end,
            "previous_word": self.previous_word,
            "next_word": self.next_word,
            "range_in": self.range_in,
            "range_out": self.range_out,
            "select_all": self.select_all,
            "select_nothing": self.select_nothing,
            "add_marker": self.add_marker,
        })  # fmt: skip
        actions.bind_checks({"loop": self.set_loop, "mute": self.set_muted})
        self._show_volume()

    def set_sound(self, sound: PlayableSound | None, duration: float) -> None:
        """Play another recording from now on."""
        self._transport.pause()
        self._transport.set_sound(sound)
        self._transport.set_duration(duration)
        self._bar.set_duration(duration)

    def seek(self, time: float) -> None:
        """Go to a time in seconds, playing or not."""
        self._transport.seek(time)

    def pause(self) -> None:
        self._transport.pause()

    def play_selection(self) -> None:
        """Play the selected range once; everything without one."""
        if (segment := self._session.selection) is None:
            self._transport.toggle()
        else:
            self._transport.play_range(segment)

    def go_to_start(self) -> None:
        self._transport.seek(0.0)

    def go_to_end(self) -> None:
        self._transport.seek(self._transport.duration)

    def previous_word(self) -> None:
        """Go to the nearest beginning of a word, or marker, before the playhead."""
        before = [time for time in self._stops() if time < self._session.playhead - 1e-3]
        self.seek(max(before, default=0.0))

    def next_word(self) -> None:
        """Go to the nearest beginning of a word, or marker, after the playhead."""
        after = [time for time in self._stops() if time > self._session.playhead + 1e-3]
        self.seek(min(after, default=self._transport.duration))

    def range_in(self) -> None:
        """Begin the selection at the playhead; it keeps its end if that comes later."""
        start, selection = self._session.playhead, self._session.selection
        end = self._transport.duration
        if selection is not None and selection.end > start:
            end = selection.end
        self._select(start, end)

    def range_out(self) -> None:
        """End the selection at the playhead; it keeps its start if that comes earlier."""
        end, selection = self._session.playhead, self._session.selection
        start = 0.0
        if selection is not None and selection.start < end:
            start = selection.start
        self._select(start, end)

    def select_all(self) -> None:
        self._select(0.0, self._transport.duration)

    def select_nothing(self) -> None:
        self._session.select(None)

    def add_marker(self) -> None:
        """Put a marker at the playhead."""
        project, time = self._session.project, self._session.playhead
        marker = Marker(time, self.tr("Marker {n}").format(n=len(project.markers) + 1))
        self.set_markers((*project.markers, marker))

    def set_markers(self, markers: tuple[Marker, ...]) -> None:
        """Replace the markers, as one step."""
        project = self._session.project
        title = self.tr("Add a marker")
        if len(markers) <= len(project.markers):
            title = self.tr("Change the markers")
        ordered = tuple(sorted(markers, key=lambda marker: marker.time))
        self._session.edit(title, replace(project, markers=ordered))

    def set_loop(self, on: bool) -> None:
        """Play round and round, or not."""
        self._transport.set_loop(on)
        self._on_loop_changed(on)

    def set_muted(self, muted: bool) -> None:
        """Play without sound, or with it."""
        self._store.change(muted=muted)
        self._show_volume()

    def _on_volume_changed(self, volume: float) -> None:
        self._store.change(volume=volume)
        self._show_volume()

    def _show_volume(self) -> None:
        values = self._store.values
        self._transport.set_volume(values.volume)
        self._transport.set_muted(values.muted)
        self._bar.set_volume(values.volume)
        self._bar.set_muted(values.muted)
        self._actions.set_checked("mute", checked=values.muted)

    def _on_loop_changed(self, on: bool) -> None:
        self._bar.set_loop(on)
        self._actions.set_checked("loop", checked=on)

    def _stops(self) -> list[float]:
        project = self._session.project
        words = project.transcript.words if project.transcript else ()
        return [word.start for word in words] + [marker.time for marker in project.markers]

    def _select(self, start: float, end: float) -> None:
        if end - start >= 1 / FPS:
            self._session.select(Segment(start, end))

    def _on_selection_changed(self, segment: Segment | None) -> None:
        self._transport.set_loop_range(segment)

    def _on_project_changed(self) -> None:
        self._transport.set_delay(self._session.project.sound_delay)

    def _show_frame(self) -> None:
        """Ask for the picture that belongs to the sound at the time when it will be seen."""
        time = self._session.playhead
        if self._transport.playing:
            ahead = time + self._lead * self._transport.speed
            time = min(max(ahead, 0.0), self._transport.duration)
        self._preview.show_curves(self._motions.curves_at(time), time)

    def _on_playing_changed(self, playing: bool) -> None:
        self._seen.clear()
        if playing:
            self._counter.start()
        else:
            self._counter.stop()
            self.fps_changed.emit(0.0)

    def _count_pictures(self) -> None:
        self.fps_changed.emit(float(len(self._seen)))
        self._seen.clear()

    def _on_frame_shown(self, time: float) -> None:
        """Learn how long drawing takes, from how late the picture of ``time`` is."""
        transport = self._transport
        if transport.playing and transport.speed:
            self._seen.add(time)  # both views of one time are one picture
            late = (transport.position - time) / transport.speed
            if abs(late) < LONGEST_LEAD:  # else the playhead has jumped
                self._lead = min(max(self._lead + LEARNING * late, 0.0), LONGEST_LEAD)
