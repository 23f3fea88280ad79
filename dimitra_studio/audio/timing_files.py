"""Transcripts as files: Praat's TextGrid, and JSON."""

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
_JSON = TypeAdapter(Transcript)


def unreadable(path: Path, error: OSError) -> TranscriptError:
    """Say in one sentence why a file could not be read and what to do."""
    return TranscriptError(
        f"{path} cannot be read: {error.strerror or error}; choose another file."
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
    try:
        return _checked(_JSON.validate_json(path.read_bytes()), path)
    except OSError as error:
        raise unreadable(path, error) from error
    except ValidationError as error:
        raise TranscriptError(
            f"{path.name} is not a transcript of Dimitra Studio: "
            f"{error.errors()[0]['msg'].rstrip('.')}; export it again."
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
    try:
        grid = textgrid.openTextgrid(str(path), includeEmptyIntervals=False)
        words = [row for row in _tier(grid, *_WORD_TIERS) if row.label.lower() not in _SILENT]
    except OSError as error:
        raise unreadable(path, error) from error
    except Exception as error:  # the parser trips over a damaged file in many ways
        raise TranscriptError(
            f"{path.name} cannot be read as a TextGrid; save it again in Praat."
        ) from error
    if not words:
        raise TranscriptError(
            f"{path.name} has no tier named “words”; rename the tier with the words in Praat."
        )
    duration = float(grid.maxTimestamp)
    phonemes = list(_phonemes(_tier(grid, *_PHONEME_TIERS), path))
    sources = {(row.start, row.end): row.label for row in _tier(grid, _SOURCE_TIER)}
    if not phonemes:
        return _checked(Transcript(_with_dictionary(words), duration), path)
    read = []
    for row in words:
        source, confidence = _provenance(sources.get((row.start, row.end), ""))
        inside = tuple(
            item
            for item in phonemes
            if item.start >= row.start - _ROUNDING and item.end <= row.end + _ROUNDING
        )
        read.append(Word(row.label, row.start, row.end, confidence, source, inside))
    return _checked(Transcript(tuple(read), duration), path)


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
                f"{path.name} has the phoneme “{row.label}”, which is not ARPAbet; "
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
    """Refuse phonemes that the networks do not know."""
    for phoneme in transcript.phonemes():
        if phoneme.symbol not in PHONEME_IDS:
            raise TranscriptError(
                f"{path.name} has the phoneme “{phoneme.symbol}”, which is not ARPAbet; "
                "export it again."
            )
    return transcript
