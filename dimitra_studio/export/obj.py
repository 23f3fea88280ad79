"""The head as a sequence of OBJ files, one each frame, in a folder with their material."""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np

from dimitra_studio.core.errors import ExportError
from dimitra_studio.core.files import check_writable, write_error
from dimitra_studio.export.hand_over import CONVENTIONS, HandOver, Written
from dimitra_studio.export.head_mesh import MATERIALS, TEXTURE, HeadMesh, make_head_mesh
from dimitra_studio.export.sound_beside import write_sound

SUFFIX = ".obj"

DIGITS = 4  # of the numbers of files, and more where there are more files


def write_obj(hand_over: HandOver, path: Path) -> Written:
    """Write ``talk/talk.0001.obj`` and so on for ``talk.obj``.

    With them are ``talk.mtl``, the texture and the sound. The folder appears when all is in it.
    One that an earlier export left is replaced; any other stays as it is.

    The unit is that of the program, and the axes are those that its importer of OBJ files expects.

    Raises:
        ExportError: if the folder cannot be written, or is there and holds something else.
        RigError: if the rig has no mesh here.
        AudioError: if the recording cannot be decoded.
    """
    folder = path.with_suffix("") if path.suffix.lower() == SUFFIX else path
    check_writable(folder.with_name(folder.name + SUFFIX))
    name = re.sub(r"\s+", "_", folder.name)  # OBJ parts words by blanks
    conventions = hand_over.conventions
    if conventions == CONVENTIONS["blender"]:
        # Blender turns what it imports, unless told otherwise: to it every OBJ has y up.
        conventions = replace(conventions, up="y")
    mesh = make_head_mesh(hand_over, conventions)
    first = 1 + round(hand_over.timecode * hand_over.motion.fps)
    n_frames = len(hand_over.motion)
    digits = max(DIGITS, len(str(first + n_frames - 1)))
    with _replacing_folder(folder, name) as partial:
        texture = f"{name}_skin{TEXTURE.suffix}"
        shutil.copyfile(TEXTURE, partial / texture)
        write_sound(hand_over, partial / name)
        (partial / f"{name}.mtl").write_text(_materials(texture), encoding="utf-8")
        coordinates, triangles = _coordinates(mesh)
        for number, points in enumerate(mesh.frames(), first):
            text = "".join(
                (
                    f"# Made by Dimitra Studio: {conventions.up} up, "
                    f"{conventions.unit:g} m in a unit\n",
                    f"mtllib {name}.mtl\no Head\n",
                    _lines("v", points),
                    coordinates,
                    _lines("vn", mesh.normals(points)),
                    triangles,
                )
            )
            file = partial / f"{name}.{number:0{digits}}{SUFFIX}"
            file.write_text(text, encoding="utf-8", newline="\n")
    return Written(
        (folder,),
        {
            "n_files": n_frames,
            "first_file": f"{name}.{first:0{digits}}{SUFFIX}",
            "up": conventions.up,
            "unit_metres": conventions.unit,
        },
    )


def _lines(word: str, rows: np.ndarray) -> str:
    """One line a row; a millionth of a unit is exact enough for any unit here."""
    form = word + " %.6f" * rows.shape[1] + "\n"
    return (form * len(rows)) % tuple(rows.ravel().tolist())


def _coordinates(mesh: HeadMesh) -> tuple[str, str]:
    """Lines of the texture coordinates and, by material, of the triangles: alike in all files."""
    places, index = np.unique(mesh.uv.reshape(-1, 2), axis=0, return_inverse=True)
    corners = np.stack(
        [mesh.triangles + 1, index.reshape(-1, 3) + 1, mesh.triangles + 1], axis=2
    )  # vertex, texture coordinate and normal, counted from 1
    groups = []
    for number, material in enumerate(MATERIALS):
        rows = corners[mesh.material == number]
        lines = ("f %d/%d/%d %d/%d/%d %d/%d/%d\n" * len(rows)) % tuple(rows.ravel().tolist())
        groups.append(f"usemtl {material.name}\n{lines}")
    return _lines("vt", places), "".join(groups)


def _materials(texture: str) -> str:
    """The text of the ``.mtl``; gloss is Blinn's exponent of the same roughness."""
    return "\n".join(
        f"newmtl {material.name}\nKd 1 1 1\nKs {0.5 * (1 - material.roughness):.3f} "
        f"{0.5 * (1 - material.roughness):.3f} {0.5 * (1 - material.roughness):.3f}\n"
        f"Ns {min(1000.0, 2.0 / material.roughness**4):.1f}\nd 1\nillum 2\nmap_Kd {texture}\n"
        for material in MATERIALS
    )


@contextmanager
def _replacing_folder(folder: Path, name: str) -> Iterator[Path]:
    """As ``core.files.replacing``, for a folder of files of one name."""
    try:
        _check_ours(folder, name)
        with tempfile.TemporaryDirectory(prefix=".dimitra-", dir=folder.parent) as scratch:
            new, old = Path(scratch) / "new", Path(scratch) / "old"
            new.mkdir()
            yield new
            if folder.exists():
                folder.rename(old)
            try:
                new.rename(folder)
            except OSError:
                if old.exists():
                    old.rename(folder)
                raise
    except OSError as error:
        raise write_error(folder, error) from error


def _check_ours(folder: Path, name: str) -> None:
    """Refuse to replace what no export of ours has left."""
    if not os.path.lexists(folder):
        return
    ours = re.compile(rf"{re.escape(name)}(\.\d+\.obj|\.mtl|_skin\.\w+|_sound\.wav)")
    if not folder.is_dir() or folder.is_symlink():
        raise ExportError(f"There is a file named {folder}; choose another name.")
    if strange := [file.name for file in folder.iterdir() if not ours.fullmatch(file.name)]:
        raise ExportError(
            f"The folder {folder} holds other files, such as {strange[0]}; choose another name."
        )
