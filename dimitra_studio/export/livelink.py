"""Live Link Face CSV: what Epic's app records and Unreal's importer reads.

Source: Live Link Face app 1.x, "Blendshape CSV"; LiveLinkFaceImporter of Unreal Engine 5.
"""

import re
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.files import replacing
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.rig import POSE_CHANNELS, STUDIO
from dimitra_studio.export.hand_over import HandOver, Written
from dimitra_studio.export.head_note import head_note, with_head
from dimitra_studio.export.limits import within_limits
from dimitra_studio.export.reading import (
    MalformedError,
    Read,
    on_grid,
    reading,
    to_motion,
)
from dimitra_studio.export.texts import read_table, to_numbers
from dimitra_studio.export.unreal_angles import from_unreal, to_unreal

HEADER = (
    "Timecode,BlendShapeCount,EyeBlinkLeft,EyeLookDownLeft,EyeLookInLeft,EyeLookOutLeft,"
    "EyeLookUpLeft,EyeSquintLeft,EyeWideLeft,EyeBlinkRight,EyeLookDownRight,EyeLookInRight,"
    "EyeLookOutRight,EyeLookUpRight,EyeSquintRight,EyeWideRight,JawForward,JawRight,JawLeft,"
    "JawOpen,MouthClose,MouthFunnel,MouthPucker,MouthRight,MouthLeft,MouthSmileLeft,"
    "MouthSmileRight,MouthFrownLeft,MouthFrownRight,MouthDimpleLeft,MouthDimpleRight,"
    "MouthStretchLeft,MouthStretchRight,MouthRollLower,MouthRollUpper,MouthShrugLower,"
    "MouthShrugUpper,MouthPressLeft,MouthPressRight,MouthLowerDownLeft,MouthLowerDownRight,"
    "MouthUpperUpLeft,MouthUpperUpRight,BrowDownLeft,BrowDownRight,BrowInnerUp,BrowOuterUpLeft,"
    "BrowOuterUpRight,CheekPuff,CheekSquintLeft,CheekSquintRight,NoseSneerLeft,NoseSneerRight,"
    "TongueOut,HeadYaw,HeadPitch,HeadRoll,LeftEyeYaw,LeftEyePitch,LeftEyeRoll,RightEyeYaw,"
    "RightEyePitch,RightEyeRoll"
)
"""The first line of every file; jaw and mouth go right before left, unlike anywhere else."""

COLUMNS = tuple(HEADER.split(","))
_LEADING = COLUMNS[:2]
_SHAPES = tuple(name[0].lower() + name[1:] for name in COLUMNS[2:54])
_HEAD = ("headYaw", "headPitch", "headRoll")  # as the file orders them
_ANGLES, _PLACE = POSE_CHANNELS[:3], POSE_CHANNELS[3:]
_EYES = frozenset(name.casefold() for name in COLUMNS[57:])
_COUNT = 61  # shapes and angles; readers skip a row that says 0

_BASE = 60  # of the frames in a timecode, whatever the rate
_TICKS = _BASE * 1000  # a second; the smallest step of a timecode
_TIMECODE = re.compile(r"(\d{1,2}):(\d{2}):(\d{2}):(\d{1,2}(?:\.\d+)?)")
_DAY = 86_400

_SIGNS = (
    "radians, those of Unreal's FRotator: positive HeadYaw turns to the person's right, positive "
    "HeadPitch looks up, positive HeadRoll tilts the head's top to the person's right; the roll "
    "is applied first, then the pitch, then the yaw; not verified with combined rotations in Unreal"
)


