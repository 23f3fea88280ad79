"""A deformed mesh as a map from the pixels of the result to those of a picture."""

import cv2
import numpy as np
from numpy.typing import NDArray

_SHIFT = 4  # cv2 takes corners in sixteenths of a pixel
_FLAT = 1e-3  # twice the area, in square pixels, below which a triangle shows nothing


def inverse_map(
    source: NDArray[np.float32],
    target: NDArray[np.float32],
    triangles: NDArray[np.int32],
    size: tuple[int, int],
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Say where every pixel of the result comes from.

    Args:
        source: ``(P, 2)`` where the points are in the picture.
        target: ``(P, 2)`` where they are in the result; pixel centres have whole numbers.
        triangles: ``(N, 3)`` painted in this order: the last one wins.
        size: width and height of the result.

    Returns:
        ``(H, W, 2)`` x and y in the picture, and ``(H, W)`` which pixels are covered by a
        triangle; the others come from their own place.
    """
    width, height = size
    corners = target[triangles]
    a, b, c = corners[:, 0], corners[:, 1], corners[:, 2]
    side = np.stack([b - a, c - a], 1)
    area = side[:, 0, 0] * side[:, 1, 1] - side[:, 0, 1] * side[:, 1, 0]
    # A triangle between the centres of pixels shows nothing.
    first = np.maximum(np.ceil(np.minimum(np.minimum(a, b), c)), 0.0)
    last = np.minimum(np.floor(np.maximum(np.maximum(a, b), c)), (width - 1, height - 1))
    drawn = np.flatnonzero((np.abs(area) > _FLAT) & (first <= last).all(1))
    owner = np.zeros((height, width), np.int32)  # 0 is the identity, triangle k is k + 1
    fixed = np.round(corners[drawn] * (1 << _SHIFT)).astype(np.int32)
    for k, polygon in enumerate(fixed, 1):
        cv2.fillConvexPoly(owner, polygon, k, cv2.LINE_8, _SHIFT)
    planes = _planes(source[triangles[drawn]], corners[drawn], side[drawn], area[drawn])
    of_pixel = planes[owner]
    x = np.arange(width, dtype=np.float32)
    y = np.arange(height, dtype=np.float32)[:, None]
    result = np.empty((height, width, 2), np.float32)
    for axis in (0, 1):
        a, b, c, low, high = (of_pixel[..., 5 * axis + k] for k in range(5))
        # cv2 paints a little beyond the edges, where a sliver's plane would be far off.
        result[..., axis] = np.clip(a * x + b * y + c, low, high)
    return result, owner > 0


def _planes(
    source: NDArray[np.float32],
    corners: NDArray[np.float32],
    side: NDArray[np.float32],
    area: NDArray[np.float32],
) -> NDArray[np.float32]:
    """``(n + 1, 10)`` for both axes a, b, c of ``a x + b y + c``, its least and largest value."""
    along = source[:, 1:] - source[:, :1]
    a = (along[:, 0] * side[:, 1, 1:] - along[:, 1] * side[:, 0, 1:]) / area[:, None]
    b = (along[:, 1] * side[:, 0, :1] - along[:, 0] * side[:, 1, :1]) / area[:, None]
    c = source[:, 0] - a * corners[:, 0, :1] - b * corners[:, 0, 1:]
    low, high = source.min(1), source.max(1)
    planes = np.stack([a, b, c, low, high], -1).reshape(-1, 10)
    no_limit = [-np.inf, np.inf]
    identity = np.array([[1, 0, 0, *no_limit, 0, 1, 0, *no_limit]], np.float32)
    return np.concatenate([identity, planes]).astype(np.float32)
