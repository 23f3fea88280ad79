"""The talking head in three dimensions."""

from collections.abc import Callable
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QColor, QGuiApplication, QOffscreenSurface, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from dimitra_studio.gui import theme
from dimitra_studio.gui.mesh.mesh_painter import MeshFacts, MeshPainter, MeshRequest, MeshSubject
from dimitra_studio.gui.mesh.orbit import VIEWS, Orbit
from dimitra_studio.gui.mesh.style import TEXTURES, Colour, Style, Texture
from dimitra_studio.gui.preview.landmark_overlay import landmark_colours
from dimitra_studio.gui.preview.overlay import backdrop, paint_message
from dimitra_studio.gui.preview.picture_view import PictureView
from dimitra_studio.pipeline.preview import PhotoTexture

_MARK = 0.24  # diameter of a landmark, in heights of the text


class MeshView(PictureView):
    """Shows a person's mesh with the expression and pose of curves.

    Dragging turns it, Shift or the middle button moves it, the wheel zooms, a double click looks
    from in front; with the keyboard: Ctrl with the arrows, Shift besides to move, Page Up and
    Page Down.
    """

    opengl_found = Signal(bool)  # whether there is OpenGL; told once

    def __init__(self, parent: QWidget | None = None) -> None:
        self._surface = _make_surface()
        super().__init__(partial(MeshPainter, self._surface), parent)
        self.setAccessibleName(self.tr("3D head"))
        self.setToolTip(
            self.tr(
                "Drag to turn, Shift to move, wheel to zoom, double-click to look from in front"
            )
        )
        self._orbit = Orbit()
        self._texture: Texture = "skin"
        self._wireframe = self._landmarks = False
        self._opengl: bool | None = None
        self._software = self._rough = False
        self._thread.opened.connect(self._on_opened)
        self.set_person(None)

    def set_person(
        self,
        identity: NDArray[np.float32] | None,
        photo: Callable[[], PhotoTexture] | None = None,
    ) -> None:
        """Shape the mesh after a person.

        Args:
            identity: ``(I,)`` of the face; the mean person for None.
            photo: makes the photograph a texture; called off the GUI thread when it is needed.
        """
        self._thread.set_subject(MeshSubject(identity, photo))
        self._ask()

    @property
    def texture(self) -> Texture:
        """What the skin shows."""
        return self._texture

    def set_texture(self, texture: Texture) -> None:
        """Show the rig's texture, the person's photograph, or the shape alone.

        Raises:
            ValueError: if there is no such texture.
        """
        if texture not in TEXTURES:
            raise ValueError(f"texture must be one of {TEXTURES}, got {texture!r}")
        self._texture = texture
        self._ask()

    def set_wireframe(self, shown: bool) -> None:
        """Show the edges of the mesh, or not."""
        self._wireframe = shown
        self._ask()

    def set_landmarks(self, shown: bool) -> None:
        """Show the 478 landmarks, or not."""
        self._landmarks = shown
        self._ask()

    @property
    def orbit(self) -> Orbit:
        """From where the head is looked at."""
        return self._orbit

    def set_orbit(self, orbit: Orbit) -> None:
        """Look from somewhere else."""
        if orbit != self._orbit:
            self._orbit = orbit
            self._ask()

    def look_from(self, name: str) -> None:
        """Take one of the named ``VIEWS``, as near as before."""
        view = VIEWS[name]
        self.set_orbit(Orbit(view.yaw, view.pitch, self._orbit.zoom))

    def reset_view(self) -> None:
        """Look from in front, at all of the head."""
        self.set_orbit(Orbit())

    def _make_request(self) -> MeshRequest | None:
        ratio = self.devicePixelRatioF()
        width, height = round(self.width() * ratio), round(self.height() * ratio)
        if width < 1 or height < 1:
            return None
        middle, border = backdrop()
        style = Style(
            texture=self._texture,
            wireframe=self._wireframe,
            landmarks=self._landmarks,
            middle=_rgb(middle),
            border=_rgb(border),
            lines=_rgb(theme.colours().accent),
            marks=tuple((name, _rgb(colour)) for name, colour in landmark_colours().items()),
            mark_size=_MARK * self.fontMetrics().height() * ratio,
        )
        # Smooth edges double the work of a processor, and are not missed while things move.
        self._rough = self._software and self._moving
        return MeshRequest(
            self._curves, self._time, self._orbit, style, (width, height), smooth=not self._rough
        )

    def _on_quiet(self) -> None:
        super()._on_quiet()
        if self._rough:
            self._ask()

    def _on_opened(self, facts: MeshFacts) -> None:
        if self._opengl is None:
            self._opengl, self._software = facts.opengl, facts.software
            self.opengl_found.emit(facts.opengl)

    def _corner_text(self) -> tuple[str, bool]:
        if self._opengl is False:
            return self.tr("No OpenGL: drawn by the processor"), False
        return super()._corner_text()

    def _paint_absence(self, painter: QPainter) -> None:
        text = self._failure or self.tr("Loading the 3D head…")
        paint_message(painter, self, text, error=bool(self._failure))

    def _paint_picture(self, painter: QPainter) -> None:
        ratio, image = self.devicePixelRatioF(), self._image
        wanted = (round(self.width() * ratio), round(self.height() * ratio))
        if image.size().toTuple() == wanted:
            image.setDevicePixelRatio(ratio)
            painter.drawImage(0, 0, image)  # pixel upon pixel
            return
        # Of another size while the window is being dragged, and always without OpenGL.
        painter.fillRect(self.rect(), backdrop()[0])
        scale = min(self.width() / image.width(), self.height() / image.height())
        place = QRectF(0.0, 0.0, image.width() * scale, image.height() * scale)
        place.moveCenter(QRectF(self.rect()).center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, image)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ask()

    def _zoom_by(self, factor: float, at: QPointF) -> None:
        # What is under the cursor stays there, as it does in the portrait.
        side = max(min(self.width(), self.height()), 1)
        off = at - QRectF(self.rect()).center()
        nearer = self._orbit.zoomed(factor)
        share = (1.0 - nearer.zoom / self._orbit.zoom) / side
        self.set_orbit(nearer.moved(share * off.x(), share * off.y()))

    def _drag(self, by: QPointF, *, other: bool) -> None:
        side = max(min(self.width(), self.height()), 1)
        turn = self._orbit.moved if other else self._orbit.turned
        self.set_orbit(turn(by.x() / side, by.y() / side))


def _make_surface() -> QOffscreenSurface | None:
    """What OpenGL on another thread needs from this one; None where there is no OpenGL."""
    if QGuiApplication.platformName() == "offscreen":
        return None
    try:
        from dimitra_studio.gui.mesh.gl_canvas import make_surface

        return make_surface()
    except Exception:  # loading the library fails in many ways, and each means: no OpenGL
        return None


def _rgb(colour: QColor) -> Colour:
    return colour.redF(), colour.greenF(), colour.blueF()
