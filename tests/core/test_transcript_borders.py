"""Borders of words and phonemes that are dragged."""

import random
from itertools import pairwise

import pytest

from dimitra_studio.core.transcript import Phoneme, Transcript, Word
from dimitra_studio.core.transcript_editing import move_phoneme, move_word, shift_after


def word(text: str, *borders: float) -> Word:
    phonemes = tuple(map(Phoneme, ["N", "AH", "M", "T"], borders, borders[1:]))
    return Word(text, borders[0], borders[-1], 0.9, "aligned", phonemes)


SPOKEN = Transcript(
    (
        word("one", 0.2, 0.4, 0.6),
        word("two", 0.6, 0.7, 0.8, 1.0),
        word("three", 1.5, 1.6, 1.8),
    ),
    2.0,
)


def spans(transcript: Transcript) -> list[tuple[float, float]]:
    return [(round(w.start, 6), round(w.end, 6)) for w in transcript.words]


def borders(found: Word) -> list[float]:
    return [round(t, 6) for t in [*(p.start for p in found.phonemes), found.phonemes[-1].end]]


def test_a_shared_border_moves_for_both_words() -> None:
    moved = move_word(SPOKEN, 1, 0.5, 1.0)
    assert spans(moved) == [(0.2, 0.5), (0.5, 1.0), (1.5, 1.8)]
    assert [w.source for w in moved.words] == ["moved", "moved", "aligned"]
    assert moved.words[2] is SPOKEN.words[2]


def test_phonemes_keep_their_share_of_the_word() -> None:
    moved = move_word(SPOKEN, 1, 0.2 + 0.02, 1.0)
    assert borders(move_word(SPOKEN, 1, 0.6, 1.4).words[1]) == [0.6, 0.8, 1.0, 1.4]
    assert borders(moved.words[0]) == [0.2, 0.21, 0.22]


def test_a_border_moves_through_a_gap_and_then_pushes() -> None:
    assert spans(move_word(SPOKEN, 1, 0.6, 1.3)) == [(0.2, 0.6), (0.6, 1.3), (1.5, 1.8)]
    assert spans(move_word(SPOKEN, 1, 0.6, 1.6)) == [(0.2, 0.6), (0.6, 1.6), (1.6, 1.8)]


def test_no_word_becomes_shorter_than_the_least() -> None:
    assert spans(move_word(SPOKEN, 1, 0.6, 9.0)) == [(0.2, 0.6), (0.6, 1.78), (1.78, 1.8)]
    assert spans(move_word(SPOKEN, 1, -3.0, 1.0)) == [(0.2, 0.22), (0.22, 1.0), (1.5, 1.8)]
    assert spans(move_word(SPOKEN, 1, 5.0, 1.0))[1] == (0.98, 1.0)
    assert spans(move_word(SPOKEN, 1, 0.6, 0.1))[1] == (0.6, 0.62)


def test_the_recording_is_the_limit() -> None:
    assert spans(move_word(SPOKEN, 0, -1.0, 0.6))[0] == (0.0, 0.6)
    assert spans(move_word(SPOKEN, 2, 1.5, 7.0))[2] == (1.5, 2.0)


def test_a_dash_is_pushed_along_and_stays_without_length() -> None:
    dash = Word("—", 1.0, 1.0)
    words = (*SPOKEN.words[:2], dash, SPOKEN.words[2])
    moved = move_word(Transcript(words, 2.0), 1, 0.6, 1.6)
    assert spans(moved) == [(0.2, 0.6), (0.6, 1.6), (1.6, 1.6), (1.6, 1.8)]
    assert moved.words[2].source == "aligned"


def test_a_word_that_was_typed_is_still_to_be_aligned_after_a_push() -> None:
    typed = Word("new", 0.6, 0.8, source="typed")
    words = (SPOKEN.words[0], typed, SPOKEN.words[2])
    assert move_word(Transcript(words, 2.0), 0, 0.2, 0.7).words[1].source == "typed"


