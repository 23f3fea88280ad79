"""Small untrained networks, for tests that do not depend on what a network learned."""

from pathlib import Path

import numpy as np
import torch
from torch import nn

from dimitra_studio.audio.features import N_BANDS
from dimitra_studio.audio.phonemes import HOPS_PER_FRAME, PHONEMES, VISEMES
from dimitra_studio.core.rig import COMPONENTS, STUDIO
from dimitra_studio.diffusion import weights
from dimitra_studio.diffusion.cmdt import CMDT, CMDTConfig
from dimitra_studio.diffusion.normalise import Statistics


def write_small_weights(folder: Path) -> None:
    """Put networks of debug size for the studio rig into a folder."""
    torch.manual_seed(0)
    for name in COMPONENTS:
        channels = tuple(STUDIO.channels[column] for column in STUDIO.columns(name))
        config = CMDTConfig(
            motion_dim=len(channels),
            audio_dim=HOPS_PER_FRAME * N_BANDS,
            phonemes=PHONEMES,
            visemes=VISEMES,
            width=32,
            depth=2,
            audio_depth=1,
            phoneme_depth=1,
            n_heads=4,
            feed_forward=32,
        )
        network = CMDT(config)
        nn.init.normal_(network.to_motion.weight, std=0.3)  # it starts at zero on purpose
        centre = np.full(len(channels), 0.0 if name == "pose" else 0.4, np.float32)
        deviation = np.full_like(centre, 0.1)
        statistics = Statistics(centre, deviation, centre - 1, centre + 1)
        loose = weights.MotionNetwork(network, statistics, name, STUDIO.name, channels)
        weights.save(loose, folder / f"{name}.safetensors")
