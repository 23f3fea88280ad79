"""Motion of any length: overlapping windows, joined by pinning what is already known."""

from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from dimitra_studio.core.progress import ProgressFn, ignore, stage
from dimitra_studio.core.rig import RIGS
from dimitra_studio.diffusion.conditioning import Conditions
from dimitra_studio.diffusion.sampling import (
    N_STEPS,
    Denoise,
    frame_noise,
    guide,
    make_scheduler,
    sample,
)
from dimitra_studio.diffusion.weights import MotionNetwork

SEAM = 5
"""Frames beside a pinned one over which the motion leads into it: 0.2 s."""

SPEECH = ("audio", "phonemes", "text")


@dataclass(frozen=True, slots=True)
class Speech:
    """What is said, frame by frame.

    Args:
        audio: ``(T, A)`` audio features.
        phonemes: ``(T, 4)`` phoneme ids; none without a transcript.
        text: ``(E,)`` vector of the transcript; none without a text encoder.

    Raises:
        ValueError: if audio and phonemes differ in length.
    """

    audio: NDArray[np.float32]
    phonemes: NDArray[np.int64] | None = None
    text: NDArray[np.float32] | None = None

    def __post_init__(self) -> None:
        if self.phonemes is not None and len(self.phonemes) != len(self.audio):
            raise ValueError(f"{len(self.audio)} frames of sound, {len(self.phonemes)} of phonemes")

    def __len__(self) -> int:
        return len(self.audio)


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of frames that is denoised at once.

    Args:
        start: its first frame.
        stop: the first frame after it.
        kept: the first frame whose result is not kept: its sound to come is not heard yet, and
            the next window does it again.
    """

    start: int
    stop: int
    kept: int


def plan_windows(pinned: NDArray[np.bool_], size: int) -> list[Window]:
    """Cover every frame that is not pinned, from left to right.

    Each window begins with frames that are pinned or were done by the windows before it, and
    ends after more frames than it keeps.

    Args:
        pinned: ``(T,)``.
        size: frames in a window at most.
    """
    lead, lookahead = size // 6, size // 9
    windows: list[Window] = []
    unknown = np.flatnonzero(~pinned)
    while unknown.size:
        start = max(0, min(int(unknown[0]) - lead, len(pinned) - size))
        stop = min(len(pinned), start + size)
        kept = stop if stop > unknown[-1] else stop - lookahead
        windows.append(Window(start, stop, kept))
        unknown = unknown[unknown >= kept]
    return windows


def seam_weights(pinned: NDArray[np.bool_], seam: int = SEAM) -> NDArray[np.float32]:
    """Spread what a network misses pinned frames by over the frames beside them.

    Args:
        pinned: ``(T,)``.
        seam: over how many frames.

    Returns:
        ``(T, T)``: row ``t`` says how much of the miss at each pinned frame is added at frame
        ``t``; all of it at the pinned frame itself, none beyond ``seam`` frames.
    """
    weights = np.zeros((len(pinned), len(pinned)), np.float32)
    frames = np.flatnonzero(pinned)
    if not frames.size:
        return weights
    every = np.arange(len(pinned))
    place = np.searchsorted(frames, every)
    for neighbour in (frames[np.maximum(place - 1, 0)], frames[np.minimum(place, len(frames) - 1)]):
        distance = np.minimum(np.abs(every - neighbour), seam + 1)
        weights[every, neighbour] = 0.5 + 0.5 * np.cos(np.pi * distance / (seam + 1))
    weights[frames] = np.eye(len(pinned), dtype=np.float32)[frames]
    return weights / np.maximum(weights.sum(axis=1, keepdims=True), 1)


def pin(denoise: Denoise, known: Tensor, mask: Tensor, seam: int = SEAM) -> Denoise:
    """Make a network's estimate pass through the pinned frames.

    Args:
        denoise: the network with its conditions bound.
        known: ``(T, M)`` values of the pinned frames.
        mask: ``(T,)`` which frames are pinned.
        seam: frames beside a pinned one that lead into it.
    """
    weights = torch.from_numpy(seam_weights(mask.cpu().numpy(), seam)).to(known)
    target = known * mask[:, None]

    def denoise_through(x: Tensor, timestep: Tensor) -> Tensor:
        clean = denoise(x, timestep)
        return clean + weights @ (target - clean)

    return denoise_through


def generate_component(
    motion_network: MotionNetwork,
    speech: Speech,
    *,
    first: NDArray[np.float32] | None = None,
    known: NDArray[np.float32] | None = None,
    mask: NDArray[np.bool_] | None = None,
    seed: int = 0,
    guidance: float = 1.0,
    n_steps: int = N_STEPS,
    seam: int = SEAM,
    window_size: int | None = None,
    on_progress: ProgressFn = ignore,
) -> NDArray[np.float32]:
    """Generate the curves of one component.

    The same arguments give the same curves. Beyond the curves themselves, memory does not
    depend on the length.

    Args:
        motion_network: of the component.
        speech: T frames of it.
        first: ``(M,)`` curves of the portrait, from which the motion begins.
        known: ``(T, M)`` curves of the pinned frames; what stands elsewhere is ignored.
        mask: ``(T,)`` True where a frame is pinned.
        seed: fixes the noise.
        guidance: how strongly the speech drives the face; 1 is the plain network.
        n_steps: denoising steps a window.
        seam: frames beside a pinned one that lead into it.
        window_size: most frames to denoise at once; as many as the network was made for if None.
        on_progress: called after every step; may raise ``Cancelled``.

    Returns:
        ``(T, M)`` curves within the limits of the rig, the pinned frames bit for bit as they
        were given.

    Raises:
        ValueError: if known and mask do not come together or do not fit the speech.
    """
    shape = (len(speech), len(motion_network.channels))
    pinned, curves = _start(shape, known, mask)
    lower, upper = _limits(motion_network)
    windows = plan_windows(pinned, window_size or motion_network.network.config.max_frames)
    done = pinned.copy()
    for index, window in enumerate(windows):
        within = slice(window.start, window.stop)
        origin = curves[window.start] if done[window.start] else first
        conditions = _conditions(motion_network, speech, window, origin)
        result = _denoise_window(
            motion_network,
            replace(conditions, **_pinned(motion_network, curves[within], done[within])),
            torch.from_numpy(motion_network.statistics.normalise(curves[within])),
            frame_noise(seed, motion_network.component, window.start, window.stop, shape[1]),
            guidance=guidance,
            n_steps=n_steps,
            seam=seam,
            on_progress=stage(on_progress, index, len(windows)),
        )
        new = window.start + np.flatnonzero(~done[window.start : window.kept])
        values = motion_network.statistics.restore(result[new - window.start])
        curves[new] = np.clip(values, lower, upper)
        done[new] = True
    return curves


def _start(
    shape: tuple[int, int], known: NDArray[np.float32] | None, mask: NDArray[np.bool_] | None
) -> tuple[NDArray[np.bool_], NDArray[np.float32]]:
    """Which frames are pinned, and curves that hold them and nothing else."""
    if (known is None) != (mask is None):
        raise ValueError("known and mask come together")
    pinned = np.zeros(shape[0], bool)
    curves = np.zeros(shape, np.float32)
    if known is not None and mask is not None:
        if known.shape != shape or mask.shape != shape[:1]:
            raise ValueError(f"speech needs {shape} known curves and their mask, got {known.shape}")
        pinned |= mask
        curves[pinned] = known[pinned]
    return pinned, curves


def _limits(motion_network: MotionNetwork) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    rig = RIGS[motion_network.rig]
    columns = [rig.column(name) for name in motion_network.channels]
    lower, upper = np.array(rig.lower, np.float32), np.array(rig.upper, np.float32)
    return lower[columns], upper[columns]


def _conditions(
    motion_network: MotionNetwork,
    speech: Speech,
    window: Window,
    origin: NDArray[np.float32] | None,
) -> Conditions:
    within = slice(window.start, window.stop)
    statistics = motion_network.statistics
    config = motion_network.network.config
    phonemes = speech.phonemes if config.phonemes else None
    parts: dict[str, NDArray | None] = {
        "audio": speech.audio[within],
        "phonemes": None if phonemes is None else phonemes[within],
        "first": None if origin is None else statistics.normalise(statistics.confine(origin)),
        "text": speech.text if config.text_dim else None,
    }
    tensors = {
        name: torch.from_numpy(np.ascontiguousarray(part))[None]
        for name, part in parts.items()
        if part is not None
    }
    return Conditions(**tensors)


def _pinned(
    motion_network: MotionNetwork, curves: NDArray[np.float32], done: NDArray[np.bool_]
) -> dict[str, Tensor]:
    statistics = motion_network.statistics
    values = statistics.normalise(statistics.confine(curves))
    return {"known": torch.from_numpy(values)[None], "mask": torch.from_numpy(done.copy())[None]}


def _denoise_window(
    motion_network: MotionNetwork,
    conditions: Conditions,
    target: Tensor,
    noise: NDArray[np.float32],
    *,
    guidance: float,
    n_steps: int,
    seam: int,
    on_progress: ProgressFn,
) -> NDArray[np.float32]:
    """``(T, M)`` normalised result of one window."""
    device = motion_network.device
    x = motion_network.temperature * torch.from_numpy(noise)[None].to(device)
    conditions = conditions.to(device)
    denoise = _bind(motion_network, conditions, x)
    if guidance != 1:  # half the work otherwise, and the same result
        denoise = guide(denoise, _bind(motion_network, conditions.without(SPEECH), x), guidance)
    if conditions.mask is not None and conditions.mask.any():
        denoise = pin(denoise, target.to(device), conditions.mask[0], seam)
    result = sample(denoise, make_scheduler(), x, n_steps=n_steps, on_progress=on_progress)
    return result[0].cpu().numpy()


@torch.inference_mode()
def _bind(motion_network: MotionNetwork, conditions: Conditions, x: Tensor) -> Denoise:
    network = motion_network.network
    return partial(network.denoise, encoded=network.encode(conditions, x))
