"""Transcripts as subtitles: SubRip (SRT) and WebVTT.

Subtitles have a time for a line, not for a word: the words of a cue share its time by their
letters and are marked "estimated", so that they can be aligned.
"""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile
from pathlib import Path
from textwrap import wrap

from dimitra_studio.audio.realign import with_phonemes
from dimitra_studio.audio.timing_files import LONGEST, MOST_WORDS, check_count, read_whole
from dimitra_studio.core.errors import TranscriptError
from dimitra_studio.core.files import replacing
from dimitra_studio.core.transcript import Transcript, Word
from dimitra_studio.core.transcript_words import count_letters, shares

LINE = 42
"""Characters of a line, as broadcasters have them."""

_LINES = 2  # of a cue
_PAUSE = 0.7  # seconds of silence that end a cue
_LONGEST = 6.0  # seconds of a cue
_SENTENCE = (".", "!", "?", "…")
_LONG_ENOUGH = 32  # characters after which a sentence's end ends the cue
_SHORTEST = 0.001  # seconds, the resolution of both formats

_STAMP = r"(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d)[,.](\d{1,3})"
_TIMES = re.compile(rf"\s*{_STAMP}[ \t]+-->[ \t]+{_STAMP}(?:[ \t].*)?")
_INNER_STAMP = re.compile(rf"<{_STAMP}>")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|\{\\[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Cue:
    """A line of text and when it is shown.

    Args:
        start: seconds.
        end: seconds.
        text: without markup, words separated by white space.
    """

    start: float
    end: float
    text: str


def write_srt(transcript: Transcript, path: Path) -> None:
    """Save the words as SubRip subtitles.

    Raises:
        ExportError: if the file cannot be written.
    """
    blocks = [
        f"{number}\n{_stamp(cue.start, ',')} --> {_stamp(cue.end, ',')}\n{_lines(cue.text)}\n"
        for number, cue in enumerate(make_cues(transcript.words), 1)
    ]
    _write(path, "\n".join(blocks))


def write_vtt(transcript: Transcript, path: Path) -> None:
    """Save the words as WebVTT subtitles.

    Raises:
        ExportError: if the file cannot be written.
    """
    blocks = [
        f"{_stamp(cue.start, '.')} --> {_stamp(cue.end, '.')}\n"
        f"{html.escape(_lines(cue.text), quote=False)}\n"
        for cue in make_cues(transcript.words)
    ]
    _write(path, "\n".join(["WEBVTT\n", *blocks]))


def read_srt(path: Path) -> Transcript:
    """Load SubRip subtitles.

    Raises:
        TranscriptError: if the file is missing, damaged, or has no subtitles.
    """
    return _to_transcript(_read_cues(_read(path), path), path)


def read_vtt(path: Path) -> Transcript:
    """Load WebVTT subtitles; times within a line are heeded.

    Raises:
        TranscriptError: if the file is missing, damaged, or has no subtitles.
    """
    text = _read(path)
    if not re.match(r"WEBVTT(?:\s|$)", text):
        raise TranscriptError(
            f"{path.name} does not begin with “WEBVTT”; save it again as WebVTT, or name it .srt."
        )
    cues = [Cue(cue.start, cue.end, html.unescape(cue.text)) for cue in _read_cues(text, path)]
    return _to_transcript(cues, path)


def make_cues(words: Sequence[Word]) -> list[Cue]:
    """Group words to lines that can be read: by pauses, ends of sentences, length and time."""
    groups: list[list[Word]] = []
    for word in words:
        if groups and not _ends_cue(groups[-1], word):
            groups[-1].append(word)
        else:
            groups.append([word])
    cues: list[Cue] = []
    for group, following in pairwise([*groups, []]):
        start = max(group[0].start, cues[-1].end if cues else 0.0)
        end = max(group[-1].end, start + _SHORTEST)
        if following:
            end = max(min(end, following[0].start), start + _SHORTEST)
        cues.append(Cue(start, end, " ".join(word.text for word in group)))
    return cues


def _ends_cue(group: Sequence[Word], word: Word) -> bool:
    if word.end <= word.start:  # a dash takes no time and cannot stand alone
        return False
    text = " ".join(item.text for item in group)
    return (
        word.start - group[-1].end > _PAUSE
        or len(_wrapped(f"{text} {word.text}", LINE)) > _LINES
        or word.end - group[0].start > _LONGEST
        or (len(text) >= _LONG_ENOUGH and text.endswith(_SENTENCE))
    )


def _lines(text: str) -> str:
    """The text in lines of about the same length."""
    n_lines = len(_wrapped(text, LINE))
    widths = takewhile(lambda width: len(_wrapped(text, width)) == n_lines, range(LINE, 0, -1))
    return "\n".join(_wrapped(text, min(widths, default=LINE)))


def _wrapped(text: str, width: int) -> list[str]:
    return wrap(text, width, break_long_words=False, break_on_hyphens=False)


def _stamp(seconds: float, point: str) -> str:
    minutes, milliseconds = divmod(round(seconds * 1000), 60_000)
    rest = f"{milliseconds // 1000:02}{point}{milliseconds % 1000:03}"
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest}"


def _write(path: Path, text: str) -> None:
    with replacing(path) as partial:
        partial.write_text(text, encoding="utf-8", newline="\n")


def _read(path: Path) -> str:
    data = read_whole(path)
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise TranscriptError(f"{path.name} is not text in UTF-8; save it as UTF-8.") from error


def _read_cues(text: str, path: Path) -> Iterator[Cue]:
    """The cues of both formats; comments, styles and names of cues have no times and go."""
    check_count(text.count("-->"), path)
    lines = text.split("\n")
    marks = [number for number, line in enumerate(lines) if "-->" in line]
    for number, following in pairwise([*marks, len(lines)]):
        times = _TIMES.fullmatch(lines[number])
        if times is None:
            raise TranscriptError(
                f"Line {number + 1} of {path.name} has no times such as "
                "“00:00:01,200 --> 00:00:03,400”; correct it."
            )
        start, end = _seconds(times.groups()[:4]), _seconds(times.groups()[4:])
        if end > LONGEST:
            raise TranscriptError(
                f"The subtitle at line {number + 1} of {path.name} ends after more than "
                f"{LONGEST / 3600:.0f} hours; correct its times."
            )
        if end < start:
            raise TranscriptError(
                f"The subtitle at line {number + 1} of {path.name} ends before it begins; "
                "correct its times."
            )
        block = lines[number + 1 : following]
        blank = next((at for at, line in enumerate(block) if not line.strip()), len(block))
        yield from _parts(Cue(start, end, "\n".join(block[:blank])))


def _parts(cue: Cue) -> Iterator[Cue]:
    """A cue without its markup, cut where it says when a word begins."""
    pieces = _INNER_STAMP.split(cue.text)
    times = [cue.start]
    for at in range(1, len(pieces), 5):
        times.append(min(max(times[-1], _seconds(pieces[at : at + 4])), cue.end))
    for text, (start, end) in zip(pieces[::5], pairwise([*times, cue.end]), strict=True):
        if plain := _MARKUP.sub("", text).strip():
            yield Cue(start, end, plain)


def _seconds(parts: Sequence[str | None]) -> float:
    hours, minutes, seconds, fraction = (part or "0" for part in parts)
    whole = int(hours) * 3600 + int(minutes) * 60 + int(seconds)
    return whole + int(fraction.ljust(3, "0")) / 1000


def _to_transcript(cues: Sequence[Cue] | Iterator[Cue], path: Path) -> Transcript:
    ordered = sorted(islice(cues, MOST_WORDS + 1), key=lambda cue: cue.start)
    check_count(sum(len(cue.text.split()) for cue in ordered), path)
    if not ordered:
        raise TranscriptError(f"{path.name} has no subtitles; choose another file.")
    words: list[Word] = []
    starts = [cue.start for cue in ordered[1:]] + [ordered[-1].end]
    for cue, limit in zip(ordered, starts, strict=True):
        end = min(cue.end, max(limit, cue.start))  # of two who speak at once, one gives way
        texts = cue.text.split()
        borders = shares(cue.start, end, [count_letters(text) for text in texts])
        words += [
            Word(text, first, last, 0.0, "estimated")
            for text, (first, last) in zip(texts, pairwise(borders), strict=True)
        ]
    return with_phonemes(Transcript(tuple(words), max(cue.end for cue in ordered)))
