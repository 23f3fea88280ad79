import pytest

from dimitra_studio.gui.timeline.ruler_ticks import FRAMES, make_ticks, seconds_text, timecode
from dimitra_studio.gui.timeline.time_axis import MIN_SPAN, TimeAxis


@pytest.fixture
def axis() -> TimeAxis:
    axis = TimeAxis()
    axis.set_columns(1000)
    axis.set_duration(100.0)
    return axis


def test_zoom_keeps_the_time_under_the_hand(axis: TimeAxis) -> None:
    for at in (20.0, 33.0, 61.7):
        x = axis.x_of(at, 1000)
        axis.zoom(1.5, at)
        assert axis.x_of(at, 1000) == pytest.approx(x, abs=0.51)


def test_the_start_lies_on_a_whole_column(axis: TimeAxis) -> None:
    axis.zoom(7.3, 41.0)
    axis.pan(1.2345)
    assert axis.start / axis.scale == pytest.approx(round(axis.start / axis.scale), abs=1e-6)


def test_the_view_stays_inside_the_recording(axis: TimeAxis) -> None:
    axis.show(-5.0, 20.0)
    assert (axis.start, axis.end) == pytest.approx((0.0, 25.0))
    axis.show(95.0, 105.0)
    assert axis.end == pytest.approx(100.0)
    axis.zoom(1e9, 50.0)
    assert axis.span == MIN_SPAN


def test_back_returns_to_what_was_remembered(axis: TimeAxis) -> None:
    axis.remember()
    axis.show(10.0, 20.0)
    axis.remember()
    axis.show(12.0, 13.0)
    assert axis.back()
    assert (axis.start, axis.end) == pytest.approx((10.0, 20.0))
    assert axis.back()
    assert (axis.start, axis.end) == pytest.approx((0.0, 100.0))
    assert not axis.back()


@pytest.mark.parametrize(
    ("time", "code"), [(0.0, "00:00:00:00"), (12.48, "00:00:12:12"), (3661.04, "01:01:01:01")]
)
def test_timecode_counts_25_frames_a_second(time: float, code: str) -> None:
    assert timecode(time) == code


def test_seconds_carry_over_into_minutes() -> None:
    assert (seconds_text(59.9996), seconds_text(62.48, 1)) == ("1:00.000", "1:02.5")


def test_labels_keep_their_distance_and_count_frames() -> None:
    labelled = [tick for tick in make_ticks(0.0, 10.0, 0.9, FRAMES) if tick.label]
    assert [tick.label for tick in labelled[:3]] == ["0", "25", "50"]
