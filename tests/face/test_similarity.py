"""Against numbers that were computed once with an independent implementation."""

import zlib
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from dimitra_studio.face.similarity import align, fit_similarity

REFERENCE = Path(__file__).parent / "data" / "umeyama.npz"


def reference() -> dict[str, NDArray[np.float64]]:
    with np.load(REFERENCE) as file:
        return dict(file)


def source() -> NDArray[np.float64]:
    return np.random.default_rng(zlib.crc32(b"umeyama.src")).standard_normal((10, 3))


@pytest.mark.parametrize("case", ["exact", "noisy", "mirror"])
def test_the_known_transform_is_found(case: str) -> None:
    known = reference()
    found = fit_similarity(source(), known[f"{case}_target"])
    assert found.scale == pytest.approx(known[f"{case}_scale"], rel=1e-9)
    np.testing.assert_allclose(found.rotation, known[f"{case}_rotation"], atol=1e-9)
    np.testing.assert_allclose(found.translation, known[f"{case}_translation"], atol=1e-9)
    np.testing.assert_allclose(found.apply(source()), known[f"{case}_aligned"], atol=1e-9)


def test_a_mirrored_face_is_turned_and_not_mirrored() -> None:
    found = fit_similarity(source(), reference()["mirror_target"])
    assert np.linalg.det(found.rotation) == pytest.approx(1)


def test_many_frames_are_as_many_problems() -> None:
    known = reference()
    together = align(known["lmd_generated"], known["lmd_real"])
    apart = [align(*pair) for pair in zip(known["lmd_generated"], known["lmd_real"], strict=True)]
    np.testing.assert_allclose(together, known["lmd_aligned"], atol=1e-9)
    np.testing.assert_allclose(together, apart, atol=1e-12)


def test_points_without_extent_are_refused() -> None:
    with pytest.raises(ValueError, match="coincide"):
        fit_similarity(np.ones((4, 2)), np.eye(4, 2))
    with pytest.raises(ValueError, match="got"):
        fit_similarity(np.eye(4, 2), np.eye(5, 2))
