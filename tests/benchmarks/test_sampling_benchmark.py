"""How much time sampling takes, as ratios within one run: no timing is asserted."""

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from dimitra_studio.audio.phonemes import PHONEMES, VISEMES
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.diffusion.cmdt import CMDT, PRESETS, CMDTConfig
from dimitra_studio.diffusion.normalise import Statistics
from dimitra_studio.diffusion.weights import MotionNetwork
from dimitra_studio.diffusion.windows import Speech, generate_component

N_CHANNELS = len(STUDIO.columns("lips"))


@pytest.fixture(scope="module")
def lips_network() -> MotionNetwork:
    config = CMDTConfig(
        motion_dim=N_CHANNELS, phonemes=PHONEMES, visemes=VISEMES, **PRESETS["small"]
    )
    zeros, ones = np.zeros(N_CHANNELS), np.ones(N_CHANNELS)
    return MotionNetwork(
        network=CMDT(config).eval().requires_grad_(requires_grad=False),
        statistics=Statistics(zeros, ones, zeros, ones),
        component="lips",
        rig=STUDIO.name,
        channels=tuple(STUDIO.channels[column] for column in STUDIO.columns("lips")),
    )


@pytest.mark.benchmark(group="sampling")
@pytest.mark.parametrize("n_steps", [1, 8])
@pytest.mark.parametrize("n_frames", [75, 375])
def test_sampling(
    benchmark: BenchmarkFixture, lips_network: MotionNetwork, n_frames: int, n_steps: int
) -> None:
    rng = np.random.default_rng(0)
    speech = Speech(
        rng.standard_normal((n_frames, 256), dtype=np.float32),
        rng.integers(0, len(PHONEMES), (n_frames, 4)),
    )
    curves = benchmark(generate_component, lips_network, speech, n_steps=n_steps)
    assert curves.shape == (n_frames, N_CHANNELS)
