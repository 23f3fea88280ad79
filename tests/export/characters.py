"""Small characters of others: a triangle for each mesh, and names in every spelling."""

import base64
import json
import re
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation

from dimitra_studio.core.rig import STUDIO
from dimitra_studio.export.glb import write_glb as write_head
from tests.export.heads import make_hand_over

ARKIT = STUDIO.channels[:52]

TRIANGLE = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0]], np.float32)
MOVES = TRIANGLE[::-1].copy()


def make_document(*meshes: Sequence[str], **more: Any) -> tuple[dict[str, Any], bytes]:
    """A character with some meshes, whose targets have these names, and a skeleton.

    The armature is scaled and lies on its back, as exporters leave it; ``more`` replaces or adds
    lists of the document.
    """
    data = TRIANGLE.tobytes() + MOVES.tobytes() + np.arange(3, dtype="<u2").tobytes() + b"\0\0"
    document: dict[str, Any] = {
        "asset": {"version": "2.0", "generator": "Somebody"},
        "scene": 0,
        "scenes": [{"nodes": [0, *range(4, 4 + len(meshes))]}],
        "nodes": [
            {
                "name": "Armature",
                "children": [1],
                "rotation": [-0.7071068, 0, 0, 0.7071068],
                "scale": [0.01, 0.01, 0.01],
            },
            {"name": "Hips", "children": [2], "translation": [0, 0, 100]},
            {"name": "Neck", "children": [3], "rotation": [0.6, 0, 0, 0.8]},
            {"name": "Head", "translation": [0, 10, 0], "rotation": [0, 0.28, 0, 0.96]},
            *({"name": f"Mesh{number}", "mesh": number} for number in range(len(meshes))),
        ],
        "meshes": [
            {
                "name": f"Mesh{number}",
                "primitives": [
                    {
                        "attributes": {"POSITION": 0},
                        "indices": 2,
                        "material": 0,
                        "targets": [{"POSITION": 1}] * len(names),
                    }
                ],
                "weights": [0.25] * len(names),
                "extras": {"targetNames": list(names), "theirs": 1.5},
            }
            for number, names in enumerate(meshes)
        ],
        "materials": [{"name": "Ink", "pbrMetallicRoughness": {"roughnessFactor": 0.123}}],
        "accessors": [
            {"bufferView": 0, "componentType": 5126, "count": 3, "type": "VEC3",
             "min": [0, 0, 0], "max": [1, 1, 0]},
            {"bufferView": 1, "componentType": 5126, "count": 3, "type": "VEC3",
             "min": [0, 0, 0], "max": [1, 1, 0]},
            {"bufferView": 2, "componentType": 5123, "count": 3, "type": "SCALAR"},
        ],
        "bufferViews": [
            {"buffer": 0, "byteOffset": 0, "byteLength": 36},
            {"buffer": 0, "byteOffset": 36, "byteLength": 36},
            {"buffer": 0, "byteOffset": 72, "byteLength": 6},
        ],
        "buffers": [{"byteLength": len(data)}],
        **more,
    }  # fmt: skip
    return document, data


def write_glb(path: Path, document: dict[str, Any], data: bytes) -> Path:
    """One file, laid out by hand."""
    text = json.dumps(document).encode()
    text += b" " * (-len(text) % 4)
    body = struct.pack("<I4s", len(text), b"JSON") + text
    body += struct.pack("<I4s", len(data), b"BIN\0") + data
    path.write_bytes(struct.pack("<4sII", b"glTF", 2, 12 + len(body)) + body)
    return path


def write_gltf(path: Path, document: dict[str, Any], data: bytes, *, inside: bool) -> Path:
    """A JSON file, with its buffer inside or beside it."""
    uri = f"{path.stem}%20data.bin"
    if inside:
        text = base64.b64encode(data).decode()
        uri = f"data:application/octet-stream;base64,{text}"
    else:
        (path.parent / f"{path.stem} data.bin").write_bytes(data)
    buffers = [{"byteLength": len(data), "uri": uri}]
    path.write_text(json.dumps(document | {"buffers": buffers}), encoding="utf-8")
    return path


