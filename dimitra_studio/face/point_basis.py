"""Points that follow identity, blendshapes and the head: the arithmetic of every 3DMM here."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from dimitra_studio.core.rig import POSE_CHANNELS
from dimitra_studio.face.rotation import rotation_matrix

Floats = NDArray[np.float32]

REACH = (0.9, 2.0)
"""Limits of how much less or more of a blendshape an identity may need; lids that overlap a little
do no harm, a slit does."""


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class PointBasis:
    """How some points of a rig depend on identity, blendshapes and the head's motion.

    A point is ``neutral + identity coefficients @ identity + blendshape values @ expression``,
    then as much of the head's motion about the pivot as its weight says. Values are multiplied
    by ``reach(identity)`` before, so that large eyes close as well as small ones.

    Args:
        neutral: ``(K, 3)`` metres.
        expression: ``(E, K, 3)`` metres at a value of 1, in the order of the rig's channels.
        identity: ``(I, K, 3)`` metres at one standard deviation.
        weight: ``(K,)`` share of the head's motion.
        pivot: ``(3,)`` where the head turns.
        further: ``(E, I)`` how much further each blendshape goes per standard deviation; None
            where it is the same for everybody.
    """

    neutral: Floats
    expression: Floats
    identity: Floats
    weight: Floats
    pivot: Floats
    further: Floats | None = None

    @property
    def n_expression(self) -> int:
        """How many blendshapes there are."""
        return len(self.expression)

    def shape(self, identity: ArrayLike | None) -> Floats:
        """``(K, 3)`` the resting points of a person; of the mean one for None."""
        if identity is None:
            return self.neutral
        offsets = self._coefficients(identity) @ self.identity.reshape(len(self.identity), -1)
        return self.neutral + offsets.reshape(-1, 3)

    def reach(self, identity: ArrayLike | None) -> Floats:
        """``(E,)`` what a person's blendshape values are multiplied by; 1 for the mean one."""
        if identity is None or self.further is None:
            return np.ones(self.n_expression, np.float32)
        more = self.further @ self._coefficients(identity)
        return np.clip(1.0 + more, *REACH).astype(np.float32)

    def _coefficients(self, identity: ArrayLike) -> Floats:
        coefficients = np.asarray(identity, np.float32)
        if coefficients.shape != (len(self.identity),):
            raise ValueError(f"identity must be ({len(self.identity)},), got {coefficients.shape}")
        return coefficients

    def points(self, curves: ArrayLike, identity: ArrayLike | None = None) -> Floats:
        """Move the points.

        Args:
            curves: ``(T, C)`` blendshape values, then the six of the pose.
            identity: ``(I,)`` standard deviations; the mean person for None.

        Returns:
            ``(T, K, 3)`` metres in rig space.

        Raises:
            ValueError: if a shape is wrong.
        """
        curves = np.asarray(curves, np.float32)
        n_channels = self.n_expression + len(POSE_CHANNELS)
        if curves.ndim != 2 or curves.shape[1] != n_channels:
            raise ValueError(f"curves must be (frames, {n_channels}), got {curves.shape}")
        values = curves[:, : self.n_expression] * self.reach(identity)
        moved = values @ self.expression.reshape(self.n_expression, -1)
        points = moved.reshape(len(curves), -1, 3)
        points += self.shape(identity)
        return turn_head(points, curves[:, self.n_expression :], self.weight, self.pivot)


def turn_head(points: Floats, pose: Floats, weight: Floats, pivot: Floats) -> Floats:
    """Turn ``(T, K, 3)`` points by ``(T, 6)`` poses, each as far as its weight says."""
    if not pose.any():
        return points
    rotation = rotation_matrix(pose[:, :3])
    # weight * (pivot + R (p - pivot) + t - p), with the constant part taken together
    turn = (rotation - np.eye(3)).astype(np.float32)
    shift = pose[:, 3:] - np.einsum("tij,j->ti", turn, pivot)
    motion = points @ turn.transpose(0, 2, 1) + shift[:, None]
    motion *= weight[:, None]
    return points + motion
