"""Drawing by numpy, against what the numbers say."""

import numpy as np
import pytest
from numpy.typing import NDArray

from dimitra_studio.gui.timeline.curve_pyramid import make_pyramid
from dimitra_studio.gui.timeline.curve_raster import MAX_CURVES, draw_spans, pack_colour


def curves(n_frames: int, n_curves: int = 3) -> NDArray[np.float32]:
    return np.random.default_rng(0).random((n_frames, n_curves), dtype=np.float32)


@pytest.mark.parametrize("frames_per_column", [0.03, 0.7, 1.0, 3.3, 17.0, 150.0])
def test_columns_reach_all_that_the_lines_through_the_frames_reach(
    frames_per_column: float,
) -> None:
    values = curves(1500)
    pyramid = make_pyramid(values, 25.0)
    scale, first = frames_per_column / 25, round(100 / frames_per_column)
    count = min(200, int(1300 / frames_per_column))
    low, high = pyramid.columns(first, count, scale)
    centres = (np.arange(len(values)) + 0.5) / 25
    for column in range(0, count, 7):
        start, end = (first + column) * scale, (first + column + 1) * scale
        times = np.append(np.linspace(start, end, 50), centres[(centres > start) & (centres < end)])
        for curve in range(3):
            line = np.interp(times, centres, values[:, curve])
            assert low[column, curve] <= line.min() + 1e-5
            assert high[column, curve] >= line.max() - 1e-5


@pytest.mark.parametrize("frames_per_column", [0.03, 1.0, 17.0, 150.0])
def test_columns_reach_no_further_than_half_a_column_beside(frames_per_column: float) -> None:
    values = curves(1500)
    pyramid = make_pyramid(values, 25.0)
    low, high = pyramid.columns(2, 5, frames_per_column / 25)
    for column in range(5):
        start = (column + 1.5) * frames_per_column - 0.5
        around = slice(max(int(start) - 1, 0), int(start + 2 * frames_per_column) + 3)
        assert (low[column] >= values[around].min(axis=0) - 1e-6).all()
        assert (high[column] <= values[around].max(axis=0) + 1e-6).all()


def test_a_span_covers_its_pixels_in_full_and_its_ends_in_part() -> None:
    colour = np.array([pack_colour(200, 100, 50)], np.uint64)
    top, bottom = np.array([[2.5]], np.float32), np.array([[5.25]], np.float32)
    picture = draw_spans(top, bottom, colour, 8, 0.999)[:, 0]
    alpha = (picture >> 24).astype(int)
    assert list(alpha[[0, 1, 6, 7]]) == [0, 0, 0, 0]
    assert list(alpha[3:5]) == [255, 255]
    assert 0 < alpha[5] < alpha[2] < 255
    red, green, blue = ((int(picture[3]) >> shift) & 255 for shift in (16, 8, 0))
    assert (red, green, blue) == pytest.approx((200, 100, 50), abs=2)


def test_curves_over_each_other_mix() -> None:
    colours = np.array([pack_colour(255, 0, 0), pack_colour(0, 0, 255)], np.uint64)
    edges = np.zeros((1, 2), np.float32)
    pixel = int(draw_spans(edges, edges + 3, colours, 3, 0.5)[1, 0])
    assert pixel >> 24 == pytest.approx(255 * 0.75, abs=1)
    assert pixel >> 16 & 255 == pytest.approx(pixel & 255, abs=1)


def test_more_curves_than_fit_into_one_sum_are_all_drawn() -> None:
    n_curves = MAX_CURVES + 5
    colours = np.full(n_curves, pack_colour(255, 255, 255), np.uint64)
    top = np.arange(n_curves, dtype=np.float32)[None]
    picture = draw_spans(top, top + 1, colours, n_curves, 0.9)
    assert ((picture >> 24) > 200).all()


def test_what_lies_outside_is_cut_off() -> None:
    colours = np.array([pack_colour(255, 255, 255)], np.uint64)
    edge = np.array([[-50.0]], np.float32)
    assert (draw_spans(edge, edge + 500, colours, 4, 0.9) >> 24 > 200).all()
    assert not draw_spans(edge, edge + 10, colours, 4, 0.9).any()
