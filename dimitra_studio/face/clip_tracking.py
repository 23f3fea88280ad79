"""Face Mesh over a whole video, with a record of what it could not see."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.errors import FaceError
from dimitra_studio.core.progress import Progress, ProgressFn
from dimitra_studio.face.landmarks import N_LANDMARKS
from dimitra_studio.face.quality import RIVAL, eye_distance, sharpness
from dimitra_studio.face.tracking import FaceTracker
from dimitra_studio.face.video import read_frames, read_info

LONGEST_SIDE = 1280
"""Larger videos are scaled down to this many pixels before the face is looked for."""

FEWEST_FRAMES = 5
"""With the face in fewer frames there is no motion to speak of."""

_LOOK_EVERY = 50  # frames between looks at other people and at sharpness


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class Track:
    """The face of a video over time.

    Args:
        landmarks: ``(T, 478, 3)`` pixels of the full size; bridged where no face was seen.
        seen: ``(T,)`` the frames in which the face was found.
        size: width and height of the video.
        eyes: usual distance between the outer eye corners, in pixels.
        sharpness: usual sharpness of the face.
        n_faces: the largest number of faces of similar size in one frame.
    """

    landmarks: NDArray[np.float32]
    seen: NDArray[np.bool_]
    size: tuple[int, int]
    eyes: float
    sharpness: float
    n_faces: int


def track_video(
    path: Path, on_progress: ProgressFn, *, tracker: FaceTracker | None = None
) -> Track:
    """Follow the largest face of a video.

    Args:
        path: of the video.
        on_progress: told after every frame.
        tracker: used instead of a new one; it is reset before and after.

    Raises:
        ImageError: if the file is no video.
        FaceError: if no face is seen in it.
    """
    if tracker is None:
        with FaceTracker() as own:
            return track_video(path, on_progress, tracker=own)
    info = read_info(path)
    tracker.reset()
    faces: list[NDArray[np.float32] | None] = []
    sharp: list[float] = []
    n_faces = 0
    scale = 1.0
    for image in read_frames(path, longest_side=LONGEST_SIDE):
        scale = info.width / image.shape[1]
        face = tracker.follow(image)
        if face is not None and len(faces) % _LOOK_EVERY == 0:
            sharp.append(sharpness(image, face))
            boxes = tracker.find(image)
            n_faces = max(n_faces, sum(box[2] > RIVAL * boxes[0][2] for box in boxes))
        faces.append(None if face is None else (face * scale).astype(np.float32))
        on_progress(Progress(len(faces), max(info.n_frames, len(faces)), "Following the face"))
    tracker.reset()
    seen = np.array([face is not None for face in faces])
    if seen.sum() < min(FEWEST_FRAMES, len(seen)):
        raise FaceError(
            f"No face was found in {path.name}; choose a video in which a face is large, upright "
            "and looks at the camera."
        )
    landmarks = _bridge(faces, seen)
    eyes = float(np.median([eye_distance(face) for face in landmarks[seen]]))
    return Track(
        landmarks,
        seen,
        (info.width, info.height),
        eyes,
        float(np.median(sharp)) if sharp else np.inf,
        n_faces,
    )


def _bridge(
    faces: list[NDArray[np.float32] | None], seen: NDArray[np.bool_]
) -> NDArray[np.float32]:
    """Go straight from the last face seen to the next; hold the first and the last."""
    known = np.flatnonzero(seen)
    landmarks = np.empty((len(seen), N_LANDMARKS, 3), np.float32)
    for frame, face in enumerate(faces):
        if face is not None:
            landmarks[frame] = face
    for frame in np.flatnonzero(~seen).tolist():
        after = int(np.searchsorted(known, frame))
        before, after = known[max(after - 1, 0)], known[min(after, len(known) - 1)]
        share = (frame - before) / (after - before) if after > before else 0.0
        share = min(max(share, 0.0), 1.0)
        landmarks[frame] = (1 - share) * landmarks[before] + share * landmarks[after]
    return landmarks
