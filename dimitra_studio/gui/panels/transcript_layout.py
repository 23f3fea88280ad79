"""Where in the text of the editor each word of the transcript stands."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.timeline import Segment
from dimitra_studio.core.transcript import Word
from dimitra_studio.core.transcript_words import SHORTEST, is_spoken

DOUBTFUL = 0.45
"""Confidence below which a word was hardly heard."""

_UNSURE = 0.75  # confidence below which a word is dimmer
_PARAGRAPH = 350  # characters after which a paragraph ends with its sentence
_LONGEST = 1200  # characters of a paragraph; laying out a longer one slows typing
_TOUCH = 0.6 * SHORTEST  # seconds; the mark of an inserted word reaches into its neighbours
_PAUSE = 1.0  # seconds of silence that end a paragraph
_SENTENCE = (".", "!", "?", "…", "”", '"')

CHANGED, ESTIMATED, FAINT, HARDLY_HEARD = 1, 2, 4, 8
"""How a word is shown; added up."""

_NONE = np.zeros(0, dtype=np.int64)


class WordLayout:
    """Positions of words in a text, in Qt's units, kept right while the text is typed.

    A word that is being typed is not linked to the transcript until its edit is told.
    """

    def __init__(self) -> None:
        self.starts: NDArray[np.int64] = _NONE
        self.ends: NDArray[np.int64] = _NONE
        self.linked: NDArray[np.bool_] = np.zeros(0, dtype=np.bool_)

    def take_text(self, text: str) -> None:
        """Link every word of a text with the word of the same number in the transcript."""
        spans = [match.span() for match in re.finditer(r"\S+", text)]
        both = np.array(spans, dtype=np.int64).reshape(-1, 2)
        if not text.isascii():
            both = _to_qt(text)[both]
        self.starts, self.ends = both[:, 0].copy(), both[:, 1].copy()
        self.linked = np.ones(len(both), dtype=np.bool_)

    def edit(self, position: int, n_removed: int, n_added: int) -> None:
        """Follow an edit of the text; the words that it touches are no longer linked."""
        end, delta = position + n_removed, n_added - n_removed
        self.linked &= (self.ends < position) | (self.starts > end)
        for edges in (self.starts, self.ends):
            edges[:] = np.where(edges >= end, edges + delta, np.minimum(edges, position))

    def at(self, position: int) -> int | None:
        """The number of the word at a position of the text."""
        index = int(np.searchsorted(self.starts, position, side="right")) - 1
        if index < 0 or not self.linked[index] or position > self.ends[index]:
            return None
        return index

    def between(self, first: int, last: int) -> tuple[int, int] | None:
        """The first and last of the words that a stretch of the text touches."""
        inside = np.flatnonzero(self.linked & (self.ends > first) & (self.starts < last))
        return (int(inside[0]), int(inside[-1])) if inside.size else None

    def visible(self, first: int, last: int) -> NDArray[np.int64]:
        """Numbers of the linked words that begin in a stretch of the text."""
        inside = np.arange(*np.searchsorted(self.starts, (first, last)))
        return inside[self.linked[inside]]


def _to_qt(text: str) -> NDArray[np.int64]:
    """Positions as Qt counts them, where a character beyond the basic plane counts twice."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    return np.concatenate([[0], np.cumsum(1 + (codes > 0xFFFF))])


def qt_length(text: str) -> int:
    """The length of a text as Qt counts it."""
    return len(text) if text.isascii() else int(_to_qt(text)[-1])


def common_length(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def to_text(words: Sequence[Word]) -> str:
    """The words in paragraphs; a long pause ends one."""
    parts: list[str] = []
    length, end = 0, 0.0
    for word in words:
        if parts:
            closed = parts[-1].endswith(_SENTENCE)
            pause = word.start - end > _PAUSE
            full = length > _LONGEST or (closed and (pause or length > _PARAGRAPH))
            parts.append("\n" if full else " ")
            length = 0 if full else length
        parts.append(" ".join(word.text.split()) or "-")
        length += len(parts[-1]) + 1
        end = word.end
    return "".join(parts)


def bare(text: str) -> str:
    """A word without the punctuation around it."""
    return re.sub(r"^\W+|\W+$", "", text) or text


def is_doubtful(word: Word) -> bool:
    """Whether somebody should listen to the word."""
    return is_spoken(word.text) and (word.source == "estimated" or word.confidence < DOUBTFUL)


def make_styles(words: Sequence[Word], changed: Sequence[Segment]) -> NDArray[np.int64]:
    """How each word is shown: a sum of the constants of this module."""
    starts = np.array([word.start for word in words])
    ends = np.array([word.end for word in words])
    styles = np.array([_trust(word) for word in words], dtype=np.int64)
    for segment in changed:
        taking = (ends > segment.start + _TOUCH) & (starts < segment.end - _TOUCH)
        pointing = (ends == starts) & (starts >= segment.start) & (starts <= segment.end)
        styles[taking | pointing] |= CHANGED
    return styles


def _trust(word: Word) -> int:
    if word.confidence >= _UNSURE or not is_spoken(word.text):  # most words
        return 0
    if not is_doubtful(word):
        return FAINT
    return ESTIMATED if word.source == "estimated" else HARDLY_HEARD
