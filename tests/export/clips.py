"""Motion for exporters: every channel has a curve of its own, so that no two can be mistaken."""

import numpy as np

from dimitra_studio.core.motion import Motion
from dimitra_studio.core.project import Media
from dimitra_studio.core.rig import BFM, POSE_CHANNELS, STUDIO, Rig
from dimitra_studio.core.transcript import Phoneme, Transcript, Word
from dimitra_studio.export.hand_over import HandOver


def clip(n_frames: int = 50, fps: float = 25, rig: Rig = STUDIO) -> Motion:
    """Blendshapes within 0..1, coefficients within ±5, a head that turns, tilts and moves."""
    rng = np.random.default_rng(7)
    times = np.arange(n_frames)[:, None] / 25
    phases = rng.uniform(0, 6, len(rig.channels))
    curves = np.sin(times * rng.uniform(1, 9, len(rig.channels)) + phases)
    shapes = len(rig.channels) - len(POSE_CHANNELS)
    if rig == BFM:
        curves[:, :shapes] *= 5
    else:
        curves[:, :shapes] = 0.5 + 0.45 * curves[:, :shapes]
    curves[:, shapes : shapes + 3] *= 0.4  # radians
    curves[:, shapes + 3 :] *= 0.05  # metres
    return Motion(curves.astype(np.float32), rig, fps)


def one_shape(name: str, value: float, n_frames: int = 3) -> Motion:
    """Nothing but one channel, held."""
    curves = np.zeros((n_frames, len(STUDIO.channels)), np.float32)
    curves[:, STUDIO.column(name)] = value
    return Motion(curves, STUDIO)


def spoken(duration: float = 1.0, fps: float = 25) -> HandOver:
    """``map`` from 0.10 to 0.40 s and ``hi`` from 0.60 to 0.84 s, silence around."""
    words = (
        Word("map", 0.1, 0.4, phonemes=_sounds(("M", 0.1, 0.2), ("AE", 0.2, 0.3), ("P", 0.3, 0.4))),
        Word("hi", 0.6, 0.84, phonemes=_sounds(("HH", 0.6, 0.68), ("AY", 0.68, 0.84))),
    )
    motion = clip(round(duration * fps), fps)
    sound = Media("a & b <c>.wav", b"RIFF")
    return HandOver(motion, transcript=Transcript(words, duration), sound=sound)


def _sounds(*sounds: tuple[str, float, float]) -> tuple[Phoneme, ...]:
    return tuple(Phoneme(*sound) for sound in sounds)
