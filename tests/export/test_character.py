"""The animation on characters of others: what is found, and that nothing else changes."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation

from dimitra_studio.core.errors import ExportError, ProjectError
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.rig import BFM, STUDIO
from dimitra_studio.export.character import match, write_character
from dimitra_studio.export.character_match import Wishes
from dimitra_studio.export.hand_over import HandOver
from dimitra_studio.face.rotation import rotation_matrix
from tests.export.characters import (
    ARKIT,
    make_character,
    make_document,
    read_chunks,
    read_tracks,
    write_glb,
    write_gltf,
)
from tests.export.heads import make_curves, make_hand_over
from tests.export.outside import issues_of_validator

CURVES = make_curves(30)
HAND_OVER = make_hand_over(CURVES)


def test_curves_are_in_the_order_of_the_characters_targets(tmp_path: Path) -> None:
    head, teeth = ["eyeBlink_L", "Smile of mine", "jawOpen", "tongueOut"], ["jawOpen"]
    path = make_character(tmp_path, head, teeth, ["hat"])
    write_character(HAND_OVER, path, tmp_path / "out.glb")
    found = read_tracks(tmp_path / "out.glb")
    motion = HAND_OVER.motion
    for column, name in ((0, "eyeBlinkLeft"), (2, "jawOpen"), (3, "tongueOut")):
        np.testing.assert_array_equal(found["Mesh0", "weights"][:, column], motion.channel(name))
    assert (found["Mesh0", "weights"][:, 1] == 0.25).all()  # as the file has it at rest
    np.testing.assert_array_equal(found["Mesh1", "weights"][:, 0], motion.channel("jawOpen"))
    assert ("Mesh2", "weights") not in found


def test_everything_else_is_untouched(tmp_path: Path) -> None:
    theirs = [{"name": "Wave", "samplers": [{"input": 2, "output": 2}],
               "channels": [{"sampler": 0, "target": {"node": 1, "path": "scale"}}]}]  # fmt: skip
    path = make_character(tmp_path, list(ARKIT), animations=theirs, extensionsUsed=["THEIR_own"])
    before = path.read_bytes()
    files = write_character(HAND_OVER, path, tmp_path / "out.glb").files
    assert files == (tmp_path / "out.glb",)
    assert path.read_bytes() == before
    (old, old_data), (new, new_data) = read_chunks(path), read_chunks(tmp_path / "out.glb")
    assert new_data.startswith(old_data)
    for name, rows in old.items():
        if name in ("accessors", "bufferViews", "animations"):
            assert new[name][: len(rows)] == rows
        elif name != "buffers":
            assert new[name] == rows
    assert new["buffers"] == [{"byteLength": len(new_data)}]
    assert len(new["animations"]) == 2
    about = new["animations"][1]["extras"]["dimitra_studio"]
    assert about["takes"][0]["seed"] == 7
    assert about["notes"]["character"] == "ada.glb"


def test_chunks_of_others_stay(tmp_path: Path) -> None:
    path = make_character(tmp_path, list(ARKIT))
    content = bytearray(path.read_bytes() + b"\4\0\0\0OWN!data")
    content[8:12] = len(content).to_bytes(4, "little")
    path.write_bytes(content)
    write_character(HAND_OVER, path, tmp_path / "out.glb")
    assert (tmp_path / "out.glb").read_bytes().endswith(b"\4\0\0\0OWN!data")


@pytest.mark.parametrize("inside", [True, False])
def test_json_with_a_buffer_becomes_one_file(tmp_path: Path, inside: bool) -> None:
    document, data = make_document(list(ARKIT), images=[{"uri": "skin%201.png"}])
    (tmp_path / "skin 1.png").write_bytes(b"\x89PNG and so on")
    path = write_gltf(tmp_path / "ada.gltf", document, data, inside=inside)
    write_character(HAND_OVER, path, tmp_path / "out.glb")
    new, new_data = read_chunks(tmp_path / "out.glb")
    assert new_data.startswith(data)
    assert "uri" not in new["buffers"][0]
    (image,) = new["images"]
    view = new["bufferViews"][image["bufferView"]]
    place = view["byteOffset"]
    assert image["mimeType"] == "image/png"
    assert new_data[place : place + view["byteLength"]] == b"\x89PNG and so on"
    np.testing.assert_array_equal(
        read_tracks(tmp_path / "out.glb")["Mesh0", "weights"], CURVES[:, :52]
    )


def head_in_scene(path: Path, node_name: str = "Head") -> tuple[Rotation, NDArray]:
    """``(T, 4)`` and ``(T, 3)``: how the head turns and where it is, through all its parents."""
    document, _ = read_chunks(path)
    nodes, found = document["nodes"], read_tracks(path)
    index = next(i for i, node in enumerate(nodes) if node.get("name") == node_name)
    turns = Rotation.from_quat(found[node_name, "rotation"])
    places = found[node_name, "translation"].astype(float)
    while True:
        index = next((i for i, n in enumerate(nodes) if index in n.get("children", ())), -1)
        if index < 0:
            return turns, places
        turn = Rotation.from_quat(nodes[index].get("rotation", [0, 0, 0, 1]))
        places = places * nodes[index].get("scale", [1, 1, 1])
        places = turn.apply(places) + nodes[index].get("translation", [0, 0, 0])
        turns = turn * turns


@pytest.mark.parametrize(("facing", "angle"), [("+z", 0), ("-z", 180), ("+x", 90), ("-x", -90)])
def test_head_turns_in_the_scene_as_the_rigs_does(
    tmp_path: Path, facing: Any, angle: float
) -> None:
    hardly = np.full_like(CURVES, 1e-9)  # a head that holds quite still gets no tracks
    still = make_hand_over(hardly)
    path = make_character(tmp_path, list(ARKIT))
    write_character(still, path, tmp_path / "rest.glb")
    rest_turns, rest_places = head_in_scene(tmp_path / "rest.glb")
    write_character(HAND_OVER, path, tmp_path / "out.glb", Wishes(facing=facing))
    turns, places = head_in_scene(tmp_path / "out.glb")
    to_scene = Rotation.from_euler("y", angle, degrees=True)
    wanted = to_scene.as_matrix() @ rotation_matrix(CURVES[:, 52:55]) @ to_scene.inv().as_matrix()
    np.testing.assert_allclose((turns * rest_turns.inv()).as_matrix(), wanted, atol=1e-5)
    np.testing.assert_allclose(places - rest_places, to_scene.apply(CURVES[:, 55:]), atol=1e-5)


def test_head_goes_round_the_short_way(tmp_path: Path) -> None:
    curves = np.zeros((30, 58), np.float32)
    curves[:, STUDIO.column("headRoll")] = np.linspace(0, 4 * np.pi, 30)
    path = make_character(tmp_path, list(ARKIT))
    write_character(make_hand_over(curves), path, tmp_path / "out.glb")
    quaternions = read_tracks(tmp_path / "out.glb")["Head", "rotation"]
    assert (np.einsum("tc,tc->t", quaternions[1:], quaternions[:-1]) > 0).all()


def test_head_with_a_matrix_gets_its_parts(tmp_path: Path) -> None:
    document, data = make_document(list(ARKIT))
    turn = Rotation.from_quat([0, 0.28, 0, 0.96]).as_matrix() * 2
    head = document["nodes"][3]
    place = head.pop("translation")
    del head["rotation"]
    head["matrix"] = [*turn[:, 0], 0, *turn[:, 1], 0, *turn[:, 2], 0, *place, 1]
    path = write_glb(tmp_path / "ada.glb", document, data)
    write_character(HAND_OVER, path, tmp_path / "out.glb")
    new = read_chunks(tmp_path / "out.glb")[0]["nodes"][3]
    assert "matrix" not in new
    np.testing.assert_allclose(new["scale"], [2, 2, 2])
    np.testing.assert_allclose(new["rotation"], [0, 0.28, 0, 0.96], atol=1e-12)
    assert new["translation"] == place


def test_character_without_a_head_is_said_to_have_none(tmp_path: Path) -> None:
    document, data = make_document(list(ARKIT))
    document["nodes"][3]["name"] = "Joint17"
    path = write_glb(tmp_path / "ada.glb", document, data)
    assert match(path).head is None
    written = write_character(HAND_OVER, path, tmp_path / "out.glb")
    assert written.notes["head"] is None
    assert set(read_tracks(tmp_path / "out.glb")) == {("Mesh0", "weights")}
    write_character(HAND_OVER, path, tmp_path / "out.glb", Wishes(head="Joint17"))
    assert ("Joint17", "rotation") in read_tracks(tmp_path / "out.glb")


def test_head_holds_still_if_it_should(tmp_path: Path) -> None:
    path = make_character(tmp_path, list(ARKIT))
    write_character(HAND_OVER, path, tmp_path / "out.glb", Wishes(head=""))
    assert set(read_tracks(tmp_path / "out.glb")) == {("Mesh0", "weights")}


def test_values_are_limited_and_counted(tmp_path: Path) -> None:
    curves = make_curves(30, low=-0.5, high=1.5)
    path = make_character(tmp_path, list(ARKIT))
    written = write_character(make_hand_over(curves), path, tmp_path / "out.glb")
    shapes = curves[:, :52]
    assert written.notes["clipped_samples"] == int(((shapes < 0) | (shapes > 1)).sum())
    weights = read_tracks(tmp_path / "out.glb")["Mesh0", "weights"]
    np.testing.assert_array_equal(weights, shapes.clip(0, 1))


def test_character_is_not_written_over(tmp_path: Path) -> None:
    path = make_character(tmp_path, ["jawOpen"])
    before = path.read_bytes()
    with pytest.raises(ExportError, match="is the character itself; choose another name"):
        write_character(HAND_OVER, path, path)
    assert path.read_bytes() == before


def test_other_rigs_and_empty_characters_are_refused(tmp_path: Path) -> None:
    path = make_character(tmp_path, ["hat"])
    bfm = HandOver(Motion(np.zeros((3, 70), np.float32), BFM))
    with pytest.raises(ExportError, match="Curves of the bfm rig"):
        write_character(bfm, path, tmp_path / "out.glb")
    with pytest.raises(ProjectError, match="no morph target with a name of ARKit's and no head"):
        write_character(HAND_OVER, path, tmp_path / "out.glb", Wishes(head=""))
    assert list(tmp_path.iterdir()) == [path]


def test_validator_of_the_format_finds_nothing_new(tmp_path: Path) -> None:
    path = make_character(tmp_path, list(ARKIT))
    before = issues_of_validator(path)
    write_character(HAND_OVER, path, tmp_path / "out.glb")
    assert issues_of_validator(tmp_path / "out.glb") == before
