"""A sound card as the clock: it plays, and says what is heard now."""

import math
import threading
from collections import deque
from contextlib import suppress
from enum import Enum, auto
from time import monotonic
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.gui.playback.course import Course, copy_samples
from dimitra_studio.gui.playback.grains import LENGTH, Grains
from dimitra_studio.pipeline.playback import PlayableSound

_LATENCY = 0.1  # seconds of sound on their way: enough for a busy window not to make it stutter
_PATIENCE = (
    3.0  # seconds without being asked for samples, after which the card is gone; some start slowly
)
_N_ESTIMATES = 9  # of when a sound is heard; the middle one is not disturbed by a late thread
_UNPACED = 1.0  # seconds of sound, after which a card that takes it faster than time is believed
_PORTAUDIO = threading.Lock()  # it is not made for several threads that open and close


class SoundFailure(Enum):
    """Why nothing can be heard."""

    NO_LIBRARY = auto()
    NO_CARD = auto()
    LOST = auto()


class SoundUnavailable(Exception):
    """A sound card could not be opened.

    Args:
        reason: why not.
    """

    def __init__(self, reason: SoundFailure) -> None:
        super().__init__(reason.name)
        self.reason = reason


class SoundClock:
    """Plays a recording along a course; see ``clock.Clock``.

    Only ``open`` takes long; it may run in a thread of its own.

    Args:
        sound: the recording.
    """

    def __init__(self, sound: PlayableSound) -> None:
        self._sound = sound
        self._delay, self._gain = 0.0, 1.0
        self._grains = Grains()
        self._run: _Run | None = None
        self._stopped = 0.0
        self._stream: Any = None
        self._asked = 0.0  # when the card last asked for samples

    @property
    def failed(self) -> bool:
        """Whether the card has gone while it was playing."""
        if self._stream is None or self._run is None:
            return False
        return not self._stream.active or monotonic() - self._asked > _PATIENCE

    def open(self, *, afresh: bool = False) -> None:
        """Open the sound card.

        Args:
            afresh: look again which cards there are; no other stream may be open.

        Raises:
            SoundUnavailable: if there is no card, or no PortAudio to reach it with.
        """
        with _PORTAUDIO:
            try:
                import sounddevice
            except OSError as error:
                raise SoundUnavailable(SoundFailure.NO_LIBRARY) from error
            if afresh:  # PortAudio lists the cards once, and sounddevice has no other way
                with suppress(sounddevice.PortAudioError):
                    sounddevice._terminate()
                    sounddevice._initialize()
            try:
                self._stream = self._open_stream(sounddevice)
            except (sounddevice.PortAudioError, ValueError) as error:
                raise SoundUnavailable(SoundFailure.NO_CARD) from error

    def start(self, course: Course) -> None:
        """See ``clock.Clock``.

        Raises:
            SoundUnavailable: if the card does not start.
        """
        rate = self._sound.sample_rate
        samples = course.in_samples(rate, self._stream.samplerate, self._delay)
        self._run = _Run(samples, self._delay)
        self._start_stream()

    def stop(self) -> None:
        """See ``clock.Clock``."""
        self._stopped = self.position()
        self._run = None
        self._grains.clear()
        if self._stream is not None:
            self._stream.abort()

    def position(self) -> float:
        """See ``clock.Clock``."""
        run = self._run
        if run is None:
            return self._stopped
        place = run.course.at(run.heard(self._stream.time, self._stream.samplerate))
        return place / self._sound.sample_rate + run.delay

    def ended(self) -> bool:
        """See ``clock.Clock``."""
        run = self._run
        return run is not None and run.course.ends_after(
            run.heard(self._stream.time, self._stream.samplerate)
        )

    def scrub(self, time: float) -> None:
        """Let a short piece around ``time`` be heard; ``stop`` when the scrubbing ends.

        Raises:
            SoundUnavailable: if the card does not start.
        """
        rate = self._sound.sample_rate / self._stream.samplerate
        piece = np.empty((round(LENGTH * self._stream.samplerate), self._stream.channels), np.int16)
        middle = round((time - self._delay) * self._sound.sample_rate)
        copy_samples(piece, self._sound.samples, round(middle - rate * len(piece) / 2), rate)
        self._run = None
        self._stopped = time
        self._grains.play(piece, self._gain)
        self._start_stream()

    def set_delay(self, delay: float) -> None:
        """Let the recording come so many seconds after the timeline, from the next start on."""
        self._delay = delay

    def set_gain(self, gain: float) -> None:
        """Set the factor that the samples are played with, 0 to 1."""
        self._gain = gain

    def close(self) -> None:
        """Give the sound card back."""
        self._run = None
        with _PORTAUDIO:
            if self._stream is not None:
                self._stream.close()
                self._stream = None

    def _open_stream(self, sounddevice: Any) -> Any:
        """Open the default card, with the recording's own rate and channels if it takes them."""
        card = sounddevice.query_devices(kind="output")
        n_channels = self._sound.samples.shape[1]
        choices = [
            (rate, channels)
            for rate in (self._sound.sample_rate, card["default_samplerate"])
            for channels in (n_channels, 2)
        ]
        for rate, channels in choices:
            with suppress(sounddevice.PortAudioError):
                return sounddevice.OutputStream(
                    samplerate=rate,
                    channels=channels,
                    dtype="int16",
                    latency=_LATENCY,
                    callback=self._on_asked,
                )
        raise SoundUnavailable(SoundFailure.NO_CARD)

    def _start_stream(self) -> None:
        if self._stream.active:
            return
        import sounddevice

        self._asked = monotonic()
        try:
            self._stream.stop()  # it may have ended by itself
            self._stream.start()
        except sounddevice.PortAudioError as error:
            self._run = None
            raise SoundUnavailable(SoundFailure.LOST) from error

    def _on_asked(self, out: NDArray[np.int16], n_samples: int, times: Any, _status: Any) -> None:
        """Give the card its next samples; called on its thread."""
        self._asked = monotonic()
        run = self._run
        if run is None:
            self._grains.fill(out)
            return
        run.course.fill(out, self._sound.samples, run.n_written)
        if self._gain != 1.0:
            np.multiply(out, self._gain, out=out, casting="unsafe")
        now, heard_at = times.currentTime, times.outputBufferDacTime
        if not heard_at > now:  # some drivers do not know
            heard_at = now + self._stream.latency
        run.note(now, heard_at, n_samples, self._stream.samplerate)


