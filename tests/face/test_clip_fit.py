import numpy as np
import pytest

from dimitra_studio.face.clip_fit import (
    N_REFERENCES,
    average_person,
    choose_focal,
    choose_references,
    to_camera_axes,
)
from dimitra_studio.face.equations import head_points
from dimitra_studio.face.regions import LIP_GAPS
from dimitra_studio.face.rigs import load_rig
from tests.face.synthetic import make_clip


def test_camera_axes_point_right_up_and_to_the_camera() -> None:
    corner = np.array([[[0.0, 0.0, 7.0]]])
    assert to_camera_axes(corner, (640, 480)).tolist() == [[[-320, 240, -7]]]


@pytest.mark.parametrize(
    ("eyes", "size", "focal"),
    [(60, (500, 400), 700), (60, (400, 500), 700), (180, (512, 512), 1400)],
)
def test_close_faces_are_seen_through_a_longer_lens(
    eyes: float, size: tuple[int, int], focal: float
) -> None:
    assert choose_focal(eyes, size) == pytest.approx(focal)


def test_lips_of_the_average_person_touch() -> None:
    basis = load_rig().landmark_basis()
    points = head_points(basis, average_person(basis, 700.0), np.zeros((1, basis.n_expression)))[0]
    upper, lower = np.array(LIP_GAPS).T
    assert np.abs(points[upper] - points[lower]).max() < 1e-7
    assert np.abs(basis.neutral[upper] - basis.neutral[lower]).max() > 1e-3


def test_references_are_at_rest() -> None:
    clip = make_clip(load_rig())
    seen = to_camera_axes(clip.landmarks, (640, 480))
    found = np.ones(len(seen), bool)
    chosen = choose_references(seen, found)
    assert len(chosen) == N_REFERENCES
    assert clip.motion.channel("jawOpen")[chosen].max() < 0.1
    assert clip.motion.channel("eyeBlinkLeft")[chosen].max() < 0.3
    found[chosen] = False
    assert not set(choose_references(seen, found)) & set(chosen)


def test_one_frame_is_its_own_reference() -> None:
    seen = to_camera_axes(make_clip(load_rig()).landmarks[:1], (640, 480))
    assert choose_references(seen, np.ones(1, bool)).tolist() == [0]
