from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
import torch

from dimitra_studio.core.progress import Cancelled, Progress
from dimitra_studio.diffusion.weights import MotionNetwork
from dimitra_studio.diffusion.windows import (
    SEAM,
    Speech,
    generate_component,
    plan_windows,
    seam_weights,
)

SIZE = 36  # frames in a window of the debug network
FIRST = np.zeros(6, np.float32)


def make_speech(n_frames: int, seed: int = 3) -> Speech:
    rng = np.random.default_rng(seed)
    return Speech(
        audio=rng.standard_normal((n_frames, 16), dtype=np.float32),
        phonemes=rng.integers(0, 4, (n_frames, 4)),
    )


def pinned(n_frames: int, *ranges: tuple[int, int]) -> np.ndarray:
    mask = np.zeros(n_frames, bool)
    for start, stop in ranges:
        mask[start:stop] = True
    return mask


@pytest.mark.parametrize(
    "mask",
    [
        pinned(1),
        pinned(SIZE),
        pinned(SIZE + 1),
        pinned(500),
        pinned(200, (0, 80), (120, 200)),
        pinned(200, (0, 80), (81, 200)),
        pinned(200, *[(frame, frame + 1) for frame in range(0, 200, 25)]),
        pinned(200, (0, 1), (199, 200)),
    ],
)
def test_windows_do_every_frame_once_with_its_sound_to_come(mask: np.ndarray) -> None:
    done = mask.copy()
    for window in plan_windows(mask, SIZE):
        assert 0 <= window.start < window.kept <= window.stop <= len(mask)
        assert window.stop - window.start <= SIZE
        assert done[: window.start].all()
        ahead = done[window.kept : window.stop]
        assert window.kept == len(mask) or window.stop - window.kept >= 4 or ahead.all()
        assert not done[window.start : window.kept].all()
        done[window.start : window.kept] = True
    assert done.all()


def test_nothing_to_do_needs_no_window() -> None:
    assert plan_windows(pinned(50, (0, 50)), SIZE) == []


def test_later_windows_begin_with_what_is_done() -> None:
    windows = plan_windows(pinned(500), SIZE)
    assert all(later.start < earlier.kept for earlier, later in pairwise(windows))


def test_miss_is_spread_only_over_the_seam() -> None:
    mask = pinned(40, (10, 11), (30, 40))
    weights = seam_weights(mask)
    assert not weights[:, ~mask].any()
    np.testing.assert_array_equal(weights[mask][:, mask], np.eye(11))
    assert not weights[10 + SEAM + 1 : 30 - SEAM - 1].any()
    assert (np.diff(weights[10 : 10 + SEAM + 2, 10]) < 0).all()
    assert weights.sum(axis=1).max() <= 1 + 1e-6


@pytest.mark.parametrize("n_frames", [1, SIZE, 151])
def test_every_length_is_generated(pose_network: MotionNetwork, n_frames: int) -> None:
    curves = generate_component(pose_network, make_speech(n_frames), first=FIRST)
    assert curves.shape == (n_frames, 6)
    assert curves.dtype == np.float32
    assert np.isfinite(curves).all()


def test_seed_decides(pose_network: MotionNetwork) -> None:
    speech = make_speech(60)
    one, same, other = (
        generate_component(pose_network, speech, first=FIRST, seed=seed) for seed in (1, 1, 2)
    )
    np.testing.assert_array_equal(one, same)
    assert np.abs(one - other).max() > 0.01


def test_seeds_differ_less_at_a_low_temperature(pose_network: MotionNetwork) -> None:
    speech = make_speech(60)

    def spread(temperature: float) -> float:
        network = replace(pose_network, temperature=temperature)
        one, other = (generate_component(network, speech, seed=seed) for seed in (1, 2))
        return float(np.abs(one - other).mean())

    assert 0 < spread(0.3) < 0.7 * spread(1.0)
    assert spread(0) == 0


def test_beginning_does_not_depend_on_what_comes_much_later(pose_network: MotionNetwork) -> None:
    speech = make_speech(150)
    short = Speech(speech.audio[:100], speech.phonemes[:100])
    whole = generate_component(pose_network, speech, first=FIRST)
    np.testing.assert_array_equal(
        generate_component(pose_network, short, first=FIRST)[:50], whole[:50]
    )


