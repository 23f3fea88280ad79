import numpy as np
import pytest

from dimitra_studio.core.motion import Motion
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.core.timeline import Segment, resample
from dimitra_studio.pipeline.delivery import GREY, Delivery
from dimitra_studio.render.mesh import BACKGROUND

N_FRAMES = 60


def test_portrait_keeps_its_own_size() -> None:
    assert Delivery().picture_size((641, 480)) == (641, 480)
    assert Delivery(size=320).picture_size((641, 480)) == (320, 240)
    assert Delivery(renderer="mesh", size=401).picture_size() == (400, 400)


def test_frames_of_a_range() -> None:
    assert Delivery(segment=Segment(0.4, 0.8)).frames(N_FRAMES) == range(10, 20)
    assert Delivery(segment=Segment(0.4, 0.8), fps=50).frames(N_FRAMES) == range(20, 40)
    assert not Delivery(segment=Segment(5, 6)).frames(N_FRAMES)


@pytest.mark.parametrize("fps", [None, 10, 24000 / 1001, 30, 59.94])
def test_frames_are_those_that_are_written(fps: float | None) -> None:
    motion = Motion(np.zeros((N_FRAMES, len(STUDIO.channels)), np.float32), STUDIO)
    assert len(Delivery(fps=fps).frames(N_FRAMES)) == len(resample(motion, fps or 25))


@pytest.mark.parametrize(
    "options",
    [
        {"kind": "gif"},
        {"renderer": "oil"},
        {"quality": "poor"},
        {"size": 0},
        {"fps": 0.0},
        {"background": None},
    ],
)
def test_unknown_options_are_refused(options: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"."):
        Delivery(**options)  # type: ignore[arg-type]  # that is the point


def test_grey_is_that_of_the_mesh() -> None:
    assert GREY == BACKGROUND
