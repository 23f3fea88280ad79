import json
from pathlib import Path

import pytest
import torch
from safetensors import safe_open
from safetensors.torch import save_file

from dimitra_studio.core.errors import WeightsError
from dimitra_studio.core.rig import BFM, STUDIO
from dimitra_studio.diffusion import weights
from dimitra_studio.diffusion.cmdt import CMDT
from dimitra_studio.diffusion.conditioning import Conditions
from dimitra_studio.diffusion.weights import MotionNetwork


@pytest.fixture
def path(tmp_path: Path, pose_network: MotionNetwork) -> Path:
    weights.save(pose_network, tmp_path / "pose.safetensors", torch.float32)
    return tmp_path / "pose.safetensors"


def run(network: CMDT) -> torch.Tensor:
    torch.manual_seed(1)
    conditions = Conditions(audio=torch.randn(1, 4, 16), phonemes=torch.ones(1, 4, 4).long())
    return network(torch.randn(1, 4, 6), torch.tensor([7]), conditions)


def test_network_survives_the_disk(path: Path, pose_network: MotionNetwork) -> None:
    again = weights.load(path, STUDIO, "pose")
    assert again.network.config == pose_network.network.config
    assert torch.equal(run(again.network), run(pose_network.network))
    assert again.statistics.to_lists() == pose_network.statistics.to_lists()
    assert again.channels == pose_network.channels
    assert again.temperature == pose_network.temperature == 0.7
    assert len(again.sha256) == 64


def test_half_precision_halves_the_file_and_hardly_changes_the_result(
    path: Path, tmp_path: Path, pose_network: MotionNetwork
) -> None:
    weights.save(pose_network, tmp_path / "half.safetensors")
    half = weights.load(tmp_path / "half.safetensors", STUDIO, "pose")
    assert (tmp_path / "half.safetensors").stat().st_size < 0.6 * path.stat().st_size
    difference = run(half.network) - run(pose_network.network)
    assert 0 < difference.abs().max() < 0.01


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match=r"pose\.safetensors is missing"):
        weights.load(tmp_path / "pose.safetensors", STUDIO, "pose")


def rewrite(path: Path, **changes: str | None) -> None:
    """Change some entries of the header."""
    with safe_open(path, framework="pt") as file:
        header = {**file.metadata(), **changes}
        tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 - no dict
    save_file(tensors, path, {name: value for name, value in header.items() if value is not None})


@pytest.mark.parametrize(
    "fault", ["damaged", "no format", "no config", "other sizes", "odd config"]
)
def test_unfit_file_is_refused(path: Path, pose_network: MotionNetwork, fault: str) -> None:
    if fault == "damaged":
        path.write_bytes(path.read_bytes()[:-100])
    elif fault == "no format":
        rewrite(path, format=None)
    elif fault == "no config":
        rewrite(path, config=None)
    elif fault == "odd config":
        rewrite(path, config=json.dumps({"colour": "blue"}))
    else:
        with safe_open(path, framework="pt") as file:
            config = {**json.loads(file.metadata()["config"]), "width": 64}
        rewrite(path, config=json.dumps(config))
    with pytest.raises(WeightsError, match="does not hold a motion network") as caught:
        weights.load(path, STUDIO, "pose")
    assert "\n" not in str(caught.value)


def test_newer_file_is_refused(path: Path) -> None:
    rewrite(path, format_version="99")
    with pytest.raises(WeightsError, match="newer Dimitra Studio"):
        weights.load(path, STUDIO, "pose")


def test_weights_of_another_component_are_refused(path: Path) -> None:
    with pytest.raises(WeightsError, match=r"for the pose of the studio rig .* not for the lips"):
        weights.load(path, STUDIO, "lips")


def test_weights_for_another_rig_are_refused(path: Path) -> None:
    with pytest.raises(WeightsError, match="not for the pose of the bfm rig"):
        weights.load(path, BFM, "pose")


def test_parts_of_different_size_are_refused(pose_network: MotionNetwork) -> None:
    with pytest.raises(ValueError, match="differ in size"):
        MotionNetwork(pose_network.network, pose_network.statistics, "pose", "studio", ("headX",))
