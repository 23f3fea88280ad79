"""``export``: every format and option, from words of a command line to numbers in a file."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from dimitra_studio.cli.main import main
from dimitra_studio.core.motion_file import read_motion
from dimitra_studio.core.project import Project, add_take
from dimitra_studio.core.project_file import load_project, save_project
from dimitra_studio.core.rig import COMPONENTS
from dimitra_studio.core.take import Take
from dimitra_studio.export import EXPORTERS
from tests.export.clips import clip, spoken

QUICK = [name for name, row in EXPORTERS.items() if row.group != "character"]
MOTION = clip(50)


@pytest.fixture
def talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with ``talk.dimitra``: two seconds, and words in the first."""
    monkeypatch.chdir(tmp_path)
    take = Take("Take 1", MOTION, "generated", COMPONENTS, 0.0, 2.0)
    speech = spoken().transcript
    assert speech is not None
    project = Project(name="Ada", transcript=replace(speech, duration=2.0))
    save_project(add_take(project, take), tmp_path / "talk.dimitra")
    return tmp_path


def curves_after(options: str) -> NDArray[np.float32]:
    words = f"export talk.dimitra --to npz -o out.npz {options}".split()
    assert main(words) == 0
    return read_motion(Path("out.npz")).curves


def columns(component: str) -> list[int]:
    return MOTION.rig.columns(component)


@pytest.mark.parametrize("name", [name for name in QUICK if "studio" in EXPORTERS[name].rigs])
def test_every_format_of_curves(talk: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = f"out{EXPORTERS[name].suffix}"
    assert main(["export", "talk.dimitra", "--to", name, "-o", out]) == 0
    assert capsys.readouterr().out == f"{out}\n"
    assert (talk / out).stat().st_size > 30
    manifest = json.loads((talk / f"{out}.manifest.json").read_text(encoding="utf-8"))
    assert (manifest["project"], manifest["takes"][0]["take"]) == ("Ada", "Take 1")


def test_segment_and_rate(talk: Path) -> None:
    np.testing.assert_array_equal(curves_after("--segment 0.4:1"), MOTION.curves[10:25])
    curves_after("--fps 29.97")
    assert read_motion(Path("out.npz")).fps == 30_000 / 1001


def test_components_and_head(talk: Path) -> None:
    lips = curves_after("--components lips")
    np.testing.assert_array_equal(lips[:, columns("lips")], MOTION.component("lips"))
    assert not lips[:, columns("expression") + columns("pose")].any()
    still = curves_after("--no-head")
    np.testing.assert_array_equal(still[:, :52], MOTION.curves[:, :52])
    assert not still[:, 52:].any()


def test_gain_and_offset(talk: Path) -> None:
    curves = curves_after("--gain lips=1.5 --gain pose=0.5 --offset jawOpen=-0.25")
    expected = MOTION.curves.copy()
    expected[:, columns("lips")] *= 1.5
    expected[:, columns("pose")] *= 0.5
    expected[:, MOTION.rig.column("jawOpen")] -= 0.25
    np.testing.assert_allclose(curves, expected, atol=1e-6)


def test_timecode_and_preset(talk: Path) -> None:
    line = "export talk.dimitra --to livelink -o S_1_A.csv --preset unreal --timecode 10:00:00:12"
    assert main(line.split()) == 0
    with (talk / "S_1_A.csv").open(newline="") as file:
        assert next(csv.DictReader(file))["Timecode"] == "10:00:00:28.800"  # 12/25 of a second
    manifest = json.loads((talk / "S_1_A.csv.manifest.json").read_text())
    assert manifest["conventions"] == "Unreal Engine"
    assert manifest["timecode_start"] == 36_000.48


def test_a_file_of_motion_goes_from_format_to_format(talk: Path) -> None:
    assert main(["export", "talk.dimitra", "--to", "livelink", "-o", "S_1_A.csv"]) == 0
    assert main(["export", "S_1_A.csv", "--to", "json", "-o", "out.json"]) == 0
    document = json.loads((talk / "out.json").read_text())
    assert document["project"] == "S_1_A"
    np.testing.assert_allclose(document["curves"]["jawLeft"], MOTION.channel("jawLeft"), atol=1e-6)


@pytest.mark.parametrize("name", ["textgrid", "srt", "words", "rhubarb"])
def test_words_need_no_take(talk: Path, name: str) -> None:
    project = load_project(talk / "talk.dimitra")
    save_project(replace(project, takes=(), active={}), talk / "words.dimitra")
    for source, segment in (("talk", ""), ("words", ""), ("talk", "--segment 0.2:0.8")):
        line = f"export {source}.dimitra --to {name} -o {source}{len(segment)}.out {segment}"
        assert main(line.split()) == 0
    assert (talk / "talk0.out").read_bytes() == (talk / "words0.out").read_bytes()
    assert (talk / "talk0.out").read_bytes() != (talk / "talk17.out").read_bytes()


def test_curves_need_a_take(talk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = load_project(talk / "talk.dimitra")
    save_project(replace(project, takes=(), active={}), talk / "words.dimitra")
    assert main(["export", "words.dimitra", "--to", "npz", "-o", "out.npz"]) == 1
    assert "has no motion to export; generate a take first" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("--to maya -o out.ma", "'maya' is not a known format; choose npz, csv, json, livelink"),
        ("--to dreamtalk -o out.npy --bfm gone.mat", "gone.mat does not exist"),
        (
            "--to npz -o out.npz --segment 5:6",
            "The range lies after the end of the motion (2.00 s)",
        ),
        ("--to npz -o out.npz --offset ears=1", "The studio rig has no channel ears"),
        ("--to npz -o out.npz --timecode 00:00:00:25", "has frame 25, but a second of the output"),
        ("--to rhubarb -o out.tsv --segment 1:2", "the transcript has none in this range"),
        ("--to srt -o out.srt --segment 1:2", "Nothing is said in this range; choose another one"),
    ],
)
def test_refusals(talk: Path, line: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "talk.dimitra", *line.split()]) == 1
    sentence = capsys.readouterr().err
    assert said in sentence
    assert (sentence.count("\n"), sentence[-2:]) == (1, ".\n")
    assert [path.name for path in talk.iterdir()] == ["talk.dimitra"]


@pytest.mark.parametrize(
    "options",
    ["--gain teeth=1", "--gain lips", "--gain lips=-1", "--gain lips=nan", "--offset =1",
     "--offset jawOpen=x", "--offset jawOpen=inf", "--timecode 1:2:3", "--timecode 24:00:00:00",
     "--timecode 00:60:00:00", "--preset houdini", "--components ears"],
)  # fmt: skip
def test_wrong_usage(talk: Path, options: str, capsys: pytest.CaptureFixture[str]) -> None:
    line = f"export talk.dimitra --to npz -o out.npz {options}"
    assert main(line.split()) == 2
    assert "usage:" in capsys.readouterr().err


def test_help_lists_the_formats(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--help"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    for name, row in EXPORTERS.items():
        assert f"{name}: {row.title}" in shown
