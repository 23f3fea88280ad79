import pytest
import torch

from dimitra_studio.diffusion.sampling import make_scheduler
from dimitra_studio.training.config import Losses
from dimitra_studio.training.losses import (
    MouthMap,
    add_noise,
    draw_timesteps,
    masked_mean,
    motion_losses,
    total_loss,
)

MOTION = torch.randn(2, 6, 3, generator=torch.Generator().manual_seed(0))
WEIGHT = torch.ones(2, 6)


def test_perfect_estimate_costs_nothing() -> None:
    mouth = MouthMap(torch.ones(3, 2))
    assert not any(part.any() for part in motion_losses(MOTION, MOTION, WEIGHT, mouth).values())


def test_constant_error_is_no_error_of_velocity() -> None:
    parts = motion_losses(MOTION + 2, MOTION, WEIGHT, None)
    assert parts["diffusion"].item() == pytest.approx(4)
    assert parts["first"].item() == pytest.approx(4)
    assert parts["velocity"].item() == pytest.approx(0, abs=1e-6)


def test_frames_without_weight_do_not_count() -> None:
    wrong = MOTION.clone()
    wrong[:, 3] += 100
    weight = WEIGHT.clone()
    weight[:, 3] = 0
    assert not any(part.any() for part in motion_losses(wrong, MOTION, weight, None).values())
    assert masked_mean(torch.ones(2, 6, 3), torch.zeros(2, 6)) == 0


def test_mouth_counts_only_what_moves_it() -> None:
    mouth = MouthMap(torch.tensor([[1.0, 0.0], [0.0, 1.0], [0.0, 0.0]]))
    for channel, expected in ((0, 0.5), (1, 0.5), (2, 0.0)):
        wrong = MOTION.clone()
        wrong[..., channel] += 1
        parts = motion_losses(wrong, MOTION, WEIGHT, mouth)
        assert parts["mouth"].item() == pytest.approx(expected, abs=1e-5)


def test_first_frame_counts_for_the_pose_alone() -> None:
    parts = {name: torch.tensor(1.0) for name in ("diffusion", "first", "velocity")}
    losses = Losses(diffusion=6, first=1, velocity=2, mouth=3)
    assert total_loss(parts, losses, "pose") == 9
    assert total_loss(parts, losses, "expression") == 8
    assert total_loss(parts | {"mouth": torch.tensor(1.0)}, losses, "lips") == 11


def test_noise_is_the_schedulers() -> None:
    scheduler = make_scheduler()
    noise = torch.randn(MOTION.shape, generator=torch.Generator().manual_seed(1))
    timestep = torch.tensor([3, 480])
    expected = scheduler.add_noise(MOTION, noise, timestep)
    torch.testing.assert_close(
        add_noise(MOTION, noise, timestep, scheduler.alphas_cumprod), expected
    )


def test_timesteps_cover_the_schedule_evenly() -> None:
    steps = draw_timesteps(50, 500, torch.Generator().manual_seed(0))
    assert (steps.sort().values.diff() == 10).all()
    assert not torch.equal(steps, steps.sort().values)
