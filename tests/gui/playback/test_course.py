import numpy as np
import pytest

from dimitra_studio.gui.playback.course import Course, copy_samples

RAMP = np.arange(1, 101, dtype=np.int16)[:, None]


def heard(course: Course, n_steps: int, blocks: tuple[int, ...] = (7, 1, 30)) -> list[int]:
    """What a card plays that asks for blocks of these sizes in turn."""
    parts: list[np.ndarray] = []
    first = 0
    while first < n_steps:
        part = np.full((min(blocks[len(parts) % len(blocks)], n_steps - first), 1), 99, np.int16)
        course.fill(part, RAMP, first)
        parts.append(part)
        first += len(part)
    return np.concatenate(parts)[:, 0].tolist()


def test_plain_playing_is_a_copy() -> None:
    assert heard(Course(10, 1, 0, 100), 60) == list(range(11, 71))


def test_after_the_end_is_silence() -> None:
    assert heard(Course(95, 1, 0, 100), 20) == [96, 97, 98, 99, 100] + [0] * 15
    assert heard(Course(20, 1, 0, 25), 8) == [21, 22, 23, 24, 25, 0, 0, 0]


def test_beyond_the_recording_is_silence() -> None:
    assert heard(Course(-3, 1, -3, 200), 5) == [0, 0, 0, 1, 2]
    assert heard(Course(98, 1, -3, 200), 5) == [99, 100, 0, 0, 0]
    assert heard(Course(-90, 1, -100, 200), 5) == [0] * 5


def test_a_loop_closes_without_a_gap() -> None:
    once = list(range(21, 31))
    assert heard(Course(20, 1, 20, 30, loops=True), 40) == once * 4
    assert heard(Course(25, 1, 20, 30, loops=True), 10) == once[5:] + once[:5]


def test_a_loop_is_entered_at_its_beginning() -> None:
    assert heard(Course(70, 1, 20, 30, loops=True), 3) == [21, 22, 23]
    assert heard(Course(2, 1, 20, 30, loops=True), 3) == [21, 22, 23]
    assert heard(Course(70, -1, 20, 30, loops=True), 3) == [30, 29, 28]


def test_backwards() -> None:
    assert heard(Course(4, -1, 0, 100), 7) == [5, 4, 3, 2, 0, 0, 0]
    assert heard(Course(22, -1, 20, 30, loops=True), 6) == [23, 22, 21, 30, 29, 28]


@pytest.mark.parametrize("rate", [0.5, 0.75, 2.0, 3.3])
def test_other_speeds_lie_between_the_samples(rate: float) -> None:
    places = np.arange(20) * rate
    expected = np.interp(places, np.arange(100), RAMP[:, 0])
    assert np.abs(np.array(heard(Course(0, rate, 0, 100), 20)) - expected).max() <= 0.5


def test_position_is_what_is_heard() -> None:
    course = Course(25, 1, 20, 30, loops=True)
    played = heard(course, 50)
    assert [course.at(step) + 1 for step in range(50)] == played


def test_position_does_not_depend_on_how_often_it_is_asked() -> None:
    course = Course(0.0, 1 / 3, 0.0, 1e9)
    assert course.at(3e8) == pytest.approx(1e8, abs=1e-6)


@pytest.mark.parametrize(
    ("course", "steps"), [(Course(95, 2, 0, 100), 3), (Course(10, -4, 0, 100), 3)]
)
def test_end(course: Course, steps: int) -> None:
    assert [course.ends_after(step) for step in (0, steps - 1, steps)] == [False, False, True]
    assert not Course(95, 2, 0, 100, loops=True).ends_after(1e9)


def test_seconds_become_whole_samples() -> None:
    course = Course(1.00001, 2.0, 0.5, 3.0).in_samples(48000, 96000, delay=0.1)
    assert course == Course(43200, 1.0, 19200, 139200)


def test_one_column_serves_both_channels() -> None:
    out = np.empty((4, 2), np.int16)
    copy_samples(out, RAMP, 1, 1.0)
    assert out.tolist() == [[2, 2], [3, 3], [4, 4], [5, 5]]
    copy_samples(out, RAMP, 1, 2.0)
    assert out[:, 1].tolist() == [2, 4, 6, 8]


@pytest.mark.parametrize("wrong", [(0, 0, 0, 1), (0, 1, 1, 1), (0, 1, 2, 1)])
def test_a_course_goes_somewhere(wrong: tuple[float, float, float, float]) -> None:
    with pytest.raises(ValueError, match="goes somewhere"):
        Course(*wrong)
