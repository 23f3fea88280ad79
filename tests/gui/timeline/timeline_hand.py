"""A sentence, a motion, and a hand for the tests of the timeline."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dimitra_studio.core.audio import Audio
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.core.transcript import Phoneme, Transcript, Word
from dimitra_studio.gui.timeline.timeline_view import TimelineView
from dimitra_studio.pipeline.sound_data import Envelope, make_envelope

DURATION = 10.0


def make_motion(n_frames: int = 250, seed: int = 0) -> Motion:
    """Smoothed noise within the limits."""
    rng = np.random.default_rng(seed)
    noise = rng.standard_normal((n_frames + 12, len(STUDIO.channels)))
    smooth = np.abs(np.apply_along_axis(np.convolve, 0, noise, np.hanning(13), "valid"))
    smooth[:, STUDIO.columns("pose")] *= 0.02
    return Motion(STUDIO.clamp(smooth / smooth.max()), STUDIO)


def make_transcript() -> Transcript:
    """A word a second, each half a second long, of two phonemes."""
    words = [
        Word(f"word{n}", n + 0.2, n + 0.7, phonemes=(
            Phoneme("AH", n + 0.2, n + 0.45), Phoneme("B", n + 0.45, n + 0.7)))
        for n in range(10)
    ]  # fmt: skip
    return Transcript(tuple(words), DURATION)


def make_sound(duration: float = DURATION) -> Envelope:
    """Noise that comes and goes."""
    times = np.arange(round(duration * 16000)) / 16000
    noise = np.random.default_rng(0).standard_normal(len(times))
    return make_envelope(Audio((noise * 0.2 * np.sin(times) ** 2).astype(np.float32), 16000))


@dataclass
class Hand:
    """A mouse that moves in steps, as a hand does, slowly enough for pyqtgraph's rate limit."""

    qtbot: QtBot
    view: TimelineView

    def x_of(self, time: float) -> int:
        return round(self.view.axis.x_of(time, self.view.stack.view_rect().width()))

    def row(self, name: str) -> QWidget:
        viewport = self.view.stack.rows[name].view.viewport()
        assert isinstance(viewport, QWidget)
        return viewport

    def drag(
        self,
        widget: QWidget,
        start: QPoint,
        end: QPoint,
        *,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
        release: bool = True,
    ) -> None:
        self.send(widget, QEvent.Type.MouseMove, start, Qt.MouseButton.NoButton, modifiers)
        self.send(widget, QEvent.Type.MouseButtonPress, start, button, modifiers)
        for step in (0.4, 0.8, 1.0):
            place = start + (end - start) * step
            self.send(widget, QEvent.Type.MouseMove, place, button, modifiers)
        if release:
            self.send(widget, QEvent.Type.MouseButtonRelease, end, button, modifiers)

    def select(self, row: str, start: float, end: float, **kinds: Qt.KeyboardModifier) -> None:
        """Drag from one time to another near the upper edge of a row."""
        self.drag(self.row(row), QPoint(self.x_of(start), 3), QPoint(self.x_of(end), 4), **kinds)  # type: ignore[arg-type]

    def send(
        self,
        widget: QWidget,
        kind: QEvent.Type,
        place: QPoint,
        button: Qt.MouseButton,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        self.qtbot.wait(15)
        held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
        cause = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else button
        local = QPointF(place)
        event = QMouseEvent(kind, local, QPointF(widget.mapToGlobal(place)), cause, held, modifiers)
        QApplication.sendEvent(widget, event)

    def wheel(
        self,
        widget: QWidget,
        x: int,
        notches: float,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        place = QPoint(x, 5)
        event = QWheelEvent(
            QPointF(place), QPointF(widget.mapToGlobal(place)), QPoint(),
            QPoint(0, round(120 * notches)), Qt.MouseButton.NoButton, modifiers,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(widget, event)
