from time import monotonic, sleep

import pytest

from dimitra_studio.gui.playback.clock import SilentClock
from dimitra_studio.gui.playback.course import Course


def test_follows_the_computers_clock() -> None:
    clock = SilentClock()
    before = monotonic()
    clock.start(Course(2.0, 2.0, 0.0, 100.0))
    started = monotonic()
    for _ in range(20):
        sleep(0.005)
        earliest = monotonic()
        position = clock.position()
        latest = monotonic()
        assert 2.0 + 2.0 * (earliest - started) <= position <= 2.0 + 2.0 * (latest - before)


def test_stands_still_when_stopped() -> None:
    clock = SilentClock()
    clock.start(Course(1.0, 1.0, 0.0, 10.0))
    sleep(0.01)
    clock.stop()
    assert clock.position() == clock.position() > 1.0
    assert not clock.ended()


def test_ends() -> None:
    clock = SilentClock()
    clock.start(Course(1.0, 1000.0, 0.0, 1.5))
    sleep(0.01)
    assert clock.ended()
    assert clock.position() == 1.5


def test_a_loop_does_not_end() -> None:
    clock = SilentClock()
    clock.start(Course(1.0, 1000.0, 1.0, 1.5, loops=True))
    sleep(0.01)
    assert not clock.ended()
    assert 1.0 <= clock.position() < 1.5


def test_new_course_while_one_is_followed() -> None:
    clock = SilentClock()
    clock.start(Course(1.0, 1.0, 0.0, 100.0))
    clock.start(Course(50.0, 1.0, 0.0, 100.0))
    assert clock.position() == pytest.approx(50.0, abs=1.0)
