import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from dimitra_studio.core.edits import make_edit
from dimitra_studio.core.errors import AudioError, ProjectError
from dimitra_studio.core.motion import FPS, Motion
from dimitra_studio.core.project import (
    Media,
    Portrait,
    Project,
    active_motion,
    add_take,
    shown_motion,
)
from dimitra_studio.core.project_file import load_project, save_project
from dimitra_studio.core.rig import BFM, COMPONENTS, STUDIO
from dimitra_studio.core.take import Take
from dimitra_studio.core.timeline import Segment
from dimitra_studio.export.livelink import to_timecode
from dimitra_studio.pipeline.hand_over import Options, hand_over, prepare, prepare_motion
from dimitra_studio.pipeline.importing import (
    Imported,
    exact_rate,
    fit_notes,
    import_motion,
    to_take,
)
from tests.cli.materials import spoken as spoken_samples
from tests.cli.materials import write_sound
from tests.export.clips import clip

NTSC = 30_000 / 1001
RATES = [24, 25, NTSC, 30, 48, 60]


def project_of(motion: Motion) -> Project:
    take = Take("Take 1", motion, "generated", COMPONENTS, 0.0, motion.duration)
    return add_take(Project(name="Ada"), take)


def imported(motion: Motion, components: tuple[str, ...] = COMPONENTS) -> Imported:
    return Imported(motion, "file", components)


@pytest.mark.parametrize(
    ("kind", "ending", "tolerance"),
    [("npz", "npz", 0.0), ("csv", "csv", 0.0), ("json", "json", 0.0),
     ("livelink", "csv", 1e-6), ("a2f", "json", 1e-6)],
)  # fmt: skip
def test_out_at_25_and_in_again_is_equal(
    tmp_path: Path, kind: str, ending: str, tolerance: float
) -> None:
    project = project_of(clip(80))
    path = tmp_path / f"Slate_1_Ada.{ending}"
    hand_over(prepare(project), kind, path)
    brought = import_motion(path)
    take = to_take(project, brought, "Take 2")
    ours = project.takes[0].motion.curves
    np.testing.assert_allclose(take.motion.curves, ours, rtol=0, atol=tolerance)
    assert brought.components == COMPONENTS
    assert (take.origin, take.parent, take.start, take.end) == ("imported", "Take 1", 0.0, 3.2)
    assert take.components == brought.components


@pytest.mark.parametrize("fps", RATES)
def test_an_hour_does_not_drift(fps: float) -> None:
    """A tick every ten seconds, at its own rate, is found within half a frame of its time."""
    n_frames = round(3600 * fps)
    middles = (np.arange(n_frames) + 0.5) / fps
    ticks = np.arange(5.0, 3600.0, 10.0)
    bumps = bump_at(middles, ticks)
    curves = np.zeros((n_frames, len(STUDIO.channels)), np.float32)
    curves[:, STUDIO.column("jawOpen")] = bumps
    take = to_take(Project(), imported(Motion(curves, STUDIO, fps)), "Take 1")
    assert (len(take.motion), take.motion.fps) == (90_000, FPS)
    jaw = take.motion.channel("jawOpen").astype(float)
    for tick in ticks:
        near = slice(round((tick - 2) * FPS), round((tick + 2) * FPS))
        time = ((np.arange(near.start, near.stop) + 0.5) * jaw[near]).sum() / jaw[near].sum() / FPS
        assert abs(time - tick) < 0.5 / FPS / 10


def bump_at(times: NDArray[np.float64], ticks: NDArray[np.float64]) -> NDArray[np.float64]:
    """A smooth pulse a fifth of a second long at each tick."""
    nearest = ticks[np.clip(np.round((times - ticks[0]) / 10).astype(int), 0, len(ticks) - 1)]
    return np.exp(-(((times - nearest) / 0.1) ** 2))


