"""What the window draws portrait and mesh from; without torch, so that it can show them at once."""

from dataclasses import dataclass, replace
from functools import cached_property

import cv2
import numpy as np
from numpy.typing import ArrayLike, NDArray

from dimitra_studio.core.project import Media
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.face import landmarks as marks
from dimitra_studio.face.fits import PortraitFit
from dimitra_studio.face.image import load_image
from dimitra_studio.face.rigs import load_rig
from dimitra_studio.pipeline.photo_texture import PhotoTexture, make_photo_texture
from dimitra_studio.render import mesh_shading
from dimitra_studio.render.mesh import BACKGROUND, CENTRE, GAMMA, SPAN, MeshRenderer, load_skin
from dimitra_studio.render.person_points import make_landmarks

__all__ = [
    "CENTRE",
    "GAMMA",
    "LANDMARK_GROUPS",
    "PREVIEW_SIDE",
    "SPAN",
    "Look",
    "MeshSource",
    "PhotoTexture",
    "PortraitSource",
    "to_screen",
]

Floats = NDArray[np.float32]

PREVIEW_SIDE = 768
"""Pixels of the longest side of a portrait that one core draws at more than 25 frames a second."""

_SKIN_SIDE = 1024  # of the texture on screen; finer texels are smaller than pixels and flicker

_RIGHT_LIDS = (
    marks.RIGHT_EYE_CORNERS[0], *marks.RIGHT_UPPER_LID,
    marks.RIGHT_EYE_CORNERS[1], *reversed(marks.RIGHT_LOWER_LID),
)  # fmt: skip
_LEFT_LIDS = (
    marks.LEFT_EYE_CORNERS[0], *marks.LEFT_UPPER_LID,
    marks.LEFT_EYE_CORNERS[1], *reversed(marks.LEFT_LOWER_LID),
)  # fmt: skip
_OUTER_LIPS = (
    marks.MOUTH_CORNERS[0], *marks.UPPER_LIP_OUTER,
    marks.MOUTH_CORNERS[1], *reversed(marks.LOWER_LIP_OUTER),
)  # fmt: skip
_INNER_LIPS = (
    marks.MOUTH_CORNERS[2], *marks.UPPER_LIP_INNER,
    marks.MOUTH_CORNERS[3], *reversed(marks.LOWER_LIP_INNER),
)  # fmt: skip

LANDMARK_GROUPS: dict[str, tuple[tuple[int, ...], ...]] = {
    "oval": (marks.FACE_OVAL,),
    "eyes": (_RIGHT_LIDS, _LEFT_LIDS, marks.RIGHT_IRIS[1:], marks.LEFT_IRIS[1:]),
    "lips": (_OUTER_LIPS, _INNER_LIPS),
}
"""Closed contours among the 478 landmarks, each a row of their indices."""


