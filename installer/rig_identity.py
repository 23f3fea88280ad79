"""A statistical identity basis from MakeHuman's sliders and people."""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from installer.rig_expression import reflect
from installer.rig_sources import People

SLIDER, SINGLE, ASYMMETRY = 0.4, 0.25, 0.12
"""Standard deviations of a slider, of a target without an opposite, and of left against right;
sliders end at 1, which a face in eighty reaches."""

OPPOSITES = (
    ("decr", "incr"), ("down", "up"), ("in", "out"), ("backward", "forward"),
    ("concave", "convex"), ("compress", "uncompress"),
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Basis:
    """Independent directions in which faces differ.

    Args:
        components: ``(I, V, 3)`` metres at one standard deviation, the largest first.
        variances: ``(I,)`` of each, in square metres summed over the weighted vertices.
        share: of the variance of all sliders and people that these components keep.
    """

    components: NDArray[np.float64]
    variances: NDArray[np.float64]
    share: float


def slider_rows(targets: dict[str, NDArray[np.float64]]) -> dict[str, NDArray[np.float64]]:
    """Join opposite targets to one direction each, scaled to a standard deviation."""
    rows = {}
    used: set[str] = set()
    for low, high in OPPOSITES:
        for name, offsets in targets.items():
            opposite = re.sub(f"-{low}$", f"-{high}", name)
            if opposite != name and opposite in targets:
                rows[name.removesuffix(f"-{low}")] = 0.5 * SLIDER * (targets[opposite] - offsets)
                used |= {name, opposite}
    rows.update({name: SINGLE * targets[name] for name in targets.keys() - used})
    return rows


def split_sides(
    rows: dict[str, NDArray[np.float64]], mirror: NDArray[np.int64]
) -> list[NDArray[np.float64]]:
    """Turn left and right sliders into what both sides share and a little of what differs."""
    found = []
    for name in sorted(rows):
        if name.startswith("r-"):
            continue
        other = rows.get("r" + name[1:]) if name.startswith("l-") else None
        if other is None:
            image = reflect(rows[name], mirror)
            found.append(0.5 * (rows[name] + image))
            found.append(0.5 * (rows[name] - image) * (ASYMMETRY / SLIDER))
            continue
        left = 0.5 * (rows[name] + reflect(other, mirror))
        right = reflect(left, mirror)
        found += [left + right, (left - right) * (ASYMMETRY / SLIDER)]
    return found


def people_rows(people: People) -> dict[str, NDArray[np.float64]]:
    """Deviations of MakeHuman's people from their mean, as samples of one population."""
    mean = sum(people.values()) / len(people)
    return {"-".join(key): (person - mean) / np.sqrt(len(people)) for key, person in people.items()}


def without_similarity(
    offsets: NDArray[np.float64], vertices: NDArray[np.float64], weights: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Take shift, turn and growth of the face out of a direction: the camera has those."""
    modes = _similarity_modes(vertices)
    root = np.sqrt(np.repeat(weights, 3))
    fit = np.linalg.lstsq(modes * root[:, None], offsets.ravel() * root, rcond=None)[0]
    return offsets - (modes @ fit).reshape(-1, 3)


def carry(
    offsets: NDArray[np.float64],
    vertices: NDArray[np.float64],
    leaders: NDArray[np.bool_],
    followers: NDArray[np.int64],
) -> NDArray[np.float64]:
    """Give some vertices the shift, turn and growth that others have on average.

    So eyeballs stay behind their own lids, whatever a target does to the face around them.
    """
    modes = _similarity_modes(vertices)
    rows = np.repeat(leaders, 3)
    fit = np.linalg.lstsq(modes[rows], offsets.ravel()[rows], rcond=None)[0]
    carried = offsets.copy()
    carried[followers] = (modes @ fit).reshape(-1, 3)[followers]
    return carried


def _similarity_modes(vertices: NDArray[np.float64]) -> NDArray[np.float64]:
    """``(3 V, 7)`` small shifts, turns and growth."""
    zero, one = np.zeros(len(vertices)), np.ones(len(vertices))
    x, y, z = vertices.T
    modes = (
        (one, zero, zero), (zero, one, zero), (zero, zero, one),
        (zero, -z, y), (z, zero, -x), (-y, x, zero), (x, y, z),
    )  # fmt: skip
    return np.stack([np.stack(mode, -1).ravel() for mode in modes], 1)


def make_basis(
    rows: list[NDArray[np.float64]], weights: NDArray[np.float64], n_components: int
) -> Basis:
    """Rotate sliders and people to uncorrelated components.

    Args:
        rows: of ``(V, 3)``: independent directions, each at one standard deviation, in metres.
        weights: ``(V,)`` how much each vertex counts.
        n_components: how many to keep.
    """
    matrix = np.stack([row.ravel() for row in rows])
    root = np.sqrt(np.repeat(weights, 3))
    weighted = matrix * root
    # The small square matrix has the same eigenvectors as an SVD of the large one would give.
    values, vectors = np.linalg.eigh(weighted @ weighted.T)
    order = np.argsort(values)[::-1][:n_components]
    components = vectors[:, order].T @ matrix
    return Basis(
        components.reshape(n_components, -1, 3),
        values[order],
        float(values[order].sum() / values.sum()),
    )
