"""Motion in the layouts of the Deep3DFaceRecon family: ``.mat`` and ``.npy`` files of a BFM face.

Source: Deep3DFaceRecon_pytorch, PIRenderer, DreamTalk and SadTalker, as their loaders read files.
"""

import math
from collections.abc import Mapping, Set
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.errors import ExportError
from dimitra_studio.core.files import replacing
from dimitra_studio.core.mat_file import Matrix, find_matrices
from dimitra_studio.core.motion import FPS
from dimitra_studio.core.rig import BFM, POSE_CHANNELS
from dimitra_studio.export.arrays import check_array
from dimitra_studio.export.hand_over import HandOver, Written
from dimitra_studio.export.reading import MOST_BYTES, MalformedError, Read, check_count, reading
from dimitra_studio.export.reading import to_motion as by_name
from dimitra_studio.face.bfm import UNIT

EXP, ANGLE, TRANS = slice(80, 144), slice(224, 227), slice(254, 257)
"""Where expression, rotation and translation stand among the 257 coefficients of a frame."""

N_COEFFICIENTS, N_IDENTITY = 257, 80
NEUTRAL_CROP = (256.0, 256.0, 0.9370641, 126.84911, 129.03864)
"""``w, h, s, t0, t1`` of a face that fills the picture as the networks expect."""

LEGEND = (
    "coeff: id 0:80, exp 80:144, tex 144:224, angle 224:227 (pitch, yaw, roll in radians, "
    "R = Rz Ry Rx), gamma 227:254, trans 254:257 (decimetres). coeff_3dmm: exp 0:64, angle 64:67, "
    "trans 67:70. lip_indices and exp_indices count the 64 of exp from 0."
)

_MATRICES = frozenset(["coeff", "coeff_3dmm", "exp", "angle", "trans", "fps"])
_WIDTHS = frozenset([64, 70, 73])
"""Columns of an array in a ``.npy``."""

APPROXIMATE = " The coefficients are approximate; how much so stands under approximate."
"""What the legend says besides, of a motion that was solved from another rig's."""


def write_pirenderer(hand_over: HandOver, path: Path) -> Written:
    """Write ``coeff (N, 257)`` and ``transform_params (N, 5)``, for PIRenderer and DreamTalk.

    Raises:
        ExportError: if the motion is not of the bfm rig, or the file cannot be written.
    """
    coeff = _coefficients(hand_over)
    crop = np.tile(np.array(NEUTRAL_CROP, np.float32), (len(coeff), 1))
    return _write_mat(hand_over, path, {"coeff": coeff, "transform_params": crop})


def write_sadtalker(hand_over: HandOver, path: Path) -> Written:
    """Write ``coeff_3dmm (N, 70)`` and ``full_3dmm (1, 257)``, the first frame, for SadTalker.

    Raises:
        ExportError: if the motion is not of the bfm rig, or the file cannot be written.
    """
    coeff = _coefficients(hand_over)
    return _write_mat(hand_over, path, {"coeff_3dmm": _short(coeff), "full_3dmm": coeff[:1]})


def write_dreamtalk(hand_over: HandOver, path: Path) -> Written:
    """Write ``(N, 73)``: 64 expression, 6 pose and 3 of a neutral crop, as DreamTalk puts out.

    Raises:
        ExportError: if the motion is not of the bfm rig, or the file cannot be written.
    """
    coeff = _coefficients(hand_over)
    crop = np.tile(np.array(NEUTRAL_CROP[2:], np.float32), (len(coeff), 1))
    with replacing(path) as partial, partial.open("wb") as file:
        np.save(file, np.concatenate([_short(coeff), crop], axis=1), allow_pickle=False)
    return Written((path,), _notes(hand_over))


def _write_mat(hand_over: HandOver, path: Path, arrays: Mapping[str, NDArray]) -> Written:
    from scipy.io import savemat  # takes a while to import

    motion = hand_over.motion
    rows = {  # always two dimensions: of one, MATLAB's format would choose the direction itself
        "lip_indices": np.array([motion.rig.columns("lips")], np.int32),
        "exp_indices": np.array([motion.rig.columns("expression")], np.int32),
        "fps": np.array([[motion.fps]]),
        **_texts(hand_over),
    }
    with replacing(path) as partial, partial.open("wb") as file:
        savemat(file, {**arrays, **rows})
    return Written((path,), _notes(hand_over))


def _notes(hand_over: HandOver) -> dict[str, Any]:
    rig = hand_over.motion.rig
    return {
        **_texts(hand_over),
        "lip_indices": rig.columns("lips"),
        "exp_indices": rig.columns("expression"),
        "neutral_crop": list(NEUTRAL_CROP),
    }


def _texts(hand_over: HandOver) -> dict[str, str]:
    """The legend and, of a motion that was solved from another rig's, how good the solve is."""
    figures = hand_over.changes.get("approximate")
    if figures is None:
        return {"legend": LEGEND}
    facts = (f"{name.replace('_', ' ')}: {_listed(value)}" for name, value in figures.items())
    return {"legend": LEGEND + APPROXIMATE, "approximate": "; ".join(facts)}


def _listed(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)


