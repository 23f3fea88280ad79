from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from dimitra_studio.core.edits import CurveEdit
from dimitra_studio.core.errors import ProjectError
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.project import Project, active_motion, add_take, edited_motion
from dimitra_studio.core.rig import COMPONENTS, STUDIO
from dimitra_studio.core.strength import Strength
from dimitra_studio.core.take import Take
from dimitra_studio.core.take_editing import (
    bake_edits,
    delete_take,
    duplicate_take,
    patch_take,
    remove_patches,
    rename_take,
    set_lock,
    set_sound_delay,
    set_strength,
    show_take,
)
from dimitra_studio.core.timeline import Segment

N_FRAMES = 50


def take(name: str, value: float, parent: str | None = None) -> Take:
    motion = Motion(np.full((N_FRAMES, 58), value, np.float32), STUDIO)
    return Take(name, motion, "generated", COMPONENTS, 0.0, 2.0, parent=parent)


@pytest.fixture
def project() -> Project:
    """Three takes, each made from the one before; the last is shown."""
    project = add_take(Project(), take("Take 1", 0.1))
    project = add_take(project, take("Take 2", 0.2, "Take 1"))
    return add_take(project, take("Take 3", 0.3, "Take 2"))


def spans(project: Project, component: str) -> list[tuple[str, float, float]]:
    return [
        (patch.take, patch.segment.start, patch.segment.end)
        for patch in project.patches
        if patch.component == component
    ]


def test_take_is_shown_in_the_components_that_are_asked_for(project: Project) -> None:
    shown = show_take(project, "Take 1", ["lips", "pose"])
    assert dict(shown.active) == {"lips": "Take 1", "expression": "Take 3", "pose": "Take 1"}


def test_showing_a_take_removes_what_lies_over_its_components(project: Project) -> None:
    patched = patch_take(project, COMPONENTS, Segment(0.4, 0.8), "Take 1")
    shown = show_take(patched, "Take 2", ["lips"])
    assert {patch.component for patch in shown.patches} == {"expression", "pose"}


def test_patch_shows_a_segment_from_another_take(project: Project) -> None:
    motion = active_motion(patch_take(project, ["lips"], Segment(0.4, 1.2), "Take 1"))
    assert motion is not None
    assert motion.channel("jawOpen")[20] == np.float32(0.1)
    assert set(motion.channel("jawOpen")[30:]) == {np.float32(0.3)}
    assert set(motion.channel("headYaw")) == {np.float32(0.3)}


def test_patch_replaces_those_that_it_covers_alone(project: Project) -> None:
    for segment in (Segment(0.4, 0.6), Segment(0.5, 1.5), Segment(1.8, 2.0)):
        project = patch_take(project, ["lips"], segment, "Take 1")
    project = patch_take(project, ["lips"], Segment(0.2, 1.0), "Take 2")
    assert spans(project, "lips") == [
        ("Take 1", 0.5, 1.5),
        ("Take 1", 1.8, 2.0),
        ("Take 2", 0.2, 1.0),
    ]


def test_patch_of_the_active_take_is_only_kept_over_another(project: Project) -> None:
    assert patch_take(project, ["lips"], Segment(0.4, 1.2), "Take 3").patches == ()
    mixed = patch_take(project, ["lips"], Segment(0.4, 1.2), "Take 1")
    assert patch_take(mixed, ["lips"], Segment(0.2, 1.4), "Take 3").patches == ()
    back = patch_take(mixed, ["lips"], Segment(0.6, 1.0), "Take 3")
    assert spans(back, "lips") == [("Take 1", 0.4, 1.2), ("Take 3", 0.6, 1.0)]


def test_removing_patches_cuts_those_that_reach_further(project: Project) -> None:
    mixed = patch_take(project, ["lips", "pose"], Segment(0.4, 1.2), "Take 1")
    cut = remove_patches(mixed, ["lips"], Segment(0.6, 0.8))
    assert spans(cut, "lips") == [("Take 1", 0.4, 0.6), ("Take 1", 0.8, 1.2)]
    assert spans(cut, "pose") == [("Take 1", 0.4, 1.2)]
    assert spans(remove_patches(cut, ["lips"], Segment(0.0, 0.8)), "lips") == [("Take 1", 0.8, 1.2)]
    assert remove_patches(cut, COMPONENTS).patches == ()


def test_removing_patches_leaves_those_elsewhere(project: Project) -> None:
    mixed = set_lock(patch_take(project, ["lips"], Segment(0.4, 1.2), "Take 1"), "lips", on=True)
    for elsewhere in (Segment(0.0, 0.3), Segment(1.5, 1.8)):
        assert remove_patches(mixed, COMPONENTS, elsewhere).patches == mixed.patches


LOCKED: list[Callable[[Project], Project]] = [
    lambda project: show_take(project, "Take 1", COMPONENTS),
    lambda project: patch_take(project, ["lips"], Segment(0.0, 1.0), "Take 1"),
    lambda project: remove_patches(project, ["lips"]),
    lambda project: delete_take(project, "Take 3"),
    lambda project: delete_take(project, "Take 2"),
]


