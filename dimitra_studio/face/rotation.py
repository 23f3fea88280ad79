"""Head angles and rotation matrices: pitch, yaw and roll as every rig here means them."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

_GIMBAL = 1.0 - 1e-9  # beyond this sine of the yaw, pitch and roll turn about one axis


def rotation_matrix(angles: ArrayLike) -> NDArray[np.float64]:
    """Turn head angles into matrices ``Rz(roll) @ Ry(yaw) @ Rx(pitch)``.

    Positive pitch looks down, positive yaw turns to the person's left (+x), positive roll tilts
    the top of the head to the person's right (-x).

    Args:
        angles: ``(..., 3)`` pitch, yaw, roll in radians.

    Returns:
        ``(..., 3, 3)``, to be multiplied by column vectors from the left.

    Raises:
        ValueError: if the last axis is not 3 long.
    """
    angles = np.asarray(angles, np.float64)
    if angles.ndim == 0 or angles.shape[-1] != 3:
        raise ValueError(f"angles must be (..., 3), got {angles.shape}")
    (sx, sy, sz), (cx, cy, cz) = (np.moveaxis(f(angles), -1, 0) for f in (np.sin, np.cos))
    entries = (
        (cz * cy, cz * sy * sx - sz * cx, cz * sy * cx + sz * sx),
        (sz * cy, sz * sy * sx + cz * cx, sz * sy * cx - cz * sx),
        (-sy, cy * sx, cy * cx),
    )
    return np.stack([np.stack(row, -1) for row in entries], -2)


def rotation_angles(matrix: ArrayLike) -> NDArray[np.float64]:
    """Turn matrices back into head angles; at a yaw of a right angle the roll is taken as 0.

    Args:
        matrix: ``(..., 3, 3)`` rotations.

    Returns:
        ``(..., 3)`` pitch, yaw, roll in radians; yaw within a right angle of 0.

    Raises:
        ValueError: if the last two axes are not 3 by 3.
    """
    matrix = np.asarray(matrix, np.float64)
    if matrix.shape[-2:] != (3, 3):
        raise ValueError(f"matrix must be (..., 3, 3), got {matrix.shape}")
    sine = np.clip(-matrix[..., 2, 0], -1.0, 1.0)
    regular = np.abs(sine) < _GIMBAL
    pitch = np.where(
        regular,
        np.arctan2(matrix[..., 2, 1], matrix[..., 2, 2]),
        np.arctan2(-matrix[..., 1, 2], matrix[..., 1, 1]),
    )
    roll = np.where(regular, np.arctan2(matrix[..., 1, 0], matrix[..., 0, 0]), 0.0)
    return np.stack([pitch, np.arcsin(sine), roll], -1)