def _coefficients(hand_over: HandOver) -> NDArray[np.float32]:
    """``(N, 257)``; texture and light are 0, and so is an identity that is not known."""
    motion = hand_over.motion
    if motion.rig.name != BFM.name:
        raise ExportError(
            f"This layout holds coefficients of the Basel Face Model, and the motion is of the "
            f"{motion.rig.name} rig; choose a layout of blendshapes, such as Live Link Face."
        )
    coeff = np.zeros((len(motion), N_COEFFICIENTS), np.float32)
    if hand_over.identity is not None and hand_over.identity.shape == (N_IDENTITY,):
        coeff[:, :N_IDENTITY] = hand_over.identity
    coeff[:, EXP] = motion.curves[:, :64]
    coeff[:, ANGLE] = motion.curves[:, 64:67]
    coeff[:, TRANS] = motion.curves[:, 67:] / UNIT
    return coeff


def _short(coeff: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.concatenate([coeff[:, EXP], coeff[:, ANGLE], coeff[:, TRANS]], axis=1)


def read_mat(path: Path) -> Read:
    """Read ``coeff``, ``coeff_3dmm``, or the separate arrays of Deep3DFaceRecon.

    Raises:
        ProjectError: if the file holds none of them.
    """
    with reading(path, "a .mat file of face coefficients"):
        try:
            found = find_matrices(path)
            wanted = sorted(_MATRICES & found.keys())
            arrays = {name: _read(found[name], name) for name in wanted}
        except ValueError as error:
            raise MalformedError(str(error)) from error
        return _to_read(_rows_of(arrays), _rate_of(arrays))


def _read(matrix: Matrix, name: str) -> NDArray[np.float64]:
    """A matrix, after a look at what it would unpack to."""
    if matrix.dtype is None:
        raise MalformedError(f"{name} is not numbers")
    if len(matrix.shape) != 2:
        raise MalformedError(f"{name} is no matrix")
    check_count(matrix.shape[0])
    if math.prod(matrix.shape) * 8 > MOST_BYTES:
        raise MalformedError(f"{name} is larger than {MOST_BYTES // 2**20} MB")
    with np.errstate(invalid="ignore"):  # what is not finite is refused
        return matrix.read().astype(np.float64)


def _rows_of(arrays: Mapping[str, NDArray]) -> NDArray:
    """``(N, 64)``, ``(N, 67)`` or ``(N, 70)``: expression, rotation, translation."""
    if "coeff" in arrays:
        coeff = _numbers(arrays["coeff"], "coeff", {N_COEFFICIENTS})
        return np.concatenate([coeff[:, EXP], coeff[:, ANGLE], coeff[:, TRANS]], axis=1)
    if "coeff_3dmm" in arrays:
        return _numbers(arrays["coeff_3dmm"], "coeff_3dmm", {70, 73})
    if "exp" in arrays:
        parts = [_numbers(arrays["exp"], "exp", {64})]
        parts += [_numbers(arrays[k], k, {3}) for k in ("angle", "trans") if k in arrays]
        if len({len(part) for part in parts}) > 1:
            raise MalformedError("exp, angle and trans are not equally long")
        if "angle" in arrays or "trans" not in arrays:
            return np.concatenate(parts, axis=1)
        raise MalformedError("it has a translation, but no rotation")
    raise MalformedError("it has neither coeff nor coeff_3dmm nor exp")


def _rate_of(arrays: Mapping[str, NDArray]) -> float | None:
    fps = arrays.get("fps")
    return float(fps.flat[0]) if fps is not None and fps.size else None


def read_npy(path: Path) -> Read:
    """Read ``(N, 64)``, ``(N, 70)`` or ``(N, 73)``, as DreamTalk puts out.

    Raises:
        ProjectError: if the file holds something else.
    """
    with reading(path, "a .npy file of face coefficients"):
        with path.open("rb") as file:
            shape = check_array(file, path.stat().st_size)
            _check_shape(shape, "the array", _WIDTHS)
            file.seek(0)
            rows = np.load(file, allow_pickle=False)
        return _to_read(_numbers(rows, "the array", _WIDTHS), None)


def _check_shape(shape: tuple[int, ...], name: str, widths: Set[int]) -> None:
    if len(shape) != 2 or shape[1] not in widths:
        known = " or ".join(map(str, sorted(widths)))
        raise MalformedError(f"{name} is not numbers in {known} columns")
    check_count(shape[0])


def _numbers(array: NDArray, name: str, widths: Set[int]) -> NDArray[np.float64]:
    _check_shape(array.shape, name, widths)
    if array.dtype.kind not in "fiu":
        raise MalformedError(f"{name} is not numbers")
    with np.errstate(invalid="ignore"):  # what is not finite is refused
        return array.astype(np.float64)


def _to_read(rows: NDArray, fps: float | None) -> Read:
    rows = rows[:, :70].copy()
    rows[:, 67:] *= UNIT
    names = (*BFM.channels[:64], *POSE_CHANNELS)[: rows.shape[1]]
    read = by_name(names, rows, BFM, FPS if fps is None else fps)
    if fps is not None:
        return read
    note = f"The file does not say its frame rate; it is read at {FPS} fps, as its makers write it."
    return Read(read.motion, read.missing, read.ignored, (note,))
