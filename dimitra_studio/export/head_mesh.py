"""The head as a mesh on its way out: in the axes and the unit of the program that it is for."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.paths import RESOURCES
from dimitra_studio.export.hand_over import Conventions, HandOver
from dimitra_studio.face.rigs import StudioRig, load_rig
from dimitra_studio.face.rotation import rotation_matrix

Floats = NDArray[np.float32]

TEXTURE: Path = RESOURCES / "rig" / "studio.jpg"
"""Colour of every material, by the mesh's texture coordinates."""

BATCH = 64  # frames that are moved at once; more need memory and gain nothing

_TURNS = {
    "y": np.eye(3),
    "z": np.array([[1.0, 0.0, 0.0], [0.0, 0.0, -1.0], [0.0, 1.0, 0.0]]),  # the face looks to -y
}


@dataclass(frozen=True, slots=True)
class Material:
    """How some parts of the rig reflect light; their colour is the texture's.

    Args:
        name: also that of the group of triangles.
        parts: of the rig.
        roughness: 0 for a mirror, 1 for chalk.
    """

    name: str
    parts: tuple[str, ...]
    roughness: float


MATERIALS = (
    Material("Skin", ("skin", "socket"), 0.55),
    Material("Lips", ("lips",), 0.4),
    Material("Mouth", ("mouth", "tongue"), 0.35),
    Material("Teeth", ("upper_teeth", "lower_teeth"), 0.25),
    Material("Eyes", ("sclera", "iris", "pupil"), 0.1),
    Material("Lashes", ("lashes",), 0.9),
)
"""Each part of the rig has one of them."""


class HeadMesh:
    """One person's head and all its poses, in a space of another program.

    Args:
        rig: the mesh.
        hand_over: the motion and whose head it is.
        conventions: of the space; those of the hand-over if None.
    """

    def __init__(
        self, rig: StudioRig, hand_over: HandOver, conventions: Conventions | None = None
    ) -> None:
        self._rig = rig
        self._basis = rig.mesh_basis()
        self._curves = hand_over.motion.curves
        self._identity = hand_over.identity
        self.conventions = conventions or hand_over.conventions
        self._turn = _TURNS[self.conventions.up]
        self.triangles = rig.triangles
        """``(N, 3)`` vertices, counter-clockwise as seen from outside."""
        self.uv = rig.uv
        """``(N, 3, 2)`` of the triangles' corners, from the picture's lower left."""
        self.material = _materials_of(rig)
        """``(N,)`` index into ``MATERIALS``."""
        self.head_weight = rig.head_weight
        """``(V,)`` share of the head's motion; the rest is the bust's, which stands still."""
        self.rest = self._out(self._basis.shape(self._identity))
        """``(V, 3)`` nothing moved."""
        self.pivot = self._out(self._basis.pivot)
        """``(3,)`` where the head turns."""
        self._around = _triangles_around(rig.triangles, rig.n_vertices)

    @property
    def shape_names(self) -> tuple[str, ...]:
        """Of the blendshapes, in the order of ``offsets`` and ``values``."""
        return self._rig.description.channels[: self._basis.n_expression]

    def offsets(self) -> Floats:
        """``(E, V, 3)`` what each blendshape moves at 1: as far as this person needs."""
        reach = self._basis.reach(self._identity)
        return self._out(self._basis.expression * reach[:, None, None])

    def values(self) -> Floats:
        """``(T, E)`` of the blendshapes, neither limited nor scaled."""
        return self._curves[:, : self._basis.n_expression]

    def head_rotations(self) -> NDArray[np.float64]:
        """``(T, 4)`` unit quaternions x, y, z, w; each on the same side as the one before it."""
        from scipy.spatial.transform import Rotation

        pose = self._curves[:, self._basis.n_expression :]
        turned = self._turn @ rotation_matrix(pose[:, :3]) @ self._turn.T
        quaternions = Rotation.from_matrix(turned).as_quat()
        backwards = np.einsum("tc,tc->t", quaternions[1:], quaternions[:-1]) < 0
        signs = np.cumprod(np.where(backwards, -1.0, 1.0))
        quaternions[1:] *= signs[:, None]
        return quaternions

    def head_translations(self) -> Floats:
        """``(T, 3)`` away from rest."""
        return self._out(self._curves[:, self._basis.n_expression + 3 :])

    def frames(self) -> Iterator[Floats]:
        """``(V, 3)`` for each frame."""
        for start in range(0, len(self._curves), BATCH):
            batch = self._curves[start : start + BATCH]
            yield from self._out(self._basis.points(batch, self._identity))

    def normals(self, points: Floats) -> Floats:
        """``(V, 3)`` unit vectors that point outwards, for points of this space."""
        first, second, third = (points[self.triangles[:, corner]] for corner in range(3))
        area = np.cross(second - first, third - first)
        normals = self._around @ area
        length = np.linalg.norm(normals, axis=1, keepdims=True)
        return (normals / np.maximum(length, np.finfo(np.float32).tiny)).astype(np.float32)

    def _out(self, points: NDArray) -> Floats:
        return (points @ self._turn.T / self.conventions.unit).astype(np.float32)


def make_head_mesh(hand_over: HandOver, conventions: Conventions | None = None) -> HeadMesh:
    """The mesh of a hand-over's rig.

    Raises:
        RigError: if the rig has no mesh here.
    """
    return HeadMesh(load_rig(hand_over.motion.rig.name), hand_over, conventions)


def count_out_of_range(values: Floats) -> int:
    """How many values of blendshapes are below 0 or above 1."""
    return int(((values < 0) | (values > 1)).sum())


def _materials_of(rig: StudioRig) -> NDArray[np.int64]:
    kind = {part: index for index, made in enumerate(MATERIALS) for part in made.parts}
    return np.array([kind[name] for name in rig.part_names])[rig.parts]


def _triangles_around(triangles: NDArray[np.int64], n_vertices: int) -> Any:
    """``(V, N)`` 1 where a triangle has a vertex."""
    from scipy.sparse import csr_matrix

    row = triangles.ravel()
    column = np.repeat(np.arange(len(triangles)), 3)
    return csr_matrix((np.ones(len(row), np.float32), (row, column)), (n_vertices, len(triangles)))
