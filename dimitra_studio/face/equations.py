"""The landmarks of a face as a function of person, pose and curves, and their least squares."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.face.head_pose import HeadPose, project, projection_slope
from dimitra_studio.face.point_basis import PointBasis
from dimitra_studio.face.regions import EYE_CORNERS, LIP_GAPS, LIP_WIDTHS, SHAPE_WEIGHTS

Array = NDArray[np.float64]

_GAP_WEIGHT = 40.0  # of the opening between the lips when they touch
_NEARLY_CLOSED = 0.05  # share of the eye distance; wider openings count less and less
_WIDTH_WEIGHT = 20.0


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class Person:
    """What does not change in a clip.

    Args:
        identity: ``(I,)`` standard deviations.
        offset: ``(478, 3)`` metres from the rig's landmarks to this person's.
        focal: of the camera, in pixels.
    """

    identity: Array
    offset: Array
    focal: float


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class Frames:
    """What changes.

    Args:
        pose: of the head before a camera at the origin.
        curves: ``(T, E)`` without the pose's.
    """

    pose: HeadPose
    curves: Array

    def __getitem__(self, block: slice) -> "Frames":
        pose = HeadPose(self.pose.rotation[block], self.pose.shift[block])
        return Frames(pose, self.curves[block])


def head_points(basis: PointBasis, person: Person, curves: Array) -> Array:
    """``(T, 478, 3)`` landmarks of the unturned head, about the pivot of the neck."""
    rest = basis.neutral - basis.pivot + np.tensordot(person.identity, basis.identity, 1)
    values = curves * basis.reach(person.identity)
    return rest + person.offset + np.tensordot(values, basis.expression, 1)


def reproject(basis: PointBasis, person: Person, frames: Frames) -> Array:
    """``(T, 478, 2)`` the fitted landmarks, in pixels right and up from the picture's centre."""
    return project(frames.pose.place(head_points(basis, person, frames.curves)), person.focal)


def linearise(
    basis: PointBasis, person: Person, frames: Frames, seen: Array
) -> tuple[Array, Array]:
    """How far the landmarks are off, and what moving them on the head would do.

    Returns:
        ``(T, 478, 2)`` pixels and ``(T, 478, 2, 3)`` pixels per metre.
    """
    placed = frames.pose.place(head_points(basis, person, frames.curves))
    misfit = seen[..., :2] - project(placed, person.focal)
    return misfit, projection_slope(placed, person.focal) @ frames.pose.rotation[:, None]


def eye_distances(seen: Array) -> Array:
    """``(T,)`` pixels between the outer eye corners, in depth too: turning changes it little."""
    return np.linalg.norm(seen[:, EYE_CORNERS[0]] - seen[:, EYE_CORNERS[1]], axis=-1)


def curve_equations(
    basis: PointBasis,
    person: Person,
    frames: Frames,
    seen: Array,
    *,
    free: NDArray[np.intp],
    weights: Array,
    noise: float,
) -> tuple[Array, Array]:
    """Normal equations of the curves in each frame.

    The rows are all landmarks, and the differences of those pairs whose distance is what one
    sees of a mouth: its opening, most of all when it is nearly closed, and its width.

    Args:
        basis: of the landmarks.
        person: held.
        frames: near the solution; the pose is held.
        seen: ``(T, 478, 3)`` pixels right, up and to the camera.
        free: ``(F,)`` the curves that are looked for.
        weights: ``(T, 478)`` of the landmarks.
        noise: share of the eye distance by which a landmark of weight 1 is usually off.

    Returns:
        ``(T, F, F)`` and ``(T, F)``.
    """
    misfit, slope = linearise(basis, person, frames, seen)
    shapes = basis.expression[free].transpose(1, 2, 0) * basis.reach(person.identity)[free]
    rows = slope.astype(np.float32) @ shapes  # (T, K, 2, F)
    target = misfit + np.einsum("tkif,tf->tki", rows, frames.curves[:, free])
    eyes = eye_distances(seen)
    upper, lower = np.array(LIP_GAPS).T
    right, left = np.array(LIP_WIDTHS).T
    opening = np.linalg.norm(seen[:, upper, :2] - seen[:, lower, :2], axis=-1) / eyes[:, None]
    all_weights = np.concatenate(
        [
            weights,
            _GAP_WEIGHT / (1 + (opening / _NEARLY_CLOSED) ** 2),
            np.full((len(seen), len(LIP_WIDTHS)), _WIDTH_WEIGHT),
        ],
        1,
    )
    root = np.sqrt(all_weights) / (noise * eyes[:, None])
    rows, target = (
        np.concatenate([x, x[:, upper] - x[:, lower], x[:, left] - x[:, right]], 1)
        for x in (rows, target)
    )
    rows = (rows * root.astype(np.float32)[..., None, None]).reshape(len(seen), -1, len(free))
    target = (target * root[..., None]).reshape(len(seen), -1, 1).astype(np.float32)
    across = rows.transpose(0, 2, 1)
    return (across @ rows).astype(np.float64), (across @ target)[..., 0].astype(np.float64)


def identity_equations(
    basis: PointBasis, person: Person, frames: Frames, seen: Array, noise: float
) -> tuple[Array, Array]:
    """Normal equations of the identity, ``(I, I)`` and ``(I,)``, averaged over the frames."""
    misfit, slope = linearise(basis, person, frames, seen)
    root = np.sqrt(SHAPE_WEIGHTS / len(seen)) / (noise * eye_distances(seen)[:, None])
    rows = (slope @ basis.identity.transpose(1, 2, 0)) * root[..., None, None]
    rows = rows.reshape(-1, len(person.identity))
    target = (misfit * root[..., None]).ravel() + rows @ person.identity
    return rows.T @ rows, rows.T @ target
