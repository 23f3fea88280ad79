"""Face Mesh as a surface: triangles, contours, and a smooth refinement of both."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from dimitra_studio.face.landmarks import (
    FACE_OVAL,
    LEFT_EYE_CORNERS,
    LEFT_LOWER_LID,
    LEFT_UPPER_LID,
    LOWER_LIP_INNER,
    LOWER_LIP_OUTER,
    MOUTH_CORNERS,
    N_MESH,
    RIGHT_EYE_CORNERS,
    RIGHT_LOWER_LID,
    RIGHT_UPPER_LID,
    UPPER_LIP_INNER,
    UPPER_LIP_OUTER,
)


@dataclass(frozen=True)
class Opening:
    """A hole of the face between two lines of skin.

    Args:
        right: corner on the person's right.
        upper: from right to left, without the corners.
        lower: below each of ``upper``.
        left: corner on the person's left.
    """

    right: int
    upper: tuple[int, ...]
    lower: tuple[int, ...]
    left: int

    @property
    def ring(self) -> tuple[int, ...]:
        """Around the hole: the upper line to the left, the lower one back."""
        return (self.right, *self.upper, self.left, *self.lower[::-1])


MOUTH = Opening(MOUTH_CORNERS[2], UPPER_LIP_INNER, LOWER_LIP_INNER, MOUTH_CORNERS[3])
LIPS = Opening(MOUTH_CORNERS[0], UPPER_LIP_OUTER, LOWER_LIP_OUTER, MOUTH_CORNERS[1])
RIGHT_EYE = Opening(RIGHT_EYE_CORNERS[0], RIGHT_UPPER_LID, RIGHT_LOWER_LID, RIGHT_EYE_CORNERS[1])
LEFT_EYE = Opening(
    LEFT_EYE_CORNERS[1], LEFT_UPPER_LID[::-1], LEFT_LOWER_LID[::-1], LEFT_EYE_CORNERS[0]
)
OPENINGS = (MOUTH, RIGHT_EYE, LEFT_EYE)
RIGHT_BROW = (70, 63, 105, 66, 107)
LEFT_BROW = (336, 296, 334, 293, 300)
"""Their upper borders, from right to left."""


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class Topology:
    """Face Mesh with every edge halved once.

    Args:
        skin: ``(N, 3)`` triangles of the refined surface.
        holes: ``(M, 3)`` triangles across mouth and eyes.
        refine: ``(F, 468)`` sparse; refined points are ``refine @ landmarks``, the landmarks first.
        rings: for each of ``OPENINGS`` the refined points around it: the upper line from corner
            to corner, then the lower one back.
    """

    skin: NDArray[np.int32]
    holes: NDArray[np.int32]
    refine: sparse.csr_matrix
    rings: tuple[NDArray[np.int64], ...]


@lru_cache(maxsize=1)
def face_topology() -> Topology:
    """Build the surface from MediaPipe's own list of edges."""
    skin = _tesselation()
    triangles = np.concatenate([skin, *(_across(opening) for opening in OPENINGS)])
    edges = np.unique(np.sort(_edges_of(triangles), axis=1), axis=0)
    middles = _Middles(edges)
    weights = _butterfly(triangles, edges)
    for ring in (FACE_OVAL, *(opening.ring for opening in OPENINGS)):
        weights |= _along(ring, middles)
    refine = sparse.lil_matrix((N_MESH + len(edges), N_MESH), dtype=np.float32)
    refine[:N_MESH] = sparse.identity(N_MESH)
    for row, entries in weights.items():
        for column, weight in entries:
            refine[row, column] += weight
    refined = _quarter(triangles, middles)
    return Topology(
        skin=refined[: 4 * len(skin)],
        holes=refined[4 * len(skin) :],
        refine=refine.tocsr(),
        rings=tuple(_refined_ring(opening.ring, middles) for opening in OPENINGS),
    )


