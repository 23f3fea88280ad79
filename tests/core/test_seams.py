from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from dimitra_studio.core.mix import SEAM, Patch
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.project import Project, active_motion, add_take
from dimitra_studio.core.rig import COMPONENTS, STUDIO
from dimitra_studio.core.seams import jumps, seam_frames
from dimitra_studio.core.take import Settings, Take
from dimitra_studio.core.timeline import Segment

N_FRAMES = 200
JAW = STUDIO.column("jawOpen")
BLINK = STUDIO.column("eyeBlinkLeft")


def lively(phase: float = 0.0) -> NDArray[np.float32]:
    """A jaw that swings, and a blink now and then."""
    curves = np.zeros((N_FRAMES, 58), np.float32)
    time = np.arange(N_FRAMES) / 25
    curves[:, JAW] = 0.4 + 0.3 * np.sin(2 * np.pi * 2 * time + phase)
    for frame in (30, 90, 150):
        curves[frame : frame + 5, BLINK] = (0.4, 1.0, 1.0, 0.6, 0.2)
    return curves


def motion(curves: NDArray[np.float32]) -> Motion:
    return Motion(curves, STUDIO)


def test_smooth_motion_does_not_jump() -> None:
    assert jumps(motion(lively()), [50, 100], "lips") == []


def test_step_in_value_is_found_with_its_size() -> None:
    curves = lively()
    curves[100:, JAW] += 0.5
    ((channel, size),) = jumps(motion(curves), [100], "lips")
    assert channel == "jawOpen"
    assert 5 < size < 9  # the swing goes by 0.075 a frame


def test_kink_without_a_step_is_found() -> None:
    curves = np.zeros((N_FRAMES, 58), np.float32)
    time = np.arange(N_FRAMES) / 25
    curves[:, JAW] = 0.4 + 0.3 * np.sin(2 * np.pi * 0.5 * time)
    curves[100:, JAW] = 2 * curves[99, JAW] - curves[100:, JAW]
    assert [channel for channel, _ in jumps(motion(curves), [100], "lips")] == ["jawOpen"]


def test_jump_elsewhere_is_not_the_seams() -> None:
    curves = lively()
    curves[100:, JAW] += 0.5
    assert jumps(motion(curves), [50, 150], "lips") == []


def test_blink_at_a_seam_is_as_fast_as_any_blink() -> None:
    assert jumps(motion(lively()), [90, 91], "expression") == []


def test_largest_jump_comes_first_and_other_components_do_not_matter() -> None:
    curves = lively()
    curves[100:, JAW] += 0.3
    curves[100:, STUDIO.column("mouthPucker")] = 0.5
    curves[100:, STUDIO.column("headYaw")] = 0.5
    found = jumps(motion(curves), [100], "lips")
    assert [channel for channel, _ in found] == ["mouthPucker", "jawOpen"]


def test_step_that_nobody_sees_is_none() -> None:
    curves = lively()
    curves[100:, STUDIO.column("mouthPucker")] = 0.002
    assert jumps(motion(curves), [100], "lips") == []


@pytest.mark.parametrize("frames", [[], [0], [N_FRAMES], [-3, 500]])
def test_ends_of_the_recording_are_no_seams(frames: list[int]) -> None:
    assert jumps(motion(lively()), frames, "lips") == []


def test_very_short_motion_has_nothing_to_compare_with() -> None:
    assert jumps(motion(lively()[:3]), [1], "lips") == []


def project() -> Project:
    """A second take of the lips from 2 to 4 s, with a seam of 0.08 s."""
    first = Take("Take 1", motion(lively()), "generated", COMPONENTS, 0.0, 8.0)
    settings = Settings(seam=0.08)
    second = Take("Take 2", motion(lively(1.0)), "generated", ("lips",), 2.0, 4.0, settings)
    return add_take(add_take(Project(), first), second)


def test_seams_of_a_regenerated_segment_are_known() -> None:
    assert seam_frames(project(), "lips") == [50, 51, 52, 98, 99, 100]
    assert seam_frames(project(), "pose") == []
    assert seam_frames(Project(), "lips") == []


def test_seams_of_patches_are_known() -> None:
    patch = Patch("pose", Segment(4.0, 8.0), "Take 2")
    patched = replace(project(), patches=(patch,))
    assert seam_frames(patched, "pose") == list(range(100, 100 + SEAM + 1))


def test_patch_of_another_position_is_told() -> None:
    curves = lively()
    curves[:, JAW] = 0.1
    still = Take("Take 3", motion(curves), "generated", COMPONENTS, 0.0, 8.0)
    mixed = add_take(project(), still)
    slow = np.zeros((N_FRAMES, 58), np.float32)
    slow[:, JAW] = 0.9
    mixed = add_take(mixed, Take("Take 4", motion(slow), "generated", COMPONENTS, 0.0, 8.0))
    mixed = replace(mixed, patches=(Patch("lips", Segment(2.0, 4.0), "Take 3"),))
    shown = active_motion(mixed)
    assert shown is not None
    assert [name for name, _ in jumps(shown, seam_frames(mixed, "lips"), "lips")] == ["jawOpen"]
