"""Where in a long recording each part of its text is said."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from pocketsphinx.lm import ArpaBoLM

from dimitra_studio.audio.pauses import split_at_pauses
from dimitra_studio.audio.recogniser import MATCHING, Recogniser, SpokenWord
from dimitra_studio.core.audio import Audio
from dimitra_studio.core.progress import Progress, ProgressFn

_PIECE = 15.0  # seconds recognised at once
_SENTENCE = 400  # words of the text that the language model sees as one sentence
_RUN = 3  # words in a row that must be recognised to be believed
_BAND = 3000  # words by which text and recognised words may have drifted apart
_MATCH, _OTHER, _GAP = 10, -3, -5  # whole numbers, so that equal sums are equal
_NEVER = -(10**9)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A word of the text that was recognised beyond doubt.

    Args:
        index: of the word in the text.
        start: seconds.
        end: seconds.
    """

    index: int
    start: float
    end: float


def find_anchors(audio: Audio, words: Sequence[str], on_progress: ProgressFn) -> list[Anchor]:
    """Recognise the recording with the vocabulary of its text, and match the two.

    Args:
        audio: of any length.
        words: the text as spoken, lower case.
        on_progress: told about each piece.

    Returns:
        Anchors in the order of the text and of time.
    """
    heard = _recognise(audio, words, on_progress)
    pairs = match_words([word.text for word in heard], words)
    run: list[tuple[int, int]] = []
    anchors: list[Anchor] = []
    for pair in [*pairs, (-1, -1)]:
        if run and pair != (run[-1][0] + 1, run[-1][1] + 1):
            if len(run) >= _RUN:
                anchors += [Anchor(index, heard[at].start, heard[at].end) for at, index in run]
            run = []
        run.append(pair)
    return anchors


def _recognise(audio: Audio, words: Sequence[str], on_progress: ProgressFn) -> list[SpokenWord]:
    recogniser = Recogniser(MATCHING)
    recogniser.learn(words)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "text.arpa"
        write_language_model(words, path)
        recogniser.use_language_model(str(path))
    heard = []
    for start, end in split_at_pauses(audio, _PIECE):
        on_progress(Progress(int(start), int(audio.duration) + 1, "Listening to the recording"))
        piece = audio.samples[round(start * audio.sample_rate) : round(end * audio.sample_rate)]
        heard += [
            SpokenWord(word.text, start + word.start, min(end, start + word.end))
            for word in recogniser.recognise(piece)
        ]
    return heard


def write_language_model(words: Sequence[str], path: Path) -> None:
    """Count which words of a text follow which, as an ARPA trigram model."""
    lines = [" ".join(words[at : at + _SENTENCE]) for at in range(0, len(words), _SENTENCE)]
    model = ArpaBoLM(text="\n".join(lines), add_start=True)
    model.compute()
    model.write_file(str(path))


def match_words(heard: Sequence[str], text: Sequence[str]) -> list[tuple[int, int]]:
    """Find the best common order of two lists of words (Needleman and Wunsch, 1970).

    Args:
        heard: what was recognised.
        text: what was written; a place that drifts by more than 3000 words is not found.

    Returns:
        Positions in ``heard`` and ``text`` of the words that match, rising in both.
    """
    if not heard or not text:
        return []
    ids: dict[str, int] = {}
    rows = np.array([ids.setdefault(word, len(ids)) for word in heard])
    columns = np.array([ids.setdefault(word, len(ids)) for word in text])
    width = min(len(text), 2 * _BAND)
    slope = (len(text) - width) / max(1, len(heard) - 1)
    firsts = [round(row * slope) for row in range(len(heard))]
    came_from = np.empty((len(heard), width), dtype=np.int8)
    ramp = _GAP * np.arange(width)
    best = _GAP * np.arange(width + 1)  # of the row above; entry k is before column first + k
    for row, first in enumerate(firsts):
        shift = first - firsts[row - 1] if row else 0
        above = np.concatenate([best[shift:], np.full(shift, _NEVER)])
        equal = columns[first : first + width] == rows[row]
        diagonal = above[:-1] + np.where(equal, _MATCH, _OTHER)
        vertical = above[1:] + _GAP
        entry = above[0] + _GAP
        steps = np.maximum(diagonal, vertical)
        scores = np.maximum.accumulate(np.maximum(steps, entry + ramp + _GAP) - ramp) + ramp
        came_from[row] = np.where(scores > steps, 2, np.where(vertical > diagonal, 1, 0))
        best = np.concatenate([[entry], scores])
    return _trace(came_from, firsts, rows, columns, int(np.argmax(best[1:])))


def _trace(
    came_from: np.ndarray, firsts: list[int], rows: np.ndarray, columns: np.ndarray, last: int
) -> list[tuple[int, int]]:
    pairs = []
    row, column = len(firsts) - 1, firsts[-1] + last
    while row >= 0 and column >= firsts[row]:
        step = (
            came_from[row, column - firsts[row]] if column - firsts[row] < came_from.shape[1] else 2
        )
        if step == 0:
            if rows[row] == columns[column]:
                pairs.append((row, column))
            row, column = row - 1, column - 1
        elif step == 1:
            row -= 1
        else:
            column -= 1
    return pairs[::-1]
