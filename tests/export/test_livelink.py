"""Live Link Face CSV, read as Unreal's LiveLinkFaceImporter reads it."""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from dimitra_studio.core.errors import ProjectError
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.export.hand_over import HandOver
from dimitra_studio.export.head_note import KEY
from dimitra_studio.export.livelink import read_livelink, to_timecode, write_livelink
from tests.export.clips import clip, one_shape

SHAPES = STUDIO.channels[:52]
GOLDEN = (
    "Timecode,BlendShapeCount,EyeBlinkLeft,EyeLookDownLeft,EyeLookInLeft,EyeLookOutLeft,"
    "EyeLookUpLeft,EyeSquintLeft,EyeWideLeft,EyeBlinkRight,EyeLookDownRight,EyeLookInRight,"
    "EyeLookOutRight,EyeLookUpRight,EyeSquintRight,EyeWideRight,JawForward,JawRight,JawLeft,"
    "JawOpen,MouthClose,MouthFunnel,MouthPucker,MouthRight,MouthLeft,MouthSmileLeft,"
    "MouthSmileRight,MouthFrownLeft,MouthFrownRight,MouthDimpleLeft,MouthDimpleRight,"
    "MouthStretchLeft,MouthStretchRight,MouthRollLower,MouthRollUpper,MouthShrugLower,"
    "MouthShrugUpper,MouthPressLeft,MouthPressRight,MouthLowerDownLeft,MouthLowerDownRight,"
    "MouthUpperUpLeft,MouthUpperUpRight,BrowDownLeft,BrowDownRight,BrowInnerUp,"
    "BrowOuterUpLeft,BrowOuterUpRight,CheekPuff,CheekSquintLeft,CheekSquintRight,"
    "NoseSneerLeft,NoseSneerRight,TongueOut,HeadYaw,HeadPitch,HeadRoll,LeftEyeYaw,"
    "LeftEyePitch,LeftEyeRoll,RightEyeYaw,RightEyePitch,RightEyeRoll"
)
"""The one line of the specification that every reader holds a file to."""

TURNS = ("headPitch", "headYaw", "headRoll")


@dataclass(frozen=True)
class UnrealClip:
    """What the importer makes of a file: curves over seconds, and a subject."""

    subject: str
    times: list[float]
    curves: dict[str, list[float]]


def read_as_unreal(path: Path) -> UnrealClip:
    """The importer's rules: exact first names, equal widths, frames of a sixtieth of a second."""
    lines = path.read_text(encoding="utf-8").split("\n")
    assert lines.pop() == ""
    names = lines[0].split(",")
    if len(names) < 3 or names[:2] != ["Timecode", "BlendShapeCount"]:
        raise ValueError("not a Live Link Face file")
    times, curves = [], {name: [] for name in names[2:]}
    for line in lines[1:]:
        cells = line.split(",")
        if len(cells) != len(names):
            raise ValueError("column count")
        hours, minutes, seconds, frames = cells[0].split(":")
        times.append(int(hours) * 3600 + int(minutes) * 60 + int(seconds) + float(frames) / 60)
        for name, cell in zip(names[2:], cells[2:], strict=True):
            curves[name].append(float(cell))
    _slate, _take, subject = path.stem.split("_")[:3]
    return UnrealClip(subject, times, curves)


def pascal(name: str) -> str:
    return name[0].upper() + name[1:]


@pytest.mark.parametrize("fps", [24, 25, 30_000 / 1001, 30, 48, 60])
def test_unreal_reads_every_value_at_its_time(tmp_path: Path, fps: float) -> None:
    motion = clip(301, fps)
    path = tmp_path / "Talk_1_Ada.csv"
    write_livelink(HandOver(motion, timecode=3600.0), path)
    read = read_as_unreal(path)
    assert read.subject == "Ada"
    np.testing.assert_allclose(read.times, 3600 + np.arange(301) / fps, atol=1e-4)
    for name in SHAPES:
        np.testing.assert_allclose(read.curves[pascal(name)], motion.channel(name), atol=1e-9)
    for side in ("Left", "Right"):
        for angle in ("Yaw", "Pitch", "Roll"):
            assert not any(read.curves[f"{side}Eye{angle}"])


