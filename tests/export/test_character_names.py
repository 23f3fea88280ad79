"""What of characters of others is found by its names, guessed, or said by the user."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dimitra_studio.core.errors import ProjectError
from dimitra_studio.export.character import load_wishes, match, save_mapping, write_character
from tests.export.characters import (
    ARKIT,
    make_character,
    make_document,
    read_tracks,
    write_glb,
)
from tests.export.heads import make_curves, make_hand_over

CURVES = make_curves(30)
HAND_OVER = make_hand_over(CURVES)


def spelled(spelling: str) -> list[str]:
    def one(name: str) -> str:
        side = "_L" if name.endswith("Left") else "_R" if name.endswith("Right") else ""
        plain = name.removesuffix("Left").removesuffix("Right") if side else name
        snake = "".join(f"_{c.lower()}" if c.isupper() else c for c in name)
        return {
            "same": name,
            "Pascal": name[0].upper() + name[1:],
            "UPPER": name.upper(),
            "_L": plain + side,
            ".L": plain + side.replace("_", "."),
            "Face.": f"Face.{name}",
            "blendShape1.": f"blendShape1.{name}",
            "blendShape1._L": f"blendShape1.{plain}{side}",
            "snake": snake,
            "mixed:": f"ada:{name[0].upper()}{name[1:]}",
        }[spelling]

    return [one(name) for name in ARKIT]


@pytest.mark.parametrize(
    "spelling",
    ["same", "Pascal", "UPPER", "_L", ".L", "Face.", "blendShape1.", "blendShape1._L", "snake",
     "mixed:"],
)  # fmt: skip
def test_every_spelling_of_the_52_is_found(tmp_path: Path, spelling: str) -> None:
    names = spelled(spelling)[::-1]
    report = match(make_character(tmp_path, names))
    assert (report.missing, report.unused, report.of("guessed")) == ((), (), ())
    assert {link.target: dict(link.mix) for link in report.of("matched")} == dict(
        zip(names, ({name: 1.0} for name in reversed(ARKIT)), strict=True)
    )


@pytest.mark.parametrize(
    "name",
    ["Head", "head", "mixamorig:Head", "mixamorigHead", "J_Bip_C_Head", "CC_Base_Head",
     "Bip01 Head", "DEF-head", "head_JNT"],
)  # fmt: skip
def test_head_is_found_by_its_names(tmp_path: Path, name: str) -> None:
    document, data = make_document(list(ARKIT))
    document["nodes"][3]["name"] = name
    document["nodes"][1]["name"] = "HeadTop_End"
    document["nodes"].append({"name": "Head", "mesh": 0, "skin": 0})  # its own place does not count
    document["skins"] = [{"joints": [1, 2, 3]}]
    report = match(write_glb(tmp_path / "ada.glb", document, data))
    assert (report.head, report.head_node) == (name, 3)


def test_few_shapes_are_guessed_and_told(tmp_path: Path) -> None:
    names = ["mouthOpen", "mouthSmile", "eyesClosed", "browInnerUp_L", "browInnerUp_R", "Nose size"]
    report = match(make_character(tmp_path, names))
    assert {link.target: dict(link.mix) for link in report.of("guessed")} == {
        "mouthOpen": {"jawOpen": 1.0},
        "mouthSmile": {"mouthSmileLeft": 0.5, "mouthSmileRight": 0.5},
        "eyesClosed": {"eyeBlinkLeft": 0.5, "eyeBlinkRight": 0.5},
        "browInnerUp_L": {"browInnerUp": 1.0},
        "browInnerUp_R": {"browInnerUp": 1.0},
    }
    assert report.unused == ("Nose size",)
    assert len(report.missing) == 52 - 6
    write_character(HAND_OVER, report.character, tmp_path / "out.glb")
    eyes = read_tracks(tmp_path / "out.glb")["Mesh0", "weights"][:, 2]
    motion = HAND_OVER.motion
    both = motion.channel("eyeBlinkLeft") + motion.channel("eyeBlinkRight")
    np.testing.assert_allclose(eyes, both / 2, atol=1e-6)


def test_visemes_rest_where_the_shapes_themselves_are(tmp_path: Path) -> None:
    visemes = ["viseme_aa", "viseme_O", "viseme_U", "mouthOpen"]
    report = match(make_character(tmp_path, [*ARKIT, *visemes]))
    assert report.unused == tuple(visemes)
    alone = match(make_character(tmp_path, visemes))
    assert {link.target for link in alone.of("guessed")} == {"viseme_aa", "viseme_O", "viseme_U"}
    assert alone.unused == ("mouthOpen",)  # or the jaw would open twice


def vrm(version: int, groups: dict[str, list[tuple[int, float]]]) -> dict[str, Any]:
    if version == 1:
        preset = {name: {"morphTargetBinds": [{"node": 4, "index": i, "weight": w} for i, w in to]}
                  for name, to in groups.items()}  # fmt: skip
        return {"VRMC_vrm": {"specVersion": "1.0", "expressions": {"preset": preset},
                             "humanoid": {"humanBones": {"head": {"node": 2}}}}}  # fmt: skip
    rows = [{"name": name.upper(), "presetName": name,
             "binds": [{"mesh": 0, "index": i, "weight": 100 * w} for i, w in to]}
            for name, to in groups.items()]  # fmt: skip
    return {"VRM": {"blendShapeMaster": {"blendShapeGroups": rows},
                    "humanoid": {"humanBones": [{"bone": "head", "node": 2}]}}}  # fmt: skip


@pytest.mark.parametrize(
    ("version", "names", "facing"),
    [(0, ("a", "blink_l", "blink_r", "joy", "blink"), "-z"),
     (1, ("aa", "blinkLeft", "blinkRight", "happy", "blink"), "+z")],
)  # fmt: skip
def test_expressions_of_vrm(
    tmp_path: Path, version: int, names: tuple[str, ...], facing: str
) -> None:
    places: list[list[tuple[int, float]]] = [
        [(0, 1.0), (1, 0.5)],
        [(2, 1.0)],
        [(3, 1.0)],
        [(4, 1.0)],
        [(2, 1.0), (3, 1.0)],
    ]
    extensions = vrm(version, dict(zip(names, places, strict=True)))
    path = make_character(tmp_path, [f"Fcl_{k}" for k in range(5)], extensions=extensions)
    report = match(path)
    assert [link.target for link in report.links] == [f"vrm:{name}" for name in names[:3]]
    assert (report.head, report.facing) == ("Neck", facing)
    write_character(HAND_OVER, path, tmp_path / "out.glb")
    weights = read_tracks(tmp_path / "out.glb")["Mesh0", "weights"]
    jaw = np.clip(1.4 * HAND_OVER.motion.channel("jawOpen"), 0, 1)
    np.testing.assert_allclose(weights[:, 0], jaw, atol=1e-6)
    np.testing.assert_allclose(weights[:, 1], jaw / 2, atol=1e-6)
    np.testing.assert_array_equal(weights[:, 2], HAND_OVER.motion.channel("eyeBlinkLeft"))
    assert (weights[:, 4] == 0.25).all()  # a smile of VRM's moves the whole face: no guess


def test_no_target_is_driven_by_its_name_and_by_an_expression(tmp_path: Path) -> None:
    extensions = vrm(1, {"ih": [(0, 1.0)], "ou": [(1, 1.0)]})
    report = match(make_character(tmp_path, ["aa", "Fcl_1"], extensions=extensions))
    assert [link.target for link in report.links] == ["vrm:ou", "aa"]
    assert report.unused == ("Fcl_1", "vrm:ih")


def test_mapping_file_goes_round_and_is_obeyed(tmp_path: Path) -> None:
    path = make_character(tmp_path, ["jawOpen", "Lid", "Other"])
    save_mapping(match(path), tmp_path / "map.json")
    known = json.loads((tmp_path / "map.json").read_text(encoding="utf-8"))
    assert known == {
        "targets": {"jawOpen": {"jawOpen": 1.0}, "Lid": {}, "Other": {}},
        "head": "Head", "facing": "+z",
    }  # fmt: skip
    known["targets"] = {
        "jawOpen": {},
        "Lid": "eyeBlinkLeft",
        "Other": {"jawOpen": -0.5, "mouthPucker": 2},
    }
    (tmp_path / "map.json").write_text(json.dumps(known), encoding="utf-8")
    wishes = load_wishes(tmp_path / "map.json")
    report = match(path, wishes)
    assert [link.target for link in report.of("given")] == ["Lid", "Other"]
    assert report.unused == ("jawOpen",)
    write_character(HAND_OVER, path, tmp_path / "out.glb", wishes)
    weights = read_tracks(tmp_path / "out.glb")["Mesh0", "weights"]
    motion = HAND_OVER.motion
    assert (weights[:, 0] == 0.25).all()
    np.testing.assert_array_equal(weights[:, 1], motion.channel("eyeBlinkLeft"))
    mixed = 2 * motion.channel("mouthPucker") - 0.5 * motion.channel("jawOpen")
    np.testing.assert_allclose(weights[:, 2], mixed.clip(0, 1), atol=1e-6)


@pytest.mark.parametrize(
    ("mapping", "sentence"),
    [
        ({"targets": {"gone": "jawOpen"}}, "no target 'gone'"),
        ({"targets": {"jawOpen": "jawOpn"}}, "'jawOpn', which is no channel"),
        ({"head": "gone"}, "no node 'gone'"),
        ({"head": 3}, "name of the head is no text"),
        ({"facing": "up"}, r"faces \+z"),
        ({"targets": {"jawOpen": {"jawOpen": "much"}}}, "are no numbers"),
        ({"targets": []}, "targets is no object"),
    ],
)
def test_mapping_that_does_not_fit_is_one_sentence(
    tmp_path: Path, mapping: dict[str, Any], sentence: str
) -> None:
    (tmp_path / "map.json").write_text(json.dumps(mapping), encoding="utf-8")
    path = make_character(tmp_path, ["jawOpen"])
    with pytest.raises(ProjectError, match=sentence):
        match(path, load_wishes(tmp_path / "map.json"))
