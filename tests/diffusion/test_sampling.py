import numpy as np
import pytest
import torch
from diffusers import DPMSolverMultistepScheduler, SchedulerMixin
from torch import Tensor

from dimitra_studio.core.progress import Cancelled, Progress
from dimitra_studio.diffusion.sampling import frame_noise, guide, make_scheduler, sample

MEAN, STD = 3.0, 0.5
FIRST_ORDER = make_scheduler()
SECOND_ORDER = DPMSolverMultistepScheduler.from_config(
    FIRST_ORDER.config, solver_order=2, final_sigmas_type="zero"
)


def gaussian_denoise(x: Tensor, timestep: Tensor) -> Tensor:
    """The exact answer for data that is Gaussian with ``MEAN`` and ``STD``."""
    alpha_bar = make_scheduler().alphas_cumprod[timestep][:, None, None]
    gain = STD**2 * alpha_bar.sqrt() / (STD**2 * alpha_bar + 1 - alpha_bar)
    return MEAN + gain * (x - MEAN * alpha_bar.sqrt())


def noise() -> Tensor:
    return torch.randn(500, 5, 2, generator=torch.Generator().manual_seed(0))


@pytest.mark.parametrize(
    ("scheduler", "n_steps"),
    [(FIRST_ORDER, 250), (SECOND_ORDER, 50)],
    ids=["first order", "second order"],
)
def test_gaussian_is_recovered(scheduler: SchedulerMixin, n_steps: int) -> None:
    x = sample(gaussian_denoise, scheduler, noise(), n_steps=n_steps)
    assert x.mean().item() == pytest.approx(MEAN, abs=0.03)
    assert x.std().item() == pytest.approx(STD, abs=0.03)


def test_sampling_begins_at_pure_noise() -> None:
    scheduler = make_scheduler()
    scheduler.set_timesteps(25)
    assert scheduler.timesteps[0] == 499


def test_same_noise_gives_the_same_motion() -> None:
    first, second = (sample(gaussian_denoise, make_scheduler(), noise(), n_steps=5) for _ in "ab")
    assert torch.equal(first, second)


def test_every_step_is_reported() -> None:
    seen: list[Progress] = []
    sample(gaussian_denoise, make_scheduler(), noise(), n_steps=4, on_progress=seen.append)
    assert [progress.done for progress in seen] == [1, 2, 3, 4]
    assert {progress.total for progress in seen} == {4}


def test_listener_can_stop_the_sampling() -> None:
    steps = []

    def stop_at_two(progress: Progress) -> None:
        steps.append(progress.done)
        if progress.done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        sample(gaussian_denoise, make_scheduler(), noise(), n_steps=9, on_progress=stop_at_two)
    assert steps == [1, 2]


@pytest.mark.parametrize(("scale", "expected"), [(0, 1.0), (1, 2.0), (3, 4.0)])
def test_guidance_leads_from_without_to_with(scale: float, expected: float) -> None:
    denoise = guide(lambda x, _: x + 2, lambda x, _: x + 1, scale)
    assert denoise(torch.zeros(1, 1, 1), torch.zeros(1)).item() == expected


def test_noise_belongs_to_the_frame() -> None:
    whole = frame_noise(7, "lips", 0, 50, 17)
    np.testing.assert_array_equal(frame_noise(7, "lips", 20, 30, 17), whole[20:30])


def test_noise_is_unit_gaussian_and_differs_where_it_should() -> None:
    lips = frame_noise(7, "lips", 0, 2000, 17)
    assert lips.mean() == pytest.approx(0, abs=0.02)
    assert lips.std() == pytest.approx(1, abs=0.02)
    for other in (frame_noise(8, "lips", 0, 2000, 17), frame_noise(7, "pose", 0, 2000, 17)):
        assert abs(np.corrcoef(lips.ravel(), other.ravel())[0, 1]) < 0.02
    neighbours = np.corrcoef(lips[:-1].ravel(), lips[1:].ravel())
    assert abs(neighbours[0, 1]) < 0.02
