"""The layers, enforced: a module may import its own package and the layers below."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "dimitra_studio"
LAYERS = [
    {"gui", "cli"},
    {"pipeline", "training", "evaluation"},
    {"render", "export"},
    {"audio", "face", "diffusion"},
    {"core"},
]
RANK = {package: rank for rank, layer in enumerate(LAYERS) for package in layer}
RANK["__main__"] = -1  # above them all
DOORS = {
    "gui": {"core", "pipeline"},
    "cli": {"core", "pipeline", "training", "evaluation"},
    "__main__": {"cli", "gui"},
}
ENGINE = {"audio", "face", "diffusion", "render", "pipeline", "training", "evaluation"}
ONLY_IN = {
    "PySide6": {"gui"},
    "pyqtgraph": {"gui"},
    "vispy": {"gui"},
    "sounddevice": {"gui"},
    "torch": ENGINE | {"__main__"},  # on Windows, before Qt
    "diffusers": {"diffusion"},
    "accelerate": {"training"},
    "mediapipe": {"face", "render"},  # faces; the backdrop of a portrait
    "pocketsphinx": {"audio"},
    "transformers": {"audio", "diffusion"},
    "open_clip": {"diffusion"},
}
HEAVY = ("torch", "mediapipe", "transformers", "diffusers")


def imports_of(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from (f"{module}.{alias.name}" for alias in node.names)


def may_import(here: str, there: str) -> bool:
    if here == there or here not in RANK or there not in RANK:
        return True
    return RANK[there] > RANK[here] and there in DOORS.get(here, {there})


def breaches(here: str, source: str) -> list[str]:
    """What the package ``here`` imports and may not."""
    found = []
    for name in imports_of(source):
        top, _, rest = name.partition(".")
        there = rest.partition(".")[0]
        if not top:
            found.append(f"{name}: imports are absolute")
        elif here not in ONLY_IN.get(top, {here}):
            found.append(f"{name}: only in {', '.join(sorted(ONLY_IN[top]))}")
        elif top == ROOT.name and not may_import(here, there):
            found.append(f"{name}: not from {here}")
    return found


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_down(path: Path) -> None:
    here = path.relative_to(ROOT).parts[0].removesuffix(".py")
    assert breaches(here, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("here", "source"),
    [
        ("core", "from PySide6.QtCore import QObject"),
        ("export", "def write():\n    import torch"),
        ("gui", "import torch.nn as nn"),
        ("pipeline", "import diffusers"),
        ("audio", "from dimitra_studio import pipeline"),
        ("face", "from dimitra_studio.diffusion.cmdt import CMDT"),
        ("render", "import dimitra_studio.export"),
        ("gui", "from dimitra_studio.diffusion import sampling"),
        ("gui", "from dimitra_studio import cli"),
        ("face", "from ..audio import decode"),
        ("pipeline", "from dimitra_studio.training.trainer import train"),
        ("evaluation", "import mediapipe"),
        ("training", "from dimitra_studio.pipeline.engine import Engine"),
        ("core", "from dimitra_studio.audio.decode import load_audio"),
        ("__main__", "from dimitra_studio.pipeline import engine"),
    ],
)
def test_guard_sees_a_breach(here: str, source: str) -> None:
    assert len(breaches(here, source)) == 1


def test_known_packages_are_in_the_layers() -> None:
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert packages <= set(RANK)


@pytest.mark.parametrize("package", ["gui", "cli"])
def test_starts_without_the_engine(package: str) -> None:
    """A window, or the help of a command, does not wait for torch and MediaPipe."""
    modules = [
        ".".join(path.relative_to(ROOT.parent).with_suffix("").parts)
        for path in (ROOT / package).rglob("*.py")
    ]
    code = f"import sys, {', '.join(modules)}; sys.exit(any(m in sys.modules for m in {HEAVY}))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT.parent, check=False)
    assert done.returncode == 0
