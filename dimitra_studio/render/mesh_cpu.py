"""Draws the rig without OpenGL: one sample inside surfaces, four at their edges."""

import cv2
import numpy as np
from numpy.typing import NDArray

from dimitra_studio.face.camera import Camera
from dimitra_studio.face.rigs import StudioRig
from dimitra_studio.render.rasterise import EMPTY, Visible, find_visible

Floats = NDArray[np.float32]

FINER = 2  # samples along each side of a pixel
LAYERS = (
    ("skin", "lips", "mouth", "socket"), ("sclera", "iris", "pupil"), ("upper_teeth",),
    ("lower_teeth",), ("tongue",), ("lashes",),
)  # fmt: skip
"""Parts that go over into each other without an edge."""
STEP = 0.004  # a larger change of the distance, as a share of it, is an edge
REMAP_WIDTH = 1024  # OpenCV's pictures may not be longer than 32767


class CpuCanvas:
    """Draws with numpy and OpenCV.

    Args:
        rig: whose triangles, parts and texture coordinates.
        camera: gives the size.
        texture: ``(h, w, 3)`` sRGB.
        gamma: from sRGB to linear.
    """

    def __init__(
        self, rig: StudioRig, camera: Camera, texture: NDArray[np.uint8], gamma: float
    ) -> None:
        self._width, self._height = camera.width, camera.height
        self._triangles = rig.triangles
        height, width = texture.shape[:2]
        # To texel centres, as OpenCV counts them.
        self._texels = (rig.uv * (width, -height) + (-0.5, height - 0.5)).astype(np.float32)
        self._texture = texture
        self._to_linear = (np.linspace(0.0, 1.0, 256) ** gamma).astype(np.float32)
        layer = {name: index for index, names in enumerate(LAYERS) for name in names}
        self._layer = np.array([layer[name] for name in rig.part_names], np.uint8)[rig.parts]

    def draw(self, points: Floats, depth: Floats, light: Floats, highlight: Floats) -> Floats:
        """As ``render.mesh.Canvas`` says."""
        n_pixels = self._width * self._height
        seen = find_visible(
            points * FINER, depth, self._triangles,
            width=self._width * FINER, height=self._height * FINER,
        )  # fmt: skip
        rows = self._per_pixel(seen.pixel, seen.row.astype(np.int32), EMPTY)
        inner, edge = self._sort_pixels(seen)
        x, y = self._places(inner)
        which, parts = np.nonzero(rows[:, edge] != EMPTY)
        x_edge, y_edge = self._places(edge[parts])
        x_edge += (which % FINER) + (0.5 - 0.5 * FINER)
        y_edge += (which // FINER) + (0.5 - 0.5 * FINER)
        row = np.concatenate([rows[0, inner], rows[which, edge[parts]]])
        weights = seen.barycentric(row, np.concatenate([x, x_edge]), np.concatenate([y, y_edge]))
        lit = np.concatenate([light, highlight], 1)
        colour = self._colour(seen.triangle[row], weights, lit)
        picture = np.zeros((n_pixels, 4), np.float32)
        picture[inner, :3] = colour[: len(inner)]
        picture[inner, 3] = 1.0
        for channel in range(3):
            picture[edge, channel] = (
                np.bincount(parts, colour[len(inner) :, channel], len(edge)) / FINER**2
            )
        picture[edge, 3] = np.bincount(parts, minlength=len(edge)) / FINER**2
        return picture.reshape(self._height, self._width, 4)

    def _per_pixel(self, sample: NDArray[np.int64], values: NDArray, empty: float) -> NDArray:
        """``(samples, H * W)`` values of the samples of each pixel."""
        full = np.full(self._width * self._height * FINER**2, empty, values.dtype)
        full[sample] = values
        full = full.reshape(self._height, FINER, self._width, FINER)
        return full.transpose(1, 3, 0, 2).reshape(FINER**2, -1)

    def _sort_pixels(self, seen: Visible) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The pixels inside one surface, and those where surfaces meet."""
        near = self._per_pixel(seen.pixel, seen.nearness, 0.0)
        layers = self._per_pixel(seen.pixel, self._layer[seen.triangle][seen.row], 255)
        most = near.max(0)
        whole = most - near.min(0) < STEP * most
        for layer in layers[1:]:
            whole &= layer == layers[0]
        return np.flatnonzero(whole), np.flatnonzero((most > 0.0) & ~whole)

    def _places(self, pixel: NDArray[np.int64]) -> tuple[Floats, Floats]:
        """The middle of pixels, in samples."""
        y, x = np.divmod(pixel, self._width)
        return ((x + 0.5) * FINER).astype(np.float32), ((y + 0.5) * FINER).astype(np.float32)

    def _colour(self, triangle: NDArray[np.int64], weights: Floats, lit: Floats) -> Floats:
        """``(P, 3)`` linear RGB of points in triangles, from ``(V, 6)`` light and highlights."""
        # The middle of a pixel may lie just beside the triangle that one of its samples hit.
        np.clip(weights, 0.0, 1.0, out=weights)
        weights /= weights.sum(1, keepdims=True)
        corners = self._triangles[triangle]
        texels = self._texels[triangle]
        mixed = weights[:, :1] * lit[corners[:, 0]]
        place = weights[:, :1] * texels[:, 0]
        for k in (1, 2):
            mixed += weights[:, k : k + 1] * lit[corners[:, k]]
            place += weights[:, k : k + 1] * texels[:, k]
        albedo = self._to_linear[self._look_up(place)]
        return albedo * mixed[:, :3] + mixed[:, 3:]

    def _look_up(self, place: Floats) -> NDArray[np.uint8]:
        """``(P, 3)`` the texture between texels."""
        n = len(place)
        padded = np.zeros((-(-max(n, 1) // REMAP_WIDTH) * REMAP_WIDTH, 2), np.float32)
        padded[:n] = place
        found = cv2.remap(
            self._texture, padded.reshape(-1, REMAP_WIDTH, 2), None, cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_REPLICATE,
        )  # fmt: skip
        return found.reshape(-1, 3)[:n]

    def close(self) -> None:
        """Nothing to free."""
