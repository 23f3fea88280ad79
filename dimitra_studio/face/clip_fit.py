"""The rig fitted to landmarks: one person, and the pose and curves of every frame.

A landmark has three reasons to be where it is: the pose, the expression and the person. They are
found in turn, each by least squares with the others held, and what the person's identity on the
rig cannot explain is kept as an offset of each landmark.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.rig import Rig
from dimitra_studio.face.equations import (
    Frames,
    Person,
    curve_equations,
    eye_distances,
    head_points,
    identity_equations,
    linearise,
)
from dimitra_studio.face.head_pose import HeadPose, first_pose, refine_pose
from dimitra_studio.face.landmarks import LEFT_EYE_CORNERS, LIPS, RIGHT_EYE_CORNERS
from dimitra_studio.face.lids import closures, lid_openings, set_lids
from dimitra_studio.face.point_basis import PointBasis
from dimitra_studio.face.priors import CurvePrior, make_prior
from dimitra_studio.face.regions import (
    ALL_IRISES,
    CURVE_WEIGHTS,
    EYE_CORNERS,
    LIP_GAPS,
    MIDDLE_GAP,
    POSE_WEIGHTS,
)
from dimitra_studio.face.rigs import StudioRig
from dimitra_studio.face.rotation import rotation_angles, rotation_matrix
from dimitra_studio.face.solver import smooth, solve_bounded

Array = NDArray[np.float64]

PERSON_NOISE = 0.05
"""Share of the eye distance by which the rig's shapes miss those of a person not yet known."""

FRAME_NOISE = 0.04
"""The same once identity and offset are known."""

REST_STIFFNESS = 16.0
"""Of the prior in those frames of a clip where the face is at rest: what is odd is the person."""

PORTRAIT_STIFFNESS = 6.0
"""Of the prior in a single picture, whose face may well smile."""

N_REFERENCES = 12
"""Frames at rest from which identity and offset are taken."""

_FRONTAL = np.radians(20)
_OFFSET_RIDGE = 0.1  # of an offset against what one frame shows of it
_N_ROUNDS = 4
_STIFFNESS_ROTATION, _STIFFNESS_SHIFT = 1.0, np.array([1.0, 1.0, 10.0])  # depth is the noisiest
_BLOCK = 100  # frames whose equations are in memory at a time


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class Fitter:
    """What every step of a fit needs of the rig.

    Args:
        basis: of the rig's landmarks.
        rig: names the curves.
        prior: of the curves.
    """

    basis: PointBasis
    rig: Rig
    prior: CurvePrior


def make_fitter(rig: StudioRig) -> Fitter:
    return Fitter(rig.landmark_basis(), rig.description, make_prior(rig.description))


def to_camera_axes(landmarks: NDArray, size: tuple[int, int]) -> NDArray:
    """``(T, K, 3)`` picture coordinates -> pixels right, up and to the camera, from the centre."""
    centre = np.array([size[0] / 2, size[1] / 2, 0.0], landmarks.dtype)
    return (landmarks - centre) * np.array([1.0, -1.0, -1.0], landmarks.dtype)


def choose_focal(eyes: float, size: tuple[int, int]) -> float:
    """A likely focal length: of an everyday lens, but not so short that the face is too near.

    Args:
        eyes: distance of the outer eye corners in pixels.
        size: width and height of the picture.
    """
    return max(1.4 * max(size), 0.7 * eyes / 0.09)  # 0.09 m between the corners, 0.7 m away