class _Run:
    """One course that a card plays; ``note`` is called by its thread alone.

    Args:
        course: in samples.
        delay: seconds by which they come after the timeline.
    """

    def __init__(self, course: Course, delay: float) -> None:
        self.course, self.delay = course, delay
        self.n_written = 0
        self._began: float | None = None  # when, on the card's clock, sample 0 is heard
        self._estimates: deque[float] = deque(maxlen=_N_ESTIMATES)
        self._asked = math.inf
        self._heard = 0.0

    def note(self, now: float, heard_at: float, n_samples: int, card_rate: float) -> None:
        """Note that so many samples were written, the first of which is heard at ``heard_at``."""
        # Before it starts, a card fills its buffers in one go and does not know yet when.
        paced = now - self._asked > 0.5 * n_samples / card_rate
        if paced or self.n_written > _UNPACED * card_rate:
            self._estimates.append(heard_at - self.n_written / card_rate)
            self._began = sorted(self._estimates)[len(self._estimates) // 2]
        self._asked = now
        self.n_written += n_samples

    def heard(self, now: float, card_rate: float) -> float:
        """How many samples were heard by ``now``; never goes back when the card corrects itself."""
        if self._began is not None:
            heard = min((now - self._began) * card_rate, self.n_written)
            self._heard = max(self._heard, heard)
        return self._heard
