"""From where the mesh is looked at."""

import numpy as np
import pytest

from dimitra_studio.face.camera import look_at
from dimitra_studio.gui.mesh.orbit import VIEWS, Orbit
from dimitra_studio.pipeline.preview import CENTRE, SPAN


def project(orbit: Orbit, points: np.ndarray, width: int, height: int) -> np.ndarray:
    clip = np.column_stack([points, np.ones(len(points))]) @ orbit.matrix(width, height).T
    place = clip[:, :2] / clip[:, 3:]
    return np.stack([(place[:, 0] + 1) * width / 2, (1 - place[:, 1]) * height / 2], 1)


POINTS = np.random.default_rng(0).uniform(-0.1, 0.1, (20, 3))


@pytest.mark.parametrize("size", [(640, 480), (300, 700)])
def test_from_in_front_it_is_the_camera_of_exported_pictures(size: tuple[int, int]) -> None:
    camera = look_at(CENTRE, width=size[0], height=size[1], span=SPAN)
    np.testing.assert_allclose(project(Orbit(), POINTS, *size), camera.project(POINTS))


def test_from_the_left_the_nose_points_to_the_picture_left() -> None:
    nose, middle = np.array([[0.0, -0.02, 0.08]]), np.array([CENTRE])
    left = project(VIEWS["left"], np.concatenate([nose, middle]), 400, 400)
    assert left[0, 0] < left[1, 0] - 50
    right = project(VIEWS["right"], np.concatenate([nose, middle]), 400, 400)
    assert right[0, 0] > right[1, 0] + 50


@pytest.mark.parametrize("orbit", [Orbit(0.6, 0.3, 1.0, 0.02, -0.03), *VIEWS.values()])
def test_the_eye_is_where_nothing_is_seen_from_the_side(orbit: Orbit) -> None:
    view = orbit.eye() - np.array([0.0, 0.0, 0.0])
    clip = orbit.matrix(100, 100) @ np.append(view, 1.0)
    assert clip[3] == pytest.approx(0.0, abs=1e-12)
    assert clip[:2] == pytest.approx([0.0, 0.0], abs=1e-12)


def test_a_head_that_is_turned_looks_as_from_a_turned_camera() -> None:
    orbit = Orbit(0.7, -0.2, 1.0, 0.01, 0.02)
    placed = orbit.in_front(POINTS.astype(np.float32))
    np.testing.assert_allclose(
        project(Orbit(), placed, 500, 500), project(orbit, POINTS, 500, 500), atol=1e-2
    )


def test_gestures() -> None:
    assert Orbit().turned(0.25, 0.0).yaw < 0.0  # the head follows the hand
    assert Orbit().turned(0.0, 9.0).pitch < np.pi / 2
    assert Orbit().zoomed(2.0).zoom == 2.0
    assert Orbit().zoomed(1e9).zoom < 100.0
    moved = Orbit(zoom=2.0).moved(0.1, 0.1)
    centre = project(moved, np.array([CENTRE]), 400, 400)[0]
    np.testing.assert_allclose(centre, [240.0, 240.0])
    assert abs(Orbit().moved(1e9, 0.0).x) < 1.0
