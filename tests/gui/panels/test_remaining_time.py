import pytest

from dimitra_studio.gui.panels.duration_texts import elapsed_text, remaining_text
from dimitra_studio.gui.panels.remaining_time import RemainingTime


def test_even_work_is_told_exactly() -> None:
    remaining = RemainingTime()
    for second in range(11):
        remaining.add(second, second / 40, "Work")
    assert remaining.estimate(10) == pytest.approx(30)
    assert remaining.estimate(14) == pytest.approx(26)


def test_nothing_is_said_too_early() -> None:
    remaining = RemainingTime()
    assert remaining.estimate(0) is None
    remaining.add(0.0, 0.0, "Work")
    remaining.add(1.0, 0.3, "Work")
    assert remaining.estimate(1.0) is None  # a second is no pace
    remaining.add(30.0, 0.301, "Other work")
    remaining.add(40.0, 0.302, "Other work")
    assert remaining.estimate(40.0) is None  # nor are two parts in a thousand


def test_pace_of_late_counts() -> None:
    remaining = RemainingTime()
    for second in range(20):
        remaining.add(second, second / 200, "Work")  # slow at first
    for second in range(20, 45):
        remaining.add(second, 0.1 + (second - 19) / 50, "Work")
    left = remaining.estimate(44)
    assert left == pytest.approx(50 * (1 - 0.6), rel=0.05)


@pytest.mark.parametrize(("share", "label"), [(0.2, "Second part"), (0.05, "Work")])
def test_another_stage_begins_anew(share: float, label: str) -> None:
    remaining = RemainingTime()
    for second in range(10):
        remaining.add(second, second / 50, "Work")
    remaining.add(10, share, label)
    assert remaining.estimate(10) is None


def test_work_that_has_stopped_is_not_estimated() -> None:
    remaining = RemainingTime()
    for second in range(6):
        remaining.add(second, second / 50, "Work")
    assert remaining.estimate(9) is not None
    assert remaining.estimate(30) is None


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.4, "0 s"), (59.9, "59 s"), (60, "1 min 0 s"), (754, "12 min 34 s")]
)
def test_elapsed_time_in_words(seconds: float, text: str) -> None:
    assert elapsed_text(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (1, "a few seconds left"),
        (7, "about 5 s left"),
        (33, "about 35 s left"),
        (70, "about 1 min left"),
        (600, "about 10 min left"),
    ],
)
def test_remaining_time_in_words(seconds: float, text: str) -> None:
    assert remaining_text(seconds) == text
