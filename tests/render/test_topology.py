import numpy as np

from dimitra_studio.face.landmarks import N_MESH
from dimitra_studio.render.topology import MOUTH, OPENINGS, face_topology


def test_every_triangle_is_quartered() -> None:
    topology = face_topology()
    assert len(topology.skin) == 4 * 854
    assert len(topology.holes) == 4 * sum(2 * len(opening.upper) for opening in OPENINGS)
    assert topology.skin.max() < topology.refine.shape[0]


def test_refinement_keeps_landmarks_and_straight_lines() -> None:
    refine = face_topology().refine
    points = np.random.default_rng(0).normal(size=(N_MESH, 2))
    assert np.allclose((refine @ points)[:N_MESH], points)
    assert np.allclose(np.asarray(refine.sum(1)), 1.0)


def test_lips_do_not_feel_each_other() -> None:
    topology = face_topology()
    lower = np.zeros(N_MESH)
    lower[list(MOUTH.lower)] = 1.0
    ring = topology.refine[topology.rings[0]] @ lower
    upper_line = ring[: len(ring) // 2 + 1]  # from corner to corner
    assert np.abs(upper_line[2:-2]).max() == 0.0
    assert ring[len(ring) // 2 + 2 : -2].min() > 0.9


def test_openings_go_from_right_to_left() -> None:
    for opening, ring in zip(OPENINGS, face_topology().rings, strict=True):
        assert ring[0] == opening.right
        assert ring[len(ring) // 2] == opening.left
        assert len(opening.upper) == len(opening.lower)
