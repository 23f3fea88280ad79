"""Which build of torch this machine can use."""

import shutil
import subprocess
import sys

from installer.messages import say

OLDEST_DRIVER = 580
"""The first NVIDIA driver that runs CUDA 13, with which the locked torch is built."""


def drivers(answer: str) -> list[int]:
    """The driver's main version of each GPU in what nvidia-smi answered."""
    versions = (line.strip().partition(".")[0] for line in answer.splitlines())
    return [int(version) for version in versions if version.isdigit()]


def has_cuda() -> bool:
    """Whether there is an NVIDIA GPU that the locked CUDA build of torch can use."""
    smi = shutil.which("nvidia-smi")
    if smi is None or sys.platform == "darwin":
        return False
    query = [smi, "--query-gpu=driver_version", "--format=csv,noheader"]
    try:
        done = subprocess.run(query, capture_output=True, text=True, check=False, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return False  # a driver that does not answer will not compute either
    found = drivers(done.stdout) if done.returncode == 0 else []
    if found and max(found) < OLDEST_DRIVER:
        say(
            f"The NVIDIA driver {max(found)} is too old for this torch, which then computes on the "
            f"CPU; update the driver to {OLDEST_DRIVER} or newer to use the GPU."
        )
        return False
    return bool(found)
