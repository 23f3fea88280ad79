import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest
from skimage.data import astronaut

from dimitra_studio.face.quality import eye_distance
from dimitra_studio.face.tracking import FaceTracker
from dimitra_studio.face.video import read_frames
from tests.conftest import shared_data

PHOTO = astronaut()


@pytest.fixture(scope="module")
def tracker() -> FaceTracker:
    return FaceTracker()


@pytest.fixture(scope="module")
def face(tracker: FaceTracker) -> np.ndarray:
    faces = tracker.detect(PHOTO)
    assert len(faces) == 1
    return faces[0]


def off(found: np.ndarray, wanted: np.ndarray) -> float:
    """Mean distance as a share of the eye distance."""
    away = np.linalg.norm(found[:, :2] - wanted[:, :2], axis=-1)
    return float(away.mean() / eye_distance(wanted[:, :2]))


def test_landmarks_are_where_they_should_be(face: np.ndarray) -> None:
    assert face.shape == (478, 3)
    right_eye, left_eye, nose, chin = face[33], face[263], face[1], face[152]
    assert right_eye[0] < nose[0] < left_eye[0]  # the person's right is on the left
    assert right_eye[1] < nose[1] < chin[1]
    assert nose[2] < face[[234, 454], 2].min()  # depth grows away from the camera
    assert eye_distance(face[:, :2]) == pytest.approx(60, abs=5)


def test_same_picture_gives_the_same_numbers(tracker: FaceTracker, face: np.ndarray) -> None:
    tracker.detect(PHOTO[:, ::-1].copy())
    assert np.array_equal(tracker.detect(PHOTO)[0], face)


@pytest.mark.parametrize("angle", [-60, -20, 20, 45, 80])
def test_tilted_faces_are_found(tracker: FaceTracker, face: np.ndarray, angle: int) -> None:
    turn = cv2.getRotationMatrix2D((230, 150), angle, 1.0)
    faces = tracker.detect(cv2.warpAffine(PHOTO, turn, (512, 512)))
    assert len(faces) == 1
    assert off(faces[0], face[:, :2] @ turn[:, :2].T + turn[:, 2]) < 0.02


@pytest.mark.parametrize("size", [256, 400, 1024, 2048])
def test_scale_does_not_matter(tracker: FaceTracker, face: np.ndarray, size: int) -> None:
    faces = tracker.detect(cv2.resize(PHOTO, (size, size), interpolation=cv2.INTER_AREA))
    assert off(faces[0], face * size / 512) < 0.015


@pytest.mark.parametrize("kind", ["grey", "dark", "blue", "noisy"])
def test_colours_hardly_matter(tracker: FaceTracker, face: np.ndarray, kind: str) -> None:
    changed = {
        "grey": np.repeat(PHOTO.mean(-1, keepdims=True), 3, -1),
        "dark": PHOTO * 0.4,
        "blue": PHOTO * np.array([0.6, 0.8, 1.0]),
        "noisy": PHOTO + np.random.default_rng(0).normal(scale=12, size=PHOTO.shape),
    }[kind]
    faces = tracker.detect(np.clip(changed, 0, 255).astype(np.uint8))
    assert off(faces[0], face) < 0.025


@pytest.mark.parametrize("times", [4, 8, 12])
def test_small_faces_in_large_pictures_are_found(
    tracker: FaceTracker, face: np.ndarray, times: int
) -> None:
    large = np.full((1024, 2048, 3), 120, np.uint8)
    side = 2048 // times
    left, top = 1500 - side, 900 - side
    large[top : top + side, left : left + side] = cv2.resize(
        PHOTO, (side, side), interpolation=cv2.INTER_AREA
    )
    faces = tracker.detect(large)
    assert len(faces) == 1
    assert off(faces[0], face * side / 512 + (left, top, 0)) < 0.05


def test_face_that_fills_the_picture_is_found(tracker: FaceTracker, face: np.ndarray) -> None:
    close = cv2.resize(PHOTO[60:200, 150:290], (700, 700), interpolation=cv2.INTER_CUBIC)
    assert off(tracker.detect(close)[0], (face - (150, 60, 0)) * 5) < 0.03


