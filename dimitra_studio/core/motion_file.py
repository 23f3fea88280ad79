"""Motion on disk: ``motion.npz``, readable by numpy alone and free of pickles."""

import zipfile
import zlib
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.errors import ProjectError
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.rig import BFM, RIGS, Rig

LAYOUT_VERSION = 1


def write_motion(motion: Motion, file: Path | IO[bytes]) -> None:
    """Write ``curves``, ``channels``, ``components``, ``fps``, ``rig`` and ``layout_version``.

    A motion of the bfm rig also names its columns among the 64 expression coefficients, as
    ``lip_indices`` and ``exp_indices``.
    """
    rig = motion.rig
    extra: dict[str, NDArray] = {}
    if rig == BFM:
        extra["lip_indices"] = np.array(rig.columns("lips"))
        extra["exp_indices"] = np.array(rig.columns("expression"))
    np.savez_compressed(
        file,
        allow_pickle=False,
        curves=motion.curves,
        channels=np.array(rig.channels),
        components=np.array(rig.components),
        fps=np.array(motion.fps),
        rig=np.array(rig.name),
        layout_version=np.array(LAYOUT_VERSION),
        **extra,
    )


def read_motion(file: Path | IO[bytes], *, name: str = "") -> Motion:
    """Read what ``write_motion`` wrote; channels may stand in another order.

    Args:
        file: to read from.
        name: of the file, for messages; its own name if not given.

    Raises:
        ProjectError: if the file is missing, not a motion, too new, or of an unknown rig.
    """
    label = name or (file.name if isinstance(file, Path) else "The file")
    try:
        if isinstance(file, Path):  # numpy leaves damaged files open
            with file.open("rb") as stream:
                return read_motion(stream, name=label)
        with zipfile.ZipFile(file):  # numpy would take what is no archive for a pickle, and say so
            file.seek(0)
        with np.load(file, allow_pickle=False) as arrays:
            version = int(arrays["layout_version"])
            if version > LAYOUT_VERSION:
                raise ProjectError(
                    f"{label} was written by a newer Dimitra Studio (layout {version}, this one "
                    f"reads {LAYOUT_VERSION}); update to open it."
                )
            rig = _rig(str(arrays["rig"]), label)
            curves = arrays["curves"].astype(np.float32)
            channels = [str(channel) for channel in arrays["channels"]]
            fps = float(arrays["fps"])
        return Motion(_in_order(curves, channels, rig), rig, fps)
    except FileNotFoundError as error:
        raise ProjectError(f"{label} does not exist; check the name.") from error
    except (OSError, KeyError, ValueError, EOFError, RuntimeError, zipfile.BadZipFile,
            zlib.error) as error:  # fmt: skip
        raise ProjectError(
            f"{label} is not a motion file ({error}); give a .npz written by Dimitra Studio."
        ) from error


def _rig(name: str, label: str) -> Rig:
    if name not in RIGS:
        raise ProjectError(
            f"{label} is for the rig {name!r}, which is unknown here; known are {', '.join(RIGS)}."
        )
    return RIGS[name]


def _in_order(curves: NDArray[np.float32], channels: list[str], rig: Rig) -> NDArray[np.float32]:
    if sorted(channels) != sorted(rig.channels):
        raise ValueError(f"its channels are not those of the {rig.name} rig")
    if curves.ndim != 2 or curves.shape[1] != len(channels):
        raise ValueError(f"curves are {curves.shape} for {len(channels)} channels")
    return curves[:, [channels.index(channel) for channel in rig.channels]]
