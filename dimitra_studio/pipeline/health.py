"""What works on this machine and what does not, for ``doctor``."""

import ctypes.util
import importlib
import os
import platform
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata

import av
import torch

from dimitra_studio.audio.torchaudio_repair import import_torchaudio
from dimitra_studio.core.errors import DimitraError
from dimitra_studio.core.paths import DEFAULT_WEIGHTS, SAMPLE, cache_folder
from dimitra_studio.core.progress import Progress, ProgressFn, ignore
from dimitra_studio.core.rig import COMPONENTS, STUDIO
from dimitra_studio.diffusion import weights
from dimitra_studio.face.image import load_image
from dimitra_studio.face.rigs import load_rig
from dimitra_studio.face.tracking import FaceTracker

PACKAGES = (
    "numpy",
    "torch",
    "torchaudio",
    "transformers",
    "diffusers",
    "mediapipe",
    "av",
    "PySide6",
)
LEAST_SPACE = 1 << 30  # bytes; a minute of video takes a few million


@dataclass(frozen=True, slots=True)
class Check:
    """One finding.

    Args:
        name: what was looked at.
        passed: False where something does not work.
        needed: False where only a part of the program goes without it.
        detail: what was found, or what to do.
    """

    name: str
    passed: bool
    needed: bool
    detail: str


def _system() -> Check:
    detail = f"Python {platform.python_version()}, {platform.platform()}, {os.cpu_count()} cores"
    return Check("System", sys.version_info >= (3, 11), needed=True, detail=detail)


def _packages() -> Check:
    found = []
    for name in PACKAGES:
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            if name != "PySide6":  # installed as its two halves
                return Check("Packages", passed=False, needed=True, detail=f"{name} is missing")
            found.append(f"{name} {metadata.version('PySide6_Essentials')}")
    return Check("Packages", passed=True, needed=True, detail=", ".join(found))


def _device() -> Check:
    if torch.cuda.is_available():
        return Check("Device", passed=True, needed=False, detail=torch.cuda.get_device_name())
    detail = f"no GPU for PyTorch; the {torch.get_num_threads()} processor threads do the work"
    return Check("Device", passed=True, needed=False, detail=detail)


def _torchaudio() -> Check:
    native = importlib.import_module(f"{import_torchaudio().__name__}._extension")
    complete = native._IS_TORCHAUDIO_EXT_AVAILABLE
    detail = "complete" if complete else "without its native library, which is not needed"
    return Check("torchaudio", passed=True, needed=True, detail=detail)


def _rig() -> Check:
    rig = load_rig()
    vertices = rig.vertices(torch.zeros(1, len(STUDIO.channels)).numpy())
    return Check("Rig", passed=True, needed=True, detail=f"studio, {vertices.shape[1]} vertices")


def _weights() -> Check:
    for name in COMPONENTS:
        weights.load(DEFAULT_WEIGHTS / f"{name}.safetensors", STUDIO, name)
    return Check("Weights", passed=True, needed=True, detail=", ".join(COMPONENTS))


def _tracking() -> Check:
    with FaceTracker() as tracker:
        faces = tracker.detect(load_image(SAMPLE / "portrait.jpg"))
    detail = f"{len(faces)} face in the sample portrait"
    return Check("Face tracking", len(faces) == 1, needed=True, detail=detail)


def _encoder() -> Check:
    hardware = "h264_nvenc" in av.codecs_available and torch.cuda.is_available()
    found = "libx264" in av.codecs_available
    detail = "H.264 by libx264" + (" and NVENC" if hardware else "")
    return Check(
        "Video encoder", found, needed=True, detail=detail if found else "no H.264 encoder"
    )


def _sound() -> Check:
    found = ctypes.util.find_library("portaudio") is not None or sys.platform in {"win32", "darwin"}
    detail = "PortAudio" if found else "no PortAudio; the window plays without sound"
    return Check("Sound output", found, needed=False, detail=detail)


def _space() -> Check:
    folder = cache_folder()
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    return Check("Disk", free > LEAST_SPACE, needed=False, detail=f"{free / 1e9:.0f} GB free")


CHECKS: dict[str, Callable[[], Check]] = {
    "System": _system,
    "Packages": _packages,
    "Device": _device,
    "torchaudio": _torchaudio,
    "Rig": _rig,
    "Weights": _weights,
    "Face tracking": _tracking,
    "Video encoder": _encoder,
    "Sound output": _sound,
    "Disk": _space,
}


def examine(on_progress: ProgressFn = ignore) -> list[Check]:
    """Look at everything; what fails is a finding, not an error."""
    findings = []
    for done, (name, check) in enumerate(CHECKS.items()):
        on_progress(Progress(done, len(CHECKS), "Checking the installation"))
        try:
            findings.append(check())
        except (DimitraError, ImportError, OSError) as error:
            findings.append(Check(name, passed=False, needed=True, detail=str(error)))
    return findings
