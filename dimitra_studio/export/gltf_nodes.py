"""The nodes of a glTF scene at rest, and which of them is the head."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.export.gltf_file import Gltf, Row, is_count, mapping, objects
from dimitra_studio.export.reading import MalformedError

if TYPE_CHECKING:  # SciPy takes a while to import, and most who look at the formats need none
    from scipy.spatial.transform import Rotation

Matrix = NDArray[np.float64]

NOT_HEADS = frozenset(
    {"end", "top", "nub", "tip", "site", "ik", "pole", "target", "ctrl", "control", "look", "aim",
     "effector", "null", "mesh", "geo", "attach", "socket", "hair", "front", "back", "twist",
     "helper"}
)  # fmt: skip
"""Words in the names of what belongs to a head and does not turn it."""

_FARTHEST = 1e12
"""Units; a place or a scale that is larger is a mistake."""


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Where a node is at rest.

    Args:
        translation: ``(3,)`` in its parent.
        rotation: in its parent.
        scale: ``(3,)`` in its parent.
        parent: ``(4, 4)`` from its parent to the scene.
        parent_rotation: the part of that which turns.
    """

    translation: Matrix
    rotation: "Rotation"
    scale: Matrix
    parent: Matrix
    parent_rotation: "Rotation"

    @property
    def matrix(self) -> Matrix:
        """``(4, 4)`` from the node to its parent."""
        made = np.eye(4)
        made[:3, :3] = self.rotation.as_matrix() * self.scale
        made[:3, 3] = self.translation
        return made

    def turned(self, rotations: "Rotation") -> NDArray[np.float64]:
        """``(T, 4)`` local rotations that turn the node in the scene away from its rest.

        Each quaternion is x, y, z, w, on the same side as the one before it.
        """
        local = self.parent_rotation.inv() * rotations * self.parent_rotation * self.rotation
        quaternions = local.as_quat().reshape(-1, 4)
        backwards = np.einsum("tc,tc->t", quaternions[1:], quaternions[:-1]) < 0
        quaternions[1:] *= np.cumprod(np.where(backwards, -1.0, 1.0))[:, None]
        return quaternions

    def turns(self, quaternions: NDArray[np.float64]) -> "Rotation":
        """How far local rotations turn the node in the scene: the inverse of ``turned``."""
        from scipy.spatial.transform import Rotation

        local = Rotation.from_quat(quaternions) * self.rotation.inv()
        return self.parent_rotation * local * self.parent_rotation.inv()

    def moved(self, shifts: NDArray) -> NDArray[np.float64]:
        """``(T, 3)`` local translations that shift the node by metres of the scene."""
        return self.translation + shifts @ np.linalg.inv(self.parent[:3, :3]).T

    def shifts(self, translations: NDArray[np.float64]) -> NDArray[np.float64]:
        """``(T, 3)`` how far local translations shift the node: the inverse of ``moved``."""
        return (translations - self.translation) @ self.parent[:3, :3].T


def place_of(gltf: Gltf, node: int) -> Place:
    """Where a node is at rest.

    Raises:
        MalformedError: if nodes are among their own children, or have no place.
    """
    from scipy.spatial.transform import Rotation

    parent, rotation = np.eye(4), Rotation.identity()
    for above in _ancestors(gltf, node):
        place = _local(gltf.row("nodes", above), parent, rotation)
        parent, rotation = parent @ place.matrix, rotation * place.rotation
        if not (np.abs(parent) < _FARTHEST).all():
            raise MalformedError("the head is in a node that is out of all proportion")
    place = _local(gltf.row("nodes", node), parent, rotation)
    if abs(np.linalg.det(parent[:3, :3])) < 1e-12:
        raise MalformedError("the head is in a node that is scaled to nothing")
    return place


