"""Which triangle every pixel sees: a z-buffer on the CPU, vectorised over spans of pixels."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

EMPTY = -1
"""The triangle of a pixel that sees none."""

Integers = NDArray[np.int64]


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class Raster:
    """What the pixels of a picture see.

    Args:
        triangle: ``(H, W)`` int32 index of the nearest triangle, ``EMPTY`` where there is none.
        barycentric: ``(H, W, 3)`` float32 weights of its corners, correct in perspective.
        depth: ``(H, W)`` float32 distance in front of the camera, inf where there is nothing.
    """

    triangle: NDArray[np.int32]
    barycentric: NDArray[np.float32]
    depth: NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Visible:
    """The nearest triangle behind the centres of the pixels that see one.

    Args:
        pixel: ``(P,)`` index into the flattened picture, ascending.
        row: ``(P,)`` which of the triangles in sight is the nearest there.
        nearness: ``(P,)`` float32, one over the distance in front of the camera.
        triangle: ``(n,)`` the triangles in sight.
        edges: ``(n, 3, 3)`` float32; times ``(x, y, 1)`` the weights of a triangle's corners over
            the distance.
    """

    pixel: Integers
    row: Integers
    nearness: NDArray[np.float32]
    triangle: Integers
    edges: NDArray[np.float32]

    def barycentric(
        self, row: Integers, x: NDArray[np.float32], y: NDArray[np.float32]
    ) -> NDArray[np.float32]:
        """``(P, 3)`` weights of the corners of triangles at points of the picture."""
        edges = self.edges[row]
        weights = edges[:, :, 0] * x[:, None]
        weights += edges[:, :, 1] * y[:, None]
        weights += edges[:, :, 2]
        return weights / weights.sum(1, keepdims=True)


def rasterise(
    points: NDArray[np.floating],
    depth: NDArray[np.floating],
    triangles: NDArray[np.integer],
    *,
    width: int,
    height: int,
    two_sided: bool = False,
) -> Raster:
    """Find the nearest triangle behind the centre of every pixel, and where in it.

    Args:
        points: ``(V, 2)`` pixels; (0, 0) is the outer corner of the first one.
        depth: ``(V,)`` distance in front of the camera; triangles that reach behind it are left
            out.
        triangles: ``(N, 3)`` corners, counter-clockwise as seen from the front.
        width: of the picture.
        height: of the picture.
        two_sided: whether the backs of triangles are seen too.
    """
    seen = find_visible(points, depth, triangles, width=width, height=height, two_sided=two_sided)
    triangle = np.full(height * width, EMPTY, np.int32)
    barycentric = np.zeros((height * width, 3), np.float32)
    distance = np.full(height * width, np.inf, np.float32)
    x, y = pixel_centres(seen.pixel, width)
    triangle[seen.pixel] = seen.triangle[seen.row]
    barycentric[seen.pixel] = seen.barycentric(seen.row, x, y)
    distance[seen.pixel] = 1.0 / seen.nearness
    shape = (height, width)
    return Raster(triangle.reshape(shape), barycentric.reshape(*shape, 3), distance.reshape(shape))


def pixel_centres(pixel: Integers, width: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Coordinates x and y of the middle of pixels of a flattened picture."""
    y, x = np.divmod(pixel, width)
    return x.astype(np.float32) + 0.5, y.astype(np.float32) + 0.5


