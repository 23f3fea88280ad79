"""An environment for Blender, in small: a wheel of one module stands for it, and no network."""

import hashlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from installer import blender_environment, virtual_environment
from installer.blender_environment import FOLDER, provide

needs_its_python = pytest.mark.skipif(
    blender_environment.PYTHON != virtual_environment.VERSION,
    reason="Blender's module is for another Python",
)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose lock names a package that lies beside it."""
    root, wheels = tmp_path / "a repository", tmp_path / "wheels"
    (root / "installer").mkdir(parents=True)
    (root / ".venv").mkdir()
    (root / "pyproject.toml").touch()
    wheels.mkdir()
    with zipfile.ZipFile(wheels / "bpy-4.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("bpy.py", "NAME = 'small'\n")
        info = "bpy-4.0.dist-info"
        wheel.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: bpy\nVersion: 4.0\n")
        wheel.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr(f"{info}/RECORD", "")
    known = hashlib.sha256((wheels / "bpy-4.0-py3-none-any.whl").read_bytes()).hexdigest()
    lock(root, f"bpy==4.0 --hash=sha256:{known}\n")
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(wheels))
    return root


def lock(root: Path, text: str) -> None:
    (root / "installer" / "lock-blender.txt").write_text(text)


@needs_its_python
def test_it_is_made_once_and_mended(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    python = provide(root)
    assert python is not None
    words = [str(python), "-c", "import bpy; print(bpy.NAME)"]
    assert subprocess.run(words, check=True, capture_output=True).stdout.strip() == b"small"
    assert "Setting up .venv-blender" in capsys.readouterr().err
    assert provide(root) == python
    assert capsys.readouterr().err == ""
    module = next((root / FOLDER).rglob("bpy.py"))
    next((root / FOLDER).rglob("bpy-4.0.dist-info/RECORD")).unlink()  # as if it was interrupted
    module.unlink()
    assert provide(root) == python
    assert module.is_file()


@needs_its_python
def test_what_the_registry_lacks_is_said_and_left_out(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lock(root, "bpy==9.9 --hash=sha256:00\n")
    assert provide(root) is None
    said = capsys.readouterr().err
    assert "The tests with Blender are left out. Installing Blender failed: " in said
    assert not (root / FOLDER).exists()
    assert "bpy==9.9" in (root / ".venv" / "install.log").read_text(encoding="utf-8")


def test_other_pythons_and_other_checkouts_go_without(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(virtual_environment, "VERSION", "3.99")
        assert provide(root) is None
    (root / "installer" / "lock-blender.txt").unlink()
    assert provide(root) is None
    assert not (root / FOLDER).exists()


def test_full_disk_is_said(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(virtual_environment, "VERSION", blender_environment.PYTHON)
    monkeypatch.setattr(blender_environment, "NEEDED_GB", float(sys.maxsize))
    assert provide(root) is None
    assert not (root / FOLDER).exists()
