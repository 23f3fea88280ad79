"""Landmark distances as in the talking-head papers: F-LMD over the face, M-LMD over the mouth."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.face.similarity import align

N_POINTS = 68
"""Points of the iBUG order."""

MOUTH = slice(48, 68)
EYE_CORNERS = (36, 45)
"""Outer corners of the eyes in the iBUG order."""


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class LandmarkDistances:
    """Mean distances per frame, in the unit of the landmarks.

    Args:
        face: ``(T,)`` over all 68 points.
        mouth: ``(T,)`` over the 20 of the mouth.
        eyes: ``(T,)`` between the outer corners of the real eyes, to make the others relative.
    """

    face: NDArray[np.float64]
    mouth: NDArray[np.float64]
    eyes: NDArray[np.float64]

    @property
    def f_lmd(self) -> float:
        """Mean over the frames."""
        return float(self.face.mean())

    @property
    def m_lmd(self) -> float:
        """Mean over the frames."""
        return float(self.mouth.mean())


def landmark_distances(
    generated: NDArray[np.floating], real: NDArray[np.floating]
) -> LandmarkDistances:
    """Compare two sequences of faces, position, size and rotation apart.

    Each generated frame is aligned to the real one by its 68 points, then measured; the mouth
    is measured after the same alignment.

    Args:
        generated: ``(T, 68, D)`` points in the iBUG order, two- or three-dimensional.
        real: the same shape.

    Raises:
        ValueError: if the shapes are wrong or differ.

    Source: Dimitra (arXiv:2502.17198), section 4.2; alignment after Umeyama with scale.
    """
    if generated.shape != real.shape or real.ndim != 3 or real.shape[1] != N_POINTS:
        raise ValueError(f"landmarks must be (T, 68, D), got {generated.shape}, {real.shape}")
    distances = np.linalg.norm(align(generated, real) - real, axis=-1)
    right, left = EYE_CORNERS
    return LandmarkDistances(
        face=distances.mean(1),
        mouth=distances[:, MOUTH].mean(1),
        eyes=np.linalg.norm(real[:, right] - real[:, left], axis=-1),
    )
