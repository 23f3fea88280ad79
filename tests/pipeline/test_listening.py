"""Networks that listen to more than log-mel, or read the words."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from dimitra_studio.audio.torchaudio_repair import import_transformers
from dimitra_studio.core.errors import WeightsError
from dimitra_studio.core.project import Media
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.core.take import Settings
from dimitra_studio.diffusion import weights
from dimitra_studio.diffusion.cmdt import CMDT, CMDTConfig
from dimitra_studio.pipeline.engine import Engine

EAR_WIDTH = 16


@pytest.fixture(scope="module")
def ear(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Wav2Vec 2.0 of debug size, as transformers saves one."""
    transformers = import_transformers()
    torch.manual_seed(0)
    config = transformers.Wav2Vec2Config(
        hidden_size=EAR_WIDTH,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        conv_dim=(8,) * 7,
        num_conv_pos_embeddings=4,
        num_conv_pos_embedding_groups=2,
    )
    folder = tmp_path_factory.mktemp("ear")
    transformers.Wav2Vec2Model(config).eval().save_pretrained(folder)
    return folder


def write_listening(small_weights: Path, folder: Path, kind: str, **sizes: int) -> Path:
    """Pose weights that listen to ``kind``, with the statistics of the small ones."""
    small = weights.load(small_weights / "pose.safetensors", STUDIO, "pose")
    torch.manual_seed(1)
    network = CMDT(CMDTConfig(motion_dim=6, width=32, depth=1, n_heads=4, **sizes))
    torch.nn.init.normal_(network.to_motion.weight, std=0.3)
    other = replace(small, network=network, audio_features=kind)
    weights.save(other, folder / "pose.safetensors")
    return folder


def test_speech_network_is_heard(
    small_weights: Path, ear: Path, recording: Media, tmp_path: Path
) -> None:
    folder = write_listening(small_weights, tmp_path, str(ear), audio_dim=EAR_WIDTH)
    engine = Engine(folder, device="cpu")
    project = engine.new_project(recording).project
    take = engine.generate(project, components=("pose",), settings=Settings(n_steps=1))
    assert np.ptp(take.motion.component("pose"), axis=0).min() > 0


def test_absent_speech_network_is_named(small_weights: Path, tmp_path: Path) -> None:
    folder = write_listening(small_weights, tmp_path, "nobody/nothing", audio_dim=EAR_WIDTH)
    with pytest.raises(WeightsError, match="weights of nobody/nothing are not on this machine"):
        Engine(folder, device="cpu").load_networks(("pose",))


def test_wrong_width_is_refused(small_weights: Path, ear: Path, tmp_path: Path) -> None:
    folder = write_listening(small_weights, tmp_path, str(ear), audio_dim=8)
    with pytest.raises(WeightsError, match="takes 8 audio features"):
        Engine(folder, device="cpu").load_networks(("pose",))


def test_missing_text_weights_are_named(small_weights: Path, tmp_path: Path) -> None:
    folder = write_listening(small_weights, tmp_path, "log-mel", audio_dim=256, text_dim=8)
    engine = Engine(folder, device="cpu", text_weights=tmp_path / "clip.pt")
    with pytest.raises(WeightsError, match=r"clip\.pt is missing"):
        engine.load_networks(("pose",))
