"""Motion of one rig for the other, by the user's own Basel Face Model: approximate, and said so."""

import hashlib
from dataclasses import replace
from pathlib import Path

from dimitra_studio.core.errors import RigError
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.rig import BFM, STUDIO
from dimitra_studio.export.hand_over import HandOver
from dimitra_studio.face.bfm import WHERE_FROM, find_bfm, read_bfm
from dimitra_studio.face.bfm_transfer import UNSEEN, Transfer, make_transfer
from dimitra_studio.face.rigs import load_rig


def to_bfm(prepared: HandOver, path: Path | None = None) -> HandOver:
    """Turn blendshapes into coefficients of the Basel Face Model.

    Args:
        prepared: a motion of the studio rig on its way out.
        path: of the model; where it is looked for if None.

    Returns:
        The same with a motion of the bfm rig, without the identity, which means nothing there, and
        with the figures of the solve under ``approximate`` among the changes.

    Raises:
        RigError: if the model is missing, damaged or of another layout.
        ValueError: if the motion is not of the studio rig.
    """
    if prepared.motion.rig != STUDIO:
        raise ValueError(f"only motion of the studio rig, not of {prepared.motion.rig.name}")
    path = path or _found()
    transfer = _load(path)
    curves, residual = transfer.to_bfm(prepared.motion.curves)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    figures = {
        "solved": "coefficients of the bfm rig from blendshapes of the studio rig",
        "model": path.name,
        "model_sha256": digest,
        "rms_error_mm": round(1000 * residual.rms_error, 3),
        "worst_frame_mm": round(1000 * residual.worst_frame, 3),
        "unexplained_share": round(residual.unexplained_share, 4),
        "cannot_show": list(UNSEEN),
    }
    motion = Motion(curves, BFM, prepared.motion.fps)
    changes = {**prepared.changes, "approximate": figures}
    return replace(prepared, motion=motion, identity=None, changes=changes)


def to_studio(motion: Motion, path: Path | None = None) -> tuple[Motion, tuple[str, ...]]:
    """Turn coefficients of the Basel Face Model into blendshapes.

    Args:
        motion: of the bfm rig.
        path: of the model; where it is looked for if None.

    Returns:
        The motion of the studio rig, and sentences for the user.

    Raises:
        RigError: if the model is missing, damaged or of another layout.
        ValueError: if the motion is not of the bfm rig.
    """
    if motion.rig != BFM:
        raise ValueError(f"only motion of the bfm rig, not of {motion.rig.name}")
    curves, residual = _load(path or _found()).to_studio(motion.curves)
    gaze = sum(name.startswith("eyeLook") for name in UNSEEN)
    others = [name for name in UNSEEN if not name.startswith("eyeLook")]
    notes = (
        "The blendshapes are approximate, solved from coefficients of the Basel Face Model: the "
        f"surfaces stay {1000 * residual.rms_error:.2f} mm apart on average, which is "
        f"{100 * residual.unexplained_share:.0f} % of the movement.",
        f"The Basel Face Model cannot show {', '.join(others)} and the {gaze} shapes eyeLook; they "
        "are 0.",
    )
    return Motion(curves, STUDIO, motion.fps), notes


def _found() -> Path:
    path = find_bfm()
    if path is None:
        raise RigError(
            "This needs the Basel Face Model, which only its makers may give away; "
            + WHERE_FROM
            + "."
        )
    return path


def _load(path: Path) -> Transfer:
    return make_transfer(load_rig(), read_bfm(path))