class PortraitSource:
    """Draws a portrait in the expressions and poses of the rig.

    It takes half a second to make and is used from one thread, which is not the GUI's.

    Args:
        media: the picture file.
        rig: name of the rig.
        longest_side: larger pictures are drawn smaller; None for the size they have.

    Raises:
        ImageError: if the picture cannot be decoded.
        FaceError: if it does not show one face.
        RigError: if there is no such rig.
    """

    def __init__(
        self, media: Media, rig: str = STUDIO.name, *, longest_side: int | None = PREVIEW_SIDE
    ) -> None:
        # Importing these loads MediaPipe, for which no window should wait.
        from dimitra_studio.face.fitting import fit_portrait
        from dimitra_studio.render.portrait import PortraitRenderer

        self._rig = load_rig(rig)
        full = fit_portrait(load_image(media.data, name=media.name), self._rig)
        self._fit = fit = full if longest_side is None else _shrunk(full, longest_side)
        self._renderer = PortraitRenderer(fit, self._rig)
        self._points = make_landmarks(self._rig, fit.identity, fit.offset)
        # Landmarks are shown where the photograph has them; only their motion is the rig's.
        self._residual = np.asarray(fit.landmarks, np.float64) - self._project(fit.curves)

    @property
    def identity(self) -> Floats:
        """``(I,)`` standard deviations."""
        return self._fit.identity

    @property
    def curves(self) -> Floats:
        """``(C,)`` the expression and pose of the photograph."""
        return self._fit.curves

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the frames in pixels."""
        return self._fit.image.shape[1], self._fit.image.shape[0]

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the picture does not show well, a sentence each."""
        return self._fit.warnings

    def frame(self, curves: ArrayLike | None = None) -> NDArray[np.uint8]:
        """Draw one frame.

        Args:
            curves: ``(C,)`` of the rig; those of the photograph for None.

        Returns:
            ``(H, W, 3)`` sRGB.
        """
        return self._renderer.frame(self._given(curves))

    def landmarks(self, curves: ArrayLike | None = None) -> Floats:
        """``(478, 2)`` pixels of the landmarks in the frame of the same curves."""
        return (self._project(self._given(curves)) + self._residual).astype(np.float32)

    def photo(self) -> PhotoTexture:
        """The photograph as a texture of the person's mesh; takes a quarter of a second.

        It may be asked for on another thread than the frames.
        """
        return make_photo_texture(self._fit, self._rig)

    def _given(self, curves: ArrayLike | None) -> Floats:
        return self._fit.curves if curves is None else np.asarray(curves, np.float32)

    def _project(self, curves: Floats) -> NDArray[np.float64]:
        return self._fit.camera.project(self._points(curves[None])[0])


def _shrunk(fit: PortraitFit, longest_side: int) -> PortraitFit:
    height, width = fit.image.shape[:2]
    scale = longest_side / max(height, width)
    if scale >= 1.0:
        return fit
    small_width, small_height = max(1, round(width * scale)), max(1, round(height * scale))
    image = cv2.resize(fit.image, (small_width, small_height), interpolation=cv2.INTER_AREA)
    ratio = np.array([small_width / width, small_height / height], np.float32)
    return replace(
        fit,
        image=np.asarray(image, np.uint8),
        landmarks=fit.landmarks * ratio,
        camera=fit.camera.resized(small_width, small_height),
    )


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class Look:
    """How the mesh is lit, the same as in exported pictures.

    Args:
        lights: direction towards each lamp, of unit length, and its linear RGB.
        sky: linear RGB from above.
        ground: linear RGB from below.
        bleed: linear RGB that the skin's blood adds where light fades.
        wrap: ``(V,)`` how far light creeps around edges.
        gloss: ``(V, 2)`` strength and sharpness of highlights.
        skin: ``(V,)`` 1 on skin and lips, 0 elsewhere.
        sky_share: ``(V,)`` share of the sky that nothing hides.
    """

    lights: tuple[tuple[tuple[float, ...], tuple[float, ...]], ...]
    sky: tuple[float, ...]
    ground: tuple[float, ...]
    bleed: tuple[float, ...]
    wrap: Floats
    gloss: Floats
    skin: Floats
    sky_share: Floats


