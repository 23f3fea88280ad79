"""Batches of windows for training one network; each is a function of the seed and the step."""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from dimitra_studio.audio.features import N_BANDS
from dimitra_studio.core.motion import FPS
from dimitra_studio.diffusion.conditioning import CONDITIONS, Conditions
from dimitra_studio.diffusion.normalise import Statistics
from dimitra_studio.training.augmentation import mask_features, warp_bands
from dimitra_studio.training.preparation import PreparedClip, Version

SHORTEST = 20  # frames in a window
FULL_SHARE = 0.6  # of the batches whose windows are as long as they may be

GIVEN = {"audio": 0.85, "phonemes": 0.65, "first": 0.85, "text": 0.9}
"""How often training gives each condition; without one, guidance and missing input are learned."""

SPEECHLESS = 0.05  # share of windows without any speech, for guidance
OWN_VOICE = 0.3  # share of windows with the clip's own sound
PIN_PATTERNS = {"none": 0.3, "first": 0.1, "prefix": 0.3, "both ends": 0.15, "scattered": 0.15}
"""Which frames are pinned, and how often: for the first window, the paper's recursion, windows
that go on, segments made anew and keyframes."""


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """One training step.

    Args:
        motion: ``(B, T, M)`` normalised clean motion.
        conditions: for the same windows.
        weight: ``(B, T)`` 1 where the motion is known from the video, else 0.
    """

    motion: Tensor
    conditions: Conditions
    weight: Tensor

    def to(self, device: torch.device) -> "Batch":
        """Move all tensors to ``device``."""
        return Batch(self.motion.to(device), self.conditions.to(device), self.weight.to(device))


@dataclass(frozen=True, slots=True, eq=False)
class Take:
    """One version of one clip, with the motion that goes with it.

    Args:
        motion: ``(T, M)`` normalised.
        weight: ``(T,)`` 1 where the face was seen.
        version: of the speech.
        text: ``(E,)`` vector of the words, or none.
    """

    motion: NDArray[np.float32]
    weight: NDArray[np.float32]
    version: Version
    text: NDArray[np.float32] | None


def make_take(
    clip: PreparedClip,
    version: Version,
    columns: list[int],
    statistics: Statistics,
    text: NDArray[np.float32] | None = None,
) -> Take:
    """Bring the motion of a clip in time with a faster or slower version of its sound."""
    n_frames = len(version.features)
    times = (np.arange(n_frames) + 0.5) * version.rate - 0.5
    motion = statistics.normalise(clip.curves[:, columns])
    own = np.arange(len(motion))
    moved = np.stack([np.interp(times, own, curve) for curve in motion.T], axis=1)
    seen = np.interp(times, own, clip.seen) > 0.99
    return Take(moved.astype(np.float32), seen.astype(np.float32), version, text)


class Batches:
    """Random windows of one component; the same step gives the same batch.

    Args:
        clips: for each clip, its versions; the first is the clip's own.
        batch_size: windows in a batch.
        max_frames: longest window.
        seed: of the draws.
    """

    def __init__(
        self, clips: list[list[Take]], batch_size: int, max_frames: int, seed: int
    ) -> None:
        self._clips = clips
        self._batch_size = batch_size
        self._max_frames = max_frames
        self._seed = seed

    def make(self, step: int) -> Batch:
        """Draw the batch of one step."""
        rng = np.random.default_rng((self._seed, step))
        n_frames = self._max_frames
        if rng.random() > FULL_SHARE:
            n_frames = int(rng.integers(min(SHORTEST, n_frames), n_frames + 1))
        windows = [self._draw_window(n_frames, rng) for _ in range(self._batch_size)]
        motion = torch.from_numpy(np.stack([window["motion"] for window in windows]))
        weight = torch.from_numpy(np.stack([window["weight"] for window in windows]))
        padding = torch.from_numpy(np.stack([window["padding"] for window in windows]))
        mask = torch.from_numpy(np.stack([draw_pins(n_frames, rng) for _ in windows]))
        audio, phonemes = (
            torch.from_numpy(np.stack([window[name] for window in windows]))
            for name in ("audio", "phonemes")
        )
        text = None
        if "text" in windows[0]:
            text = torch.from_numpy(np.stack([window["text"] for window in windows]))
        conditions = Conditions(
            audio=audio,
            phonemes=phonemes,
            first=motion[:, 0],
            text=text,
            known=motion,
            mask=mask & ~padding & (weight > 0),
            padding=padding,
            given=torch.from_numpy(self._draw_given(windows, rng)),
        )
        return Batch(motion, conditions, weight)

    def _draw_window(self, n_frames: int, rng: np.random.Generator) -> dict[str, NDArray]:
        versions = self._clips[rng.integers(len(self._clips))]
        own = len(versions) == 1 or rng.random() < OWN_VOICE
        take = versions[0 if own else int(rng.integers(1, len(versions)))]
        start = int(rng.integers(0, max(1, len(take.motion) - n_frames + 1)))
        within = slice(start, start + n_frames)
        n_missing = max(0, n_frames - len(take.motion))
        audio = take.version.features[within].astype(np.float32)
        if rng.random() < 0.7:
            audio = warp_bands(audio, N_BANDS, rng)
        audio = mask_features(audio, N_BANDS, rng)
        has_phonemes = take.version.phonemes is not None
        phonemes = np.zeros((len(audio), 4), np.int64)
        if take.version.phonemes is not None:
            phonemes = take.version.phonemes[within].astype(np.int64)
        window = {
            "motion": _pad(take.motion[within], n_missing),
            "weight": _pad(take.weight[within], n_missing),
            "padding": np.arange(n_frames) >= len(audio),
            "audio": _pad(audio, n_missing),
            "phonemes": _pad(phonemes, n_missing),
            "has phonemes": np.array(has_phonemes),
        }
        return window if take.text is None else {**window, "text": take.text}

    def _draw_given(
        self, windows: list[dict[str, NDArray]], rng: np.random.Generator
    ) -> NDArray[np.bool_]:
        given = rng.random((len(windows), len(CONDITIONS))) < np.array(list(GIVEN.values()))
        audio, phonemes = CONDITIONS.index("audio"), CONDITIONS.index("phonemes")
        given[:, audio] |= ~given[:, phonemes]
        given[rng.random(len(windows)) < SPEECHLESS] = False
        given[:, phonemes] &= [bool(window["has phonemes"]) for window in windows]
        return given


def draw_pins(n_frames: int, rng: np.random.Generator) -> NDArray[np.bool_]:
    """``(T,)`` which frames are given to the network."""
    mask = np.zeros(n_frames, bool)
    pattern = rng.choice(list(PIN_PATTERNS), p=list(PIN_PATTERNS.values()))
    longest = max(2, min(int(0.8 * FPS), n_frames // 3))
    if pattern == "first":
        mask[0] = True
    elif pattern == "prefix":
        mask[: rng.integers(1, longest + 1)] = True
    elif pattern == "both ends":
        mask[: rng.integers(1, longest + 1)] = True
        mask[-rng.integers(1, longest + 1) :] = True
    elif pattern == "scattered":
        mask[rng.integers(0, n_frames, size=rng.integers(1, 6))] = True
    return mask


def _pad(rows: NDArray, n_missing: int) -> NDArray:
    return np.pad(rows, ((0, n_missing),) + ((0, 0),) * (rows.ndim - 1))
