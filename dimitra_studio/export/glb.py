"""glTF 2.0 in one file: the head, its blendshapes as morph targets, and their animation."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.errors import ExportError
from dimitra_studio.core.files import replacing
from dimitra_studio.export.glb_head import Target, add_head, add_skeleton, joint_places
from dimitra_studio.export.gltf_animation import Track, add_animation
from dimitra_studio.export.gltf_file import Gltf, to_binary
from dimitra_studio.export.hand_over import CONVENTIONS, HandOver, Written
from dimitra_studio.export.head_mesh import HeadMesh, count_out_of_range, make_head_mesh
from dimitra_studio.export.manifest import make_manifest
from dimitra_studio.export.sound_beside import sound_path, write_sound

SUFFIX = ".glb"

GENERATOR = "Dimitra Studio"

OVER, UNDER = "Over", "Under"
"""Endings of the targets that take what of a blendshape is above 1 and below 0."""

EXTRAS = "dimitra_studio"
"""Key of what we say of a file, in the extras of its asset."""


def write_glb(hand_over: HandOver, path: Path) -> Written:
    """Write the head with 52 morph targets of ARKit's names and the animation of face and head.

    Each vertex follows the joints of the bust and of the head by the rig's share, so that linear
    blend skinning gives the rig's own vertices. Blender limits weights to 0 to 1 without a word;
    what lies beyond is therefore carried by targets of its own (``jawOpenOver``), whose weights
    stay in that range. The sound of the range goes beside the file as a WAV.

    Raises:
        ExportError: if a file cannot be written.
        RigError: if the rig has no mesh here.
        AudioError: if the recording cannot be decoded.
    """
    if path.suffix.lower() != SUFFIX:
        raise ExportError(f"{path.name} does not end in {SUFFIX}; give it that ending.")
    mesh = make_head_mesh(hand_over, CONVENTIONS["standard"])
    targets = find_targets(mesh)
    files = (path,) if hand_over.sound is None else (path, sound_path(path))
    notes: dict[str, Any] = {"values_outside_0_to_1": count_out_of_range(mesh.values())}
    if beyond := {t.name: t.scale for t in targets if t.part != "inside"}:
        notes["targets_beyond"] = beyond
    gltf = Gltf({"asset": {"version": "2.0", "generator": GENERATOR}})
    gltf.document["asset"]["extras"] = {EXTRAS: make_manifest(hand_over, files, notes)}
    node, head = add_skeleton(gltf, mesh, add_head(gltf, mesh, targets))
    gltf.document["scene"] = 0
    base, pivot = joint_places(mesh)
    tracks = (
        Track(node, "weights", target_weights(mesh.values(), targets)),
        Track(head, "rotation", mesh.head_rotations()),
        Track(head, "translation", pivot - base + mesh.head_translations()),
    )
    add_animation(gltf, hand_over.name, hand_over.motion.fps, tracks)
    with replacing(path) as partial:
        partial.write_bytes(to_binary(gltf))
        write_sound(hand_over, path)
    return Written(files, notes)


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


def target_weights(values: NDArray[np.float32], targets: tuple[Target, ...]) -> NDArray[np.float32]:
    """``(T, targets)`` weights from 0 to 1, which together give the values of the blendshapes."""
    inside = np.clip(values, 0, 1)
    parts = {"inside": inside, "over": np.maximum(values - 1, 0), "under": np.minimum(values, 0)}
    columns = [parts[target.part][:, target.shape] / target.scale for target in targets]
    return np.clip(np.stack(columns, axis=1), 0, 1).astype(np.float32)
