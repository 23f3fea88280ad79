"""Animations of glTF: a sample each frame, in straight lines between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.export.gltf_arrays import Kind, add_array, append
from dimitra_studio.export.gltf_file import Gltf, Row

Path = Literal["weights", "rotation", "translation"]

_KINDS: dict[Path, Kind] = {"weights": "SCALAR", "rotation": "VEC4", "translation": "VEC3"}


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """What moves one property of a node.

    Args:
        node: index of it.
        path: the property.
        values: ``(T, N)`` a row each frame; quaternions are x, y, z, w.
    """

    node: int
    path: Path
    values: NDArray


def add_animation(
    gltf: Gltf, name: str, fps: float, tracks: Sequence[Track], extras: Row | None = None
) -> None:
    """Append an animation that begins at time 0; equal values are stored once.

    Args:
        gltf: it is for.
        name: of the animation.
        fps: frames per second.
        tracks: of equally many frames, at least one.
        extras: what is known of it besides.
    """
    times = (np.arange(len(tracks[0].values)) / fps).astype(np.float32)
    clock = add_array(gltf, times, "SCALAR", limits=True)
    samplers: list[Row] = []
    channels: list[Row] = []
    known: dict[tuple[str, bytes], int] = {}
    for track in tracks:
        values = np.ascontiguousarray(track.values, np.float32)
        key = (track.path, values.tobytes())
        if key not in known:
            known[key] = len(samplers)
            output = add_array(gltf, values, _KINDS[track.path])
            samplers.append({"input": clock, "interpolation": "LINEAR", "output": output})
        target = {"node": track.node, "path": track.path}
        channels.append({"sampler": known[key], "target": target})
    made: Row = {"name": name, "samplers": samplers, "channels": channels}
    append(gltf, "animations", made if extras is None else made | {"extras": extras})
