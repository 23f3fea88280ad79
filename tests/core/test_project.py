from dataclasses import replace

import numpy as np
import pytest

from dimitra_studio.core.edits import CurveEdit
from dimitra_studio.core.mix import SEAM, Patch
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.project import (
    Project,
    active_motion,
    add_take,
    edited_motion,
    free_take_name,
    shown_motion,
)
from dimitra_studio.core.rig import COMPONENTS, STUDIO
from dimitra_studio.core.strength import Strength
from dimitra_studio.core.take import Take
from dimitra_studio.core.timeline import Segment

N_FRAMES = 20


def take(name: str, value: float, components: tuple[str, ...] = COMPONENTS) -> Take:
    motion = Motion(np.full((N_FRAMES, 58), value, np.float32), STUDIO)
    return Take(name, motion, "generated", components, 0.0, 0.8)


def test_first_take_is_shown_in_every_component() -> None:
    project = add_take(Project(), take("Take 1", 0.1, ("lips",)))
    assert dict(project.active) == dict.fromkeys(COMPONENTS, "Take 1")


def test_components_may_come_from_different_takes() -> None:
    project = add_take(add_take(Project(), take("Take 1", 0.1)), take("Take 2", 0.2, ("lips",)))
    motion = active_motion(project)
    assert motion is not None
    assert np.unique(motion.component("lips")) == np.float32(0.2)
    assert np.unique(motion.component("pose")) == np.float32(0.1)


def test_strength_is_shown_and_changes_no_take() -> None:
    project = replace(add_take(Project(), take("Take 1", 0.5)), strength=Strength(lips=0.5))
    shown, active = shown_motion(project), active_motion(project)
    assert shown is not None
    assert active is not None
    assert np.unique(shown.component("lips")) == np.float32(0.25)
    assert np.unique(active.component("lips")) == np.float32(0.5)


def test_take_names_are_never_used_twice() -> None:
    project = add_take(Project(), take("Take 2", 0.1))
    assert free_take_name(project) == "Take 1"
    assert free_take_name(add_take(project, take("Take 1", 0.1))) == "Take 3"


def test_document_cannot_be_edited_in_place() -> None:
    project = add_take(Project(), take("Take 1", 0.1))
    with pytest.raises(TypeError):
        project.active["lips"] = "Take 9"  # type: ignore[index]  # that it is refused is the point


def test_empty_project_shows_nothing() -> None:
    assert shown_motion(Project()) is None


def test_edits_lie_over_the_takes_and_outlast_them() -> None:
    edit = CurveEdit(np.array([2, 99]), np.float32([0.9, 0.5]))
    project = replace(add_take(Project(), take("Take 1", 0.1)), edits={"jawOpen": edit})
    for shown in (project, add_take(project, take("Take 2", 0.2))):
        motion, generated = edited_motion(shown), active_motion(shown)
        assert motion is not None
        assert generated is not None
        assert motion.channel("jawOpen")[2] == np.float32(0.9)
        others = np.arange(N_FRAMES) != 2
        np.testing.assert_array_equal(motion.curves[others], generated.curves[others])


@pytest.mark.parametrize(("frames", "keys"), [((3, 2), ()), ((-1,), ()), ((1,), (4, 4))])
def test_edit_out_of_order_is_refused(frames: tuple[int, ...], keys: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="ascend from 0"):
        CurveEdit(np.array(frames), np.zeros(len(frames), np.float32), keys)


def test_patch_shows_another_take_and_touches_nothing_outside() -> None:
    project = add_take(add_take(Project(), take("Take 1", 0.1)), take("Take 2", 0.2))
    patch = Patch("lips", Segment(0.2, 0.6), "Take 1")
    motion = active_motion(replace(project, patches=(patch,)))
    assert motion is not None
    lips = motion.component("lips")[:, 0]
    assert set(lips[:5]) == set(lips[15:]) == {np.float32(0.2)}
    assert set(lips[5 + SEAM : 15 - SEAM]) == {np.float32(0.1)}
    assert np.all(np.diff(lips[4 : 5 + SEAM]) < 0)
    assert np.all(np.diff(lips[14 - SEAM : 16]) > 0)
    np.testing.assert_array_equal(motion.component("pose"), np.float32(0.2))


def test_patch_has_no_seam_at_the_ends_of_the_recording() -> None:
    project = add_take(add_take(Project(), take("Take 1", 0.1)), take("Take 2", 0.2))
    motion = active_motion(replace(project, patches=(Patch("lips", Segment(0.0, 9.0), "Take 1"),)))
    assert motion is not None
    assert set(motion.component("lips").ravel()) == {np.float32(0.1)}


def test_new_take_replaces_the_patches_of_its_components() -> None:
    patches = tuple(Patch(name, Segment(0.0, 0.2), "Take 1") for name in ("lips", "pose"))
    project = replace(add_take(Project(), take("Take 1", 0.1)), patches=patches)
    assert add_take(project, take("Take 2", 0.2, ("lips",))).patches == patches[1:]
