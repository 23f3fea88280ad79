from pathlib import Path

import numpy as np
import pytest
from skimage.data import astronaut

from dimitra_studio.core.errors import FaceError, ImageError
from dimitra_studio.core.progress import Progress, ignore
from dimitra_studio.face.clip_tracking import LONGEST_SIDE, track_video
from dimitra_studio.face.quality import eye_distance
from dimitra_studio.face.tracking import FaceTracker
from tests.face.clips import write_video

HEAD = np.ascontiguousarray(astronaut()[:320, 64:384])


@pytest.fixture(scope="module")
def tracker() -> FaceTracker:
    return FaceTracker()


def test_every_frame_is_tracked_and_told(tmp_path: Path, tracker: FaceTracker) -> None:
    path = write_video(tmp_path / "clip.mp4", [HEAD] * 12)
    seen: list[Progress] = []
    track = track_video(path, seen.append, tracker=tracker)
    assert track.landmarks.shape == (12, 478, 3)
    assert track.seen.all()
    assert (track.size, track.n_faces) == ((320, 320), 1)
    assert track.eyes == pytest.approx(eye_distance(tracker.detect(HEAD)[0]), rel=0.05)
    assert [progress.done for progress in seen] == list(range(1, 13))
    assert {progress.total for progress in seen} == {12}


def test_gap_is_bridged_and_ends_are_held(tmp_path: Path, tracker: FaceTracker) -> None:
    empty = np.full_like(HEAD, 100)
    moved = np.roll(HEAD, 40, axis=1)
    pictures = [empty] * 6 + [HEAD] * 8 + [empty] * 6 + [moved] * 8
    track = track_video(write_video(tmp_path / "clip.mp4", pictures), ignore, tracker=tracker)
    known = np.flatnonzero(track.seen)
    first, last = known[0], known[known < 14][-1]
    following = known[known > last][0]
    assert (track.landmarks[:first] == track.landmarks[first]).all()
    nose = track.landmarks[:, 1, 0]
    assert np.allclose(np.diff(nose[last : following + 1], 2), 0, atol=1e-3)
    assert nose[following] - nose[last] == pytest.approx(40, abs=3)


def test_landmarks_of_large_videos_are_in_their_pixels(
    tmp_path: Path, tracker: FaceTracker
) -> None:
    large = np.full((1080, 1920, 3), 90, np.uint8)
    large[700:1020, 1500:1820] = HEAD
    assert max(large.shape) > LONGEST_SIDE
    track = track_video(write_video(tmp_path / "c.mp4", [large] * 6), ignore, tracker=tracker)
    wanted = tracker.detect(HEAD)[0][:, :2] + (1500, 700)
    assert np.linalg.norm(track.landmarks[0, :, :2] - wanted, axis=-1).mean() < 4
    assert track.size == (1920, 1080)


def test_two_people_are_counted(tmp_path: Path, tracker: FaceTracker) -> None:
    both = np.concatenate([HEAD, HEAD], 1)
    track = track_video(write_video(tmp_path / "clip.mp4", [both] * 6), ignore, tracker=tracker)
    assert track.n_faces == 2


def test_what_cannot_be_tracked_is_refused(tmp_path: Path, tracker: FaceTracker) -> None:
    empty = write_video(tmp_path / "empty.mp4", [np.full_like(HEAD, 100)] * 8)
    with pytest.raises(FaceError, match=r"No face was found in empty\.mp4"):
        track_video(empty, ignore, tracker=tracker)
    with pytest.raises(ImageError, match="does not exist"):
        track_video(tmp_path / "missing.mp4", ignore, tracker=tracker)
