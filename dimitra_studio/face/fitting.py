"""The Motion Modeling Module: a picture or a video becomes identity, camera and curves of a rig."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.errors import FaceError
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.progress import Progress, ProgressFn, ignore, stage
from dimitra_studio.face import clip_fit, quality
from dimitra_studio.face.camera import Camera
from dimitra_studio.face.clip_tracking import track_video
from dimitra_studio.face.equations import Frames, Person, eye_distances
from dimitra_studio.face.fits import ClipFit, PortraitFit, VideoFit
from dimitra_studio.face.head_pose import HeadPose
from dimitra_studio.face.lids import TYPICAL_OPENING, lid_openings, usual_openings
from dimitra_studio.face.rigs import StudioRig
from dimitra_studio.face.rotation import rotation_angles
from dimitra_studio.face.tracking import FaceTracker

__all__ = ["ClipFit", "PortraitFit", "VideoFit", "fit_landmarks", "fit_portrait", "fit_video"]

_BLOCK, _CONTEXT = 1000, 50  # frames fitted at a time, and their overlap


def fit_portrait(
    image: NDArray[np.uint8],
    rig: StudioRig,
    *,
    face_index: int | None = None,
    tracker: FaceTracker | None = None,
) -> PortraitFit:
    """Find the person of a picture, and the expression they wear.

    Args:
        image: ``(H, W, 3)`` sRGB.
        rig: to fit.
        face_index: which face, the largest being 0; needed when two are of similar size.
        tracker: used instead of a new one.

    Raises:
        FaceError: if there is no face, it is not clear which is meant, or it is seen from the
            side.
        ValueError: if there is no face of that index.
    """
    if tracker is None:
        with FaceTracker() as own:
            return fit_portrait(image, rig, face_index=face_index, tracker=own)
    faces = tracker.detect(image)
    index = _choose_face(faces, face_index)
    face = faces[index]
    others = faces[:index] + faces[index + 1 :]
    size = (image.shape[1], image.shape[0])
    fitter = clip_fit.make_fitter(rig)
    seen = clip_fit.to_camera_axes(face[None], size)
    focal = clip_fit.choose_focal(float(eye_distances(seen)[0]), size)
    usual = np.clip(lid_openings(seen)[0], 0.6 * TYPICAL_OPENING, 1.2 * TYPICAL_OPENING)
    person, frames = clip_fit.fit_person(
        fitter, seen, focal, usual, stiffness=clip_fit.PORTRAIT_STIFFNESS
    )
    fit = _to_clip_fit(rig, person, frames, size)
    if abs(float(fit.motion.channel("headYaw")[0])) > quality.PROFILE:
        raise FaceError(
            "The face is seen from the side; choose a picture in which it looks at the camera."
        )
    return PortraitFit(
        image=image,
        landmarks=face[:, :2].astype(np.float32),
        identity=fit.identity,
        offset=fit.offset,
        curves=fit.motion.curves[0],
        camera=fit.camera,
        warnings=quality.picture_warnings(image, face, others),
    )


def _choose_face(faces: list[NDArray[np.float64]], face_index: int | None) -> int:
    if not faces:
        raise FaceError(
            "No face was found in the picture; choose one in which a face is large, upright and "
            "looks at the camera."
        )
    if face_index is not None:
        if not 0 <= face_index < len(faces):
            raise ValueError(f"face_index must be 0 to {len(faces) - 1}, got {face_index}")
        return face_index
    sizes = [quality.eye_distance(face) for face in faces]
    n_rivals = sum(size > quality.RIVAL * sizes[0] for size in sizes)
    if n_rivals > 1:
        raise FaceError(
            f"There are {n_rivals} faces of similar size in the picture; crop it to the one that "
            "shall speak."
        )
    return 0


def fit_video(
    path: Path,
    rig: StudioRig,
    on_progress: ProgressFn = ignore,
    *,
    tracker: FaceTracker | None = None,
) -> VideoFit:
    """Follow the largest face of a video and find the rig's motion.

    Args:
        path: any container that FFmpeg reads.
        rig: to fit.
        on_progress: told after every frame.
        tracker: used instead of a new one, which saves time over many videos.

    Raises:
        ImageError: if the file is no video.
        FaceError: if no face is seen in it.
    """
    track = track_video(path, stage(on_progress, 0, 2), tracker=tracker)
    fitting = stage(on_progress, 1, 2)
    fit = fit_landmarks(track.landmarks, track.size, rig, fitting, found=track.seen)
    yaw = fit.motion.channel("headYaw")
    return VideoFit(
        motion=fit.motion,
        identity=fit.identity,
        offset=fit.offset,
        camera=fit.camera,
        landmarks=track.landmarks,
        seen=track.seen,
        warnings=quality.clip_warnings(track.seen, track.eyes, yaw, track.sharpness, track.n_faces),
    )


def fit_landmarks(
    landmarks: NDArray,
    size: tuple[int, int],
    rig: StudioRig,
    on_progress: ProgressFn = ignore,
    *,
    found: NDArray[np.bool_] | None = None,
) -> ClipFit:
    """Find the rig's motion behind landmarks at 25 frames a second.

    Args:
        landmarks: ``(T, 478, 3)`` of MediaPipe: x, y and z in pixels.
        size: width and height of the picture.
        rig: to fit.
        on_progress: told after every stretch of frames.
        found: ``(T,)`` the frames whose landmarks were seen and not bridged; all by default.
    """
    fitter = clip_fit.make_fitter(rig)
    seen = clip_fit.to_camera_axes(np.asarray(landmarks, np.float32), size)
    found = np.ones(len(seen), bool) if found is None else found
    focal = clip_fit.choose_focal(float(np.median(eye_distances(seen[found]))), size)
    usual = usual_openings(lid_openings(seen[found]))
    references = clip_fit.choose_references(seen, found)
    person, _ = clip_fit.fit_person(fitter, seen[references].astype(np.float64), focal, usual)
    rotations, shifts, curves = [], [], []
    for start in range(0, len(seen), _BLOCK):
        first, stop = max(start - _CONTEXT, 0), min(start + _BLOCK, len(seen))
        last = min(stop + _CONTEXT, len(seen))
        stretch = seen[first:last].astype(np.float64)
        frames = clip_fit.fit_frames(fitter, person, stretch, usual)
        kept = slice(start - first, stop - first)
        rotations.append(frames.pose.rotation[kept])
        shifts.append(frames.pose.shift[kept])
        curves.append(frames.curves[kept])
        on_progress(Progress(stop, len(seen), "Fitting the rig"))
    pose = HeadPose(np.concatenate(rotations), np.concatenate(shifts))
    return _to_clip_fit(rig, person, Frames(pose, np.concatenate(curves)), size)


def _to_clip_fit(rig: StudioRig, person: Person, frames: Frames, size: tuple[int, int]) -> ClipFit:
    middle = np.median(frames.pose.shift, axis=0)
    angles = np.unwrap(rotation_angles(frames.pose.rotation), axis=0)
    all_curves = np.concatenate([frames.curves, angles, frames.pose.shift - middle], 1)
    x, y, z = (float(value) for value in rig.pivot - middle)
    return ClipFit(
        Motion(all_curves.astype(np.float32), rig.description),
        person.identity.astype(np.float32),
        person.offset.astype(np.float32),
        Camera(size[0], size[1], person.focal, (x, y, z)),
    )
