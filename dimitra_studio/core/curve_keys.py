"""Keys: the frames at which an animator holds a curve and moves it.

Keys do not define the curve, since what was generated has detail that no few keys could carry. They
are handles: a moved key takes the curve around it along, and that detail stays.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.curve_editing import Curve, hermite, monotone_cubic, monotone_slopes

Keys = tuple[int, ...]

REACH = 10
"""Frames after which the influence of a key ends on a side where it has no neighbour."""


def add_key(keys: Keys, frame: int) -> Keys:
    """Make a frame a key; the curve does not change."""
    return tuple(sorted({*keys, frame}))


def move_keys(
    curve: Curve, keys: Keys, moves: Mapping[int, tuple[int, float]]
) -> tuple[Curve, Keys]:
    """Move keys and take the curve between them and their neighbours along.

    Time between two keys is stretched by a monotone map, and what a key rises is added as a bump
    that falls to nothing at a neighbour that stays, so the detail of the curve survives. Without a
    neighbour the influence ends ``REACH`` frames beyond where the key was and is.

    Args:
        curve: ``(T,)``.
        keys: of the curve, ascending.
        moves: for each moved key, by how many frames and by how much it moves.

    Returns:
        The curve, the same bits wherever no key was moved, and the keys.

    Raises:
        ValueError: if a move is of no key, or if keys would meet, change order or leave the curve;
            see ``room_for_move``.
    """
    if strange := set(moves) - set(keys):
        raise ValueError(f"no keys at {sorted(strange)}")
    new_keys = tuple(key + moves.get(key, (0, 0.0))[0] for key in keys)
    if any(later <= earlier for earlier, later in pairwise(new_keys)):
        raise ValueError(f"keys would change their order: {new_keys}")
    if new_keys and not 0 <= new_keys[0] <= new_keys[-1] < len(curve):
        raise ValueError(f"keys would leave the {len(curve)} frames: {new_keys}")
    old = np.array(keys, np.float64)
    new = np.array(new_keys, np.float64)
    rise = np.array([moves.get(key, (0, 0.0))[1] for key in keys])
    moved = (old != new) | (rise != 0)
    result = curve.copy()
    for first, last in _runs(moved):
        ends = _ends(first, last, old, new)
        _deform(
            result,
            np.concatenate(([ends[0]], old[first:last], [ends[1]])),
            np.concatenate(([ends[0]], new[first:last], [ends[1]])),
            np.concatenate(([0.0], rise[first:last], [0.0])),
        )
    return result, new_keys


def room_for_move(keys: Keys, moved: Collection[int], n_frames: int) -> tuple[int, int]:
    """By how many frames some keys may move together, earliest and latest.

    They keep their order, stay a frame away from the keys that do not move, and in the curve.
    """
    earliest, latest = -n_frames, n_frames
    staying = [key for key in keys if key not in moved]
    for key in moved:
        place = bisect_left(staying, key)
        earliest = max(earliest, (staying[place - 1] + 1 if place else 0) - key)
        latest = min(latest, (staying[place] if place < len(staying) else n_frames) - 1 - key)
    return earliest, latest


def delete_keys(curve: Curve, keys: Keys, gone: Collection[int]) -> tuple[Curve, Keys]:
    """Delete keys and let the curve run between the neighbours that remain.

    There it is rebuilt as a monotone cubic that meets the rest without a step, and without a kink
    where that needs no turn: what was between is lost. Without a neighbour it is rebuilt from
    ``REACH`` frames away.

    Returns:
        The curve and the keys that remain.
    """
    remaining = tuple(key for key in keys if key not in gone)
    rebuilt = curve.copy()
    for key in sorted(set(keys) & set(gone)):
        place = bisect_left(remaining, key)
        left = remaining[place - 1] if place else max(key - REACH, 0)
        right = remaining[place] if place < len(remaining) else min(key + REACH, len(curve) - 1)
        _bridge(rebuilt, left, right)
    return rebuilt, remaining


def keys_in_box(
    curve: Curve, keys: Keys, frames: tuple[float, float], values: tuple[float, float]
) -> Keys:
    """The keys whose frame and value lie within two ranges, ends included."""
    return tuple(
        key
        for key in keys
        if key < len(curve)
        and frames[0] <= key <= frames[1]
        and values[0] <= curve[key] <= values[1]
    )


def next_key(keys: Sequence[int], frame: int) -> int | None:
    """The first key after a frame; None if there is none."""
    place = bisect_right(keys, frame)
    return keys[place] if place < len(keys) else None


def previous_key(keys: Sequence[int], frame: int) -> int | None:
    """The last key before a frame; None if there is none."""
    place = bisect_left(keys, frame)
    return keys[place - 1] if place else None


def _runs(moved: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Where neighbouring keys move, first and one past the last."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], moved.astype(np.int8), [0]))))
    return [(int(first), int(last)) for first, last in edges.reshape(-1, 2)]


def _ends(
    first: int, last: int, old: NDArray[np.float64], new: NDArray[np.float64]
) -> tuple[float, float]:
    """Where the influence of a run of moved keys ends; possibly outside the curve."""
    start = old[first - 1] if first else min(old[0], new[0]) - REACH
    end = old[last] if last < len(old) else max(old[-1], new[-1]) + REACH
    return float(start), float(end)


def _deform(
    curve: Curve,
    old: NDArray[np.float64],
    new: NDArray[np.float64],
    rise: NDArray[np.float64],
) -> None:
    """Move anchors of a curve in place; the first and the last stay."""
    place = np.arange(max(int(new[0]) + 1, 0), min(int(new[-1]), len(curve)))
    values = curve[place].astype(np.float64)
    if np.any(old != new):
        secants = np.diff(old) / np.diff(new)
        slopes = monotone_slopes(new, old)
        slopes[0] = min(1.0, 3 * secants[0])  # time runs on at its own pace outside
        slopes[-1] = min(1.0, 3 * secants[-1])
        source = hermite(place.astype(np.float64), new, old, slopes)
        every = np.arange(len(curve), dtype=np.float64)
        values = monotone_cubic(source, every, curve.astype(np.float64))
    bump = hermite(place.astype(np.float64), new, rise, np.zeros(len(new)))
    curve[place] = values + bump


def _bridge(curve: Curve, left: int, right: int) -> None:
    """Replace what lies between two frames by a monotone cubic, in place."""
    if right - left < 2:
        return
    ends = np.array([left, right], np.float64)
    values = curve[[left, right]].astype(np.float64)
    secant = (values[1] - values[0]) / (right - left)
    before = curve[left] - curve[left - 1] if left else secant
    after = curve[right + 1] - curve[right] if right + 1 < len(curve) else secant
    slopes = np.array([_without_turn(float(slope), secant) for slope in (before, after)])
    place = np.arange(left + 1, right)
    curve[place] = hermite(place.astype(np.float64), ends, values, slopes)


def _without_turn(slope: float, secant: float) -> float:
    """The slope nearest to ``slope`` with which a cubic does not turn between two points."""
    return float(np.clip(slope, min(0.0, 3 * secant), max(0.0, 3 * secant)))
