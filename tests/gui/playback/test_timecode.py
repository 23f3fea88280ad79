import pytest

from dimitra_studio.gui.playback.timecode import frame_at, smpte


@pytest.mark.parametrize(
    ("time", "text"),
    [
        (0.0, "00:00:00:00"),
        (0.039, "00:00:00:00"),
        (0.04, "00:00:00:01"),
        (4.48, "00:00:04:12"),
        (59.999, "00:00:59:24"),
        (60.0, "00:01:00:00"),
        (3661.2, "01:01:01:05"),
    ],
)
def test_timecode(time: float, text: str) -> None:
    assert smpte(time) == text


def test_a_frame_begins_at_its_own_time() -> None:
    assert [frame_at(frame / 25) for frame in range(20000)] == list(range(20000))
