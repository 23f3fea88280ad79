import numpy as np
import pytest

from dimitra_studio.core.curve_editing import Curve
from dimitra_studio.core.curve_keys import (
    REACH,
    add_key,
    delete_keys,
    keys_in_box,
    move_keys,
    next_key,
    previous_key,
    room_for_move,
)

KEYS = (10, 40, 60, 90)


@pytest.fixture
def curve() -> Curve:
    time = np.arange(120)
    return (0.4 + 0.3 * np.sin(time / 9) + 0.03 * np.sin(time * 1.9)).astype(np.float32)


def changed(before: Curve, after: Curve) -> tuple[int, int]:
    frames = np.flatnonzero(before.view(np.int32) != after.view(np.int32))
    return int(frames[0]), int(frames[-1])


def test_added_key_stands_in_order() -> None:
    assert add_key((3, 9), 5) == (3, 5, 9)
    assert add_key((3, 9), 9) == (3, 9)


def test_move_by_nothing_changes_nothing(curve: Curve) -> None:
    moved, keys = move_keys(curve, KEYS, {40: (0, 0.0), 60: (0, 0.0)})
    assert np.array_equal(moved.view(np.int32), curve.view(np.int32))
    assert keys == KEYS


def test_raised_key_changes_the_curve_up_to_its_neighbours(curve: Curve) -> None:
    moved, keys = move_keys(curve, KEYS, {40: (0, 0.2)})
    assert keys == KEYS
    assert moved[40] == pytest.approx(curve[40] + 0.2)
    first, last = changed(curve, moved)
    assert 10 < first < 15
    assert 55 < last < 60


def test_detail_survives_a_move_of_value(curve: Curve) -> None:
    """What is added is slow, so what is fast in the curve is what it was."""
    moved, _ = move_keys(curve, KEYS, {40: (0, 0.2)})
    assert np.abs(np.diff(moved - curve, 2)).max() < 0.004
    assert np.abs(np.diff(curve, 2)).max() > 0.05


def test_moved_key_takes_its_value_to_another_frame(curve: Curve) -> None:
    moved, keys = move_keys(curve, KEYS, {40: (7, 0.0)})
    assert keys == (10, 47, 60, 90)
    assert moved[47] == pytest.approx(curve[40], abs=1e-6)
    first, last = changed(curve, moved)
    assert (first > 10, last < 60) == (True, True)


def test_move_in_time_keeps_the_range_of_values(curve: Curve) -> None:
    moved, _ = move_keys(curve, KEYS, {40: (-25, 0.0)})
    assert moved[10:60].min() >= curve[10:60].min() - 1e-6
    assert moved[10:60].max() <= curve[10:60].max() + 1e-6


def test_keys_moved_together_keep_their_shape(curve: Curve) -> None:
    moved, _ = move_keys(curve, KEYS, {40: (0, 0.1), 60: (0, 0.1)})
    assert np.allclose(moved[40:61], curve[40:61] + 0.1, atol=1e-6)


def test_curve_moved_together_in_time_is_shifted(curve: Curve) -> None:
    moved, keys = move_keys(curve, KEYS, {40: (5, 0.0), 60: (5, 0.0)})
    assert keys == (10, 45, 65, 90)
    assert moved[[45, 65]] == pytest.approx(curve[[40, 60]], abs=1e-6)


def test_groups_apart_leave_what_is_between_them(curve: Curve) -> None:
    keys = (10, 30, 50, 70, 90)
    moved, _ = move_keys(curve, keys, {10: (0, 0.1), 90: (0, 0.1)})
    assert np.array_equal(moved[30:71], curve[30:71])


@pytest.mark.parametrize("by", [-9, 0, 9])
def test_influence_without_neighbours_is_declared(curve: Curve, by: int) -> None:
    moved, _ = move_keys(curve, (60,), {60: (by, 0.1)})
    first, last = changed(curve, moved)
    assert first == min(60, 60 + by) - REACH + 1
    assert last == max(60, 60 + by) + REACH - 1


