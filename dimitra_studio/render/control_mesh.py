"""The mesh that carries a photograph: the face, and around it hair, ears, neck and background."""

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.spatial import Delaunay, cKDTree

from dimitra_studio.face.camera import Camera
from dimitra_studio.face.landmarks import FACE_OVAL, N_MESH
from dimitra_studio.render.contours import opening_axes, spread
from dimitra_studio.render.face_motion import FaceMotion, Targets
from dimitra_studio.render.topology import (
    LEFT_BROW,
    LEFT_EYE,
    MOUTH,
    RIGHT_BROW,
    RIGHT_EYE,
    Opening,
    face_topology,
)

_SPACING = 0.13  # face heights between the points around the face
_RING_POINTS = 40
_RINGS = (0.05, 0.12)  # face heights from the face to two rings of points that follow its border
_MARGIN = 0.35  # face heights that the mesh reaches beyond the picture
_FADE = (0.15, 0.7)  # face heights outside the person where following begins to end, and ends
_PULL = 0.06  # face heights over which the points of the face's border share what they pull
_DEEP = 0.3  # face heights from the face's border to where it pulls nothing any more
_SLOPE = 1.0  # metres deeper for a metre away from the face: hair is nearer than the head under it
_REACH = 2.6  # face heights from the middle of the face to where nothing moves any more
_NEIGHBOURS = 12  # vertices of the rig that say how deep a point is

Line = tuple[list[int], sparse.csr_matrix]
"""Landmarks of a line of skin, and how much of their motion each point of the face takes over."""


