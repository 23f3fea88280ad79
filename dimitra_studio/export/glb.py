"""glTF 2.0 in one file: the head, its blendshapes as morph targets, and their animation."""

from pathlib import Path
from typing import Any

from dimitra_studio.core.errors import ExportError
from dimitra_studio.core.files import replacing
from dimitra_studio.export.glb_head import add_head, add_skeleton, joint_places
from dimitra_studio.export.gltf_animation import Track, add_animation
from dimitra_studio.export.gltf_file import Gltf, to_binary
from dimitra_studio.export.hand_over import CONVENTIONS, HandOver, Written
from dimitra_studio.export.head_mesh import count_out_of_range, make_head_mesh
from dimitra_studio.export.manifest import make_manifest
from dimitra_studio.export.sound_beside import sound_path, write_sound
from dimitra_studio.export.targets import BEYOND, find_targets, scales_of, target_weights

SUFFIX = ".glb"

GENERATOR = "Dimitra Studio"

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
    if beyond := scales_of(targets):
        notes[BEYOND] = beyond
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
    add_animation(gltf, hand_over.title, hand_over.motion.fps, tracks)
    with replacing(path) as partial:
        partial.write_bytes(to_binary(gltf))
        write_sound(hand_over, path)
    return Written(files, notes)
