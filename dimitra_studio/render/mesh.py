"""Pictures of the rig itself: shaded, textured, anti-aliased, without a window."""

import logging
from pathlib import Path
from types import TracebackType
from typing import Literal, Protocol, Self

import cv2
import numpy as np
from numpy.typing import ArrayLike, NDArray

from dimitra_studio.core.errors import RigError
from dimitra_studio.core.paths import RESOURCES
from dimitra_studio.face.camera import Camera, look_at
from dimitra_studio.face.rigs import StudioRig
from dimitra_studio.render.mesh_cpu import CpuCanvas
from dimitra_studio.render.mesh_shading import VertexShader

Floats = NDArray[np.float32]
Backend = Literal["auto", "cpu", "opengl"]

CENTRE, SPAN = (0.0, -0.045, -0.05), 0.36
"""What the default camera looks at, and the metres it shows: head, neck and some shoulder."""

BACKGROUND = (58, 62, 70)
"""Default colour behind the head, sRGB."""

GAMMA = 2.2

_log = logging.getLogger(__name__)


class Canvas(Protocol):
    """Draws lit triangles; the CPU and OpenGL have one each."""

    def draw(self, points: Floats, depth: Floats, light: Floats, highlight: Floats) -> Floats:
        """``(H, W, 4)`` linear RGB times coverage, and coverage.

        Args:
            points: ``(V, 2)`` pixels.
            depth: ``(V,)`` metres in front of the camera.
            light: ``(V, 3)`` linear RGB to multiply the texture by.
            highlight: ``(V, 3)`` linear RGB to add.
        """

    def close(self) -> None:
        """Free what the canvas holds."""


class MeshRenderer:
    """Draws one person's head, frame by frame.

    Use it in the thread that made it; close it, or use it in a ``with`` block.

    Args:
        rig: what to draw.
        identity: ``(I,)`` standard deviations; the mean person for None.
        size: width and height in pixels, when there is no camera.
        camera: whose picture to draw; head and shoulders from in front for None.
        skin: ``(h, w, 3)`` uint8 texture; the rig's own for None.
        background: sRGB behind the head; None for a picture with an alpha channel instead.
        backend: ``opengl``, ``cpu``, or ``auto`` for the first of them that works here.

    Raises:
        RigError: if the rig's texture is missing or damaged.
        RuntimeError: if OpenGL was asked for and does not work.
    """

    def __init__(
        self,
        rig: StudioRig,
        identity: ArrayLike | None = None,
        *,
        size: tuple[int, int] = (512, 512),
        camera: Camera | None = None,
        skin: NDArray[np.uint8] | None = None,
        background: tuple[int, int, int] | None = BACKGROUND,
        backend: Backend = "auto",
    ) -> None:
        self.camera = camera or look_at(CENTRE, width=size[0], height=size[1], span=SPAN)
        self._rig = rig
        self._identity = identity
        self._background = background
        self._shader = VertexShader(rig.triangles, rig.parts, rig.part_names, rig.sky_share)
        texture = self._fit(load_skin() if skin is None else skin)
        self.backend, self._canvas = _make_canvas(backend, rig, self.camera, texture)
        self._to_srgb = (255.0 * np.linspace(0.0, 1.0, 4096) ** (1.0 / GAMMA) + 0.5).astype(
            np.uint8
        )

    def frame(self, curves: ArrayLike) -> NDArray[np.uint8]:
        """Draw one frame.

        Args:
            curves: ``(C,)`` of the rig.

        Returns:
            ``(H, W, 3)`` sRGB, or ``(H, W, 4)`` with straight alpha without a background.
        """
        vertices = self._rig.vertices(np.asarray(curves, np.float32)[None], self._identity)[0]
        return self.draw(vertices)

    def draw(self, vertices: Floats) -> NDArray[np.uint8]:
        """As ``frame``, for ``(V, 3)`` vertices from elsewhere."""
        light, highlight = self._shader.shade(vertices, np.array(self.camera.position))
        points = self.camera.project(vertices).astype(np.float32)
        depth = self.camera.depth(vertices).astype(np.float32)
        picture = self._canvas.draw(points, depth, light, highlight)
        colour, cover = picture[..., :3], picture[..., 3:]
        if self._background is None:
            straight = colour / np.maximum(cover, np.float32(1e-6))
            alpha = np.rint(255.0 * np.clip(cover, 0.0, 1.0)).astype(np.uint8)
            return np.concatenate([self._encode(straight), alpha], -1)
        behind = (np.array(self._background) / 255.0) ** GAMMA
        return self._encode(colour + (1.0 - cover) * behind.astype(np.float32))

    def close(self) -> None:
        """Free the memory of the graphics card."""
        self._canvas.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _encode(self, linear: NDArray[np.floating]) -> NDArray[np.uint8]:
        top = len(self._to_srgb) - 1
        return self._to_srgb[(np.clip(linear, 0.0, 1.0) * top).astype(np.int32)]

    def _fit(self, skin: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """Shrink a texture whose texels are smaller than pixels: its fine grain would flicker."""
        rest = self._rig.vertices(np.zeros((1, len(self._rig.description.channels))))[0]
        chosen = self._rig.part("skin")
        pixels = self.camera.project(rest)[self._rig.triangles[chosen]]
        texels = self._rig.uv[chosen] * (skin.shape[1], skin.shape[0])
        ratio = np.sqrt(_area(texels).sum() / _area(pixels).sum())
        while ratio > 2.0 and min(skin.shape[:2]) > 64:
            skin = cv2.resize(skin, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
            ratio /= 2.0
        return skin


def load_skin(path: Path = RESOURCES / "rig" / "studio.jpg") -> NDArray[np.uint8]:
    """``(h, w, 3)`` sRGB, the texture of the rig that ships.

    Raises:
        RigError: if the file is missing or damaged.
    """
    picture = cv2.imread(str(path), cv2.IMREAD_COLOR) if path.is_file() else None
    if picture is None:
        raise RigError(f"The rig's texture {path} cannot be read; install the application again.")
    return cv2.cvtColor(picture, cv2.COLOR_BGR2RGB)


def _area(corners: NDArray[np.floating]) -> NDArray[np.floating]:
    a, b = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    return np.abs(a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0])


def _make_canvas(
    backend: Backend, rig: StudioRig, camera: Camera, texture: NDArray[np.uint8]
) -> tuple[str, Canvas]:
    """The canvas asked for, or the best that works here."""
    if backend != "cpu":
        try:
            from dimitra_studio.render.mesh_opengl import OpenGLCanvas

            return "opengl", OpenGLCanvas(rig, camera, texture, GAMMA)
        except Exception as error:  # drivers fail in many ways, and each of them means: no OpenGL
            if backend == "opengl":
                raise RuntimeError(f"OpenGL does not work here: {error}") from error
            _log.info("drawing on the CPU, because OpenGL does not work here: %s", error)
    return "cpu", CpuCanvas(rig, camera, texture, GAMMA)
