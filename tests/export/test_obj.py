"""The sequence is read back by a strict reader of the format, written from its specification."""

import wave
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import pytest

from dimitra_studio.core.errors import ExportError
from dimitra_studio.export import obj
from dimitra_studio.export.hand_over import CONVENTIONS
from dimitra_studio.export.obj import write_obj
from dimitra_studio.face.rigs import StudioRig, load_rig
from tests.export.heads import IDENTITY, back_to_rig, make_curves, make_hand_over, make_sound

CURVES = make_curves(20, low=-0.5, high=1.5)


@pytest.fixture(scope="module")
def rig() -> StudioRig:
    return load_rig()


@dataclass
class Obj:
    v: list[list[float]] = field(default_factory=list)
    vt: list[list[float]] = field(default_factory=list)
    vn: list[list[float]] = field(default_factory=list)
    corners: list[list[list[int]]] = field(default_factory=list)
    materials: list[str] = field(default_factory=list)
    library: str = ""


def read_obj(path: Path) -> Obj:
    """Every line must be of a known kind, every index of something that stands above it."""
    read, material = Obj(), ""
    for line in path.read_text(encoding="ascii").splitlines():
        word, *rest = line.split(" ")
        if word in ("v", "vt", "vn"):
            numbers = [float(number) for number in rest]
            assert len(numbers) == (2 if word == "vt" else 3)
            getattr(read, word).append(numbers)
        elif word == "f":
            assert len(rest) == 3
            corners = [[int(number) for number in corner.split("/")] for corner in rest]
            counts = (len(read.v), len(read.vt), len(read.vn))
            assert all(
                1 <= index <= count
                for corner in corners
                for index, count in zip(corner, counts, strict=True)
            )
            read.corners.append(corners)
            read.materials.append(material)
        elif word == "usemtl":
            (material,) = rest
        elif word == "mtllib":
            (read.library,) = rest
        else:
            assert word in ("#", "o")
    return read


def read_mtl(path: Path) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    name = ""
    for line in filter(None, path.read_text(encoding="ascii").splitlines()):
        word, value = line.split(" ", 1)
        if word == "newmtl":
            name = value
            found[name] = {}
        else:
            assert word not in found[name]
            found[name][word] = value
    return found


@pytest.mark.parametrize("preset", ["standard", "unreal", "unity", "maya"])
def test_frames_are_the_rig(tmp_path: Path, rig: StudioRig, preset: str) -> None:
    written = write_obj(make_hand_over(CURVES, preset), tmp_path / "talk.obj")
    assert written.files == (tmp_path / "talk",)
    wanted = rig.vertices(CURVES, IDENTITY)
    for number in (1, 2, 9, 20):
        read = read_obj(tmp_path / "talk" / f"talk.{number:04}.obj")
        made = back_to_rig(np.array(read.v), CONVENTIONS[preset])
        np.testing.assert_allclose(made, wanted[number - 1], rtol=0, atol=2e-6)
    corners = np.array(read.corners)
    _, order = np.unique(np.sort(corners[:, :, 0], axis=1), axis=0, return_index=True)
    _, theirs = np.unique(np.sort(rig.triangles + 1, axis=1), axis=0, return_index=True)
    np.testing.assert_array_equal(corners[order, :, 0], rig.triangles[theirs] + 1)
    np.testing.assert_allclose(
        np.array(read.vt)[corners[order, :, 1] - 1], rig.uv[theirs], rtol=0, atol=1e-6
    )


def test_blender_is_given_the_axes_that_its_importer_turns(tmp_path: Path, rig: StudioRig) -> None:
    written = write_obj(make_hand_over(CURVES[:1], "blender"), tmp_path / "talk.obj")
    read = read_obj(tmp_path / "talk" / "talk.0001.obj")
    np.testing.assert_allclose(read.v, rig.vertices(CURVES[:1], IDENTITY)[0], atol=2e-6)
    assert written.notes["up"] == "y"


def test_normals_point_outwards(tmp_path: Path) -> None:
    write_obj(make_hand_over(CURVES[:1], "unreal"), tmp_path / "talk.obj")
    read = read_obj(tmp_path / "talk" / "talk.0001.obj")
    points, normals, corners = np.array(read.v), np.array(read.vn), np.array(read.corners) - 1
    first, second, third = (points[corners[:, k, 0]] for k in range(3))
    flat = np.cross(second - first, third - first)
    agree = np.einsum("nc,nc->n", flat, normals[corners[:, :, 2]].mean(1)) > 0
    assert agree.mean() > 0.99
    np.testing.assert_allclose(np.linalg.norm(normals, axis=1), 1, atol=1e-5)


def test_materials_are_there_with_their_texture(tmp_path: Path) -> None:
    write_obj(make_hand_over(CURVES[:1]), tmp_path / "two words.obj")
    folder = tmp_path / "two words"
    read = read_obj(folder / "two_words.0001.obj")
    materials = read_mtl(folder / read.library)
    assert set(read.materials) == set(materials)
    pictures = {material["map_Kd"] for material in materials.values()}
    assert len(pictures) == 1
    assert (folder / pictures.pop()).read_bytes().startswith(b"\xff\xd8")


def test_sound_lies_in_the_folder(tmp_path: Path) -> None:
    hand_over = replace(make_hand_over(CURVES), sound=make_sound(2.0))
    for _ in range(2):  # and does not keep the folder from being replaced
        write_obj(hand_over, tmp_path / "talk.obj")
        with wave.open(str(tmp_path / "talk" / "talk_sound.wav")) as sound:
            assert sound.getnframes() / sound.getframerate() == pytest.approx(20 / 25)


def test_numbers_start_at_the_timecode(tmp_path: Path) -> None:
    written = write_obj(make_hand_over(CURVES[:3], timecode=3600), tmp_path / "talk.obj")
    names = sorted(file.name for file in (tmp_path / "talk").glob("*.obj"))
    assert names == ["talk.90001.obj", "talk.90002.obj", "talk.90003.obj"]
    assert written.notes["first_file"] == names[0]


def test_an_earlier_sequence_is_replaced_whole(tmp_path: Path) -> None:
    write_obj(make_hand_over(CURVES), tmp_path / "talk.obj")
    write_obj(make_hand_over(CURVES[:2]), tmp_path / "talk.obj")
    assert len(list((tmp_path / "talk").glob("*.obj"))) == 2
    assert list(tmp_path.iterdir()) == [tmp_path / "talk"]


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "talk").mkdir()
    (tmp_path / "talk" / "thesis.txt").write_text("years of work")
    with pytest.raises(ExportError, match=r"holds other files, such as thesis\.txt"):
        write_obj(make_hand_over(CURVES[:1]), tmp_path / "talk.obj")
    assert [file.name for file in (tmp_path / "talk").iterdir()] == ["thesis.txt"]


def test_a_file_of_that_name_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "talk").write_text("a file")
    with pytest.raises(ExportError, match="There is a file named"):
        write_obj(make_hand_over(CURVES[:1]), tmp_path / "talk.obj")
    assert (tmp_path / "talk").read_text() == "a file"


def test_a_failure_leaves_the_earlier_sequence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_obj(make_hand_over(CURVES[:2]), tmp_path / "talk.obj")
    monkeypatch.setattr(obj, "TEXTURE", tmp_path / "gone.jpg")
    with pytest.raises(ExportError, match="could not be written"):
        write_obj(make_hand_over(CURVES), tmp_path / "talk.obj")
    assert len(list((tmp_path / "talk").glob("*.obj"))) == 2
    assert list(tmp_path.iterdir()) == [tmp_path / "talk"]
