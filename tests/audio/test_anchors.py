import numpy as np
import pytest

from dimitra_studio.audio import anchors
from dimitra_studio.audio.anchors import match_words

WORDS = [f"w{number}" for number in np.random.default_rng(0).integers(0, 300, 1000)]


def _true_share(pairs: list[tuple[int, int]], shift: int) -> float:
    return float(np.mean([text - heard == shift for heard, text in pairs]))


def test_equal_words_match_one_to_one() -> None:
    assert match_words(WORDS, WORDS) == [(index, index) for index in range(1000)]


def test_missing_and_foreign_words_are_stepped_over() -> None:
    heard = [*WORDS[:400], *["noise"] * 30, *WORDS[500:]]
    pairs = match_words(heard, WORDS)
    assert _true_share([pair for pair in pairs if pair[0] < 400], 0) == 1
    assert _true_share([pair for pair in pairs if pair[0] >= 430], 70) == 1
    assert len(pairs) >= 900


def test_a_band_gives_the_same_where_the_lists_go_together(monkeypatch: pytest.MonkeyPatch) -> None:
    heard = [word for index, word in enumerate(WORDS) if index % 10]
    whole = match_words(heard, WORDS)
    monkeypatch.setattr(anchors, "_BAND", 60)
    assert match_words(heard, WORDS) == whole


def test_repeated_sentences_stay_in_their_order() -> None:
    text = ["bin", "blue", "at", "f", "two", "now"] * 50
    heard = [word if index % 7 else "again" for index, word in enumerate(text)]
    pairs = match_words(heard, text)
    assert _true_share(pairs, 0) == 1


def test_nothing_matches_nothing() -> None:
    assert match_words([], WORDS) == []
    assert match_words(WORDS, []) == []
