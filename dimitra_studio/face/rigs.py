"""The 3DMM that ships, ready for use: curves and an identity in, vertices and landmarks out."""

import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike, NDArray

from dimitra_studio.core.errors import RigError
from dimitra_studio.core.paths import RESOURCES
from dimitra_studio.core.rig import POSE_CHANNELS, STUDIO, Rig
from dimitra_studio.face.landmarks import (
    IBUG_68,
    LEFT_LOWER_LID,
    LEFT_UPPER_LID,
    RIGHT_LOWER_LID,
    RIGHT_UPPER_LID,
)
from dimitra_studio.face.point_basis import PointBasis

__all__ = ["PointBasis", "StudioRig", "load_rig", "read_rig"]

Floats = NDArray[np.float32]

LAYOUT_VERSION = 1
"""Of the file; ``installer/build_rig.py`` writes it."""


class StudioRig:
    """Head, neck and shoulders with eyes, teeth, tongue and lashes, and the 52 ARKit blendshapes.

    The origin is half-way between the centres of the eyeballs of the resting mean person.

    Args:
        arrays: of the file; see ``installer/build_rig.py``.

    Raises:
        KeyError, ValueError, IndexError: if they do not fit each other.
    """

    def __init__(self, arrays: Mapping[str, NDArray]) -> None:
        if (version := int(arrays["layout_version"])) != LAYOUT_VERSION:
            raise ValueError(f"layout {version}, not {LAYOUT_VERSION}")
        self.description: Rig = STUDIO
        self.triangles = arrays["triangles"].astype(np.int64)
        """``(N, 3)`` vertices, counter-clockwise as seen from outside."""
        self.uv: Floats = arrays["uv"].astype(np.float32)
        """``(N, 3, 2)`` texture coordinates of the triangles' corners; MakeHuman's skins fit."""
        self.parts: NDArray[np.uint8] = arrays["parts"]
        """``(N,)`` what each triangle belongs to, an index into ``part_names``."""
        self.part_names = tuple(str(name) for name in arrays["part_names"])
        self.identity_variances: Floats = arrays["identity_variances"]
        """``(I,)`` squared metres, the largest first; the basis is scaled by their roots."""
        expression = _unpack_expression(arrays)
        steps = arrays["identity_steps"].astype(np.float32)
        identity = arrays["identity_offsets"] * steps[:, None, None]
        neutral = arrays["vertices"].astype(np.float32)
        weight = arrays["head_weight"].astype(np.float32)
        pivot = arrays["pivot"].astype(np.float32)
        mesh = PointBasis(neutral, expression, identity, weight, pivot)
        corners = arrays["landmark_vertices"].astype(np.int64)
        share = arrays["landmark_weights"].astype(np.float32)
        landmarks = _inside_triangles(mesh, corners, share)
        further = _further_blinks(landmarks)
        self._mesh = replace(mesh, further=further)
        self._landmarks = replace(landmarks, further=further)
        self.landmark_mirror: NDArray[np.int64] = arrays["landmark_mirror"].astype(np.int64)
        """``(478,)`` the landmark on the other side of the face."""
        self.sky_share: Floats = arrays["sky_share"].astype(np.float32) / 255.0
        """``(V,)`` share of the sky that nothing hides: soft shadows for pictures."""
        self.landmark_vertices = corners
        """``(478, 3)`` the vertices around each landmark."""
        self.landmark_weights = share
        """``(478, 3)`` how much each of them counts."""

    @property
    def n_identity(self) -> int:
        """How many identity coefficients there are."""
        return len(self._mesh.identity)

    @property
    def n_vertices(self) -> int:
        """How many vertices the mesh has."""
        return len(self._mesh.neutral)

    @property
    def pivot(self) -> Floats:
        """``(3,)`` where the head turns, inside the neck."""
        return self._mesh.pivot

    @property
    def head_weight(self) -> Floats:
        """``(V,)`` share of the head's motion: 1 in the face, 0 at the border of the bust."""
        return self._mesh.weight

    def part(self, *names: str) -> NDArray[np.bool_]:
        """``(N,)`` which triangles belong to the parts of these names."""
        return np.isin(self.parts, [self.part_names.index(name) for name in names])

    def vertices(self, curves: ArrayLike, identity: ArrayLike | None = None) -> Floats:
        """Move the mesh.

        Args:
            curves: ``(T, C)`` one row per frame.
            identity: ``(I,)`` standard deviations; the mean person for None.

        Returns:
            ``(T, V, 3)`` metres.

        Raises:
            ValueError: if a shape is wrong.
        """
        return self._mesh.points(curves, identity)

    def blendshape(self, name: str) -> Floats:
        """``(V, 3)`` the offsets of one blendshape, in metres.

        Raises:
            ValueError: if the rig has no such blendshape.
        """
        column = self.description.column(name)
        if column >= self._mesh.n_expression:
            raise ValueError(f"{name} moves the head and is no blendshape")
        return self._mesh.expression[column]

    def identity_basis(self) -> Floats:
        """``(I, V, 3)`` metres at one standard deviation."""
        return self._mesh.identity

    def mesh_basis(self) -> PointBasis:
        """All vertices."""
        return self._mesh

    def landmark_basis(self) -> PointBasis:
        """MediaPipe's 478 landmarks alone, for fitting: far cheaper than the mesh."""
        return self._landmarks

    def landmarks478(self, curves: ArrayLike, identity: ArrayLike | None = None) -> Floats:
        """``(T, 478, 3)`` MediaPipe's landmarks in metres: 468 of the face, 10 of the irises.

        Args:
            curves: as in ``vertices``.
            identity: as in ``vertices``.
        """
        return self._landmarks.points(curves, identity)

    def landmarks68(self, curves: ArrayLike, identity: ArrayLike | None = None) -> Floats:
        """``(T, 68, 3)`` the landmarks of the iBUG order in metres.

        Args:
            curves: as in ``vertices``.
            identity: as in ``vertices``.
        """
        return self.landmarks478(curves, identity)[:, list(IBUG_68)]


