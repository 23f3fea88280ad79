"""What an animator does to one curve: draw, scale, offset, smooth, simplify and paste.

Every function takes a curve and returns a new one of the same length; frames outside the range are
the same bits. A range is a slice of frames as ``Segment.frames`` gives it.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Curve = NDArray[np.float32]

_Fit = Callable[[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]], NDArray]

_REACH_OF_SMOOTHING = 3.0
"""Standard deviations after which a frame no longer counts."""


def draw(curve: Curve, frames: Sequence[int], values: Sequence[float]) -> Curve:
    """Follow a freehand stroke.

    Args:
        curve: ``(T,)``.
        frames: where the stroke came past, in the order of drawing; it may turn back, and then what
            was drawn last counts. Frames outside the curve are cut off.
        values: at those frames; straight lines lie between them.
    """
    drawn = curve.copy()
    stroke = list(zip(frames, values, strict=True))
    for (before, first), (frame, value) in zip(stroke[:1] + stroke, stroke, strict=False):
        left, right = sorted(((before, first), (frame, value)))
        place = np.arange(max(left[0], 0), min(right[0] + 1, len(curve)))
        drawn[place] = np.interp(place, (left[0], right[0]), (left[1], right[1]))
        if 0 <= frame < len(curve):
            drawn[frame] = value  # a stroke straight up ends where the hand did
    return drawn


def scale(
    curve: Curve, frames: slice, factor: float, about: float = 0.0, *, ease: int = 0
) -> Curve:
    """Move values away from one value, or towards it.

    Args:
        curve: ``(T,)``.
        frames: the range.
        factor: 1 changes nothing, 0 leaves ``about``, below 0 turns the curve over.
        about: the value that stays.
        ease: frames at each end of the range over which the change comes in.
    """
    values = curve[frames]
    return _blend(curve, frames, about + factor * (values - about), ease)


def offset(curve: Curve, frames: slice, amount: float, *, ease: int = 0) -> Curve:
    """Add ``amount`` to a range; ``ease`` as for ``scale``."""
    return _blend(curve, frames, curve[frames] + amount, ease)


def smooth(curve: Curve, frames: slice, strength: float) -> Curve:
    """Take out what is faster than the eye wants, by a Gaussian.

    The range is continued beyond its ends by turning it about them, so both ends keep their value,
    no step appears at its borders, and a straight line stays one.

    Args:
        curve: ``(T,)``.
        frames: the range; under three frames there is nothing between the ends.
        strength: standard deviation in frames; 0 changes nothing.

    Raises:
        ValueError: if the strength is negative.
    """
    if not strength >= 0:
        raise ValueError(f"a strength is 0 or more, got {strength}")
    values = curve[frames].astype(np.float64)
    if len(values) < 3 or strength == 0:
        return curve.copy()
    reach = int(np.ceil(_REACH_OF_SMOOTHING * strength))
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / strength) ** 2)
    longer = np.pad(values, reach, mode="reflect", reflect_type="odd")
    smoothed = curve.copy()
    inside = np.convolve(longer, kernel / kernel.sum(), mode="valid")[1:-1]
    smoothed[frames][1:-1] = inside
    return smoothed


def simplify(curve: Curve, frames: slice, tolerance: float) -> tuple[Curve, tuple[int, ...]]:
    """Replace a range by a monotone cubic through as few keys as hold it.

    Ramer-Douglas-Peucker chooses the keys, measuring in value alone because time has another unit;
    more are added where the cubic through them would still leave the tolerance.

    Args:
        curve: ``(T,)``.
        frames: the range; its ends become keys.
        tolerance: largest difference in value between the curve and the result.

    Returns:
        The curve, and the keys in the range.

    Raises:
        ValueError: if the tolerance is negative.
    """
    if not tolerance >= 0:
        raise ValueError(f"a tolerance is 0 or more, got {tolerance}")
    place = np.arange(len(curve))[frames]
    simplified = curve.copy()
    if not len(place):
        return simplified, ()
    values = curve[frames].astype(np.float64)
    at = np.arange(len(place), dtype=np.float64)
    keys = np.unique([0, len(place) - 1])
    keys = _refine(values, at, keys, tolerance, _straight)
    keys = _refine(values, at, keys, tolerance, monotone_cubic)
    simplified[frames] = _fit(values, at, keys, monotone_cubic)
    return simplified, tuple(int(key) for key in place[keys])


def paste(
    curve: Curve, values: Curve, at: int, lower: float = -np.inf, upper: float = np.inf
) -> Curve:
    """Lay copied values over a curve from frame ``at`` on.

    Args:
        curve: ``(T,)``.
        values: ``(N,)``, of any length; what would lie beyond an end of the curve is cut off.
        at: frame of the first value.
        lower: limit of the channel pasted into; values beyond it become it.
        upper: the other limit.
    """
    pasted = curve.copy()
    first, last = max(at, 0), min(at + len(values), len(curve))
    if first < last:
        pasted[first:last] = np.clip(values[first - at : last - at], lower, upper)
    return pasted


def monotone_cubic(
    at: NDArray[np.float64], places: NDArray[np.float64], values: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Interpolate without overshoot: between two points the curve never turns.

    Args:
        at: where to evaluate; held at the first and last value beyond them.
        places: ``(K,)`` ascending.
        values: ``(K,)``.

    Source: Fritsch and Butland 1984, the weighted harmonic mean that is known as PCHIP.
    """
    if len(places) == 1:
        return np.full(np.shape(at), values[0], np.float64)
    return hermite(at, places, values, monotone_slopes(places, values))


