"""Head angles as Unreal's FRotator means them."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from dimitra_studio.face.rotation import rotation_angles, rotation_matrix


def to_unreal(angles: ArrayLike) -> NDArray[np.float64]:
    """Turn our pitch, yaw and roll into Unreal's yaw, pitch and roll.

    Unreal applies the roll first and the yaw last, ``Ry Rx Rz`` on our axes; its yaw turns to the
    person's right and its pitch looks up.

    Args:
        angles: ``(T, 3)`` pitch, yaw, roll in radians.

    Returns:
        ``(T, 3)`` yaw, pitch, roll in radians, without jumps by a whole turn.
    """
    matrix = rotation_matrix(angles)
    pitch = np.arcsin(np.clip(-matrix[..., 1, 2], -1.0, 1.0))
    yaw = np.unwrap(np.arctan2(matrix[..., 0, 2], matrix[..., 2, 2]))
    roll = np.unwrap(np.arctan2(matrix[..., 1, 0], matrix[..., 1, 1]))
    return np.stack([-yaw, -pitch, roll], axis=-1) + 0.0  # no -0


def from_unreal(angles: ArrayLike) -> NDArray[np.float64]:
    """Turn Unreal's yaw, pitch and roll into our pitch, yaw and roll.

    Args:
        angles: ``(T, 3)`` yaw, pitch, roll in radians.

    Returns:
        ``(T, 3)`` pitch, yaw, roll in radians.
    """
    angles = np.asarray(angles, np.float64)
    zero = np.zeros(len(angles))
    yaw = rotation_matrix(np.stack([zero, -angles[:, 0], zero], axis=-1))
    pitch = rotation_matrix(np.stack([-angles[:, 1], zero, zero], axis=-1))
    roll = rotation_matrix(np.stack([zero, zero, angles[:, 2]], axis=-1))
    return rotation_angles(yaw @ pitch @ roll)
