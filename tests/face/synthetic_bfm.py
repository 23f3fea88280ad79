"""A file of the layout of ``BFM_model_front.mat`` whose truth is known: it is made from the rig."""

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.io import savemat
from scipy.sparse import csr_array, eye_array, vstack

from dimitra_studio.core.rig import STUDIO
from dimitra_studio.face.bfm import N_EXPRESSION, N_TRIANGLES, N_VERTICES
from dimitra_studio.face.rigs import StudioRig, load_rig
from dimitra_studio.face.rotation import rotation_matrix

N_SHAPES = len(STUDIO.channels) - 6
FIRST_TRIANGLES = 4380
"""Of the studio face: each is divided twice into four."""

TILT = (0.15, 0.03, -0.04)
"""Radians by which this face is turned against the studio's: it looks down, mostly."""

SCALE = 1.04
SHIFT = (0.3, -0.2, 0.1)
"""Decimetres by which the file is off its own centre."""


@dataclass(frozen=True, eq=False)
class SyntheticBfm:
    """The file, and what is known of it.

    Args:
        path: of the file.
        surface: ``(35709, V)`` its vertices as means of those of the studio rig.
        identity: of the person that it is of.
        modes: ``(64, 64)`` the expressions from the 52 blendshapes and 12 other movements.
    """

    path: Path
    surface: csr_array
    identity: NDArray[np.float32]
    modes: NDArray[np.float64]

    @cached_property
    def lean(self) -> NDArray[np.float64]:
        return SCALE * rotation_matrix(TILT)

    def displacement(self, rig: StudioRig, curves: NDArray) -> NDArray[np.float64]:
        """``(T, 35709, 3)`` what the studio face does, in metres and directions of this one."""
        still = curves.copy()
        still[:, N_SHAPES:] = 0
        moved = rig.vertices(still, self.identity) - rig.mesh_basis().shape(self.identity)
        return np.stack([self.surface @ frame for frame in moved]) @ self.lean.T

    def curves_of(self, blendshapes: NDArray) -> NDArray[np.float32]:
        """``(T, 70)`` the coefficients that do exactly what blendshapes do on this person."""
        reach = load_rig().mesh_basis().reach(self.identity)
        curves = np.zeros((len(blendshapes), N_EXPRESSION + 6), np.float32)
        curves[:, :N_EXPRESSION] = (blendshapes * reach) @ np.linalg.inv(self.modes)[:N_SHAPES]
        return curves


def shared_bfm(factory: pytest.TempPathFactory) -> SyntheticBfm:
    """The file that all tests of a session read."""
    return _written(factory.getbasetemp())


@cache
def _written(folder: Path) -> SyntheticBfm:
    return write_bfm(folder / "BFM_model_front.mat")


def write_bfm(path: Path, *, seed: int = 3) -> SyntheticBfm:
    """Write the file of a person who is not the mean one."""
    rng = np.random.default_rng(seed)
    rig = load_rig()
    identity = (0.7 * rng.normal(size=rig.n_identity)).astype(np.float32)
    rest = rig.mesh_basis().shape(identity)
    surface, triangles = _surface(rig, rng)
    lean = SCALE * rotation_matrix(TILT)
    mean = (surface @ rest) @ lean.T
    shapes = np.stack([surface @ shape for shape in rig.mesh_basis().expression]) @ lean.T
    fields = np.concatenate([shapes, _other_movements(mean, rng, N_EXPRESSION - N_SHAPES)])
    # an orthogonal mixture: every movement comes from coefficients, and no two from the same
    modes = 0.3 * np.linalg.qr(rng.normal(size=(N_EXPRESSION, N_EXPRESSION)))[0]
    basis = np.einsum("cf,fk->kc", modes, fields.reshape(N_EXPRESSION, -1))
    arrays = {
        "meanshape": (mean * 10 + SHIFT).reshape(1, -1).astype(np.float32),
        "exBase": (basis * 10).astype(np.float32),
        "idBase": np.zeros((3 * N_VERTICES, 80), np.float32),
        "tri": (triangles + 1).astype(np.int32),
        "keypoints": (_keypoints(rig, identity, surface)[None] + 1).astype(np.float64),
    }
    savemat(path, arrays)
    return SyntheticBfm(path, surface, identity, modes)


def _surface(rig: StudioRig, rng: np.random.Generator) -> tuple[csr_array, NDArray[np.int64]]:
    """Vertices as means of the rig's, and triangles: as many as the real file has."""
    triangles = rig.triangles[rig.part("skin", "lips")]
    centres = rig.mesh_basis().neutral[triangles].mean(1)
    distance = np.linalg.norm(centres - (0.0, -0.03, 0.01), axis=1)
    triangles = triangles[np.argsort(distance + 10 * (centres[:, 2] < -0.07))[:FIRST_TRIANGLES]]
    used, triangles = np.unique(triangles, return_inverse=True)
    surface = eye_array(rig.n_vertices, format="csr")[used]
    for _ in range(2):
        surface, triangles = _divide(surface, triangles.reshape(-1, 3))
    lacking = N_VERTICES - surface.shape[0]
    chosen = rng.choice(len(triangles), lacking, replace=False)
    a, b, c = triangles[chosen].T
    centre = surface.shape[0] + np.arange(lacking)
    surface = vstack([surface, (surface[a] + surface[b] + surface[c]) / 3]).tocsr()
    kept = np.delete(triangles, chosen, axis=0)
    parts = [np.stack([p, q, centre], 1) for p, q in ((a, b), (b, c), (c, a))]
    triangles = np.concatenate([*parts, kept])
    spare = np.resize(triangles, (N_TRIANGLES, 3))  # what is too few is there twice
    return surface, spare if len(triangles) < N_TRIANGLES else triangles[:N_TRIANGLES]


def _divide(
    surface: csr_array, triangles: NDArray[np.int64]
) -> tuple[csr_array, NDArray[np.int64]]:
    """Each triangle into four."""
    sides = np.sort(triangles[:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2), axis=1)
    edges, place = np.unique(sides, axis=0, return_inverse=True)
    ab, bc, ca = (surface.shape[0] + place.reshape(-1, 3)).T
    middle = (surface[edges[:, 0]] + surface[edges[:, 1]]) / 2
    a, b, c = triangles.T
    four = [(a, ab, ca), (ab, b, bc), (ca, bc, c), (ab, bc, ca)]
    return vstack([surface, middle]).tocsr(), np.concatenate([np.stack(t, 1) for t in four])


def _keypoints(rig: StudioRig, identity: NDArray, surface: csr_array) -> NDArray[np.int64]:
    """The vertex nearest to each landmark, with the jaw open, so that the lips are told apart."""
    curves = np.zeros((1, len(STUDIO.channels)), np.float32)
    curves[0, STUDIO.column("jawOpen")] = 0.6
    vertices = surface @ rig.vertices(curves, identity)[0]
    away = rig.landmarks68(curves, identity)[0][:, None] - vertices
    return np.asarray((away**2).sum(2).argmin(1))


def _other_movements(mean: NDArray, rng: np.random.Generator, count: int) -> NDArray[np.float64]:
    """Bulges here and there, which no blendshape makes."""
    middle = mean[rng.choice(len(mean), count, replace=False)]
    near = np.exp(-((mean - middle[:, None]) ** 2).sum(2) / (2 * 0.012**2))
    return 0.006 * near[..., None] * rng.normal(size=(count, 1, 3))
