"""The command line where it needs no networks: usage, errors, exit codes."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from dimitra_studio import __version__
from dimitra_studio.cli import COMMANDS
from dimitra_studio.cli.main import main
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.motion_file import read_motion, write_motion
from dimitra_studio.core.project import Project, add_take
from dimitra_studio.core.project_file import save_project
from dimitra_studio.core.rig import COMPONENTS, STUDIO
from dimitra_studio.core.take import Take

MOTION = Motion(np.random.default_rng(0).uniform(0, 1, (50, 58)).astype(np.float32), STUDIO)


@pytest.fixture
def curves(tmp_path: Path) -> Path:
    write_motion(MOTION, tmp_path / "curves.npz")
    return tmp_path / "curves.npz"


def sentence(capsys: pytest.CaptureFixture[str]) -> str:
    """The one line that stands on stderr."""
    lines = capsys.readouterr().err.strip().splitlines()
    assert len(lines) == 1
    assert "Traceback" not in lines[0]
    return lines[0]


@pytest.mark.parametrize("name", COMMANDS)
def test_help_shows_examples(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    assert f"dimitra-studio {name}" in capsys.readouterr().out.split("examples:")[1]


def test_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"dimitra-studio {__version__}\n"


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["dance"],
        ["render", "face.png", "speech.wav"],
        ["generate", "speech.wav", "-o", "out.npz", "--components", "ears"],
        ["generate", "speech.wav", "-o", "out.npz", "--segment", "3:1"],
        ["generate", "speech.wav", "-o", "out.npz", "--steps", "0"],
        ["generate", "speech.wav", "-o", "out.npz", "--seed", "-1"],
        ["generate", "speech.wav", "-o", "out.npz", "--device", "abacus"],
        ["render", "face.png", "speech.wav", "-o", "out.mp4", "--lips", "nan"],
    ],
)
def test_wrong_usage_is_exit_code_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    assert "usage:" in capsys.readouterr().err


def test_curves_are_exported(curves: Path, tmp_path: Path) -> None:
    assert main(["export", str(curves), "--to", "csv", "-o", str(tmp_path / "out.csv")]) == 0
    assert len((tmp_path / "out.csv").read_text().splitlines()) == 51


def test_exported_rate_is_the_one_asked_for(curves: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.npz"
    assert main(["export", str(curves), "--to", "npz", "-o", str(out), "--fps", "30"]) == 0
    again = read_motion(out)
    assert (again.fps, len(again)) == (30, 60)


def test_project_exports_what_it_shows(tmp_path: Path) -> None:
    take = Take("Take 1", MOTION, "generated", COMPONENTS, 0.0, 2.0)
    save_project(add_take(Project(), take), tmp_path / "clip.dimitra")
    out = tmp_path / "out.npz"
    assert main(["export", str(tmp_path / "clip.dimitra"), "--to", "npz", "-o", str(out)]) == 0
    np.testing.assert_array_equal(read_motion(out).curves, MOTION.curves)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["export", "gone.npz", "--to", "csv", "-o", "out.csv"], "gone.npz does not exist"),
        (["export", "gone.dimitra", "--to", "csv", "-o", "out.csv"], "gone.dimitra does not exist"),
        (
            ["export", "x.npz", "--to", "csv", "-o", "gone/out.csv"],
            "The folder gone does not exist",
        ),
        (["export", "x.npz", "--to", "fbx5", "-o", "out.fbx"], "'fbx5' is not a known format"),
        (["align", "speech.wav", "hi", "-o", "out.doc"], "out.doc has no known ending"),
        (["render", "face.png", "-o", "out.mp4"], "There is no recording"),
        (["render", "face.png", "gone.wav", "-o", "out.mp4"], "gone.wav does not exist"),
        (["generate", "gone.wav", "-o", "out.npz"], "gone.wav does not exist"),
        (["render", "gone.dimitra", "-o", "out.mp4"], "gone.dimitra does not exist"),
    ],
)
def test_refusal_is_one_sentence(
    words: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(words) == 1
    assert said in sentence(capsys)
    assert list(tmp_path.iterdir()) == []


def test_refusal_is_json_on_request(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["export", str(tmp_path / "gone.npz"), "--to", "csv", "-o", str(tmp_path / "out.csv")]
    assert main([*words, "--json-progress"]) == 1
    assert "gone.npz does not exist" in json.loads(sentence(capsys))["error"]


def test_project_without_a_take_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save_project(Project(), tmp_path / "empty.dimitra")
    out = tmp_path / "out.csv"
    assert main(["export", str(tmp_path / "empty.dimitra"), "--to", "csv", "-o", str(out)]) == 1
    assert "has no motion to export; generate a take first" in sentence(capsys)


def test_help_needs_no_torch() -> None:
    code = (
        "import sys; from dimitra_studio.cli.main import main; main(['--help']);"
        "sys.exit(any(name in sys.modules for name in ('torch', 'mediapipe', 'PySide6')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0