@pytest.mark.parametrize("edit", LOCKED, ids=["show", "patch", "remove", "delete", "patched"])
def test_locked_component_is_not_changed(
    project: Project, edit: Callable[[Project], Project]
) -> None:
    mixed = patch_take(project, ["lips"], Segment(0.4, 1.2), "Take 2")
    edit(mixed)
    with pytest.raises(ProjectError, match="lips component is locked"):
        edit(set_lock(mixed, "lips", on=True))


def test_locks_of_other_components_do_not_matter(project: Project) -> None:
    locked = set_lock(project, "pose", on=True)
    assert show_take(locked, "Take 1", ["lips"]).active["lips"] == "Take 1"
    assert remove_patches(locked, COMPONENTS) is not None
    assert set_lock(locked, "pose", on=False).locks == frozenset()


def test_new_name_is_used_everywhere(project: Project) -> None:
    project = patch_take(project, ["lips"], Segment(0.4, 1.2), "Take 2")
    project = show_take(project, "Take 2", ["pose"])
    renamed = rename_take(project, "Take 2", "  happier ")
    assert [item.name for item in renamed.takes] == ["Take 1", "happier", "Take 3"]
    assert renamed.take("Take 3").parent == "happier"
    assert renamed.active["pose"] == "happier"
    assert spans(renamed, "lips") == [("happier", 0.4, 1.2)]


def test_same_name_is_no_edit(project: Project) -> None:
    assert rename_take(project, "Take 2", "Take 2 ") is project


@pytest.mark.parametrize(("name", "why"), [("  ", "needs a name"), ("Take 1", "already")])
def test_bad_name_is_refused(project: Project, name: str, why: str) -> None:
    with pytest.raises(ProjectError, match=why):
        rename_take(project, "Take 2", name)


def test_deleted_take_leaves_its_components_to_its_parent(project: Project) -> None:
    project = patch_take(project, ["lips"], Segment(0.4, 1.2), "Take 1")
    left = delete_take(delete_take(project, "Take 3"), "Take 1")
    assert [item.name for item in left.takes] == ["Take 2"]
    assert dict(left.active) == dict.fromkeys(COMPONENTS, "Take 2")
    assert (left.patches, left.take("Take 2").parent) == ((), None)


def test_without_a_parent_the_newest_take_is_shown(project: Project) -> None:
    shown = show_take(project, "Take 1", COMPONENTS)
    assert dict(delete_take(shown, "Take 1").active) == dict.fromkeys(COMPONENTS, "Take 3")


def test_only_take_can_go() -> None:
    empty = delete_take(add_take(Project(), take("Take 1", 0.1)), "Take 1")
    assert (empty.takes, dict(empty.active)) == ((), {})


def test_copies_are_told_apart_and_share_their_curves(project: Project) -> None:
    twice = duplicate_take(duplicate_take(project, "Take 1"), "Take 1")
    assert [item.name for item in twice.takes[3:]] == ["Take 1 copy", "Take 1 copy 2"]
    assert twice.takes[4].motion is project.take("Take 1").motion
    assert dict(twice.active) == dict(project.active)


def test_baked_take_shows_the_same_without_edits_and_patches(project: Project) -> None:
    mixed = patch_take(project, ["lips"], Segment(0.4, 1.2), "Take 1")
    edit = CurveEdit(np.array([5, 6]), np.float32([0.8, 0.9]), (5,))
    other = CurveEdit(np.array([5]), np.float32([0.8]))
    mixed = replace(mixed, edits={"headYaw": edit, "exp05": other}, strength=Strength(lips=0.5))
    baked = bake_edits(mixed)
    before, after = edited_motion(mixed), active_motion(baked)
    assert before is not None
    assert after is not None
    np.testing.assert_array_equal(after.curves, before.curves)
    assert (baked.patches, set(baked.edits), baked.strength) == ((), {"exp05"}, Strength(lips=0.5))
    made = baked.takes[-1]
    assert (made.name, made.origin, made.parent) == ("Take 4", "edited", "Take 3")


@pytest.mark.parametrize("project", [Project(), add_take(Project(), take("Take 1", 0.1))])
def test_nothing_to_bake_is_refused(project: Project) -> None:
    with pytest.raises(ProjectError, match=r"no motion to bake|nothing to bake"):
        bake_edits(project)


def test_strength_and_sound_are_set_one_at_a_time(project: Project) -> None:
    assert set_strength(project, "blink", 0.5).strength == Strength(blink=0.5)
    assert set_sound_delay(project, -0.04).sound_delay == -0.04


@pytest.mark.parametrize(
    "edit",
    [
        lambda project: show_take(project, "Take 9", ["lips"]),
        lambda project: show_take(project, "Take 1", ["nose"]),
        lambda project: set_lock(project, "nose", on=True),
        lambda project: set_strength(project, "nose", 1.0),
        lambda project: set_strength(project, "lips", -1.0),
    ],
)
def test_mistakes_of_ours_are_no_messages(
    project: Project, edit: Callable[[Project], Project]
) -> None:
    with pytest.raises(ValueError, match=r"no take|components are|no strength|0 or more"):
        edit(project)
