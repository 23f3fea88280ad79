"""The door to the user's own character, as the window's dialog uses it."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dimitra_studio.pipeline import character
from dimitra_studio.pipeline.hand_over import prepare_motion
from tests.export.characters import make_document, write_glb
from tests.export.clips import clip

NAMES = ["jawOpen", "eyesClosed", "My smile"]


def test_report_changed_in_a_dialog_is_what_is_written(tmp_path: Path) -> None:
    path = write_glb(tmp_path / "ada.glb", *make_document(NAMES))
    report = character.match(path)
    assert character.describe(report)[:2] == [
        "Targets with names of ARKit's blendshapes: 1.",
        "Guessed: eyesClosed from eyeBlinkLeft and eyeBlinkRight.",
    ]
    wishes = character.wishes_of(report)
    assert character.match(path, wishes).links == tuple(
        replace(link, origin="given") for link in report.links
    )
    wishes = replace(wishes, targets={**wishes.targets, "My smile": {"mouthSmileLeft": 1.0}})
    prepared = prepare_motion(clip(5))
    files = character.write(prepared, path, wishes, tmp_path / "out.glb")
    assert [file.name for file in files] == ["out.glb", "out.glb.manifest.json"]
    driven = {link.target for link in character.match(path, wishes).links}
    assert driven == set(NAMES)


def test_mapping_file_is_the_report(tmp_path: Path) -> None:
    path = write_glb(tmp_path / "ada.glb", *make_document(NAMES))
    report = character.match(path)
    character.save_mapping(report, tmp_path / "map.json")
    assert character.load_mapping(tmp_path / "map.json") == character.wishes_of(report)


def test_head_that_is_missing_is_said(tmp_path: Path) -> None:
    document, data = make_document(NAMES)
    del document["nodes"][3]["name"]
    report = character.match(write_glb(tmp_path / "ada.glb", document, data))
    assert "No node turns the head" in character.describe(report)[-1]
    assert np.isin("Hips", report.nodes)


def test_mapping_of_a_dialog_is_a_file_and_a_setting(tmp_path: Path) -> None:
    wishes = character.Wishes({"My smile": {"mouthSmileLeft": 0.5}, "hat": {}}, "Kopf", "-z")
    character.save_wishes(wishes, tmp_path / "map.json")
    assert character.load_mapping(tmp_path / "map.json") == wishes
    document = json.loads(json.dumps(character.to_document(wishes)))
    assert character.remembered(document) == wishes
    few = character.Wishes({"hat": {}})
    assert character.to_document(few) == {"targets": {"hat": {}}}
    assert character.remembered(character.to_document(few)) == few


@pytest.mark.parametrize("document", [None, 3, {"targets": 7}, {"targets": {"a": {"b": "c"}}}])
def test_damaged_setting_is_as_if_it_were_not_there(document: Any) -> None:
    assert character.remembered(document) is None


def test_both_reports_say_what_wishes_change(tmp_path: Path) -> None:
    path = write_glb(tmp_path / "ada.glb", *make_document(NAMES))
    report, found = character.examine(path, None)
    assert report is found
    wishes = character.Wishes({"My smile": {"mouthSmileLeft": 1.0}})
    report, found = character.examine(path, wishes)
    assert (report.of("given")[0].target, found.of("given")) == ("My smile", ())


def test_head_without_a_name_is_kept(tmp_path: Path) -> None:
    """An empty name in a mapping means that nothing turns."""
    document, data = make_document(NAMES, skins=[{"joints": [1, 2, 3]}])
    document["extensions"] = {"VRM": {"humanoid": {"humanBones": [{"bone": "head", "node": 3}]}}}
    del document["nodes"][3]["name"]
    path = write_glb(tmp_path / "ada.glb", document, data)
    report = character.match(path)
    assert (report.head, report.head_node) == ("", 3)
    wishes = character.wishes_of(report)
    assert wishes.head is None
    assert character.match(path, wishes).head_node == 3
