import numpy as np
import pytest
from scipy.interpolate import PchipInterpolator

from dimitra_studio.core.curve_editing import (
    Curve,
    draw,
    monotone_cubic,
    offset,
    paste,
    scale,
    simplify,
    smooth,
)

RANGE = slice(20, 60)


@pytest.fixture
def curve() -> Curve:
    """Eighty frames of something like a jaw: slow movement, detail and noise."""
    time = np.arange(80)
    noise = np.random.default_rng(3).normal(0, 0.01, 80)
    return (0.4 + 0.3 * np.sin(time / 6) + 0.05 * np.sin(time / 1.3) + noise).astype(np.float32)


def outside_is_same(before: Curve, after: Curve, frames: slice = RANGE) -> bool:
    changed = np.flatnonzero(before.view(np.int32) != after.view(np.int32))
    return bool(np.all((changed >= frames.start) & (changed < frames.stop)))


@pytest.mark.parametrize(
    "edited",
    [
        lambda curve: draw(curve, range(20, 60, 3), np.linspace(0, 1, 14)),
        lambda curve: scale(curve, RANGE, 2.0, 0.3),
        lambda curve: offset(curve, RANGE, 0.2, ease=4),
        lambda curve: smooth(curve, RANGE, 6.0),
        lambda curve: simplify(curve, RANGE, 0.03)[0],
        lambda curve: paste(curve, curve[:40], 20),
    ],
)
def test_frames_outside_the_range_are_the_same_bits(curve: Curve, edited) -> None:  # noqa: ANN001
    before = curve.copy()
    after = edited(curve)
    assert after.dtype == np.float32
    assert outside_is_same(before, after)
    assert not np.array_equal(after[RANGE], before[RANGE])
    assert np.array_equal(before, curve)  # what came in is left alone


def test_stroke_fills_between_its_points(curve: Curve) -> None:
    drawn = draw(curve, [10, 14, 12], [0.0, 0.4, 1.0])
    assert drawn[10:15].tolist() == pytest.approx([0.0, 0.1, 1.0, 0.7, 0.4])


def test_stroke_that_leaves_the_curve_is_cut_off(curve: Curve) -> None:
    drawn = draw(curve, [-2, 2, 90], [0.0, 0.4, 0.4])
    assert drawn[:3].tolist() == pytest.approx([0.2, 0.3, 0.4])
    assert np.allclose(drawn[2:], 0.4)


def test_point_alone_is_drawn(curve: Curve) -> None:
    drawn = draw(curve, [7, 7], [0.1, 0.9])
    assert drawn[7] == np.float32(0.9)
    assert outside_is_same(curve, drawn, slice(7, 8))


def test_scale_keeps_the_value_it_is_about(curve: Curve) -> None:
    about = float(curve[30])
    scaled = scale(curve, RANGE, 0.5, about)
    assert scaled[30] == pytest.approx(about)
    assert np.allclose(scaled[RANGE] - about, 0.5 * (curve[RANGE] - about), atol=1e-6)


def test_ease_leads_into_the_range(curve: Curve) -> None:
    change = offset(curve, RANGE, 1.0, ease=9) - curve
    assert np.abs(np.diff(change)).max() < 0.2
    assert np.allclose(change[29:51], 1.0)


def test_ends_of_the_recording_need_no_ease(curve: Curve) -> None:
    change = offset(curve, slice(0, 80), 1.0, ease=9) - curve
    assert np.allclose(change, 1.0)


def test_smooth_leaves_a_line_a_line() -> None:
    line = np.linspace(0.1, 0.9, 80, dtype=np.float32)
    assert np.allclose(smooth(line, RANGE, 25.0), line, atol=1e-6)


@pytest.mark.parametrize("strength", [0.3, 2.0, 40.0])
def test_smooth_keeps_the_ends(curve: Curve, strength: float) -> None:
    smoothed = smooth(curve, RANGE, strength)
    assert smoothed[20] == curve[20]
    assert smoothed[59] == curve[59]


def test_smooth_takes_out_what_is_fast(curve: Curve) -> None:
    rough = np.abs(np.diff(curve[RANGE], 2)).mean()
    assert np.abs(np.diff(smooth(curve, RANGE, 2.0)[RANGE], 2)).mean() < rough / 3


@pytest.mark.parametrize("frames", [slice(5, 5), slice(5, 6), slice(5, 7)])
def test_smooth_needs_something_between_the_ends(curve: Curve, frames: slice) -> None:
    assert np.array_equal(smooth(curve, frames, 5.0), curve)


@pytest.mark.parametrize("tolerance", [0.0, 0.002, 0.02, 0.1])
def test_simplified_curve_stays_within_the_tolerance(curve: Curve, tolerance: float) -> None:
    simplified, keys = simplify(curve, RANGE, tolerance)
    assert np.abs(simplified - curve).max() <= tolerance
    assert (keys[0], keys[-1]) == (20, 59)
    assert np.array_equal(simplified[list(keys)], curve[list(keys)])


def test_simplify_finds_the_corners() -> None:
    corners = np.interp(np.arange(80), [0, 30, 50, 79], [0, 0, 1, 1]).astype(np.float32)
    _, keys = simplify(corners, slice(0, 80), 0.2)
    assert set(keys) == {0, 30, 50, 79}


def test_higher_tolerance_takes_fewer_keys(curve: Curve) -> None:
    counts = [len(simplify(curve, slice(0, 80), tolerance)[1]) for tolerance in (0.01, 0.05, 0.2)]
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] < counts[0]


def test_simplify_of_nothing(curve: Curve) -> None:
    simplified, keys = simplify(curve, slice(80, 80), 0.1)
    assert np.array_equal(simplified, curve)
    assert keys == ()


@pytest.mark.parametrize("call", [lambda c: smooth(c, RANGE, -1), lambda c: simplify(c, RANGE, -1)])
def test_negative_amounts_are_refused(curve: Curve, call) -> None:  # noqa: ANN001
    with pytest.raises(ValueError, match="0 or more"):
        call(curve)


def test_paste_is_cut_at_both_ends(curve: Curve) -> None:
    values = np.arange(10, dtype=np.float32)
    assert paste(curve, values, 75)[75:].tolist() == [0, 1, 2, 3, 4]
    assert paste(curve, values, -7)[:4].tolist() == [7, 8, 9, curve[3]]
    assert np.array_equal(paste(curve, values, 80), curve)
    assert np.array_equal(paste(curve, values, -10), curve)


def test_paste_respects_the_limits_of_the_channel(curve: Curve) -> None:
    pasted = paste(curve, np.array([-0.5, 0.5, 1.5], np.float32), 10, 0.0, 1.0)
    assert pasted[10:13].tolist() == [0.0, 0.5, 1.0]


@pytest.mark.parametrize("count", [2, 3, 12])
def test_cubic_is_that_of_scipy(count: int) -> None:
    rng = np.random.default_rng(count)
    for _ in range(50):
        places = np.cumsum(rng.uniform(0.5, 9, count))
        values = rng.normal(size=count).round(1)  # rounded, for flat stretches among them
        at = np.linspace(places[0], places[-1], 200)
        assert np.allclose(
            monotone_cubic(at, places, values), PchipInterpolator(places, values)(at)
        )


def test_cubic_holds_beyond_its_ends() -> None:
    ends = monotone_cubic(np.array([-5.0, 50.0]), np.array([1.0, 3.0, 4.0]), np.array([2.0, 5, 7]))
    assert ends.tolist() == [2.0, 7.0]
