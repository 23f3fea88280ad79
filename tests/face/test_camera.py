"""Between rig space and pictures."""

import numpy as np
import pytest

from dimitra_studio.face.camera import Camera, look_at

CAMERA = Camera(640, 480, 900.0, (0.1, -0.2, 1.5))


def test_the_point_ahead_is_at_the_centre() -> None:
    assert np.allclose(CAMERA.project([0.1, -0.2, 0.0]), [320.0, 240.0])


def test_the_persons_left_is_on_the_right_and_up_is_up() -> None:
    left, up = CAMERA.project([[0.2, -0.2, 0.0], [0.1, -0.1, 0.0]])
    assert np.allclose(left, [320.0 + 900.0 * 0.1 / 1.5, 240.0])
    assert np.allclose(up, [320.0, 240.0 - 900.0 * 0.1 / 1.5])


def test_pixels_and_depth_give_the_point_back() -> None:
    points = np.random.default_rng(0).uniform(-0.2, 0.2, (3, 7, 3))
    again = CAMERA.unproject(CAMERA.project(points), CAMERA.depth(points))
    assert np.allclose(again, points)


def test_a_smaller_picture_shows_the_same() -> None:
    points = np.random.default_rng(1).uniform(-0.2, 0.2, (9, 3))
    assert np.allclose(CAMERA.resized(320, 240).project(points), CAMERA.project(points) / 2)


def test_look_at_shows_the_span() -> None:
    camera = look_at((0.0, 0.1, 0.02), width=800, height=400, span=0.2, distance=0.7)
    ends = camera.project([[0.0, 0.2, 0.02], [0.0, 0.0, 0.02]])
    assert np.allclose(ends, [[400.0, 0.0], [400.0, 400.0]])


@pytest.mark.parametrize(("width", "focal"), [(0, 900.0), (640, 0.0), (640, float("nan"))])
def test_impossible_cameras_are_refused(width: int, focal: float) -> None:
    with pytest.raises(ValueError, match="no such camera"):
        Camera(width, 480, focal, (0.0, 0.0, 1.0))


def test_no_span_is_refused() -> None:
    with pytest.raises(ValueError, match="span"):
        look_at((0.0, 0.0, 0.0), width=10, height=10, span=0.0)
