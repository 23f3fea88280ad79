from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from dimitra_studio.core.edits import CurveEdit
from dimitra_studio.core.errors import ProjectError
from dimitra_studio.core.motion import count_frames
from dimitra_studio.core.progress import Cancelled, Progress
from dimitra_studio.core.project import Project, active_motion, add_take
from dimitra_studio.core.rig import COMPONENTS, STUDIO
from dimitra_studio.core.take import Settings, Take
from dimitra_studio.core.timeline import Segment
from dimitra_studio.pipeline.engine import Engine

QUICK = Settings(n_steps=2)


@pytest.fixture(scope="module")
def take(engine: Engine, project: Project) -> Take:
    return engine.generate(project, settings=QUICK)


@pytest.fixture(scope="module")
def with_take(project: Project, take: Take) -> Project:
    return add_take(project, take)


def test_take_is_as_long_as_the_recording(project: Project, take: Take, engine: Engine) -> None:
    intake = engine.new_project(project.recording)  # type: ignore[arg-type]  # it has one
    duration = engine.duration(intake.project)
    assert len(take.motion) == count_frames(duration)
    assert take.end == pytest.approx(duration)
    assert set(take.weights) == set(COMPONENTS)


def test_take_begins_with_the_portrait(project: Project, take: Take) -> None:
    assert project.portrait is not None
    np.testing.assert_array_equal(take.motion.curves[0], project.portrait.curves)


def test_turned_head_stays_turned(take: Take) -> None:
    assert np.median(take.motion.channel("headYaw")) == pytest.approx(0.4, abs=0.1)


def test_seed_fixes_the_take(engine: Engine, project: Project, take: Take) -> None:
    again = engine.generate(project, settings=QUICK)
    other = engine.generate(project, settings=replace(QUICK, seed=1))
    np.testing.assert_array_equal(again.motion.curves, take.motion.curves)
    assert np.abs(other.motion.curves[5:] - take.motion.curves[5:]).max() > 0.01


def test_only_the_segment_changes(engine: Engine, with_take: Project, take: Take) -> None:
    again = engine.generate(
        with_take,
        components=("lips",),
        segment=Segment(1.0, 2.0),
        settings=replace(QUICK, seed=5),
    )
    before, after = take.motion, again.motion
    for name in ("expression", "pose"):
        np.testing.assert_array_equal(after.component(name), before.component(name))
    lips = STUDIO.columns("lips")
    outside = np.r_[0:25, 50 : len(before)]
    np.testing.assert_array_equal(after.curves[outside][:, lips], before.curves[outside][:, lips])
    assert np.abs(after.curves[25:50, lips] - before.curves[25:50, lips]).max() > 0.01
    assert (again.start, again.end, again.parent) == (1.0, 2.0, take.name)


def test_pinned_frames_stay(engine: Engine, with_take: Project, take: Take) -> None:
    pinned = replace(with_take, pinned={"pose": (30, 31)})
    again = engine.generate(pinned, settings=replace(QUICK, seed=5))
    pose = STUDIO.columns("pose")
    np.testing.assert_array_equal(again.motion.curves[30:32, pose], take.motion.curves[30:32, pose])
    assert np.abs(again.motion.curves[33:40, pose] - take.motion.curves[33:40, pose]).max() > 1e-3


def test_segment_leads_into_what_was_set_by_hand_and_leaves_the_takes_as_they_are(
    engine: Engine, with_take: Project, take: Take
) -> None:
    column = STUDIO.column("jawOpen")
    edit = CurveEdit(np.arange(20, 25), np.full(5, 0.9, np.float32))
    edited = replace(with_take, edits={"jawOpen": edit})
    options = {"components": ("lips",), "segment": Segment(1.0, 2.0), "settings": QUICK}
    plain = engine.generate(with_take, **options).motion
    again = engine.generate(edited, **options).motion
    outside = np.r_[0:25, 50 : len(again)]
    np.testing.assert_array_equal(again.curves[outside], take.motion.curves[outside])
    assert again.curves[25, column] > plain.curves[25, column] + 0.1


