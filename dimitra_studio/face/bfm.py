"""The user's own Basel Face Model, in the file that Deep3DFaceRecon makes of it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.errors import RigError
from dimitra_studio.core.mat_file import Matrix, find_matrices
from dimitra_studio.core.paths import MODELS
from dimitra_studio.core.rig import BFM

Floats = NDArray[np.float32]

VARIABLE = "DIMITRA_BFM"
"""Environment variable that names the file."""

FILE = MODELS / "bfm" / "BFM_model_front.mat"
"""Where the file is looked for otherwise."""

WHERE_FROM = (
    "register for the Basel Face Model 2009 at the University of Basel (faces.dmi.unibas.ch), turn "
    "it into BFM_model_front.mat with the script of Deep3DFaceRecon, and put that into models/bfm "
    f"or name it in the variable {VARIABLE}"
)
"""How to get the file; the end of a sentence."""

UNIT = 0.1
"""Metres in one unit of the file, a decimetre."""

N_VERTICES, N_TRIANGLES, N_LANDMARKS = 35_709, 70_789, 68
N_EXPRESSION = sum(name.startswith("exp") for name in BFM.channels)

LAYOUT = {
    "meanshape": (1, 3 * N_VERTICES),
    "exBase": (3 * N_VERTICES, N_EXPRESSION),
    "tri": (N_TRIANGLES, 3),
    "keypoints": (1, N_LANDMARKS),
}
"""Names and shapes of what is read; the bases of identity and texture are not."""

MOST_BYTES = 2**30  # four times the size of a real one
_EYE_CORNERS = (36, 45)  # outer, in the iBUG order
_EYE_DISTANCE = (0.05, 0.2)  # metres between them that people may have


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class Bfm:
    """The mean face and what moves it.

    Args:
        mean: ``(V, 3)`` metres, about the mean of its vertices; y up, the face towards +z.
        expression: ``(64, V, 3)`` metres at one standard deviation.
        triangles: ``(N, 3)`` vertices.
        landmarks: ``(68,)`` vertices of the iBUG order.
    """

    mean: Floats
    expression: Floats
    triangles: NDArray[np.int64]
    landmarks: NDArray[np.int64]


def find_bfm() -> Path | None:
    """Where the user says that the file is, even if it is not; else where it is looked for.

    Returns:
        None if nobody says and it is not there.
    """
    if named := os.environ.get(VARIABLE):
        return Path(named).expanduser()
    return FILE if FILE.is_file() else None


def check_bfm(path: Path) -> None:
    """Look at names, types and shapes alone, which takes a moment.

    Raises:
        RigError: if the file is missing, damaged or of another layout.
    """
    with _reading(path):
        _matrices(path)


def read_bfm(path: Path) -> Bfm:
    """Read the mean face, its expressions, triangles and landmarks.

    Raises:
        RigError: if the file is missing, damaged or of another layout.
    """
    with _reading(path):
        matrices = _matrices(path)
        mean = _finite(matrices, "meanshape").astype(np.float64).reshape(-1, 3) * UNIT
        expression = np.empty((N_EXPRESSION, N_VERTICES, 3), np.float32)
        basis = _finite(matrices, "exBase").T.reshape(expression.shape)
        np.multiply(basis, UNIT, out=expression, casting="same_kind")
        landmarks = _indices(matrices, "keypoints")[0]
        apart = float(np.linalg.norm(np.subtract(*mean[landmarks[list(_EYE_CORNERS)]])))
        if not _EYE_DISTANCE[0] < apart < _EYE_DISTANCE[1]:
            raise ValueError(
                f"the eyes are {apart / UNIT:.3g} dm apart, so it is not in decimetres"
            )
        # as Deep3DFaceRecon does: there the head turns about the mean of the vertices
        mean -= mean.mean(0)
        return Bfm(mean.astype(np.float32), expression, _indices(matrices, "tri"), landmarks)


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Say in one sentence why the file is of no use, whatever is wrong with it."""
    try:
        _check_file(path)
        yield
    except FileNotFoundError as error:
        raise RigError(
            f"The Basel Face Model {path} does not exist; check its name, or {WHERE_FROM}."
        ) from error
    except (OSError, ValueError, MemoryError) as error:
        reason = (isinstance(error, OSError) and error.strerror) or str(error) or "it is too large"
        raise RigError(
            f"{path.name} cannot be used as the Basel Face Model of Deep3DFaceRecon ({reason}); "
            "make it again with its script, or choose another file."
        ) from error


def _matrices(path: Path) -> dict[str, Matrix]:
    found = find_matrices(path)
    for name, shape in LAYOUT.items():
        if name not in found:
            raise ValueError(f"it has no {name}")
        if found[name].shape != shape:
            raise ValueError(f"{name} is {_times(found[name].shape)}, not {_times(shape)}")
        if found[name].dtype is None:
            raise ValueError(f"{name} holds no numbers")
    return found


def _finite(matrices: dict[str, Matrix], name: str) -> NDArray:
    numbers = matrices[name].read()
    # beyond single precision there is nothing to tell from infinite
    if not (np.abs(numbers) < np.finfo(np.float32).max).all():
        raise ValueError(f"{name} has values that are no numbers")
    return numbers


def _check_file(path: Path) -> None:
    if path.is_dir() or path.is_char_device() or path.is_fifo():
        raise ValueError("it is no file")
    if path.stat().st_size > MOST_BYTES:
        raise ValueError(f"it is larger than {MOST_BYTES // 2**20} MB")


def _indices(matrices: dict[str, Matrix], name: str) -> NDArray[np.int64]:
    """Vertices counted from 0; in the file they are counted from 1."""
    numbers = _finite(matrices, name)
    indices = numbers.astype(np.int64)
    if (indices != numbers).any() or indices.min() < 1 or indices.max() > N_VERTICES:
        raise ValueError(f"{name} does not count the vertices from 1 to {N_VERTICES}")
    return indices - 1


def _times(shape: tuple[int, ...]) -> str:
    return " by ".join(map(str, shape))
