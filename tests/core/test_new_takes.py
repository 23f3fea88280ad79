from dataclasses import replace

import numpy as np
import pytest

from dimitra_studio.core.motion import Motion
from dimitra_studio.core.new_takes import put_take
from dimitra_studio.core.project import Project, active_motion, add_take
from dimitra_studio.core.rig import COMPONENTS, STUDIO
from dimitra_studio.core.take import Take
from dimitra_studio.core.timeline import Segment
from dimitra_studio.core.transcript import Transcript, Word

N_FRAMES = 50


def make_take(name: str, value: float, **changes: object) -> Take:
    curves = np.full((N_FRAMES, len(STUDIO.channels)), value, np.float32)
    take = Take(name, Motion(curves, STUDIO), "generated", COMPONENTS, 0.0, 2.0)
    return replace(take, **changes)  # type: ignore[arg-type]


@pytest.fixture
def project() -> Project:
    words = Transcript((Word("one", 0.2, 0.6), Word("two", 1.0, 1.6)), 2.0)
    return add_take(Project(transcript=words), make_take("Take 1", 0.1))


def test_segments_of_two_generations_stay_side_by_side(project: Project) -> None:
    first = make_take("Take 2", 0.2, components=("lips",))
    second = make_take("Take 3", 0.3, components=("lips",))
    early, late = Segment(0.0, 0.4), Segment(1.0, 1.4)
    after = put_take(project, first, [early], asked=project, keep_edits=True)
    after = put_take(after, second, [late], asked=project, keep_edits=True)
    motion = active_motion(after)
    assert motion is not None
    lips = motion.component("lips")[:, 0]
    expected = np.full(N_FRAMES, 0.1, np.float32)
    expected[0:10], expected[25:35] = 0.2, 0.3
    np.testing.assert_array_equal(lips, expected)
    assert (motion.component("pose") == np.float32(0.1)).all()


def test_lock_that_was_set_meanwhile_holds(project: Project) -> None:
    locked = replace(project, locks=frozenset({"pose"}))
    take = make_take("Take 2", 0.2)
    after = put_take(locked, take, [None], asked=project, keep_edits=True)
    assert after.active == {"lips": "Take 2", "expression": "Take 2", "pose": "Take 1"}
    assert after.takes[-1] is take


def test_words_that_were_changed_meanwhile_stay_marked(project: Project) -> None:
    stale, later = Segment(0.2, 0.6), Segment(1.0, 1.6)
    asked = replace(project, changed=(stale,))
    now = replace(asked, changed=(stale, later))
    take = make_take("Take 2", 0.2)
    assert put_take(now, take, [None], asked=asked, keep_edits=True).changed == (later,)
    assert put_take(asked, take, [None], asked=asked, keep_edits=True).changed == ()


def test_first_take_is_shown_whole(project: Project) -> None:
    empty = replace(project, takes=(), active={}, locks=frozenset({"lips"}))
    take = make_take("Take 1", 0.2, components=("expression", "pose"))
    after = put_take(empty, take, [None], asked=empty, keep_edits=True)
    assert after.active == dict.fromkeys(COMPONENTS, "Take 1")
