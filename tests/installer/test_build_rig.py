"""The arithmetic of the rig's builder; the data it reads are not needed here."""

import numpy as np
import pytest
from scipy.sparse import identity

from installer.rig_expression import mirror_map, other_side, reflect, symmetrise
from installer.rig_identity import carry, make_basis, slider_rows, split_sides, without_similarity
from installer.rig_landmarks import mirror_pairs
from installer.rig_mesh import Bust, border_distance, snap_to_border, split_quads
from installer.rig_occlusion import sky_share

# Two points in the middle and two pairs.
POINTS = np.array(
    [[0, 0, 0], [0, 1, 1], [1, 0, 2], [-1, 0, 2], [2, 3, 0.5], [-2, 3, 0.5]], float
)  # fmt: skip


def test_mirror_finds_the_other_side() -> None:
    mirror = mirror_map(POINTS)
    assert mirror.tolist() == [0, 1, 3, 2, 5, 4]
    with pytest.raises(ValueError, match="mirror image"):
        mirror_map(POINTS[:-1])


def test_symmetrised_shapes_are_mirror_images() -> None:
    rng = np.random.default_rng(0)
    shapes = {name: rng.normal(size=POINTS.shape) for name in ("smileLeft", "smileRight", "open")}
    mirror = mirror_map(POINTS)
    even = symmetrise(shapes, mirror)
    assert np.allclose(even["smileLeft"], reflect(even["smileRight"], mirror))
    assert np.allclose(even["open"], reflect(even["open"], mirror))
    assert other_side("jawOpen") == "jawOpen"


def test_similarity_is_taken_out_and_the_rest_stays() -> None:
    rng = np.random.default_rng(1)
    points, weights = rng.normal(size=(30, 3)), rng.uniform(0.1, 1.0, 30)
    motion = 0.3 * points + np.cross([0.1, -0.2, 0.3], points) + [1.0, 2.0, 3.0]
    assert np.allclose(without_similarity(motion, points, weights), 0.0, atol=1e-9)
    shape = without_similarity(rng.normal(size=(30, 3)), points, weights)
    assert np.allclose(without_similarity(shape + motion, points, weights), shape)


def test_followers_get_the_mean_motion_of_their_leaders() -> None:
    rng = np.random.default_rng(3)
    points = rng.normal(size=(20, 3))
    motion = 0.1 * points + np.cross([0.0, 0.2, 0.1], points) + [0.0, 1.0, 0.0]
    leaders = np.arange(20) < 15
    offsets = np.where(leaders[:, None], motion, 0.0)
    assert np.allclose(carry(offsets, points, leaders, np.arange(15, 20)), motion)


def test_basis_has_the_covariance_of_the_sliders() -> None:
    rng = np.random.default_rng(2)
    rows = [rng.normal(size=(40, 3)) for _ in range(6)]
    weights = rng.uniform(0.2, 1.0, 40)
    basis = make_basis(rows, weights, 6)
    flat = np.stack([row.ravel() for row in rows])
    components = basis.components.reshape(6, -1)
    assert np.allclose(components.T @ components, flat.T @ flat)
    gram = (components * np.repeat(weights, 3)) @ components.T
    assert np.allclose(gram, np.diag(basis.variances))
    assert basis.share == pytest.approx(1.0)


def test_opposite_targets_become_one_direction() -> None:
    step = np.ones((6, 3))
    rows = slider_rows({"nose-up": step, "nose-down": -step, "head-oval": step})
    assert set(rows) == {"nose", "head-oval"}
    assert np.allclose(rows["nose"], 0.4 * step)


def test_sides_become_what_they_share_and_where_they_differ() -> None:
    mirror = mirror_map(POINTS)
    left = np.zeros_like(POINTS)
    left[2] = (0.1, 0.2, 0.3)
    both, difference = split_sides({"l-eye": left, "r-eye": reflect(left, mirror)}, mirror)
    assert np.allclose(both, left + reflect(left, mirror))
    assert np.allclose(reflect(difference, mirror), -difference)
    assert np.linalg.norm(difference) < np.linalg.norm(both)


def test_quads_are_split_along_the_shorter_diagonal() -> None:
    corners = np.array([[0, 0, 0], [3, 1, 0], [4, 3, 0], [0, 1, 0]], float)
    quad = np.array([[0, 1, 2, 3]])
    triangles, uv = split_quads(corners, quad, quad + 10)
    assert triangles.tolist() == [[0, 1, 3], [1, 2, 3]]
    assert np.array_equal(uv, triangles + 10)


def test_vertices_beside_the_border_move_onto_it() -> None:
    points = np.array([[0.0, 5.06, 0.3], [1.79, 6.7, 0.1], [0.5, 6.0, 0.0]])
    snapped = snap_to_border(points)
    assert np.allclose(border_distance(snapped)[:2], 0.0)
    assert np.array_equal(snapped[2], points[2])


def test_a_part_can_be_left_out() -> None:
    bust = Bust(
        identity(6).tocsr(), np.array([[0, 1, 2], [3, 4, 5]]), np.zeros((2, 3, 2)),
        np.array([0, 10]), (np.array([0]), np.array([1])), np.array([2]),
    )  # fmt: skip
    assert bust.part_of_vertices("lashes").tolist() == [False] * 3 + [True] * 3
    assert bust.without("lashes").triangles.tolist() == [[0, 1, 2]]


def test_a_roof_takes_the_sky_away() -> None:
    x, z = (axis.ravel() for axis in np.meshgrid(*[np.linspace(-0.1, 0.1, 21)] * 2))
    roof = np.stack([x, np.full_like(x, 0.02), z], 1)
    ground = np.array([[-0.01, 0, -0.01], [-0.01, 0, 0.01], [0.01, 0, 0.01], [0.01, 0, -0.01]])
    points = np.concatenate([ground, roof])
    corner = (4 + np.arange(20)[:, None] * 21 + np.arange(20)).ravel()
    tiles = [np.stack([corner, corner + a, corner + b], 1) for a, b in ((21, 22), (22, 1))]
    triangles = np.concatenate([[[0, 1, 2], [0, 2, 3]], *tiles])
    share = sky_share(points, np.tile([0.0, 1.0, 0.0], (len(points), 1)), triangles)
    assert (share[:4] < 0.35).all()
    assert (share[4:] > 0.95).all()


def test_landmarks_have_their_mirror_images() -> None:
    pairs = mirror_pairs()
    assert np.array_equal(pairs[pairs], np.arange(478))
    known = {33: 263, 61: 291, 78: 308, 159: 386, 234: 454, 105: 334, 4: 4, 13: 13, 468: 473}
    assert {landmark: pairs[landmark] for landmark in known} == known