def write_livelink(hand_over: HandOver, path: Path) -> Written:
    """Write a file that Unreal's importer takes for one of the app.

    Blendshapes are clipped to 0..1; the rotations of the eyes are 0, their blendshapes are not.
    The translation of the head has no column and goes into the manifest.

    Raises:
        ExportError: if the file cannot be written.
    """
    motion = hand_over.motion
    curves, notes = within_limits(motion)
    shapes = curves[:, [motion.rig.column(name) for name in _SHAPES]]
    angles = to_unreal(curves[:, [motion.rig.column(name) for name in _ANGLES]])
    rows = np.concatenate([shapes, angles, np.zeros((len(motion), 6))], axis=1)
    with (
        replacing(path) as partial,
        partial.open("w", encoding="utf-8", newline="\n") as file,
    ):
        file.write(HEADER + "\n")
        for frame, row in enumerate(rows):
            time = to_timecode(hand_over.timecode + frame / motion.fps)
            values = ",".join(f"{value:.10f}" for value in row)
            file.write(f"{time},{_COUNT},{values}\n")
    return Written((path,), {**notes, **_notes(motion, path)})


def _notes(motion: Motion, path: Path) -> dict[str, Any]:
    notes: dict[str, Any] = {
        "head_rotation_of_the_file": _SIGNS,
        "timecode": "HH:MM:SS:FF.fff, where FF counts sixtieths of a second at any frame rate",
    }
    notes |= head_note(motion, _PLACE)
    if not re.fullmatch(r"[^_]+_[^_]+_[^_]+(_cal|_raw|_neutral)?", path.stem):
        notes["name_for_unreal"] = (
            "Unreal takes slate, take and subject from the file's name; rename it in the manner "
            "of MySlate_1_MyFace.csv"
        )
    return notes


def to_timecode(seconds: float) -> str:
    """``HH:MM:SS:FF.fff``; what is rounded up to a whole second carries."""
    ticks = round(seconds * _TICKS) % (_DAY * _TICKS)
    whole, ticks = divmod(ticks, _TICKS)
    minutes, second = divmod(whole, 60)
    hours, minute = divmod(minutes, 60)
    frame, thousandth = divmod(ticks, 1000)
    return f"{hours:02d}:{minute:02d}:{second:02d}:{frame:02d}.{thousandth:03d}"


def from_timecode(text: str) -> float:
    """Seconds of a timecode, as Unreal counts them.

    Raises:
        MalformedError: if it is none.
    """
    match = _TIMECODE.fullmatch(text.strip())
    if match is None:
        raise MalformedError(f"{text[:20]!r} is no timecode")
    hours, minutes, seconds, frames = map(float, match.groups())
    return hours * 3600 + minutes * 60 + seconds + frames / _BASE


def read_livelink(path: Path) -> Read:
    """Read what the app or ``write_livelink`` wrote, by the names of the columns.

    Rows without a face are filled with straight lines; the timecode of the first row is frame 0.
    The translation of the head comes from the manifest, if that lies beside the file.

    Raises:
        ProjectError: if the file is none.
    """
    with reading(path, "a Live Link Face CSV"):
        header, rows = read_table(path)
        if tuple(header[:2]) != _LEADING or len(header) < 3:
            raise MalformedError("its header does not begin with Timecode,BlendShapeCount")
        times: list[float] = []
        values = []
        for line, cells in rows:
            count, *numbers = to_numbers(cells[1:], line)
            if count != 0:
                times.append(from_timecode(cells[0]))
                values.append(numbers)
        read = to_motion(header[2:], np.array(values, np.float64), STUDIO, 1.0)
        read = on_grid(read, _past_midnight(np.array(times)))
        return with_head(_with_our_angles(read), path, _PLACE)


def _past_midnight(times: NDArray[np.float64]) -> NDArray[np.float64]:
    """Times that go on rising where the clock began again."""
    wraps = np.diff(times, prepend=times[:1]) < -_DAY / 2
    return times + _DAY * np.cumsum(wraps)


def _with_our_angles(read: Read) -> Read:
    motion = read.motion
    curves = motion.curves.copy()
    head = [motion.rig.column(name) for name in _ANGLES]
    curves[:, head] = from_unreal(curves[:, [motion.rig.column(name) for name in _HEAD]])
    ignored = tuple(name for name in read.ignored if name.casefold() not in _EYES)
    return Read(Motion(curves, motion.rig, motion.fps), read.missing, ignored, read.notes)
