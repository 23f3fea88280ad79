"""A generated video measured against the real one of the same speech."""

import itertools
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.audio.decode import load_audio
from dimitra_studio.core.errors import AudioError
from dimitra_studio.core.motion import FPS
from dimitra_studio.core.progress import Progress, ProgressFn, ignore, stage
from dimitra_studio.core.transcript import Transcript
from dimitra_studio.evaluation import lips
from dimitra_studio.evaluation.landmarks import landmark_distances
from dimitra_studio.evaluation.motion import count_blinks, jitter
from dimitra_studio.evaluation.pictures import mean_squared_error, ssim, to_psnr
from dimitra_studio.evaluation.report import (
    ClosureFigures,
    LandmarkFigures,
    LipFigures,
    MotionFigures,
    PictureFigures,
    Report,
    Tracks,
)
from dimitra_studio.face.landmarks import IBUG_68, N_LANDMARKS
from dimitra_studio.face.regions import EYE_CORNERS, LID_CORNERS, LID_GAPS, SIDES
from dimitra_studio.face.tracking import FaceTracker
from dimitra_studio.face.video import read_frames, read_info

PICTURE_STEP = 5
"""Every fifth frame is compared as a picture: neighbours say the same, and SSIM is slow."""

SHORTEST = 12
"""Frames of lips, half a second, from which a correlation is worth telling."""

Landmarks = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Durations:
    """How long the tracks of a video are, from their common start.

    Args:
        picture: in seconds.
        sound: in seconds; NaN if there is none.
    """

    picture: float
    sound: float


def read_durations(path: Path) -> Durations:
    """Measure picture and sound of a video; the sound is decoded, not believed.

    Raises:
        ImageError: if it is not a video.
    """
    picture = read_info(path).duration
    try:
        sound = load_audio(path).duration
    except AudioError:
        return Durations(picture, float("nan"))
    return Durations(picture, sound)


def measure_video(path: Path, *, on_progress: ProgressFn = ignore) -> Landmarks:
    """Run Face Mesh over a video.

    Returns:
        ``(T, 478, 3)`` pixels at 25 frames a second; NaN in frames without a face.

    Raises:
        ImageError: if it is not a video.
    """
    total = read_info(path).n_frames
    frames: list[Landmarks] = []
    with FaceTracker() as tracker:
        for image in read_frames(path):
            face = tracker.follow(image)
            frames.append(np.full((N_LANDMARKS, 3), np.nan) if face is None else face)
            on_progress(Progress(len(frames), max(total, len(frames)), f"Measuring {path.name}"))
    return np.stack(frames)


def lid_closure(landmarks: Landmarks) -> NDArray[np.float64]:
    """``(T,)`` closure of the lids: 0 as open as usual in this video, 1 closed.

    Args:
        landmarks: ``(T, 478, 2 or 3)`` pixels; NaN frames stay NaN.
    """
    openness = np.zeros(len(landmarks))
    for side in SIDES:
        outer, inner = LID_CORNERS[side]
        width = np.linalg.norm(landmarks[:, outer, :2] - landmarks[:, inner, :2], axis=-1)
        for upper, lower in LID_GAPS[side]:
            gap = np.linalg.norm(landmarks[:, upper, :2] - landmarks[:, lower, :2], axis=-1)
            openness += gap / width
    if not np.isfinite(openness).any():
        return openness
    return 1 - openness / np.nanmedian(openness)


def compare_videos(
    generated: Path,
    real: Path,
    transcript: Transcript | None = None,
    *,
    on_progress: ProgressFn = ignore,
) -> Report:
    """Measure what a viewer compares: lips, landmarks, blinks, smoothness, pictures.

    Args:
        generated: the video to judge.
        real: the video to judge it by, of the same speech; frames beyond the shorter one's end
            are left out.
        transcript: of the speech, with phonemes; without it closures are not measured.
        on_progress: called once per frame.

    Raises:
        ImageError: if one of them is not a video.
    """
    measured = measure_video(generated, on_progress=stage(on_progress, 0, 2))
    reference = measure_video(real, on_progress=stage(on_progress, 1, 2))
    n_frames = min(len(measured), len(reference))
    first, second = measured[:n_frames], reference[:n_frames]
    durations = read_durations(generated)
    return Report(
        generated=generated.name,
        real=real.name,
        tracks=Tracks(
            n_generated=len(measured),
            n_real=len(reference),
            seen_generated=float(_seen(measured).mean()),
            seen_real=float(_seen(reference).mean()),
            picture_duration=durations.picture,
            sound_duration=durations.sound,
        ),
        landmarks=_compare_landmarks(first, second),
        lips=_compare_lips(first, second),
        closures=_compare_closures(first, second, transcript) if transcript else None,
        motion=_compare_motion(first, second),
        pictures=_compare_pictures(generated, real),
    )


