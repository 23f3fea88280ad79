"""Which places of the studio rig's surface are which vertices of another face's mesh."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.interpolate import RBFInterpolator
from scipy.sparse import csr_array, eye_array, vstack
from scipy.spatial import cKDTree

from dimitra_studio.face.rigs import StudioRig
from dimitra_studio.face.similarity import Similarity, fit_similarity

Array = NDArray[np.float64]

REACH = 0.012
"""Metres between the two surfaces beyond which a vertex has no counterpart."""

_PARTS = ("skin", "lips")
_JAW = 17  # of the 68 landmarks, the first: the outline, which every tracker sees elsewhere
_LOOSE, _LOOSER = 1e-4, 1e-3  # smoothing of the warp: it misses landmarks by about 1 mm
_NORMAL = 0.005  # metres; opposite directions are twice that apart, as one lip is from the other
_DIVISIONS = 2  # of the studio's triangles, so that the nearest place is near
_NEIGHBOURS = 4
_BLUR = 2e-4  # metres: nearer neighbours than this count the same


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class Correspondence:
    """Where a mesh is on the studio rig's surface.

    Args:
        similarity: that moves the resting studio rig onto the mesh.
        vertices: ``(K,)`` of the mesh, those that have a counterpart.
        surface: ``(K, V)`` the counterparts as means of the rig's vertices.
    """

    similarity: Similarity
    vertices: NDArray[np.intp]
    surface: csr_array


def find_correspondence(
    studio: StudioRig, mean: ArrayLike, triangles: NDArray[np.int64], landmarks: NDArray[np.int64]
) -> Correspondence:
    """Lay the mean face of the studio rig over another mean face.

    Skin and lips alone: teeth, tongue and eyes lie behind them, and are no part of a face scan.

    Args:
        studio: the rig.
        mean: ``(W, 3)`` the resting vertices of the mesh, in metres.
        triangles: ``(N, 3)`` of the mesh.
        landmarks: ``(68,)`` its vertices of the iBUG order.
    """
    mean = np.asarray(mean, np.float64)
    resting = np.zeros((1, len(studio.description.channels)), np.float32)
    # the rig's points of both lips were found on an open mouth: on a closed one they would be one
    source = studio.landmarks68(resting)[0].astype(np.float64)
    similarity = fit_similarity(source[_JAW:], mean[landmarks[_JAW:]])
    moved = similarity.apply(studio.vertices(resting)[0])
    warped = _warp(similarity.apply(source), mean[landmarks])(moved)
    faces = studio.triangles[studio.part(*_PARTS)]
    near = _within(warped, mean)[faces].any(1)
    places = _divided(studio.n_vertices, faces[near])
    points = places @ warped
    directions = _normals(warped, faces)  # of the whole skin, so that no border bends them
    known = np.hstack([points, _NORMAL * _unit(places @ directions)])
    wanted = np.hstack([mean, _NORMAL * _normals(mean, triangles)])
    _, nearest = cKDTree(known).query(wanted, k=_NEIGHBOURS)
    gaps = np.linalg.norm(known[nearest] - wanted[:, None], axis=2)
    apart = np.linalg.norm(points[nearest[:, 0]] - mean, axis=1)
    vertices = np.flatnonzero(apart < REACH)
    shares = 1 / (gaps[vertices] ** 2 + _BLUR**2)
    shares /= shares.sum(1, keepdims=True)
    rows = np.repeat(np.arange(len(vertices)), _NEIGHBOURS)
    columns = nearest[vertices].ravel()
    mixing = csr_array((shares.ravel(), (rows, columns)), (len(vertices), len(points)))
    return Correspondence(similarity, vertices, (mixing @ places).tocsr())


def _warp(source: Array, target: Array) -> RBFInterpolator:
    """A smooth map of space that takes the landmarks nearly to where they belong."""
    smoothing = np.full(len(source), _LOOSE)
    smoothing[:_JAW] = _LOOSER
    return RBFInterpolator(source, target, kernel="thin_plate_spline", smoothing=smoothing)


def _within(points: Array, mesh: Array) -> NDArray[np.bool_]:
    """Which points lie in the box around a mesh, or near it."""
    return ((points > mesh.min(0) - REACH) & (points < mesh.max(0) + REACH)).all(1)


def _divided(n_vertices: int, triangles: NDArray[np.int64]) -> csr_array:
    """Places all over some triangles, each a mean of vertices."""
    places = eye_array(n_vertices, format="csr")
    for _ in range(_DIVISIONS):
        sides = np.sort(triangles[:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2), axis=1)
        edges, which = np.unique(sides, axis=0, return_inverse=True)
        ab, bc, ca = (places.shape[0] + which.reshape(-1, 3)).T
        a, b, c = triangles.T
        places = vstack([places, (places[edges[:, 0]] + places[edges[:, 1]]) / 2], format="csr")
        four = ((a, ab, ca), (ab, b, bc), (ca, bc, c), (ab, bc, ca))
        triangles = np.concatenate([np.stack(corners, 1) for corners in four])
    return places[np.unique(triangles)]


def _normals(vertices: Array, triangles: NDArray[np.int64]) -> Array:
    """``(V, 3)`` unit normals, outwards; 0 where there is no triangle."""
    a, b, c = (vertices[triangles[:, k]] for k in range(3))
    normals = np.zeros_like(vertices)
    for corner in triangles.T:
        np.add.at(normals, corner, np.cross(b - a, c - a))
    return _unit(normals)


def _unit(vectors: Array) -> Array:
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)
