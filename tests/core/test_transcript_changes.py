"""Which spans of a project are stale."""

from dataclasses import replace

import numpy as np
import pytest

from dimitra_studio.core.motion import Motion
from dimitra_studio.core.project import Project, add_take
from dimitra_studio.core.rig import COMPONENTS, STUDIO
from dimitra_studio.core.take import Take
from dimitra_studio.core.timeline import Segment
from dimitra_studio.core.transcript import Transcript, Word
from dimitra_studio.core.transcript_editing import (
    apply_transcript,
    clear_changed,
    differing_segments,
    mark_changed,
    move_word,
    regeneration_span,
    retype,
)

TRANSCRIPT = Transcript(
    (
        Word("one", 0.5, 1.0),
        Word("two", 1.0, 1.4),
        Word("three", 1.5, 2.0),
        Word("four", 4.0, 4.5),
    ),
    5.0,
)


@pytest.fixture
def project() -> Project:
    motion = Motion(np.zeros((125, 58), np.float32), STUDIO)
    take = Take("Take 1", motion, "generated", COMPONENTS, 0.0, 5.0)
    return add_take(Project(transcript=TRANSCRIPT), take)


def test_marks_are_merged_in_order_and_within_the_recording(project: Project) -> None:
    marked = mark_changed(project, [Segment(4.0, 9.0), Segment(1.0, 2.0), Segment(1.5, 2.5)])
    marked = mark_changed(marked, [Segment(2.5, 3.0), Segment(6.0, 7.0)])
    assert marked.changed == (Segment(1.0, 3.0), Segment(4.0, 5.0))


def test_marking_nothing_new_is_no_edit(project: Project) -> None:
    marked = mark_changed(project, [Segment(1.0, 2.0)])
    assert mark_changed(marked, [Segment(1.2, 1.8)]) is marked
    assert clear_changed(project) is project


def test_what_was_generated_is_no_longer_marked(project: Project) -> None:
    marked = mark_changed(project, [Segment(1.0, 2.0), Segment(3.0, 4.0)])
    assert clear_changed(marked, Segment(1.5, 3.5)).changed == (
        Segment(1.0, 1.5),
        Segment(3.5, 4.0),
    )
    assert clear_changed(marked, Segment(0.9, 1.99)).changed == (Segment(3.0, 4.0),)
    assert clear_changed(marked, Segment(2.0, 3.0)).changed == marked.changed
    assert clear_changed(marked).changed == ()


def test_an_edit_marks_what_it_changes(project: Project) -> None:
    done = retype(TRANSCRIPT, "one too three four")
    edited = apply_transcript(project, done.transcript, done.changed)
    assert edited.transcript is done.transcript
    assert edited.changed == (Segment(1.0, 1.4),)
    assert edited.takes == project.takes


def test_nothing_is_stale_before_there_is_motion(project: Project) -> None:
    empty = replace(project, takes=(), active={})
    assert apply_transcript(empty, TRANSCRIPT, [Segment(1.0, 2.0)]).changed == ()


def test_one_word_on_either_side_is_generated_too(project: Project) -> None:
    marked = mark_changed(project, [Segment(1.0, 1.4)])
    assert regeneration_span(marked) == (Segment(0.5, 2.0),)


def test_where_no_word_is_near_a_fifth_of_a_second_is(project: Project) -> None:
    marked = mark_changed(project, [Segment(4.0, 4.5)])
    assert regeneration_span(marked) == (Segment(3.8, 4.7),)


def test_the_recording_ends_what_is_generated(project: Project) -> None:
    marked = mark_changed(project, [Segment(0.0, 0.1), Segment(4.9, 5.0)])
    assert [(s.start, s.end) for s in regeneration_span(marked)] == [
        (0.0, pytest.approx(0.3)),
        (pytest.approx(4.7), 5.0),
    ]


def test_a_mark_within_a_word_takes_the_word_and_its_neighbours(project: Project) -> None:
    marked = mark_changed(project, [Segment(1.1, 1.12)])
    assert regeneration_span(marked) == (Segment(0.5, 2.0),)


def test_marks_that_are_close_are_generated_as_one(project: Project) -> None:
    marked = mark_changed(project, [Segment(2.2, 2.3), Segment(2.8, 2.9)])
    spans = regeneration_span(marked)
    assert [(s.start, s.end) for s in spans] == [(1.5, pytest.approx(3.1))]


def test_a_selection_chooses_among_the_marks(project: Project) -> None:
    marked = mark_changed(project, [Segment(0.5, 1.0), Segment(4.0, 4.5)])
    assert regeneration_span(marked, Segment(4.2, 4.3)) == (Segment(3.8, 4.7),)
    assert regeneration_span(marked, Segment(2.5, 3.0)) == ()


def test_without_a_transcript_marks_are_widened_in_time() -> None:
    marked = mark_changed(Project(), [Segment(1.0, 2.0)])
    assert regeneration_span(marked) == (Segment(0.8, 2.2),)


def test_new_times_are_told_from_old_ones() -> None:
    assert differing_segments(TRANSCRIPT, TRANSCRIPT) == ()
    moved = move_word(TRANSCRIPT, 1, 0.9, 1.4)
    assert differing_segments(TRANSCRIPT, moved) == (Segment(0.5, 1.4),)
    louder = replace(TRANSCRIPT.words[3], text="FOUR!", confidence=0.1)
    assert differing_segments(TRANSCRIPT, Transcript((*TRANSCRIPT.words[:3], louder), 5.0)) == ()
