import numpy as np
import pytest

from dimitra_studio.core.motion import Motion
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.core.timeline import Segment, resample


@pytest.mark.parametrize(
    ("start", "end", "frames"),
    [(0.0, 1.0, slice(0, 25)), (0.5, 0.51, slice(12, 13)), (3.9, 9.0, slice(97, 100))],
)
def test_segment_covers_the_frames_it_touches(start: float, end: float, frames: slice) -> None:
    assert Segment(start, end).frames(100, 25) == frames


def test_segment_beyond_the_end_has_no_frames() -> None:
    frames = Segment(5, 6).frames(100, 25)
    assert frames.stop <= frames.start


@pytest.mark.parametrize(("start", "end"), [(1.0, 1.0), (2.0, 1.0), (-1.0, 1.0)])
def test_empty_segment_is_refused(start: float, end: float) -> None:
    with pytest.raises(ValueError, match="a segment ends after it starts"):
        Segment(start, end)


@pytest.mark.parametrize("fps", [24, 29.97, 30, 48, 50, 60])
def test_resampling_keeps_events_where_they_are(fps: float) -> None:
    hour = 90_000
    times = (np.arange(hour) + 0.5) / 25
    curves = np.zeros((hour, 58), np.float32)
    curves[:, 0] = 0.5 + 0.5 * np.sin(times)
    again = resample(Motion(curves, STUDIO), fps)
    centres = (np.arange(len(again)) + 0.5) / fps
    assert abs(again.duration - 3600) <= 0.5 / fps
    np.testing.assert_allclose(
        again.curves[10:-10, 0], (0.5 + 0.5 * np.sin(centres))[10:-10], atol=1e-3
    )
