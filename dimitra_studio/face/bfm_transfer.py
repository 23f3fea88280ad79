"""The same expression on two 3DMMs: curves of the studio rig and of the Basel Face Model.

Approximate, because neither mesh can do all that the other does; how far apart they stay is told
with the result.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.spatial import cKDTree

from dimitra_studio.core.errors import RigError
from dimitra_studio.core.rig import BFM, POSE_CHANNELS, STUDIO
from dimitra_studio.face.bfm import N_EXPRESSION, Bfm
from dimitra_studio.face.correspondence import Correspondence, find_correspondence
from dimitra_studio.face.point_basis import REACH
from dimitra_studio.face.priors import make_prior
from dimitra_studio.face.rigs import StudioRig
from dimitra_studio.face.rotation import rotation_matrix
from dimitra_studio.face.solver import solve_bounded

Array = NDArray[np.float64]
Floats = NDArray[np.float32]

N_BLENDSHAPES = len(STUDIO.channels) - len(POSE_CHANNELS)

UNSEEN = tuple(
    name for name in STUDIO.channels if name.startswith("eyeLook") or name == "tongueOut"
)
"""Blendshapes that the Basel Face Model cannot show: it has neither eyeballs nor a tongue."""

_OPENINGS = {"eyeBlinkRight": ((37, 38), (41, 40)), "eyeBlinkLeft": ((43, 44), (47, 46))}
"""Landmarks of the upper lid and below them those of the lower one."""

_SEEN = [column for column in range(N_BLENDSHAPES) if STUDIO.channels[column] not in UNSEEN]
_COEFFICIENTS = slice(0, N_EXPRESSION)  # among the fields
_BLENDSHAPES = slice(N_EXPRESSION, N_EXPRESSION + N_BLENDSHAPES)

_LIDS_AND_LIPS = slice(36, 68)  # of the landmarks
_FAVOUR, _AROUND = 2.0, 0.008  # how much more they count, and metres within which

_RESOLUTION = 2e-5
"""Metres of rms error that a coefficient of one standard deviation has to save to be worth it.

It keeps coefficients that move next to nothing, and those that cancel each other, from growing.
"""

_PRECISION = 1e-5
"""Metres of rms error that weigh as much as a blendshape at its usual size does in the prior.

