"""Cuts the bust out of MakeHuman's body and gives it eyeballs with an iris and a pupil."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix, csr_matrix, vstack
from scipy.sparse.csgraph import connected_components

from installer.rig_lashes import make_lashes
from installer.rig_sources import BaseMesh

PARTS = ("skin", "lips", "mouth", "socket", "sclera", "iris", "pupil", "upper_teeth",
         "lower_teeth", "tongue", "lashes")  # fmt: skip

BUST_CENTRE, BUST_RADII = 6.6, (1.8, 1.55)  # of the cut's ellipse over x and y, in decimetres
PUPIL_ANGLE, IRIS_ANGLE = 7.0, 21.0  # degrees from the eyeball's axis: 4 and 12 mm across
EYE_SEGMENTS = 32
EYE_RINGS = (3.5, PUPIL_ANGLE, 10.5, 14.0, 17.5, IRIS_ANGLE, 25.0, 30.0, 36.0, 44.0, 54.0, 66.0,
             80.0, 100.0, 125.0, 155.0)  # fmt: skip

EYE_UV, EYE_UV_RADIUS = np.array([0.3, 0.35]), 0.25
"""Where the eyeballs are in the texture: a disc around the pole, empty in MakeHuman's skins."""
SNAP = 0.02  # vertices this near to the border are moved onto it, so that no slivers are cut

GROUPS = (
    ("helper-upper-teeth", "upper_teeth"),
    ("helper-lower-teeth", "lower_teeth"),
    ("helper-tongue", "tongue"),
)


def snap_to_border(vertices: NDArray[np.float64]) -> NDArray[np.float64]:
    """Move the vertices next to the bust's border onto it, towards or away from its centre."""
    snapped = vertices.copy()
    near = np.abs(border_distance(vertices)) < SNAP
    reach = 1.0 - border_distance(vertices[near])
    below = vertices[near, 1] < BUST_CENTRE
    snapped[near, 0] /= reach
    snapped[near, 1] = np.where(
        below, BUST_CENTRE + (vertices[near, 1] - BUST_CENTRE) / reach, vertices[near, 1]
    )
    return snapped


@dataclass(frozen=True, eq=False)
class Bust:
    """Head, neck and shoulders as functions of the base mesh.

    Args:
        matrix: ``(V, V of the base mesh)`` positions, and offsets too, are this times the base's.
        triangles: ``(N, 3)`` counter-clockwise as seen from outside.
        uv: ``(N, 3, 2)`` texture coordinates of the corners; those of MakeHuman's skins.
        parts: ``(N,)`` index into ``PARTS``.
        eyes: of the left and right eyeball, its vertices.
        rims: ``(R,)`` vertices where the lids meet the eye sockets.
    """

    matrix: csr_matrix
    triangles: NDArray[np.int64]
    uv: NDArray[np.float64]
    parts: NDArray[np.int64]
    eyes: tuple[NDArray[np.int64], NDArray[np.int64]]
    rims: NDArray[np.int64]

    def part_of_vertices(self, part: str) -> NDArray[np.bool_]:
        """``(V,)`` which vertices belong to triangles of a part."""
        found = np.zeros(self.matrix.shape[0], bool)
        found[self.triangles[self.parts == PARTS.index(part)]] = True
        return found

    def without(self, part: str) -> "Bust":
        """The same without the triangles of one part."""
        kept = self.parts != PARTS.index(part)
        return replace(
            self, triangles=self.triangles[kept], uv=self.uv[kept], parts=self.parts[kept]
        )


def eye_centre(vertices: NDArray[np.float64], eye: NDArray[np.int64]) -> NDArray[np.float64]:
    """``(3,)`` the middle between an eyeball's poles; its vertices crowd at the front."""
    return 0.5 * (vertices[eye[0]] + vertices[eye[-1]])


def border_distance(vertices: NDArray[np.float64]) -> NDArray[np.float64]:
    """``(V,)`` 1 in the middle of the bust, 0 at its border, negative beyond."""
    x = vertices[:, 0] / BUST_RADII[0]
    y = np.minimum(vertices[:, 1] - BUST_CENTRE, 0.0) / BUST_RADII[1]
    return 1.0 - np.hypot(x, y)


