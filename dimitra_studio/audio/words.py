"""From spoken words back to written ones, with a confidence."""

from collections.abc import Sequence
from itertools import accumulate

import numpy as np

from dimitra_studio.audio.recogniser import SpokenWord
from dimitra_studio.audio.spelling import Token
from dimitra_studio.core.transcript import SILENCE, Phoneme, Source, Word

_FAIR_SCORE = -68.0  # of a word that is as likely right as wrong: on GRID clips with their own
# text nine of ten words score above it by a scale, with another text nine of ten below it
_SCORE_SCALE = 7.0
_NEIGHBOURS = np.array([0.25, 0.5, 1.0, 0.5, 0.25])  # weights of two words on either side


def estimate_words(
    words: Sequence[str], symbols: Sequence[tuple[str, ...]], start: float, end: float
) -> list[SpokenWord]:
    """Spread words over a stretch, each phoneme as long as the next."""
    step = (end - start) / max(1, sum(len(symbol) for symbol in symbols))
    estimated = []
    for word, symbol in zip(words, symbols, strict=True):
        borders = [min(end, start + step * index) for index in range(len(symbol) + 1)]
        phonemes = tuple(map(Phoneme, symbol, borders, borders[1:]))
        start = borders[-1]
        estimated.append(SpokenWord(word, borders[0], start, -np.inf, phonemes))
    return estimated


def _confidences(spoken: Sequence[SpokenWord]) -> list[float]:
    """How well each word fits, judged together with its neighbours: single words scatter."""
    if not spoken:
        return []
    n_hops = np.array([max(1e-3, word.end - word.start) for word in spoken])
    scores = np.array([max(word.score, -1000.0) for word in spoken])
    edge = len(_NEIGHBOURS) // 2
    total = np.convolve(np.pad(scores * n_hops, edge), _NEIGHBOURS, "valid")
    around = total / np.convolve(np.pad(n_hops, edge), _NEIGHBOURS, "valid")
    return [float(value) for value in 1 / (1 + np.exp((_FAIR_SCORE - around) / _SCORE_SCALE))]


def to_words(
    tokens: Sequence[Token], spoken: Sequence[SpokenWord], source: Source = "aligned"
) -> tuple[Word, ...]:
    """Put the spoken words of each written word together.

    Args:
        tokens: the written words.
        spoken: the spoken words of all tokens, in order.
        source: of the words that were found in the sound.
    """
    confidences = _confidences(spoken)
    firsts = [0, *accumulate(len(token.spoken) for token in tokens)]
    words: list[Word] = []
    time = 0.0
    for token, first in zip(tokens, firsts, strict=False):
        parts = spoken[first : first + len(token.spoken)]
        if not parts:
            words.append(Word(token.text, time, time, 1.0, source))
            continue
        phonemes = _joined(parts, time)
        estimated = any(part.score == -np.inf for part in parts)
        sure = float(np.mean(confidences[first : first + len(parts)]))
        time = phonemes[-1].end
        words.append(
            Word(
                text=token.text,
                start=phonemes[0].start,
                end=time,
                confidence=0.0 if estimated else sure,
                source="estimated" if estimated else source,
                phonemes=phonemes,
            )
        )
    return tuple(words)


def _joined(parts: Sequence[SpokenWord], earliest: float) -> tuple[Phoneme, ...]:
    """The phonemes of a written word, with silence where its spoken words leave a gap."""
    phonemes: list[Phoneme] = []
    for part in parts:
        for phoneme in part.phonemes:
            start, end = max(earliest, phoneme.start), max(earliest, phoneme.end)
            if phonemes and start > earliest + 1e-6:
                phonemes.append(Phoneme(SILENCE, earliest, start))
            phonemes.append(Phoneme(phoneme.symbol, start, end))
            earliest = end
    return tuple(phonemes)
