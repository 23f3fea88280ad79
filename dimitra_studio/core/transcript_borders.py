"""Borders of words and phonemes moved by hand.

A border that two words share moves for both. Where there is a gap, a border moves through it up
to the next word and then pushes that word's border on. No word becomes shorter than 20 ms, none
overlaps another, and phonemes keep their share of their word.
"""

from collections.abc import Sequence
from dataclasses import replace

from dimitra_studio.core.transcript import Source, Transcript, Word
from dimitra_studio.core.transcript_words import SHORTEST, phonemes_between, placed

_SAME = 1e-6  # seconds


def move_word(transcript: Transcript, index: int, start: float, end: float) -> Transcript:
    """Move the borders of a word.

    Args:
        transcript: to edit.
        index: of the word.
        start: seconds; as near to it as the neighbours allow.
        end: seconds; likewise.
    """
    word = transcript.words[index]
    low, high = _limits(transcript, index)
    shortest = min(SHORTEST, high - low)
    if end == word.end:  # the start alone is dragged, and does not push the end
        start = min(start, end - shortest)
    start = min(max(start, low), high - shortest)
    end = min(max(end, start + shortest), high)
    return _put(transcript, index, placed(word, start, end))


def move_phoneme(
    transcript: Transcript, word: int, phoneme: int, start: float, end: float
) -> Transcript:
    """Move the borders of a phoneme; those at the ends of a word are the word's own.

    Args:
        transcript: to edit.
        word: its index.
        phoneme: index within the word.
        start: seconds; as near to it as the neighbours allow.
        end: seconds; likewise.
    """
    old = transcript.words[word]
    low, high = _limits(transcript, word)
    borders = [item.start for item in old.phonemes] + [old.end]
    before = borders[phoneme - 1] if phoneme else low
    after = borders[phoneme + 2] if phoneme + 2 < len(borders) else high
    if phoneme:
        before += min(SHORTEST, borders[phoneme] - before)
    if phoneme + 2 < len(borders):
        after -= min(SHORTEST, after - borders[phoneme + 1])
    shortest = min(SHORTEST, after - before)
    if end == borders[phoneme + 1]:
        start = min(start, end - shortest)
    start = min(max(start, before), after - shortest)
    borders[phoneme] = start
    borders[phoneme + 1] = min(max(end, start + shortest), after)
    symbols = [item.symbol for item in old.phonemes]
    moved = replace(
        old,
        start=borders[0],
        end=borders[-1],
        source="moved",
        phonemes=phonemes_between(symbols, borders),
    )
    return transcript if moved.phonemes == old.phonemes else _put(transcript, word, moved)


def shift_after(transcript: Transcript, index: int, delta: float) -> Transcript:
    """Push a word and everything after it, as far as there is room.

    The word before it is stretched along if the two touch.

    Args:
        transcript: to edit.
        index: of the first word that is pushed.
        delta: seconds; negative for earlier.
    """
    words = list(transcript.words)
    first = words[index]
    low, _ = _limits(transcript, index)
    delta = max(low - first.start, min(delta, transcript.duration - words[-1].end))
    if abs(delta) < _SAME:
        return transcript
    shifted = [placed(word, word.start + delta, word.end + delta) for word in words[index:]]
    _pull_before(words, index, first.start, first.start + delta)
    return replace(transcript, words=(*words[:index], *shifted))


def _limits(transcript: Transcript, index: int) -> tuple[float, float]:
    """How far the borders of a word can be moved when its neighbours give way."""
    words = transcript.words
    before, after = _beside(words[:index][::-1]), _beside(words[index + 1 :])
    low = before.start + min(SHORTEST, before.end - before.start) if before else 0.0
    high = after.end - min(SHORTEST, after.end - after.start) if after else transcript.duration
    return low, max(low, high)


def _beside(words: Sequence[Word]) -> Word | None:
    """The first word that takes time; those that take none are pushed along."""
    return next((word for word in words if word.end > word.start), None)


def _put(transcript: Transcript, index: int, moved: Word) -> Transcript:
    """Replace a word, and let its neighbours give way."""
    words, old = list(transcript.words), transcript.words[index]
    words[index] = moved
    _pull_before(words, index, old.start, moved.start)
    _pull_after(words, index, old.end, moved.end)
    return replace(transcript, words=tuple(words))


def _pull_before(words: list[Word], index: int, old: float, border: float) -> None:
    """Let the words before ``index`` follow its start from ``old`` to ``border``."""
    for at in range(index - 1, -1, -1):
        word = words[at]
        end = border if abs(word.end - old) < _SAME else min(word.end, border)
        if word.end > word.start:
            words[at] = placed(word, word.start, end, _pushed(word))
            return
        words[at] = placed(word, end, end, word.source)


def _pull_after(words: list[Word], index: int, old: float, border: float) -> None:
    """Let the words after ``index`` follow its end from ``old`` to ``border``."""
    for at in range(index + 1, len(words)):
        word = words[at]
        start = border if abs(word.start - old) < _SAME else max(word.start, border)
        if word.end > word.start:
            words[at] = placed(word, start, word.end, _pushed(word))
            return
        words[at] = placed(word, start, start, word.source)


def _pushed(word: Word) -> Source:
    """A neighbour has a border by hand now; one that is not aligned yet still wants to be."""
    return word.source if word.source in ("typed", "estimated") else "moved"
