"""How good a network is on clips that it was not trained on."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from dimitra_studio.audio.phonemes import CLOSED_LIPS, PHONEME_IDS
from dimitra_studio.diffusion.conditioning import Conditions
from dimitra_studio.diffusion.sampling import frame_noise, make_scheduler, sample
from dimitra_studio.diffusion.weights import MotionNetwork
from dimitra_studio.face.rigs import StudioRig
from dimitra_studio.training.dataset import Take
from dimitra_studio.training.losses import add_noise, masked_mean
from dimitra_studio.training.mouth import correlate, measure_mouth, with_component
from dimitra_studio.training.preparation import PreparedClip

N_STEPS = 6
IN_OWN_VOICE = ("own", "changed")
TOUCHING = 0.02  # opening, in distances of the eyes, at which the lips are seen to touch
_N_LEVELS = 8  # timesteps at which the loss is measured
_NO_SPEECH_INPUT: dict[str, tuple[str, ...]] = {
    "": (),
    "audio only ": ("phonemes",),
    "phonemes only ": ("audio",),
}


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """One validation clip as it is heard once.

    Args:
        clip: the truth.
        take: what the network is given.
    """

    clip: PreparedClip
    take: Take

    def beginning(self, n_frames: int) -> "Example":
        """The first frames: whole minutes would be no window that a network ever sees."""
        clip, take = self.clip, self.take
        phonemes = take.version.phonemes
        version = replace(
            take.version,
            features=take.version.features[:n_frames],
            phonemes=None if phonemes is None else phonemes[:n_frames],
        )
        return Example(
            replace(clip, curves=clip.curves[:n_frames], seen=clip.seen[:n_frames]),
            replace(
                take, motion=take.motion[:n_frames], weight=take.weight[:n_frames], version=version
            ),
        )


def collect(takes: list[Take]) -> tuple[Tensor, Tensor, Conditions]:
    """``(B, T, M)`` motion, ``(B, T)`` weight and conditions of whole clips, padded."""
    n_frames = max(len(take.motion) for take in takes)

    def stack(rows: Iterable[NDArray]) -> Tensor:
        padded = [
            np.pad(row, ((0, n_frames - len(row)),) + ((0, 0),) * (row.ndim - 1)) for row in rows
        ]
        return torch.from_numpy(np.stack(padded))

    phonemes = [take.version.phonemes for take in takes]
    spoken = [part.astype(np.int64) for part in phonemes if part is not None]
    motion = stack(take.motion for take in takes)
    text = [take.text for take in takes if take.text is not None]
    conditions = Conditions(
        audio=stack(take.version.features.astype(np.float32) for take in takes),
        phonemes=stack(spoken) if len(spoken) == len(takes) else None,
        first=motion[:, 0],
        text=stack(text) if len(text) == len(takes) else None,
        padding=stack(np.zeros(len(take.motion), bool) for take in takes).logical_or(
            torch.arange(n_frames) >= torch.tensor([[len(take.motion)] for take in takes])
        ),
    )
    return motion, stack(take.weight for take in takes), conditions


@torch.inference_mode()
def sample_takes(
    motion_network: MotionNetwork, takes: list[Take], without: tuple[str, ...] = (), seed: int = 0
) -> list[NDArray[np.float32]]:
    """Generate the motion of whole clips in one batch; ``(T, M)`` curves for each."""
    motion, _, conditions = collect(takes)
    network, device = motion_network.network, motion_network.device
    n_frames, motion_dim = motion.shape[1:]
    noise = np.stack(
        [
            frame_noise(seed + clip, motion_network.component, 0, n_frames, motion_dim)
            for clip in range(len(takes))
        ]
    )
    x = motion_network.temperature * torch.from_numpy(noise).to(device)
    encoded = network.encode(conditions.without(without).to(device), x)
    denoise = partial(network.denoise, encoded=encoded)
    result = sample(denoise, make_scheduler(), x, n_steps=N_STEPS).cpu().numpy()
    curves = motion_network.statistics.restore(result)
    return [row[: len(take.motion)] for row, take in zip(curves, takes, strict=True)]


@torch.inference_mode()
def measure_loss(motion_network: MotionNetwork, takes: list[Take]) -> float:
    """Mean squared error of the clean motion at evenly spaced timesteps, always the same noise."""
    device = motion_network.device
    motion, weight, conditions = collect(takes)
    motion, weight, conditions = motion.to(device), weight.to(device), conditions.to(device)
    scheduler = make_scheduler()
    n_timesteps = scheduler.config.num_train_timesteps
    generator = torch.Generator().manual_seed(0)
    losses = []
    for level in range(_N_LEVELS):
        noise = torch.randn(motion.shape, generator=generator).to(motion)
        timestep = torch.full(motion.shape[:1], (2 * level + 1) * n_timesteps // (2 * _N_LEVELS))
        timestep = timestep.to(device)
        noisy = add_noise(motion, noise, timestep, scheduler.alphas_cumprod)
        clean = motion_network.network(noisy, timestep, conditions)
        losses.append(masked_mean((clean - motion).square(), weight).item())
    return float(np.mean(losses))


def validate(
    motion_network: MotionNetwork, examples: list[Example], rig: StudioRig
) -> dict[str, float]:
    """Measure a network on the clips' own sound, and the lips in other voices too.

    Returns:
        Figures by name; ``score`` is the one to choose weights by, more is better.
    """
    n_frames = motion_network.network.config.max_frames
    examples = [example.beginning(n_frames) for example in examples]
    own = [example for example in examples if example.take.version.kind == "own"]
    figures = {"loss": measure_loss(motion_network, [example.take for example in own])}
    generated = sample_takes(motion_network, [example.take for example in own])
    columns = rig.description.columns(motion_network.component)
    real = [example.clip.curves[:, columns] for example in own]
    figures["acceleration ratio"] = _acceleration(generated) / max(_acceleration(real), 1e-9)
    figures["score"] = -figures["loss"]
    if motion_network.component == "lips":
        for name, without in _NO_SPEECH_INPUT.items():
            takes = [example.take for example in own]
            lips = sample_takes(motion_network, takes, without) if without else generated
            figures |= {f"{name}{key}": value for key, value in score_lips(rig, own, lips).items()}
        voiced = [example for example in examples if example.take.version.kind not in IN_OWN_VOICE]
        if voiced:
            lips = sample_takes(motion_network, [example.take for example in voiced], ("phonemes",))
            scores = score_lips(rig, voiced, lips)
            figures |= {f"other voices audio only {key}": value for key, value in scores.items()}
        figures["score"] = figures["opening"] + 0.5 * figures["width"]
    return figures


def score_lips(
    rig: StudioRig, examples: list[Example], lips: list[NDArray[np.float32]]
) -> dict[str, float]:
    """Compare generated lips ``(T, M)`` with the real mouth.

    Returns:
        Mean correlation of opening and width, and the share of closures where the lips touch.
    """
    correlations, closures = [], []
    for example, part in zip(examples, lips, strict=True):
        curves = rig.description.clamp(
            with_component(rig.description, example.clip.curves, "lips", part)
        )
        made, real = measure_mouth(rig, curves), measure_mouth(rig, example.clip.curves)
        correlations.append([correlate(made[:, column], real[:, column]) for column in (0, 1)])
        if example.take.version.phonemes is not None:
            closures += touches(made[:, 0], example.take.version.phonemes)
    opening, width = np.mean(correlations, axis=0)
    return {
        "opening": float(opening),
        "width": float(width),
        "closures": float(np.mean(closures)) if closures else 1.0,
    }


def touches(opening: NDArray[np.float32], phonemes: NDArray[np.uint8]) -> list[bool]:
    """For each /p b m/ of ``(T, 4)`` phonemes, whether the lips touch while it sounds."""
    ids = [PHONEME_IDS[symbol] for symbol in CLOSED_LIPS]
    closed = np.isin(phonemes, ids).any(axis=1)
    edges = np.flatnonzero(np.diff(np.concatenate(([False], closed, [False])).astype(int)))
    return [
        bool(opening[max(0, start - 1) : stop + 1].min() <= TOUCHING)
        for start, stop in zip(edges[::2], edges[1::2], strict=True)
    ]


def _acceleration(motions: list[NDArray[np.float32]]) -> float:
    return float(np.mean([np.abs(np.diff(motion, n=2, axis=0)).mean() for motion in motions]))