class ControlMesh:
    """Points of the photograph, and where they go.

    Args:
        motion: of the face.
        anchors: ``(V, 3)`` the head of the rig as it stands in the photograph, where it is seen.
        camera: of the photograph.
        share: ``(H, W)`` of the head's motion that each pixel follows.
        distance: ``(H, W)`` pixels outside the person.
    """

    def __init__(
        self,
        motion: FaceMotion,
        anchors: NDArray[np.float64],
        camera: Camera,
        share: NDArray[np.float32],
        distance: NDArray[np.float32],
    ) -> None:
        landmarks, points, rest = motion.landmarks, motion.points, motion.rest
        topology = face_topology()
        self._camera, self._topology, self._share = camera, topology, share
        self._height = float(np.ptp(landmarks[list(FACE_OVAL), 1]))
        # Of a turned face the nearer part of the oval is inside; its outline is what others touch.
        hull = cv2.convexHull(landmarks[:N_MESH].astype(np.float32), returnPoints=False)
        self._rim = hull[:, 0].astype(np.int64)
        self._outline = landmarks[self._rim]
        self._outline_depth = camera.depth(points[self._rim])
        face = topology.refine @ landmarks[:N_MESH]
        self._around = _points_around(self._outline, self._height, distance.shape)
        self.source = np.concatenate([face, self._around]).astype(np.float32)
        border = np.concatenate([self._rim, len(face) + np.arange(len(self._around))])
        self._backing = border[Delaunay(self.source[border]).simplices].astype(np.int32)
        self._lifted = camera.unproject(self._around + 0.5, self._depth(anchors))
        self._pull = _pull(self._around, self._outline, self._height)
        free = 1.0 - np.asarray(self._pull.sum(1))
        self._follow = free * self._stiffness(distance)[:, None]
        self._backing_turns = _turns(self.source, self._backing)
        skin = topology.skin
        self._winding = _winding(topology.refine @ rest[:N_MESH], skin)
        self._hidden = _turns(self.source, skin) * self._winding < 0.0
        self._lines = [
            *_lids(face, landmarks, RIGHT_EYE, RIGHT_BROW),
            *_lids(face, landmarks, LEFT_EYE, LEFT_BROW),
            *_lips(face, landmarks),
        ]

    def _depth(self, anchors: NDArray[np.float64]) -> NDArray[np.float64]:
        """Of the points around the face: as the rig's head, but not steeply behind the face."""
        depth = self._camera.depth(anchors)
        gap, nearest = cKDTree(self._camera.project(anchors) - 0.5).query(
            self._around, k=_NEIGHBOURS
        )
        closeness = 1.0 / (gap + 0.02 * self._height) ** 2
        deep = (closeness * depth[nearest]).sum(1) / closeness.sum(1)
        beside, border = cKDTree(self._outline).query(self._around)
        front = self._outline_depth[border]
        slope = _SLOPE * beside * front / self._camera.focal
        return np.clip(deep, front - 0.2 * slope, front + slope)

    def _stiffness(self, distance: NDArray[np.float32]) -> NDArray[np.float64]:
        """How much the points around the face follow the head."""
        at = self._around.astype(np.float32)[None]
        border = cv2.BORDER_REPLICATE
        stiff = cv2.remap(self._share, at, None, cv2.INTER_LINEAR, borderMode=border)[0]
        outside = cv2.remap(distance, at, None, cv2.INTER_LINEAR, borderMode=border)[0]
        return stiff * _smooth((_FADE[1] - outside / self._height) / (_FADE[1] - _FADE[0]))

    def move(self, targets: Targets) -> tuple[NDArray[np.float32], NDArray[np.int32]]:
        """Place every point for one frame.

        Returns:
            ``(P, 2)`` pixels, and the ``(N, 3)`` triangles from back to front.
        """
        change = targets.landmarks - targets.base
        face = self._topology.refine @ targets.base[:N_MESH]
        for rows, weights in self._lines:
            face += weights @ change[rows]
        # The lines themselves go exactly where they belong, refined points included.
        exact = self._topology.refine @ targets.landmarks[:N_MESH]
        for ring in self._topology.rings:
            face[ring] = exact[ring]
        rigid = self._turned(self._lifted, targets) - self._around
        border = targets.base[self._rim] - self._outline
        around = self._around + self._follow * rigid + self._pull @ border
        moved = np.concatenate([face, around]).astype(np.float32)
        folded = _turns(moved, self._backing) * self._backing_turns < 0.0
        backing = self._backing[np.argsort(~folded, kind="stable")]
        return moved, np.concatenate([backing, self._topology.holes, self._ordered(moved, targets)])

    def _ordered(self, moved: NDArray[np.float32], targets: Targets) -> NDArray[np.int32]:
        """The triangles of the face from back to front; those seen from behind before all."""
        skin = self._topology.skin
        depth = (self._topology.refine @ targets.depth[:N_MESH])[skin].sum(1)
        behind = _turns(moved, skin) * self._winding < 0.0
        return skin[np.lexsort([-depth, ~(behind | self._hidden)])]

    def _turned(self, points: NDArray[np.float64], targets: Targets) -> NDArray[np.float64]:
        """``(n, 2)`` where points of the portrait's head are when the whole head has moved."""
        return self._camera.project(points @ targets.rotation.T + targets.shift) - 0.5


def _smooth(share: NDArray[np.floating]) -> NDArray[np.floating]:
    share = np.clip(share, 0.0, 1.0)
    return share * share * (3.0 - 2.0 * share)


def _turns(points: NDArray[np.floating], triangles: NDArray[np.int32]) -> NDArray[np.floating]:
    """``(N,)`` positive for triangles whose corners go clockwise in the picture."""
    a, b, c = (points[triangles[:, k]] for k in range(3))
    along, aside = b - a, c - a
    return along[:, 0] * aside[:, 1] - along[:, 1] * aside[:, 0]


def _winding(rest: NDArray[np.floating], triangles: NDArray[np.int32]) -> NDArray[np.floating]:
    """``(N,)`` the sign of ``_turns`` for triangles that are seen from outside the head."""
    a, b, c = (rest[triangles[:, k]] for k in range(3))
    inside = rest.mean(0) - (0.0, 0.0, np.ptp(rest[:, 2]))
    outwards = np.einsum("nc,nc->n", np.cross(b - a, c - a), (a + b + c) / 3.0 - inside)
    return -np.sign(outwards)  # v grows downwards


