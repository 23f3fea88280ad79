import numpy as np
import pytest

from dimitra_studio.core.motion import Motion, count_frames
from dimitra_studio.core.rig import STUDIO, Rig

DEBUG = Rig(
    name="debug",
    channels=("jawOpen", "browInnerUp", "mouthPucker"),
    components=("lips", "expression", "lips"),
    lower=(0.0,) * 3,
    upper=(1.0,) * 3,
)


def ramp() -> Motion:
    return Motion(np.arange(6, dtype=np.float32).reshape(2, 3), DEBUG)


def test_duration_is_in_seconds() -> None:
    assert Motion(np.zeros((50, 3), np.float32), DEBUG).duration == 2.0


def test_component_finds_its_channels() -> None:
    assert ramp().component("lips").tolist() == [[0, 2], [3, 5]]
    assert ramp().component("expression").tolist() == [[1], [4]]


def test_replaced_component_leaves_the_others_alone() -> None:
    changed = ramp().with_components({"lips": np.full((2, 2), 9, np.float32)})
    assert changed.curves.tolist() == [[9, 1, 9], [9, 4, 9]]
    assert ramp().curves.tolist() == [[0, 1, 2], [3, 4, 5]]


@pytest.mark.parametrize(
    ("curves", "message"),
    [
        (np.zeros((50, 8), np.float32), r"curves must be \(frames, 3\), got \(50, 8\)"),
        (np.zeros(9, np.float32), r"curves must be \(frames, 3\), got \(9,\)"),
        (np.zeros((50, 3)), "curves must be float32, got float64"),
        (np.full((50, 3), np.nan, np.float32), "curves must be finite"),
    ],
)
def test_misfit_is_named(curves: np.ndarray, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Motion(curves, DEBUG)


def test_curves_cannot_be_edited_in_place() -> None:
    with pytest.raises(ValueError, match="read-only"):
        ramp().curves[0] = 1


@pytest.mark.parametrize(
    ("duration", "n_frames"),
    [(0.0, 1), (0.01, 1), (0.04, 1), (0.041, 2), (3.0, 75), (0.1 * 3, 8), (3600.0, 90_000)],
)
def test_frames_cover_the_sound(duration: float, n_frames: int) -> None:
    assert count_frames(duration) == n_frames


def test_studio_rig_has_the_shapes_of_arkit() -> None:
    assert len(set(STUDIO.channels)) == 58
    assert [len(STUDIO.columns(name)) for name in ("lips", "expression", "pose")] == [17, 35, 6]


@pytest.mark.parametrize(
    ("components", "message"),
    [(("lips",), "2 channels, 1 components"), (("lips", "hair"), "got {'hair'}")],
)
def test_rig_refuses_a_channel_without_component(components: tuple[str, ...], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Rig("wrong", ("jawOpen", "browInnerUp"), components, (0.0, 0.0), (1.0, 1.0))


def test_rig_names_an_unknown_channel() -> None:
    with pytest.raises(ValueError, match="the debug rig has no channel earWiggle"):
        DEBUG.column("earWiggle")