def test_a_border_between_phonemes_moves_alone() -> None:
    moved = move_phoneme(SPOKEN, 1, 0, 0.6, 0.75)
    assert borders(moved.words[1]) == [0.6, 0.75, 0.8, 1.0]
    assert moved.words[1].source == "moved"
    assert (moved.words[0], moved.words[2]) == (SPOKEN.words[0], SPOKEN.words[2])
    assert borders(move_phoneme(SPOKEN, 1, 0, 0.6, 0.9).words[1]) == [0.6, 0.78, 0.8, 1.0]
    assert borders(move_phoneme(SPOKEN, 1, 2, 0.1, 1.0).words[1]) == [0.6, 0.7, 0.72, 1.0]


def test_an_outer_border_of_a_phoneme_is_that_of_the_word() -> None:
    moved = move_phoneme(SPOKEN, 1, 0, 0.5, 0.7)
    assert spans(moved) == [(0.2, 0.5), (0.5, 1.0), (1.5, 1.8)]
    assert borders(moved.words[1]) == [0.5, 0.7, 0.8, 1.0]
    assert borders(moved.words[0]) == [0.2, 0.35, 0.5]


def test_moving_nothing_is_no_edit() -> None:
    assert move_word(SPOKEN, 1, 0.6, 1.0) == SPOKEN
    assert move_phoneme(SPOKEN, 1, 1, 0.7, 0.8) == SPOKEN
    assert shift_after(SPOKEN, 1, 0.0) == SPOKEN


def test_a_shift_pushes_everything_after_and_stretches_what_touches() -> None:
    moved = shift_after(SPOKEN, 1, 0.1)
    assert spans(moved) == [(0.2, 0.7), (0.7, 1.1), (1.6, 1.9)]
    assert borders(moved.words[1]) == [0.7, 0.8, 0.9, 1.1]
    assert spans(shift_after(SPOKEN, 2, -0.2)) == [(0.2, 0.6), (0.6, 1.0), (1.3, 1.6)]


def test_a_shift_stops_at_the_ends() -> None:
    assert spans(shift_after(SPOKEN, 1, 5.0)) == [(0.2, 0.8), (0.8, 1.2), (1.7, 2.0)]
    assert spans(shift_after(SPOKEN, 0, -5.0))[0] == (0.0, 0.4)
    assert spans(shift_after(SPOKEN, 2, -5.0)) == [(0.2, 0.6), (0.6, 0.62), (0.62, 0.92)]


@pytest.mark.parametrize("seed", range(60))
def test_order_cover_and_least_length_survive_any_drag(seed: int) -> None:
    rng = random.Random(seed)
    transcript = SPOKEN
    for _ in range(20):
        index = rng.randrange(3)
        start, end = rng.uniform(-0.5, 2.5), rng.uniform(-0.5, 2.5)
        old = transcript.words[index]
        match rng.randrange(4):
            case 0:
                transcript = move_word(transcript, index, start, old.end)
            case 1:
                transcript = move_word(transcript, index, start, end)
            case 2:
                phoneme = rng.randrange(len(old.phonemes))
                transcript = move_phoneme(transcript, index, phoneme, start, end)
            case _:
                transcript = shift_after(transcript, index, start - 1.0)
        words = transcript.words
        assert [w.text for w in words] == ["one", "two", "three"]
        assert words[0].start >= 0
        assert words[-1].end <= 2.0 + 1e-9
        assert all(one.end <= other.start + 1e-9 for one, other in pairwise(words))
        for found in words:
            assert found.end - found.start >= 0.02 - 1e-9
            edges = borders(found)
            assert edges == sorted(edges)
            assert (edges[0], edges[-1]) == (round(found.start, 6), round(found.end, 6))
            assert all(p.end == q.start for p, q in pairwise(found.phonemes))