class MeshSource:
    """The mesh of one person.

    Args:
        identity: ``(I,)`` standard deviations; the mean person for None.
        rig: name of the rig.

    Raises:
        RigError: if there is no such rig, or its files are missing.
    """

    def __init__(self, identity: ArrayLike | None = None, rig: str = STUDIO.name) -> None:
        self._rig = load_rig(rig)
        self._identity = identity
        self.triangles: NDArray[np.int64] = self._rig.triangles
        """``(N, 3)`` vertices, counter-clockwise as seen from outside."""
        self.uv: Floats = self._rig.uv
        """``(N, 3, 2)`` texture coordinates of the triangles' corners, v upwards."""
        self.parts: NDArray[np.uint8] = self._rig.parts
        """``(N,)`` what each triangle belongs to, an index into ``part_names``."""
        self.part_names = self._rig.part_names
        self.pivot: Floats = self._rig.pivot
        """``(3,)`` where the head turns."""
        self._shader = mesh_shading.VertexShader(
            self.triangles, self.parts, self.part_names, self._rig.sky_share
        )
        self._drawn: tuple[tuple[int, tuple[int, int, int]], MeshRenderer] | None = None

    @property
    def n_channels(self) -> int:
        """How many values ``curves`` must have."""
        return len(self._rig.description.channels)

    @cached_property
    def skin(self) -> NDArray[np.uint8]:
        """``(h, w, 3)`` sRGB, the rig's own texture."""
        full = load_skin()
        if full.shape[0] <= _SKIN_SIDE:
            return full
        smaller = cv2.resize(full, (_SKIN_SIDE, _SKIN_SIDE), interpolation=cv2.INTER_AREA)
        return np.asarray(smaller, np.uint8)

    @cached_property
    def edges(self) -> NDArray[np.int64]:
        """``(E, 2)`` the vertices of every edge, once."""
        sides = np.concatenate([self.triangles[:, [a, b]] for a, b in ((0, 1), (1, 2), (2, 0))])
        ends = np.sort(sides, 1) @ (len(sides), 1)  # rows would be sorted with Python's lock held
        return np.stack(np.divmod(np.unique(ends), len(sides)), axis=1)

    @cached_property
    def look(self) -> Look:
        """How it is lit."""
        part = np.zeros(self._rig.n_vertices, np.int64)
        part[self.triangles] = self.parts[:, None]
        names = [self.part_names[index] for index in part]
        gloss = np.array([mesh_shading.GLOSS[name] for name in names], np.float32)
        return Look(
            lights=tuple(
                (_unit(light.direction), tuple(light.colour)) for light in mesh_shading.LIGHTS
            ),
            sky=tuple(mesh_shading.SKY.tolist()),
            ground=tuple(mesh_shading.GROUND.tolist()),
            bleed=tuple(mesh_shading.BLEED.tolist()),
            wrap=np.array([mesh_shading.WRAP.get(name, 0.0) for name in names], np.float32),
            gloss=gloss,
            skin=np.isin(names, ("skin", "lips")).astype(np.float32),
            sky_share=self._rig.sky_share,
        )

    def vertices(self, curves: ArrayLike | None = None) -> Floats:
        """``(V, 3)`` metres where ``(C,)`` curves put the mesh; at rest for None."""
        row = np.zeros(self.n_channels) if curves is None else np.asarray(curves)
        return self._rig.vertices(row[None], self._identity)[0]

    def normals(self, vertices: Floats) -> Floats:
        """``(V, 3)`` unit normals, outwards."""
        return self._shader.normals(vertices)

    def landmarks(self, vertices: Floats) -> Floats:
        """``(478, 3)`` metres, the landmarks on the mesh."""
        corners = vertices[self._rig.landmark_vertices]
        return np.einsum("kjc,kj->kc", corners, self._rig.landmark_weights).astype(np.float32)

    def picture(
        self,
        vertices: Floats,
        side: int,
        background: tuple[int, int, int] = BACKGROUND,
    ) -> NDArray[np.uint8]:
        """``(side, side, 3)`` sRGB from in front, drawn by the processor: for want of OpenGL.

        Args:
            vertices: ``(V, 3)`` metres, turned and moved as they are to be seen.
            side: width and height in pixels.
            background: sRGB behind the head.
        """
        wanted = (side, background)
        if self._drawn is None or self._drawn[0] != wanted:
            size = (side, side)
            renderer = MeshRenderer(
                self._rig, self._identity, size=size, background=background, backend="cpu"
            )
            self._drawn = (wanted, renderer)
        return self._drawn[1].draw(vertices)


def _unit(direction: tuple[float, float, float]) -> tuple[float, ...]:
    vector = np.array(direction)
    return tuple((vector / np.linalg.norm(vector)).tolist())


def to_screen(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """``(H, W, 4)`` blue, green, red, 255 of an ``(H, W, 3)`` sRGB picture, as screens keep it."""
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2BGRA), np.uint8)
