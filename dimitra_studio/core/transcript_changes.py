"""Which spans of a project are stale because their words were changed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dimitra_studio.core.project import Project
from dimitra_studio.core.timeline import Segment
from dimitra_studio.core.transcript import Transcript, Word
from dimitra_studio.core.transcript_words import SHORTEST, is_spoken, spelling

MARGIN = 0.2
"""Seconds around a changed span that change with it where no word is near: speech sounds bend
their neighbours. Spans that are as close are regenerated as one."""


def segment_around(start: float, end: float, duration: float) -> Segment | None:
    """A segment from ``start`` to ``end``, within the recording and never empty.

    Args:
        start: seconds.
        end: seconds; a point if it equals ``start``.
        duration: of the recording in seconds.

    Returns:
        None if the recording is empty.
    """
    if end - start < SHORTEST:
        start, end = (start + end - SHORTEST) / 2, (start + end + SHORTEST) / 2
    start = max(0.0, min(start, duration - SHORTEST))
    end = min(max(end, start + SHORTEST), duration)
    return Segment(start, end) if start < end else None


def merged_segments(segments: Iterable[Segment], gap: float = 0.0) -> tuple[Segment, ...]:
    """In order of time, those that overlap, touch or leave no more than ``gap`` made one."""
    merged: list[Segment] = []
    for segment in sorted(segments, key=lambda segment: (segment.start, segment.end)):
        if merged and segment.start <= merged[-1].end + gap:
            end = max(merged[-1].end, segment.end)
            merged[-1] = Segment(merged[-1].start, end)
        else:
            merged.append(segment)
    return tuple(merged)


def differing_segments(before: Transcript, after: Transcript) -> tuple[Segment, ...]:
    """Where one transcript says something else than another, or at another time.

    Such as after a new alignment, or when borders were dragged. Confidence, case and punctuation
    are no difference.
    """
    old, new = map(_audible, (before.words, after.words))
    spans = [
        (words[key].start, words[key].end)
        for words in (old, new)
        for key in old.keys() ^ new.keys()
        if key in words
    ]
    return merged_segments(
        segment
        for span in spans
        if (segment := segment_around(*span, max(before.duration, after.duration)))
    )


def _audible(words: Sequence[Word]) -> dict[object, Word]:
    return {
        (spelling(word.text), word.start, word.end, word.phonemes): word
        for word in words
        if is_spoken(word.text)
    }


def mark_changed(project: Project, segments: Iterable[Segment]) -> Project:
    """Add stale segments; those that lie outside the recording are left out."""
    end = project.transcript.duration if project.transcript else float("inf")
    inside = [
        Segment(segment.start, min(segment.end, end))
        for segment in (*project.changed, *segments)
        if segment.start < end
    ]
    return _with_changed(project, merged_segments(inside))


def clear_changed(project: Project, segment: Segment | None = None) -> Project:
    """Note that motion was generated for the present words.

    Args:
        project: to edit.
        segment: that was generated; the whole recording if None.
    """
    left = (
        [] if segment is None else [rest for old in project.changed for rest in _cut(old, segment)]
    )
    return _with_changed(project, tuple(left))


def apply_transcript(
    project: Project, transcript: Transcript | None, changed: Iterable[Segment] = ()
) -> Project:
    """Replace the transcript, and mark what it changes.

    Nothing is marked where there is no motion yet that could be stale.

    Args:
        project: to edit.
        transcript: the new words; None to go without.
        changed: where something else is said than before.
    """
    project = replace(project, transcript=transcript)
    return mark_changed(project, changed if project.takes else ())


def regeneration_span(project: Project, segment: Segment | None = None) -> tuple[Segment, ...]:
    """What "Regenerate changed segments" will generate.

    Each changed segment with one word on either side, or 0.2 s where none is near.

    Args:
        project: with changed segments.
        segment: only changed segments that overlap it; all if None.
    """
    words = project.transcript.words if project.transcript else ()
    end = project.transcript.duration if project.transcript else float("inf")
    spoken = [word for word in words if word.end > word.start]
    chosen = (old for old in project.changed if segment is None or _overlap(old, segment))
    return merged_segments((_widened(old, spoken, end) for old in chosen), MARGIN)


def _widened(segment: Segment, words: Sequence[Word], duration: float) -> Segment:
    """The segment and the words on either side of it."""
    inside = [word for word in words if word.end > segment.start and word.start < segment.end]
    # A word that reaches into the segment is changed with it, so the one beyond it is next.
    first = min([segment.start, *(word.start for word in inside)])
    last = max([segment.end, *(word.end for word in inside)])
    before = [word for word in words if first - MARGIN <= word.end <= first]
    after = [word for word in words if last <= word.start <= last + MARGIN]
    start = before[-1].start if before else first - MARGIN
    end = after[0].end if after else last + MARGIN
    return Segment(max(0.0, start), min(end, max(duration, segment.end)))


def _overlap(one: Segment, other: Segment) -> bool:
    return one.start < other.end and other.start < one.end


def _cut(segment: Segment, out: Segment) -> Iterator[Segment]:
    """What is left of a segment; no slivers."""
    if not _overlap(segment, out):
        yield segment
        return
    for start, end in ((segment.start, out.start), (out.end, segment.end)):
        if end - start >= SHORTEST:
            yield Segment(start, end)


def _with_changed(project: Project, changed: tuple[Segment, ...]) -> Project:
    return project if changed == project.changed else replace(project, changed=changed)
