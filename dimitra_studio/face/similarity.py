"""Similarity transforms between point sets: what a comparison of shapes must not count."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class Similarity:
    """Scale, rotation and translation; leading axes, if any, are separate transforms.

    Args:
        scale: ``(...)`` positive.
        rotation: ``(..., D, D)`` with determinant 1, for column vectors.
        translation: ``(..., D)``.
    """

    scale: NDArray[np.float64]
    rotation: NDArray[np.float64]
    translation: NDArray[np.float64]

    def apply(self, points: NDArray[np.floating]) -> NDArray[np.float64]:
        """``(..., K, D)`` points, moved."""
        turned = points @ np.swapaxes(self.rotation, -1, -2)
        return self.scale[..., None, None] * turned + self.translation[..., None, :]


def fit_similarity(source: NDArray[np.floating], target: NDArray[np.floating]) -> Similarity:
    """Find what moves ``source`` closest to ``target`` in the sense of least squares.

    Args:
        source: ``(..., K, D)`` points that move; leading axes are separate problems.
        target: the same shape; the points to reach.

    Raises:
        ValueError: if the shapes differ, or the source points of a problem all coincide.

    Source: Umeyama, Least-squares estimation of transformation parameters between two point
    patterns (1991), equations 40 to 43.
    """
    if source.shape != target.shape or source.ndim < 2:
        raise ValueError(f"points must be (..., K, D) twice, got {source.shape}, {target.shape}")
    source_mean, target_mean = source.mean(-2), target.mean(-2)
    source_offsets = source - source_mean[..., None, :]
    target_offsets = target - target_mean[..., None, :]
    variance = np.mean(np.sum(source_offsets**2, -1), -1)
    if not np.all(variance > 0):
        raise ValueError("points that all coincide have no scale and no direction")
    covariance = np.swapaxes(target_offsets, -1, -2) @ source_offsets / source.shape[-2]
    left, values, right = np.linalg.svd(covariance)
    signs = np.ones_like(values)
    # without it a mirrored target would be met by a reflection
    signs[..., -1] = np.sign(np.linalg.det(left) * np.linalg.det(right))
    rotation = (left * signs[..., None, :]) @ right
    scale = np.sum(values * signs, -1) / variance
    moved = (rotation @ source_mean[..., None])[..., 0]
    return Similarity(scale, rotation, target_mean - scale[..., None] * moved)


def align(source: NDArray[np.floating], target: NDArray[np.floating]) -> NDArray[np.float64]:
    """``(..., K, D)`` source points, moved closest to the target's, each problem by itself."""
    return fit_similarity(source, target).apply(source)