class _Middles:
    """Numbers of the points in the middle of the edges."""

    def __init__(self, edges: NDArray[np.int64]) -> None:
        self._numbers = {(a, b): N_MESH + k for k, (a, b) in enumerate(edges.tolist())}

    def of(self, a: int, b: int) -> int:
        return self._numbers[min(a, b), max(a, b)]


def _tesselation() -> NDArray[np.int64]:
    """Every three landmarks that are joined to each other."""
    from mediapipe.python.solutions.face_mesh_connections import FACEMESH_TESSELATION

    neighbours: dict[int, set[int]] = {k: set() for k in range(N_MESH)}
    for a, b in FACEMESH_TESSELATION:
        neighbours[a].add(b)
        neighbours[b].add(a)
    cliques = (
        (a, b, c)
        for a in neighbours
        for b in neighbours[a]
        for c in neighbours[a] & neighbours[b]
        if a < b < c
    )
    return np.array(sorted(cliques))


def _across(opening: Opening) -> NDArray[np.int64]:
    """Triangles across a hole, from each upper point to its lower one."""
    upper, lower = opening.upper, opening.lower
    strip = [(opening.right, upper[0], lower[0])]
    for k in range(len(upper) - 1):
        strip += [(upper[k], upper[k + 1], lower[k]), (upper[k + 1], lower[k + 1], lower[k])]
    return np.array([*strip, (upper[-1], opening.left, lower[-1])])


def _edges_of(triangles: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]])


def _quarter(triangles: NDArray[np.int64], middles: _Middles) -> NDArray[np.int32]:
    refined: list[tuple[int, int, int]] = []
    for a, b, c in triangles.tolist():
        ab, bc, ca = middles.of(a, b), middles.of(b, c), middles.of(c, a)
        refined += [(a, ab, ca), (ab, b, bc), (ca, bc, c), (ab, bc, ca)]
    return np.array(refined, np.int32)


Weights = dict[int, list[tuple[int, float]]]
"""For each refined point, the landmarks that it is made of."""


def _butterfly(triangles: NDArray[np.int64], edges: NDArray[np.int64]) -> Weights:
    """Weights of the point in the middle of every edge.

    Source: Dyn, Levin, Gregory, "A butterfly subdivision scheme", 1990, with w = 1/16; an edge
    without all eight neighbours is halved.
    """
    opposite: dict[tuple[int, int], list[int]] = {}
    for triangle in triangles.tolist():
        for k in range(3):
            a, b = triangle[k], triangle[(k + 1) % 3]
            opposite.setdefault((min(a, b), max(a, b)), []).append(triangle[(k + 2) % 3])
    rows: Weights = {}
    for k, (a, b) in enumerate(edges.tolist()):
        corners = opposite[a, b]
        wings = [
            [p for p in opposite[min(corner, end), max(corner, end)] if p not in (a, b)]
            for corner in corners
            for end in (a, b)
        ]
        rows[N_MESH + k] = [(a, 0.5), (b, 0.5)]
        if len(wings) == 4 and all(len(points) == 1 for points in wings):
            rows[N_MESH + k] += [(corner, 0.125) for corner in corners]
            rows[N_MESH + k] += [(points[0], -0.0625) for points in wings]
    return rows


def _along(ring: tuple[int, ...], middles: _Middles) -> Weights:
    """Weights that let a contour follow itself alone, so that it does not feel its two sides."""
    n = len(ring)
    rows: Weights = {}
    for k in range(n):
        before, a, b, after = (ring[(k + j) % n] for j in (-1, 0, 1, 2))
        rows[middles.of(a, b)] = [(a, 0.5625), (b, 0.5625), (before, -0.0625), (after, -0.0625)]
    return rows


def _refined_ring(ring: tuple[int, ...], middles: _Middles) -> NDArray[np.int64]:
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return np.array([k for a, b in pairs for k in (a, middles.of(a, b))])