@pytest.mark.parametrize("key", [0, 2, 119])
def test_keys_at_the_ends_of_the_curve_move(curve: Curve, key: int) -> None:
    moved, _ = move_keys(curve, (key,), {key: (0, 0.2)})
    assert moved[key] == pytest.approx(curve[key] + 0.2)
    assert np.isfinite(moved).all()


@pytest.mark.parametrize(
    "moves", [{40: (20, 0.0)}, {40: (30, 0.0)}, {10: (-11, 0.0)}, {90: (30, 0)}]
)
def test_keys_may_not_pass_each_other_or_leave(curve: Curve, moves: dict) -> None:
    with pytest.raises(ValueError, match="keys would"):
        move_keys(curve, KEYS, moves)


def test_only_keys_move(curve: Curve) -> None:
    with pytest.raises(ValueError, match="no keys"):
        move_keys(curve, KEYS, {41: (0, 0.1)})


@pytest.mark.parametrize(
    ("moved", "room"),
    [
        ({40}, (-29, 19)),
        ({40, 60}, (-29, 29)),
        ({10}, (-10, 29)),
        ({90}, (-29, 29)),
        ({10, 60}, (-10, 29)),
    ],
)
def test_room_is_all_that_is_allowed(curve: Curve, moved: set[int], room: tuple[int, int]) -> None:
    assert room_for_move(KEYS, moved, len(curve)) == room
    for by in room:
        move_keys(curve, KEYS, dict.fromkeys(moved, (by, 0.0)))
    for by in (room[0] - 1, room[1] + 1):
        with pytest.raises(ValueError, match="keys would"):
            move_keys(curve, KEYS, dict.fromkeys(moved, (by, 0.0)))


def test_deleted_key_lets_the_curve_run_between_its_neighbours(curve: Curve) -> None:
    rebuilt, keys = delete_keys(curve, KEYS, {40})
    assert keys == (10, 60, 90)
    first, last = changed(curve, rebuilt)
    assert (first >= 11, last <= 59) == (True, True)
    between = np.diff(rebuilt[10:61])
    assert np.all(between >= -1e-6) or np.all(between <= 1e-6)  # monotone: it never turns


def test_rebuilt_curve_meets_the_rest_without_a_kink() -> None:
    slope = np.linspace(0, 1, 100, dtype=np.float32)
    bumpy = slope.copy()
    bumpy[40:60] += 0.3
    rebuilt, _ = delete_keys(bumpy, (35, 50, 65), {50})
    assert np.allclose(rebuilt, slope, atol=1e-6)


def test_last_key_deleted_is_rebuilt_within_its_reach(curve: Curve) -> None:
    rebuilt, keys = delete_keys(curve, (60,), {60})
    assert keys == ()
    first, last = changed(curve, rebuilt)
    assert (first > 60 - REACH, last < 60 + REACH) == (True, True)


def test_deleting_nothing_changes_nothing(curve: Curve) -> None:
    rebuilt, keys = delete_keys(curve, KEYS, {41})
    assert np.array_equal(rebuilt, curve)
    assert keys == KEYS


def test_box_finds_keys_by_frame_and_value(curve: Curve) -> None:
    value = float(curve[40])
    assert keys_in_box(curve, KEYS, (10, 60), (-9.0, 9.0)) == (10, 40, 60)
    assert keys_in_box(curve, KEYS, (10, 60), (value - 0.001, value + 0.001)) == (40,)
    assert keys_in_box(curve, (*KEYS, 400), (0, 500), (-9.0, 9.0)) == KEYS  # of a longer take


def test_neighbouring_keys() -> None:
    assert [next_key(KEYS, frame) for frame in (0, 10, 90)] == [10, 40, None]
    assert [previous_key(KEYS, frame) for frame in (100, 90, 10)] == [90, 60, None]
