import numpy as np
import pytest

from dimitra_studio.render.mask import box_around, crop, paint, polygon_mask, seam

TRIANGLE = np.array([[1.3, 2.2], [9.1, 3.0], [4.0, 11.6]])


def area(polygon: np.ndarray) -> float:
    x, y = polygon.T
    return 0.5 * abs(float(x @ np.roll(y, 1) - y @ np.roll(x, 1)))


def test_coverage_adds_up_to_the_area() -> None:
    for softness in (0.0, 0.8):
        mask = polygon_mask(6.0 * TRIANGLE, (0, 0, 60, 80), softness=softness)
        assert mask.shape == (80, 60)
        assert mask.sum() == pytest.approx(area(6.0 * TRIANGLE), rel=0.03)


def test_mask_moves_with_its_box() -> None:
    whole = polygon_mask(TRIANGLE + 10.0, (0, 0, 30, 30))
    assert np.array_equal(polygon_mask(TRIANGLE + 10.0, (3, 2, 30, 30)), whole[2:, 3:])


def test_box_is_inside_the_picture() -> None:
    assert box_around(TRIANGLE, 2.0, (10, 8)) == (0, 0, 10, 8)
    assert box_around(TRIANGLE, 0.0, (100, 100)) == (1, 2, 11, 13)
    assert box_around(TRIANGLE + 500, 2.0, (10, 8)) is None


def test_paint_blends_in_place() -> None:
    image = np.full((6, 6, 3), 100, np.uint8)
    paint(
        image, (1, 1, 3, 3), np.full((2, 2, 3), 200.0, np.float32), np.full((2, 2), 0.5, np.float32)
    )
    assert (crop(image, (1, 1, 3, 3)) == 150).all()
    assert image.sum() == 100 * 6 * 6 * 3 + 50 * 4 * 3


def test_seam_is_thickest_in_the_middle_and_ends_in_the_corners() -> None:
    shut = np.array([[0, 5], [4, 5], [8, 5], [12, 5], [16, 5], [12, 5], [8, 5], [4, 5]], float)
    outline = seam(shut, 3.0)
    height = outline[5:, 1][::-1] - outline[:5, 1]
    assert height == pytest.approx(height[::-1])
    assert height[2] == pytest.approx(3.0)
    assert height[0] == pytest.approx(0.0, abs=1e-6)
    assert 0.0 < height[1] < 3.0