def test_every_face_is_measured_largest_first(tracker: FaceTracker) -> None:
    head = PHOTO[:300, 80:380]
    scene = np.full((300, 500, 3), 90, np.uint8)
    scene[100:280, :180] = cv2.resize(head, (180, 180), interpolation=cv2.INTER_AREA)
    scene[:, 200:] = head
    faces = tracker.detect(scene)
    assert len(faces) == 2
    assert faces[0][1, 0] > 200 > faces[1][1, 0]
    assert eye_distance(faces[0]) > 1.5 * eye_distance(faces[1])


def test_nobody_is_found_where_nobody_is(tracker: FaceTracker) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (200, 300, 3), np.uint8)
    assert tracker.detect(noise) == []
    tracker.reset()
    assert [tracker.follow(noise) for _ in range(7)] == [None] * 7


def test_clips_do_not_know_of_each_other(tracker: FaceTracker) -> None:
    clip = [np.roll(PHOTO, 3 * i, axis=1) for i in range(5)]
    tracker.reset()
    first = [tracker.follow(frame) for frame in clip]
    for frame in clip[::-1]:
        tracker.follow(np.ascontiguousarray(frame[:, ::-1]))
    tracker.reset()
    again = [tracker.follow(frame) for frame in clip]
    assert all(np.array_equal(one, other) for one, other in zip(first, again, strict=True))


def test_small_face_is_followed_through_a_large_clip(
    tracker: FaceTracker, face: np.ndarray
) -> None:
    head = cv2.resize(PHOTO[:300, 80:380], (220, 220), interpolation=cv2.INTER_AREA)
    tracker.reset()
    for step in range(30):
        frame = np.full((720, 1280, 3), 100, np.uint8)
        left = 40 + 25 * step
        frame[200:420, left : left + 220] = head
        found = tracker.follow(frame)
        assert found is not None
        wanted = (face - (80, 0, 0)) * 220 / 300 + (left, 200, 0)
        assert off(found, wanted) < 0.06


def test_larger_of_two_people_is_followed(tracker: FaceTracker) -> None:
    head = PHOTO[:300, 80:380]
    scene = np.full((300, 560, 3), 90, np.uint8)
    scene[60:240, :180] = cv2.resize(head, (180, 180), interpolation=cv2.INTER_AREA)
    scene[:, 260:] = head
    tracker.reset()
    for _ in range(3):
        found = tracker.follow(scene)
        assert found is not None
        assert found[1, 0] > 260


def test_lost_face_is_found_again(tracker: FaceTracker) -> None:
    tracker.reset()
    empty = np.full_like(PHOTO, 100)
    seen = [tracker.follow(frame) is not None for frame in [PHOTO] * 3 + [empty] * 8 + [PHOTO] * 6]
    assert seen[:11] == [True] * 3 + [False] * 8
    assert seen[-1]


def test_closed_tracker_starts_again(tracker: FaceTracker, face: np.ndarray) -> None:
    tracker.close()
    assert np.array_equal(tracker.detect(PHOTO)[0], face)


def test_terminal_stays_clean() -> None:
    code = (
        "import sys; from skimage.data import astronaut;"
        "from dimitra_studio.face.tracking import FaceTracker;"
        "tracker = FaceTracker(); tracker.detect(astronaut()); tracker.follow(astronaut());"
        "sys.stderr.write('ours'); sys.stderr.flush(); tracker.close()"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout == ""
    assert done.stderr == "ours"


def test_import_is_cheap() -> None:
    code = (
        "import sys; import dimitra_studio.face.fitting;"
        "sys.exit(any(name in sys.modules for name in ('mediapipe', 'torch')))"
    )
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0


def test_real_clip_is_followed_throughout(tracker: FaceTracker) -> None:
    path = sorted((shared_data("grid_s1") / "clips").glob("*.mp4"))[0]
    tracker.reset()
    faces = [tracker.follow(frame) for frame in read_frames(path)]
    assert len(faces) == 75
    assert all(face is not None for face in faces)
