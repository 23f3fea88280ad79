import pytest
import torch

from dimitra_studio.core.errors import DimitraError
from dimitra_studio.pipeline.device import find_device


def test_automatic_device_is_usable() -> None:
    assert torch.zeros(1, device=find_device("auto")).sum() == 0


def test_processor_is_always_there() -> None:
    assert find_device("cpu") == "cpu"


@pytest.mark.parametrize("name", ["cuda:63", "mps"])
def test_absent_device_is_one_sentence(name: str) -> None:
    if name == "mps" and torch.backends.mps.is_available():
        pytest.skip("this machine has one")
    with pytest.raises(DimitraError, match=f"no device {name} on this machine"):
        find_device(name)
