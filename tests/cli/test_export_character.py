"""``export --character``: the user's own model, from words of a command line to its animation."""

import json
from pathlib import Path

import numpy as np
import pytest

from dimitra_studio.cli.main import main
from dimitra_studio.core.motion_file import write_motion
from dimitra_studio.export.glb_read import read_glb
from tests.export.characters import ARKIT, make_document, write_glb
from tests.export.clips import clip

MOTION = clip(20)
WORDS = "export talk.npz --to glb --character ada.glb -o out.glb"


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_motion(MOTION, tmp_path / "talk.npz")
    names = [f"Face.{name}" for name in ARKIT[:50]]
    write_glb(tmp_path / "ada.glb", *make_document([*names, "Tongue"]))
    return tmp_path


def test_character_speaks(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(WORDS.split()) == 0
    made = read_glb(work / "out.glb").motion
    np.testing.assert_allclose(made.curves[:, :50], MOTION.curves[:, :50], atol=1e-6)
    np.testing.assert_allclose(made.curves[:, 52:], MOTION.curves[:, 52:], atol=2e-6)
    said = capsys.readouterr()
    assert said.out == "out.glb\n"
    assert "Targets with names of ARKit's blendshapes: 50." in said.err
    assert f"Nothing shows {ARKIT[50]}, {ARKIT[51]}." in said.err
    assert "The head turns with Head." in said.err
    manifest = json.loads((work / "out.glb.manifest.json").read_text(encoding="utf-8"))
    assert manifest["notes"]["missing"] == list(ARKIT[50:52])


def test_mapping_is_written_changed_and_given_back(work: Path) -> None:
    assert main(f"{WORDS} --write-mapping map.json".split()) == 0
    mapping = json.loads((work / "map.json").read_text(encoding="utf-8"))
    assert mapping["targets"]["Tongue"] == {}
    mapping["targets"]["Tongue"] = {"tongueOut": 0.5}
    (work / "map.json").write_text(json.dumps(mapping), encoding="utf-8")
    assert main(f"{WORDS} --mapping map.json".split()) == 0
    manifest = json.loads((work / "out.glb.manifest.json").read_text(encoding="utf-8"))
    assert manifest["notes"]["targets"]["Tongue"] == {"tongueOut": 0.5}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("export talk.npz --to csv --character ada.glb -o out.csv", "give --to glb"),
        ("export talk.npz --to glb --mapping map.json -o out.glb", "name it with --character"),
        ("export talk.npz --to glb --character ada.glb -o ada.glb", "one of the inputs"),
        (f"{WORDS} --write-mapping map.txt", r"end it in .json"),
        (f"{WORDS} --mapping gone.json", "gone.json does not exist"),
        (WORDS.replace("ada", "gone"), "gone.glb does not exist"),
        (WORDS.replace("ada.glb", "talk.npz"), "talk.npz cannot be read as a glTF character"),
    ],
)
def test_what_does_not_fit_is_refused(
    work: Path, words: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in work.iterdir()}
    assert main(words.split()) != 0
    assert sentence in capsys.readouterr().err
    assert {path: path.read_bytes() for path in work.iterdir()} == before
