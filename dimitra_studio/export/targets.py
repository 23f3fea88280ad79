"""The targets of a character: its blendshapes, and what of them lies beyond the range 0 to 1.

Blender limits shape keys to 0 to 1 without a word, from glTF as from USD. What is above or below is
carried by targets of its own (``jawOpenOver``, ``jawOpenUnder``), whose weights stay in that range.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.export.character_names import SHAPES
from dimitra_studio.export.head_mesh import HeadMesh
from dimitra_studio.export.reading import MalformedError

OVER, UNDER = "Over", "Under"
"""Endings of the targets that take what of a blendshape is above 1 and below 0."""

BEYOND = "targets_beyond"
"""Key of their scales, in the notes of a manifest and inside of files."""


@dataclass(frozen=True, slots=True)
class Target:
    """A morph target: a blendshape, or what of it lies beyond the range 0 to 1.

    Args:
        name: of the target.
        shape: index of the blendshape.
        part: which range of the blendshape's values it shows.
        scale: value of the blendshape that the target shows at its weight of 1.
    """

    name: str
    shape: int
    part: Literal["inside", "over", "under"] = "inside"
    scale: float = 1.0


def find_targets(mesh: HeadMesh) -> tuple[Target, ...]:
    """The blendshapes, then those targets that values beyond 0 to 1 need."""
    lowest, highest = mesh.values().min(0), mesh.values().max(0)
    names = mesh.shape_names
    targets = [Target(name, index) for index, name in enumerate(names)]
    targets += [
        Target(names[index] + OVER, index, "over", float(highest[index] - np.float32(1)))
        for index in np.flatnonzero(highest > 1).tolist()
    ]
    targets += [
        Target(names[index] + UNDER, index, "under", float(lowest[index]))
        for index in np.flatnonzero(lowest < 0).tolist()
    ]
    return tuple(targets)


def target_weights(values: NDArray[np.float32], targets: Sequence[Target]) -> NDArray[np.float32]:
    """``(T, targets)`` weights from 0 to 1, which together give the values of the blendshapes."""
    inside = np.clip(values, 0, 1)
    parts = {"inside": inside, "over": np.maximum(values - 1, 0), "under": np.minimum(values, 0)}
    columns = [parts[target.part][:, target.shape] / target.scale for target in targets]
    return np.clip(np.stack(columns, axis=1), 0, 1).astype(np.float32)


def scales_of(targets: Sequence[Target]) -> dict[str, float]:
    """What the targets beyond 0 to 1 show at their full weight, by name."""
    return {target.name: target.scale for target in targets if target.part != "inside"}


def read_scales(value: Any) -> dict[str, float]:
    """What ``scales_of`` gave, out of a file; nothing where it has none.

    Raises:
        MalformedError: if it is something else.
    """
    if value is None:
        return {}
    if not isinstance(value, dict) or not all(
        isinstance(scale, int | float) and math.isfinite(scale) for scale in value.values()
    ):
        raise MalformedError(f"its {BEYOND} are no numbers by name")
    return {str(name): float(scale) for name, scale in value.items()}


def is_beyond(name: str) -> bool:
    """Whether a target of this name would carry what lies beyond the range of a channel."""
    return any(name.endswith(end) and name.removesuffix(end) in SHAPES for end in (OVER, UNDER))


def put_together(
    names: Sequence[str], values: NDArray[np.float64], scales: Mapping[str, float]
) -> tuple[list[str], NDArray[np.float64]]:
    """Add to each blendshape what lies beyond its range; the columns of that are then gone.

    Args:
        names: of the columns.
        values: ``(T, N)`` weights.
        scales: by the names of the targets beyond; a column that has none stays as it is.
    """
    places = {name: column for column, name in reversed(list(enumerate(names)))}
    whole, kept = values.copy(), list(range(len(names)))
    for column, name in enumerate(names):
        shape = places.get(name.removesuffix(OVER).removesuffix(UNDER))
        if name in scales and is_beyond(name) and shape is not None:
            with np.errstate(over="ignore", invalid="ignore"):  # what is not finite is refused
                whole[:, shape] += scales[name] * values[:, column]
            kept.remove(column)
    return [names[column] for column in kept], whole[:, kept]