def _local(node: Row, parent: Matrix, parent_rotation: "Rotation") -> Place:
    from scipy.spatial.transform import Rotation

    if "matrix" in node:
        matrix = _numbers(node, "matrix", np.eye(4).ravel().tolist()).reshape(4, 4).T
        scale = np.linalg.norm(matrix[:3, :3], axis=0)
        if not scale.all():
            raise MalformedError("a node is scaled to nothing")
        if np.linalg.det(matrix[:3, :3]) < 0:
            scale[0] = -scale[0]
        rotation = Rotation.from_matrix(matrix[:3, :3] / scale)
        return Place(matrix[:3, 3], rotation, scale, parent, parent_rotation)
    turn = _numbers(node, "rotation", [0.0, 0.0, 0.0, 1.0])
    if not turn.any():
        raise MalformedError("a node has no rotation")
    return Place(
        _numbers(node, "translation", [0.0] * 3),
        Rotation.from_quat(turn),
        _numbers(node, "scale", [1.0] * 3),
        parent,
        parent_rotation,
    )


def _numbers(node: Row, name: str, default: Sequence[float]) -> NDArray[np.float64]:
    value = node.get(name, default)
    if (
        not isinstance(value, list)
        or len(value) != len(default)
        or not all(isinstance(number, int | float) for number in value)
    ):
        raise MalformedError(f"the {name} of a node is not {len(default)} numbers")
    numbers = np.array(value, np.float64)
    if not (np.abs(numbers) < _FARTHEST).all():
        raise MalformedError(f"the {name} of a node is not finite")
    return numbers


def _ancestors(gltf: Gltf, node: int) -> list[int]:
    """From the root down, without the node itself."""
    above = {
        child: index
        for index, row in enumerate(gltf.rows("nodes"))
        for child in row.get("children", ())
        if is_count(child)
    }
    found: list[int] = []
    while node in above:
        node = above[node]
        if node in found:
            raise MalformedError("its nodes are among their own children")
        found.append(node)
    return found[::-1]


def find_head(gltf: Gltf, name: str | None = None) -> int | None:
    """The node that turns the head.

    Args:
        gltf: a character.
        name: of the node; found by the usual names if None.
    """
    nodes = gltf.rows("nodes")
    if name is not None:
        named = [index for index, node in enumerate(nodes) if node.get("name") == name]
        return min(named, key=lambda index: "skin" in nodes[index], default=None)
    for index in _humanoid_heads(gltf):
        if is_count(index) and index < len(nodes):
            return int(index)
    joints = {
        joint
        for skin in gltf.rows("skins")
        for joint in skin.get("joints", ())
        if is_count(joint) and joint < len(nodes)
    }
    ranked = sorted(
        (index not in joints, penalty, index)
        for index, node in enumerate(nodes)
        if "skin" not in node  # a mesh that joints move: its own place does not count
        and (penalty := _strangeness(node.get("name"))) is not None
    )
    return ranked[0][-1] if ranked else None


def _humanoid_heads(gltf: Gltf) -> Iterator[Any]:
    """What VRM says is the head."""
    extensions = mapping(gltf.document.get("extensions"), "extensions")
    old = mapping(mapping(extensions.get("VRM"), "VRM").get("humanoid"), "humanoid")
    for bone in objects(old.get("humanBones", []), "bones"):
        if bone.get("bone") == "head":
            yield bone.get("node")
    new = mapping(mapping(extensions.get("VRMC_vrm"), "VRM").get("humanoid"), "humanoid")
    bones = mapping(new.get("humanBones"), "bones")
    yield mapping(bones.get("head"), "head").get("node")


def _strangeness(name: Any) -> int | None:
    """How many words a name has besides "head"; None if it names no head."""
    if not isinstance(name, str):
        return None
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    words = re.findall(r"[a-z]+", spaced.lower())
    words = [word.removeprefix("mixamorig") or "mixamorig" for word in words]
    if "head" not in words or not NOT_HEADS.isdisjoint(words):
        return None
    return len(words) - 1
