"""Transcripts as files: Praat's TextGrid, and JSON."""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, get_args

from praatio import textgrid
from praatio.data_classes.interval_tier import IntervalTier
from praatio.data_classes.textgrid import Textgrid
from praatio.utilities.constants import Interval
from pydantic import TypeAdapter, ValidationError

from dimitra_studio.audio.phonemes import PHONEME_IDS
from dimitra_studio.audio.recogniser import ALIGNING, Recogniser
from dimitra_studio.audio.spelling import tokenize
from dimitra_studio.audio.words import estimate_words
from dimitra_studio.core.errors import TranscriptError
from dimitra_studio.core.files import replacing
from dimitra_studio.core.transcript import SILENCE, Phoneme, Source, Transcript, Word

Layout = Literal["long", "short"]

_SILENT = frozenset(["", "sil", "sp", "spn", "<eps>", "<sil>"])
_WORD_TIERS = ("words", "word")
_PHONEME_TIERS = ("phones", "phonemes", "phone")
_SOURCE_TIER = "sources"  # ours: where the times come from, and the confidence
_ROUNDING = 1e-4  # seconds by which a phoneme may stick out of its word
_GAP = 0.02  # seconds that a tier may be shorter than the recording
_N_TIERS = re.compile(r"<exists>\s*(?:size\s*=\s*)?(\d{1,9})\b")
_JSON = TypeAdapter(Transcript)

MOST_BYTES = 2**26
MOST_WORDS = 200_000
"""Sixteen hours of fast speech; what has more is a mistake, or meant to fill the memory."""

LONGEST = 86_400.0
"""Seconds that a recording may last."""

_MOST_LABELS = 500_000  # words, phonemes and silences
_SHOWN = 120  # characters of what stands in a file


def unreadable(path: Path, error: OSError) -> TranscriptError:
    """Say in one sentence why a file could not be read and what to do."""
    return TranscriptError(
        f"{path} cannot be read: {error.strerror or error}; choose another file."
    )


def read_whole(path: Path) -> bytes:
    """The bytes of a file of words, of which there cannot be too many.

    Raises:
        TranscriptError: if it is missing, no file, or too large.
    """
    try:
        if path.is_fifo() or path.is_char_device():
            raise TranscriptError(f"{path} cannot be read: it is no file; choose another.")
        if path.stat().st_size > MOST_BYTES:
            raise TranscriptError(
                f"{path.name} is larger than {MOST_BYTES // 2**20} MB, which no transcript is; "
                "choose another file."
            )
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error


def check_count(n_words: int, path: Path, most: int = MOST_WORDS) -> None:
    """Refuse more words, lines or labels than anyone says.

    Raises:
        TranscriptError: if there are too many.
    """
    if n_words > most:
        raise TranscriptError(
            f"{path.name} holds more than {most} words or phonemes, which no recording does; "
            "choose another file."
        )


def write_json(transcript: Transcript, path: Path) -> None:
    """Save everything that is known about the words.

    Raises:
        ExportError: if the file cannot be written.
    """
    with replacing(path) as partial:
        partial.write_bytes(_JSON.dump_json(transcript, indent=1))


def read_json(path: Path) -> Transcript:
    """Load what ``write_json`` saved.

    Raises:
        TranscriptError: if the file is missing, damaged, or something else.
    """
    content = read_whole(path).removeprefix(codecs.BOM_UTF8)
    check_count(content.count(b'"start"'), path, _MOST_LABELS)
    try:
        return _checked(_JSON.validate_json(content), path)
    except ValidationError as error:
        reason = _in_a_line(error.errors()[0]["msg"].rstrip("."))
        raise TranscriptError(
            f"{path.name} is not a transcript of Dimitra Studio: {reason}; export it again."
        ) from error


def write_textgrid(transcript: Transcript, path: Path, layout: Layout = "long") -> None:
    """Save words, phonemes and where they come from as interval tiers for Praat.

    Words that take no time, such as a dash, have no place in a TextGrid and are left out.

    Raises:
        ExportError: if the file cannot be written.
    """
    words = [word for word in transcript.words if word.end > word.start]
    phonemes = [item for item in transcript.phonemes() if item.end > item.start]
    rows = {
        "words": [(word.start, word.end, word.text) for word in words],
        "phones": [(item.start, item.end, item.symbol) for item in phonemes],
        _SOURCE_TIER: [
            (word.start, word.end, f"{word.source} {word.confidence!r}") for word in words
        ],
    }
    end = max([transcript.duration, *(word.end for word in words)])
    grid = Textgrid(0.0, end)
    for name, intervals in rows.items():
        if intervals:
            grid.addTier(IntervalTier(name, intervals, 0.0, end))
    with replacing(path) as partial:
        grid.save(str(partial), f"{layout}_textgrid", includeBlankSpaces=True)


