"""Small numerical solvers for curves over time."""

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import solveh_banded

Array = NDArray[np.float64]


def solve_bounded(
    hessian: Array,
    linear: Array,
    smoothness: Array,
    *,
    start: Array,
    upper: float = 1.0,
    n_steps: int = 200,
    tolerance: float = 1e-4,
) -> Array:
    """Find bounded curves that follow a quadratic cost in each frame and change slowly.

    Minimises the sum over frames of ``x H x / 2 - g x`` plus
    ``smoothness * (x[t + 1] - x[t])² / 2`` with ``0 <= x <= upper``.

    Args:
        hessian: ``(T, C, C)`` symmetric, positive definite.
        linear: ``(T, C)`` g.
        smoothness: ``(C,)`` cost of change between frames.
        start: ``(T, C)`` first guess, within the bounds.
        upper: limit of every value.
        n_steps: at most.
        tolerance: stop when no value moves by more than this in a step.

    Returns:
        ``(T, C)`` curves.

    Source: Beck and Teboulle 2009 (FISTA), with a diagonal metric, restarted as by O'Donoghue
    and Candès 2015.
    """
    scale = 1 / np.sqrt(np.einsum("tcc->tc", hessian) + 2 * smoothness)
    # a diagonal above the whole matrix: Gershgorin's circles, evened out by the scale
    bound = np.einsum("tij,tj->ti", np.abs(hessian), scale) / scale + 4 * smoothness
    x, ahead, momentum = start, start, 1.0
    for _ in range(n_steps):
        slope = np.matmul(hessian, ahead[..., None])[..., 0] - linear + _change(ahead, smoothness)
        new = np.clip(ahead - slope / bound, 0.0, upper)
        moved = new - x
        if np.sum((ahead - new) * moved * bound) > 0:  # going uphill: forget the momentum
            ahead, momentum = x, 1.0
            continue
        following = (1 + np.sqrt(1 + 4 * momentum**2)) / 2
        ahead = new + (momentum - 1) / following * moved
        x, momentum = new, following
        if np.abs(moved).max() < tolerance:
            break
    return x


def _change(x: Array, smoothness: Array) -> Array:
    """The gradient of the cost of change."""
    result = np.zeros_like(x)
    difference = np.diff(x, axis=0) * smoothness
    result[1:] += difference
    result[:-1] -= difference
    return result


def smooth(curves: Array, strength: Array | float, weights: Array | None = None) -> Array:
    """Draw curves that bend little; frames without weight are bridged.

    Args:
        curves: ``(T, C)``.
        strength: ``(C,)`` or one for all: cost of the squared second difference.
        weights: ``(T,)`` trust in each frame; 1 by default.

    Returns:
        ``(T, C)``.

    Source: Whittaker 1923.
    """
    n_frames = len(curves)
    weights = np.ones(n_frames) if weights is None else weights
    if n_frames < 3:
        return curves.copy()
    strengths = np.broadcast_to(np.asarray(strength, np.float64), curves.shape[1:])
    result = np.empty_like(curves)
    for value in np.unique(strengths):
        columns = np.flatnonzero(strengths == value)
        band = _bending(n_frames) * value
        band[2] += np.maximum(weights, 1e-9)
        result[:, columns] = solveh_banded(band, weights[:, None] * curves[:, columns])
    return result


def _bending(n_frames: int) -> Array:
    """``(3, T)`` upper bands of ``D.T @ D`` for the second difference D."""
    band = np.zeros((3, n_frames))
    for i, row in enumerate((1.0, -2.0, 1.0)):
        for j, other in enumerate((1.0, -2.0, 1.0)):
            if j >= i:
                columns = np.arange(n_frames - 2) + j
                band[2 - (j - i), columns] += row * other
    return band