def read_chunks(path: Path) -> tuple[dict[str, Any], bytes]:
    """Document and data of a ``.glb``, read by hand."""
    content = path.read_bytes()
    (length,) = struct.unpack_from("<I", content, 12)
    return json.loads(content[20 : 20 + length]), content[28 + length :]


def read_tracks(path: Path) -> dict[tuple[str, str], NDArray]:
    """Values of the last animation of a ``.glb``, by the name of the node and the property."""
    document, data = read_chunks(path)
    animation = document["animations"][-1]
    found = {}
    for channel in animation["channels"]:
        sampler = animation["samplers"][channel["sampler"]]
        accessor = document["accessors"][sampler["output"]]
        n_frames = document["accessors"][sampler["input"]]["count"]
        view = document["bufferViews"][accessor["bufferView"]]
        width = {"SCALAR": 1, "VEC3": 3, "VEC4": 4}[accessor["type"]]
        flat = np.frombuffer(data, "<f4", accessor["count"] * width, view["byteOffset"])
        node = document["nodes"][channel["target"]["node"]]["name"]
        found[node, channel["target"]["path"]] = flat.reshape(n_frames, -1)
    return found


def make_character(folder: Path, *meshes: list[str], **more: Any) -> Path:
    """``ada.glb``, with the meshes of ``make_document``."""
    return write_glb(folder / "ada.glb", *make_document(*meshes, **more))


def make_head_of_another(path: Path) -> Path:
    """The rig's head as somebody else may have it, at rest.

    The armature lies on its back and is scaled, the bones have turned rests, and the targets other
    spellings and another order.
    """
    write_head(make_hand_over(np.zeros((1, len(STUDIO.channels)), np.float32)), path)
    document, data = read_chunks(path)
    del document["animations"], document["asset"]["extras"]
    mesh, nodes, skin = document["meshes"][0], document["nodes"], document["skins"][0]
    names = [re.sub("(Left|Right)$", lambda side: f"_{side[0][0]}", name) for name in ARKIT]
    mesh["extras"]["targetNames"] = names[::-1]
    for primitive in mesh["primitives"]:
        primitive["targets"].reverse()
    bust, head = (nodes[joint] for joint in skin["joints"])
    base = np.array(bust["translation"])
    places = [base, base + head["translation"]]
    armature = {"rotation": [-0.7071068, 0, 0, 0.7071068], "scale": [0.01] * 3}
    world, binds = _matrix(armature), []
    for joint, place, turn in zip((bust, head), places, ([0.6, 0, 0, 0.8], [0, 0.28, 0, 0.96]),
                                  strict=True):  # fmt: skip
        joint["translation"] = (np.linalg.inv(world) @ [*place, 1])[:3].tolist()
        joint["rotation"] = turn
        world = world @ _matrix(joint)
        binds.append(np.linalg.inv(world).T)  # by columns, as glTF has them
    view = document["bufferViews"][document["accessors"][skin["inverseBindMatrices"]]["bufferView"]]
    start, bytes_of_binds = view["byteOffset"], np.array(binds, "<f4").tobytes()
    data = data[:start] + bytes_of_binds + data[start + len(bytes_of_binds) :]
    document["scenes"][0]["nodes"] = [0, len(nodes)]
    nodes[0]["name"] = "Skin"
    nodes.append({"name": "Armature", "children": [skin["joints"][0]], **armature})
    skin["skeleton"] = len(nodes) - 1
    return write_glb(path, document, data)


def _matrix(node: dict[str, Any]) -> NDArray[np.float64]:
    made = np.eye(4)
    made[:3, :3] = Rotation.from_quat(node["rotation"]).as_matrix() * node.get("scale", 1.0)
    made[:3, 3] = node.get("translation", [0.0] * 3)
    return made
