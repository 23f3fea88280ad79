"""``import``: motion from other programs, from the words of a command line to a take."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dimitra_studio.cli.main import main
from dimitra_studio.core.motion_file import write_motion
from dimitra_studio.core.paths import SAMPLE
from dimitra_studio.core.project import Media, Project, add_take, shown_motion
from dimitra_studio.core.project_file import load_project, save_project
from dimitra_studio.core.rig import BFM, COMPONENTS
from dimitra_studio.core.take import Take
from dimitra_studio.export import EXPORTERS
from dimitra_studio.export.hand_over import HandOver
from dimitra_studio.pipeline.files import write_timing
from tests.export.clips import clip, spoken

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
    assert said.err == "Note: Missing in the file, and so 0: headX, headY, headZ.\n"  # no manifest
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
        (
            "talk.dimitra bfm.npz -o out.dimitra",
            "which only its makers may give away; register for",
        ),
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


@pytest.mark.parametrize("ending", ["TextGrid", "json", "srt", "vtt"])
def test_words_that_were_corrected_come_back(talk: Path, ending: str) -> None:
    speech = spoken(2.0).transcript
    assert speech is not None
    write_timing(speech, talk / f"words.{ending}")
    line = f"import talk.dimitra words.{ending} -o two.dimitra"
    assert main(line.split()) == 0
    before, after = load_project(talk / "talk.dimitra"), load_project(talk / "two.dimitra")
    assert after.transcript is not None
    assert after.transcript.text == "map hi"
    if ending in ("TextGrid", "json"):  # subtitles have the times of lines
        assert after.transcript == speech
    np.testing.assert_array_equal(after.takes[0].motion.curves, before.takes[0].motion.curves)
    assert (len(after.takes), after.name, after.active) == (1, before.name, before.active)


def test_lines_are_looked_for_in_the_recording(
    talk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sound = Media.from_file(SAMPLE / "speech.flac")
    text = (SAMPLE / "speech.txt").read_text(encoding="utf-8").split()
    save_project(Project(name="Ada", recording=sound), talk / "ada.dimitra")
    (talk / "ada.srt").write_text(f"1\n00:00:00,000 --> 00:00:03,000\n{' '.join(text)}\n")
    assert main(["import", "ada.dimitra", "ada.srt", "-o", "ada.dimitra"]) == 0
    assert capsys.readouterr().err == ""
    transcript = load_project(talk / "ada.dimitra").transcript
    assert transcript is not None
    assert transcript.text.split() == text
    placed = [word for word in transcript.words if word.source == "aligned"]
    assert len(placed) > len(text) / 2
    (talk / "late.srt").write_text("1\n00:01:00,000 --> 00:01:03,000\nToo late\n")
    assert main(["import", "ada.dimitra", "late.srt", "-o", "late.dimitra"]) == 0
    assert "check that they belong together" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--name Words", "--at 1", "--fps 25"])
def test_words_are_no_take(talk: Path, option: str, capsys: pytest.CaptureFixture[str]) -> None:
    (talk / "words.srt").write_text("1\n00:00:00,000 --> 00:00:01,000\nHello\n")
    assert main(f"import talk.dimitra words.srt -o two.dimitra {option}".split()) == 1
    assert "leave out --name, --at and --fps" in capsys.readouterr().err
    assert not (talk / "two.dimitra").exists()