def test_first_line_and_first_row_are_these(tmp_path: Path) -> None:
    write_livelink(HandOver(one_shape("jawRight", 0.25)), tmp_path / "a.csv")
    first, second, third, *_ = (tmp_path / "a.csv").read_bytes().decode().split("\n")
    assert first == GOLDEN
    zeros = ["0.0000000000"] * 61
    zeros[15] = "0.2500000000"
    assert second == f"00:00:00:00.000,61,{','.join(zeros)}"
    assert third.startswith("00:00:00:02.400,61,")


@pytest.mark.parametrize("name", ["jawLeft", "mouthRight", "eyeLookInRight", "mouthSmileLeft"])
def test_sides_are_not_exchanged(tmp_path: Path, name: str) -> None:
    write_livelink(HandOver(one_shape(name, 0.7)), tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(newline="") as file:
        row = next(csv.DictReader(file))
    numbers = {key: float(cell) for key, cell in row.items() if key != "Timecode"}
    assert {key for key, value in numbers.items() if value} == {"BlendShapeCount", pascal(name)}


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (0, "00:00:00:00.000"),
        (0.5, "00:00:00:30.000"),
        (0.9999999, "00:00:01:00.000"),
        (59.9999999, "00:01:00:00.000"),
        (3599.96, "00:59:59:57.600"),
        (86_399.9999999, "00:00:00:00.000"),
    ],
)
def test_timecode_carries(seconds: float, expected: str) -> None:
    assert to_timecode(seconds) == expected


@pytest.mark.parametrize(
    ("channel", "column", "sign"),
    [("headYaw", "HeadYaw", -1), ("headPitch", "HeadPitch", -1), ("headRoll", "HeadRoll", 1)],
)
def test_one_turn_at_a_time_has_unreals_sign(
    tmp_path: Path, channel: str, column: str, sign: int
) -> None:
    write_livelink(HandOver(one_shape(channel, 0.3)), tmp_path / "Talk_1_Ada.csv")
    curves = read_as_unreal(tmp_path / "Talk_1_Ada.csv").curves
    assert curves[column] == pytest.approx([sign * 0.3] * 3)
    others = {"HeadYaw", "HeadPitch", "HeadRoll"} - {column}
    assert not np.any([curves[name] for name in others])


def test_combined_turns_are_the_rotation_of_a_rotator(tmp_path: Path) -> None:
    """Yaw after pitch after roll, about axes that turn along: scipy's capital letters."""
    motion = clip(20)
    write_livelink(HandOver(motion), tmp_path / "Talk_1_Ada.csv")
    curves = read_as_unreal(tmp_path / "Talk_1_Ada.csv").curves
    yaw, pitch, roll = (np.array(curves[f"Head{name}"]) for name in ("Yaw", "Pitch", "Roll"))
    theirs = Rotation.from_euler("YXZ", np.stack([-yaw, -pitch, roll], axis=1))
    ours = Rotation.from_euler("xyz", np.stack([motion.channel(name) for name in TURNS], axis=1))
    np.testing.assert_allclose(theirs.as_matrix(), ours.as_matrix(), atol=1e-6)


def test_what_does_not_fit_is_clipped_and_counted_or_told(tmp_path: Path) -> None:
    motion = clip(4)
    curves = motion.curves.copy()
    curves[1, STUDIO.column("jawOpen")] = 1.5
    curves[2, STUDIO.column("jawOpen")] = -0.5
    written = write_livelink(HandOver(Motion(curves, STUDIO)), tmp_path / "talk.csv")
    assert written.notes["clipped_samples"] == 2
    values = written.notes[KEY]["values"]
    np.testing.assert_allclose(values, curves[:, 55:], atol=1e-7)
    assert "MySlate_1_MyFace.csv" in written.notes["name_for_unreal"]
    with (tmp_path / "talk.csv").open(newline="") as file:
        assert [float(row["JawOpen"]) for row in csv.DictReader(file)][1:3] == [1, 0]
    assert "name_for_unreal" not in write_livelink(HandOver(motion), tmp_path / "A_1_B.csv").notes


