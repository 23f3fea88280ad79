"""How much of the sky each vertex sees, for soft shadows in ears, nostrils, mouth and neck."""

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.render.rasterise import find_visible

N_DIRECTIONS, SIZE, SPAN = 128, 400, 0.52  # directions; pixels and metres of each shadow map
FAR = 1000.0  # metres; from there the view is all but parallel
BIAS = 0.0015  # metres


def sky_share(
    vertices: NDArray[np.float64], normals: NDArray[np.float64], triangles: NDArray[np.int64]
) -> NDArray[np.float64]:
    """``(V,)`` share of the sky above each vertex that nothing hides, cosine-weighted."""
    seen, total = np.zeros(len(vertices)), np.full(len(vertices), 1e-9)
    centre = vertices.mean(0)
    for direction in _directions():
        side = np.cross([0.3, 1.0, 0.2], direction)
        side /= np.linalg.norm(side)
        frame = np.stack([side, np.cross(direction, side), direction])
        x, y, z = ((vertices - centre) @ frame.T).T
        pixels = np.stack([x, -y], 1) * (SIZE / SPAN) + 0.5 * SIZE
        view = find_visible(pixels, FAR - z, triangles, width=SIZE, height=SIZE, two_sided=True)
        nearest = np.full(SIZE * SIZE, -np.inf)
        corners = triangles[view.triangle[view.row]]
        nearest[view.pixel] = z[corners].min(1)
        column, row = np.clip(pixels.astype(int), 0, SIZE - 1).T
        facing = np.clip(normals @ direction, 0.0, None)
        seen += facing * (z >= nearest[row * SIZE + column] - BIAS)
        total += facing
    return seen / total


def _directions() -> NDArray[np.float64]:
    """Evenly over the sphere, by the golden angle."""
    index = np.arange(N_DIRECTIONS) + 0.5
    height = 1.0 - 2.0 * index / N_DIRECTIONS
    turn = np.pi * (1.0 + 5.0**0.5) * index
    ring = np.sqrt(1.0 - height**2)
    return np.stack([ring * np.cos(turn), height, ring * np.sin(turn)], 1)