@pytest.mark.parametrize(
    "mask",
    [
        pinned(120, (0, 40), (70, 120)),
        pinned(120, (0, 1)),
        pinned(120, (17, 18), (60, 61), (90, 91)),
        pinned(120, (0, 120)),
    ],
    ids=["segment", "first frame", "keyframes", "everything"],
)
def test_pinned_frames_come_back_bit_for_bit(pose_network: MotionNetwork, mask: np.ndarray) -> None:
    known = np.random.default_rng(0).normal(0, 9, (120, 6)).astype(np.float32)
    known[~mask] = np.nan  # must not be looked at
    curves = generate_component(
        pose_network, make_speech(120), first=FIRST, known=known, mask=mask, seed=4
    )
    np.testing.assert_array_equal(curves[mask], known[mask])
    assert np.isfinite(curves).all()


def test_segment_is_generated_anew_between_its_neighbours(pose_network: MotionNetwork) -> None:
    speech = make_speech(120)
    before = generate_component(pose_network, speech, first=FIRST, seed=1)
    mask = pinned(120, (0, 40), (70, 120))
    after = generate_component(pose_network, speech, first=FIRST, known=before, mask=mask, seed=2)
    assert np.abs(after[45:65] - before[45:65]).max() > 0.01


def test_motion_leads_into_a_keyframe(pose_network: MotionNetwork) -> None:
    speech = make_speech(SIZE)
    free = generate_component(pose_network, speech, first=FIRST)
    mask, known = pinned(SIZE, (18, 19)), free + 4
    curves = generate_component(pose_network, speech, first=FIRST, known=known, mask=mask)
    steps = np.abs(np.diff(curves - free, axis=0)).max(axis=1)
    assert steps.max() < 3  # not the whole 4 in one frame


def test_curves_stay_within_the_limits_of_the_rig(pose_network: MotionNetwork) -> None:
    far = replace(pose_network.statistics, mean=pose_network.statistics.mean + 5)
    channels = ("jawLeft", "jawRight", "mouthLeft", "mouthRight", "cheekPuff", "tongueOut")
    network = replace(pose_network, statistics=far, channels=channels, component="expression")
    curves = generate_component(network, make_speech(40))
    assert curves.max() == 1
    assert curves.min() >= 0


def test_guidance_and_missing_phonemes_change_the_motion(pose_network: MotionNetwork) -> None:
    speech = make_speech(40)
    plain = generate_component(pose_network, speech)
    guided = generate_component(pose_network, speech, guidance=2)
    silent = generate_component(pose_network, Speech(speech.audio))
    assert np.abs(guided - plain).max() > 0.01
    assert np.abs(silent - plain).max() > 0.01


def test_every_step_of_every_window_is_reported(pose_network: MotionNetwork) -> None:
    seen: list[Progress] = []
    generate_component(pose_network, make_speech(120), n_steps=3, on_progress=seen.append)
    n_steps = 3 * len(plan_windows(pinned(120), SIZE))
    assert [progress.done for progress in seen] == list(range(1, n_steps + 1))
    assert {progress.total for progress in seen} == {n_steps}


def test_listener_can_stop_within_one_step(pose_network: MotionNetwork) -> None:
    seen: list[int] = []

    def stop(progress: Progress) -> None:
        seen.append(progress.done)
        if progress.done == 5:
            raise Cancelled

    with pytest.raises(Cancelled):
        generate_component(pose_network, make_speech(120), n_steps=3, on_progress=stop)
    assert seen == [1, 2, 3, 4, 5]


def test_arguments_that_do_not_fit_are_refused(pose_network: MotionNetwork) -> None:
    speech = make_speech(20)
    with pytest.raises(ValueError, match="come together"):
        generate_component(pose_network, speech, known=np.zeros((20, 6), np.float32))
    with pytest.raises(ValueError, match="needs"):
        generate_component(pose_network, speech, known=np.zeros((9, 6), np.float32), mask=pinned(9))
    with pytest.raises(ValueError, match="20 frames of sound, 9 of phonemes"):
        Speech(speech.audio, np.zeros((9, 4), np.int64))


def test_gradients_are_not_kept(pose_network: MotionNetwork) -> None:
    pose_network.network.requires_grad_()
    generate_component(pose_network, make_speech(20), n_steps=1)
    assert torch.is_grad_enabled()
