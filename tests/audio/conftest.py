"""Recordings made on the spot, and the one that ships."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from dimitra_studio.audio.decode import load_audio
from dimitra_studio.core.audio import SAMPLE_RATE, Audio
from dimitra_studio.core.paths import RESOURCES

WriteMedia = Callable[..., Path]


def _write_media(
    path: Path,
    samples: NDArray[np.float32] | None,
    *,
    codec: str = "pcm_s16le",
    rate: int = SAMPLE_RATE,
    layout: str = "mono",
    start: float = 0.0,
    gap: tuple[float, float] = (np.inf, 0.0),
    picture_start: float | None = None,
) -> Path:
    """Encode ``(S,)`` or ``(channels, S)``, and a second of picture if it has a start.

    ``gap`` is a time and how many seconds the timestamps jump there.
    """
    with av.open(path, "w") as container:
        picture = None
        if picture_start is not None:
            picture = container.add_stream("libx264", rate=25)
            picture.width, picture.height, picture.pix_fmt = 64, 64, "yuv420p"
        sound = None if samples is None else container.add_stream(codec, rate=rate, layout=layout)
        if picture is not None and picture_start is not None:
            for index in range(25):
                image = av.VideoFrame(64, 64, "yuv420p")
                image.pts, image.time_base = round(picture_start * 25) + index, Fraction(1, 25)
                container.mux(picture.encode(image))
            container.mux(picture.encode(None))
        if sound is not None and samples is not None:
            _encode(container, sound, np.atleast_2d(samples), start, gap)
    return path


def _encode(
    container: av.container.OutputContainer,
    sound: av.AudioStream,
    samples: NDArray[np.float32],
    start: float,
    gap: tuple[float, float],
) -> None:
    rate = sound.rate
    for first in range(0, samples.shape[1], 1024):
        piece = np.ascontiguousarray(samples[:, first : first + 1024])
        frame = av.AudioFrame.from_ndarray(piece, format="fltp", layout=sound.layout.name)
        frame.sample_rate, frame.time_base = rate, Fraction(1, rate)
        frame.pts = (
            round(start * rate) + first + (round(gap[1] * rate) if first >= gap[0] * rate else 0)
        )
        container.mux(sound.encode(frame))
    container.mux(sound.encode(None))


@pytest.fixture
def write_media() -> WriteMedia:
    return _write_media


@pytest.fixture(scope="session")
def speech() -> Audio:
    """The sentence that ships with the demo."""
    return load_audio(RESOURCES / "sample" / "speech.flac")


@pytest.fixture(scope="session")
def sentence() -> str:
    """What it says."""
    return (RESOURCES / "sample" / "speech.txt").read_text(encoding="utf-8").strip()