def choose_references(seen: NDArray, found: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Frames in which the face is at rest: lips closed as they usually are, eyes open and frontal.

    Args:
        seen: ``(T, 478, 3)`` from ``to_camera_axes``.
        found: ``(T,)`` the frames to choose from.
    """
    eyes = eye_distances(seen)
    turned = np.abs(seen[:, EYE_CORNERS[0], 2] - seen[:, EYE_CORNERS[1], 2]) / eyes
    found = found & (turned <= max(np.sin(_FRONTAL), np.quantile(turned[found], 0.25)))
    upper, lower = MIDDLE_GAP
    gaps = np.linalg.norm(seen[:, upper, :2] - seen[:, lower, :2], axis=-1) / eyes
    openings = lid_openings(seen).mean(1)
    closed = found & (gaps <= np.quantile(gaps[found], 0.4))
    awake = openings >= 0.9 * np.median(openings[closed])
    candidates = np.flatnonzero(closed & awake)
    mouths = seen[candidates][:, list(LIPS), :2]
    mouths = (mouths - mouths.mean(1, keepdims=True)) / eyes[candidates, None, None]
    strangeness = ((mouths - np.median(mouths, 0)) ** 2).sum((1, 2))
    corners = list(LEFT_EYE_CORNERS + RIGHT_EYE_CORNERS)
    gaze = seen[:, list(ALL_IRISES), :2].mean(1) - seen[:, corners, :2].mean(1)
    gaze /= eyes[:, None]
    usual_gaze = np.median(gaze[found], axis=0)
    strangeness += len(LIPS) * ((gaze[candidates] - usual_gaze) ** 2).sum(1)
    return np.sort(candidates[np.argsort(strangeness, kind="stable")[:N_REFERENCES]])


def average_person(basis: PointBasis, focal: float) -> Person:
    """The rig's own face, with the inner lips of Face Mesh touching.

    The rig's landmarks lie inside the lips, where they are when the mouth is open; Face Mesh puts
    those of a closed mouth on the line between the lips.
    """
    offset = np.zeros(basis.neutral.shape)
    upper, lower = np.array(LIP_GAPS).T
    half = (basis.neutral[upper] - basis.neutral[lower]) / 2
    offset[upper], offset[lower] = -half, half
    return Person(np.zeros(len(basis.identity)), offset, focal)


def fit_person(
    fitter: Fitter, seen: Array, focal: float, usual: Array, *, stiffness: float = REST_STIFFNESS
) -> tuple[Person, Frames]:
    """Find identity and offset from a few frames, together with pose and curves there.

    Args:
        fitter: of the rig.
        seen: ``(T, 478, 3)`` from ``to_camera_axes``, of a face nearly at rest.
        focal: in pixels.
        usual: ``(2,)`` opening of this person's lids.
        stiffness: of the prior against a picture of a person not yet known.
    """
    basis = fitter.basis
    average = person = average_person(basis, focal)
    curves = np.zeros((len(seen), len(basis.expression)))
    points = head_points(basis, person, curves)
    pose = first_pose(points, seen, focal, POSE_WEIGHTS)
    pose = refine_pose(pose, points, seen, focal, POSE_WEIGHTS, n_steps=8)
    frames = Frames(pose, curves)
    for _ in range(_N_ROUNDS):
        frames = _fit_curves(
            fitter,
            person,
            frames,
            seen,
            usual=usual,
            noise=PERSON_NOISE,
            smoothness=0.0,
            stiffness=stiffness,
        )
        # the offset is left out, so that identity explains what it can
        person = replace(average, identity=person.identity)
        normal, linear = identity_equations(basis, person, frames, seen, PERSON_NOISE)
        identity = np.linalg.solve(normal + np.eye(len(linear)), linear).astype(np.float64)
        person = _fit_offset(basis, replace(person, identity=identity), frames, seen)
        points = head_points(basis, person, frames.curves)
        pose = refine_pose(frames.pose, points, seen, focal, POSE_WEIGHTS, n_steps=2)
        frames = Frames(pose, frames.curves)
    return person, frames


def fit_frames(
    fitter: Fitter, person: Person, seen: Array, usual: Array, *, n_rounds: int = 2
) -> Frames:
    """Find pose and curves of consecutive frames of a known person."""
    curves = np.zeros((len(seen), len(fitter.basis.expression)))
    points = head_points(fitter.basis, person, curves)
    frames = Frames(first_pose(points, seen, person.focal, POSE_WEIGHTS), curves)
    for _ in range(n_rounds):
        points = head_points(fitter.basis, person, frames.curves)
        pose = refine_pose(frames.pose, points, seen, person.focal, POSE_WEIGHTS)
        frames = Frames(_steady(pose), frames.curves)
        frames = _fit_curves(
            fitter,
            person,
            frames,
            seen,
            usual=usual,
            noise=FRAME_NOISE,
            smoothness=1.0,
            stiffness=1.0,
        )
    return frames


def _steady(pose: HeadPose) -> HeadPose:
    angles = np.unwrap(rotation_angles(pose.rotation), axis=0)
    return HeadPose(
        rotation_matrix(smooth(angles, _STIFFNESS_ROTATION)), smooth(pose.shift, _STIFFNESS_SHIFT)
    )


def _fit_curves(
    fitter: Fitter,
    person: Person,
    frames: Frames,
    seen: Array,
    *,
    usual: Array,
    noise: float,
    smoothness: float,
    stiffness: float,
) -> Frames:
    """Bounded least squares of the curves over the whole sequence, the pose held."""
    free = fitter.prior.free
    openings = lid_openings(seen)
    weights = np.repeat(CURVE_WEIGHTS[None], len(seen), 0)
    weights[:, list(ALL_IRISES)] *= closures(openings, usual).max(1, keepdims=True) < 0.4
    hessian = np.empty((len(seen), len(free), len(free)))
    linear = np.empty((len(seen), len(free)))
    for start in range(0, len(seen), _BLOCK):
        block = slice(start, start + _BLOCK)
        hessian[block], linear[block] = curve_equations(
            fitter.basis,
            person,
            frames[block],
            seen[block],
            free=free,
            weights=weights[block],
            noise=noise,
        )
    curves = frames.curves.copy()
    curves[:, free] = solve_bounded(
        hessian + stiffness * fitter.prior.stiffness,
        linear - stiffness * fitter.prior.threshold,
        smoothness * fitter.prior.smoothness,
        start=frames.curves[:, free],
    )
    curves = set_lids(curves, openings, usual, fitter.basis, fitter.rig)
    return Frames(frames.pose, curves)


def _fit_offset(basis: PointBasis, person: Person, frames: Frames, seen: Array) -> Person:
    """What remains, landmark by landmark."""
    misfit, slope = linearise(basis, person, frames, seen)
    normal = np.einsum("tkia,tkib->kab", slope, slope) / len(seen)
    linear = np.einsum("tkia,tki->ka", slope, misfit) / len(seen)
    squared_scale = np.einsum("kaa->", normal) / (2 * len(normal))  # pixels for a metre
    normal += squared_scale * _OFFSET_RIDGE * np.eye(3)
    offset = person.offset + np.linalg.solve(normal, linear[..., None])[..., 0]
    return replace(person, offset=offset)
