"""Draws the mesh on a preview thread: with OpenGL, or by the processor where there is none."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QOffscreenSurface

from dimitra_studio.gui.mesh.orbit import Orbit
from dimitra_studio.gui.mesh.style import Style
from dimitra_studio.pipeline.preview import MeshSource, PhotoTexture, to_screen

if TYPE_CHECKING:
    from dimitra_studio.gui.mesh.gl_canvas import GlCanvas
    from dimitra_studio.gui.mesh.mesh_scene import MeshScene

Floats = NDArray[np.float32]

_PROCESSOR_SIDE = 400  # pixels of the square that a processor draws at 25 frames a second

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class MeshSubject:
    """Whose mesh to draw.

    Args:
        identity: ``(I,)`` of the face; the mean person for None.
        photo: makes the person's photograph a texture; called when it is first shown.
    """

    identity: Floats | None
    photo: Callable[[], PhotoTexture] | None = None


@dataclass(frozen=True, slots=True)
class MeshFacts:
    """What draws the mesh.

    Args:
        opengl: whether there is OpenGL.
        software: whether a program plays the graphics card.
    """

    opengl: bool
    software: bool


@dataclass(frozen=True, slots=True, eq=False)
class MeshRequest:
    """One picture to draw.

    Args:
        curves: ``(C,)``; at rest for None.
        time: seconds on the timeline, handed through.
        orbit: from where.
        style: how.
        size: width and height in pixels.
        smooth: whether edges are.
    """

    curves: Floats | None
    time: float
    orbit: Orbit
    style: Style
    size: tuple[int, int]
    smooth: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class MeshPicture:
    """One frame.

    Args:
        pixels: ``(H, W, 4)`` uint8 blue, green, red, 255; in the middle of what was asked for.
        time: of the request.
    """

    pixels: NDArray[np.uint8]
    time: float


class MeshPainter:
    """Owns the OpenGL context and what is on the graphics card.

    Args:
        surface: from ``gl_canvas.make_surface``; None to let the processor draw.
    """

    def __init__(self, surface: QOffscreenSurface | None) -> None:
        self._canvas = _open_canvas(surface)
        self._source: MeshSource | None = None
        self._photo: Callable[[], PhotoTexture] | None = None
        self._plain: MeshScene | None = None
        self._textured: MeshScene | None = None

    def set_subject(self, subject: MeshSubject) -> MeshFacts:
        """Shape the mesh after another person."""
        self._plain = self._textured = None
        self._source, self._photo = MeshSource(subject.identity), subject.photo
        canvas = self._canvas
        return MeshFacts(canvas is not None, canvas is not None and canvas.software)

    def draw(self, request: MeshRequest) -> MeshPicture | None:
        """Draw one frame."""
        if self._source is None:
            return None
        vertices = self._source.vertices(request.curves)
        if self._canvas is None:
            return MeshPicture(self._draw_slowly(self._source, vertices, request), request.time)
        context = self._canvas.begin(*request.size, smooth=request.smooth)
        scene = self._scene(self._source, request.style)
        scene.draw(context, vertices, request.orbit, request.style, request.size)
        return MeshPicture(self._canvas.end(), request.time)

    def close(self) -> None:
        """Free the graphics card's memory."""
        self._plain = self._textured = None
        if self._canvas is not None:
            self._canvas.close()
            self._canvas = None

    def _scene(self, source: MeshSource, style: Style) -> "MeshScene":
        from dimitra_studio.gui.mesh.mesh_scene import MeshScene

        if style.texture == "photo" and self._photo is not None:
            if self._textured is None:
                self._textured = MeshScene(source, self._photo())
            return self._textured
        if self._plain is None:
            self._plain = MeshScene(source)
        return self._plain

    def _draw_slowly(
        self, source: MeshSource, vertices: Floats, request: MeshRequest
    ) -> NDArray[np.uint8]:
        side = max(min(*request.size, _PROCESSOR_SIDE), 1)
        red, green, blue = (round(255.0 * value) for value in request.style.middle)
        placed = request.orbit.in_front(vertices)
        return to_screen(source.picture(placed, side, (red, green, blue)))


def _open_canvas(surface: QOffscreenSurface | None) -> "GlCanvas | None":
    if surface is None:
        return None
    try:
        from dimitra_studio.gui.mesh.gl_canvas import GlCanvas

        return GlCanvas(surface)
    except Exception as error:  # drivers fail in many ways, and each of them means: no OpenGL
        _log.warning("The mesh is drawn by the processor: %s", error)
        return None
