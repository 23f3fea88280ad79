"""The animation on somebody's own character, a glTF file that otherwise stays as it is."""

import base64
import json
import mimetypes
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.errors import ExportError
from dimitra_studio.core.files import check_writable, replacing
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.export.character_match import (
    Control,
    Facing,
    Link,
    MappingReport,
    Wishes,
    find_controls,
    match_character,
    read_wishes,
    target_names,
    to_document,
    wishes_of,
)
from dimitra_studio.export.glb import EXTRAS, SUFFIX
from dimitra_studio.export.gltf_animation import Track, add_animation
from dimitra_studio.export.gltf_arrays import add_view
from dimitra_studio.export.gltf_file import Gltf, Row, read_gltf, to_binary
from dimitra_studio.export.gltf_nodes import place_of
from dimitra_studio.export.hand_over import HandOver, Written
from dimitra_studio.export.manifest import make_manifest
from dimitra_studio.export.reading import MalformedError, reading
from dimitra_studio.export.sound_beside import sound_path, write_sound
from dimitra_studio.export.texts import parse_json
from dimitra_studio.face.rotation import rotation_matrix

KIND = "a glTF character"

_TURN: dict[Facing, float] = {"+z": 0.0, "-z": np.pi, "+x": np.pi / 2, "-x": -np.pi / 2}


def match(path: Path, wishes: Wishes | None = None) -> MappingReport:
    """Say how the curves would be put onto a character.

    Args:
        path: a ``.glb``, ``.gltf`` or ``.vrm``.
        wishes: what is decided already.

    Raises:
        ProjectError: if the file cannot be read, or has nothing that the wishes name.
    """
    with reading(path, KIND):
        return match_character(read_gltf(path), path, wishes or Wishes())


def load_wishes(path: Path) -> Wishes:
    """Read a mapping file.

    Raises:
        ProjectError: if it is none.
    """
    with reading(path, "a mapping"):
        return read_wishes(parse_json(path))


def save_mapping(report: MappingReport, path: Path) -> None:
    """Write a mapping file with everything that was found, for the user to change.

    Targets that nothing drives are in it with no channel.

    Raises:
        ExportError: if it cannot be written.
    """
    save_wishes(wishes_of(report), path)


def save_wishes(wishes: Wishes, path: Path) -> None:
    """Write a mapping file, which ``load_wishes`` reads.

    Raises:
        ExportError: if it cannot be written.
    """
    with replacing(path) as partial:
        text = json.dumps(to_document(wishes), indent=1, ensure_ascii=False, allow_nan=False)
        partial.write_text(text + "\n", encoding="utf-8")


def write_character(
    hand_over: HandOver, character: Path, path: Path, wishes: Wishes | None = None
) -> Written:
    """Write a ``.glb`` of a character with the animation added to it.

    The bytes of its meshes, pictures and animations are those of the original; files that a
    ``.gltf`` has beside it are taken in. Values are limited to 0 to 1.

    Args:
        hand_over: of the studio rig.
        character: a ``.glb``, ``.gltf`` or ``.vrm``; it is not changed.
        path: of the new file.
        wishes: what the user has decided of the mapping.

    Raises:
        ExportError: if the rig is another, or the file cannot be written.
        ProjectError: if the character cannot be read, or nothing of it can be driven.
        AudioError: if the recording cannot be decoded.
    """
    if hand_over.motion.rig != STUDIO:
        raise ExportError(
            f"Curves of the {hand_over.motion.rig.name} rig have no names that a character knows; "
            "generate them for the studio rig."
        )
    if path.suffix.lower() != SUFFIX:
        raise ExportError(f"{path.name} does not end in {SUFFIX}; give it that ending.")
    check_writable(path)
    if path.exists() and character.exists() and path.samefile(character):
        raise ExportError(f"{path.name} is the character itself; choose another name.")
    files = (path,) if hand_over.sound is None else (path, sound_path(path))
    with reading(character, KIND):
        gltf = read_gltf(character)
        report = match_character(gltf, character, wishes or Wishes())
        notes = _notes(report)
        tracks, notes["clipped_samples"] = _weight_tracks(gltf, hand_over, report)
        tracks += _head_tracks(gltf, hand_over, report)
        if not tracks:
            raise MalformedError("it has no morph target with a name of ARKit's and no head")
        take_in(gltf)
        extras = {EXTRAS: make_manifest(hand_over, files, notes)}
        add_animation(gltf, hand_over.title, hand_over.motion.fps, tracks, extras)
        content = to_binary(gltf)
    with replacing(path) as partial:
        partial.write_bytes(content)
        write_sound(hand_over, path)
    return Written(files, notes)


