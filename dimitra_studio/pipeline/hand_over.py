"""From a project to what an exporter is given, and through it to files."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np

from dimitra_studio.core.errors import ExportError, ProjectError
from dimitra_studio.core.motion import Motion, count_frames
from dimitra_studio.core.project import Project, shown_motion
from dimitra_studio.core.rig import BFM, COMPONENTS, STUDIO
from dimitra_studio.core.timeline import Segment, resample
from dimitra_studio.core.transcript import Phoneme, Transcript, Word
from dimitra_studio.export import EXPORTERS, Exporter, Group
from dimitra_studio.export.hand_over import CONVENTIONS, HandOver, TakeNote
from dimitra_studio.export.manifest import write_manifest

__all__ = [
    "GROUPS",
    "OF_WORDS",
    "PRESETS",
    "TITLES",
    "Group",
    "Options",
    "cut_transcript",
    "formats_of",
    "hand_over",
    "notes_of",
    "prepare",
    "prepare_motion",
]

PRESETS = {name: conventions.name for name, conventions in CONVENTIONS.items()}
"""Names of the target programs, and what people call them."""

TITLES = {name: exporter.title for name, exporter in EXPORTERS.items()}
"""Names of the formats that ``hand_over`` writes, and what they are."""

GROUPS: Mapping[str, Group] = {name: row.group for name, row in EXPORTERS.items()}
"""What each of them is a kind of."""

OF_WORDS = frozenset(name for name, group in GROUPS.items() if group in ("mouth", "speech"))
"""Names of the formats that come from the transcript and need no take."""


def formats_of(rig: str) -> dict[str, str]:
    """Names and titles of the formats that can hold the curves of a rig, some of them nearly."""
    return {name: row.title for name, row in EXPORTERS.items() if _takes(row, rig)}


def notes_of(rig: str) -> dict[str, str]:
    """What the programs that read these formats drop or need, a sentence or two each."""
    return {name: row.note for name, row in EXPORTERS.items() if _takes(row, rig) and row.note}


@dataclass(frozen=True, slots=True)
class Options:
    """What is done to the curves on the way out; the same for every format.

    Args:
        segment: to write; everything if None.
        fps: of the file; that of the motion if None.
        components: to write; the others hold still.
        gain: factor of each component, about its rest; 1 for those that are not named.
        offset: added to each channel that is named, after the gain.
        head: whether the head's pose is written; without it the head holds still.
        preset: one of ``PRESETS``.
        timecode: seconds that the timecode of the first frame shows.

    Raises:
        ValueError: if one of them is unknown or out of range.
    """

    segment: Segment | None = None
    fps: float | None = None
    components: tuple[str, ...] = COMPONENTS
    gain: Mapping[str, float] = field(default_factory=dict)
    offset: Mapping[str, float] = field(default_factory=dict)
    head: bool = True
    preset: str = "standard"
    timecode: float = 0.0

    def __post_init__(self) -> None:
        if not set(self.components) <= set(COMPONENTS) or not set(self.gain) <= set(COMPONENTS):
            raise ValueError(f"components are {', '.join(COMPONENTS)}")
        if self.preset not in CONVENTIONS or (self.fps is not None and not self.fps > 0):
            raise ValueError(f"no preset {self.preset!r}, or a rate of {self.fps}")
        if not (np.isfinite([*self.gain.values(), *self.offset.values()]).all()):
            raise ValueError("gains and offsets are finite")
        if not 0 <= self.timecode < 86_400:
            raise ValueError(f"a timecode is within a day, got {self.timecode} s")
        object.__setattr__(self, "gain", MappingProxyType(dict(self.gain)))
        object.__setattr__(self, "offset", MappingProxyType(dict(self.offset)))


def prepare(project: Project, options: Options | None = None, name: str | None = None) -> HandOver:
    """Cut, resample and scale what a project shows.

    Args:
        project: with a take, or, for one of ``OF_WORDS``, with a transcript.
        options: what to do to the curves.
        name: of the format that it is for, if that is known.

    Raises:
        ProjectError: if there is no take.
        ExportError: if the range holds no frame, or the rig has no channel of an offset's name.
    """
    motion = shown_motion(project)
    if motion is None and name in OF_WORDS and project.transcript is not None:
        n_frames = max(1, count_frames(project.transcript.duration))
        motion = Motion(np.zeros((n_frames, len(STUDIO.channels)), np.float32), STUDIO)
    if motion is None:
        raise ProjectError("The project has no motion to export; generate a take first.")
    rest = project.portrait.curves if project.portrait else None
    made = prepare_motion(motion, options, rest=rest)
    transcript = project.transcript
    if transcript is not None:
        transcript = cut_transcript(transcript, made.start, made.start + made.motion.duration)
    return replace(
        made,
        name=project.name,
        identity=project.portrait.identity if project.portrait else None,
        transcript=transcript,
        sound=project.recording,
        sound_delay=project.sound_delay,
        takes=_take_notes(project),
    )


def prepare_motion(
    motion: Motion, options: Options | None = None, *, rest: np.ndarray | None = None
) -> HandOver:
    """As ``prepare``, for a motion alone.

    Args:
        motion: any.
        options: what to do to it.
        rest: ``(C,)`` where components stay that are not written; neutral if None.
    """
    options = options or Options()
    start = 0.0
    rate = options.fps or motion.fps
    resampled = resample(motion, rate)
    if options.segment is not None:
        frames = options.segment.frames(len(resampled), rate)
        if frames.start >= frames.stop:
            raise ExportError(
                f"The range lies after the end of the motion ({motion.duration:.2f} s); "
                "choose an earlier one."
            )
        start = frames.start / rate
        resampled = replace(resampled, curves=resampled.curves[frames])
    changed, notes = _change(resampled, options, rest)
    return HandOver(
        changed,
        start=start,
        timecode=options.timecode,
        conventions=CONVENTIONS[options.preset],
        changes=notes,
    )


def hand_over(prepared: HandOver, name: str, path: Path, *, bfm: Path | None = None) -> list[Path]:
    """Write a file in one of the formats, with its manifest beside it.

    Args:
        prepared: by ``prepare``.
        name: of the format, one of ``TITLES``.
        path: of the file.
        bfm: the user's Basel Face Model, for formats of its coefficients; where it is looked for
            if None.

    Returns:
        Everything that was written, the file itself first.

    Raises:
        ExportError: if the format cannot hold this rig, or a file cannot be written.
        RigError: if the Basel Face Model is needed and missing, or damaged.
    """
    exporter = EXPORTERS[name]
    rig = prepared.motion.rig.name
    if not _takes(exporter, rig):
        raise ExportError(
            f"{exporter.title} cannot hold the curves of the {rig} rig; "
            f"choose a format for it, such as npz."
        )
    if rig not in exporter.rigs:
        from dimitra_studio.pipeline.approximate import to_bfm  # imports SciPy's solvers

        prepared = to_bfm(prepared, bfm)
    written = exporter.write(prepared, path)
    manifest = write_manifest(prepared, path, written.files, written.notes)
    return [*written.files, manifest]


def cut_transcript(transcript: Transcript, start: float, end: float) -> Transcript:
    """The words of a time range, with times from its beginning; words at its ends are cut."""

    def cut(time: float) -> float:
        return min(max(time, start), end) - start

    words = tuple(
        replace(
            word,
            start=cut(word.start),
            end=cut(word.end),
            phonemes=tuple(
                Phoneme(p.symbol, cut(p.start), cut(p.end))
                for p in word.phonemes
                if p.end > start and p.start < end
            ),
        )
        for word in transcript.words
        if _inside(word, start, end)
    )
    return Transcript(words, end - start)


def _takes(exporter: Exporter, rig: str) -> bool:
    """Whether a format can hold the curves of a rig, as they are or by the approximate solve."""
    return rig in exporter.rigs or (rig == STUDIO.name and exporter.rigs == (BFM.name,))


def _inside(word: Word, start: float, end: float) -> bool:
    return word.end > start and word.start < end


def _change(
    motion: Motion, options: Options, rest: np.ndarray | None
) -> tuple[Motion, dict[str, Any]]:
    """The curves as the options want them, and what was done, for the manifest."""
    rig = motion.rig
    origin = np.zeros(len(rig.channels), np.float32)
    if rest is not None:
        origin[rig.columns("pose")] = rest[rig.columns("pose")]
    factors = np.array([options.gain.get(name, 1.0) for name in rig.components], np.float32)
    written = [name for name in options.components if name != "pose" or options.head]
    still = [column for column, name in enumerate(rig.components) if name not in written]
    curves = motion.curves.copy()
    scaled = factors != 1
    curves[:, scaled] = origin[scaled] + factors[scaled] * (curves[:, scaled] - origin[scaled])
    curves[:, still] = origin[still]
    for channel, amount in options.offset.items():
        if channel not in rig.channels:
            raise ExportError(f"The {rig.name} rig has no channel {channel}; check its name.")
        curves[:, rig.column(channel)] += np.float32(amount)
    notes: dict[str, Any] = {"components": list(written)}
    if options.gain:
        notes["gain"] = dict(options.gain)
    if options.offset:
        notes["offset"] = dict(options.offset)
    return replace(motion, curves=curves), notes


def _take_notes(project: Project) -> tuple[TakeNote, ...]:
    notes = []
    for component, name in project.active.items():
        take = project.take(name)
        seed = take.settings.seed if take.origin == "generated" else None
        notes.append(TakeNote(component, name, seed, take.weights.get(component)))
    return tuple(notes)