@pytest.mark.parametrize("fps", RATES)
def test_hour_of_timecode_gives_the_exact_rate(tmp_path: Path, fps: float) -> None:
    with (tmp_path / "hour.csv").open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["Timecode", "BlendShapeCount", "JawOpen"])
        rows.writerows(
            (to_timecode(80_000 + k / fps), 61, k % 7 / 7) for k in range(round(3600 * fps))
        )
    motion = import_motion(tmp_path / "hour.csv").motion
    assert motion.fps == fps
    assert len(to_take(Project(), imported(motion), "Take 1").motion) == 90_000


def test_late_frames_keep_their_time_over_an_hour(tmp_path: Path) -> None:
    """A phone drops a frame in a hundred; what it saw at the end is still at the end."""
    kept = [k for k in range(60 * 3600) if k % 100 != 50]
    with (tmp_path / "hour.csv").open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["Timecode", "BlendShapeCount", "JawOpen"])
        rows.writerows((to_timecode(k / 60), 61, int(k >= 215_940)) for k in kept)
    brought = import_motion(tmp_path / "hour.csv")
    assert "Frames were lost or late" in brought.warnings[0]
    jaw = to_take(Project(), brought, "Take 1").motion.channel("jawOpen")
    assert len(jaw) == 90_000
    assert abs(np.argmax(jaw > 0.5) / FPS - 3599.0) <= 0.5 / FPS


def test_components_that_a_file_lacks_stay(tmp_path: Path) -> None:
    project = project_of(clip(50))
    still = Motion(np.zeros((50, 58), np.float32), STUDIO)
    hand_over(prepare_motion(still), "a2f", tmp_path / "a.json")
    brought = import_motion(tmp_path / "a.json")
    assert brought.components == ("lips", "expression")
    assert brought.warnings == ("The file has no channel of pose.",)
    take = to_take(project, brought, "Take 2")
    shown = shown_motion(add_take(project, take))
    assert shown is not None
    np.testing.assert_array_equal(shown.component("pose"), clip(50).component("pose"))
    assert not shown.component("lips").any()


def test_missing_channels_are_still_and_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("frame,time,jawOpen,ears,nose\n0,0,0.5,1,1\n1,0.04,0.5,1,1\n")
    brought = import_motion(tmp_path / "a.csv")
    assert brought.components == ("lips",)
    said = " ".join(brought.warnings)
    assert "no channel of expression and pose" in said
    assert "Missing in the file, and so 0: jawForward, mouthClose" in said
    assert "and 10 more" in said
    assert "no channel for ears, nose" in said


def test_longer_and_shorter_files_fit_the_recording() -> None:
    project = project_of(clip(50))
    long, short = imported(clip(80)), imported(replace(clip(80), curves=clip(80).curves[40:60]))
    take = to_take(project, long, "Long")
    np.testing.assert_array_equal(take.motion.curves, clip(80).curves[:50])
    assert fit_notes(project, long) == ("The file goes on 1.20 s after the recording's end.",)
    take = to_take(project, short, "Short", start=0.8)
    np.testing.assert_array_equal(take.motion.curves[20:40], clip(80).curves[40:60])
    np.testing.assert_array_equal(take.motion.curves[:20], clip(50).curves[:20])
    np.testing.assert_array_equal(take.motion.curves[40:], clip(50).curves[40:])
    assert (take.start, take.end) == (0.8, 1.6)
    (note,) = fit_notes(project, short, start=0.8)
    assert note == "The file ends 0.40 s early; the rest keeps the motion that it had."
    with pytest.raises(ProjectError, match=r"The recording ends at 2\.00 s, before"):
        to_take(project, short, "Late", start=2.0)


def test_a_frame_less_by_rounding_is_held() -> None:
    project = project_of(clip(50))
    brought = imported(replace(clip(50), curves=clip(50).curves[:49] * np.float32(0.5)))
    take = to_take(project, brought, "Take 2")
    np.testing.assert_array_equal(take.motion.curves[49], brought.motion.curves[48])
    assert fit_notes(project, brought) == ()


