"""Motion from other programs: into a take of a project, as long as its recording."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.errors import ProjectError
from dimitra_studio.core.motion import FPS, Motion, count_frames
from dimitra_studio.core.project import Project, active_motion
from dimitra_studio.core.rig import BFM, COMPONENTS, STUDIO, Rig
from dimitra_studio.core.strength import Strength
from dimitra_studio.core.take import Take
from dimitra_studio.core.timeline import resample
from dimitra_studio.export import IMPORTERS, Importer

IMPORT_FORMATS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    name: (importer.title, importer.suffixes) for name, importer in IMPORTERS.items()
}
"""Names of the formats that ``import_motion`` reads, what they are, and endings of their files."""

_HEAD = 65_536  # bytes that are looked at to tell formats apart
_NAMED = 6  # channels that a sentence lists before it only counts
_ROUNDING = 2  # frames at the end that are held, not taken from another motion
_NTSC = {round(rate * 1000 / 1001, 3): rate * 1000 / 1001 for rate in (24, 30, 48, 60, 120)}


@dataclass(frozen=True, slots=True, eq=False)
class Imported:
    """What a file held.

    Args:
        motion: at the frame rate of the file.
        name: of the file, without its ending.
        components: that the file has a channel of.
        warnings: sentences for the user.
    """

    motion: Motion
    name: str
    components: tuple[str, ...]
    warnings: tuple[str, ...] = ()


def exact_rate(fps: float) -> float:
    """The rate that is meant: 29.97 is 30000/1001."""
    return next(
        (exact for rounded, exact in _NTSC.items() if abs(fps - rounded) < 6e-3), float(fps)
    )


def import_motion(
    path: Path, *, fps: float | None = None, rig: str | None = None, bfm: Path | None = None
) -> Imported:
    """Read the motion of a file in one of ``IMPORT_FORMATS``.

    Args:
        path: its ending and its beginning tell the format.
        fps: frames per second, whatever the file says; what it says if None.
        rig: that the motion is for; the file's own if None. Coefficients of the Basel Face Model
            become blendshapes by a solve that is approximate, and said to be.
        bfm: the user's Basel Face Model for that; where it is looked for if None.

    Raises:
        ProjectError: if it cannot be read.
        RigError: if the Basel Face Model is needed and missing, or damaged.
    """
    read = _importer_of(path).read(path)
    motion, notes = read.motion, read.notes
    if fps is not None:
        motion, notes = replace(motion, fps=exact_rate(fps)), ()
    if rig == STUDIO.name and motion.rig == BFM:
        from dimitra_studio.pipeline.approximate import to_studio  # imports SciPy's solvers

        posed = [name for name in STUDIO.channels if name in read.missing]
        motion, said = to_studio(motion, bfm)
        read, notes = replace(read, missing=tuple(posed)), (*notes, *said)
    missing = set(read.missing)
    components = tuple(
        name
        for name in COMPONENTS
        if any(motion.rig.channels[column] not in missing for column in motion.rig.columns(name))
    )
    warnings = [*notes, *_missing_note(motion.rig, missing, components)]
    if read.ignored:
        warnings.append(
            f"The {motion.rig.name} rig has no channel for {_listed(read.ignored)}; they were "
            "left out."
        )
    return Imported(motion, path.stem, components, tuple(warnings))


def rig_of(project: Project) -> str | None:
    """Name of the rig that a project's takes have to be for; None if any will do."""
    if project.takes:
        return project.takes[0].motion.rig.name
    return STUDIO.name if project.portrait is not None else None


def holds_curves(path: Path) -> bool:
    """Whether a JSON file is motion; words with times are JSON, too."""
    marks = [mark for row in IMPORTERS.values() if ".json" in row.suffixes for mark in row.marks]
    head = _beginning(path)
    return any(mark in head for mark in marks)


def to_take(
    project: Project,
    imported: Imported,
    name: str,
    *,
    start: float = 0.0,
    duration: float | None = None,
) -> Take:
    """Make a take of an imported motion: at 25 frames a second, as long as the recording.

    Components that the file does not have, and locked ones, are copied from what the project
    shows; so is the time before and after the file, or its first and last frame are held.

    Args:
        project: that the take is for; it is not added.
        imported: by ``import_motion``.
        name: of the take.
        start: seconds of the project at which the file begins.
        duration: of the recording in seconds, where that is known; it is decoded if None.

    Raises:
        ProjectError: if the motion is for another rig, lies after the end of the recording, or
            would change locked components alone.
        AudioError: if the recording has to be decoded for its length, and cannot be.
    """
    rig = imported.motion.rig
    base = active_motion(project)
    if base is not None and base.rig.name != rig.name:
        raise ProjectError(
            f"{imported.name} is for the {rig.name} rig, and the project for the {base.rig.name}; "
            "import it into a project of its own."
        )
    components = tuple(part for part in imported.components if part not in project.locks)
    if not components:
        raise ProjectError(
            f"{imported.name} holds {_and(imported.components)}, which is locked; unlock it to "
            "import."
        )
    motion = resample(imported.motion, FPS)
    first = round(start * FPS)
    n_frames = _length(project, duration) or first + len(motion)
    if first >= n_frames:
        raise ProjectError(
            f"The recording ends at {n_frames / FPS:.2f} s, before the import would begin; choose "
            "an earlier start."
        )
    curves = _placed(motion, first, n_frames, base)
    kept = [column for column, part in enumerate(rig.components) if part not in components]
    curves[:, kept] = (_rest(project, rig) if base is None else base.curves)[..., kept]
    return Take(
        name=name,
        motion=Motion(curves, rig, FPS),
        origin="imported",
        components=components,
        start=first / FPS,
        end=min(first + len(motion), n_frames) / FPS,
        parent=None if base is None else project.active.get(COMPONENTS[0]),
    )


