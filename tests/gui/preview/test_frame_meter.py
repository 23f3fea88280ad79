"""How smoothly pictures come."""

import pytest

from dimitra_studio.gui.preview.frame_meter import FrameMeter


def test_the_rate_is_that_of_the_last_second() -> None:
    meter = FrameMeter()
    for frame in range(10):
        meter.note(0.5 * frame, 0)
    for frame in range(60):
        meter.note(10.0 + frame / 25, 0)
    assert meter.rate == pytest.approx(25.0)
    assert meter.dropped == 0


def test_single_steps_have_no_rate() -> None:
    meter = FrameMeter()
    for frame in range(3):
        meter.note(0.3 * frame, 0)
    assert meter.rate == 0.0


def test_a_slow_machine_sees_what_it_drops() -> None:
    meter = FrameMeter()
    for frame in range(4):
        meter.note(0.2 * frame, 4 * frame)
    assert (meter.rate, meter.dropped) == (pytest.approx(5.0), 12)
    meter.clear()
    assert (meter.rate, meter.dropped) == (0.0, 0)
