import numpy as np
import pytest

from dimitra_studio.core.rig import STUDIO
from dimitra_studio.face.lids import (
    CLOSED_SHARE,
    TYPICAL_OPENING,
    closures,
    lid_openings,
    set_lids,
    usual_openings,
)
from dimitra_studio.face.rigs import load_rig

USUAL = np.array([0.3, 0.28])


def test_openings_of_the_rig_follow_its_blinks() -> None:
    curves = np.zeros((3, len(STUDIO.channels)), np.float32)
    curves[1, STUDIO.column("eyeBlinkLeft")] = 0.4
    curves[2, STUDIO.column("eyeBlinkRight")] = 0.4
    openings = lid_openings(load_rig().landmarks478(curves).astype(np.float64))
    assert openings[0, 0] == pytest.approx(openings[0, 1], abs=0.01)
    assert openings[1, 0] < 0.7 * openings[1, 1]
    assert openings[2, 1] < 0.7 * openings[2, 0]


def test_open_and_closed_are_the_ends() -> None:
    openings = np.array([[1.0, 1.0], [1.3, 1.2], [CLOSED_SHARE] * 2, [0.1, 0.1]]) * USUAL
    assert closures(openings, USUAL).tolist() == [[0, 0], [0, 0], [1, 1], [1, 1]]


def test_noise_is_no_blink() -> None:
    assert not closures(np.array([[0.96, 0.95]]) * USUAL, USUAL).any()


def test_both_eyes_blink_alike_and_one_can_wink() -> None:
    blink = closures(np.array([[0.5, 0.65]]) * USUAL, USUAL)
    assert blink[0, 0] == blink[0, 1] > 0.4
    wink = closures(np.array([[0.2, 1.0]]) * USUAL, USUAL)
    assert wink[0, 0] > 0.95
    assert wink[0, 1] < 0.05


def test_usual_opening_is_that_of_most_of_the_clip() -> None:
    openings = np.full((100, 2), 0.26)
    openings[20:40] = 0.05
    assert usual_openings(openings) == pytest.approx([0.26, 0.26])
    asleep = np.full((100, 2), 0.05)
    assert usual_openings(asleep).min() > 0.5 * TYPICAL_OPENING


def test_looking_down_is_no_blink() -> None:
    basis = load_rig().landmark_basis()
    curves = np.zeros((2, basis.n_expression))
    down = [STUDIO.column("eyeLookDownLeft"), STUDIO.column("eyeLookDownRight")]
    curves[1, down] = 0.5
    openings = np.array([[0.75, 0.75], [0.75, 0.75]]) * USUAL
    result = set_lids(curves, openings, USUAL, basis, STUDIO)
    blink = result[:, STUDIO.column("eyeBlinkLeft")]
    assert blink[0] > 0.2
    assert blink[1] < 0.5 * blink[0]
    assert np.array_equal(result[:, down], curves[:, down])


def test_eyes_open_wide() -> None:
    basis = load_rig().landmark_basis()
    openings = np.array([[1.0, 1.0], [1.4, 1.4]]) * USUAL
    result = set_lids(np.zeros((2, basis.n_expression)), openings, USUAL, basis, STUDIO)
    wide = result[:, STUDIO.column("eyeWideRight")]
    assert wide[0] == 0.0
    assert wide[1] > 0.5