def read_textgrid(path: Path) -> Transcript:
    """Load a TextGrid of Praat, the Montreal Forced Aligner or ourselves, long or short.

    It needs a tier of words. Without a tier of phonemes each word is given those of the
    dictionary in proportion.

    Raises:
        TranscriptError: if the file is missing, damaged, or has no tier of words.
    """
    content = read_whole(path)
    check_count(content.count(b'"') // 2, path, _MOST_LABELS)
    try:
        grid = textgrid.openTextgrid(str(path), True, reportingMode="silence")
        _check_complete(grid, content, path)
        return _checked(_from_textgrid(grid, path), path)
    except TranscriptError:
        raise
    except OSError as error:
        raise unreadable(path, error) from error
    except Exception as error:  # the parser trips over a damaged file in many ways
        raise TranscriptError(
            f"{path.name} cannot be read as a TextGrid; save it again in Praat."
        ) from error


def _from_textgrid(grid: Textgrid, path: Path) -> Transcript:
    words = [row for row in _tier(grid, *_WORD_TIERS) if row.label.lower() not in _SILENT]
    if not words:
        raise TranscriptError(
            f"{path.name} has no tier named “words”; rename the tier with the words in Praat."
        )
    duration = float(grid.maxTimestamp)
    phonemes = list(_phonemes(_tier(grid, *_PHONEME_TIERS), path))
    sources = {(row.start, row.end): row.label for row in _tier(grid, _SOURCE_TIER)}
    if not phonemes:
        return Transcript(_with_dictionary(words), duration)
    read = []
    for row in words:
        source, confidence = _provenance(sources.get((row.start, row.end), ""))
        inside = tuple(
            item
            for item in phonemes
            if item.start >= row.start - _ROUNDING and item.end <= row.end + _ROUNDING
        )
        read.append(Word(row.label, row.start, row.end, confidence, source, inside))
    return Transcript(tuple(read), duration)


def _check_complete(grid: Textgrid, content: bytes, path: Path) -> None:
    """Refuse a file of which the end is missing, for the parser takes what is there."""
    wide = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    stated = _N_TIERS.search(content.decode("utf-16" if wide else "utf-8", errors="replace"))
    tiers = [grid.getTier(name) for name in grid.tierNames]
    ends = [tier.entries[-1][1] for tier in tiers if isinstance(tier, IntervalTier)]
    if (stated and int(stated[1]) != len(tiers)) or any(
        end < grid.maxTimestamp - _GAP for end in ends
    ):
        raise TranscriptError(f"{path.name} ends too early, perhaps cut off; save it again.")


def _tier(grid: Textgrid, *names: str) -> list[Interval]:
    """The labelled intervals of the first tier of such a name; other tools put a speaker first."""
    for name in grid.tierNames:
        if name.lower().rpartition(" - ")[2] in names:
            entries = [entry for entry in grid.getTier(name).entries if isinstance(entry, Interval)]
            return [entry for entry in entries if entry.label.strip().lower() not in {"", "<eps>"}]
    return []


def _phonemes(rows: list[Interval], path: Path) -> Iterator[Phoneme]:
    for row in rows:
        symbol = row.label.strip().upper().rstrip("012")
        symbol = SILENCE if symbol.lower() in _SILENT else symbol
        if symbol not in PHONEME_IDS:
            raise TranscriptError(
                f"{path.name} has the phoneme “{_in_a_line(row.label)}”, which is not ARPAbet; "
                "remove the tier of phonemes and read it again."
            )
        if symbol != SILENCE or row.end > row.start:
            yield Phoneme(symbol, row.start, row.end)


def _provenance(label: str) -> tuple[Source, float]:
    name, _, confidence = label.partition(" ")
    for source in get_args(Source):
        if source == name:
            return source, float(confidence)
    return "aligned", 1.0


def _with_dictionary(rows: list[Interval]) -> tuple[Word, ...]:
    recogniser = Recogniser(ALIGNING)
    words = []
    for row in rows:
        (token, *_) = tokenize(row.label.replace(" ", "-"), recogniser.knows)
        recogniser.learn(token.spoken)
        symbols = [recogniser.lookup(word) for word in token.spoken]
        spoken = estimate_words(token.spoken, symbols, row.start, row.end)
        phonemes = tuple(phoneme for word in spoken for phoneme in word.phonemes)
        words.append(Word(row.label, row.start, row.end, 1.0, "aligned", phonemes))
    return tuple(words)


def _checked(transcript: Transcript, path: Path) -> Transcript:
    """Refuse phonemes that the networks do not know, and times that cannot be."""
    check_count(len(transcript.words), path)
    if transcript.duration > LONGEST:
        raise TranscriptError(
            f"{path.name} is for a recording of more than {LONGEST / 3600:.0f} hours; "
            "correct its times."
        )
    for word in transcript.words:
        if not 0 <= word.confidence <= 1:
            raise TranscriptError(
                f"{path.name} has the confidence {word.confidence:g}, which is not between 0 and "
                "1; export it again."
            )
        for phoneme in word.phonemes:
            if phoneme.symbol not in PHONEME_IDS:
                raise TranscriptError(
                    f"{path.name} has the phoneme “{_in_a_line(phoneme.symbol)}”, which is not "
                    "ARPAbet; export it again."
                )
            if not -_ROUNDING <= phoneme.start <= phoneme.end <= LONGEST:
                raise TranscriptError(
                    f"{path.name} has a phoneme from {phoneme.start:g} to {phoneme.end:g} s, "
                    "which cannot be; export it again."
                )
    return transcript


def _in_a_line(text: str) -> str:
    """What stands in a file as a part of a sentence: without breaks, and not too long."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
