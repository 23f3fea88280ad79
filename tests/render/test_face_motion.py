import numpy as np
import pytest

from dimitra_studio.face.fits import PortraitFit
from dimitra_studio.render.contours import gaps, opening_axes
from dimitra_studio.render.face_motion import FaceMotion
from dimitra_studio.render.topology import LEFT_EYE, MOUTH, RIGHT_EYE
from tests.render.portraits import changed, drawn, smiling, studio_rig


@pytest.fixture(params=["smiling", "drawn"])
def fit(request: pytest.FixtureRequest) -> PortraitFit:
    return smiling() if request.param == "smiling" else drawn()


@pytest.fixture
def motion(fit: PortraitFit) -> FaceMotion:
    return FaceMotion(fit, studio_rig())


def test_own_curves_leave_every_landmark(fit: PortraitFit, motion: FaceMotion) -> None:
    targets = motion(fit.curves)
    assert np.abs(targets.landmarks - motion.landmarks).max() < 0.01
    assert np.abs(targets.base - motion.landmarks).max() < 0.01
    assert targets.openness == pytest.approx(1.0)
    assert targets.rotation == pytest.approx(np.eye(3), abs=1e-9)
    assert targets.shift == pytest.approx(0.0, abs=1e-9)


def test_closed_lips_are_one_line(fit: PortraitFit, motion: FaceMotion) -> None:
    gap = gaps(motion(changed(fit)).landmarks, MOUTH)
    assert gap == pytest.approx(0.0, abs=0.3)
    assert gap.min() > -0.01


def test_gap_grows_with_the_jaw(fit: PortraitFit, motion: FaceMotion) -> None:
    frames = [changed(fit, jawOpen=value) for value in np.arange(11) / 10]
    means = [gaps(motion(frame).landmarks, MOUTH).mean() for frame in frames]
    assert (np.diff(means) > 0.0).all()


def test_lids_meet_exactly(fit: PortraitFit, motion: FaceMotion) -> None:
    targets = motion(changed(fit, closed=False, eyeBlink=1.0, eyeWide=0.0))
    for eye in (RIGHT_EYE, LEFT_EYE):
        width = opening_axes(motion.landmarks, eye).width
        assert gaps(targets.landmarks, eye) == pytest.approx(0.0, abs=0.06 * width)


def test_blink_stays_on_its_side(fit: PortraitFit, motion: FaceMotion) -> None:
    right, left = motion(changed(fit, closed=False, eyeBlinkLeft=1.0)).openness
    assert right == pytest.approx(1.0)
    assert left < 0.1


def test_head_moves_as_one(fit: PortraitFit, motion: FaceMotion) -> None:
    moved = motion(changed(fit, closed=False, headX=0.01)).landmarks - motion.landmarks
    scale = fit.camera.focal / fit.camera.depth(motion.points)
    assert moved[:, 0] == pytest.approx(0.01 * scale, rel=0.05)
    assert np.abs(moved[:, 1]).max() < 0.3
