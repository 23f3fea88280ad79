"""FBX and Alembic, written by Blender in a process of its own where it is installed.

Blender is under the GPL and wants its own versions of libraries, so it never runs in ours.
"""

import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from dimitra_studio.core.errors import ExportError
from dimitra_studio.core.files import check_writable, replacing
from dimitra_studio.core.paths import RESOURCES
from dimitra_studio.export.glb import write_glb
from dimitra_studio.export.hand_over import HandOver, Written
from dimitra_studio.export.sound_beside import sound_path, write_sound

VARIABLE = "DIMITRA_BLENDER"
"""Environment variable with the path of Blender, or of a Python that has its module bpy."""

SCRIPT: Path = RESOURCES / "blender" / "convert.py"

ENVIRONMENT: Path = RESOURCES.parent / ".venv-blender"
"""Beside a checkout; ``installer/blender_environment.py`` makes it."""

MISSING = (
    "FBX and Alembic files are written by Blender, which was not found; install Blender 4.2 or "
    f"newer, or set {VARIABLE} to its path, or choose GLB or USD."
)

_SLOWEST = 0.5  # seconds for one frame on a slow machine
_START = 120.0  # seconds for Blender to come up


@dataclass(frozen=True, slots=True)
class Blender:
    """A Blender that was found.

    Args:
        program: to start.
        is_python: whether it is a Python with the module bpy.
    """

    program: Path
    is_python: bool

    def command(self, script: Path, *words: str) -> list[str]:
        """What runs a script with the user's own settings and add-ons left out."""
        if self.is_python:
            return [str(self.program), "-I", str(script), *words]
        switches = ("--background", "--factory-startup", "--python-exit-code", "1", "--python")
        return [str(self.program), *switches, str(script), "--", *words]


def find_blender() -> Blender | None:
    """Blender where the user says it is, beside a checkout, or on the path; None if nowhere."""
    if chosen := os.environ.get(VARIABLE):
        place = shutil.which(chosen)
        return _of_program(Path(place)) if place else None
    below = "Scripts/python.exe" if os.name == "nt" else "bin/python"
    if (ENVIRONMENT / below).is_file():
        return Blender(ENVIRONMENT / below, is_python=True)
    place = shutil.which("blender")
    return _of_program(Path(place)) if place else None


def _of_program(program: Path) -> Blender:
    return Blender(program, is_python=program.name.lower().startswith("python"))


def write_fbx(hand_over: HandOver, path: Path) -> Written:
    """Write an FBX with the head, its blendshapes, skeleton and animation, and the texture inside.

    Raises:
        ExportError: if there is no Blender, or it fails.
        RigError: if the rig has no mesh here.
        AudioError: if the recording cannot be decoded.
    """
    return _write(hand_over, path, ".fbx")


def write_abc(hand_over: HandOver, path: Path) -> Written:
    """Write an Alembic cache: where each vertex is in each frame, which no program can limit.

    Raises:
        ExportError: if there is no Blender, or it fails.
        RigError: if the rig has no mesh here.
        AudioError: if the recording cannot be decoded.
    """
    return _write(hand_over, path, ".abc")


def _write(hand_over: HandOver, path: Path, suffix: str) -> Written:
    if path.suffix.lower() != suffix:
        raise ExportError(f"{path.name} does not end in {suffix}; give it that ending.")
    check_writable(path)
    blender = find_blender()
    if blender is None:
        raise ExportError(MISSING)
    with tempfile.TemporaryDirectory(prefix="dimitra-") as folder:
        source, made = Path(folder) / "face.glb", Path(folder) / f"face{suffix}"
        # at a whole rate, where Blender's importer finds the frames; the script sets the real one
        whole = replace(hand_over.motion, fps=max(1, round(hand_over.motion.fps)))
        written = write_glb(replace(hand_over, motion=whole, sound=None), source)
        _convert(blender, source, made, hand_over)
        with replacing(path) as partial:
            shutil.copyfile(made, partial)
            write_sound(hand_over, path)
    files = (path,) if hand_over.sound is None else (path, sound_path(path))
    return Written(files, written.notes)


def _convert(blender: Blender, source: Path, made: Path, hand_over: HandOver) -> None:
    motion = hand_over.motion
    words = (str(source), str(made), repr(float(motion.fps)), str(len(motion)))
    hidden = ("PYTHONPATH", "PYTHONHOME")  # would bring in modules of another Python
    environment = {name: text for name, text in os.environ.items() if name not in hidden}
    try:
        done = subprocess.run(
            blender.command(SCRIPT, *words),
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=_START + _SLOWEST * len(motion),
        )
    except subprocess.TimeoutExpired as error:
        raise ExportError("Blender did not finish in time; write a shorter range.") from error
    except OSError as error:
        raise ExportError(
            f"{blender.program} could not be started: {error.strerror}; set {VARIABLE} to Blender."
        ) from error
    if done.returncode or not made.is_file():
        said = done.stderr.decode(errors="replace").strip().splitlines()
        reason = said[-1].strip() if said else f"it ended with code {done.returncode}"
        raise ExportError(
            f"Blender could not write the file: {reason}; install Blender 4.2 or newer."
        )
