"""The points of a rig that a portrait needs, for one person: the rig's own, only faster."""

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.rig import POSE_CHANNELS
from dimitra_studio.face.rigs import StudioRig
from dimitra_studio.face.rotation import rotation_matrix

Floats = NDArray[np.float32]

INSIDE = ("upper_teeth", "lower_teeth", "tongue")
"""Parts of the rig that are seen through an open mouth."""


class PersonPoints:
    """Some points of a rig with the identity of one person.

    Args:
        rest: ``(K, 3)`` with all curves at 0.
        apart: ``(E, K, 3)`` with each blendshape alone at 1.
        weight: ``(K,)`` share of the head's motion.
        pivot: ``(3,)`` where the head turns.
    """

    def __init__(self, rest: Floats, apart: Floats, weight: Floats, pivot: Floats) -> None:
        self.rest, self._weight, self._pivot = rest, weight[:, None], pivot
        self._shapes = (apart - rest).reshape(len(apart), -1)

    def __call__(self, curves: Floats) -> Floats:
        """``(T, K, 3)`` where ``(T, C)`` curves put the points."""
        n_shapes = len(self._shapes)
        moved = (curves[:, :n_shapes] @ self._shapes).reshape(len(curves), -1, 3)
        points = self.rest + moved
        rotation = rotation_matrix(curves[:, n_shapes : n_shapes + 3]).astype(np.float32)
        shift = self._pivot + curves[:, None, n_shapes + 3 :]
        turned = (points - self._pivot) @ rotation.transpose(0, 2, 1) + shift
        return np.asarray(points + self._weight * (turned - points), np.float32)


def make_landmarks(rig: StudioRig, identity: Floats, offset: Floats) -> PersonPoints:
    """The 478 landmarks of a person.

    Args:
        rig: that was fitted.
        identity: ``(I,)`` of the person.
        offset: ``(478, 3)`` metres from the rig's landmarks, with this identity, to the person's.
    """
    alone = rig.landmarks478(_each_alone(rig), identity) + offset
    return PersonPoints(alone[0], alone[1:], rig.landmark_basis().weight, rig.pivot)


class InsideMouth:
    """Teeth and tongue of a person.

    Args:
        rig: that was fitted.
        identity: ``(I,)`` of the person.
    """

    def __init__(self, rig: StudioRig, identity: Floats) -> None:
        self._rows: dict[str, slice] = {}
        vertices: list[int] = []
        for name in INSIDE:
            of_part = np.unique(rig.triangles[rig.part(name)])
            self._rows[name] = slice(len(vertices), len(vertices) + len(of_part))
            vertices += of_part.tolist()
        alone = rig.vertices(_each_alone(rig), identity)[:, vertices]
        self._points = PersonPoints(alone[0], alone[1:], rig.head_weight[vertices], rig.pivot)
        self.rest = self._split(alone[0])

    def __call__(self, curves: Floats) -> dict[str, Floats]:
        """``(n, 3)`` vertices of each of ``INSIDE`` where ``(C,)`` curves put them."""
        return self._split(self._points(curves[None])[0])

    def _split(self, points: Floats) -> dict[str, Floats]:
        return {name: points[rows] for name, rows in self._rows.items()}


def _each_alone(rig: StudioRig) -> Floats:
    """Curves at rest, then each blendshape alone at 1."""
    n_channels = len(rig.description.channels)
    return np.eye(n_channels + 1 - len(POSE_CHANNELS), n_channels, k=-1, dtype=np.float32)
