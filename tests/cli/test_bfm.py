"""Coefficients of the Basel Face Model, from a project and back into it, by the command line."""

import json
from pathlib import Path

import numpy as np
import pytest
from scipy.io import loadmat

from dimitra_studio.cli.main import main
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.project import Project, add_take
from dimitra_studio.core.project_file import load_project, save_project
from dimitra_studio.core.rig import COMPONENTS, STUDIO
from dimitra_studio.core.take import Take
from dimitra_studio.face.bfm import VARIABLE
from tests.face.synthetic_bfm import shared_bfm


@pytest.fixture
def talk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A folder to work in, with ``talk.dimitra``: a second of a jaw that opens, and a turn."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(VARIABLE, str(shared_bfm(tmp_path_factory).path))
    curves = np.zeros((25, len(STUDIO.channels)), np.float32)
    curves[:, STUDIO.column("jawOpen")] = np.linspace(0, 0.7, 25)
    curves[:, STUDIO.column("headYaw")] = np.linspace(0, 0.3, 25)
    take = Take("Take 1", Motion(curves, STUDIO), "generated", COMPONENTS, 0.0, 1.0)
    save_project(add_take(Project(name="Ada"), take), tmp_path / "talk.dimitra")
    return tmp_path


@pytest.mark.parametrize(("name", "ending"), [("dreamtalk", "npy"), ("pirenderer", "mat")])
def test_coefficients_go_out_and_come_back_nearly(
    talk: Path, name: str, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(f"export talk.dimitra --to {name} -o out.{ending}".split()) == 0
    manifest = json.loads((talk / f"out.{ending}.manifest.json").read_text(encoding="utf-8"))
    assert manifest["rig"]["name"] == "bfm"
    assert 0 < manifest["changes"]["approximate"]["unexplained_share"] < 0.2
    if ending == "mat":
        assert "unexplained share" in loadmat("out.mat")["approximate"][0]
    assert main(f"import talk.dimitra out.{ending} -o back.dimitra".split()) == 0
    assert "The blendshapes are approximate" in capsys.readouterr().err
    before, after = (take.motion for take in load_project(talk / "back.dimitra").takes)
    assert after.rig == STUDIO
    np.testing.assert_allclose(after.channel("jawOpen"), before.channel("jawOpen"), atol=0.1)
    np.testing.assert_allclose(after.component("pose"), before.component("pose"), atol=1e-5)


def test_the_option_comes_before_the_variable(
    talk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        main(["export", "talk.dimitra", "--to", "dreamtalk", "-o", "out.npy", "--bfm", "mine.mat"])
        == 1
    )
    said = capsys.readouterr().err
    assert "mine.mat does not exist" in said
    assert said.count("\n") == 1
    assert [path.name for path in talk.iterdir()] == ["talk.dimitra"]