def load_rig(name: str = STUDIO.name) -> StudioRig:
    """Load a rig that ships.

    Raises:
        RigError: if there is none of that name, or its file is missing or damaged.
    """
    if name != STUDIO.name:
        raise RigError(f"There is no rig named {name}; the one that ships is {STUDIO.name}.")
    return read_rig(RESOURCES / "rig" / f"{name}.npz")


def read_rig(path: Path) -> StudioRig:
    """Read a rig's file.

    Raises:
        RigError: if the file is missing, damaged or of another layout.
    """
    try:
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as file:
            return StudioRig(dict(file))
    except FileNotFoundError as error:
        raise RigError(f"The rig {path} is missing; install the application again.") from error
    except (OSError, EOFError, KeyError, IndexError, TypeError, ValueError,
            zipfile.BadZipFile) as error:  # fmt: skip
        raise RigError(
            f"The rig {path} cannot be read ({error}); install the application again."
        ) from error


def _unpack_expression(arrays: Mapping[str, NDArray]) -> Floats:
    """``(E, V, 3)`` the offsets, which the file has only for the vertices that a shape moves."""
    names = [str(name) for name in arrays["expression_names"]]
    if tuple(names) != STUDIO.channels[: -len(POSE_CHANNELS)]:
        raise ValueError("the blendshapes are not those of the studio rig")
    shape = np.repeat(np.arange(len(names)), arrays["expression_counts"])
    steps = arrays["expression_steps"].astype(np.float32)[shape, None]
    dense = np.zeros((len(names), len(arrays["vertices"]), 3), np.float32)
    dense[shape, arrays["expression_vertices"]] = arrays["expression_offsets"] * steps
    return dense


def _inside_triangles(mesh: PointBasis, corners: NDArray[np.int64], share: Floats) -> PointBasis:
    """The basis of points inside triangles alone."""
    return PointBasis(
        np.einsum("kjc,kj->kc", mesh.neutral[corners], share),
        np.einsum("ekjc,kj->ekc", mesh.expression[:, corners], share),
        np.einsum("ikjc,kj->ikc", mesh.identity[:, corners], share),
        np.einsum("kj,kj->k", mesh.weight[corners], share),
        mesh.pivot,
    )


def _further_blinks(landmarks: PointBasis) -> Floats:
    """``(E, I)`` how much further the lids must go for identities with wider openings."""
    further = np.zeros((landmarks.n_expression, len(landmarks.identity)), np.float32)
    for side, upper, lower in (
        ("Left", LEFT_UPPER_LID, LEFT_LOWER_LID),
        ("Right", RIGHT_UPPER_LID, RIGHT_LOWER_LID),
    ):
        top, bottom = list(upper[2:5]), list(lower[2:5])  # the middle of the lids
        blink = STUDIO.column(f"eyeBlink{side}")
        closing = landmarks.expression[blink, bottom, 1] - landmarks.expression[blink, top, 1]
        wider = landmarks.identity[:, top, 1] - landmarks.identity[:, bottom, 1]
        further[blink] = wider.mean(1) / closing.mean()
    return further