def fit_notes(
    project: Project, imported: Imported, *, start: float = 0.0, duration: float | None = None
) -> tuple[str, ...]:
    """What the user should know about an import into this project, in sentences.

    Args:
        project: before the take is added.
        imported: by ``import_motion``.
        start: as for ``to_take``.
        duration: likewise.

    Raises:
        AudioError: if the recording has to be decoded for its length, and cannot be.
    """
    notes = []
    n_frames = _length(project, duration)
    end = start + imported.motion.duration
    if n_frames is not None and end > (n_frames + _ROUNDING) / FPS:
        notes.append(f"The file goes on {end - n_frames / FPS:.2f} s after the recording's end.")
    elif n_frames is not None and end < (n_frames - _ROUNDING) / FPS:
        rest = "keeps the motion that it had" if project.takes else "holds the last frame"
        notes.append(f"The file ends {n_frames / FPS - end:.2f} s early; the rest {rest}.")
    if locked := [part for part in imported.components if part in project.locks]:
        notes.append(f"Locked, and so left as before: {_and(locked)}.")
    channels = {
        channel
        for channel, part in zip(
            imported.motion.rig.channels, imported.motion.rig.components, strict=True
        )
        if part in imported.components
    }
    if set(project.edits) & channels or project.strength != Strength():
        notes.append(
            "Edits by hand and strengths of the project lie over the imported take too; take them "
            "back to see the file as it is."
        )
    return tuple(notes)


def _importer_of(path: Path) -> Importer:
    ending = path.suffix.lower()
    found = [importer for importer in IMPORTERS.values() if ending in importer.suffixes]
    if not found:
        known = sorted({suffix for importer in IMPORTERS.values() for suffix in importer.suffixes})
        raise ProjectError(
            f"{path.name} has no known ending; it should be {', '.join(known[:-1])} or {known[-1]}."
        )
    head = _beginning(path)
    return next(
        (one for one in found if not one.marks or any(mark in head for mark in one.marks)),
        found[-1],
    )


def _beginning(path: Path) -> bytes:
    """The first bytes of a file; none where it cannot be read, which its reader says."""
    if not path.is_file():  # a pipe may never answer
        return b""
    try:
        with path.open("rb") as file:
            return file.read(_HEAD)
    except OSError:
        return b""


def _length(project: Project, duration: float | None) -> int | None:
    """Frames of the project; None if nothing fixes them."""
    if project.takes:
        return len(project.takes[0].motion)
    if duration is not None:
        return count_frames(duration)
    if project.recording is None:
        return None
    from dimitra_studio.audio.decode import load_audio  # PyAV takes a while to import

    return count_frames(load_audio(project.recording.data, name=project.recording.name).duration)


def _rest(project: Project, rig: Rig) -> NDArray[np.float32]:
    """What stands still where a file says nothing: the portrait's pose, or neutral."""
    portrait = project.portrait
    if portrait is not None and len(portrait.curves) == len(rig.channels):
        return portrait.curves
    return np.zeros(len(rig.channels), np.float32)


def _placed(motion: Motion, first: int, n_frames: int, base: Motion | None) -> NDArray[np.float32]:
    """The imported frames from ``first`` on, in a motion of ``n_frames``."""
    last = min(first + len(motion), n_frames)
    before, after = first, n_frames - last
    part = motion.curves[: last - first]
    if base is None or (before <= _ROUNDING and after <= _ROUNDING):
        return np.pad(part, ((before, after), (0, 0)), mode="edge")
    curves = base.curves.copy()
    curves[first:last] = part
    return curves


def _missing_note(rig: Rig, missing: set[str], components: tuple[str, ...]) -> list[str]:
    notes = []
    absent = [name for name in COMPONENTS if name not in components]
    if absent:
        notes.append(f"The file has no channel of {_and(absent)}.")
    gone = tuple(
        channel
        for channel, part in zip(rig.channels, rig.components, strict=True)
        if channel in missing and part in components
    )
    if gone:
        notes.append(f"Missing in the file, and so 0: {_listed(gone)}.")
    return notes


def _listed(names: tuple[str, ...]) -> str:
    shown = ", ".join(name[:40] for name in names[:_NAMED])
    more = len(names) - _NAMED
    return f"{shown} and {more} more" if more > 0 else shown


def _and(names: tuple[str, ...] | list[str]) -> str:
    return " and ".join(names)