@pytest.mark.parametrize("fps", [24, 25, 30_000 / 1001, 30, 48, 60])
def test_out_and_in_again(tmp_path: Path, fps: float) -> None:
    motion = clip(100, fps)
    write_livelink(HandOver(motion, timecode=86_398.0), tmp_path / "a.csv")
    read = read_livelink(tmp_path / "a.csv")
    assert read.motion.fps == fps
    assert (read.missing, read.ignored, read.notes) == (("headX", "headY", "headZ"), (), ())
    np.testing.assert_allclose(read.motion.curves[:, :55], motion.curves[:, :55], atol=1e-6)
    assert not read.motion.curves[:, 55:].any()


def rewrite(path: Path, change: Callable[[list[list[str]]], object]) -> Path:
    """Change the cells of a good file of 30 frames."""
    write_livelink(HandOver(clip(30)), path)
    rows = [line.split(",") for line in path.read_text().splitlines()]
    change(rows)
    path.write_text("".join(",".join(row) + "\n" for row in rows))
    return path


def test_columns_are_found_by_name(tmp_path: Path) -> None:
    def shuffle(rows: list[list[str]]) -> None:
        order = [0, 1, *np.random.default_rng(3).permutation(np.arange(2, 63)).tolist()]
        rows[:] = [[row[index] for index in order] for row in rows]
        rows[0] = [*rows[0][:2], *(name.upper() for name in rows[0][2:])]

    read = read_livelink(rewrite(tmp_path / "a.csv", shuffle))
    np.testing.assert_allclose(read.motion.curves[:, :55], clip(30).curves[:, :55], atol=1e-6)


def test_missing_and_unknown_columns_are_told(tmp_path: Path) -> None:
    def change(rows: list[list[str]]) -> None:
        rows[0][rows[0].index("TongueOut")] = "EarWiggle"

    read = read_livelink(rewrite(tmp_path / "a.csv", change))
    assert read.missing == ("tongueOut", "headX", "headY", "headZ")
    assert read.ignored == ("EarWiggle",)
    assert not read.motion.channel("tongueOut").any()


def test_rows_without_a_face_are_bridged(tmp_path: Path) -> None:
    def lose(rows: list[list[str]]) -> None:
        for row in rows[11:14]:
            row[1:] = ["0", *(["0.0"] * 61)]

    read = read_livelink(rewrite(tmp_path / "a.csv", lose))
    assert (len(read.motion), read.motion.fps) == (30, 25)
    assert "Frames were lost or late" in read.notes[0]
    before, inside, after = read.motion.channel("jawOpen")[[9, 11, 13]]
    assert inside == pytest.approx((before + after) / 2, abs=1e-6)
    np.testing.assert_allclose(
        read.motion.channel("jawOpen")[14:], clip(30).channel("jawOpen")[14:], atol=1e-5
    )


def cut_row(rows: list[list[str]]) -> None:
    del rows[-1][40:]


def back_in_time(rows: list[list[str]]) -> None:
    rows[5][0], rows[6][0] = rows[6][0], rows[5][0]


def set_cell(row: int, column: int, text: str) -> Callable[[list[list[str]]], None]:
    def change(rows: list[list[str]]) -> None:
        rows[row][column] = text

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (cut_row, "line 31 has 40 columns instead of 63"),
        (set_cell(0, 0, "timecode"), "does not begin with Timecode,BlendShapeCount"),
        (set_cell(0, 5, "eyeblinkleft"), "it names 'eyeblinkleft' twice"),
        (set_cell(4, 20, "nan"), "is not finite in frame 3"),
        (set_cell(4, 20, "1e300"), "is not finite in frame 3"),
        (set_cell(4, 20, "many"), "line 5 holds something that is no number"),
        (set_cell(4, 0, "12.5"), "'12.5' is no timecode"),
        (back_in_time, "its times do not rise at frame 5"),
        (lambda rows: rows.clear(), "it is empty"),
        (lambda rows: rows.__delitem__(slice(1, None)), "it holds no frame"),
    ],
)
def test_malformed_files_are_refused(
    tmp_path: Path, change: Callable[[list[list[str]]], object], said: str
) -> None:
    path = rewrite(tmp_path / "bad.csv", change)
    with pytest.raises(ProjectError) as caught:
        read_livelink(path)
    sentence = str(caught.value)
    assert said in sentence
    assert sentence.startswith("bad.csv cannot be read as a Live Link Face CSV: ")
    assert sentence.endswith(".")
