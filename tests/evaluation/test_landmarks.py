from pathlib import Path

import numpy as np
import pytest

from dimitra_studio.evaluation.landmarks import MOUTH, landmark_distances

REFERENCE = Path(__file__).parents[1] / "face" / "data" / "umeyama.npz"


def test_distances_are_those_of_an_independent_implementation() -> None:
    with np.load(REFERENCE) as known:
        found = landmark_distances(known["lmd_generated"], known["lmd_real"])
        assert found.f_lmd == pytest.approx(float(known["lmd_f"]), rel=1e-9)
        assert found.m_lmd == pytest.approx(float(known["lmd_m"]), rel=1e-9)
        np.testing.assert_allclose(found.face, known["lmd_f_per_frame"], rtol=1e-9)
        np.testing.assert_allclose(found.mouth, known["lmd_m_per_frame"], rtol=1e-9)


def test_place_size_and_rotation_do_not_count() -> None:
    real = np.random.default_rng(0).normal(size=(3, 68, 2))
    turn = np.array([[0.8, -0.6], [0.6, 0.8]])
    found = landmark_distances(2.5 * real @ turn + 7, real)
    assert found.f_lmd == pytest.approx(0, abs=1e-9)


def test_a_moved_mouth_counts_most_at_the_mouth() -> None:
    real = np.random.default_rng(0).normal(size=(3, 68, 2))
    moved = real.copy()
    moved[:, MOUTH, 1] += 0.5
    found = landmark_distances(moved, real)
    assert found.m_lmd > 1.2 * found.f_lmd > 0


def test_eyes_give_the_unit() -> None:
    real = np.zeros((1, 68, 2))
    real[0] = np.random.default_rng(0).normal(size=(68, 2))
    real[0, 36], real[0, 45] = (0, 0), (3, 4)
    assert landmark_distances(real, real).eyes == pytest.approx([5.0])


def test_other_shapes_are_refused() -> None:
    with pytest.raises(ValueError, match=r"\(T, 68, D\)"):
        landmark_distances(np.zeros((1, 20, 2)), np.zeros((1, 20, 2)))
