"""Triangles to pixels."""

import cv2
import numpy as np
import pytest

from dimitra_studio.render.rasterise import EMPTY, Raster, rasterise

WIDTH, HEIGHT = 40, 30


def draw(points: list, depth: list, triangles: list, **options: bool) -> Raster:
    return rasterise(
        np.array(points, float), np.array(depth, float), np.array(triangles),
        width=WIDTH, height=HEIGHT, **options,
    )  # fmt: skip


def test_a_rectangle_covers_exactly_its_pixels() -> None:
    points = [(5, 5), (5, 20), (25, 20), (25, 5)]
    raster = draw(points, [1.0] * 4, [(0, 1, 2), (0, 2, 3)])
    expected = np.zeros((HEIGHT, WIDTH), bool)
    expected[5:20, 5:25] = True
    assert np.array_equal(raster.triangle != EMPTY, expected)
    assert np.isinf(raster.depth[~expected]).all()
    assert np.allclose(raster.depth[expected], 1.0)


def test_nearer_triangles_hide_farther_ones_in_any_order() -> None:
    points = [(0, 0), (0, 30), (40, 30), (10, 0), (10, 30), (50, 30)]
    near_first = draw(points, [1.0] * 3 + [2.0] * 3, [(0, 1, 2), (3, 4, 5)])
    near_last = draw(points, [1.0] * 3 + [2.0] * 3, [(3, 4, 5), (0, 1, 2)])
    assert np.allclose(near_first.depth, near_last.depth)
    assert near_first.triangle[28, 15] == 0
    assert near_last.triangle[28, 15] == 1


def test_triangles_that_cross_are_cut_at_the_line_where_they_meet() -> None:
    points = [(0, 0), (0, 30), (40, 30), (40, 0)] * 2
    depth = [1.0, 1.0, 3.0, 3.0, 2.0, 2.0, 2.0, 2.0]
    raster = draw(points, depth, [(0, 1, 2), (0, 2, 3), (4, 5, 6), (4, 6, 7)])
    # One over the distance is linear from 1 to 1/3 and passes 1/2 at three quarters of the way.
    assert (raster.triangle[:, :30] < 2).all()
    assert (raster.triangle[:, 30:] >= 2).all()


def test_weights_rebuild_positions_in_perspective() -> None:
    points, depth = np.array([(3.0, 2.0), (8.0, 28.0), (37.0, 20.0)]), np.array([1.0, 4.0, 2.0])
    raster = rasterise(points, depth, np.array([[0, 1, 2]]), width=WIDTH, height=HEIGHT)
    rows, columns = np.nonzero(raster.triangle != EMPTY)
    weights = raster.barycentric[rows, columns]
    assert np.allclose(weights.sum(1), 1.0, atol=1e-5)
    assert np.allclose(weights @ depth, raster.depth[rows, columns], rtol=1e-4)
    # In space, a point is the weighted mean of the corners; its picture must be this pixel.
    pictured = (weights @ (points * depth[:, None])) / (weights @ depth)[:, None]
    assert np.allclose(pictured, np.stack([columns, rows], 1) + 0.5, atol=1e-3)


def test_a_mesh_has_no_cracks_and_no_pixel_twice() -> None:
    rng = np.random.default_rng(0)
    grid = np.stack(np.meshgrid(np.linspace(-2, 42, 12), np.linspace(-2, 32, 9)), -1).reshape(-1, 2)
    points = grid + rng.uniform(-1.2, 1.2, grid.shape)
    corner = (np.arange(8)[:, None] * 12 + np.arange(11)).ravel()
    triangles = np.concatenate(
        [np.stack([corner, corner + 12, corner + 13], 1),
         np.stack([corner, corner + 13, corner + 1], 1)]
    )  # fmt: skip
    raster = rasterise(points, np.ones(len(points)), triangles, width=WIDTH, height=HEIGHT)
    assert (raster.triangle[1:-1, 1:-1] != EMPTY).all()
    alone = [
        (rasterise(points, np.ones(len(points)), triangle[None], width=WIDTH, height=HEIGHT)
         .triangle != EMPTY).sum()
        for triangle in triangles
    ]  # fmt: skip
    assert sum(alone) == (raster.triangle != EMPTY).sum()


def test_agrees_with_opencv_about_a_large_triangle() -> None:
    points = np.array([(4.2, 3.1), (9.7, 27.4), (36.3, 15.8)])
    mine = draw(points.tolist(), [1.0] * 3, [(0, 1, 2)]).triangle != EMPTY
    theirs = np.zeros((HEIGHT, WIDTH), np.uint8)
    cv2.fillConvexPoly(theirs, np.round((points - 0.5) * 16).astype(np.int32), 1, shift=4)
    assert (mine != theirs.astype(bool)).sum() < 0.15 * mine.sum()  # OpenCV draws the border fully
    assert not (mine & (theirs == 0)).any()


def test_backs_are_seen_only_when_asked_for() -> None:
    points, triangle = [(5, 5), (25, 20), (5, 20)], [(0, 1, 2)]
    assert (draw(points, [1.0] * 3, triangle).triangle == EMPTY).all()
    assert (draw(points, [1.0] * 3, triangle, two_sided=True).triangle == 0).any()


@pytest.mark.parametrize("depth", [[1.0, -1.0, 1.0], [0.0, 1.0, 1.0]])
def test_triangles_behind_the_camera_are_left_out(depth: list[float]) -> None:
    assert (draw([(5, 5), (5, 20), (25, 20)], depth, [(0, 1, 2)]).triangle == EMPTY).all()


def test_what_lies_outside_the_picture_is_clipped() -> None:
    raster = draw([(-1e4, -1e4), (-1e4, 1e4), (1e4, 1e4)], [1.0] * 3, [(0, 1, 2)])
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH]
    below = raster.triangle[rows > columns] != EMPTY
    above = raster.triangle[rows < columns] != EMPTY
    assert below.all()  # pixels on the line itself may fall to either side
    assert not above.any()
