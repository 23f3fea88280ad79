"""Smooth completion of a picture from the part of it that is known."""

import cv2
import numpy as np
from numpy.typing import NDArray

_SMALLEST = 2  # pixels; a picture of this size is filled with its mean


def fill_smoothly(image: NDArray[np.float32], known: NDArray[np.float32]) -> NDArray[np.float32]:
    """Continue a picture into its unknown part, ever more blurred away from what is known.

    Args:
        image: ``(H, W, C)``; values where ``known`` is 0 do not matter.
        known: ``(H, W)`` 0 to 1, how far each pixel may be trusted.

    Source: Gortler et al., "The Lumigraph", 1996, section 3.4 (pull-push).
    """
    weighted = np.dstack([image * known[..., None], known])
    return _pull_push(weighted)[..., :-1]


def _pull_push(weighted: NDArray[np.float32]) -> NDArray[np.float32]:
    """Fill ``(H, W, C + 1)`` premultiplied values whose last channel is their weight."""
    weight = weighted[..., -1:]
    filled = weighted / np.maximum(weight, 1e-6)
    height, width = weighted.shape[:2]
    if float(weight.min()) >= 1.0:
        return np.asarray(filled, np.float32)
    if min(height, width) <= _SMALLEST:
        mean = weighted.sum((0, 1)) / np.float32(max(float(weight.sum()), 1e-6))
        return np.where(weight > 0.0, filled, mean).astype(np.float32)
    half = cv2.resize(weighted, ((width + 1) // 2, (height + 1) // 2), interpolation=cv2.INTER_AREA)
    saturated = np.minimum(4.0 * half[..., -1:], 1.0)  # one known pixel of four is enough
    half = half / np.maximum(half[..., -1:], 1e-6) * saturated
    coarse = cv2.resize(_pull_push(half), (width, height), interpolation=cv2.INTER_LINEAR)
    trust = np.minimum(weight, 1.0)
    return np.asarray(coarse + trust * (filled - coarse), np.float32)
