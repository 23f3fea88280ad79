"""Light on the rig's vertices, the same for every way of drawing them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix, csr_matrix

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Light:
    """A far lamp.

    Args:
        direction: towards the lamp, in rig space; unit length is not needed.
        colour: linear RGB.
    """

    direction: tuple[float, float, float]
    colour: tuple[float, float, float]


LIGHTS = (
    Light((-0.45, 0.55, 0.75), (0.86, 0.82, 0.78)),  # key, from the picture's upper left
    Light((0.85, 0.15, 0.5), (0.22, 0.24, 0.28)),  # fill
    Light((0.5, 0.5, -0.9), (0.30, 0.31, 0.34)),  # rim, parts the head from the background
)
SKY = np.array((0.30, 0.31, 0.33), np.float32)
GROUND = np.array((0.16, 0.13, 0.12), np.float32)
"""Linear RGB of what surrounds the head, above and below."""

WRAP = {"skin": 0.28, "lips": 0.28}
"""How far light creeps around an edge: skin is translucent."""
BLEED = np.array((0.10, 0.025, 0.0), np.float32)
"""Red that the skin's blood adds where light fades."""

GLOSS = {
    "skin": (0.055, 14.0), "lips": (0.10, 26.0), "mouth": (0.04, 30.0), "socket": (0.03, 10.0),
    "sclera": (0.45, 90.0), "iris": (0.9, 160.0), "pupil": (0.9, 160.0),
    "upper_teeth": (0.25, 40.0), "lower_teeth": (0.25, 40.0), "tongue": (0.16, 24.0),
    "lashes": (0.0, 1.0),
}  # fmt: skip
"""Strength and sharpness of each part's highlights."""


class VertexShader:
    """Lights the vertices of one mesh.

    Args:
        triangles: ``(N, 3)`` vertices.
        parts: ``(N,)`` index into ``part_names``.
        part_names: of the rig.
        sky_share: ``(V,)`` share of the sky that nothing hides.
    """

    def __init__(
        self,
        triangles: NDArray[np.int64],
        parts: NDArray[np.uint8],
        part_names: tuple[str, ...],
        sky_share: Floats,
    ) -> None:
        n_vertices = len(sky_share)
        self._triangles = triangles
        self._gather = _gather_matrix(triangles, n_vertices)
        part = np.zeros(n_vertices, np.int64)
        part[triangles] = parts[:, None]
        names = np.array(part_names)[part]
        self._wrap = np.array([WRAP.get(name, 0.0) for name in names], np.float32)
        self._gloss = np.array([GLOSS[name][0] for name in names], np.float32)
        self._sharpness = np.array([GLOSS[name][1] for name in names], np.float32)
        self._skin = np.isin(names, ("skin", "lips"))
        self._sky_share = sky_share

    def shade(self, vertices: Floats, eye: NDArray[np.floating]) -> tuple[Floats, Floats]:
        """Light every vertex.

        Args:
            vertices: ``(V, 3)`` in rig space.
            eye: ``(3,)`` where the camera is.

        Returns:
            ``(V, 3)`` linear RGB to multiply the texture by, and ``(V, 3)`` highlights to add.
        """
        normals = self.normals(vertices)
        view = eye.astype(np.float32) - vertices
        view /= np.linalg.norm(view, axis=1, keepdims=True)
        openness = self._sky_share
        up = 0.5 + 0.5 * normals[:, 1:2]
        ambient = up * SKY + (1.0 - up) * GROUND
        # What sees little of the sky is in the shade of lamps, too.
        diffuse = ambient * openness[:, None]
        shade = np.sqrt(openness)
        highlight = np.zeros_like(diffuse)
        for light in LIGHTS:
            direction = np.array(light.direction, np.float32)
            direction /= np.linalg.norm(direction)
            colour = np.array(light.colour, np.float32)
            facing = normals @ direction
            lit = np.clip((facing + self._wrap) / (1.0 + self._wrap), 0.0, None) * shade
            diffuse += lit[:, None] * colour
            if light.direction[2] > 0.0:
                band = self._skin * np.clip(1.0 - np.abs(facing - 0.1) / 0.45, 0.0, 1.0) * shade
                diffuse += band[:, None] * BLEED * colour[0]
            half = view + direction
            half /= np.linalg.norm(half, axis=1, keepdims=True)
            glint = np.clip((normals * half).sum(1), 0.0, None) ** self._sharpness
            glint *= self._gloss * shade * (facing > 0.0)
            highlight += glint[:, None] * colour
        return diffuse.astype(np.float32), highlight.astype(np.float32)

    def normals(self, vertices: Floats) -> Floats:
        """``(V, 3)`` unit normals, outwards."""
        a, b, c = (vertices[self._triangles[:, k]] for k in range(3))
        normals = self._gather @ np.cross(b - a, c - a)
        length = np.linalg.norm(normals, axis=1, keepdims=True)
        return (normals / np.maximum(length, 1e-12)).astype(np.float32)


def vertex_normals(
    vertices: NDArray[np.floating], triangles: NDArray[np.int64]
) -> NDArray[np.float64]:
    """``(V, 3)`` unit normals, outwards, each the mean of its triangles weighted by area."""
    a, b, c = (vertices[triangles[:, k]].astype(np.float64) for k in range(3))
    normals = _gather_matrix(triangles, len(vertices)) @ np.cross(b - a, c - a)
    return normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12)


def _gather_matrix(triangles: NDArray[np.int64], n_vertices: int) -> csr_matrix:
    """``(V, N)`` sums over the triangles around each vertex."""
    owner = np.repeat(np.arange(len(triangles)), 3)
    ones = np.ones(len(owner), np.float32)
    return coo_matrix((ones, (triangles.ravel(), owner)), (n_vertices, len(triangles))).tocsr()
