import numpy as np
import pytest

from dimitra_studio.core.motion import Motion
from dimitra_studio.core.rig import BFM, STUDIO
from dimitra_studio.evaluation.motion import (
    blink_rate,
    count_blinks,
    diversity,
    jitter,
    jitter_ratios,
    seam_acceleration,
)


def test_jitter_is_the_acceleration() -> None:
    time = np.arange(50) / 25
    assert jitter(np.column_stack([3 * time**2])) == pytest.approx(6)
    assert jitter(np.column_stack([4 * time])) == pytest.approx(0, abs=1e-9)
    assert np.isnan(jitter(np.zeros((2, 3))))


def test_an_unseen_frame_does_not_count() -> None:
    curves = np.column_stack([(np.arange(50) / 25) ** 2])
    curves[20] = np.nan
    assert jitter(curves) == pytest.approx(2)


def test_ratios_are_those_of_the_components() -> None:
    rng = np.random.default_rng(0)
    real = Motion(rng.normal(size=(60, 58)).astype(np.float32), STUDIO)
    generated = real.with_components({"lips": 0.5 * real.component("lips")})
    assert jitter_ratios(generated, real) == pytest.approx(
        {"lips": 0.5, "expression": 1.0, "pose": 1.0}
    )
    with pytest.raises(ValueError, match="rigs"):
        jitter_ratios(generated, Motion(np.zeros((60, 70), np.float32), BFM))


def test_noise_on_a_closing_lid_is_one_blink() -> None:
    closure = np.array([0, 0.4, 0.55, 0.45, 0.6, 1.0, np.nan, 0.5, 0.2, 0, 0, 0.9, 0.1])
    assert count_blinks(closure) == 2


def test_the_blink_rate_is_a_minute_s() -> None:
    curves = np.zeros((250, 58), np.float32)
    for channel in ("eyeBlinkLeft", "eyeBlinkRight"):
        curves[50:54, STUDIO.column(channel)] = 1
        curves[150:154, STUDIO.column(channel)] = 1
    assert blink_rate(Motion(curves, STUDIO)) == pytest.approx(12)


def test_a_wink_is_no_blink() -> None:
    curves = np.zeros((250, 58), np.float32)
    curves[50:54, STUDIO.column("eyeBlinkLeft")] = 0.9
    assert blink_rate(Motion(curves, STUDIO)) == 0


def test_a_seam_shows() -> None:
    smooth = np.column_stack([np.sin(np.arange(200) / 5)])
    broken = smooth.copy()
    broken[100:] += 0.5
    assert seam_acceleration(smooth, [100]) < 3
    assert seam_acceleration(broken, [100]) > 10
    assert seam_acceleration(broken, [60]) < 1
    with pytest.raises(ValueError, match="inside"):
        seam_acceleration(smooth, [200])


def test_diversity_is_the_mean_distance_of_pairs() -> None:
    takes = [np.full((10, 4), value) for value in (0.0, 1.0, 3.0)]
    assert diversity(takes) == pytest.approx((2 + 6 + 4) / 3)
    assert diversity([takes[0], takes[0]]) == 0
    with pytest.raises(ValueError, match="two or more"):
        diversity(takes[:1])
