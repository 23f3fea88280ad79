"""What is drawn of a curve, and where."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from dimitra_studio.gui.curve_editor.paper import spans, time_text
from dimitra_studio.gui.curve_editor.polyline import reduced, visible_frames
from dimitra_studio.gui.curve_editor.units import ROTATION, SHAPE, TRANSLATION, unit_of
from dimitra_studio.gui.curve_editor.viewport import MIN_SPAN, Viewport, tick_step, ticks


@pytest.fixture
def viewport() -> Viewport:
    viewport = Viewport()
    viewport.plot = QRectF(50, 20, 1000, 300)
    viewport.duration = 600.0
    viewport.show(10.0, 20.0)
    return viewport


def test_reduced_curve_keeps_its_extremes() -> None:
    curve = np.random.default_rng(0).normal(size=15000).astype(np.float32)
    curve[7777] = 50.0
    places, values = reduced(curve, slice(0, 15000), 500)
    assert len(places) <= 2 * 15000 / 32 + 2
    assert values.max() == 50.0
    assert values.min() == curve.min()
    assert abs(places[values.argmax()] - 7777) <= 32


def test_reduced_curve_does_not_shimmer_while_panned() -> None:
    curve = np.random.default_rng(0).normal(size=15000).astype(np.float32)
    first = dict(
        zip(*(array.tolist() for array in reduced(curve, slice(0, 9000), 500)), strict=True)
    )
    later = reduced(curve, slice(1003, 10003), 500)
    both = [(place, value) for place, value in zip(*later, strict=True) if place in first][:-40]
    assert len(both) > 500
    assert all(first[place] == value for place, value in both[1::2])  # the larger of each pair


def test_curve_with_room_is_drawn_whole() -> None:
    curve = np.arange(100, dtype=np.float32)
    places, values = reduced(curve, slice(10, 60), 500)
    assert places.tolist() == list(range(10, 60))
    assert values.tolist() == list(range(10, 60))


@pytest.mark.parametrize(
    ("start", "end", "frames"),
    [(0.0, 4.0, (0, 100)), (1.0, 2.0, (24, 52)), (9.0, 12.0, (100, 100)), (-3.0, -1.0, (0, 0))],
)
def test_visible_frames(start: float, end: float, frames: tuple[int, int]) -> None:
    seen = visible_frames(100, 25, start, end)
    if frames[0] == frames[1]:
        assert seen.start >= seen.stop or seen.stop - seen.start <= 1
    else:
        assert (seen.start, seen.stop) == frames


def test_places_go_there_and_back(viewport: Viewport) -> None:
    assert viewport.time(viewport.x(13.7)) == pytest.approx(13.7)
    assert viewport.value(viewport.y(0.3, SHAPE), SHAPE) == pytest.approx(0.3)
    point = viewport.point(300, 0.1, 25, ROTATION)
    assert viewport.frame(point.x(), 25) == 300
    assert viewport.value(point.y(), ROTATION) == pytest.approx(0.1)


def test_zoom_stops_at_both_ends(viewport: Viewport) -> None:
    for _ in range(100):
        viewport.zoom(2.0, 300.0)
    assert viewport.end - viewport.start == pytest.approx(MIN_SPAN)
    for _ in range(100):
        viewport.zoom(0.5, 300.0)
    assert (viewport.start, viewport.end) == (0.0, 600.0)
    assert not viewport.pan(5.0)


def test_units() -> None:
    assert unit_of("jawOpen") is SHAPE
    assert unit_of("headRoll") is ROTATION
    assert unit_of("headX") is TRANSLATION
    assert ROTATION.text(np.pi / 2) == "90.00°"
    assert TRANSLATION.text(0.0123) == "12.30 mm"


def test_ticks_are_round() -> None:
    assert tick_step(10.0, 6) == 2.0
    assert tick_step(0.9, 6) == pytest.approx(0.2)
    assert ticks(-0.1, 1.1, 0.5) == pytest.approx([0.0, 0.5, 1.0])
    assert [time_text(time, 1.0) for time in (0.0, 61.0)] == ["0:00", "1:01"]
    assert time_text(61.5, 0.5) == "1:01.5"


def test_spans_are_never_more_than_pixels(viewport: Viewport) -> None:
    frames = np.array([250, 251, 252, 260, 499, 500, 900])
    found = spans(frames, viewport, 25)
    assert len(found) == 3
    assert found[0] == pytest.approx((50.0, 62.0))
    assert found[-1][1] <= 1050.0
    viewport.show(0.0, 600.0)
    assert len(spans(np.arange(0, 15000, 2), viewport, 25)) == 1
    assert spans(np.array([], np.int64), viewport, 25) == []
