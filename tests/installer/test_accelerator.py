import os
from pathlib import Path

import pytest

from installer.accelerator import drivers, has_cuda


def make_smi(folder: Path, script: str) -> None:
    path = folder / "nvidia-smi"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def test_each_gpu_answers_with_a_line() -> None:
    assert drivers("580.82.07\n580.82.07\n") == [580, 580]
    assert drivers("NVIDIA-SMI has failed because it couldn't communicate with the driver") == []


@pytest.mark.skipif(os.name == "nt", reason="the driver's answer is played by a shell script")
@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("echo 580.82.07", True),
        ("echo 470.57.02", False),
        ("echo no devices were found; exit 6", False),
    ],
)
def test_a_gpu_counts_when_its_driver_runs_the_locked_torch(
    script: str, expected: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_smi(tmp_path, script)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert has_cuda() is expected


def test_no_driver_no_cuda(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not has_cuda()
