"""A head that speaks and moves, for the tests of formats that carry it."""

import io
import wave

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.motion import Motion
from dimitra_studio.core.project import Media
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.export.hand_over import CONVENTIONS, Conventions, HandOver, TakeNote

IDENTITY = np.random.default_rng(5).normal(size=80).astype(np.float32)
"""Somebody whose eyes need more or less than the mean person's blinks."""


def make_curves(n_frames: int, *, low: float = 0.0, high: float = 1.0) -> NDArray[np.float32]:
    """``(T, 58)`` every blendshape between two values, each at its own pace, and a moving head."""
    rng = np.random.default_rng(0)
    times = np.arange(n_frames)[:, None] / 25
    waves = 0.5 - 0.5 * np.cos(2 * np.pi * (times * rng.uniform(0.3, 3, 52) + rng.uniform(size=52)))
    turns = (0.35, 0.6, 0.25) * np.sin(times * (3.0, 2.0, 1.7))
    steps = (0.02, 0.01, 0.03) * np.sin(times * (1.0, 2.0, 3.0))
    return np.hstack([low + (high - low) * waves, turns, steps]).astype(np.float32)


def make_hand_over(
    curves: NDArray[np.float32], preset: str = "standard", *, fps: float = 25, timecode: float = 0.0
) -> HandOver:
    """Ready to leave for a program, with the seed of one take and another that was imported."""
    return HandOver(
        Motion(curves, STUDIO, fps),
        name="Talk",
        timecode=timecode,
        conventions=CONVENTIONS[preset],
        identity=IDENTITY,
        takes=(TakeNote("lips", "Take 1", 7, "ab12"), TakeNote("pose", "Filmed")),
    )


def make_sound(duration: float) -> Media:
    """A hum of some seconds, as a WAV."""
    times = np.arange(round(16_000 * duration)) / 16_000
    samples = (8_000 * np.sin(2 * np.pi * 220 * times)).astype("<i2")
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes(samples.tobytes())
    return Media("hum.wav", made.getvalue())


def back_to_rig(points: NDArray, conventions: Conventions) -> NDArray[np.float64]:
    """``(V, 3)`` of another program in the rig's axes and metres, spelt out axis by axis."""
    x, y, z = np.asarray(points, np.float64).T * conventions.unit
    return np.stack([x, z, -y] if conventions.up == "z" else [x, y, z], axis=1)
