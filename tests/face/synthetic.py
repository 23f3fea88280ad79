"""Clips whose curves are known, because they are made from the rig."""

from dataclasses import dataclass

import numpy as np

from dimitra_studio.core.motion import Motion
from dimitra_studio.face.camera import Camera
from dimitra_studio.face.rigs import StudioRig


@dataclass(frozen=True, eq=False)
class SyntheticClip:
    """What is put in, and the ``(T, 478, 3)`` landmarks that come out."""

    motion: Motion
    camera: Camera
    landmarks: np.ndarray


def bump(n_frames: int, start: int, stop: int, height: float) -> np.ndarray:
    """A smooth rise and fall between two frames."""
    share = np.clip((np.arange(n_frames) - start) / (stop - start), 0, 1)
    return height * np.sin(np.pi * share) ** 2


def make_clip(rig: StudioRig, *, seed: int = 0, n_frames: int = 90) -> SyntheticClip:
    """A made-up person who says and does things one after the other, with a moving head."""
    rng = np.random.default_rng(seed)
    channels = rig.description.channels
    curves = np.zeros((n_frames, len(channels)), np.float32)

    def act(names: tuple[str, ...], *times: int, height: float) -> None:
        for name in names:
            for time in times:
                curves[:, channels.index(name)] += bump(n_frames, time, time + 12, height)

    act(("jawOpen",), 12, 25, 60, height=0.5)
    act(("mouthPucker",), 30, 62, height=0.6)
    act(("mouthSmileLeft", "mouthSmileRight"), 44, height=0.7)
    act(("browInnerUp", "browOuterUpLeft", "browOuterUpRight"), 20, height=0.8)
    act(("eyeLookOutLeft", "eyeLookInRight"), 50, height=0.8)
    act(("eyeBlinkLeft", "eyeBlinkRight"), 70, height=1.0)
    time = np.arange(n_frames) / n_frames * 2 * np.pi
    for index, (size, speed) in enumerate([(0.1, 1), (0.35, 2), (0.1, 1)]):
        curves[:, -6 + index] = size * np.sin(speed * time + rng.uniform(0, 6))
    for index in range(3):
        curves[:, -3 + index] = 0.01 * np.sin(time + rng.uniform(0, 6))
    curves[:, -3:] -= np.median(curves[:, -3:], axis=0)
    identity = rng.normal(size=rig.n_identity).astype(np.float32) * 0.6
    camera = Camera(640, 480, 900.0, (0.01, -0.02, 1.0))
    points = rig.landmarks478(curves, identity)
    depth = camera.depth(points)
    middle = depth.mean(1, keepdims=True)
    relief = (depth - middle) * camera.focal / middle
    landmarks = np.concatenate([camera.project(points), relief[..., None]], -1)
    return SyntheticClip(Motion(curves, rig.description), camera, landmarks)
