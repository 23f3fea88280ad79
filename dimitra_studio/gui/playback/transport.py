"""What hands do with the playhead: stepping, shuttling and scrubbing."""

import math

from PySide6.QtCore import QObject

from dimitra_studio.core.motion import FPS
from dimitra_studio.gui.playback.key_hold import KeyHold
from dimitra_studio.gui.playback.player import FASTEST, Player
from dimitra_studio.gui.playback.timecode import frame_at

_EPSILON = 1e-6  # frames; less is rounding


class Transport(Player):
    """A player with the controls of an editing desk."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hold = KeyHold(self)
        self._scrubbing = self._resumes = False

    def step(self, n_frames: int) -> None:
        """Stop, and go so many frames on, or back if negative."""
        self.pause()
        last = max(0, math.ceil(self.duration * FPS - _EPSILON) - 1)
        self.seek(min(max(frame_at(self.position) + n_frames, 0), last) / FPS)

    def shuttle_forward(self) -> None:
        """Play, then twice and four times as fast; one frame on while ``shuttle_stop`` is held."""
        self._shuttle(1)

    def shuttle_back(self) -> None:
        """The same backwards."""
        self._shuttle(-1)

    def shuttle_stop(self) -> None:
        """Stop; as long as the key that called this is held, shuttling goes frame by frame."""
        self.pause()
        self._hold.begin()

    def begin_scrub(self) -> None:
        """Follow the hand until ``end_scrub``."""
        if not self._scrubbing:
            self._scrubbing, self._resumes = True, self._playing
            self.pause()

    def scrub_to(self, time: float) -> None:
        """Go to a time; between ``begin_scrub`` and ``end_scrub`` a grain of it is heard."""
        self.seek(time)

    def seek(self, time: float) -> None:
        """Go to a time; playing goes on from there, and while scrubbing a grain is heard."""
        before = self.position
        super().seek(time)
        if self._scrubbing and self.position != before:
            self._card.scrub(self.position)

    def end_scrub(self) -> None:
        """Play on if it played before."""
        if self._scrubbing:
            self._scrubbing = False
            self._card.end_scrub()
            if self._resumes:
                self._play(self._position)

    def close(self) -> None:
        """Stop, and give the sound card back."""
        self._hold.end()
        super().close()

    def _shuttle(self, direction: int) -> None:
        if self._hold.held:
            self.step(direction)
        elif self.playing and self.speed * direction > 0:
            self.run_at(direction * min(max(1.0, 2 * abs(self.speed)), FASTEST))
        else:
            self.run_at(float(direction))
