"""The door to the user's own character, as the window's dialog uses it."""

from dataclasses import replace
from pathlib import Path

import numpy as np

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
