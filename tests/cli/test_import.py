"""``import``: motion from other programs, from the words of a command line to a take."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dimitra_studio.cli.main import main
from dimitra_studio.core.motion_file import write_motion
from dimitra_studio.core.project import Project, add_take, shown_motion
from dimitra_studio.core.project_file import load_project, save_project
from dimitra_studio.core.rig import BFM, COMPONENTS
from dimitra_studio.core.take import Take
from dimitra_studio.export import EXPORTERS
from dimitra_studio.export.hand_over import HandOver
from tests.export.clips import clip

MOTION = clip(50)


@pytest.fixture
def talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with ``talk.dimitra`` of two seconds and ``new.csv`` of Live Link."""
    monkeypatch.chdir(tmp_path)
    take = Take("Take 1", MOTION, "generated", COMPONENTS, 0.0, 2.0)
    save_project(add_take(Project(name="Ada"), take), tmp_path / "talk.dimitra")
    halved = replace(MOTION, curves=MOTION.curves * np.float32(0.5))
    EXPORTERS["livelink"].write(HandOver(halved), tmp_path / "new.csv")
    write_motion(clip(5, rig=BFM), tmp_path / "bfm.npz")
    (tmp_path / "bad.csv").write_text("Timecode,BlendShapeCount,JawOpen\n00:00:00:00.000,61\n")
    return tmp_path


def test_a_file_becomes_a_take_that_is_shown(
    talk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "talk.dimitra", "new.csv", "-o", "talk.dimitra"]) == 0
    said = capsys.readouterr()
    assert said.out == "talk.dimitra\n"
    assert said.err == "Note: Missing in the file, and so 0: headX, headY, headZ.\n"
    project = load_project(talk / "talk.dimitra")
    assert [take.name for take in project.takes] == ["Take 1", "Take 2"]
    assert project.takes[1].origin == "imported"
    motion = shown_motion(project)
    assert motion is not None
    np.testing.assert_allclose(motion.curves[:, :55], MOTION.curves[:, :55] / 2, atol=1e-6)


def test_name_place_and_rate(talk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = "import talk.dimitra new.csv -o two.dimitra --name Bold --at 1 --fps 50"
    assert main(line.split()) == 0
    assert "Note: The file ends" not in capsys.readouterr().err  # 1 s at 50 fps, from 1 s on
    take = load_project(talk / "two.dimitra").take("Bold")
    assert (take.start, take.end, len(take.motion)) == (1.0, 2.0, 50)
    np.testing.assert_array_equal(take.motion.curves[:25], MOTION.curves[:25])
    np.testing.assert_allclose(
        take.motion.curves[25:, :52],
        (MOTION.curves[::2, :52] + MOTION.curves[1::2, :52]) / 4,
        atol=1e-6,
    )
    assert len(load_project(talk / "talk.dimitra").takes) == 1


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("talk.dimitra gone.csv -o out.dimitra", "gone.csv does not exist; check the name"),
        ("gone.dimitra new.csv -o out.dimitra", "gone.dimitra does not exist; check the name"),
        ("talk.dimitra new.csv -o out.npz", "out.npz has no known ending; end it in .dimitra"),
        ("talk.dimitra new.csv -o gone/out.dimitra", "The folder gone does not exist"),
        ("talk.dimitra talk.dimitra -o out.dimitra", "talk.dimitra has no known ending"),
        ("talk.dimitra bad.csv -o out.dimitra", "line 2 has 2 columns instead of 3"),
        ("talk.dimitra bfm.npz -o out.dimitra", "is for the bfm rig, and the project for the"),
        ("talk.dimitra new.csv -o out.dimitra --at 2", "The recording ends at 2.00 s"),
        ("talk.dimitra new.csv -o out.dimitra --name=", "A take cannot be called ''"),
    ],
)
def test_refusals(talk: Path, line: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path.name: path.read_bytes() for path in talk.iterdir()}
    assert main(["import", *line.split()]) == 1
    sentence = capsys.readouterr().err
    assert said in sentence
    assert (sentence.count("\n"), sentence[-2:]) == (1, ".\n")
    assert {path.name: path.read_bytes() for path in talk.iterdir()} == before


def test_a_name_that_is_taken_is_refused(talk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["import", "talk.dimitra", "new.csv", "-o", "out.dimitra", "--name", "Take 1"]
    assert main(words) == 1
    assert "cannot be called 'Take 1'" in capsys.readouterr().err


@pytest.mark.parametrize("options", ["--at -1", "--at soon", "--fps 0", "--fps 1000000"])
def test_wrong_usage(talk: Path, options: str, capsys: pytest.CaptureFixture[str]) -> None:
    line = f"import talk.dimitra new.csv -o out.dimitra {options}"
    assert main(line.split()) == 2
    assert "usage:" in capsys.readouterr().err
