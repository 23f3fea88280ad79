"""A graph editor joined to a document as the main window joins it, and the user's hand."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from dimitra_studio.core.curve_editing import Curve
from dimitra_studio.core.edited_curves import (
    pin_edits,
    reset_to_generated,
    set_curves,
    unpin_frames,
)
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.project import Project, active_motion, add_take, edited_motion
from dimitra_studio.core.rig import COMPONENTS, STUDIO
from dimitra_studio.core.take import Take
from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui.curve_editor.curve_editor_view import CurveEditorView
from dimitra_studio.gui.curve_editor.units import unit_of

N_FRAMES = 200


def make_motion() -> Motion:
    """Eight seconds in which every channel does something else, well within its limits."""
    time = np.arange(N_FRAMES)[:, None]
    channel = np.arange(len(STUDIO.channels))
    curves = 0.4 + 0.2 * np.sin(time / (9 + channel) + channel) + 0.01 * np.sin(2.1 * time)
    return Motion(curves.astype(np.float32), STUDIO)


class Desk:
    """The editor, the document under it, and the hand of the user."""

    def __init__(self, view: CurveEditorView) -> None:
        self.view = view
        motion = make_motion()
        take = Take("Take 1", motion, "generated", COMPONENTS, 0.0, motion.duration)
        self.project = add_take(Project(), take)
        self.steps: list[str] = []
        view.curves_changed.connect(self._on_curves_changed)
        view.reset_requested.connect(self._on_reset_requested)
        view.pin_requested.connect(self._on_pin_requested)
        self.show()

    def show(self) -> None:
        project = self.project
        self.view.set_motion(
            active_motion(project),
            edited_motion(project),
            project.edits,
            project.pinned,
            project.locks,
        )

    def change(self, **fields: object) -> None:
        """Change the document from elsewhere."""
        self.project = replace(self.project, **fields)  # type: ignore[arg-type]
        self.show()

    def give_keys(self, channel: str, *keys: int) -> None:
        self.project = set_curves(self.project, {}, {channel: keys})
        self.show()

    def curve(self, channel: str = "jawOpen") -> Curve:
        motion = edited_motion(self.project)
        assert motion is not None
        return motion.channel(channel)

    def keys(self, channel: str = "jawOpen") -> tuple[int, ...]:
        edit = self.project.edits.get(channel)
        return edit.keys if edit else ()

    def place(self, frame: int, value: float | None = None, channel: str = "jawOpen") -> QPoint:
        """Where a frame of a curve is on the canvas, at its own value or another."""
        at = float(self.curve(channel)[frame]) if value is None else value
        point = self.view.canvas.viewport.point(frame, at, 25, unit_of(channel))
        return point.toPoint()

    def drag(
        self,
        *places: QPoint,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        release: bool = True,
    ) -> None:
        canvas = self.view.canvas
        QTest.mousePress(canvas, button, modifiers, places[0])
        for place in places[1:]:
            send_move(canvas, place, button, modifiers)
        if release:
            QTest.mouseRelease(canvas, button, modifiers, places[-1])

    def _on_curves_changed(
        self, step: str, curves: Mapping[str, Curve], keys: Mapping[str, tuple[int, ...]]
    ) -> None:
        self.steps.append(step)
        self.project = set_curves(self.project, curves, keys)
        self.show()

    def _on_reset_requested(self, channels: list[str], segment: Segment | None) -> None:
        self.project = reset_to_generated(self.project, channels, segment)
        self.show()

    def _on_pin_requested(self, channels: list[str], segment: Segment | None, pin: bool) -> None:
        if pin:
            self.project = pin_edits(self.project, channels, segment)
        else:
            components = {STUDIO.components[STUDIO.column(name)] for name in channels}
            self.project = unpin_frames(self.project, components, segment)
        self.show()


def send_move(
    widget: QWidget, place: QPoint, button: Qt.MouseButton, modifiers: Qt.KeyboardModifier
) -> None:
    """QTest's own move knows neither buttons nor modifiers."""
    at = QPointF(place)
    event = QMouseEvent(QEvent.Type.MouseMove, at, at, Qt.MouseButton.NoButton, button, modifiers)
    QCoreApplication.sendEvent(widget, event)
