"""The sound card for a recording: opened in the background, and done without if there is none."""

import threading

from PySide6.QtCore import QObject, Signal

from dimitra_studio.gui.playback.course import Course
from dimitra_studio.gui.playback.sound_clock import SoundClock, SoundFailure, SoundUnavailable
from dimitra_studio.pipeline.playback import PlayableSound


class SoundCard(QObject):
    """Keeps the ``SoundClock`` of the present recording, and says when there is none."""

    opened = Signal()
    silence_changed = Signal(str)  # why nothing can be heard, for the user; empty when it can
    _tried = Signal(object, object)  # SoundClock, SoundFailure | None; from the thread that opens

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sound: PlayableSound | None = None
        self._delay, self._gain, self._muted = 0.0, 1.0, False
        self._clock: SoundClock | None = None
        self._candidate: SoundClock | None = None
        self._opening: threading.Thread | None = None
        self._failure: SoundFailure | None = None
        self._tried.connect(self._on_tried)

    @property
    def clock(self) -> SoundClock | None:
        """The clock, when it is ready to play."""
        return self._clock

    @property
    def silence(self) -> str:
        """Why nothing can be heard, for the user; empty when it can, or there is no sound."""
        match self._failure:
            case SoundFailure.NO_LIBRARY:
                return self.tr(
                    "The PortAudio library is not installed, so playing is silent; "
                    "install it to hear the recording."
                )
            case SoundFailure.NO_CARD:
                return self.tr(
                    "No sound card was found, so playing is silent; "
                    "connect one and look for it again."
                )
            case SoundFailure.LOST:
                return self.tr(
                    "The sound card has stopped working, so playing goes on silently; "
                    "connect it and look for it again."
                )
        return ""

    def set_sound(self, sound: PlayableSound | None) -> None:
        """Open the sound card for another recording; ``opened`` follows when it is ready."""
        self._sound = sound
        self._open(afresh=False)

    def open_afresh(self) -> None:
        """Look again which cards there are, and open the best."""
        self._open(afresh=True)

    def set_delay(self, delay: float) -> None:
        """Let the recording come so many seconds after the timeline, from the next start on."""
        self._delay = delay
        self._adjust()

    def set_volume(self, volume: float) -> None:
        """Set the loudness, from 0 to 1, as the ear counts it."""
        self._gain = min(max(volume, 0.0), 1.0) ** 2
        self._adjust()

    def set_muted(self, muted: bool) -> None:
        """Play without a sound, or with it again."""
        self._muted = muted
        self._adjust()

    def start(self, course: Course) -> SoundClock | None:
        """The clock, on its way along a course; None if there is none that works."""
        try:
            if self._clock is not None:
                self._clock.start(course)
        except SoundUnavailable as error:
            self.lose(error.reason)
        return self._clock

    def scrub(self, time: float) -> None:
        """Let a short piece be heard, if there is a card."""
        try:
            if self._clock is not None:
                self._clock.scrub(time)
        except SoundUnavailable as error:
            self.lose(error.reason)

    def end_scrub(self) -> None:
        """Let the card rest."""
        if self._clock is not None:
            self._clock.stop()

    def lose(self, reason: SoundFailure) -> None:
        """Do without the card from now on."""
        self._drop()
        self._set_failure(reason)

    def close(self) -> None:
        """Give the sound card back."""
        self._sound = None
        self._drop()

    def _open(self, *, afresh: bool) -> None:
        self._drop()
        self._set_failure(None)
        if self._sound is not None:
            clock = self._candidate = SoundClock(self._sound)
            # Asking the drivers which cards there are takes up to a second.
            self._opening = threading.Thread(
                target=self._try, args=(clock, afresh), name="sound-card", daemon=True
            )
            self._opening.start()

    def _try(self, clock: SoundClock, afresh: bool) -> None:
        try:
            clock.open(afresh=afresh)
        except SoundUnavailable as error:
            self._tried.emit(clock, error.reason)
        else:
            self._tried.emit(clock, None)

    def _on_tried(self, clock: SoundClock, failure: SoundFailure | None) -> None:
        if clock is not self._candidate:
            return  # another recording was opened meanwhile, and this clock was closed
        self._candidate = None
        if failure is None:
            self._clock = clock
            self._adjust()
            self.opened.emit()
        else:
            self._set_failure(failure)

    def _adjust(self) -> None:
        if self._clock is not None:
            self._clock.set_delay(self._delay)
            self._clock.set_gain(0.0 if self._muted else self._gain)

    def _drop(self) -> None:
        if self._opening is not None:
            self._opening.join()
            self._opening = None
        for clock in (self._clock, self._candidate):
            if clock is not None:
                clock.close()
        self._clock = self._candidate = None

    def _set_failure(self, failure: SoundFailure | None) -> None:
        if failure is not self._failure:
            self._failure = failure
            self.silence_changed.emit(self.silence)
