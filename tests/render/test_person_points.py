import numpy as np
import pytest

from dimitra_studio.render.person_points import InsideMouth, make_landmarks
from tests.render.portraits import studio_rig


@pytest.fixture
def curves() -> np.ndarray:
    rng = np.random.default_rng(0)
    values = rng.uniform(0.0, 1.0, (3, len(studio_rig().description.channels)))
    values[:, -6:] = rng.normal(0.0, 0.2, (3, 6))
    return values.astype(np.float32)


def test_same_as_the_rig(curves: np.ndarray) -> None:
    rig = studio_rig()
    identity = np.random.default_rng(1).normal(size=rig.n_identity).astype(np.float32)
    landmarks = make_landmarks(rig, identity, np.zeros((478, 3), np.float32))
    assert np.allclose(landmarks(curves), rig.landmarks478(curves, identity), atol=2e-5)
    vertices = rig.vertices(curves[:1], identity)[0]
    for name, points in InsideMouth(rig, identity)(curves[0]).items():
        expected = vertices[np.unique(rig.triangles[rig.part(name)])]
        assert np.allclose(points, expected, atol=2e-5)


def test_offset_turns_with_the_head(curves: np.ndarray) -> None:
    rig = studio_rig()
    identity = np.zeros(rig.n_identity, np.float32)
    offset = np.full((478, 3), 0.01, np.float32)
    moved = make_landmarks(rig, identity, offset)(curves) - rig.landmarks478(curves, identity)
    nose = moved[:, 4]
    assert np.linalg.norm(nose, axis=1) == pytest.approx(0.01 * np.sqrt(3.0), rel=1e-3)
    assert not np.allclose(nose, 0.01, atol=1e-3)
