"""Words and phonemes with their times: TextGrid, subtitles, and everything as JSON."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from dimitra_studio.core.errors import ExportError
from dimitra_studio.core.transcript import Transcript
from dimitra_studio.export.hand_over import HandOver, Written


def write_textgrid(hand_over: HandOver, path: Path) -> Written:
    """Write the tiers ``words``, ``phones`` and ``sources``, for Praat and aligners.

    Raises:
        ExportError: if there are no words, or the file cannot be written.
    """
    from dimitra_studio.audio import timing_files

    notes = {"tiers": "words, phones in ARPAbet, and where the times of each word come from"}
    return _write(hand_over, path, timing_files.write_textgrid, notes)


def write_srt(hand_over: HandOver, path: Path) -> Written:
    """Write SubRip subtitles.

    Raises:
        ExportError: if there are no words, or the file cannot be written.
    """
    from dimitra_studio.audio import subtitles

    return _write(hand_over, path, subtitles.write_srt, _LINES)


def write_vtt(hand_over: HandOver, path: Path) -> Written:
    """Write WebVTT subtitles.

    Raises:
        ExportError: if there are no words, or the file cannot be written.
    """
    from dimitra_studio.audio import subtitles

    return _write(hand_over, path, subtitles.write_vtt, _LINES)


def write_words(hand_over: HandOver, path: Path) -> Written:
    """Write all that is known about the words as JSON, bit-equal when read back.

    Raises:
        ExportError: if there are no words, or the file cannot be written.
    """
    from dimitra_studio.audio import timing_files

    return _write(hand_over, path, timing_files.write_json, {})


_LINES = {"times": "of lines; those of the words and phonemes are lost"}


def _write(
    hand_over: HandOver,
    path: Path,
    write: Callable[[Transcript, Path], None],
    notes: dict[str, Any],
) -> Written:
    """The reader and writer of timing files take a while to import, so each caller does it."""
    transcript = hand_over.transcript
    if transcript is None:
        raise ExportError("There is no transcript to write; type what is said first.")
    if not transcript.words:
        raise ExportError("Nothing is said in this range; choose another one.")
    write(transcript, path)
    return Written((path,), notes)
