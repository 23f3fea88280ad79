"""Every command on good input, and what it leaves read back."""

import csv
import json
from itertools import groupby
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image
from praatio import textgrid

from dimitra_studio.audio.timing_files import read_json
from dimitra_studio.core.motion import FPS, count_frames
from dimitra_studio.core.motion_file import read_motion
from dimitra_studio.core.paths import SAMPLE
from dimitra_studio.core.project import shown_motion
from dimitra_studio.core.project_file import load_project
from dimitra_studio.core.rig import COMPONENTS, STUDIO
from dimitra_studio.core.take import MOST_STEPS
from dimitra_studio.diffusion.sampling import make_scheduler
from dimitra_studio.render.video import write_video
from tests.cli.conftest import STAGES, Run, finish, start, with_quick_options
from tests.cli.materials import portrait, spoken, track_durations, write_sound


@pytest.fixture
def second(folder: Path) -> Path:
    """A recording of a second with a few words."""
    return write_sound(folder / "second.wav", spoken(1.0))


@pytest.fixture
def video(folder: Path) -> Path:
    """Half a second of a face that moves to the side."""
    picture = portrait().resize((320, 320))
    frames = []
    for step in range(13):
        frame = Image.new("RGB", (360, 320), "grey")
        frame.paste(picture, (2 * step, 0))
        frames.append(np.asarray(frame))
    write_sound(folder / "sound.wav", spoken(0.5), rate=48_000)
    write_video(folder / "film.mp4", frames, audio=folder / "sound.wav")
    return folder / "film.mp4"


def test_demo_leaves_video_project_and_curves(folder: Path, run: Run) -> None:
    outcome = run("demo -o made/by-demo")
    assert outcome.code == 0, outcome.err
    made = folder / "made" / "by-demo"
    assert sorted(path.name for path in made.iterdir()) == [
        "demo.csv",
        "demo.csv.manifest.json",
        "demo.dimitra",
        "demo.mp4",
    ]
    for path in made.iterdir():
        assert str(path.resolve()) in outcome.out
    project = load_project(made / "demo.dimitra")
    motion = shown_motion(project)
    assert motion is not None
    assert project.transcript is not None
    assert project.transcript.text.split() == (SAMPLE / "speech.txt").read_text().split()
    picture, sound = track_durations(made / "demo.mp4")
    assert picture == pytest.approx(len(motion) / FPS, abs=1e-3)
    assert sound == pytest.approx(picture, abs=1e-3)
    with (made / "demo.csv").open(newline="") as file:
        header, *rows = csv.reader(file)
    assert tuple(header[2:]) == STUDIO.channels
    np.testing.assert_array_equal(np.array(rows)[:, 2:].astype(np.float32), motion.curves)


def test_terminal_shows_stages_alone(folder: Path, small_weights: Path) -> None:
    """Not what the libraries below write to standard error, which only a real process shows."""
    line = "render face.png speech.wav -o out.mp4 --transcript @words.txt"
    outcome = finish(start(with_quick_options(line, small_weights)))
    assert (outcome.code, outcome.out) == (0, "out.mp4\n")
    assert set(outcome.err) <= STAGES
    assert [name for name, _ in groupby(outcome.err)] == list(outcome.err)


def test_json_progress_is_one_object_a_line(second: Path, run: Run) -> None:
    text = "Grandfather bought yellow"  # is not what is said, so that there is a note
    outcome = run(f'render face.png second.wav -o out.mp4 --transcript "{text}" --json-progress')
    assert outcome.code == 0, outcome.err
    reports = [json.loads(line) for line in outcome.err]
    assert [set(report) for report in reports if "stage" not in report] == [{"note"}]
    stages = [report for report in reports if "stage" in report]
    names = [name for name, _ in groupby(report["stage"] for report in stages)]
    assert names == [
        "Looking at the portrait",
        "Aligning the transcript",
        "Generating motion",
        "Writing the video",
    ]
    for _, group in groupby(stages, key=lambda report: report["stage"]):
        shares = [report["done"] / report["total"] for report in group if report["total"]]
        assert shares == sorted(shares)
        assert all(0 <= share <= 1 for share in shares)
        if shares:
            assert shares[-1] == 1


def test_segment_generated_anew_leaves_the_rest_bit_identical(second: Path, run: Run) -> None:
    assert run("generate second.wav --portrait face.png -o talk.dimitra --steps 4").code == 0
    line = "generate talk.dimitra -o talk.dimitra --segment 0.4:0.6 --components lips --seed 7"
    outcome = run(line)
    assert outcome.code == 0, outcome.err
    project = load_project(Path("talk.dimitra"))
    before, after = (take.motion for take in project.takes)
    changed = before.curves != after.curves
    assert changed[10:15][:, STUDIO.columns("lips")].any()
    changed[10:15, STUDIO.columns("lips")] = False
    assert not changed.any()
    assert project.active["lips"] == project.takes[1].name
    assert project.active["pose"] == project.takes[0].name


def test_one_component_needs_its_own_weights_alone(
    folder: Path, small_weights: Path, run: Run
) -> None:
    (folder / "mine").mkdir()
    lips = "lips.safetensors"
    (folder / "mine" / lips).write_bytes((small_weights / lips).read_bytes())
    outcome = run("generate speech.wav -o out.npz --weights mine --components lips")
    assert outcome.code == 0, outcome.err
    motion = read_motion(folder / "out.npz")
    assert np.ptp(motion.component("lips"), axis=0).any()
    assert not motion.component("pose").any()


