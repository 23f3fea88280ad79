from pathlib import Path

import numpy as np
import pytest
from skimage.data import astronaut

from dimitra_studio.core.errors import FaceError
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.progress import Cancelled, Progress
from dimitra_studio.face.fits import ClipFit, PortraitFit
from dimitra_studio.face.fitting import fit_landmarks, fit_portrait, fit_video
from dimitra_studio.face.landmarks import LIPS
from dimitra_studio.face.rigs import StudioRig, load_rig
from dimitra_studio.face.rotation import rotation_matrix
from dimitra_studio.face.tracking import FaceTracker
from tests.face.clips import write_video
from tests.face.synthetic import SyntheticClip, make_clip

SIZE = (640, 480)


@pytest.fixture(scope="module")
def rig() -> StudioRig:
    return load_rig()


@pytest.fixture(scope="module")
def clip(rig: StudioRig) -> SyntheticClip:
    return make_clip(rig)


@pytest.fixture(scope="module")
def fit(rig: StudioRig, clip: SyntheticClip) -> ClipFit:
    return fit_landmarks(clip.landmarks, SIZE, rig)


@pytest.fixture(scope="module")
def portrait(rig: StudioRig) -> PortraitFit:
    return fit_portrait(astronaut(), rig)


def drawn(rig: StudioRig, fit: ClipFit | PortraitFit, curves: np.ndarray) -> np.ndarray:
    """``(T, 478, 2)`` where the fitted rig's landmarks are in the picture."""
    still = curves.copy()
    still[:, -6:] = 0
    head = rig.landmarks478(still, fit.identity) + fit.offset - rig.pivot
    turned = head @ rotation_matrix(curves[:, -6:-3]).transpose(0, 2, 1)
    return fit.camera.project(turned + rig.pivot + curves[:, None, -3:])


def misfit(seen: np.ndarray, drawn: np.ndarray, columns: tuple[int, ...] | slice) -> float:
    """Root mean square distance as a share of the eye distance."""
    eyes = np.linalg.norm(seen[..., 33, :2] - seen[..., 263, :2], axis=-1).mean()
    off = (seen[..., columns, :2] - drawn[..., columns, :]) ** 2
    return float(np.sqrt(off.sum(-1).mean()) / eyes)


@pytest.mark.parametrize(
    ("channel", "correlation", "error"),
    [
        ("jawOpen", 0.99, 0.06),
        ("mouthPucker", 0.97, 0.1),
        ("mouthSmileLeft", 0.95, 0.12),
        ("mouthSmileRight", 0.95, 0.12),
        ("browInnerUp", 0.9, 0.2),
        ("eyeLookOutLeft", 0.9, 0.15),
        ("eyeLookInRight", 0.9, 0.15),
        ("eyeBlinkLeft", 0.98, 0.08),
        ("headYaw", 0.999, 0.03),
        ("headRoll", 0.99, 0.02),
        ("headY", 0.98, 0.003),
    ],
)
def test_known_curves_come_back(
    clip: SyntheticClip, fit: ClipFit, channel: str, correlation: float, error: float
) -> None:
    known, found = clip.motion.channel(channel), fit.motion.channel(channel)
    assert np.corrcoef(known, found)[0, 1] > correlation
    assert np.sqrt(np.mean((known - found) ** 2)) < error


def test_what_did_not_move_stays(clip: SyntheticClip, fit: ClipFit) -> None:
    still = ~clip.motion.curves.any(axis=0)
    assert still.sum() > 30
    # some shapes look alike, so a little of one stands for another
    assert fit.motion.curves[:, still].max() < 0.3
    assert fit.motion.curves[:, still].mean() < 0.01


def test_curves_stay_within_their_limits(fit: ClipFit) -> None:
    shapes = fit.motion.curves[:, :-6]
    assert shapes.min() == 0.0
    assert shapes.max() <= 1.0


def test_fitted_rig_lies_on_the_landmarks(
    rig: StudioRig, clip: SyntheticClip, fit: ClipFit
) -> None:
    found = drawn(rig, fit, fit.motion.curves)
    assert misfit(clip.landmarks, found, slice(None)) < 0.01
    assert misfit(clip.landmarks, found, LIPS) < 0.012


def test_translation_is_relative_to_the_median(fit: ClipFit) -> None:
    assert np.abs(np.median(fit.motion.component("pose")[:, 3:], axis=0)).max() < 1e-6


def test_size_of_the_picture_does_not_matter(
    rig: StudioRig, clip: SyntheticClip, fit: ClipFit
) -> None:
    twice = fit_landmarks(2 * clip.landmarks, (2 * SIZE[0], 2 * SIZE[1]), rig)
    assert np.abs(twice.motion.curves - fit.motion.curves).max() < 1e-3
    assert twice.camera.focal == pytest.approx(2 * fit.camera.focal)


