"""A transcript after its text was edited: untouched words keep their times, always."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dimitra_studio.core.timeline import Segment
from dimitra_studio.core.transcript import SILENCE, Transcript, Word
from dimitra_studio.core.transcript_changes import merged_segments, segment_around
from dimitra_studio.core.transcript_diff import Operation, compare
from dimitra_studio.core.transcript_words import (
    count_letters,
    divided,
    even_borders,
    is_spoken,
    phonemes_between,
    shares,
    spelling,
)


@dataclass(frozen=True, slots=True)
class Retyped:
    """What became of a transcript when its text was edited.

    Args:
        transcript: with all words of the text.
        changed: where something else is said than before, so that its motion is stale.
        operations: which words became which.
    """

    transcript: Transcript
    changed: tuple[Segment, ...]
    operations: tuple[Operation, ...]


_Rule = Callable[[Sequence[Word], Sequence[str]], list[Word]]
"""The words that take the place of others, with their texts."""


def retype(transcript: Transcript, text: str) -> Retyped:
    """Change what is said.

    - The same word in other case or punctuation keeps its times and phonemes.
    - Words that became others share their span in proportion to phonemes, or else letters.
    - Where words were removed, there is silence.
    - An inserted word has no length, at the end of the word before it.
    - Words that were divided or united divide or unite their spans, with what sounds in them.

    Args:
        transcript: before the edit.
        text: after it; words separated by white space.
    """
    sounds = _Sounds(transcript.words)

    def regroup(before: Sequence[Word], texts: Sequence[str]) -> list[Word]:
        return divided(before, texts, "typed")

    def become(before: Sequence[Word], texts: Sequence[str]) -> list[Word]:
        return _retyped(before[0].start, before[-1].end, texts, sounds)

    edited, operations = _edited(transcript, text, become, regroup)
    changed = [
        segment
        for run in operations
        if _is_heard(run, transcript, edited) and (segment := _where(run, transcript, edited))
    ]
    return Retyped(edited, merged_segments(changed), operations)


def correct_text(transcript: Transcript, text: str) -> Transcript:
    """Correct how the words are written; what is said, and so the motion, stays.

    Words that became as many others keep their times one for one, and their phonemes. More or
    fewer words share the span and what sounds in it. An inserted word has no length until it is
    aligned. Nothing is marked as changed.

    Args:
        transcript: before the edit.
        text: after it; words separated by white space.
    """

    def become(before: Sequence[Word], texts: Sequence[str]) -> list[Word]:
        if len(before) != len(texts):
            return divided(before, texts, before[0].source)
        return [
            replace(word, text=text, confidence=1.0)  # somebody listened
            for word, text in zip(before, texts, strict=True)
        ]

    return _edited(transcript, text, become, become)[0]


def unplaced_segments(transcript: Transcript) -> tuple[Segment, ...]:
    """Where words were typed that were not aligned yet."""
    return merged_segments(
        segment
        for word in transcript.words
        if word.source == "typed" and is_spoken(word.text)
        if (segment := segment_around(word.start, word.end, transcript.duration))
    )


def _edited(
    transcript: Transcript, text: str, become: _Rule, regroup: _Rule
) -> tuple[Transcript, tuple[Operation, ...]]:
    """Edit a text by a rule for words that became others, and one for divided and united ones."""
    old, texts = transcript.words, text.split()
    operations = compare([word.text for word in old], texts)
    words: list[Word] = []
    for run in operations:
        before, after = old[slice(*run.old)], texts[slice(*run.new)]
        if run.kind == "kept":
            words += map(_rewritten, before, after)
        elif run.kind == "inserted":
            time = words[-1].end if words else old[0].start if old else 0.0
            words += [Word(written, time, time, source="typed") for written in after]
        elif run.kind != "removed":
            words += (become if run.kind == "replaced" else regroup)(before, after)
    return Transcript(tuple(words), transcript.duration), operations


def _rewritten(word: Word, text: str) -> Word:
    return word if text == word.text else replace(word, text=text)


def _where(run: Operation, before: Transcript, after: Transcript) -> Segment | None:
    """The span of the words that were edited; around a point if they take no time."""
    words = before.words[slice(*run.old)] or after.words[slice(*run.new)]
    return segment_around(words[0].start, words[-1].end, before.duration)


def _is_heard(run: Operation, before: Transcript, after: Transcript) -> bool:
    """Whether something else is said after an edit; a dash more or less cannot be heard."""
    old = [word.text for word in before.words[slice(*run.old)]]
    new = [word.text for word in after.words[slice(*run.new)]]
    if run.kind == "kept" or " ".join(old).split() == new:  # labels of other programs hold spaces
        return False
    return any(map(is_spoken, [*old, *new]))


class _Sounds:
    """How the words of a transcript are pronounced, as far as they are aligned."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._words = words
        self._symbols: Mapping[str, tuple[str, ...]] | None = None

    def of(self, text: str) -> tuple[str, ...]:
        """The phonemes of a written word; empty if it does not occur."""
        if self._symbols is None:  # most edits do not ask
            self._symbols = {
                spelling(word.text): tuple(
                    item.symbol for item in word.phonemes if item.symbol != SILENCE
                )
                for word in self._words
                if word.phonemes
            }
        return self._symbols.get(spelling(text), ())


def _retyped(start: float, end: float, texts: Sequence[str], sounds: _Sounds) -> list[Word]:
    """Let words share a span; those that occur elsewhere are pronounced as there."""
    symbols = [sounds.of(text) for text in texts]
    known = all(found or not is_spoken(text) for found, text in zip(symbols, texts, strict=True))
    weights = list(map(len, symbols)) if known else list(map(count_letters, texts))
    spans = pairwise(shares(start, end, weights))
    return [
        Word(
            text,
            first,
            last,
            source="typed",
            phonemes=phonemes_between(found, even_borders(first, last, len(found))),
        )
        for text, found, (first, last) in zip(texts, symbols, spans, strict=True)
    ]