def _seen(landmarks: Landmarks) -> NDArray[np.bool_]:
    return np.isfinite(landmarks[:, 0, 0])


def _compare_landmarks(generated: Landmarks, real: Landmarks) -> LandmarkFigures | None:
    both = _seen(generated) & _seen(real)
    if not both.any():
        return None
    points = list(IBUG_68)
    found = landmark_distances(generated[both][:, points, :2], real[both][:, points, :2])
    return LandmarkFigures(
        f_lmd=float(np.mean(found.face / found.eyes)),
        m_lmd=float(np.mean(found.mouth / found.eyes)),
        f_lmd_px=found.f_lmd,
        m_lmd_px=found.m_lmd,
    )


def _compare_lips(generated: Landmarks, real: Landmarks) -> LipFigures | None:
    if np.count_nonzero(_seen(generated) & _seen(real)) < SHORTEST:
        return None
    lags = lips.correlate_at_lags(lips.lip_aperture(generated), lips.lip_aperture(real))
    return LipFigures(
        aperture=lags.at(0),
        best_lag=lags.best,
        best_aperture=lags.at(lags.best),
        aperture_earlier=lags.at(1),  # lips that are late fit best when they are moved back
        aperture_later=lags.at(-1),
        width=lips.correlation(lips.mouth_width(generated), lips.mouth_width(real)),
    )


def _compare_closures(
    generated: Landmarks, real: Landmarks, transcript: Transcript
) -> ClosureFigures:
    closed, closed_real = (
        lips.closed_lips(lips.lip_aperture(landmarks), transcript)
        for landmarks in (generated, real)
    )
    return ClosureFigures(
        n_closures=len(lips.closures(transcript, len(real))),
        closed_generated=_share(closed),
        closed_real=_share(closed_real),
    )


def _compare_motion(generated: Landmarks, real: Landmarks) -> MotionFigures:
    minutes = len(real) / FPS / 60
    return MotionFigures(
        blinks_generated=count_blinks(lid_closure(generated)) / minutes,
        blinks_real=count_blinks(lid_closure(real)) / minutes,
        mouth_jitter=_ratio(jitter(_mouth(generated)), jitter(_mouth(real))),
        head_jitter=_ratio(jitter(_head(generated)), jitter(_head(real))),
    )


def _compare_pictures(generated: Path, real: Path) -> PictureFigures | None:
    errors: list[float] = []
    similarities: list[float] = []
    pairs = zip(read_frames(generated), read_frames(real), strict=False)
    for first, second in itertools.islice(pairs, 0, None, PICTURE_STEP):
        if first.shape != second.shape:
            return None
        errors.append(mean_squared_error(first, second))
        similarities.append(ssim(first, second))
    return PictureFigures(psnr=to_psnr(float(np.mean(errors))), ssim=float(np.mean(similarities)))


def _mouth(landmarks: Landmarks) -> NDArray[np.float64]:
    return np.column_stack([lips.lip_aperture(landmarks), lips.mouth_width(landmarks)])


def _head(landmarks: Landmarks) -> NDArray[np.float64]:
    """``(T, 2)`` middle of the corners of both eyes, in usual eye distances."""
    corners = [*LID_CORNERS["Left"], *LID_CORNERS["Right"]]
    right, left = EYE_CORNERS
    distance = np.linalg.norm(landmarks[:, right, :2] - landmarks[:, left, :2], axis=-1)
    if not _seen(landmarks).any():
        return landmarks[:, corners, :2].mean(1)
    return np.asarray(landmarks[:, corners, :2].mean(1) / np.nanmedian(distance))


def _share(values: NDArray[np.bool_]) -> float:
    return float(values.mean()) if values.size else float("nan")


def _ratio(value: float, reference: float) -> float:
    return value / reference if reference > 0 else float("nan")
