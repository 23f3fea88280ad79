"""Words with their times in and out of files, for the command line and the window."""

from dataclasses import replace
from pathlib import Path

from dimitra_studio.audio.decode import load_audio
from dimitra_studio.audio.realign import realign
from dimitra_studio.audio.subtitles import read_srt, read_vtt, write_srt, write_vtt
from dimitra_studio.audio.timing_files import (
    read_json,
    read_textgrid,
    write_json,
    write_textgrid,
)
from dimitra_studio.core.motion import FPS
from dimitra_studio.core.project import Project
from dimitra_studio.core.timeline import Segment
from dimitra_studio.core.transcript import Transcript
from dimitra_studio.pipeline.importing import holds_curves

TIMING_FORMATS = {
    ".textgrid": (read_textgrid, write_textgrid),
    ".srt": (read_srt, write_srt),
    ".vtt": (read_vtt, write_vtt),
    ".json": (read_json, write_json),
}
"""Reader and writer of transcripts with times, by the ending of the file in lower case."""

SAME_DURATION = 0.5
"""Seconds by which encoders and other tools disagree on a recording's length."""


def holds_words(path: Path) -> bool:
    """Whether a file is words with times, by its ending, and by its beginning if it is JSON."""
    ending = path.suffix.lower()
    return ending in TIMING_FORMATS and not (ending == ".json" and holds_curves(path))


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


def with_words(project: Project, transcript: Transcript) -> tuple[Project, list[str]]:
    """A project with other words; with warnings, a sentence each.

    Subtitles know the times of lines alone, so their words are looked for in the recording.

    Raises:
        AudioError: if the recording cannot be decoded.
    """
    warnings = []
    if project.recording is not None:
        recording = load_audio(project.recording.data, name=project.recording.name)
        lines = all(word.source == "estimated" for word in transcript.words)
        if not lines or transcript.duration > recording.duration:
            warnings = timing_warnings(transcript, recording.duration)
        if lines:
            everything = Segment(0.0, max(transcript.duration, 1 / FPS))
            transcript = realign(recording, transcript, [everything])
    return replace(project, transcript=transcript), warnings


def timing_warnings(transcript: Transcript, duration: float) -> list[str]:
    """What speaks against the words being those of a recording.

    Args:
        transcript: with times.
        duration: of the recording in seconds.
    """
    if abs(transcript.duration - duration) <= SAME_DURATION:
        return []
    return [
        f"The times of the transcript are of a recording of {transcript.duration:.1f} s, and this "
        f"one lasts {duration:.1f} s; check that they belong together."
    ]
