from dataclasses import replace

import numpy as np
import pytest

from dimitra_studio.core.edited_curves import (
    pin_edits,
    pin_frames,
    reset_to_generated,
    set_curves,
    unpin_frames,
)
from dimitra_studio.core.errors import ProjectError
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.project import Project, active_motion, add_take, edited_motion
from dimitra_studio.core.rig import COMPONENTS, STUDIO
from dimitra_studio.core.take import Take
from dimitra_studio.core.timeline import Segment

N_FRAMES = 100
MIDDLE = Segment(1.0, 2.0)  # frames 25 to 49


def take(name: str, seed: int) -> Take:
    curves = np.random.default_rng(seed).random((N_FRAMES, 58), np.float32)
    return Take(name, Motion(curves, STUDIO), "generated", COMPONENTS, 0.0, 4.0)


@pytest.fixture
def project() -> Project:
    return add_take(Project(), take("Take 1", 1))


def curve(project: Project, channel: str) -> np.ndarray:
    motion = edited_motion(project)
    assert motion is not None
    return motion.channel(channel)


def generated(project: Project, channel: str) -> np.ndarray:
    motion = active_motion(project)
    assert motion is not None
    return motion.channel(channel)


def edit(project: Project, channel: str, first: int, last: int, value: float = 0.5) -> Project:
    wanted = curve(project, channel).copy()
    wanted[first:last] = value
    return set_curves(project, {channel: wanted}, {channel: (first, last - 1)})


def test_only_what_differs_is_kept(project: Project) -> None:
    edited = edit(project, "jawOpen", 10, 20)
    assert edited.edits["jawOpen"].frames.tolist() == list(range(10, 20))
    assert edited.edits["jawOpen"].keys == (10, 19)
    assert np.all(curve(edited, "jawOpen")[10:20] == 0.5)
    assert project.edits == {}


def test_values_are_held_within_the_limits(project: Project) -> None:
    assert np.all(curve(edit(project, "jawOpen", 10, 20, 7.0), "jawOpen")[10:20] == 1.0)
    assert np.all(curve(edit(project, "headYaw", 10, 20, 7.0), "headYaw")[10:20] == 7.0)


def test_keys_alone_are_kept_and_let_go(project: Project) -> None:
    keyed = set_curves(project, {}, {"jawOpen": (5,)})
    assert keyed.edits["jawOpen"].keys == (5,)
    assert not keyed.edits["jawOpen"].frames.size
    assert set_curves(keyed, {}, {"jawOpen": ()}).edits == {}


def test_curve_without_keys_keeps_those_it_has(project: Project) -> None:
    edited = edit(project, "jawOpen", 10, 20)
    wanted = curve(edited, "jawOpen").copy()
    wanted[60] = 0.25
    assert set_curves(edited, {"jawOpen": wanted}, {}).edits["jawOpen"].keys == (10, 19)


def test_edit_back_to_the_take_is_none(project: Project) -> None:
    edited = edit(project, "jawOpen", 10, 20)
    wanted = {"jawOpen": generated(project, "jawOpen")}
    assert set_curves(edited, wanted, {"jawOpen": ()}).edits == {}


def test_edits_outlast_a_new_take(project: Project) -> None:
    edited = add_take(edit(project, "jawOpen", 10, 20), take("Take 2", 2))
    assert np.all(curve(edited, "jawOpen")[10:20] == 0.5)
    assert np.array_equal(curve(edited, "jawOpen")[20:], generated(edited, "jawOpen")[20:])
    assert not np.array_equal(generated(edited, "jawOpen"), generated(project, "jawOpen"))


def test_reset_brings_the_take_back_bit_for_bit(project: Project) -> None:
    edited = edit(edit(project, "jawOpen", 10, 60), "mouthPucker", 10, 20)
    reset = reset_to_generated(edited, ["jawOpen"])
    assert np.array_equal(curve(reset, "jawOpen"), generated(project, "jawOpen"))
    assert set(reset.edits) == {"mouthPucker"}


def test_reset_of_a_segment_keeps_the_rest(project: Project) -> None:
    wanted = np.full(N_FRAMES, 0.5, np.float32)
    edited = set_curves(project, {"jawOpen": wanted}, {"jawOpen": (10, 30, 80)})
    reset = reset_to_generated(edited, ["jawOpen"], MIDDLE)
    assert np.array_equal(curve(reset, "jawOpen")[25:50], generated(project, "jawOpen")[25:50])
    assert np.all(np.delete(curve(reset, "jawOpen"), range(25, 50)) == 0.5)
    assert reset.edits["jawOpen"].keys == (10, 80)


@pytest.mark.parametrize(
    "change",
    [
        lambda project: edit(project, "jawOpen", 1, 2),
        lambda project: set_curves(project, {}, {"jawOpen": (3,)}),
        lambda project: reset_to_generated(project, ["jawOpen"]),
    ],
)
def test_locked_component_is_refused(project: Project, change) -> None:  # noqa: ANN001
    locked = replace(project, locks=frozenset({"lips"}))
    with pytest.raises(ProjectError, match="lips, which is locked"):
        change(locked)
    assert edit(locked, "headYaw", 1, 5).edits


@pytest.mark.parametrize(
    "change",
    [
        lambda project: set_curves(project, {}, {}),
        lambda project: pin_frames(project, ["lips"], None),
        lambda project: unpin_frames(project, ["lips"], None),
        lambda project: pin_edits(project, ["jawOpen"], None),
        lambda project: reset_to_generated(project, []),
    ],
)
def test_nothing_to_edit_without_a_take(change) -> None:  # noqa: ANN001
    with pytest.raises(ProjectError, match="no take"):
        change(Project())


def test_curve_of_another_length_is_a_mistake(project: Project) -> None:
    with pytest.raises(ValueError, match="for \\(100,\\) frames"):
        set_curves(project, {"jawOpen": np.zeros(99, np.float32)}, {})


def test_frames_are_pinned_and_let_go(project: Project) -> None:
    pinned = pin_frames(pin_frames(project, ["lips", "pose"], MIDDLE), ["lips"], Segment(1.9, 2.2))
    assert pinned.pinned["lips"] == tuple(range(25, 55))
    assert pinned.pinned["pose"] == tuple(range(25, 50))
    freed = unpin_frames(pinned, ["lips"], Segment(0.5, 1.2))
    assert freed.pinned["lips"] == tuple(range(30, 55))
    assert unpin_frames(pinned, ["lips", "pose"], None).pinned == {}
    assert len(pin_frames(project, ["pose"], None).pinned["pose"]) == N_FRAMES


def test_edited_frames_are_pinned_in_their_components(project: Project) -> None:
    edited = edit(edit(edit(project, "jawOpen", 10, 30), "mouthClose", 28, 32), "headYaw", 3, 5)
    channels = ["jawOpen", "mouthClose", "headYaw", "browInnerUp"]
    pinned = pin_edits(edited, channels, None)
    assert pinned.pinned == {"lips": tuple(range(10, 32)), "pose": (3, 4)}
    within = pin_edits(edited, channels, Segment(0.0, 0.48))  # frames 0 to 11
    assert within.pinned == {"lips": (10, 11), "pose": (3, 4)}


def test_nothing_edited_is_nothing_to_pin(project: Project) -> None:
    with pytest.raises(ProjectError, match="nothing to pin"):
        pin_edits(edit(project, "jawOpen", 10, 30), ["jawOpen"], Segment(2.0, 3.0))
