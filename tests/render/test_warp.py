import numpy as np

from dimitra_studio.render.warp import inverse_map

SQUARE = np.array([[2, 2], [17, 2], [17, 17], [2, 17]], np.float32)
HALVES = np.array([[0, 1, 2], [0, 2, 3]], np.int32)


def grid(size: int) -> np.ndarray:
    return np.stack(np.meshgrid(np.arange(size), np.arange(size)), -1).astype(np.float32)


def test_mesh_at_rest_is_the_identity() -> None:
    back, covered = inverse_map(SQUARE, SQUARE, HALVES, (20, 20))
    assert np.allclose(back, grid(20), atol=1e-4)
    assert covered[2:18, 2:18].all()
    assert not covered[:2].any()


def test_affine_motion_is_exact() -> None:
    matrix, shift = np.array([[0.8, 0.1], [-0.2, 0.7]]), np.array([3.0, 4.0])
    target = (SQUARE @ matrix.T + shift).astype(np.float32)
    back, covered = inverse_map(SQUARE, target, HALVES, (20, 20))
    expected = (grid(20) - shift) @ np.linalg.inv(matrix).T
    inside = covered & (expected > 2.5).all(-1) & (expected < 16.5).all(-1)
    assert inside.sum() > 50
    assert np.allclose(back[inside], expected[inside], atol=1e-3)


def test_last_triangle_wins() -> None:
    source = np.concatenate([SQUARE, SQUARE + 100])
    target = np.concatenate([SQUARE, SQUARE])
    triangles = np.concatenate([HALVES, HALVES + 4])
    assert inverse_map(source, target, triangles, (20, 20))[0][10, 10, 0] > 100
    assert inverse_map(source, target, triangles[::-1].copy(), (20, 20))[0][10, 10, 0] < 100


def test_flat_triangles_and_those_outside_show_nothing() -> None:
    line = SQUARE.copy()
    line[:, 1] = 5.0
    far = SQUARE + 1000
    for target in (line, far):
        back, covered = inverse_map(SQUARE, target, HALVES, (20, 20))
        assert not covered.any()
        assert np.array_equal(back, grid(20))


def test_slivers_stay_within_their_source() -> None:
    target = np.array([[1, 1], [18, 1.02], [18, 1.9]], np.float32)
    source = np.array([[5, 5], [6, 5], [6, 6]], np.float32)
    back, covered = inverse_map(source, target, HALVES[:1], (20, 20))
    assert back[covered].min() >= 5.0
    assert back[covered].max() <= 6.0
