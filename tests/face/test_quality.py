import cv2
import numpy as np
import pytest
from skimage.data import astronaut

from dimitra_studio.face import quality
from dimitra_studio.face.tracking import FaceTracker

PHOTO = astronaut()


@pytest.fixture(scope="module")
def face() -> np.ndarray:
    with FaceTracker() as tracker:
        return tracker.detect(PHOTO)[0]


def test_good_picture_has_no_warnings(face: np.ndarray) -> None:
    assert quality.picture_warnings(PHOTO, face, []) == ()


def test_blur_is_told(face: np.ndarray) -> None:
    blurred = cv2.GaussianBlur(PHOTO, (0, 0), 2.5)
    (warning,) = quality.picture_warnings(blurred, face, [])
    assert "blurred" in warning


@pytest.mark.parametrize("scale", [1.5, 4.0])
def test_sharpness_does_not_depend_on_size(face: np.ndarray, scale: float) -> None:
    large = cv2.resize(PHOTO, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
    ratio = quality.sharpness(large, face * scale) / quality.sharpness(PHOTO, face)
    assert 0.6 < ratio < 1.6


def test_face_outside_the_picture_is_not_sharp(face: np.ndarray) -> None:
    assert quality.sharpness(PHOTO, face + 1000) == 0.0


def test_small_face_is_told(face: np.ndarray) -> None:
    half = cv2.resize(PHOTO, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    (warning,) = quality.picture_warnings(half, face * 0.5, [])
    assert "The face is small, 30 pixels between the eyes" in warning


@pytest.mark.parametrize(("n_others", "words"), [(1, "is another face"), (3, "are 3 other faces")])
def test_other_faces_are_told(face: np.ndarray, n_others: int, words: str) -> None:
    (warning,) = quality.picture_warnings(PHOTO, face, [face * 0.3] * n_others)
    assert words in warning


def test_clip_without_faults_has_no_warnings() -> None:
    seen = np.ones(100, bool)
    seen[40:45] = False  # a fifth of a second is bridged without harm
    assert quality.clip_warnings(seen, 66.0, np.zeros(100), 0.02, 1) == ()


def test_faults_of_a_clip_are_told_with_times() -> None:
    seen = np.ones(100, bool)
    seen[25:75] = False
    yaw = np.zeros(100)
    yaw[80:90] = np.radians(-50)
    yaw[30:40] = np.radians(80)  # nobody saw that
    warnings = quality.clip_warnings(seen, 20.0, yaw, 0.02, 2)
    assert len(warnings) == 4
    assert "2 faces" in warnings[0]
    assert "from 1.0 s to 3.0 s" in warnings[1]
    assert "more than 45 degrees for 0.4 s" in warnings[2]
    assert "20 pixels" in warnings[3]


@pytest.mark.parametrize(
    ("seen", "gaps"),
    [
        ([1, 1, 1], []),
        ([0, 1, 0, 0, 1], [(0, 1), (2, 4)]),
        ([1, 0, 0], [(1, 3)]),
        ([0, 0], [(0, 2)]),
    ],
)
def test_gaps_are_found(seen: list[int], gaps: list[tuple[int, int]]) -> None:
    assert quality.gaps(np.array(seen, bool)) == gaps
