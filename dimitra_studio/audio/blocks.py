"""Cuts a long recording and its text into stretches that are aligned one by one."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dimitra_studio.audio.anchors import Anchor

_SHORTEST = 8.0  # seconds of a block, where a pause invites a cut
_LONGEST = 20.0  # seconds of a block, where the next sure place is taken
_PAUSE = 0.25  # seconds
_HOLE = 3.0  # seconds without text: music, or speech that nobody wrote down
_MARGIN = 0.2  # seconds of sound kept around a block beside a hole
_SLOWEST = 5.0  # phonemes per second, beyond the edges of what was recognised
_SQUEEZED = 15  # phonemes that may be too many: a few words that the recogniser heard as others
FASTEST = 25.0  # phonemes per second; text that would have to be faster was not said


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the recording and the words that are said in it.

    Args:
        start: seconds.
        end: seconds.
        first: index of its first word.
        last: index after its last word.
        said: False where the words do not fit into the time that they have.
    """

    start: float
    end: float
    first: int
    last: int
    said: bool = True


def make_blocks(
    anchors: Sequence[Anchor], n_phonemes: Sequence[int], duration: float
) -> list[Block]:
    """Cut at pauses between anchors, so that each block holds all of its words.

    Args:
        anchors: at least one, in order.
        n_phonemes: of each word of the text.
        duration: of the recording in seconds.

    Returns:
        Blocks in order that cover every word.
    """
    maker = _Maker(n_phonemes)
    maker.begin(anchors[0])
    for before, after in pairwise(anchors):
        maker.join(before, after)
    maker.finish(anchors[-1], duration)
    return maker.blocks


class _Maker:
    def __init__(self, n_phonemes: Sequence[int]) -> None:
        self.blocks: list[Block] = []
        self._n_phonemes = n_phonemes
        self._start = 0.0
        self._first = 0

    def begin(self, anchor: Anchor) -> None:
        """Open the first block so that the words before the first anchor fit in."""
        n_before = sum(self._n_phonemes[: anchor.index])
        if n_before > FASTEST * anchor.start:
            self._leave_out(0.0, anchor.start, anchor.index)
            self._start = anchor.start
        else:
            self._start = max(0.0, anchor.start - n_before / _SLOWEST - _HOLE)

    def join(self, before: Anchor, after: Anchor) -> None:
        """Cut between two anchors, or go on."""
        pause = after.start - before.end
        if after.index == before.index + 1:
            length = before.end - self._start
            if pause > _HOLE:
                self._close(before.end + _MARGIN, after.start - _MARGIN, after.index)
            elif length > _LONGEST or (length > _SHORTEST and pause > _PAUSE):
                middle = (before.end + after.start) / 2
                self._close(middle, middle, after.index)
            return
        between = sum(self._n_phonemes[before.index + 1 : after.index])
        if between > FASTEST * pause + _SQUEEZED:
            self._close(before.end, before.end, before.index + 1)
            self._leave_out(before.end, after.start, after.index)
            self._start = after.start
        elif pause > between / _SLOWEST + _HOLE:
            self._close(before.end, before.end, before.index + 1)
            self._close(after.start, after.start, after.index)

    def finish(self, anchor: Anchor, duration: float) -> None:
        """Close the last block so that the words after the last anchor fit in."""
        n_words = len(self._n_phonemes)
        n_after = sum(self._n_phonemes[anchor.index + 1 :])
        if n_after > FASTEST * (duration - anchor.end):
            self._close(anchor.end, anchor.end, anchor.index + 1)
            self._leave_out(anchor.end, duration, n_words)
        else:
            end = min(duration, anchor.end + n_after / _SLOWEST + _HOLE)
            self._close(end, end, n_words)

    def _close(self, end: float, next_start: float, next_word: int) -> None:
        if next_word > self._first:
            self.blocks.append(Block(self._start, end, self._first, next_word))
        self._start, self._first = next_start, next_word

    def _leave_out(self, start: float, end: float, next_word: int) -> None:
        if next_word > self._first:
            self.blocks.append(Block(start, end, self._first, next_word, said=False))
        self._first = next_word
