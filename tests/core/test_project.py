from dataclasses import replace

import numpy as np
import pytest

from dimitra_studio.core.motion import Motion
from dimitra_studio.core.project import (
    Project,
    active_motion,
    add_take,
    free_take_name,
    shown_motion,
)
from dimitra_studio.core.rig import COMPONENTS, STUDIO
from dimitra_studio.core.strength import Strength
from dimitra_studio.core.take import Take


def take(name: str, value: float, components: tuple[str, ...] = COMPONENTS) -> Take:
    motion = Motion(np.full((10, 58), value, np.float32), STUDIO)
    return Take(name, motion, "generated", components, 0.0, 0.4)


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
