"""The portrait renderer, judged by what Face Mesh sees in its frames."""

from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from dimitra_studio.face.fits import PortraitFit
from dimitra_studio.face.fitting import fit_portrait, fit_video
from dimitra_studio.face.tracking import FaceTracker
from dimitra_studio.face.video import read_frames
from dimitra_studio.render.portrait import PortraitRenderer
from dimitra_studio.render.topology import MOUTH
from tests.conftest import shared_data
from tests.render.portraits import changed, drawn, look, smiling, studio_rig

PAIRS = ((13, 14), (78, 308), (159, 145))
"""Landmarks across the gap of the lips, the mouth and the gap of the lids."""


@lru_cache(maxsize=1)
def smiling_renderer() -> PortraitRenderer:
    return PortraitRenderer(smiling(), studio_rig())


@lru_cache(maxsize=1)
def drawn_renderer() -> PortraitRenderer:
    return PortraitRenderer(drawn(), studio_rig())


def portraits() -> tuple[tuple[PortraitFit, PortraitRenderer], ...]:
    return (smiling(), smiling_renderer()), (drawn(), drawn_renderer())


def difference(a: NDArray[np.uint8], b: NDArray[np.uint8]) -> NDArray[np.int64]:
    return np.abs(a.astype(np.int64) - b).max(-1)


def test_own_curves_give_the_photograph() -> None:
    for fit, renderer in portraits():
        assert np.array_equal(renderer.frame(fit.curves), fit.image)


def test_hardly_moved_is_hardly_changed() -> None:
    for fit, renderer in portraits():
        frame = renderer.frame(changed(fit, closed=False, headYaw=0.002))
        assert np.mean((frame.astype(float) - fit.image) ** 2) < 255**2 / 10**4.0  # 40 dB


def test_a_frame_does_not_depend_on_the_one_before() -> None:
    renderer = smiling_renderer()
    first = renderer.frame(changed(smiling(), jawOpen=0.5, headYaw=0.1))
    renderer.frame(changed(smiling(), eyeBlink=1.0, headRoll=-0.2))
    assert np.array_equal(first, renderer.frame(changed(smiling(), jawOpen=0.5, headYaw=0.1)))


def test_the_smallest_motion_makes_no_jump() -> None:
    renderer = smiling_renderer()
    frames = [renderer.frame(changed(smiling(), jawOpen=v)) for v in (0.30, 0.31, 0.60)]
    step, leap = difference(frames[0], frames[1]).mean(), difference(frames[0], frames[2]).mean()
    assert 0.0 < step < 0.2 * leap


def test_closed_lips_meet_whatever_the_portrait_shows() -> None:
    assert look(smiling().image).lips > 0.05
    for fit, renderer in portraits():
        assert look(renderer.frame(changed(fit))).lips < 0.02


def test_mouth_opens_as_far_as_the_rig_says() -> None:
    for fit, renderer in portraits():
        curves = np.stack([changed(fit, jawOpen=value) for value in (0.0, 0.5, 0.8)])
        pixels = fit.camera.project(studio_rig().landmarks478(curves, fit.identity))
        gaps = np.linalg.norm(pixels[:, 13] - pixels[:, 14], axis=-1)
        gaps /= np.linalg.norm(pixels[:, 33] - pixels[:, 263], axis=-1)
        seen = [look(renderer.frame(frame)).lips for frame in curves[1:]]
        assert seen == pytest.approx(gaps[1:] - gaps[0], rel=0.3)


def test_pucker_is_narrower_than_smile() -> None:
    for fit, renderer in portraits():
        narrow = look(renderer.frame(changed(fit, mouthPucker=1.0))).width
        wide = look(renderer.frame(changed(fit, mouthSmile=1.0))).width
        assert narrow < 0.9 * wide


def test_inside_of_an_opened_mouth_is_dark_and_has_teeth() -> None:
    frame = drawn_renderer().frame(changed(drawn(), jawOpen=0.6))
    seen = look(frame).landmarks
    mask = np.zeros(frame.shape[:2], np.uint8)
    cv2.fillPoly(mask, [np.round(seen[list(MOUTH.ring), :2]).astype(np.int32)], 1)
    inside = frame[cv2.erode(mask, np.ones((3, 3), np.uint8)) > 0].mean(-1)
    cheek = frame[tuple(np.round(seen[50, 1::-1]).astype(int))].mean()
    assert np.percentile(inside, 20) < 0.4 * cheek
    assert np.percentile(inside, 98) > 0.6 * cheek


def test_black_and_white_stays_so() -> None:
    grey = cv2.cvtColor(smiling().image, cv2.COLOR_RGB2GRAY)
    fit = fit_portrait(cv2.cvtColor(grey, cv2.COLOR_GRAY2RGB), studio_rig())
    frame = PortraitRenderer(fit, studio_rig()).frame(changed(fit, jawOpen=0.7, eyeBlink=1.0))
    assert np.ptp(frame.astype(int), axis=-1).max() <= 1


def test_lids_close() -> None:
    for fit, renderer in portraits():
        own = look(fit.image).eyes
        half = look(renderer.frame(changed(fit, closed=False, eyeBlink=0.5))).eyes
        shut = look(renderer.frame(changed(fit, closed=False, eyeBlink=1.0))).eyes
        assert shut < 0.45 * own
        assert shut < half < own


