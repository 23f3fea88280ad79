"""New times for the words that were edited; all others stay as they are."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from dimitra_studio.audio.alignment import align_stretch
from dimitra_studio.audio.recogniser import ALIGNING, Recogniser
from dimitra_studio.audio.spelling import Token, tokenize
from dimitra_studio.audio.words import estimate_words, to_words
from dimitra_studio.core.audio import Audio
from dimitra_studio.core.progress import Progress, ProgressFn, ignore
from dimitra_studio.core.timeline import Segment
from dimitra_studio.core.transcript import Phoneme, Source, Transcript, Word

TOLERANCE = 0.02
"""Seconds; a word that would move by less stays where it is."""

_LABEL = "Aligning the changed words"
_LEAST = 0.03  # seconds that the recogniser needs for a phoneme
_USUAL = 0.08  # seconds that a phoneme takes in calm speech
_LOSS = 0.5  # share of its confidence that a neighbour must keep
_PLACED = frozenset(["aligned", "recognised"])  # sources of times that were found in the sound


def realign(
    audio: Audio,
    transcript: Transcript,
    segments: Sequence[Segment],
    on_progress: ProgressFn = ignore,
    *,
    recogniser: Recogniser | None = None,
) -> Transcript:
    """Find again when the words in some segments are said, with one word on either side.

    Words whose borders were set by hand stay. Where the sound does not bear the words out, they
    get times in proportion, with the source "estimated". Every other word is the same as before.

    Args:
        audio: the whole recording.
        transcript: its words; those that were typed may have no length.
        segments: where words were edited.
        on_progress: told about each run of words.
        recogniser: to be used again; made for ``ALIGNING``.
    """
    words = list(_within(transcript.words, audio.duration))
    runs = [run for span in _affected(words, segments) for run in _free_runs(words, *span)]
    if runs:
        recogniser = recogniser or Recogniser(ALIGNING)
        tokens = _tokens(words, recogniser)
        recogniser.learn(word for run in runs for at in range(*run) for word in tokens[at].spoken)
        for done, (first, last) in enumerate(runs):
            on_progress(Progress(done, len(runs), _LABEL))
            stretch = _room(words, first, last, audio.duration)
            old = words[first:last]
            found = _placed(audio, old, tokens[first:last], stretch, recogniser)
            words[first:last] = _settled(old, found, stretch)
    on_progress(Progress(1, 1, _LABEL))
    return Transcript(tuple(words), audio.duration)


def with_phonemes(transcript: Transcript, *, recogniser: Recogniser | None = None) -> Transcript:
    """Give words without phonemes those of the dictionary, each as long as the next."""
    silent = [
        at
        for at, word in enumerate(transcript.words)
        if not word.phonemes and word.end > word.start
    ]
    if not silent:
        return transcript
    recogniser = recogniser or Recogniser(ALIGNING)
    tokens, words = _tokens(transcript.words, recogniser), list(transcript.words)
    for at in silent:
        recogniser.learn(tokens[at].spoken)
        (spread,) = _spread([words[at]], [tokens[at]], recogniser)
        words[at] = replace(words[at], phonemes=spread.phonemes)
    return replace(transcript, words=tuple(words))


def _within(words: Iterable[Word], duration: float) -> Iterator[Word]:
    """The words of a recording that may be shorter than the one they were written for."""
    for word in words:
        yield word if word.end <= duration else _clipped(word, 0.0, duration)


def _tokens(words: Sequence[Word], recogniser: Recogniser) -> tuple[Token, ...]:
    """How each word is read; labels of other programs may hold spaces, or nothing."""
    texts = ["-".join(word.text.split()) or "-" for word in words]
    return tokenize(" ".join(texts), recogniser.knows)


def _affected(words: Sequence[Word], segments: Iterable[Segment]) -> list[tuple[int, int]]:
    """First and after the last of each run of edited words, with one heard word on either side."""
    spans: list[tuple[int, int]] = []
    for segment in sorted(segments, key=lambda segment: segment.start):
        inside = [at for at, word in enumerate(words) if _touches(word, segment)]
        if not inside:
            continue
        before = (at for at in range(inside[0] - 1, -1, -1) if words[at].phonemes)
        after = (at for at in range(inside[-1] + 1, len(words)) if words[at].phonemes)
        first, last = next(before, 0), next(after, len(words) - 1) + 1
        if spans and first < spans[-1][1]:
            spans[-1] = spans[-1][0], max(last, spans[-1][1])
        else:
            spans.append((first, last))
    return spans


def _touches(word: Word, segment: Segment) -> bool:
    if word.end > word.start:
        return word.end > segment.start and word.start < segment.end
    return segment.start <= word.start <= segment.end


def _free_runs(words: Sequence[Word], first: int, last: int) -> Iterator[tuple[int, int]]:
    """The parts between words that were moved by hand."""
    for at in range(first, last):
        if words[at].source == "moved":
            if first < at:
                yield first, at
            first = at + 1
    if first < last:
        yield first, last


def _room(words: Sequence[Word], first: int, last: int, duration: float) -> tuple[float, float]:
    """The time between the words that stay."""
    start = words[first - 1].end if first else 0.0
    return start, words[last].start if last < len(words) else max(start, duration)


def _placed(
    audio: Audio,
    words: Sequence[Word],
    tokens: Sequence[Token],
    stretch: tuple[float, float],
    recogniser: Recogniser,
) -> Sequence[Word]:
    """The words where they are heard in a stretch; in proportion where they are not."""
    spoken = [word for token in tokens for word in token.spoken]
    least = _LEAST * sum(len(recogniser.lookup(word)) for word in spoken)
    if stretch[1] - stretch[0] >= least:
        parts = align_stretch(audio, stretch, spoken, recogniser)
        found = to_words(tokens, parts)
        if all(part.score > -np.inf for part in parts) and not _is_harmful(words, found):
            return found
    return _in_proportion(words, tokens, stretch, recogniser)


def _is_harmful(words: Sequence[Word], found: Sequence[Word]) -> bool:
    """Whether words that nobody said would push those aside that were heard."""
    return any(
        old.source in _PLACED and bool(old.phonemes) and new.confidence < _LOSS * old.confidence
        for old, new in zip(words, found, strict=True)
    )


def _in_proportion(
    words: Sequence[Word],
    tokens: Sequence[Token],
    stretch: tuple[float, float],
    recogniser: Recogniser,
) -> list[Word]:
    """Words that were found earlier keep their times if there is room for the others."""
    at = [index for index, word in enumerate(words) if word.source not in _PLACED]
    first, last = (at[0], at[-1] + 1) if at else (0, len(words))
    start = words[first - 1].end if first else stretch[0]
    end = words[last].start if last < len(words) else stretch[1]
    n_phonemes = sum(
        len(recogniser.lookup(word)) for token in tokens[first:last] for word in token.spoken
    )
    if end - start < _LEAST * n_phonemes:
        first, last, (start, end) = 0, len(words), stretch
    elif words[last - 1].end > words[first].start:
        start, end = max(start, words[first].start), min(end, words[last - 1].end)
    else:
        end = min(end, start + _USUAL * n_phonemes)  # not over all of a long pause
    chosen = [replace(words[first], start=start), *words[first + 1 : last]]
    chosen[-1] = replace(chosen[-1], end=end)
    return [*words[:first], *_spread(chosen, tokens[first:last], recogniser), *words[last:]]


def _spread(
    words: Sequence[Word], tokens: Sequence[Token], recogniser: Recogniser
) -> Sequence[Word]:
    """Words over their common span, each phoneme as long as the next."""
    spoken = [word for token in tokens for word in token.spoken]
    symbols = [recogniser.lookup(word) for word in spoken]
    parts = estimate_words(spoken, symbols, words[0].start, words[-1].end)
    return to_words(tokens, parts)


def _settled(
    words: Sequence[Word], found: Sequence[Word], stretch: tuple[float, float]
) -> list[Word]:
    """Take the times over where they differ; the words keep their writing and their order."""
    keep = [old is new or _is_close(old, new) for old, new in zip(words, found, strict=True)]
    ends = [stretch[1]]  # how far each word may reach, the last one first
    for old, stays in zip(words[:0:-1], keep[:0:-1], strict=True):
        ends.append(old.start if stays else ends[-1])
    settled: list[Word] = []
    time = stretch[0]
    for old, new, stays, end in zip(words, found, keep, ends[::-1], strict=True):
        draft = (old.source, new.source) == ("recognised", "aligned")
        source: Source = "recognised" if draft else new.source
        fitted = replace(_clipped(new, time, end), text=old.text, source=source)
        settled.append(old if stays else fitted)
        time = settled[-1].end
    return settled


def _is_close(old: Word, new: Word) -> bool:
    return (
        old.source in _PLACED
        and bool(old.phonemes)
        and abs(old.start - new.start) < TOLERANCE
        and abs(old.end - new.end) < TOLERANCE
    )


def _clipped(word: Word, earliest: float, latest: float) -> Word:
    def clip(time: float) -> float:
        return min(max(time, earliest), latest)

    phonemes = tuple(
        Phoneme(phoneme.symbol, clip(phoneme.start), clip(phoneme.end)) for phoneme in word.phonemes
    )
    return replace(word, start=clip(word.start), end=clip(word.end), phonemes=phonemes)
