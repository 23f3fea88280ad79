import numpy as np
import pytest

from dimitra_studio.core.transcript_words import SHORTEST
from dimitra_studio.gui.timeline.border_drag import BorderDrag
from dimitra_studio.gui.timeline.spans import Border, Spans

WORDS = Spans.from_times([(1, 2), (2, 3), (4, 4.5), (4.5, 4.5), (4.5, 6)], 8.0)
"""Two that touch, a gap, and a word without length between two others."""


def times(spans: Spans) -> list[tuple[float, float]]:
    return list(zip(spans.starts.tolist(), spans.ends.tolist(), strict=True))


def drag(hand: float, to: float, *, pushing: bool = False) -> BorderDrag:
    border = WORDS.nearest_border(hand, 0.1)
    assert border is not None
    return BorderDrag.begin(WORDS, border, hand, pushing=pushing).moved(to)


@pytest.mark.parametrize(
    ("time", "index"), [(0.5, None), (1, 0), (1.99, 0), (2, 1), (3.5, None), (4.6, 4), (7, None)]
)
def test_a_word_is_found_by_its_time(time: float, index: int | None) -> None:
    assert WORDS.at(time) == index


@pytest.mark.parametrize(
    ("start", "end", "indices"),
    [(0, 0.9, []), (2.5, 4.2, [1, 2]), (3.2, 3.8, []), (0, 8, range(5))],
)
def test_only_what_is_visible_is_drawn(start: float, end: float, indices: list[int]) -> None:
    visible = WORDS.within(start, end)
    assert list(range(visible.start, visible.stop)) == list(indices)


def test_words_that_only_touch_a_stretch_do_not_overlap_it() -> None:
    assert WORDS.overlapping(2, 4) == slice(1, 2)
    assert WORDS.overlapping(3, 4) == slice(2, 2)


def test_the_share_of_time_that_is_filled_is_exact() -> None:
    np.testing.assert_allclose(WORDS.covered(np.array([0, 1, 1.5, 3.5, 8])), [0, 1, 0.75, 2 / 4.5])
    assert Spans.from_times([], 3.0).covered(np.array([0.0, 1, 2])).tolist() == [0, 0]


@pytest.mark.parametrize(
    ("hand", "border"),
    [
        (1.05, Border(1, None, 0)),
        (1.95, Border(2, 0, 1)),
        (2.95, Border(3, 1, None)),
        (4.45, Border(4.5, 2, 3)),
        (4.55, Border(4.5, 3, 4)),
        (6.05, Border(6, 4, None)),
    ],
)
def test_the_hand_means_the_nearest_border(hand: float, border: Border) -> None:
    assert WORDS.nearest_border(hand, 0.1) == border


def test_there_is_no_border_out_of_reach() -> None:
    assert WORDS.nearest_border(1.5, 0.1) is None


def test_the_border_follows_the_hand_without_a_jump() -> None:
    moved = drag(1.95, 2.25)
    assert times(moved.spans)[:2] == [(1, 2.3), (2.3, 3)]
    assert moved.delta == pytest.approx(0.3)


@pytest.mark.parametrize(
    ("hand", "to", "time"),
    [
        (1, -5, 0.0),
        (1, 5, 2 - SHORTEST),
        (2, -5, 1 + SHORTEST),
        (2, 5, 3 - SHORTEST),
        (3, 5, 4),
        (4, 0, 3),
        (6, 9, 8),
        (4.55, 4.9, 4.85),
        (4.45, 4.9, 4.5),
    ],
)
def test_no_word_gets_shorter_than_the_least_or_leaves_its_place(
    hand: float, to: float, time: float
) -> None:
    moved = drag(hand, to)
    assert moved.time == pytest.approx(time)
    flat = [edge for pair in times(moved.spans) for edge in pair]
    assert flat == sorted(flat)


def test_pushing_moves_everything_after() -> None:
    assert times(drag(4, 4.5, pushing=True).spans) == [
        *((1, 2), (2, 3)),
        *((4.5, 5), (5, 5), (5, 6.5)),
    ]


def test_pushing_stretches_the_word_that_touched() -> None:
    assert times(drag(2, 1.5, pushing=True).spans)[:3] == [(1, 1.5), (1.5, 2.5), (3.5, 4.0)]


def test_pushing_stops_at_the_end_of_the_recording() -> None:
    assert drag(2, 7, pushing=True).delta == pytest.approx(2)


def test_a_border_that_nothing_starts_at_cannot_push() -> None:
    moved = drag(3, 3.5, pushing=True)
    assert not moved.pushing
    assert times(moved.spans)[1:3] == [(2, 3.5), (4, 4.5)]