def _notes(report: MappingReport) -> Row:
    return {
        "character": report.character.name,
        "targets": {link.target: dict(link.mix) for link in report.links},
        "guessed": [link.target for link in report.of("guessed")],
        "missing": list(report.missing),
        "head": report.head,
    }


def _weight_tracks(
    gltf: Gltf, hand_over: HandOver, report: MappingReport
) -> tuple[list[Track], int]:
    """The weights of every node whose mesh is driven, and how many values were limited."""
    controls = find_controls(gltf)
    n_clipped, values = 0, {}
    for link in report.links:
        value = _mixed(hand_over, link)
        values[link.target] = np.clip(value, 0, 1)
        n_clipped += int(np.count_nonzero(values[link.target] != value))
    per_mesh = [
        _mesh_weights([controls[name] for name in values], values, mesh)
        for mesh in range(len(gltf.rows("meshes")))
    ]
    tracks = []
    for number, node in enumerate(gltf.rows("nodes")):
        if "mesh" not in node:
            continue
        mesh = gltf.row("meshes", node["mesh"])
        driven = per_mesh[node["mesh"]]
        if not driven:
            continue
        n_targets = len(target_names(gltf, mesh))
        rest = node.get("weights") or mesh.get("weights") or [0.0] * n_targets
        if len(rest) != n_targets:
            raise MalformedError(f"a mesh of {n_targets} targets has {len(rest)} weights")
        resting = np.array(rest, np.float64)
        if not (np.abs(resting) <= np.finfo(np.float32).max).all():
            raise MalformedError("a mesh has weights that are not finite")
        weights = np.tile(resting.astype(np.float32), (len(hand_over.motion), 1))
        for index, value in driven.items():
            weights[:, index] = np.clip(value, 0, 1)
        tracks.append(Track(number, "weights", weights))
    return tracks, n_clipped


def _mixed(hand_over: HandOver, link: Link) -> NDArray:
    motion = hand_over.motion
    return sum(
        (share * motion.channel(channel) for channel, share in link.mix.items()),
        np.zeros(len(motion), np.float32),
    )


def _mesh_weights(
    controls: list[Control], values: dict[str, NDArray], mesh: int
) -> dict[int, NDArray]:
    """``(T,)`` for each target of a mesh that is driven."""
    driven: dict[int, NDArray] = {}
    for control in controls:
        for owner, index, share in control.places:
            if owner == mesh:
                driven[index] = driven.get(index, 0.0) + share * values[control.name]
    return driven


def _head_tracks(gltf: Gltf, hand_over: HandOver, report: MappingReport) -> list[Track]:
    """The head's own rotation and translation, so that it turns in the scene as the rig's does."""
    pose = hand_over.motion.component("pose")
    node = report.head_node
    if node is None or not pose.any():
        return []
    from scipy.spatial.transform import Rotation  # takes a while to import

    facing = Rotation.from_euler("y", _TURN[report.facing])
    turns = facing * Rotation.from_matrix(rotation_matrix(pose[:, :3])) * facing.inv()
    place = place_of(gltf, node)
    row = gltf.row("nodes", node)
    if row.pop("matrix", None) is not None:  # only the three parts of it can be animated
        row["translation"] = place.translation.tolist()
        row["rotation"] = place.rotation.as_quat().tolist()
        row["scale"] = place.scale.tolist()
    tracks = [Track(node, "rotation", place.turned(turns))]
    if pose[:, 3:].any():
        shifts = facing.apply(pose[:, 3:])
        tracks.append(Track(node, "translation", place.moved(shifts)))
    return tracks


def take_in(gltf: Gltf) -> None:
    """Bring into the document all that lies in files beside it, so that it fits into a ``.glb``.

    Raises:
        MalformedError: if something is missing or outside its folder.
    """
    buffers = gltf.rows("buffers")
    if buffers:
        content = gltf.buffer(0)[: buffers[0]["byteLength"]]
        gltf.data = bytearray(content)
        buffers[0].pop("uri", None)
    for buffer in buffers[1:]:
        uri = buffer.get("uri")
        if uri is not None and not str(uri).startswith("data:"):
            text = base64.b64encode(gltf.fetch(uri)).decode()
            buffer["uri"] = f"data:application/octet-stream;base64,{text}"
    for image in gltf.rows("images"):
        uri = image.get("uri")
        if uri is None or str(uri).startswith("data:"):
            continue
        content = gltf.fetch(uri)
        image.setdefault("mimeType", mimetypes.guess_type(str(uri))[0] or "image/png")
        image["bufferView"] = add_view(gltf, content)
        del image["uri"]
