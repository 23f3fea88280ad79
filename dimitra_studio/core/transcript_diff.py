"""Which words of a text became which words of another."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from dimitra_studio.core.transcript_words import spelling

Kind = Literal["kept", "replaced", "removed", "inserted", "divided", "united"]
"""What happened to a run of words.

kept      the same words, one for one; case and punctuation may be others
replaced  n words became m other words
removed   n words became none
inserted  none became m words
divided   one word is written as several: “into” as “in to”
united    several words are written as one
"""

_MOST_PARTS = 5  # words that one word is divided into, or united from


@dataclass(frozen=True, slots=True)
class Operation:
    """What happened to a run of words.

    Args:
        kind: what it was.
        old: first and after the last of the words before.
        new: first and after the last of the words after.
    """

    kind: Kind
    old: tuple[int, int]
    new: tuple[int, int]


def compare(old: Sequence[str], new: Sequence[str]) -> tuple[Operation, ...]:
    """Find the words that stayed, and group the others around them.

    Args:
        old: words as they were written.
        new: words as they are written now.

    Returns:
        In order, covering all words of both.
    """
    before, after = [spelling(text) for text in old], [spelling(text) for text in new]
    most = min(len(before), len(after))
    head = next((i for i in range(most) if before[i] != after[i]), most)
    most -= head
    tail = next((i for i in range(most) if before[-1 - i] != after[-1 - i]), most)
    found = [_run("kept", 0, head, 0, head)]
    first, last = len(before) - tail, len(after) - tail
    matcher = SequenceMatcher(None, before[head:first], after[head:last], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        run = _run("kept", a + head, b + head, c + head, d + head)
        found += [run] if tag == "equal" else _regrouped(before, after, run)
    found.append(_run("kept", first, len(before), last, len(after)))
    return tuple(_joined(found))


def _run(kind: Kind, first: int, last: int, new_first: int, new_last: int) -> Operation:
    return Operation(kind, (first, last), (new_first, new_last))


def _joined(found: Sequence[Operation]) -> Iterator[Operation]:
    """Drop empty runs, and make one of kept runs that meet."""
    waiting: Operation | None = None
    for run in found:
        if run.old[0] == run.old[1] and run.new[0] == run.new[1]:
            continue
        if waiting and waiting.kind == run.kind == "kept":
            waiting = Operation("kept", (waiting.old[0], run.old[1]), (waiting.new[0], run.new[1]))
            continue
        if waiting:
            yield waiting
        waiting = run
    if waiting:
        yield waiting


def _regrouped(
    before: Sequence[str], after: Sequence[str], whole: Operation
) -> Iterator[Operation]:
    """Find words that were divided or united in a run of others."""
    (a, b), (c, d) = whole.old, whole.new
    divided = (
        _run("divided", i, i + 1, j, stop)
        for i, j, stop in _compounds(before, whole.old, after, whole.new)
    )
    united = (
        _run("united", i, stop, j, j + 1)
        for j, i, stop in _compounds(after, whole.new, before, whole.old)
    )
    for pair in sorted([*divided, *united], key=lambda run: (run.old, run.new)):
        if pair.old[0] >= a and pair.new[0] >= c:
            yield _other(a, pair.old[0], c, pair.new[0])
            yield pair
            a, c = pair.old[1], pair.new[1]
    yield _other(a, b, c, d)


def _compounds(
    whole: Sequence[str], among: tuple[int, int], parts: Sequence[str], within: tuple[int, int]
) -> Iterator[tuple[int, int, int]]:
    """Words of one list that are written in parts in the other: word, first and after part."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for first in range(*within):
        for stop in range(first + 2, min(within[1], first + _MOST_PARTS) + 1):
            places["".join(parts[first:stop])].append((first, stop))
    for index in range(*among):
        yield from ((index, *place) for place in places.get(whole[index], ()))


def _other(a: int, b: int, c: int, d: int) -> Operation:
    return _run("inserted" if a == b else "removed" if c == d else "replaced", a, b, c, d)
