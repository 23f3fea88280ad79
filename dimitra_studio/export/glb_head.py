"""The head as a mesh of glTF: a primitive for each material, with the blendshapes as targets."""

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.export.gltf_arrays import (
    INDICES,
    VERTICES,
    SparseArrays,
    add_array,
    add_view,
    append,
)
from dimitra_studio.export.gltf_file import Gltf, Row
from dimitra_studio.export.head_mesh import MATERIALS, TEXTURE, HeadMesh
from dimitra_studio.export.targets import Target

STILL_NORMAL = 1e-3  # of a unit normal; nobody sees a shade that differs by less

BUST, HEAD = 0, 1
"""The joints of the skin."""


def add_head(gltf: Gltf, mesh: HeadMesh, targets: tuple[Target, ...]) -> int:
    """Append the mesh with its materials and the texture.

    Returns:
        The index of the mesh.
    """
    first = _add_materials(gltf)
    arrays = SparseArrays(gltf)
    offsets = mesh.offsets()
    resting = mesh.normals(mesh.rest)
    turned = np.stack([mesh.normals(mesh.rest + shape) - resting for shape in offsets])
    primitives = []
    for index in range(len(MATERIALS)):
        vertices, uv, triangles = _split(mesh, index)
        primitive = _primitive(gltf, mesh, vertices, uv, resting)
        primitive["indices"] = add_array(gltf, triangles, "SCALAR", target=INDICES)
        primitive["material"] = first + index
        primitive["targets"] = [
            _add_target(arrays, offsets[target.shape][vertices] * np.float32(target.scale),
                        turned[target.shape][vertices] * np.float32(target.scale))
            for target in targets
        ]  # fmt: skip
        primitives.append(primitive)
    arrays.finish()
    made = {
        "name": "Head",
        "primitives": primitives,
        "weights": [0.0] * len(targets),
        "extras": {"targetNames": [target.name for target in targets]},
    }
    return append(gltf, "meshes", made)


def add_skeleton(gltf: Gltf, mesh: HeadMesh, head_mesh: int) -> tuple[int, int]:
    """Append the nodes: the mesh, and the joints of the bust and of the head.

    Returns:
        The nodes of the mesh and of the head's joint.
    """
    base, pivot = joint_places(mesh)
    skin = len(gltf.rows("skins"))
    node = append(gltf, "nodes", {"name": "Head", "mesh": head_mesh, "skin": skin})
    bust = append(gltf, "nodes", {"name": "bust", "translation": base.tolist()})
    turned = (pivot - base).astype(np.float32).tolist()
    head = append(gltf, "nodes", {"name": "head", "translation": turned})
    gltf.rows("nodes")[bust]["children"] = [head]
    inverse = np.tile(np.eye(4, dtype=np.float32), (2, 1, 1))
    inverse[BUST, 3, :3], inverse[HEAD, 3, :3] = -base, -pivot  # by columns, as glTF has them
    matrices = add_array(gltf, inverse, "MAT4")
    skinned = {
        "name": "Face",
        "skeleton": bust,
        "joints": [bust, head],
        "inverseBindMatrices": matrices,
    }
    append(gltf, "skins", skinned)
    append(gltf, "scenes", {"name": "Face", "nodes": [node, bust]})
    return node, head


def joint_places(mesh: HeadMesh) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Where the joints are: the bust's below the head's, at the bottom of the mesh."""
    base = mesh.pivot.copy()
    base[1] = mesh.rest[:, 1].min()
    return base, mesh.pivot


def _split(
    mesh: HeadMesh, material: int
) -> tuple[NDArray[np.int64], NDArray[np.float32], NDArray[np.uint16]]:
    """Vertices of a material's triangles, one for each place that they have on the texture."""
    chosen = mesh.material == material
    corners = mesh.triangles[chosen].ravel()
    places, place = np.unique(mesh.uv[chosen].reshape(-1, 2), axis=0, return_inverse=True)
    pairs, index = np.unique(np.stack([corners, place.ravel()], 1), axis=0, return_inverse=True)
    uv = places[pairs[:, 1]].astype(np.float32)
    uv[:, 1] = 1 - uv[:, 1]  # from the picture's upper left
    return pairs[:, 0], uv, index.ravel().astype(np.uint16)


def _primitive(
    gltf: Gltf,
    mesh: HeadMesh,
    vertices: NDArray[np.int64],
    uv: NDArray[np.float32],
    normals: NDArray[np.float32],
) -> Row:
    weight = mesh.head_weight[vertices]
    weights = np.zeros((len(vertices), 4), np.float32)
    weights[:, BUST], weights[:, HEAD] = 1 - weight, weight
    joints = np.where(weights > 0, np.arange(4), 0).astype(np.uint8)
    rest = mesh.rest[vertices]
    return {
        "attributes": {
            "POSITION": add_array(gltf, rest, "VEC3", target=VERTICES, limits=True),
            "NORMAL": add_array(gltf, normals[vertices], "VEC3", target=VERTICES),
            "TEXCOORD_0": add_array(gltf, uv, "VEC2", target=VERTICES),
            "JOINTS_0": add_array(gltf, joints, "VEC4", target=VERTICES),
            "WEIGHTS_0": add_array(gltf, weights, "VEC4", target=VERTICES),
        }
    }


def _add_target(
    arrays: SparseArrays, offsets: NDArray[np.float32], normals: NDArray[np.float32]
) -> Row:
    moved = (offsets != 0).any(axis=1)
    turned = np.abs(normals).max(axis=1) > STILL_NORMAL
    return {
        "POSITION": arrays.add(offsets, moved, limits=True),
        "NORMAL": arrays.add(normals, turned, limits=False),
    }


def _add_materials(gltf: Gltf) -> int:
    """The materials, which share the texture; returns the index of the first."""
    picture = {
        "name": "Skin",
        "mimeType": "image/jpeg",
        "bufferView": add_view(gltf, TEXTURE.read_bytes()),
    }
    image = append(gltf, "images", picture)
    sampler = append(gltf, "samplers", {"magFilter": 9729, "minFilter": 9987})  # smooth
    texture = append(gltf, "textures", {"source": image, "sampler": sampler})
    first = len(gltf.rows("materials"))
    for material in MATERIALS:
        made = {
            "name": material.name,
            "doubleSided": True,  # the lashes are single hairs
            "pbrMetallicRoughness": {
                "baseColorTexture": {"index": texture},
                "metallicFactor": 0.0,
                "roughnessFactor": material.roughness,
            },
        }
        append(gltf, "materials", made)
    return first