Finer than landmarks allow: here the whole surface is known, and only what looks nearly the same on
it is left to the prior.
"""

_USUAL = 0.4  # size of the blendshapes that landmarks do not show, and so the prior does not know
_SLUGGISHNESS = 0.02  # cost of a change between frames against the cost of the value itself
_STEPS = 300  # of the bounded solve, at most
_MOST_TURN = 0.5  # radians between two faces that both look forward
_LEAST = 0.5  # share of the vertices that must have a counterpart
_COLUMNS = 16_384  # of the fields, multiplied at once
_BATCH, _MARGIN = 2000, 50  # frames solved together, and frames before and after that are shared


@dataclass(frozen=True, slots=True)
class Residual:
    """How far the moving meshes stay apart, the pose aside.

    Args:
        rms_error: metres, over all compared vertices and all frames.
        worst_frame: metres, over the compared vertices of the frame where it is largest.
        unexplained_share: ``rms_error`` by the rms displacement of the motion; 0 if nothing is
            lost, 1 if nothing is kept.
    """

    rms_error: float
    worst_frame: float
    unexplained_share: float


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class Transfer:
    """Turns curves of one rig into curves of the other.

    Fields of displacement are stacked: 64 of the Basel Face Model, then 52 blendshapes, which are
    turned and scaled as the studio face is when it is laid over the other.

    Args:
        vertices: ``(K,)`` of the Basel Face Model that are compared.
        gram: ``(116, 116)`` square metres, products of the fields, meant over these vertices.
        favoured: the same, in which lids and lips count more; the solves go by it.
        scale: of the other face against the studio's.
        pivot: ``(3,)`` metres from the middle of the Basel face: where the studio head turns.
    """

    vertices: NDArray[np.intp]
    gram: Array
    favoured: Array
    scale: float
    pivot: Array

    def to_bfm(self, curves: ArrayLike) -> tuple[Floats, Residual]:
        """Find the coefficients whose mesh moves most like the blendshapes.

        Args:
            curves: ``(T, 58)`` of the studio rig.

        Returns:
            ``(T, 70)`` of the Basel Face Model, the translation in metres; and what is lost.

        Raises:
            ValueError: if the shape is wrong.
        """
        curves = _checked(curves, len(STUDIO.channels))
        blendshapes = curves[:, :N_BLENDSHAPES]
        coefficients = blendshapes @ self._coefficients_of_blendshapes()
        angles = curves[:, -6:-3]  # both faces look straight ahead at rest
        away = self.pivot - rotation_matrix(angles) @ self.pivot
        place = self.scale * curves[:, -3:] + away
        made = np.hstack([coefficients, angles, place]).astype(np.float32)
        return made, self._residual(made[:, :N_EXPRESSION], blendshapes, of=_BLENDSHAPES)

    def to_studio(self, curves: ArrayLike) -> tuple[Floats, Residual]:
        """Find the blendshapes that move most like the mesh of the coefficients.

        Args:
            curves: ``(T, 70)`` of the Basel Face Model, the translation in metres.

        Returns:
            ``(T, 58)`` of the studio rig, those of ``UNSEEN`` 0; and what is lost.

        Raises:
            ValueError: if the shape is wrong.
        """
        curves = _checked(curves, len(BFM.channels))
        coefficients = curves[:, :N_EXPRESSION]
        angles = curves[:, -6:-3]
        away = self.pivot - rotation_matrix(angles) @ self.pivot
        place = (curves[:, -3:] - away) / self.scale
        blendshapes = self._blendshapes_of_coefficients(coefficients)
        made = np.hstack([blendshapes, angles, place]).astype(np.float32)
        return made, self._residual(coefficients, made[:, :N_BLENDSHAPES], of=_COEFFICIENTS)

    def _coefficients_of_blendshapes(self) -> Array:
        """``(52, 64)``: without bounds the solve is one matrix."""
        own = self.favoured[_COEFFICIENTS, _COEFFICIENTS] + _RESOLUTION**2 * np.eye(N_EXPRESSION)
        return np.asarray(np.linalg.solve(own, self.favoured[_COEFFICIENTS, _BLENDSHAPES]).T)

    def _blendshapes_of_coefficients(self, coefficients: Array) -> Array:
        """``(T, 52)`` within 0 and 1, solved in batches that begin in each other."""
        seen = _SEEN
        stiffness, threshold = _prior()
        gram = self.favoured[_BLENDSHAPES, _BLENDSHAPES] / _PRECISION**2
        hessian = (gram + stiffness)[np.ix_(seen, seen)]
        pull = self.favoured[_COEFFICIENTS, _BLENDSHAPES][:, seen] / _PRECISION**2
        smoothness = _SLUGGISHNESS * np.diag(hessian)
        solved = np.zeros((len(coefficients), N_BLENDSHAPES))
        for first in range(0, len(coefficients), _BATCH):
            before, last = max(0, first - _MARGIN), min(first + _BATCH, len(coefficients))
            linear = coefficients[before : last + _MARGIN] @ pull - threshold[seen]
            frames = np.broadcast_to(hessian, (len(linear), *hessian.shape))
            start = np.clip(linear / np.diag(hessian), 0, 1)
            found = solve_bounded(frames, linear, smoothness, start=start, n_steps=_STEPS)
            solved[first:last, seen] = found[first - before : last - before]
        return solved

    def _residual(self, coefficients: ArrayLike, blendshapes: ArrayLike, of: slice) -> Residual:
        """Compare two motions by the products of their fields alone: exact, and without meshes."""
        apart = np.hstack([np.asarray(coefficients), -np.asarray(blendshapes)])
        squares, own = [], []
        for first in range(0, len(apart), _BATCH):
            both = apart[first : first + _BATCH].astype(np.float64)
            squares.append(np.einsum("ti,ti->t", both @ self.gram, both))
            motion = both[:, of]
            own.append(np.einsum("ti,ti->t", motion @ self.gram[of, of], motion))
        # rounding may leave a little less than nothing
        error, whole = (np.maximum(np.concatenate(part), 0) for part in (squares, own))
        rms, size = np.sqrt(error.mean()), np.sqrt(whole.mean())
        return Residual(float(rms), float(np.sqrt(error.max())), float(rms / max(size, 1e-12)))


def make_transfer(studio: StudioRig, bfm: Bfm) -> Transfer:
    """Lay the mean faces over each other and compare all their movements once.

    Args:
        studio: the rig.
        bfm: the other; its vertices without a counterpart on the studio rig are left out.

    Raises:
        RigError: if the two faces do not fit over each other.
    """
    found = find_correspondence(studio, bfm.mean, bfm.triangles, bfm.landmarks)
    turn = np.arccos(np.clip((np.trace(found.similarity.rotation) - 1) / 2, -1, 1))
    if turn > _MOST_TURN or len(found.vertices) < _LEAST * len(bfm.mean):
        raise RigError(
            "The Basel Face Model does not lie over the studio face; make its file again with the "
            "script of Deep3DFaceRecon."
        )
    similarity = found.similarity
    fields = np.concatenate(
        [bfm.expression[:, found.vertices], _moved_blendshapes(studio, bfm, found)]
    ).reshape(N_EXPRESSION + N_BLENDSHAPES, -1)
    weights = _favours(bfm)[found.vertices]
    ones = np.ones_like(weights)
    pivot = similarity.apply(studio.pivot[None])[0]
    plain, favoured = _products(fields, ones), _products(fields, weights)
    return Transfer(found.vertices, plain, favoured, float(similarity.scale), pivot)


def _moved_blendshapes(studio: StudioRig, bfm: Bfm, found: Correspondence) -> Floats:
    """``(52, K, 3)`` metres, in the directions and the size of the other face."""
    similarity = found.similarity
    turn = (similarity.scale * similarity.rotation.T).astype(np.float32)
    offsets = studio.mesh_basis().expression
    moved = np.stack([(found.surface @ shape) @ turn for shape in offsets]).astype(np.float32)
    neutral = np.zeros((1, len(STUDIO.channels)), np.float32)
    points = similarity.apply(studio.landmarks68(neutral)[0])
    for name, (upper, lower) in _OPENINGS.items():
        theirs, ours = (
            np.linalg.norm(at[list(upper)] - at[list(lower)], axis=1).mean()
            for at in (bfm.mean[bfm.landmarks], points)
        )
        # larger eyes have further to close
        moved[STUDIO.column(name)] *= np.clip(theirs / ours, *REACH)
    return moved


def _favours(bfm: Bfm) -> Array:
    """``(V,)`` how much each vertex counts: speech and blinks are small, and seen first."""
    places = bfm.mean[bfm.landmarks[_LIDS_AND_LIPS]]
    away, _ = cKDTree(places).query(bfm.mean)
    return np.asarray(1 + _FAVOUR * np.exp(-((away / _AROUND) ** 2)))


def _products(fields: Floats, weights: Array) -> Array:
    """Weighted means over the vertices of what the fields have in common, a few at a time."""
    total = np.zeros((len(fields), len(fields)))
    spread = np.sqrt(np.repeat(weights / weights.sum(), 3))
    for first in range(0, fields.shape[1], _COLUMNS):
        columns = slice(first, first + _COLUMNS)
        part = fields[:, columns].astype(np.float64) * spread[columns]
        total += part @ part.T
    return total


def _prior() -> tuple[Array, Array]:
    """``(52, 52)`` stiffness and ``(52,)`` threshold of the blendshapes."""
    prior = make_prior(STUDIO)
    stiffness = np.eye(N_BLENDSHAPES) / _USUAL**2
    threshold = np.zeros(N_BLENDSHAPES)
    stiffness[np.ix_(prior.free, prior.free)] = prior.stiffness
    threshold[prior.free] = prior.threshold
    return stiffness, threshold


def _checked(curves: ArrayLike, n_channels: int) -> Array:
    checked = np.asarray(curves, np.float64)
    if checked.ndim != 2 or checked.shape[1] != n_channels or not len(checked):
        raise ValueError(f"curves must be (frames, {n_channels}), got {checked.shape}")
    return checked
