from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from dimitra_studio.core.errors import WeightsError
from dimitra_studio.diffusion.text import OpenClipText
from dimitra_studio.diffusion.torchvision_repair import import_open_clip


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match=r"clip\.safetensors is missing"):
        OpenClipText(tmp_path / "clip.safetensors")


def test_file_of_something_else_is_refused(tmp_path: Path) -> None:
    save_file({"weight": torch.zeros(2)}, tmp_path / "clip.safetensors")
    with pytest.raises(WeightsError, match="does not hold CLIP ViT-B-32") as caught:
        OpenClipText(tmp_path / "clip.safetensors")
    assert "\n" not in str(caught.value)


def test_text_becomes_a_unit_vector_that_depends_on_its_words(tmp_path: Path) -> None:
    torch.manual_seed(0)
    network = import_open_clip().create_model("RN50-quickgelu", pretrained=None)
    path = tmp_path / "clip.safetensors"
    save_file(network.state_dict(), path)
    encoder = OpenClipText(path, "RN50-quickgelu")
    one, same, other = (encoder.encode(text) for text in ("hello", "hello", "good night"))
    assert one.shape == (encoder.width,)
    assert np.linalg.norm(one) == pytest.approx(1, abs=1e-4)
    np.testing.assert_array_equal(one, same)
    assert not np.allclose(one, other)
