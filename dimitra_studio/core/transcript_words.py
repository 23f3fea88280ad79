"""What editing a transcript does to single words: compare, place, share, divide, unite."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, pairwise

from dimitra_studio.core.transcript import SILENCE, Phoneme, Source, Word

SHORTEST = 0.02
"""Seconds that a word or phoneme keeps when a border is pushed into it."""

_APOSTROPHES = str.maketrans(dict.fromkeys("\u2018\u2019\u02bc", "'") | {"\u2212": "-"})
_SAID = "&+=@%#°<>$£€"  # symbols that are read aloud
_INSIDE = re.compile(  # punctuation that changes nothing; not 3.5, -2, or the apostrophe of we're
    rf"(?!(?<=\d)[.,:/](?=\d)|(?<=\w)'(?=\w)|^-(?=\d))[^\w{_SAID}]|_"
)


@lru_cache(maxsize=1 << 16)
def spelling(text: str) -> str:
    """What two writings of the same word have in common: not their case and punctuation."""
    plain = unicodedata.normalize("NFKC", text).translate(_APOSTROPHES).casefold()
    return _INSIDE.sub("", plain) or text


def is_spoken(text: str) -> bool:
    """Whether a written word is heard; a dash is not."""
    return any(character.isalnum() or character in _SAID for character in text)


def count_letters(text: str) -> int:
    """Letters and digits of a word: how long it takes when its phonemes are not known."""
    return sum(character.isalnum() for character in text)


def placed(word: Word, start: float, end: float, source: Source = "moved") -> Word:
    """The word at another time, its phonemes in proportion; itself if nothing changes."""
    if (start, end) == (word.start, word.end):
        return word
    length = word.end - word.start
    symbols = [phoneme.symbol for phoneme in word.phonemes]
    if length > 0:
        inner = [
            start + (phoneme.start - word.start) / length * (end - start)
            for phoneme in word.phonemes[1:]
        ]
    else:
        inner = even_borders(start, end, len(symbols))[1:-1]
    phonemes = phonemes_between(symbols, [start, *inner, end])
    return replace(word, start=start, end=end, source=source, phonemes=phonemes)


def even_borders(start: float, end: float, n_parts: int) -> list[float]:
    """Borders of ``n_parts`` parts of the same length; one more than parts."""
    step = (end - start) / max(1, n_parts)
    return [start + step * index for index in range(n_parts)] + [end]


def phonemes_between(symbols: Sequence[str], borders: Sequence[float]) -> tuple[Phoneme, ...]:
    """Sounds that follow each other; none where there are no symbols.

    Args:
        symbols: ARPAbet.
        borders: seconds; one more than symbols.
    """
    return tuple(map(Phoneme, symbols, borders, borders[1:]))


def shares(start: float, end: float, weights: Sequence[float]) -> list[float]:
    """Borders that share a span in proportion to weights; equally if there are none."""
    total = sum(weights)
    if total <= 0:
        return even_borders(start, end, len(weights))
    sums = [0.0, *accumulate(weights)]
    inner = [start + (end - start) * (part / total) for part in sums[1:-1]]
    return [start, *inner, end]


def sounds(words: Sequence[Word]) -> tuple[Phoneme, ...]:
    """The phonemes of neighbouring words as those of one word, with silence in the gaps."""
    found: list[Phoneme] = []
    for phoneme in (phoneme for word in words for phoneme in word.phonemes):
        if found and phoneme.start > found[-1].end + 1e-6:
            found.append(Phoneme(SILENCE, found[-1].end, phoneme.start))
        found.append(phoneme)
    return tuple(found)


def divided(words: Sequence[Word], texts: Sequence[str], source: Source) -> list[Word]:
    """Write neighbouring words as others; what sounds when stays the same.

    Borders between the new words lie on borders of phonemes wherever each can have one.

    Args:
        words: without a gap in the list.
        texts: of the words that take their place.
        source: of the new words.
    """
    start, end = words[0].start, words[-1].end
    confidence = min(word.confidence for word in words)
    phonemes = sounds(words)
    weights = [count_letters(text) for text in texts]
    borders = shares(start, end, weights)
    if phonemes:
        _snap(borders, phonemes)
    return [
        Word(text, first, last, confidence, source, _between(phonemes, first, last))
        for text, (first, last) in zip(texts, pairwise(borders), strict=True)
    ]


def _snap(borders: list[float], phonemes: Sequence[Phoneme]) -> None:
    """Move inner borders to the nearest ends of phonemes, as long as they stay in order."""
    ends = [phoneme.end for phoneme in phonemes[:-1]]
    for index in range(1, len(borders) - 1):
        free = [end for end in ends if borders[index - 1] < end < borders[index + 1]]
        if free and borders[index - 1] < borders[index] < borders[index + 1]:
            wanted = borders[index]
            borders[index] = min(free, key=lambda end: abs(end - wanted))


def _between(phonemes: Sequence[Phoneme], start: float, end: float) -> tuple[Phoneme, ...]:
    """What of the phonemes sounds from ``start`` to ``end``; one may be cut in two."""
    return tuple(
        Phoneme(phoneme.symbol, max(start, phoneme.start), min(end, phoneme.end))
        for phoneme in phonemes
        if min(end, phoneme.end) > max(start, phoneme.start)
    )
