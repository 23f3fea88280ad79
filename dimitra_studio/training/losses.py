"""What a network is trained to make small."""

from dataclasses import dataclass

import torch
from torch import Tensor

from dimitra_studio.training.config import Losses


@dataclass(frozen=True, slots=True, eq=False)
class MouthMap:
    """How the mouth opens and widens with the normalised channels of a component.

    Args:
        directions: ``(M, 2)`` change of opening and width by one standard deviation of each
            channel, in standard deviations of the measure.
    """

    directions: Tensor


def masked_mean(error: Tensor, weight: Tensor) -> Tensor:
    """Mean of ``(B, T, ...)`` errors over the frames whose ``(B, T)`` weight is 1."""
    per_frame = error.flatten(2).mean(dim=2)
    return (per_frame * weight).sum() / weight.sum().clamp_min(1)


def motion_losses(
    clean: Tensor, motion: Tensor, weight: Tensor, mouth: MouthMap | None
) -> dict[str, Tensor]:
    """Compare an estimate with the motion it should be.

    Args:
        clean: ``(B, T, M)`` estimate of the network.
        motion: ``(B, T, M)`` normalised motion.
        weight: ``(B, T)`` 1 where the motion is known.
        mouth: for the lips; none for the other components.

    Returns:
        Every part of the loss by name, a scalar each.

    Source: Dimitra, section 3.3, for ``diffusion`` and ``first``.
    """
    error = clean - motion
    both = weight[:, 1:] * weight[:, :-1]
    parts = {
        "diffusion": masked_mean(error.square(), weight),
        "first": masked_mean(error[:, :1].square(), weight[:, :1]),
        "velocity": masked_mean(error.diff(dim=1).square(), both),
    }
    if mouth is not None:
        parts["mouth"] = masked_mean((error @ mouth.directions.to(error)).square(), weight)
    return parts


def total_loss(parts: dict[str, Tensor], losses: Losses, component: str) -> Tensor:
    """Weigh the parts; the first frame counts for the pose alone."""
    total = losses.diffusion * parts["diffusion"] + losses.velocity * parts["velocity"]
    if component == "pose":
        total = total + losses.first * parts["first"]
    if "mouth" in parts:
        total = total + losses.mouth * parts["mouth"]
    return total


def add_noise(motion: Tensor, noise: Tensor, timestep: Tensor, alphas_cumprod: Tensor) -> Tensor:
    """The noisy motion ``(B, T, M)`` at each clip's ``(B,)`` timestep.

    Source: Ho et al. 2020, Denoising Diffusion Probabilistic Models, equation 4.
    """
    alpha_bar = alphas_cumprod.to(motion)[timestep][:, None, None]
    return alpha_bar.sqrt() * motion + (1 - alpha_bar).sqrt() * noise


def draw_timesteps(n_clips: int, n_timesteps: int, generator: torch.Generator) -> Tensor:
    """``(B,)`` one timestep a clip, spread evenly over the batch."""
    offsets = torch.rand(1, generator=generator) + torch.arange(n_clips) / n_clips
    steps = ((offsets % 1) * n_timesteps).long()
    return steps[torch.randperm(n_clips, generator=generator)]