def _points_around(
    outline: NDArray[np.float64], height: float, shape: tuple[int, ...]
) -> NDArray[np.float64]:
    """Two rings close to the face, then a grid of triangles over the picture and its margin."""
    closed = np.concatenate([outline, outline[:1]])
    length = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(closed, axis=0), axis=1))])
    places = np.linspace(0.0, length[-1], _RING_POINTS, endpoint=False)
    even = np.stack([np.interp(places, length, closed[:, k]) for k in (0, 1)], -1)
    centre = even.mean(0)
    away = even - centre
    away /= np.linalg.norm(away, axis=1, keepdims=True)
    rings = [even + share * height * away for share in _RINGS]
    step, margin = _SPACING * height, _MARGIN * height
    y = np.arange(-margin, shape[0] + margin + step, step * np.sqrt(0.75))
    x = np.arange(-margin - step, shape[1] + margin + step, step)
    grid = np.stack(np.meshgrid(x, y), -1)
    grid[1::2, :, 0] += 0.5 * step
    grid = grid.reshape(-1, 2)
    near = np.linalg.norm(grid - centre, axis=1) < _REACH * height
    grid = grid[near]
    ring = rings[-1].astype(np.float32)
    clear = [cv2.pointPolygonTest(ring, (float(u), float(v)), True) < -0.5 * step for u, v in grid]
    return np.concatenate([*rings, grid[clear], _frame(shape, margin)])


def _frame(shape: tuple[int, ...], margin: float) -> NDArray[np.float64]:
    """Points around the picture, which keep still."""
    x, y = (np.linspace(-margin, size - 1.0 + margin, 9) for size in (shape[1], shape[0]))
    sides = [(u, v) for u in x for v in y[[0, -1]]] + [(u, v) for u in x[[0, -1]] for v in y[1:-1]]
    return np.array(sides)


def _pull(
    around: NDArray[np.float64], outline: NDArray[np.float64], height: float
) -> sparse.csr_matrix:
    """How the skin next to the face follows the face's outline: ``(points, outline)``."""
    squared = ((around[:, None] - outline[None]) ** 2).sum(-1) / height**2
    nearest = squared.min(1, keepdims=True)
    weights = np.exp(-(squared - nearest) / (2.0 * _PULL**2))
    weights /= weights.sum(1, keepdims=True)
    weights *= _smooth(1.0 - np.sqrt(nearest) / _DEEP)
    weights[weights < 1e-4] = 0.0
    return sparse.csr_matrix(weights)


def _lids(
    face: NDArray[np.float64], landmarks: NDArray[np.float64], eye: Opening, brow: tuple[int, ...]
) -> list[Line]:
    """The skin up to the brow and a little below the eye; lashes move with the lid, unstretched."""
    axes = opening_axes(landmarks, eye)
    upper, lower = list(eye.upper), list(eye.lower)
    lid = axes.coordinates(landmarks[upper])[:, 1].min()
    free = float(lid - axes.coordinates(landmarks[list(brow)])[:, 1].mean())
    above, below = max(free, 0.2 * axes.width), 0.5 * axes.width
    return [
        (upper, spread(face, landmarks[upper], axes, reach=above, rigid=0.15, upwards=True)),
        (lower, spread(face, landmarks[lower], axes, reach=below, rigid=0.15, upwards=False)),
    ]


def _lips(face: NDArray[np.float64], landmarks: NDArray[np.float64]) -> list[Line]:
    """The skin above and below the mouth, for what the gap of the lips is corrected by."""
    axes = opening_axes(landmarks, MOUTH)
    upper, lower, reach = list(MOUTH.upper), list(MOUTH.lower), 0.6 * axes.width
    return [
        (upper, spread(face, landmarks[upper], axes, reach=reach, rigid=0.3, upwards=True)),
        (lower, spread(face, landmarks[lower], axes, reach=reach, rigid=0.3, upwards=False)),
    ]