def find_visible(
    points: NDArray[np.floating],
    depth: NDArray[np.floating],
    triangles: NDArray[np.integer],
    *,
    width: int,
    height: int,
    two_sided: bool = False,
) -> Visible:
    """As ``rasterise``, but only the pixels that see something, without barycentric weights."""
    edges, area, triangle = _edges(points, depth, triangles, two_sided=two_sided)
    corners = triangles[triangle]
    owner, line, first, last = _spans(edges, area, points[corners][..., 1], width, height)
    edges = (edges / (area[:, None] * depth[corners])[..., None]).astype(np.float32)
    # One over the distance is linear in the picture: a plane per triangle is its depth test.
    plane = edges.sum(1)[owner]
    start = plane[:, 1] * (line + np.float32(0.5)) + plane[:, 2]
    span, offset = _expand(np.maximum(last - first, 0))
    column = first[span] + offset
    nearness = start[span] + plane[:, 0][span] * (column + np.float32(0.5))
    pixel = line[span] * width + column
    # The bits of positive floats sort like their values: one integer carries depth and owner.
    key = nearness.astype(np.float32).view(np.uint32).astype(np.uint64) << np.uint64(32)
    key |= owner[span].astype(np.uint64)
    best = np.zeros(width * height, np.uint64)
    np.maximum.at(best, pixel, key)
    seen = np.flatnonzero(best)
    best = best[seen]
    row = (best & np.uint64(0xFFFFFFFF)).astype(np.int64)
    nearest = (best >> np.uint64(32)).astype(np.uint32).view(np.float32)
    return Visible(seen, row, nearest, triangle, edges)


def _edges(
    points: NDArray[np.floating],
    depth: NDArray[np.floating],
    triangles: NDArray[np.integer],
    *,
    two_sided: bool,
) -> tuple[NDArray[np.float64], NDArray[np.float64], Integers]:
    """Edge functions ``(n, 3, 3)``, 0 to the area inside; twice the signed areas; which these are.

    Only of the triangles in sight.
    """
    x, y = points[:, 0].astype(np.float64)[triangles], points[:, 1].astype(np.float64)[triangles]
    after, before = [1, 2, 0], [2, 0, 1]
    a, b = y[:, after] - y[:, before], x[:, before] - x[:, after]
    c = x[:, after] * y[:, before] - x[:, before] * y[:, after]
    area = c.sum(1)
    seen = np.abs(area) > 1e-9 if two_sided else area < -1e-9  # y grows downwards
    seen &= (depth[triangles] > 0.0).all(1)
    triangle = np.flatnonzero(seen)
    return np.stack([a, b, c], -1)[triangle], area[triangle], triangle


def _spans(
    edges: NDArray[np.float64],
    area: NDArray[np.float64],
    y_corners: NDArray[np.floating],
    width: int,
    height: int,
) -> tuple[Integers, Integers, Integers, Integers]:
    """For every line of every triangle: owner, line, first column and the one after the last."""
    top = np.clip(np.ceil(y_corners.min(1) - 0.5), 0, height).astype(np.int64)
    bottom = np.clip(np.ceil(y_corners.max(1) - 0.5), 0, height).astype(np.int64)
    owner, offset = _expand(np.maximum(bottom - top, 0))
    line = top[owner] + offset
    left = np.full(len(line), -np.inf)
    right = np.full(len(line), np.inf)
    with np.errstate(divide="ignore", invalid="ignore"):  # level edges bound no line
        # Where an edge crosses a line: bit-identical for both of its triangles, so no cracks.
        slope, shift = -edges[..., 1] / edges[..., 0], -edges[..., 2] / edges[..., 0]
        for k in range(3):
            crossing = slope[:, k][owner] * (line + 0.5) + shift[:, k][owner]
            rising = (edges[:, k, 0] * area)[owner]
            np.maximum(left, crossing, out=left, where=rising > 0)
            np.minimum(right, crossing, out=right, where=rising < 0)
    first = np.clip(np.ceil(left - 0.5), 0, width).astype(np.int64)
    last = np.clip(np.ceil(right - 0.5), 0, width).astype(np.int64)
    return owner, line, first, last


def _expand(counts: Integers) -> tuple[Integers, Integers]:
    """Repeat each index as often as its count says, numbering the repetitions from 0."""
    owner = np.repeat(np.arange(len(counts)), counts)
    starts = np.cumsum(counts) - counts
    return owner, np.arange(len(owner)) - starts[owner]
