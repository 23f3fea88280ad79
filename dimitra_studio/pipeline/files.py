"""Motion in and out of files, for the command line and the window."""

from pathlib import Path

from dimitra_studio.audio.subtitles import read_srt, read_vtt, write_srt, write_vtt
from dimitra_studio.audio.timing_files import (
    read_json,
    read_textgrid,
    write_json,
    write_textgrid,
)
from dimitra_studio.core.errors import ProjectError
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.motion_file import read_motion
from dimitra_studio.core.project import shown_motion
from dimitra_studio.core.project_file import SUFFIX, load_project
from dimitra_studio.core.transcript import Transcript
from dimitra_studio.export import EXPORTERS
from dimitra_studio.pipeline.hand_over import hand_over, prepare_motion

FORMATS = {name: exporter.title for name, exporter in EXPORTERS.items()}
"""Names of the formats that ``export_motion`` writes, and what they are."""


def load_motion(path: Path) -> Motion:
    """The motion of a ``.npz``, or what a ``.dimitra`` project shows.

    Raises:
        ProjectError: if the file is neither, or the project has no take.
    """
    if path.suffix.lower() != SUFFIX:
        return read_motion(path)
    motion = shown_motion(load_project(path))
    if motion is None:
        raise ProjectError(f"{path.name} has no take yet; generate one first.")
    return motion


def export_motion(motion: Motion, name: str, path: Path) -> None:
    """Write a motion in one of ``FORMATS``.

    Raises:
        ExportError: if the file cannot be written.
    """
    hand_over(prepare_motion(motion), name, path)


TIMING_FORMATS = {
    ".textgrid": (read_textgrid, write_textgrid),
    ".srt": (read_srt, write_srt),
    ".vtt": (read_vtt, write_vtt),
    ".json": (read_json, write_json),
}
"""Reader and writer of transcripts with times, by the ending of the file in lower case."""


def read_timing(path: Path) -> Transcript:
    """Read words and phonemes with their times, in the format of the file's ending.

    Raises:
        TranscriptError: if the file cannot be read.
    """
    return TIMING_FORMATS[path.suffix.lower()][0](path)


def write_timing(transcript: Transcript, path: Path) -> None:
    """Write words and phonemes with their times, in the format of the file's ending.

    Raises:
        ExportError: if the file cannot be written.
    """
    TIMING_FORMATS[path.suffix.lower()][1](transcript, path)
