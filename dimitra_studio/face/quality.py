"""What a picture or a clip does not show well enough, in sentences for the user."""

import cv2
import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.motion import FPS
from dimitra_studio.face.regions import EYE_CORNERS

SMALL_FACE = 40
"""Pixels between the outer eye corners below which lips and lids are guessed."""

PROFILE = np.radians(45)
"""Yaw beyond which half of the mouth is hidden."""

LONG_GAP = FPS // 2
"""Frames without a face that are worth a warning."""

RIVAL = 0.6
"""Size of another face, as a share of the largest, from which either may be meant."""

_BLURRED = 0.003  # sharpness of a face out of focus by an eightieth of its width
_SHARPNESS_SIDE = 192  # of the face when it is measured; Face Mesh looks at as many pixels


def eye_distance(landmarks: NDArray) -> float:
    """Pixels between the outer corners of the eyes of ``(478, 2 or 3)`` landmarks.

    In three dimensions when there is a depth, so that a turned head counts whole.
    """
    return float(np.linalg.norm(landmarks[EYE_CORNERS[0]] - landmarks[EYE_CORNERS[1]]))


def sharpness(image: NDArray[np.uint8], landmarks: NDArray) -> float:
    """How much fine detail a face shows: mean square of the Laplacian over the variance.

    Args:
        image: ``(H, W, 3)``.
        landmarks: ``(478, 2 or 3)`` pixels.
    """
    low = np.maximum(landmarks[:, :2].min(0), 0).astype(int)
    high = np.ceil(landmarks[:, :2].max(0)).astype(int)
    face = image[low[1] : high[1], low[0] : high[0]]
    if min(face.shape[:2]) < 2:
        return 0.0
    grey = cv2.cvtColor(face, cv2.COLOR_RGB2GRAY).astype(np.float32)
    scale = _SHARPNESS_SIDE / max(grey.shape)
    method = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    grey = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=method)
    return float(np.mean(cv2.Laplacian(grey, cv2.CV_32F) ** 2) / (grey.var() + 1.0))


def picture_warnings(
    image: NDArray[np.uint8], landmarks: NDArray, others: list[NDArray]
) -> tuple[str, ...]:
    """Judge one picture.

    Args:
        image: ``(H, W, 3)``.
        landmarks: ``(478, 3)`` pixels, of the face that is used.
        others: the same of the other faces.
    """
    warnings = []
    eyes = eye_distance(landmarks)
    if others:
        warnings.append(
            f"There {'is another face' if len(others) == 1 else f'are {len(others)} other faces'} "
            "in the picture; the largest is used."
        )
    if eyes < SMALL_FACE:
        warnings.append(
            f"The face is small, {eyes:.0f} pixels between the eyes; "
            f"with {SMALL_FACE} or more the lips are followed better."
        )
    elif sharpness(image, landmarks) < _BLURRED:
        warnings.append("The picture is blurred; a sharper one gives a better face.")
    return tuple(warnings)


def clip_warnings(
    seen: NDArray[np.bool_], eyes: float, yaw: NDArray, sharp: float, n_faces: int
) -> tuple[str, ...]:
    """Judge one clip.

    Args:
        seen: ``(T,)`` the frames in which the face was found.
        eyes: usual distance between the outer eye corners, in pixels.
        yaw: ``(T,)`` radians.
        sharp: usual sharpness.
        n_faces: largest number of faces in one frame.
    """
    warnings = []
    if n_faces > 1:
        warnings.append(f"There are {n_faces} faces in the video; the largest is followed.")
    warnings += [
        f"No face is seen from {start / FPS:.1f} s to {stop / FPS:.1f} s; "
        "the motion is bridged there."
        for start, stop in gaps(seen)
        if stop - start >= LONG_GAP
    ]
    n_turned = int(np.sum(np.abs(yaw[seen]) > PROFILE))
    if n_turned:
        warnings.append(
            f"The head is turned more than 45 degrees for {n_turned / FPS:.1f} s; "
            "the hidden half of the face is guessed there."
        )
    if eyes < SMALL_FACE:
        warnings.append(
            f"The face is small, {eyes:.0f} pixels between the eyes; "
            f"with {SMALL_FACE} or more the lips are followed better."
        )
    elif sharp < _BLURRED:
        warnings.append("The video is blurred; a sharper one gives better motion.")
    return tuple(warnings)


def gaps(seen: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """First frame of each run without a face, and the first frame after it."""
    edges = np.flatnonzero(np.diff(np.concatenate([[True], seen, [True]]).astype(np.int8)))
    return [(int(start), int(stop)) for start, stop in edges.reshape(-1, 2)]
