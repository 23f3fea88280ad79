"""Soft masks of small polygons."""

import cv2
import numpy as np
from numpy.typing import NDArray

_FINER = 4  # lines per pixel that decide how much of it is covered

Box = tuple[int, int, int, int]
"""left, top, right, bottom in whole pixels; the last two are outside."""


def box_around(points: NDArray[np.floating], margin: float, size: tuple[int, int]) -> Box | None:
    """The pixels within ``margin`` of some points, inside a picture; None when there are none."""
    width, height = size
    low, high = points.min(0) - margin, points.max(0) + margin + 1.0
    left, top = max(0, int(np.floor(low[0]))), max(0, int(np.floor(low[1])))
    right, bottom = min(width, int(np.ceil(high[0]))), min(height, int(np.ceil(high[1])))
    return (left, top, right, bottom) if left < right and top < bottom else None


def polygon_mask(
    polygon: NDArray[np.floating], box: Box, *, softness: float = 0.0
) -> NDArray[np.float32]:
    """How much of each pixel a polygon covers.

    Args:
        polygon: ``(K, 2)`` pixels from the centre of the picture's first one.
        box: the pixels wanted.
        softness: spread of an extra blur, in pixels.

    Returns:
        ``(H, W)`` 0 to 1 over the box.
    """
    left, top, right, bottom = box
    fine = np.zeros(((bottom - top) * _FINER, (right - left) * _FINER), np.uint8)
    corners = (polygon - (left, top) + 0.5) * _FINER - 0.5
    cv2.fillPoly(fine, [np.round(corners * 16).astype(np.int32)], 255, cv2.LINE_8, 4)
    mask = cv2.resize(fine, (right - left, bottom - top), interpolation=cv2.INTER_AREA)
    result = mask.astype(np.float32) / 255.0
    return cv2.GaussianBlur(result, (0, 0), softness) if softness > 0.0 else result


def paint(
    image: NDArray[np.uint8], box: Box, colour: NDArray[np.float32], mask: NDArray[np.float32]
) -> None:
    """Blend ``(H, W, 3)`` colours into a box of a picture, in place."""
    left, top, right, bottom = box
    under = image[top:bottom, left:right]
    mixed = under + mask[..., None] * (colour - under)
    under[...] = np.clip(np.round(mixed), 0, 255).astype(np.uint8)


def crop(image: NDArray, box: Box) -> NDArray:
    """The pixels of a box, as a view."""
    left, top, right, bottom = box
    return image[top:bottom, left:right]


def seam(contour: NDArray[np.floating], thickness: float) -> NDArray[np.float64]:
    """The outline of a line drawn where the two sides of an opening nearly meet.

    Args:
        contour: ``(K, 2)`` around the opening: one side from corner to corner, then the other back.
        thickness: of the line in its middle, in pixels, on top of the opening's own.
    """
    n = len(contour) // 2
    upper, lower = contour[: n + 1], np.concatenate([contour[n:], contour[:1]])
    half = 0.5 * thickness * np.sqrt(np.sin(np.linspace(0.0, np.pi, n + 1)).clip(0.0))
    down = half[:, None] * (0.0, 1.0)
    return np.concatenate([upper - down, lower + down])
