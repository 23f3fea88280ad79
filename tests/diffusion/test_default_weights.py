"""The weights that ship: complete, small, and sane where no recording is needed to tell."""

import hashlib
import json

import numpy as np
import pytest

from dimitra_studio.core.paths import MODELS
from dimitra_studio.core.rig import COMPONENTS, STUDIO
from dimitra_studio.diffusion import weights
from dimitra_studio.diffusion.weights import MotionNetwork
from dimitra_studio.diffusion.windows import Speech, generate_component

SILENCE = -2.5  # what every band of the features says in a pause
N_FRAMES = 100


@pytest.fixture(scope="module")
def networks() -> dict[str, MotionNetwork]:
    return {
        name: weights.load(MODELS / "default" / f"{name}.safetensors", STUDIO, name)
        for name in COMPONENTS
    }


def say(networks: dict[str, MotionNetwork], phoneme: str, seed: int = 0) -> np.ndarray:
    """The lips while ``phoneme`` is held for half a second between two pauses, without sound."""
    lips = networks["lips"]
    phonemes = np.zeros((N_FRAMES, 4), np.int64)
    phonemes[44:56] = lips.network.config.phonemes.index(phoneme)
    silence = np.full((N_FRAMES, lips.network.config.audio_dim), SILENCE, np.float32)
    first = np.zeros(len(lips.channels), np.float32)
    return generate_component(lips, Speech(silence, phonemes), first=first, seed=seed)


def test_manifest_tells_the_truth(networks: dict[str, MotionNetwork]) -> None:
    rows = json.loads((MODELS / "manifest.json").read_text(encoding="utf-8"))["weights"]
    assert [row["component"] for row in rows] == list(COMPONENTS)
    for row in rows:
        data = (MODELS / row["file"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == row["sha256"]
        assert row["sha256"] == networks[row["component"]].sha256
        assert row["config"]["width"] == networks[row["component"]].network.config.width


def test_weights_are_small() -> None:
    total = sum(path.stat().st_size for path in (MODELS / "default").iterdir())
    assert total <= 25e6


def test_lips_rest_in_silence(networks: dict[str, MotionNetwork]) -> None:
    jaw = say(networks, "SIL")[:, STUDIO.column("jawOpen")]
    assert jaw.max() < 0.15


def test_open_vowel_opens_the_jaw_and_rounded_one_rounds_the_lips(
    networks: dict[str, MotionNetwork],
) -> None:
    jaw, pucker = STUDIO.column("jawOpen"), STUDIO.column("mouthPucker")
    middle = slice(46, 56)
    assert say(networks, "AY")[middle, jaw].max() > 0.1 + say(networks, "M")[middle, jaw].min()
    assert say(networks, "UW")[middle, pucker].mean() > say(networks, "AY")[middle, pucker].mean()


def test_seeds_give_different_heads(networks: dict[str, MotionNetwork]) -> None:
    pose = networks["pose"]
    silence = Speech(np.full((N_FRAMES, pose.network.config.audio_dim), SILENCE, np.float32))
    one, same, other = (generate_component(pose, silence, seed=seed) for seed in (0, 0, 1))
    np.testing.assert_array_equal(one, same)
    assert np.abs(one - other)[:, :3].max() > 0.005  # radians
    assert np.abs(one).max() < 0.3