def monotone_slopes(
    places: NDArray[np.float64], values: NDArray[np.float64]
) -> NDArray[np.float64]:
    """``(K,)`` slopes of ``monotone_cubic`` at its points, of which there are at least two."""
    widths = np.diff(places)
    secants = np.diff(values) / widths
    if len(secants) == 1:
        return np.repeat(secants, 2)
    slopes = np.zeros(len(places))
    before, after = secants[:-1], secants[1:]
    near, far = widths[:-1] + 2 * widths[1:], 2 * widths[:-1] + widths[1:]
    same = before * after > 0
    harmonic = near[same] / before[same] + far[same] / after[same]
    slopes[1:-1][same] = (near + far)[same] / harmonic
    slopes[0] = _end_slope(widths[0], widths[1], secants[0], secants[1])
    slopes[-1] = _end_slope(widths[-1], widths[-2], secants[-1], secants[-2])
    return slopes


def hermite(
    at: NDArray[np.float64],
    places: NDArray[np.float64],
    values: NDArray[np.float64],
    slopes: NDArray[np.float64],
) -> NDArray[np.float64]:
    """The cubic through points with given slopes; held beyond the first and the last."""
    at = np.clip(at, places[0], places[-1])
    left = np.clip(np.searchsorted(places, at, side="right") - 1, 0, len(places) - 2)
    width = places[left + 1] - places[left]
    share = (at - places[left]) / width
    rest = 1 - share
    return rest**2 * ((1 + 2 * share) * values[left] + share * width * slopes[left]) + share**2 * (
        (1 + 2 * rest) * values[left + 1] - rest * width * slopes[left + 1]
    )


def _end_slope(near: float, far: float, secant: float, next_secant: float) -> float:
    """Of a parabola through the last three points, as far as that keeps the curve from turning."""
    slope = ((2 * near + far) * secant - near * next_secant) / (near + far)
    if slope * secant <= 0:
        return 0.0
    if secant * next_secant <= 0 and abs(slope) > 3 * abs(secant):
        return 3 * secant
    return slope


def _straight(
    at: NDArray[np.float64], places: NDArray[np.float64], values: NDArray[np.float64]
) -> NDArray[np.float64]:
    return np.interp(at, places, values)


def _fit(
    values: NDArray[np.float64], at: NDArray[np.float64], keys: NDArray[np.int64], fit: _Fit
) -> Curve:
    """As it will be stored, so that the tolerance holds after rounding too."""
    return fit(at, at[keys], values[keys]).astype(np.float32)


def _refine(
    values: NDArray[np.float64],
    at: NDArray[np.float64],
    keys: NDArray[np.int64],
    tolerance: float,
    fit: _Fit,
) -> NDArray[np.int64]:
    """Split every stretch between keys at its worst frame until none is beyond the tolerance."""
    while len(keys) < len(values):
        error = np.abs(_fit(values, at, keys, fit) - values)
        error[keys] = 0  # they are on the curve, but for rounding
        largest = np.maximum.reduceat(error, keys[:-1])
        if largest.max() <= tolerance:
            break
        stretch = np.repeat(np.arange(len(largest)), np.diff(keys))
        beyond = np.flatnonzero(error[:-1] > tolerance)
        worst = beyond[error[beyond] == largest[stretch[beyond]]]
        first = np.diff(stretch[worst], prepend=-1) > 0  # of frames that are equally bad
        keys = np.sort(np.concatenate((keys, worst[first])))
    return keys


def _blend(curve: Curve, frames: slice, wanted: NDArray, ease: int) -> Curve:
    """Put ``wanted`` into the range; the ends of the recording need no easing."""
    place = np.arange(len(curve))[frames]
    blended = curve.copy()
    if not len(place):
        return blended
    share = np.ones(len(place))
    if place[0] > 0:
        share = np.minimum(share, (place - place[0] + 1) / (ease + 1))
    if place[-1] < len(curve) - 1:
        share = np.minimum(share, (place[-1] - place + 1) / (ease + 1))
    weights = 0.5 - 0.5 * np.cos(np.pi * share)
    values = curve[frames]
    blended[frames] = np.where(share == 1, wanted, values + weights * (wanted - values))
    return blended