def make_bust(
    base: BaseMesh,
    mean: NDArray[np.float64],
    lips: NDArray[np.bool_],
    mouth: NDArray[np.bool_],
) -> Bust:
    """Cut the bust and put all its parts into one mesh.

    Args:
        base: topology and texture coordinates.
        mean: ``(V, 3)`` positions that decide the cut, in decimetres.
        lips: ``(U,)`` which texture coordinates lie on the lips.
        mouth: ``(U,)`` which lie inside the mouth.
    """
    triangles, corners = split_quads(mean, *base.groups["body"])
    parts = _body_parts(base, mean, triangles, corners, lips=lips, mouth=mouth)
    rims = np.intersect1d(
        triangles[parts == PARTS.index("skin")], triangles[parts == PARTS.index("socket")]
    )
    matrix, triangles, uv, parts = _cut(mean, triangles, base.uv[corners], parts)
    pieces = [(matrix, triangles, uv, parts)]
    for group, part in GROUPS:
        quads, quad_uv = split_quads(mean, *base.groups[group])
        used, local = np.unique(quads, return_inverse=True)
        labels = np.full(len(quads), PARTS.index(part))
        pieces.append((_rows(used, len(mean)), local.reshape(-1, 3), base.uv[quad_uv], labels))
    for side in "lr":
        pieces.extend(
            make_lashes(
                mean, base.groups[f"helper-{side}-eyelashes-{row}"][0], rims, n_hairs, length
            )
            for row, n_hairs, length in ((1, 26, 0.55), (2, 44, 0.8))
        )
    for side in "lr":
        pieces.append(_eyeball(base, mean, f"helper-{side}-eye"))
    starts = np.cumsum([0, *(piece[0].shape[0] for piece in pieces)])
    whole = vstack([piece[0] for piece in pieces]).tocsr()
    return Bust(
        whole,
        np.concatenate([piece[1] + start for piece, start in zip(pieces, starts, strict=False)]),
        np.concatenate([piece[2] for piece in pieces]),
        np.concatenate([piece[3] for piece in pieces]),
        (np.arange(starts[-3], starts[-2]), np.arange(starts[-2], starts[-1])),
        _find_rows(whole, rims),
    )


