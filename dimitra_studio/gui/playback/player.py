"""Playing along the timeline: the one place that moves the playhead by itself."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui.playback.clock import Clock, SilentClock
from dimitra_studio.gui.playback.course import Course
from dimitra_studio.gui.playback.sound_card import SoundCard
from dimitra_studio.gui.playback.sound_clock import SoundClock, SoundFailure
from dimitra_studio.pipeline.playback import PlayableSound

FASTEST = 4.0
"""Times as fast; beyond it nobody understands a word."""

_TICK_MS = 17  # under 60 positions a second
_EPSILON = 1e-6  # seconds; less is rounding


class Player(QObject):
    """Moves through the timeline, in seconds; the sound card leads and the picture follows.

    Without a sound, or a card to play it, the computer's clock leads.
    """

    position_changed = Signal(float)  # seconds
    playing_changed = Signal(bool)
    speed_changed = Signal(float)  # times as fast, negative backwards
    loop_changed = Signal(bool)
    silence_changed = Signal(str)  # why nothing can be heard, for the user; empty when it can
    notice = Signal(str)  # a sentence for the user

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._silent = SilentClock()
        self._clock: Clock = self._silent
        self._card = SoundCard(self)
        self._position = self._duration = self._began_at = 0.0
        self._normal_speed = self._speed = 1.0
        self._loops = False
        self._loop_range: Segment | None = None
        self._passage: Segment | None = None  # what is played once, or round and round
        self._reported = ""
        self._playing = False
        self._timer = QTimer(self, interval=_TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._card.opened.connect(self._on_card_opened)
        self._card.silence_changed.connect(self._on_silence_changed)

    @property
    def position(self) -> float:
        """Seconds on the timeline."""
        return self._position

    @property
    def duration(self) -> float:
        return self._duration

    @property
    def playing(self) -> bool:
        return self._playing

    @property
    def speed(self) -> float:
        """Times as fast as usual, negative backwards: of what plays, or will."""
        return self._speed

    @property
    def loops(self) -> bool:
        return self._loops

    @property
    def silence(self) -> str:
        """Why nothing can be heard, for the user; empty when it can, or there is no sound."""
        return self._card.silence

    def set_sound(self, sound: PlayableSound | None) -> None:
        """Play this recording from now on; its sound card is opened in the background."""
        self.pause()
        self._card.set_sound(sound)

    def set_delay(self, delay: float) -> None:
        """Let the sound come so many seconds after the timeline."""
        self._card.set_delay(delay)
        self._restart()

    def set_duration(self, duration: float) -> None:
        """Set the length of the timeline in seconds."""
        if duration != self._duration:
            self._duration = max(0.0, duration)
            self._passage = None
            self._restart()
            self._show(self._position)

    def set_volume(self, volume: float) -> None:
        """Set the loudness, from 0 to 1, as the ear counts it."""
        self._card.set_volume(volume)

    def set_muted(self, muted: bool) -> None:
        """Play on without a sound, or with it again."""
        self._card.set_muted(muted)

    def set_loop(self, loops: bool) -> None:
        """Go round and round in the loop's range, or stop at the end."""
        if loops != self._loops:
            self._loops = loops
            self._restart()
            self.loop_changed.emit(loops)

    def set_loop_range(self, segment: Segment | None) -> None:
        """What is looped; everything if None."""
        if segment != self._loop_range:
            self._loop_range = segment
            if self._loops:
                self._restart()

    def set_speed(self, speed: float) -> None:
        """Play so many times as fast from now on."""
        self._normal_speed = min(max(speed, 1 / FASTEST), FASTEST)
        self._change_speed(self._normal_speed)

    def play(self) -> None:
        """Play from where the playhead is; from the beginning if it is at the end."""
        if not self._playing:
            self._change_speed(self._normal_speed)
            self._play(self._passage_or_all().start if self._at_end() else self._position)

    def pause(self) -> None:
        """Stop where the playhead is."""
        if self._playing:
            self._halt(self._clock.position())

    def toggle(self) -> None:
        """Play, or pause."""
        if self._playing:
            self.pause()
        else:
            self.play()

    def stop(self) -> None:
        """Stop, and go back to where playing began."""
        if self._playing:
            self._halt(self._began_at)

    def play_range(self, segment: Segment) -> None:
        """Play a range once, or round and round when looping."""
        self.pause()
        if segment.start < self._duration:
            self._change_speed(self._normal_speed)
            self._passage = Segment(segment.start, min(segment.end, self._duration))
            self._play(segment.start)

    def seek(self, time: float) -> None:
        """Go to a time; playing goes on from there."""
        time = min(max(time, 0.0), self._duration)
        if self._passage is not None and not self._passage.start <= time < self._passage.end:
            self._passage = None
        if self._playing:
            self._follow(time)
        self._show(time)

    def run_at(self, speed: float) -> None:
        """Play at a speed of its own until the next pause; negative backwards."""
        self._change_speed(speed)
        if not self._playing:
            self._play(self._position)
        if not self._playing:  # it is at that end already
            self._change_speed(self._normal_speed)

    def look_for_sound(self) -> None:
        """Try again to reach a sound card, for example after headphones were plugged in."""
        self.pause()
        self._card.open_afresh()

    def close(self) -> None:
        """Stop, and give the sound card back."""
        self.pause()
        self._timer.stop()
        self._card.close()

    def _play(self, time: float) -> None:
        if self._duration <= 0 or self._course(time).ends_after(0):
            return
        self._began_at = time
        self._playing = True
        self._report()
        self._follow(time)
        self._timer.start()
        self.playing_changed.emit(True)

    def _follow(self, time: float) -> None:
        """Let the best clock there is go on from ``time``."""
        course = self._course(time)
        self._clock = self._card.start(course) or self._silent
        if self._clock is self._silent:
            self._silent.start(course)

    def _halt(self, time: float) -> None:
        self._clock.stop()
        self._timer.stop()
        self._playing = False
        self._passage = None
        self._show(time)
        self.playing_changed.emit(False)
        self._change_speed(self._normal_speed)

    def _restart(self) -> None:
        """Go on with what was changed."""
        if self._playing:
            time = self._clock.position()
            if self._duration <= 0 or self._course(time).ends_after(0):
                self._halt(time)
            else:
                self._follow(time)

    def _change_speed(self, speed: float) -> None:
        if speed != self._speed:
            self._speed = speed
            self._restart()
            self.speed_changed.emit(speed)

    def _passage_or_all(self) -> Segment:
        if self._passage is not None:
            return self._passage
        loop = self._loop_range if self._loops else None
        if loop is not None and loop.start < self._duration:
            return Segment(loop.start, min(loop.end, self._duration))
        return Segment(0.0, self._duration)

    def _course(self, time: float) -> Course:
        passage = self._passage_or_all()
        return Course(time, self._speed, passage.start, passage.end, self._loops)

    def _at_end(self) -> bool:
        return self._duration > 0 and self._course(self._position).ends_after(_EPSILON)

    def _show(self, time: float) -> None:
        time = min(max(time, 0.0), self._duration)
        if time != self._position:
            self._position = time
            self.position_changed.emit(time)

    def _on_tick(self) -> None:
        position, ended = self._clock.position(), self._clock.ended()
        if isinstance(self._clock, SoundClock) and self._clock.failed:
            self._clock = self._silent
            self._card.lose(SoundFailure.LOST)
            self._follow(position)
        self._show(position)
        if ended:
            self._halt(position)

    def _on_card_opened(self) -> None:
        if self._playing:
            self._follow(self._clock.position())

    def _on_silence_changed(self, why: str) -> None:
        self.silence_changed.emit(why)
        if not why:
            self._reported = ""
        elif self._playing:
            self._report()

    def _report(self) -> None:
        """Say once that nothing can be heard."""
        why = self._card.silence
        if why and why != self._reported:
            self._reported = why
            self.notice.emit(why)