def test_blocks_of_a_long_clip_join(
    rig: StudioRig, clip: SyntheticClip, fit: ClipFit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dimitra_studio.face.fitting._BLOCK", 40)
    seen: list[Progress] = []
    parts = fit_landmarks(clip.landmarks, SIZE, rig, seen.append)
    assert [progress.done for progress in seen] == [40, 80, 90]
    assert np.abs(parts.motion.curves - fit.motion.curves).max() < 0.03


def test_bridged_frames_do_not_decide_who_it_is(
    rig: StudioRig, clip: SyntheticClip, fit: ClipFit
) -> None:
    landmarks, found = clip.landmarks.copy(), np.ones(len(clip.landmarks), bool)
    middle = landmarks[:12, :, :1].mean(1, keepdims=True)
    landmarks[:12, :, :1] += 0.2 * (landmarks[:12, :, :1] - middle)  # a wider face
    found[:12] = False
    assert not np.allclose(fit_landmarks(landmarks, SIZE, rig).identity, fit.identity, atol=1e-3)
    again = fit_landmarks(landmarks, SIZE, rig, found=found)
    other = fit_landmarks(clip.landmarks, SIZE, rig, found=found)
    assert np.allclose(again.identity, other.identity, atol=1e-3)


def test_portrait_is_explained(rig: StudioRig, portrait: PortraitFit) -> None:
    found = drawn(rig, portrait, portrait.curves[None])[0]
    assert misfit(portrait.landmarks, found, slice(None)) < 0.01
    assert portrait.warnings == ()
    assert portrait.curves[-3:].tolist() == [0, 0, 0]


def test_smile_of_a_portrait_is_an_expression(portrait: PortraitFit) -> None:
    curves = Motion(portrait.curves[None], load_rig().description)
    assert curves.channel("mouthSmileLeft")[0] > 0.4
    assert curves.channel("mouthSmileRight")[0] > 0.4
    assert curves.channel("jawOpen")[0] > 0.05
    assert curves.channel("eyeBlinkLeft")[0] < 0.2
    assert np.abs(portrait.curves[-6:-3]).max() < np.radians(20)


def test_face_at_rest_has_no_expression(rig: StudioRig, clip: SyntheticClip) -> None:
    fit = fit_landmarks(clip.landmarks[:1], SIZE, rig)
    assert fit.motion.curves[0, :-6].max() < 0.15


def test_portrait_of_nobody_is_refused(rig: StudioRig) -> None:
    with pytest.raises(FaceError, match="No face was found in the picture"):
        fit_portrait(np.full((300, 300, 3), 90, np.uint8), rig)


def test_two_people_must_be_told_apart(rig: StudioRig) -> None:
    face = astronaut()[:300, 80:380]
    both = np.concatenate([face, face], 1)
    with FaceTracker() as tracker:
        with pytest.raises(FaceError, match="2 faces of similar size in the picture; crop"):
            fit_portrait(both, rig, tracker=tracker)
        fits = [fit_portrait(both, rig, face_index=index, tracker=tracker) for index in (0, 1)]
        with pytest.raises(ValueError, match="face_index must be 0 to 1, got 2"):
            fit_portrait(both, rig, face_index=2, tracker=tracker)
    places = sorted(float(fit.landmarks[1, 0]) for fit in fits)
    assert places[1] - places[0] == pytest.approx(300, abs=3)


def test_video_is_followed_and_its_gap_is_told(rig: StudioRig, tmp_path: Path) -> None:
    picture = np.ascontiguousarray(astronaut()[:320, 64:384])
    empty = np.full_like(picture, 100)
    moving = [np.roll(picture, 2 * i, axis=1) for i in range(10)]
    path = write_video(tmp_path / "clip.mp4", moving + [empty] * 15 + moving[::-1])
    seen: list[Progress] = []
    fit = fit_video(path, rig, seen.append)
    assert fit.size == (320, 320)
    assert len(fit.motion) == len(fit.landmarks) == 35
    assert fit.seen[:10].all()
    assert not fit.seen[11:25].any()
    assert any("No face is seen from 0.4 s to" in warning for warning in fit.warnings)
    assert fit.motion.channel("headX")[9] - fit.motion.channel("headX")[0] > 0.01
    assert seen[-1].done == seen[-1].total


def test_video_without_a_face_is_refused(rig: StudioRig, tmp_path: Path) -> None:
    path = write_video(tmp_path / "clip.mp4", [np.full((240, 320, 3), 100, np.uint8)] * 12)
    with pytest.raises(FaceError, match=r"No face was found in clip\.mp4"):
        fit_video(path, rig)


def test_listener_can_stop_the_work(rig: StudioRig, tmp_path: Path) -> None:
    path = write_video(tmp_path / "clip.mp4", [astronaut()[:256, 100:356]] * 8)

    def stop(progress: Progress) -> None:
        if progress.done == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        fit_video(path, rig, stop)