def test_project_is_rendered_with_its_strengths(second: Path, folder: Path, run: Run) -> None:
    assert run("generate second.wav -o talk.dimitra --pose 0").code == 0
    assert run("render talk.dimitra -o talk.mp4 --renderer mesh --fps 12.5").code == 0
    picture, sound = track_durations(folder / "talk.mp4")
    assert picture == pytest.approx(1.0, abs=0.08)
    assert sound == pytest.approx(picture, abs=1e-3)
    assert run("export talk.dimitra --to npz -o talk.npz").code == 0
    motion = read_motion(folder / "talk.npz")
    assert not np.ptp(motion.component("pose"), axis=0).any()
    assert np.ptp(motion.component("lips"), axis=0).any()


def test_project_without_a_portrait_is_refused_by_the_portrait_renderer(
    folder: Path, run: Run
) -> None:
    assert run("generate speech.wav -o talk.dimitra").code == 0
    assert "has no portrait" in run("render talk.dimitra -o talk.mp4").refusal
    assert not (folder / "talk.mp4").exists()


def test_alignment_is_read_by_another_library_and_used(second: Path, run: Run) -> None:
    assert run('align second.wav "Hello! I am" -o times.TextGrid').code == 0
    grid = textgrid.openTextgrid("times.TextGrid", includeEmptyIntervals=False)
    words = [entry.label for entry in grid.getTier("words").entries]
    assert words == ["Hello!", "I", "am"]
    outcome = run("generate second.wav -o talk.dimitra --transcript @times.TextGrid")
    assert (outcome.code, outcome.notes) == (0, [])
    transcript = load_project(Path("talk.dimitra")).transcript
    assert transcript is not None
    assert transcript.text == "Hello! I am"


def test_alignment_as_json_keeps_everything(second: Path, run: Run) -> None:
    assert run('align second.wav "Hello! I am" -o times.json').code == 0
    assert run("align second.wav @times.json -o again.json").code == 0
    assert read_json(Path("times.json")) == read_json(Path("again.json"))


@pytest.mark.parametrize("name", ["times.srt", "times.vtt"])
def test_alignment_as_subtitles_is_read_by_another_library(
    name: str, second: Path, run: Run
) -> None:
    assert run(f'align second.wav "Hello! I am" -o {name}').code == 0
    with av.open(name) as container:
        (packet,) = [packet for packet in container.demux() if packet.pts is not None]
    assert bytes(packet) == b"Hello! I am"
    assert 0 <= packet.pts * packet.time_base < (packet.pts + packet.duration) * packet.time_base
    outcome = run(f"align second.wav @{name} -o again.json")
    assert (outcome.code, read_json(Path("again.json")).text) == (0, "Hello! I am")


def test_times_of_another_recording_are_noted(second: Path, run: Run) -> None:
    assert run("align second.wav Hello -o times.json").code == 0
    write_sound(Path("longer.wav"), spoken(2.0))
    outcome = run("generate longer.wav -o out.npz --transcript @times.json")
    assert outcome.code == 0
    assert "check that they belong together" in outcome.notes[0]
    assert len(read_motion(Path("out.npz"))) == count_frames(2.0)


def test_video_is_tracked(video: Path, folder: Path, run: Run) -> None:
    outcome = run("track film.mp4 -o film.npz")
    assert (outcome.code, outcome.out) == (0, "film.npz\n"), outcome.err
    motion = read_motion(folder / "film.npz")
    assert motion.rig == STUDIO
    assert len(motion) == 13
    side = motion.channel("headX")
    assert np.corrcoef(side, np.arange(13))[0, 1] > 0.95  # the person's left is on our right


def test_video_against_itself_is_perfect(video: Path, folder: Path, run: Run) -> None:
    outcome = run("evaluate film.mp4 film.mp4 --json figures.json")
    assert outcome.code == 0, outcome.err
    figures = json.loads((folder / "figures.json").read_text())
    assert figures["tracks"]["seen_generated"] == 1.0
    assert figures["landmarks"]["f_lmd"] == pytest.approx(0.0, abs=1e-9)
    assert figures["pictures"]["ssim"] == pytest.approx(1.0)
    assert "SSIM" in outcome.out


def test_models_lists_what_ships(run: Run) -> None:
    outcome = run("models")
    assert outcome.code == 0, outcome.err
    assert sum(line.startswith("ok") for line in outcome.out.splitlines()) >= len(COMPONENTS)


def test_doctor_finds_this_machine_sound(run: Run) -> None:
    outcome = run("doctor")
    assert outcome.code == 0, outcome.out
    assert "MISSING" not in outcome.out


def test_steps_are_limited_by_the_noise_schedule(run: Run) -> None:
    assert make_scheduler().config.num_train_timesteps == MOST_STEPS
    assert run(f"generate speech.wav -o out.npz --steps {MOST_STEPS + 1}").code == 2


@pytest.mark.parametrize(
    "option",
    ["--seed 1e3", "--seed 99999999999999999999", "--steps 1.5", "--guidance nan", "--pose inf",
     "--lips -1", "--guidance 1e30", "--fps nan", "--fps 1e9", "--fps 0", "--segment nan:1",
     "--rig ears", "--device cpu:3", "--components ''", "--renderer oil"],
)  # fmt: skip
@pytest.mark.parametrize("command", ["render face.png speech.wav -o out.mp4"])
def test_senseless_options_are_wrong_usage(
    command: str, option: str, folder: Path, run: Run
) -> None:
    outcome = run(f"{command} {option}")
    assert outcome.code == 2
    assert not (folder / "out.mp4").exists()


def test_reader_that_leaves_early_is_no_error(folder: Path, run: Run) -> None:
    assert run("generate speech.wav -o curves.npz").code == 0
    process = start(["export", "curves.npz", "--to", "csv", "-o", "out.csv"])
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    with process.stderr as errors:
        said = errors.read()
    process.wait(timeout=60)
    assert said == ""
    assert len((folder / "out.csv").read_text().splitlines()) == 1 + count_frames(0.4)
