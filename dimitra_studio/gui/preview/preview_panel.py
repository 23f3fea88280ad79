"""The middle of the window: the talking portrait and the talking mesh."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from dimitra_studio.core.project import Portrait
from dimitra_studio.gui.mesh.mesh_view import MeshView
from dimitra_studio.gui.mesh.orbit import Orbit
from dimitra_studio.gui.mesh.style import TEXTURES
from dimitra_studio.gui.preview.modes import MODES, Mode
from dimitra_studio.gui.preview.overlay import Badge
from dimitra_studio.gui.preview.portrait_painter import PortraitFacts
from dimitra_studio.gui.preview.portrait_view import PortraitView
from dimitra_studio.gui.preview.preview_bar import PreviewBar

Floats = NDArray[np.float32]


class PreviewPanel(QWidget):
    """Shows curves on the person's portrait and mesh, in either of two takes.

    ``show_curves`` may be called as often as the screen is refreshed: it only leaves the curves
    for two threads, which draw the newest. ``stop`` or ``close`` it before it goes.
    """

    compare_changed = Signal(object)  # name of the take to compare with, or None
    showing_b_changed = Signal(bool)  # whether the user wants to see take B
    failed = Signal(str)  # one sentence
    portrait_ready = Signal(object)  # PortraitFacts of the portrait that is now shown
    frame_shown = Signal(float)  # time of the picture that a view has just painted

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face: Portrait | None = None
        self._curves: Floats | None = None
        self._time = 0.0
        self._mode: Mode = "both"
        self._bar = PreviewBar(self)
        self._portrait = PortraitView(self)
        self._mesh = MeshView(self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setChildrenCollapsible(False)
        for view in (self._portrait, self._mesh):
            self._splitter.addWidget(view)
            self._splitter.setStretchFactor(self._splitter.indexOf(view), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self._splitter, 1)

        self._connect_bar()
        self._opengl, self._photo = True, False
        self._mesh.opengl_found.connect(self._on_opengl_found)
        self._portrait.opened.connect(self._on_portrait_opened)
        for view in (self._portrait, self._mesh):
            view.failed.connect(self.failed)
            # After the painting is over, whatever those do who listen.
            view.frame_painted.connect(self.frame_shown, Qt.ConnectionType.QueuedConnection)
        self._bar.set_texture(self._mesh.texture)
        self._offer()

    def _connect_bar(self) -> None:
        bar = self._bar
        bar.mode_changed.connect(self._set_mode)
        bar.landmarks_changed.connect(self._set_landmarks)
        bar.wireframe_changed.connect(self._mesh.set_wireframe)
        bar.texture_changed.connect(self._mesh.set_texture)
        bar.full_size_changed.connect(self._portrait.set_full_size)
        bar.view_chosen.connect(self._on_view_chosen)
        bar.compared_changed.connect(self.compare_changed)
        bar.showing_b_changed.connect(self.showing_b_changed)

    @property
    def portrait_view(self) -> PortraitView:
        """The left one."""
        return self._portrait

    @property
    def mesh_view(self) -> MeshView:
        """The right one."""
        return self._mesh

    @property
    def bar(self) -> PreviewBar:
        """The row of tools, whose buttons are named after the window's commands."""
        return self._bar

    def set_project_face(self, portrait: Portrait | None) -> None:
        """Show another person; the mean one of the rig for None."""
        if portrait is self._face:
            return
        before, self._face = self._face, portrait
        media = portrait.media if portrait is not None else None
        if before is None or media != before.media:
            self._photo = False
            self._offer()
            self._mesh.set_person(portrait.identity if portrait is not None else None)
            self._portrait.set_portrait(media)
        self._show()

    def show_curves(self, curves: Floats | None, time: float) -> None:
        """Show ``(C,)`` curves.

        Args:
            curves: of the rig; those of the portrait itself for None.
            time: seconds on the timeline; comes back with ``frame_shown``.
        """
        self._curves, self._time = curves, time
        self._show()

    def _show(self) -> None:
        self._portrait.show_curves(self._curves, self._time)
        at_rest = self._face.curves if self._face is not None else None
        self._mesh.show_curves(at_rest if self._curves is None else self._curves, self._time)

    def set_compared(self, names: list[str], current: str | None) -> None:
        """Offer takes to compare with, and show which one it is."""
        self._bar.set_compared(tuple(names), current)

    def set_showing_b(self, shown: bool, name: str) -> None:
        """Show whether the curves are of take B, and the name of what they are of."""
        self._bar.set_showing_b(shown)
        badge = Badge("B" if shown else "A", name, other=shown) if name else None
        self._portrait.set_badge(badge)
        self._mesh.set_badge(badge)

    def view_state(self) -> dict[str, Any]:
        """What the project file remembers of the preview."""
        return {
            "mode": self._mode,
            "landmarks": self._bar.shows("landmarks"),
            "wireframe": self._bar.shows("wireframe"),
            "texture": self._mesh.texture,
            "orbit": asdict(self._mesh.orbit),
            "sizes": self._splitter.sizes(),
        }

    def restore_view_state(self, state: Mapping[str, Any]) -> None:
        """Show what ``view_state`` gave; what is missing or not understood stays as it is."""
        mode, texture = state.get("mode"), state.get("texture")
        if mode in MODES:
            self._bar.set_mode(mode)
            self._set_mode(mode)
        if texture in TEXTURES:
            self._bar.set_texture(texture)
            self._mesh.set_texture(texture)
        if isinstance(landmarks := state.get("landmarks"), bool):
            self._bar.set_landmarks(landmarks)
            self._set_landmarks(landmarks)
        if isinstance(wireframe := state.get("wireframe"), bool):
            self._bar.set_wireframe(wireframe)
            self._mesh.set_wireframe(wireframe)
        if (orbit := _orbit_from(state.get("orbit"))) is not None:
            self._mesh.set_orbit(orbit)
        sizes = state.get("sizes")
        if isinstance(sizes, list) and len(sizes) == 2 and all(type(n) is int for n in sizes):
            self._splitter.setSizes(sizes)

    def show_portrait(self) -> None:
        """Show the portrait alone."""
        self._bar.choose_mode("portrait")

    def show_mesh(self) -> None:
        """Show the mesh alone."""
        self._bar.choose_mode("mesh")

    def show_both(self) -> None:
        """Show portrait and mesh side by side."""
        self._bar.choose_mode("both")

    def toggle_landmarks(self) -> None:
        """Show or hide the landmarks."""
        self._bar.toggle("landmarks")

    def toggle_wireframe(self) -> None:
        """Show or hide the edges of the mesh."""
        self._bar.toggle("wireframe")

    def toggle_compare(self) -> None:
        """Change between the project and the take compared with."""
        self._bar.toggle("compare")

    def cycle_texture(self) -> None:
        """Go on to the mesh's next texture."""
        self._bar.cycle_texture()

    def view_front(self) -> None:
        """Look at the mesh from in front."""
        self._mesh.look_from("front")

    def view_left(self) -> None:
        """Look at the mesh's left side."""
        self._mesh.look_from("left")

    def view_right(self) -> None:
        """Look at the mesh's right side."""
        self._mesh.look_from("right")

    def reset_view(self) -> None:
        """Put camera and zoom back."""
        self._portrait.reset_view()
        self._mesh.reset_view()

    def stop(self) -> None:
        """Wait for what is being drawn, and draw no more."""
        self._portrait.stop()
        self._mesh.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.stop()
        super().closeEvent(event)

    def _set_mode(self, mode: Mode) -> None:
        self._mode = mode
        self._portrait.setVisible(mode != "mesh")
        self._mesh.setVisible(mode != "portrait")

    def _set_landmarks(self, shown: bool) -> None:
        self._portrait.set_landmarks(shown)
        self._mesh.set_landmarks(shown)

    def _offer(self) -> None:
        self._bar.set_abilities(opengl=self._opengl, photo=self._photo)

    def _on_view_chosen(self, name: str) -> None:
        if name == "reset":
            self.reset_view()
        else:
            self._mesh.look_from(name)

    def _on_opengl_found(self, found: bool) -> None:
        self._opengl = found
        self._offer()

    def _on_portrait_opened(self, facts: PortraitFacts | None) -> None:
        self._photo = facts is not None
        self._offer()
        if facts is not None and self._face is not None:
            self._mesh.set_person(self._face.identity, facts.photo)
            self.portrait_ready.emit(facts)


def _orbit_from(state: Any) -> Orbit | None:
    """The camera that a project file remembers, or None where it is not one."""
    if not isinstance(state, Mapping):
        return None
    try:
        values = {str(name): float(value) for name, value in state.items()}
        return Orbit(**values) if np.isfinite(list(values.values())).all() else None
    except (TypeError, ValueError):
        return None
