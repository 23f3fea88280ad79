"""From file names to projects, the same way in every command."""

import argparse
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from dimitra_studio.cli import options
from dimitra_studio.cli.reporting import say
from dimitra_studio.core.errors import (
    AudioError,
    DimitraError,
    ExportError,
    ImageError,
    ProjectError,
)
from dimitra_studio.core.files import check_writable
from dimitra_studio.core.progress import ProgressFn
from dimitra_studio.core.project import Media, Project, add_take
from dimitra_studio.core.project_file import SUFFIX, load_project
from dimitra_studio.core.timeline import Segment
from dimitra_studio.core.transcript import Transcript

if TYPE_CHECKING:
    from dimitra_studio.pipeline.engine import Engine


def is_project(path: Path) -> bool:
    return path.suffix.lower() == SUFFIX


def check_output(path: Path, endings: Collection[str], *sources: Path | None) -> None:
    """Refuse an output path before the work begins.

    Args:
        path: of the file to be written.
        endings: that tell its format, in lower case; any will do if there are none.
        sources: inputs that it must not replace.

    Raises:
        ExportError: if it cannot be written, has another ending, or is an input.
    """
    if endings and path.suffix.lower() not in endings:
        raise ExportError(f"{path.name} has no known ending; end it in {' or '.join(endings)}.")
    check_writable(path)
    if any(source is not None and _is_same_file(path, source) for source in sources):
        raise ExportError(f"{path} is one of the inputs and would be lost; choose another name.")


def transcript_file(option: str | None) -> Path | None:
    """The file that a ``--transcript`` option names, if it names one."""
    return Path(option[1:]) if option is not None and option.startswith("@") else None


def _is_same_file(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:  # one of them does not exist
        return False


def read_media(path: Path, refusal: type[DimitraError]) -> Media:
    """Read a whole input file.

    Args:
        path: of the portrait or recording.
        refusal: kind of error that a missing or unreadable file gives.
    """
    try:
        if path.is_dir():
            raise refusal(f"{path} is a folder; give a file.")
        if path.is_char_device() or path.is_block_device():
            raise refusal(f"{path} is a device; give a file.")
        return Media.from_file(path)
    except FileNotFoundError as error:
        raise refusal(f"{path} does not exist; check the name.") from error
    except PermissionError as error:
        raise refusal(f"{path} may not be read; check its permissions.") from error
    except OSError as error:
        raise refusal(
            f"{path} cannot be read: {error.strerror or error}; choose another file."
        ) from error


@dataclass(frozen=True, slots=True)
class Material:
    """The files of a new project, read before anything slow begins."""

    recording: Media
    portrait: Media | None
    text: str | Transcript | None


def read_material(recording: Path, portrait: Path | None, transcript: str | None) -> Material:
    """Read the inputs of a new project; a ``--transcript`` option may name a file.

    Raises:
        DimitraError: of the kind that fits the file that cannot be read.
    """
    return Material(
        read_media(recording, AudioError),
        read_media(portrait, ImageError) if portrait else None,
        read_transcript(transcript),
    )


def read_transcript(option: str | None) -> str | Transcript | None:
    """What a ``--transcript`` option gives: words, or words with their times."""
    from dimitra_studio.pipeline.files import TIMING_FORMATS, read_timing

    path = transcript_file(option)
    if path is not None and path.suffix.lower() in TIMING_FORMATS:
        return read_timing(path)
    return options.to_text(option)


def new_project(
    engine: "Engine", material: Material, args: argparse.Namespace, on_progress: ProgressFn
) -> Project:
    """Let the engine look at the material; what it notices is printed."""
    intake = engine.new_project(
        material.recording,
        portrait=material.portrait,
        text=material.text,
        on_progress=on_progress,
    )
    warn(args, intake.warnings)
    return intake.project


def open_engine(args: argparse.Namespace, components: Collection[str] = ()) -> "Engine":
    """Open the engine as the options say; networks that are missing are refused at once.

    Args:
        args: with the options of ``options.add_engine``.
        components: that will be generated.

    Raises:
        WeightsError: if the weights are missing or unfit.
        DimitraError: if there is no such device.
    """
    from dimitra_studio.pipeline.engine import Engine

    engine = Engine(args.weights, rig=args.rig, device=args.device, text_weights=args.text_weights)
    engine.load_networks(components)
    return engine


def generate_take(
    engine: "Engine",
    project: Project,
    args: argparse.Namespace,
    on_progress: ProgressFn,
    *,
    segment: Segment | None = None,
) -> Project:
    """Add a take as the options say, and show it at their strengths."""
    take = engine.generate(
        project,
        components=args.components,
        segment=segment,
        settings=options.to_settings(args),
        on_progress=on_progress,
    )
    return with_strength(add_take(project, take), args)


def with_strength(project: Project, args: argparse.Namespace) -> Project:
    """Take over the strengths that the options ask for; a command may have no such options."""
    return replace(project, strength=options.to_strength(args, project.strength))


def open_with_take(path: Path) -> Project:
    """Open a project that has something to show.

    Raises:
        ProjectError: if it cannot be opened or has no take.
    """
    project = load_project(path)
    if not project.takes:
        raise ProjectError(f"{path.name} has no take yet; generate one first.")
    return project


def warn(args: argparse.Namespace, sentences: Iterable[str]) -> None:
    """Tell the user what the work noticed, a sentence each."""
    for sentence in sentences:
        say(args, "note", sentence)


def refuse_beside_project(path: Path, **given: object) -> None:
    """Refuse inputs that a project brings itself; they would be left unused.

    Raises:
        ProjectError: if one of them is given.
    """
    for name, value in given.items():
        if value is not None:
            raise ProjectError(
                f"{path.name} is a project; leave out the {name}, or make a new one."
            )
