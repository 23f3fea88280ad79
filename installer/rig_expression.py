"""The 52 blendshapes on the bust, from the face units and what they leave to computing."""

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from dimitra_studio.face.rotation import rotation_matrix
from installer.rig_mesh import eye_centre

Deltas = dict[str, NDArray[np.float64]]

GAZE = {"In": (0.0, -30.0), "Out": (0.0, 30.0), "Up": (-22.0, 0.0), "Down": (28.0, 0.0)}
"""Pitch and yaw of the left eyeball at a coefficient of 1, in degrees.

The face units turn it by 10 to 15 and shift it too; people look further without moving the head.
"""

TONGUE_FLATTENING = 0.5  # of the tongue's thickness, when the jaw is wide open
NOISE = 2e-5  # metres; smaller offsets are left-overs of sculpting


def mirror_map(vertices: NDArray[np.float64]) -> NDArray[np.int64]:
    """``(V,)`` the vertex on the other side of the face.

    Raises:
        ValueError: if the mesh is not symmetric.
    """
    distance, index = cKDTree(vertices).query(vertices * [-1.0, 1.0, 1.0])
    if distance.max() > 2e-4 or not np.array_equal(index[index], np.arange(len(index))):
        raise ValueError(f"no mirror image within {distance.max() * 1000:.2f} mm")
    return index


def reflect(offsets: NDArray[np.float64], mirror: NDArray[np.int64]) -> NDArray[np.float64]:
    """``(V, 3)`` the offsets as a mirror would show them."""
    return offsets[mirror] * [-1.0, 1.0, 1.0]


def other_side(name: str) -> str:
    """The channel that does the same on the other side; itself when it is in the middle."""
    if name.endswith("Left"):
        return name.removesuffix("Left") + "Right"
    return name.removesuffix("Right") + "Left" if name.endswith("Right") else name


def symmetrise(deltas: Deltas, mirror: NDArray[np.int64]) -> Deltas:
    """Make left and right alike."""
    return {
        name: 0.5 * (delta + reflect(deltas[other_side(name)], mirror))
        for name, delta in deltas.items()
    }


def rest_eyes(
    vertices: NDArray[np.float64],
    eyes: tuple[NDArray[np.int64], NDArray[np.int64]],
    pitch: float,
) -> NDArray[np.float64]:
    """Turn both eyeballs down by ``pitch`` degrees."""
    rested = vertices.copy()
    turn = rotation_matrix(np.radians([pitch, 0.0, 0.0]))
    for eye in eyes:
        centre = eye_centre(vertices, eye)
        rested[eye] = centre + (vertices[eye] - centre) @ turn.T
    return rested


def turn_eyes(
    deltas: Deltas,
    vertices: NDArray[np.float64],
    eyes: tuple[NDArray[np.int64], NDArray[np.int64]],
) -> Deltas:
    """Turn the eyeballs about their centres, and let the lids follow as far as the eyes go now."""
    turned = dict(deltas)
    for eye, side, sign in zip(eyes, ("Left", "Right"), (1.0, -1.0), strict=True):
        arms = vertices[eye] - eye_centre(vertices, eye)
        for direction, (pitch, yaw) in GAZE.items():
            name = f"eyeLook{direction}{side}"
            turn = rotation_matrix(np.radians([pitch, sign * yaw, 0.0]))
            motion = arms @ turn.T - arms
            before = np.linalg.norm(deltas[name][eye], axis=1).max()
            turned[name] = deltas[name] * (np.linalg.norm(motion, axis=1).max() / before)
            turned[name][eye] = motion
        for name in deltas.keys() - {f"eyeLook{direction}{side}" for direction in GAZE}:
            turned[name] = turned[name].copy()
            turned[name][eye] = 0.0
    return turned


def flatten_tongue(
    deltas: Deltas, vertices: NDArray[np.float64], tongue: NDArray[np.int64]
) -> Deltas:
    """Let the tongue sink to the floor of the open mouth instead of filling it."""
    height = vertices[tongue, 1] - vertices[tongue, 1].min()
    flat = dict(deltas)
    flat["jawOpen"] = deltas["jawOpen"].copy()
    flat["jawOpen"][tongue, 1] -= TONGUE_FLATTENING * height
    return flat


def drop_noise(deltas: Deltas) -> Deltas:
    """Leave out offsets that nobody can see, so that the shapes stay sparse."""
    return {
        name: np.where((np.abs(delta) < NOISE).all(1, keepdims=True), 0.0, delta)
        for name, delta in deltas.items()
    }
