"""Lines of the face that must meet exactly, and the skin that they take along."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from dimitra_studio.render.topology import Opening


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class Axes:
    """The axes of an opening in a picture.

    Args:
        origin: ``(2,)`` its corner on the person's right.
        along: ``(2,)`` unit vector towards its other corner.
        down: ``(2,)`` unit vector across it.
        width: from corner to corner, in pixels.
    """

    origin: NDArray[np.float64]
    along: NDArray[np.float64]
    down: NDArray[np.float64]
    width: float

    def coordinates(self, points: NDArray[np.floating]) -> NDArray[np.float64]:
        """``(..., 2)`` pixels along and down of ``(..., 2)`` points."""
        offset = points - self.origin
        return np.stack([offset @ self.along, offset @ self.down], -1)


def opening_axes(landmarks: NDArray[np.floating], opening: Opening) -> Axes:
    """Lay axes through the corners of an opening."""
    right, left = landmarks[opening.right], landmarks[opening.left]
    width = max(float(np.hypot(*(left - right))), 1e-6)
    along = (left - right) / width
    return Axes(right, along, np.array([-along[1], along[0]]), width)


def gaps(landmarks: NDArray[np.floating], opening: Opening) -> NDArray[np.float64]:
    """``(n,)`` pixels from each upper point down to its lower one; negative when crossed."""
    across = landmarks[list(opening.lower)] - landmarks[list(opening.upper)]
    return across @ opening_axes(landmarks, opening).down


def spread(
    points: NDArray[np.floating],
    line: NDArray[np.floating],
    axes: Axes,
    *,
    reach: float,
    rigid: float,
    upwards: bool,
) -> sparse.csr_matrix:
    """Say how much of a line's motion the points on one side of it take over.

    Args:
        points: ``(P, 2)`` pixels.
        line: ``(n, 2)`` its points from right to left, between corners that keep still.
        axes: of the opening that the line borders.
        reach: pixels from the line to where the motion ends.
        rigid: share of ``reach`` next to the line that moves as far as the line itself.
        upwards: whether the points above the line follow, or those below.

    Returns:
        ``(P, n)`` weights; the motion of the points is ``weights @ motion of the line``.
    """
    at = axes.coordinates(points)
    knots = np.concatenate([[[0.0, 0.0]], axes.coordinates(line), [[axes.width, 0.0]]])
    order = np.argsort(knots[:, 0], kind="stable")
    along = knots[order, 0]
    height = at[:, 1] - np.interp(at[:, 0], along, knots[order, 1])
    away = (-height if upwards else height) / reach
    inside = np.flatnonzero((away >= -1e-3) & (away < 1.0))
    fade = np.clip((1.0 - away[inside]) / (1.0 - rigid), 0.0, 1.0) ** 1.5
    # Hat functions along the opening: each knot hands its motion to its neighbourhood.
    unit = np.eye(len(knots))[:, order]
    hats = np.stack([np.interp(at[inside, 0], along, hat) for hat in unit[1:-1]], -1)
    weights = sparse.lil_matrix((len(points), len(line)), dtype=np.float32)
    weights[inside] = (hats * fade[:, None]).astype(np.float32)
    return weights.tocsr()
