"""From noise to motion: one loop over a scheduler of the ``diffusers`` library."""

import zlib
from collections.abc import Callable

import numpy as np
import torch
from diffusers import DDIMScheduler, SchedulerMixin
from numpy.typing import NDArray
from torch import Tensor

from dimitra_studio.core.progress import Progress, ProgressFn, ignore
from dimitra_studio.core.take import MOST_STEPS

Denoise = Callable[[Tensor, Tensor], Tensor]
"""``(noisy (B, T, M), timestep (B,)) -> clean (B, T, M)``; the conditions are already bound."""

N_STEPS = 8
"""Default number of denoising steps."""


def make_scheduler() -> DDIMScheduler:
    """The noise schedule that the networks are trained and sampled with."""
    return DDIMScheduler(
        num_train_timesteps=MOST_STEPS,
        beta_schedule="linear",
        beta_start=2e-4,
        beta_end=0.04,
        prediction_type="sample",  # the network estimates clean motion
        clip_sample=False,  # normalised motion goes far beyond 1
        timestep_spacing="trailing",  # begin at pure noise, as the first input is
    )


def frame_noise(
    seed: int, component: str, start: int, stop: int, motion_dim: int
) -> NDArray[np.float32]:
    """Unit Gaussian noise that belongs to the frames, not to the window they are denoised in.

    The same frame of the same recording begins from the same noise, whichever segment is
    generated: on any device, for audio of any length.

    Args:
        seed: of the take, not negative.
        component: gives each network noise of its own.
        start: first frame.
        stop: first frame no more.
        motion_dim: number of channels.

    Returns:
        ``(stop - start, motion_dim)``.
    """
    key = np.array([seed, zlib.crc32(component.encode())], np.uint64)
    rows = [
        np.random.Generator(np.random.Philox(key=key, counter=[0, 0, 0, frame]))
        for frame in range(start, stop)
    ]
    return np.stack([row.standard_normal(motion_dim, dtype=np.float32) for row in rows])


def guide(conditional: Denoise, unconditional: Denoise, scale: float) -> Denoise:
    """Classifier-free guidance: 0 ignores the conditions, 1 is plain, more exaggerates.

    Source: Ho and Salimans 2022, equation 6, with ``scale`` = 1 + w.
    """

    def denoise(x: Tensor, timestep: Tensor) -> Tensor:
        without = unconditional(x, timestep)
        return without + scale * (conditional(x, timestep) - without)

    return denoise


@torch.inference_mode()
def sample(
    denoise: Denoise,
    scheduler: SchedulerMixin,
    noise: Tensor,
    *,
    n_steps: int = N_STEPS,
    on_progress: ProgressFn = ignore,
) -> Tensor:
    """Turn noise into motion.

    Args:
        denoise: the network with its conditions bound.
        scheduler: whose ``prediction_type`` is what ``denoise`` returns.
        noise: ``(B, T, M)`` unit Gaussian noise; it fixes what a deterministic scheduler gives.
        n_steps: number of network evaluations, for a first-order scheduler.
        on_progress: called after every step; may raise ``Cancelled``.

    Returns:
        ``(B, T, M)`` clean, normalised motion.
    """
    scheduler.set_timesteps(n_steps, device=noise.device)
    x = noise * scheduler.init_noise_sigma
    for done, timestep in enumerate(scheduler.timesteps, start=1):
        clean = denoise(scheduler.scale_model_input(x, timestep), timestep.expand(len(x)))
        x = scheduler.step(clean, timestep, x).prev_sample
        on_progress(Progress(done, len(scheduler.timesteps), "Generating motion"))
    return x