def test_first_take_is_as_long_as_the_recording(tmp_path: Path) -> None:
    sound = write_sound(tmp_path / "a.wav", spoken_samples(1.5))
    portrait_curves = np.linspace(0, 0.2, 58, dtype=np.float32)
    portrait = Portrait(Media("a.png", b""), np.zeros(3, np.float32), portrait_curves)
    project = Project(recording=Media.from_file(sound), portrait=portrait)
    take = to_take(project, imported(clip(10), ("lips", "expression")), "Take 1")
    assert len(take.motion) == 38
    np.testing.assert_array_equal(take.motion.curves[20, :52], clip(10).curves[9, :52])
    np.testing.assert_array_equal(take.motion.curves[20, 52:], portrait_curves[52:])
    assert set(add_take(project, take).active.values()) == {"Take 1"}


def test_length_that_is_known_is_not_looked_for() -> None:
    project = Project(recording=Media("damaged.wav", b"no sound"))
    take = to_take(project, imported(clip(10)), "Take 1", duration=1.5)
    assert len(take.motion) == 38
    (note,) = fit_notes(project, imported(clip(10)), duration=1.5)
    assert note == "The file ends 1.12 s early; the rest holds the last frame."
    with pytest.raises(AudioError, match=r"damaged\.wav"):
        to_take(project, imported(clip(10)), "Take 1")


def test_locked_components_are_left_alone() -> None:
    project = replace(project_of(clip(50)), locks=frozenset(["pose"]))
    brought = imported(Motion(np.zeros((50, 58), np.float32), STUDIO))
    take = to_take(project, brought, "Take 2")
    assert take.components == ("lips", "expression")
    np.testing.assert_array_equal(take.motion.component("pose"), clip(50).component("pose"))
    assert fit_notes(project, brought) == ("Locked, and so left as before: pose.",)
    with pytest.raises(ProjectError, match="file holds pose, which is locked; unlock it"):
        to_take(project, imported(brought.motion, ("pose",)), "Take 2")


def test_what_lies_over_takes_is_told() -> None:
    project = project_of(clip(50))
    curve = clip(50).channel("jawOpen")
    edit = make_edit(curve, curve + 1)
    assert edit is not None
    edited = replace(project, edits={"jawOpen": edit})
    assert "Edits by hand" in fit_notes(edited, imported(clip(50)))[0]
    assert fit_notes(edited, imported(clip(50), ("pose",))) == ()


def test_other_rigs_are_refused(tmp_path: Path) -> None:
    hand_over(prepare_motion(clip(5, rig=BFM)), "dreamtalk", tmp_path / "a.npy")
    brought = import_motion(tmp_path / "a.npy")
    with pytest.raises(ProjectError, match="is for the bfm rig, and the project for the studio"):
        to_take(project_of(clip(5)), brought, "Take 2")
    project = add_take(Project(), to_take(Project(), brought, "Take 1"))
    save_project(project, tmp_path / "a.dimitra")
    motion = active_motion(load_project(tmp_path / "a.dimitra"))
    assert motion is not None
    assert motion.rig == BFM


def test_rate_may_be_told(tmp_path: Path) -> None:
    hand_over(prepare_motion(clip(60, rig=BFM)), "dreamtalk", tmp_path / "a.npy")
    assert "25 fps" in import_motion(tmp_path / "a.npy").warnings[0]
    brought = import_motion(tmp_path / "a.npy", fps=29.97)
    assert (brought.motion.fps, brought.warnings) == (NTSC, ())
    assert [exact_rate(fps) for fps in (23.976, 59.94, 25, 24)] == [24_000 / 1001, 2 * NTSC, 25, 24]


def test_a_range_comes_back_to_its_place(tmp_path: Path) -> None:
    project = project_of(clip(100))
    hand_over(prepare(project, Options(segment=Segment(1.0, 2.0))), "npz", tmp_path / "a.npz")
    take = to_take(project, import_motion(tmp_path / "a.npz"), "Take 2", start=1.0)
    np.testing.assert_array_equal(take.motion.curves, clip(100).curves)


@pytest.mark.parametrize("ending", ["txt", "mp4", ""])
def test_unknown_endings_are_refused(tmp_path: Path, ending: str) -> None:
    with pytest.raises(ProjectError, match=r"has no known ending; it should be \.csv, .* or \."):
        import_motion(tmp_path / f"a.{ending}")
