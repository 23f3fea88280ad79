from pathlib import Path

import numpy as np
import pytest
import torch

from dimitra_studio.audio import wav2vec
from dimitra_studio.audio.torchaudio_repair import import_transformers
from dimitra_studio.audio.wav2vec import SpeechNetwork
from dimitra_studio.core.audio import Audio
from dimitra_studio.core.errors import WeightsError


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    transformers = import_transformers()

    torch.manual_seed(0)
    config = transformers.Wav2Vec2Config(
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        conv_dim=(8,) * 7,
        num_conv_pos_embeddings=4,
        num_conv_pos_embedding_groups=2,
    )
    transformers.Wav2Vec2Model(config).eval().save_pretrained(tmp_path / "tiny")
    return tmp_path / "tiny"


def test_hidden_states_come_at_the_frame_rate(tiny: Path, speech: Audio) -> None:
    network = SpeechNetwork(str(tiny))
    features = network.features(speech.samples, 60)
    assert features.shape == (60, network.width) == (60, 16)
    assert features.dtype == np.float32
    assert features.std(axis=0).min() > 0


def test_long_recordings_are_heard_in_overlapping_stretches(
    tiny: Path, speech: Audio, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = SpeechNetwork(str(tiny))
    whole = network.features(speech.samples, 120)
    monkeypatch.setattr(wav2vec, "_AT_ONCE", 50)
    stretches = network.features(speech.samples, 120)
    assert np.corrcoef(whole.reshape(-1), stretches.reshape(-1))[0, 1] > 0.99


def test_missing_weights_are_named_with_the_way_to_get_them() -> None:
    with pytest.raises(WeightsError, match="hf download nobody/nothing"):
        SpeechNetwork("nobody/nothing")


def test_damaged_weights_are_refused(tiny: Path) -> None:
    (tiny / "model.safetensors").write_bytes(b"damaged")
    with pytest.raises(WeightsError, match="damaged"):
        SpeechNetwork(str(tiny))


def test_a_network_for_something_else_is_refused(tiny: Path) -> None:
    (tiny / "config.json").write_text('{"model_type": "bert"}', encoding="utf-8")
    with pytest.raises(WeightsError, match="not a network for speech"):
        SpeechNetwork(str(tiny))
