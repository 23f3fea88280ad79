import numpy as np
import pytest

from dimitra_studio.face.equations import (
    Frames,
    Person,
    curve_equations,
    head_points,
    identity_equations,
    linearise,
    reproject,
)
from dimitra_studio.face.head_pose import HeadPose
from dimitra_studio.face.regions import SHAPE_WEIGHTS
from dimitra_studio.face.rigs import load_rig
from dimitra_studio.face.rotation import rotation_matrix

RNG = np.random.default_rng(0)
BASIS = load_rig().landmark_basis()
PERSON = Person(RNG.normal(size=len(BASIS.identity)) * 0.5, np.zeros((478, 3)), 700.0)
FRAMES = Frames(
    HeadPose(rotation_matrix(RNG.uniform(-0.3, 0.3, (3, 3))), np.array([[0.0, 0.0, -0.8]] * 3)),
    RNG.uniform(0, 0.5, (3, BASIS.n_expression)),
)
FREE = np.array([0, 4, 9, 30])


def in_picture(person: Person, frames: Frames) -> np.ndarray:
    """``(T, 478, 3)`` landmarks as they would be seen."""
    placed = frames.pose.place(head_points(BASIS, person, frames.curves))
    depth = placed[..., 2:] - placed[..., 2:].mean(1, keepdims=True)
    return np.concatenate([reproject(BASIS, person, frames), depth * 700.0 / 0.8], -1)


def test_points_are_those_of_the_rig() -> None:
    curves = np.zeros((3, BASIS.n_expression + 6), np.float32)
    curves[:, :-6] = FRAMES.curves
    wanted = load_rig().landmarks478(curves, PERSON.identity.astype(np.float32))
    assert np.allclose(head_points(BASIS, PERSON, FRAMES.curves) + BASIS.pivot, wanted, atol=1e-5)


def test_slope_predicts_what_moving_does() -> None:
    seen = in_picture(PERSON, FRAMES)
    step = RNG.normal(size=(478, 3)) * 1e-6
    moved = Person(PERSON.identity, PERSON.offset + step, PERSON.focal)
    misfit, slope = linearise(BASIS, PERSON, FRAMES, seen)
    assert np.abs(misfit).max() < 1e-9
    change = reproject(BASIS, moved, FRAMES) - reproject(BASIS, PERSON, FRAMES)
    assert np.allclose(change, np.einsum("tkij,kj->tki", slope, step), atol=1e-7)


@pytest.mark.parametrize("start", [0.0, 0.3])
def test_curve_equations_lead_to_the_true_curves(start: float) -> None:
    seen = in_picture(PERSON, FRAMES)
    curves = FRAMES.curves.copy()
    weights = np.repeat(SHAPE_WEIGHTS[None], 3, 0)
    curves[:, FREE] = start
    for _ in range(4):  # the picture is not quite linear in the curves
        frames = Frames(FRAMES.pose, curves)
        hessian, linear = curve_equations(
            BASIS, PERSON, frames, seen, free=FREE, weights=weights, noise=0.04
        )
        curves[:, FREE] = np.linalg.solve(hessian, linear[..., None])[..., 0]
    assert np.abs(curves - FRAMES.curves).max() < 1e-3


def test_identity_equations_lead_to_the_true_person() -> None:
    seen = in_picture(PERSON, FRAMES)
    person = Person(np.zeros_like(PERSON.identity), PERSON.offset, PERSON.focal)
    for _ in range(4):
        normal, linear = identity_equations(BASIS, person, FRAMES, seen, 0.04)
        ridge = 1e-9 * np.trace(normal) * np.eye(len(linear))
        identity = np.linalg.solve(normal + ridge, linear)
        person = Person(identity, person.offset, person.focal)
    away = reproject(BASIS, person, FRAMES) - seen[..., :2]
    assert np.abs(away).max() < 0.2  # pixels; some shapes differ only in depth
