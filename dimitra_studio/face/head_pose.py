"""Where the head is in each picture, given the points of its face."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class HeadPose:
    """Rigid motion in front of a camera at the origin that looks along -z.

    Args:
        rotation: ``(T, 3, 3)``.
        shift: ``(T, 3)`` metres; a turned point is ``rotation @ point + shift``.
    """

    rotation: Array
    shift: Array

    def place(self, points: Array) -> Array:
        """``(T, K, 3)`` points of the head -> the same before the camera."""
        return points @ self.rotation.transpose(0, 2, 1) + self.shift[:, None]


def project(placed: Array, focal: float) -> Array:
    """``(..., 3)`` points before the camera -> ``(..., 2)`` pixels right and up from the centre."""
    return focal * placed[..., :2] / -placed[..., 2:]


def projection_slope(placed: Array, focal: float) -> Array:
    """``(..., 2, 3)`` how ``project`` changes with the point."""
    scale = focal / -placed[..., 2]
    slope = np.zeros((*placed.shape[:-1], 2, 3))
    slope[..., 0, 0] = slope[..., 1, 1] = scale
    slope[..., 0, 2] = scale * placed[..., 0] / -placed[..., 2]
    slope[..., 1, 2] = scale * placed[..., 1] / -placed[..., 2]
    return slope


def first_pose(points: Array, seen: Array, focal: float, weights: Array) -> HeadPose:
    """A coarse pose from landmarks with MediaPipe's rough depth.

    Args:
        points: ``(T, K, 3)`` of the unturned head, in metres.
        seen: ``(T, K, 3)`` pixels right, up and towards the camera, from the picture's centre.
        focal: in pixels.
        weights: ``(K,)``.

    Source: Umeyama 1991.
    """
    share = (weights / weights.sum())[:, None]
    middle, seen_middle = (points * share).sum(1), (seen * share).sum(1)
    centred, seen_centred = points - middle[:, None], seen - seen_middle[:, None]
    covariance = np.einsum("tki,tkj->tij", seen_centred * share, centred)
    u, values, vt = np.linalg.svd(covariance)
    sign = np.ones((len(points), 3))
    sign[:, 2] = np.sign(np.linalg.det(u @ vt))
    rotation = (u * sign[:, None]) @ vt
    size = (values * sign).sum(1) / (centred**2 * share).sum((1, 2))  # pixels for a metre
    depth = focal / size
    centre = np.column_stack([seen_middle[:, :2] / size[:, None], -depth])
    return HeadPose(rotation, centre - np.einsum("tij,tj->ti", rotation, middle))


def refine_pose(
    pose: HeadPose,
    points: Array,
    seen: Array,
    focal: float,
    weights: Array,
    *,
    depth_weight: float = 0.1,
    n_steps: int = 4,
) -> HeadPose:
    """Gauss-Newton steps on the distance in the picture, and a little on the depth.

    Args:
        pose: near the solution.
        points: ``(T, K, 3)`` of the unturned head, in metres.
        seen: ``(T, K, 3)`` as for ``first_pose``.
        focal: in pixels.
        weights: ``(K,)``.
        depth_weight: trust in a landmark's depth against its place in the picture.
        n_steps: number of steps.
    """
    kept = np.flatnonzero(weights)
    points, seen, weights = points[:, kept], seen[:, kept], weights[kept]
    share = weights / weights.sum()
    root = np.sqrt(share)
    for _ in range(n_steps):
        turned = points @ pose.rotation.transpose(0, 2, 1)
        placed = turned + pose.shift[:, None]
        slope = projection_slope(placed, focal)
        scale = focal / -(placed[..., 2] @ share)  # pixels for a metre
        relief = placed[..., 2] - (placed[..., 2] @ share)[:, None]
        seen_relief = seen[..., 2] - (seen[..., 2] @ share)[:, None]
        misfit = np.concatenate(
            [
                seen[..., :2] - project(placed, focal),
                depth_weight * (seen_relief - scale[:, None] * relief)[..., None],
            ],
            -1,
        )
        spin = _cross(turned)
        spin_relief = spin[..., 2, :] - np.einsum("k,tkj->tj", share, spin[..., 2, :])[:, None]
        rows = np.zeros((*placed.shape[:2], 3, 6))
        rows[..., :2, :3] = slope @ spin
        rows[..., :2, 3:] = slope
        rows[..., 2, :3] = depth_weight * scale[:, None, None] * spin_relief
        rows = (rows * root[:, None, None]).reshape(len(points), -1, 6)
        misfit = (misfit * root[:, None]).reshape(len(points), -1, 1)
        normal = rows.transpose(0, 2, 1) @ rows
        normal += 1e-6 * np.einsum("tii->ti", normal)[:, None] * np.eye(6)
        update = np.linalg.solve(normal, rows.transpose(0, 2, 1) @ misfit)[..., 0]
        pose = HeadPose(_turn(update[:, :3]) @ pose.rotation, pose.shift + update[:, 3:])
    return pose


def _cross(vectors: Array) -> Array:
    """``(..., 3, 3)`` the change of each vector with a small turn about x, y and z."""
    x, y, z = np.moveaxis(vectors, -1, 0)
    zero = np.zeros_like(x)
    rows = ((zero, z, -y), (-z, zero, x), (y, -x, zero))
    return np.stack([np.stack(row, -1) for row in rows], -2)


def _turn(vector: Array) -> Array:
    """``(T, 3)`` axes times angles -> ``(T, 3, 3)``, after Rodrigues."""
    angle = np.linalg.norm(vector, axis=-1)[:, None, None]
    generator = -_cross(vector)
    safe = np.maximum(angle, 1e-12)
    return (
        np.eye(3)
        + np.sin(angle) / safe * generator
        + (1 - np.cos(angle)) / safe**2 * generator @ generator
    )