def test_pinned_edits_are_in_the_take(engine: Engine, with_take: Project) -> None:
    edit = CurveEdit(np.array([30]), np.float32([0.9]))
    edited = replace(with_take, edits={"jawOpen": edit}, pinned={"lips": (30,)})
    take = engine.generate(edited, segment=Segment(1.0, 2.0), settings=QUICK)
    assert take.motion.channel("jawOpen")[30] == np.float32(0.9)


def test_longer_seam_leads_in_for_longer(engine: Engine, with_take: Project, take: Take) -> None:
    def step(seam: float) -> float:
        settings = replace(QUICK, seed=5, seam=seam)
        again = engine.generate(with_take, segment=Segment(1.0, 3.0), settings=settings)
        return float(np.abs(again.motion.curves[27] - take.motion.curves[27]).max())

    assert step(0.6) < step(0.0)


def test_used_up_memory_of_the_graphics_card_is_answered(
    small_weights: Path, project: Project, take: Take
) -> None:
    """The network runs out of memory as often as it is told; what is left must be enough."""
    engine = Engine(small_weights, device="cpu")
    engine.load_networks(("lips",))
    network = engine._generator.networks(("lips",))["lips"].network
    failures = iter([True, True])

    def run_out(*_: object) -> None:
        if next(failures, False):
            raise torch.OutOfMemoryError

    next(network.children()).register_forward_pre_hook(run_out)
    again = engine.generate(project, components=("lips",), settings=QUICK)
    assert next(failures, None) is None
    np.testing.assert_array_equal(again.motion.component("lips"), take.motion.component("lips"))
    (notice, _) = engine.take_notices()
    assert "memory" in notice
    assert engine.take_notices() == ()


def test_components_that_are_not_asked_for_hold_still(engine: Engine, project: Project) -> None:
    take = engine.generate(project, components=("lips",), settings=QUICK)
    assert project.portrait is not None
    still = np.tile(project.portrait.curves[STUDIO.columns("pose")], (len(take.motion), 1))
    np.testing.assert_array_equal(take.motion.component("pose"), still)


def test_cancelling_takes_one_step(engine: Engine, project: Project) -> None:
    steps = []

    def stop(progress: Progress) -> None:
        steps.append(progress)
        raise Cancelled

    with pytest.raises(Cancelled):
        engine.generate(project, settings=QUICK, on_progress=stop)
    assert len(steps) == 1


def test_progress_ends_complete(engine: Engine, project: Project) -> None:
    seen: list[Progress] = []
    engine.generate(project, settings=QUICK, on_progress=seen.append)
    shares = [report.done / report.total for report in seen]
    assert shares == sorted(shares)
    assert shares[-1] == 1


@pytest.mark.parametrize(
    ("change", "options", "message"),
    [
        ({"locks": frozenset({"lips"})}, {}, "The lips component is locked"),
        ({}, {"segment": Segment(99, 100)}, "after the recording ends"),
        ({"takes": ()}, {"segment": Segment(0, 1)}, "no take to change a segment of"),
        ({"recording": None}, {}, "has no recording"),
    ],
)
def test_impossible_request_is_one_sentence(
    engine: Engine,
    with_take: Project,
    change: dict[str, object],
    options: dict[str, Segment],
    message: str,
) -> None:
    project = replace(with_take, **change)  # type: ignore[arg-type]  # any field of it
    with pytest.raises(ProjectError, match=message):
        engine.generate(project, settings=QUICK, **options)  # type: ignore[arg-type]


def test_new_take_is_shown(engine: Engine, with_take: Project) -> None:
    again = engine.generate(with_take, components=("pose",), settings=replace(QUICK, seed=3))
    shown = active_motion(add_take(with_take, again))
    assert shown is not None
    assert again.name == "Take 2"
    np.testing.assert_array_equal(shown.component("pose"), again.motion.component("pose"))