def split_quads(
    vertices: NDArray[np.float64], quads: NDArray[np.int64], uv: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Split along the shorter diagonal, which is the same on both sides of a symmetric mesh."""
    a, b, c, d = (vertices[quads[:, k]] for k in range(4))
    first = np.linalg.norm(a - c, axis=1) <= np.linalg.norm(b - d, axis=1) + 1e-6
    order = np.where(first[:, None], [[0, 1, 2, 0, 2, 3]], [[0, 1, 3, 1, 2, 3]])
    rows = np.arange(len(quads))[:, None]
    return quads[rows, order].reshape(-1, 3), uv[rows, order].reshape(-1, 3)


def _body_parts(
    base: BaseMesh,
    mean: NDArray[np.float64],
    triangles: NDArray[np.int64],
    corners: NDArray[np.int64],
    *,
    lips: NDArray[np.bool_],
    mouth: NDArray[np.bool_],
) -> NDArray[np.int64]:
    """Tell skin, lips, the mouth's inside and the eye sockets apart by their texture islands."""
    n = len(base.uv)
    ends = corners[:, [0, 1, 2]].ravel(), corners[:, [1, 2, 0]].ravel()
    graph = coo_matrix((np.ones(len(ends[0])), ends), shape=(n, n))
    island = connected_components(graph, directed=False)[1][corners[:, 0]]
    parts = np.full(len(triangles), PARTS.index("skin"))
    parts[lips[corners].sum(1) >= 2] = PARTS.index("lips")
    centres = mean[triangles].mean(1)
    parts[mouth[corners].all(1)] = PARTS.index("mouth")
    for joint in ("joint-l-eye", "joint-r-eye"):
        goal = mean[np.unique(base.groups[joint][0])].mean(0)
        islands = np.unique(island[parts == PARTS.index("skin")])
        reach = [np.linalg.norm(centres[island == k] - goal, axis=1).max() for k in islands]
        parts[island == islands[np.argmin(reach)]] = PARTS.index("socket")
    return parts


def _cut(
    mean: NDArray[np.float64],
    triangles: NDArray[np.int64],
    uv: NDArray[np.float64],
    parts: NDArray[np.int64],
) -> tuple[csr_matrix, NDArray[np.int64], NDArray[np.float64], NDArray[np.int64]]:
    """Clip triangles at the border; each new vertex is a point of an edge."""
    level = border_distance(mean)
    alive = (level[triangles] > 0.0).any(1)
    triangles, uv, parts = triangles[alive], uv[alive], parts[alive]
    level[np.abs(level) < SNAP] = 0.0
    whole = (level[triangles] >= 0.0).all(1) & (level[triangles] > 0.0).any(1)
    points: dict[tuple[int, int], int] = {}
    edges: list[tuple[int, int, float]] = []
    found = [(list(triangles[k]), uv[k], parts[k]) for k in np.flatnonzero(whole)]
    for k in np.flatnonzero(~whole & (level[triangles] > 0.0).any(1)):
        polygon = []
        for i in range(3):
            a, b = int(triangles[k, i]), int(triangles[k, (i + 1) % 3])
            if level[a] >= 0.0:
                polygon.append((a, uv[k, i]))
            if level[a] * level[b] < 0.0:
                t = level[a] / (level[a] - level[b])
                key = (min(a, b), max(a, b))
                if key not in points:
                    points[key] = len(mean) + len(edges)
                    edges.append((a, b, t))
                polygon.append((points[key], uv[k, i] * (1 - t) + uv[k, (i + 1) % 3] * t))
        for i in range(1, len(polygon) - 1):
            chosen = (polygon[0], polygon[i], polygon[i + 1])
            found.append(([p[0] for p in chosen], np.array([p[1] for p in chosen]), parts[k]))
    clipped = np.array([row[0] for row in found])
    used, local = np.unique(clipped, return_inverse=True)
    blend = np.array(edges)
    cut_rows = coo_matrix(
        (
            np.concatenate([1.0 - blend[:, 2], blend[:, 2]]),
            (np.tile(np.arange(len(edges)), 2), blend[:, :2].T.ravel().astype(int)),
        ),
        shape=(len(edges), len(mean)),
    ).tocsr()
    kept = used[used < len(mean)]
    matrix = vstack([_rows(kept, len(mean)), cut_rows[used[used >= len(mean)] - len(mean)]])
    return (
        matrix.tocsr(),
        local.reshape(-1, 3),
        np.array([row[1] for row in found]),
        np.array([row[2] for row in found]),
    )


def _eyeball(
    base: BaseMesh, mean: NDArray[np.float64], group: str
) -> tuple[csr_matrix, NDArray[np.int64], NDArray[np.float64], NDArray[np.int64]]:
    """Replace an eyeball by a sphere with rings at the borders of pupil and iris.

    Its vertices follow the affine motion of the base's eyeball, whatever that does.
    """
    source = np.unique(base.groups[group][0])
    centre = mean[source].mean(0)
    radius = np.linalg.norm(mean[source] - centre, axis=1).mean()
    turn = np.arange(EYE_SEGMENTS) * (2.0 * np.pi / EYE_SEGMENTS)
    angle = np.radians(EYE_RINGS)[:, None]
    rings = np.stack(
        np.broadcast_arrays(
            np.sin(angle) * np.cos(turn), np.sin(angle) * np.sin(turn), np.cos(angle)
        ),
        -1,
    )
    sphere = np.concatenate([[[0, 0, 1]], rings.reshape(-1, 3), [[0, 0, -1]]])
    goal = np.column_stack([np.ones(len(sphere)), centre + radius * sphere])
    frame = np.column_stack([np.ones(len(source)), mean[source]])
    rows = coo_matrix(goal @ np.linalg.pinv(frame))
    matrix = coo_matrix((rows.data, (rows.row, source[rows.col])), (len(sphere), len(mean)))
    triangles, labels = _sphere_triangles()
    polar = np.concatenate([[0.0], np.repeat(EYE_RINGS, EYE_SEGMENTS), [180.0]]) / 360.0
    away = sphere[:, :2] / np.maximum(np.linalg.norm(sphere[:, :2], axis=1, keepdims=True), 1e-9)
    uv = EYE_UV + EYE_UV_RADIUS * 2.0 * polar[:, None] * away
    return matrix.tocsr(), triangles, uv[triangles], labels


def _sphere_triangles() -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Triangles between the rings from front to back, and what each belongs to."""
    here = np.arange(EYE_SEGMENTS)
    after = (here + 1) % EYE_SEGMENTS
    n_rings = len(EYE_RINGS)
    last = 1 + n_rings * EYE_SEGMENTS
    strips = [np.stack([np.zeros_like(here), 1 + here, 1 + after], 1)]
    for ring in range(n_rings - 1):
        a, b = 1 + ring * EYE_SEGMENTS, 1 + (ring + 1) * EYE_SEGMENTS
        strips.append(
            np.concatenate(
                [
                    np.stack([a + here, b + here, b + after], 1),
                    np.stack([a + here, b + after, a + after], 1),
                ]
            )
        )
    outer = 1 + (n_rings - 1) * EYE_SEGMENTS
    strips.append(np.stack([outer + here, np.full_like(here, last), outer + after], 1))
    bounds = (0.0, *EYE_RINGS, 180.0)
    labels = []
    for strip, end in zip(strips, bounds[1:], strict=True):
        part = "pupil" if end <= PUPIL_ANGLE else "iris" if end <= IRIS_ANGLE else "sclera"
        labels.append(np.full(len(strip), PARTS.index(part)))
    return np.concatenate(strips), np.concatenate(labels)


def _rows(used: NDArray[np.int64], n: int) -> csr_matrix:
    """Rows that copy vertices of the base mesh."""
    return coo_matrix((np.ones(len(used)), (np.arange(len(used)), used)), (len(used), n)).tocsr()


def _find_rows(matrix: csr_matrix, vertices: NDArray[np.int64]) -> NDArray[np.int64]:
    """Where the rows of a matrix copy these vertices of the base mesh."""
    single = np.flatnonzero(np.diff(matrix.indptr) == 1)
    owner = dict(zip(matrix.indices[matrix.indptr[single]].tolist(), single.tolist(), strict=True))
    return np.array([owner[vertex] for vertex in vertices.tolist() if vertex in owner])
