"""Head angles and matrices."""

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from dimitra_studio.face.rotation import rotation_angles, rotation_matrix

FORWARD, UP = np.array([0.0, 0.0, 1.0]), np.array([0.0, 1.0, 0.0])


def test_positive_angles_look_down_turn_left_and_tilt_right() -> None:
    assert (rotation_matrix([0.3, 0.0, 0.0]) @ FORWARD)[1] < -0.2
    assert (rotation_matrix([0.0, 0.3, 0.0]) @ FORWARD)[0] > 0.2
    assert (rotation_matrix([0.0, 0.0, 0.3]) @ UP)[0] < -0.2


def test_order_is_roll_after_yaw_after_pitch() -> None:
    angles = np.random.default_rng(0).uniform(-1.5, 1.5, (50, 3))
    expected = Rotation.from_euler("xyz", angles).as_matrix()  # lower case: about fixed axes
    assert np.allclose(rotation_matrix(angles), expected)


def test_angles_come_back() -> None:
    angles = np.random.default_rng(1).uniform(-1.5, 1.5, (4, 25, 3))
    assert np.allclose(rotation_angles(rotation_matrix(angles)), angles)


@pytest.mark.parametrize("yaw", [np.pi / 2, -np.pi / 2])
def test_sideways_head_gives_the_same_rotation_back(yaw: float) -> None:
    matrix = rotation_matrix([0.4, yaw, -0.7])
    angles = rotation_angles(matrix)
    assert angles[2] == 0.0
    assert np.allclose(rotation_matrix(angles), matrix, atol=1e-7)


def test_wrong_shapes_are_refused() -> None:
    with pytest.raises(ValueError, match=r"\(\.\.\., 3\)"):
        rotation_matrix(np.zeros((3, 2)))
    with pytest.raises(ValueError, match=r"\(\.\.\., 3, 3\)"):
        rotation_angles(np.zeros(3))
