"""Networks on disk: safetensors, with everything that belongs to a network in the header."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file

from dimitra_studio.core.errors import ExportError, WeightsError
from dimitra_studio.core.files import replacing
from dimitra_studio.core.rig import Rig
from dimitra_studio.diffusion.cmdt import CMDT, CMDTConfig
from dimitra_studio.diffusion.normalise import Statistics

FORMAT = "dimitra-cmdt"
FORMAT_VERSION = 1


@dataclass(frozen=True, eq=False)
class MotionNetwork:
    """A network and all it takes to use it.

    Args:
        network: of one component.
        statistics: of the curves that it was trained on.
        component: lips, expression or pose.
        rig: name of the rig.
        channels: what the network moves, in the order of its outputs.
        audio_features: kind of features it listens to, such as ``log-mel``.
        temperature: deviation of the noise that sampling begins from; below 1, motion is nearer
            to the likeliest for the speech, and seeds differ less.
        sha256: of the file; empty for a network that was never stored.

    Raises:
        ValueError: if the sizes of the parts differ.
    """

    network: CMDT
    statistics: Statistics
    component: str
    rig: str
    channels: tuple[str, ...]
    audio_features: str = "log-mel"
    temperature: float = 1.0
    sha256: str = ""

    def __post_init__(self) -> None:
        sizes = {self.network.config.motion_dim, len(self.channels), len(self.statistics.mean)}
        if len(sizes) > 1:
            raise ValueError(f"network, channels and statistics differ in size: {sorted(sizes)}")

    @property
    def device(self) -> torch.device:
        """Where the network runs."""
        return next(self.network.parameters()).device


def save(motion_network: MotionNetwork, path: Path, dtype: torch.dtype = torch.float16) -> None:
    """Write one network in the given precision.

    Raises:
        ExportError: if the file cannot be written.
    """
    header = {
        "format": FORMAT,
        "format_version": str(FORMAT_VERSION),
        "config": json.dumps(asdict(motion_network.network.config)),
        "statistics": json.dumps(motion_network.statistics.to_lists()),
        "component": motion_network.component,
        "rig": motion_network.rig,
        "channels": json.dumps(motion_network.channels),
        "audio_features": motion_network.audio_features,
        "temperature": str(motion_network.temperature),
    }
    state = motion_network.network.state_dict()
    tensors = {name: value.to("cpu", dtype) for name, value in state.items()}
    with replacing(path) as partial:
        try:
            save_file(tensors, partial, header)
        except SafetensorError as error:  # it wraps what the disk says
            raise ExportError(f"{path} could not be written: {error}; free some space.") from error


def load(path: Path, rig: Rig, component: str) -> MotionNetwork:
    """Rebuild a network in float32, on the CPU and ready for inference.

    Args:
        path: the safetensors file.
        rig: that the network must have been trained for.
        component: that it must move.

    Raises:
        WeightsError: if the file is missing, damaged, too new, of another network or for
            another rig or component.
    """
    try:
        with safe_open(path, framework="pt") as file:
            header = file.metadata() or {}
            _check_version(path, header)
            tensors = {name: file.get_tensor(name).float() for name in file.keys()}  # noqa: SIM118 - no dict
        network = CMDT(_read_config(json.loads(header["config"])))
        network.load_state_dict(tensors)
        loaded = MotionNetwork(
            network=network.eval().requires_grad_(requires_grad=False),
            statistics=Statistics.from_lists(json.loads(header["statistics"])),
            component=header["component"],
            rig=header["rig"],
            channels=tuple(json.loads(header["channels"])),
            audio_features=header["audio_features"],
            temperature=float(header["temperature"]),
            sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        )
    except FileNotFoundError as error:
        raise WeightsError(
            f"{path} is missing; choose a folder that holds it, or install Dimitra Studio again."
        ) from error
    except (OSError, SafetensorError, KeyError, TypeError, ValueError, RuntimeError) as error:
        reason = str(error).splitlines()[0]
        raise WeightsError(
            f"{path} does not hold a motion network ({reason}); replace it by the released file."
        ) from error
    _check_purpose(path, loaded, rig, component)
    return loaded


def _check_version(path: Path, header: Mapping[str, str]) -> None:
    if header.get("format") != FORMAT:
        raise ValueError("its header names no network of ours")
    if int(header["format_version"]) > FORMAT_VERSION:
        raise WeightsError(
            f"{path} was written by a newer Dimitra Studio; install the newest version."
        )


def _read_config(fields: dict[str, Any]) -> CMDTConfig:
    phonemes, visemes = (tuple(fields.pop(name)) for name in ("phonemes", "visemes"))
    return CMDTConfig(phonemes=phonemes, visemes=visemes, **fields)  # JSON knows no tuples


def _check_purpose(path: Path, loaded: MotionNetwork, rig: Rig, component: str) -> None:
    channels = tuple(rig.channels[column] for column in rig.columns(component))
    if loaded.rig != rig.name or loaded.channels != channels:
        raise WeightsError(
            f"{path} was trained for the {loaded.component} of the {loaded.rig} rig "
            f"({len(loaded.channels)} channels), not for the {component} of the {rig.name} rig "
            f"({len(channels)}); choose the weights that were made for it."
        )
