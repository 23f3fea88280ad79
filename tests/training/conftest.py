"""A little material, made up, in which the jaw and the head follow the sound."""

from pathlib import Path

import numpy as np
import pytest

from dimitra_studio.audio.features import N_BANDS
from dimitra_studio.audio.phonemes import HOPS_PER_FRAME, PHONEMES
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.diffusion.cmdt import PRESETS
from dimitra_studio.training.corpus import Clip, Split
from dimitra_studio.training.preparation import PreparedClip, Version

TINY = {"width": 32, "depth": 1, "audio_depth": 1, "phoneme_depth": 1, "n_heads": 2}


@pytest.fixture
def tiny(monkeypatch: pytest.MonkeyPatch) -> str:
    """Name of a preset of debug size."""
    monkeypatch.setitem(PRESETS, "tiny", {**TINY, "feed_forward": 32, "max_frames": 24})
    return "tiny"


def make_clip(seed: int, split: Split = "train", n_frames: int = 30) -> PreparedClip:
    rng = np.random.default_rng(seed)
    loud = 0.5 + 0.5 * np.sin(np.arange(n_frames) / 3 + rng.uniform(0, 6))
    curves = 0.02 * rng.random((n_frames, len(STUDIO.channels)), dtype=np.float32)
    curves[:, STUDIO.columns("pose")] = 0
    curves[:, STUDIO.column("jawOpen")] += 0.5 * loud
    curves[:, STUDIO.column("headPitch")] += 0.1 * loud - 0.05
    versions = []
    other, rate_of_other = ("changed", 1.2) if split == "train" else ("slt", 1.0)
    for kind, rate in (("own", 1.0), (other, rate_of_other)):
        times = np.arange(int(n_frames / rate)) * rate
        heard = np.interp(times, np.arange(n_frames), loud)[:, None]
        features = 0.1 * rng.standard_normal((len(times), HOPS_PER_FRAME * N_BANDS)) + heard
        phonemes = rng.integers(0, len(PHONEMES), (len(times), HOPS_PER_FRAME))
        versions.append(Version(features.astype(np.float16), phonemes.astype(np.uint8), rate, kind))
    clip = Clip(Path(f"{seed}.mp4"), "bin blue", split)
    return PreparedClip(clip, curves, np.ones(n_frames, bool), tuple(versions))


@pytest.fixture
def clips() -> list[PreparedClip]:
    return [make_clip(seed) for seed in range(4)] + [make_clip(9, "val")]
