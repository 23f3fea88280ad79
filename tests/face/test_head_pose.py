import numpy as np
import pytest

from dimitra_studio.face.head_pose import (
    HeadPose,
    first_pose,
    project,
    projection_slope,
    refine_pose,
)
from dimitra_studio.face.rotation import rotation_angles, rotation_matrix

FOCAL = 800.0
RNG = np.random.default_rng(0)
POINTS = RNG.normal(size=(6, 50, 3)) * 0.05
TRUE = HeadPose(
    rotation_matrix(RNG.uniform(-0.5, 0.5, (6, 3))), RNG.normal(size=(6, 3)) * 0.05 + (0, 0, -0.9)
)
WEIGHTS = np.ones(50)


def picture(pose: HeadPose) -> np.ndarray:
    """What Face Mesh would say of the points: pixels, and a depth of the same scale."""
    placed = pose.place(POINTS)
    middle = placed.mean(1, keepdims=True)
    relief = (placed - middle)[..., 2:] * FOCAL / -middle[..., 2:]
    return np.concatenate([project(placed, FOCAL), relief], -1)


def test_projection_slope_is_the_derivative() -> None:
    placed = TRUE.place(POINTS)
    step = RNG.normal(size=placed.shape) * 1e-6
    moved = project(placed + step, FOCAL) - project(placed, FOCAL)
    predicted = np.einsum("tkij,tkj->tki", projection_slope(placed, FOCAL), step)
    assert np.allclose(moved, predicted, atol=1e-8)


def test_first_pose_is_near() -> None:
    pose = first_pose(POINTS, picture(TRUE), FOCAL, WEIGHTS)
    off = rotation_angles(pose.rotation) - rotation_angles(TRUE.rotation)
    assert np.abs(off).max() < np.radians(8)
    assert np.abs(pose.shift - TRUE.shift).max() < 0.05


@pytest.mark.parametrize("depth_weight", [0.0, 0.1])
def test_refined_pose_is_exact(depth_weight: float) -> None:
    seen = picture(TRUE)
    pose = first_pose(POINTS, seen, FOCAL, WEIGHTS)
    pose = refine_pose(pose, POINTS, seen, FOCAL, WEIGHTS, depth_weight=depth_weight, n_steps=8)
    off = rotation_angles(pose.rotation) - rotation_angles(TRUE.rotation)
    assert np.abs(off).max() < (1e-9 if depth_weight == 0 else np.radians(0.5))
    assert np.abs(project(pose.place(POINTS), FOCAL) - seen[..., :2]).max() < 1.0


def test_points_without_weight_do_not_matter() -> None:
    seen = picture(TRUE)
    seen[:, :10] += 40.0
    weights = WEIGHTS.copy()
    weights[:10] = 0.0
    pose = first_pose(POINTS, seen, FOCAL, weights)
    pose = refine_pose(pose, POINTS, seen, FOCAL, weights, depth_weight=0.0, n_steps=8)
    assert np.allclose(pose.rotation, TRUE.rotation, atol=1e-8)
