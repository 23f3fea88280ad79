"""A debug-size network of each kind of test."""

import numpy as np
import pytest
import torch
from torch import nn

from dimitra_studio.core.rig import STUDIO
from dimitra_studio.diffusion.cmdt import CMDT, CMDTConfig
from dimitra_studio.diffusion.normalise import Statistics
from dimitra_studio.diffusion.weights import MotionNetwork

DEBUG = CMDTConfig(
    motion_dim=6,
    audio_dim=16,
    phonemes=("SIL", "P", "B", "AA"),
    visemes=(0, 1, 1, 2),
    text_dim=8,
    width=32,
    depth=2,
    audio_depth=1,
    phoneme_depth=1,
    n_heads=4,
    feed_forward=48,
    max_frames=36,
)


def make_network(config: CMDTConfig = DEBUG) -> CMDT:
    """A network away from its start, where some weights are zero on purpose."""
    torch.manual_seed(0)
    network = CMDT(config)
    for parameter in network.parameters():
        nn.init.normal_(parameter, std=0.2)
    return network.eval()


@pytest.fixture
def network() -> CMDT:
    return make_network()


@pytest.fixture
def pose_network(network: CMDT) -> MotionNetwork:
    rows = np.linspace(-1, 1, 6, dtype=np.float32)
    return MotionNetwork(
        network=network.requires_grad_(requires_grad=False),
        statistics=Statistics(rows, np.full(6, 0.5, np.float32), rows - 3, rows + 3),
        component="pose",
        rig=STUDIO.name,
        channels=tuple(STUDIO.channels[column] for column in STUDIO.columns("pose")),
        temperature=0.7,
    )