def test_irises_look_where_they_should() -> None:
    for fit, renderer in portraits():
        none = {"eyeLookIn": 0.0, "eyeLookOut": 0.0}
        left = {"eyeLookOutLeft": 0.8, "eyeLookInRight": 0.8}
        right = {"eyeLookOutRight": 0.8, "eyeLookInLeft": 0.8}
        left, right = (changed(fit, closed=False, **none | side) for side in (left, right))
        assert look(renderer.frame(left)).gaze > look(renderer.frame(right)).gaze + 0.03


@pytest.mark.parametrize(
    ("channel", "least"), [("headPitch", 0.06), ("headYaw", 0.06), ("headRoll", 0.13)]
)
def test_head_turns_as_told(channel: str, least: float) -> None:
    column = studio_rig().description.column(channel)
    for fit, renderer in portraits():
        for sign in (-1.0, 1.0):
            frame = renderer.frame(changed(fit, closed=False, **{channel: 0.15 * sign}))
            turned = fit_portrait(frame, studio_rig()).curves[column] - fit.curves[column]
            assert least < sign * turned < 0.17


def test_background_and_shoulders_stay() -> None:
    fit, renderer = smiling(), smiling_renderer()
    for values in ({"headYaw": 0.15}, {"headX": 0.02, "headY": 0.02}, {"jawOpen": 0.8}):
        moved = difference(renderer.frame(changed(fit, **values)), fit.image)
        assert moved[-40:].max() <= 2  # the shoulders
        assert moved[:, [0, -1]].max() <= 8  # the background on either side
        assert moved[:, :30].mean() < 0.2
        assert moved[:, -30:].mean() < 0.2


def test_nothing_is_left_where_the_head_was() -> None:
    fit, renderer = drawn(), drawn_renderer()
    frame = renderer.frame(changed(fit, headX=0.05))
    background = fit.image[4, 4]
    apart = difference(fit.image, background) > 60
    row = int(fit.landmarks[10, 1])  # at the height of the forehead there is nothing but head
    was, now = np.flatnonzero(apart[row]), np.flatnonzero(difference(frame, background)[row] > 60)
    assert now[0] > was[0] + 5
    assert now[-1] > was[-1] + 5
    assert len(now) == pytest.approx(len(was), rel=0.05)


@pytest.mark.parametrize("yaw", [-0.5, 0.5])
def test_turned_portraits(yaw: float) -> None:
    fit = drawn(yaw)
    renderer = PortraitRenderer(fit, studio_rig())
    assert np.array_equal(renderer.frame(fit.curves), fit.image)
    assert look(renderer.frame(changed(fit))).lips < 0.02
    assert look(renderer.frame(changed(fit, jawOpen=0.5, headYaw=-0.2 * np.sign(yaw)))).lips > 0.1
    assert look(renderer.frame(changed(fit, closed=False, eyeBlink=1.0))).eyes < 0.1


def test_face_at_the_border_and_an_odd_size() -> None:
    image = smiling().image[40:251, 60:211]
    fit = fit_portrait(np.ascontiguousarray(image), studio_rig())
    frame = PortraitRenderer(fit, studio_rig()).frame(changed(fit, headYaw=0.2, headY=0.02))
    assert frame.shape == image.shape == (211, 151, 3)
    assert frame.dtype == np.uint8


def test_without_a_person_to_tell_apart_the_whole_picture_bends() -> None:
    fit = drawn()
    rng = np.random.default_rng(0)
    noisy = np.where(
        difference(fit.image, fit.image[4, 4])[..., None] > 20,
        fit.image,
        rng.integers(0, 255, fit.image.shape),
    ).astype(np.uint8)
    busy = fit_portrait(noisy, studio_rig())
    frame = PortraitRenderer(busy, studio_rig()).frame(changed(busy, headYaw=0.1))
    assert look(frame).lips < 0.02
    assert np.array_equal(frame[-1], noisy[-1])


def test_a_real_clip_moves_its_first_frame_as_it_moved_itself() -> None:
    path: Path = shared_data("grid_s1") / "clips" / "bbal6n.mp4"
    rig = studio_rig()
    clip = fit_video(path, rig)
    fit = fit_portrait(next(iter(read_frames(path))), rig)
    renderer = PortraitRenderer(fit, rig)
    curves = np.array(clip.motion.curves)
    pose = [rig.description.column(name) for name in rig.description.channels[-6:]]
    curves[:, pose] += fit.curves[pose] - curves[0, pose]
    real, made = [], []
    with FaceTracker() as tracker:
        for frame, landmarks in zip(curves, clip.landmarks, strict=True):
            (seen,) = tracker.detect(renderer.frame(frame))
            for points, measures in ((landmarks, real), (seen, made)):
                eyes = np.hypot(*(points[33, :2] - points[263, :2]))
                apart = [points[a, :2] - points[b, :2] for a, b in PAIRS]
                measures.append(np.linalg.norm(apart, axis=1) / eyes)
    real, made = np.array(real), np.array(made)
    lips, width, eyes = (np.corrcoef(real[:, k], made[:, k])[0, 1] for k in range(3))
    assert lips > 0.95
    assert width > 0.75
    assert eyes > 0.8
    assert made[real[:, 0] < 0.008, 0].max() < 0.02  # closed stays closed
