"""Where the networks run."""

import torch

from dimitra_studio.core.errors import DimitraError


def find_device(name: str) -> str:
    """Choose a device, or check the one that is asked for.

    Args:
        name: ``auto``, ``cpu``, ``cuda``, ``cuda:N`` or ``mps``.

    Raises:
        DimitraError: if PyTorch has no such device here.
    """
    n_gpus = torch.cuda.device_count() if torch.cuda.is_available() else 0
    if name == "auto":
        return "cuda" if n_gpus else "cpu"
    device = torch.device(name)
    usable = {"cuda": (device.index or 0) < n_gpus, "mps": torch.backends.mps.is_available()}
    if not usable.get(device.type, True):
        raise DimitraError(f"PyTorch finds no device {name} on this machine; use auto or cpu.")
    return name


def list_devices() -> list[tuple[str, str]]:
    """Where networks can run here: the id of each device, and its name for people."""
    devices = [("cpu", "CPU")]
    if torch.cuda.is_available():
        for index in range(torch.cuda.device_count()):
            devices.append((f"cuda:{index}", f"CUDA: {torch.cuda.get_device_name(index)}"))
    if torch.backends.mps.is_available():
        devices.append(("mps", "Apple GPU"))
    return devices
