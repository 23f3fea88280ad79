"""Between the rigs, from a hand-over to a file and from a file's motion to blendshapes."""

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest
from scipy.io import loadmat

from dimitra_studio.core.errors import RigError
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.rig import BFM, STUDIO
from dimitra_studio.export import EXPORTERS, IMPORTERS
from dimitra_studio.export.hand_over import HandOver
from dimitra_studio.export.manifest import make_manifest
from dimitra_studio.face import bfm
from dimitra_studio.face.bfm_transfer import UNSEEN
from dimitra_studio.pipeline.approximate import to_bfm, to_studio
from dimitra_studio.pipeline.catalogue import Entry, list_weights
from tests.export.clips import clip, one_shape
from tests.face.synthetic_bfm import SyntheticBfm, shared_bfm

IDENTITY = np.ones(80, np.float32)


@pytest.fixture(scope="session")
def synthetic(tmp_path_factory: pytest.TempPathFactory) -> SyntheticBfm:
    return shared_bfm(tmp_path_factory)


@pytest.fixture(scope="module")
def solved(synthetic: SyntheticBfm) -> HandOver:
    prepared = HandOver(clip(30, fps=30), "Talk", identity=IDENTITY, changes={"gain": {"lips": 2}})
    return to_bfm(prepared, synthetic.path)


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No model on this machine; the path is where one would be found."""
    monkeypatch.delenv(bfm.VARIABLE, raising=False)
    monkeypatch.setattr(bfm, "FILE", tmp_path / "BFM_model_front.mat")
    return tmp_path / "BFM_model_front.mat"


def test_hand_over_is_of_the_other_rig_and_says_how_good_it_is(
    synthetic: SyntheticBfm, solved: HandOver
) -> None:
    assert (solved.motion.rig, solved.motion.fps, len(solved.motion)) == (BFM, 30, 30)
    assert (solved.name, solved.identity, solved.changes["gain"]) == ("Talk", None, {"lips": 2})
    figures = solved.changes["approximate"]
    assert "bfm rig from blendshapes of the studio rig" in figures["solved"]
    assert figures["model"] == "BFM_model_front.mat"
    assert figures["model_sha256"] == hashlib.sha256(synthetic.path.read_bytes()).hexdigest()
    assert 0 < figures["rms_error_mm"] < figures["worst_frame_mm"] < 5
    assert 0 < figures["unexplained_share"] < 0.3
    assert figures["cannot_show"] == list(UNSEEN)
    json.dumps(make_manifest(solved, []), allow_nan=False)


@pytest.mark.parametrize("name", ["pirenderer", "sadtalker"])
def test_file_says_inside_that_it_is_approximate(
    solved: HandOver, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "talk.mat"
    written = EXPORTERS[name].write(solved, path)
    arrays = loadmat(path)
    (text,) = arrays["approximate"]
    figures = solved.changes["approximate"]
    assert f"rms error mm: {figures['rms_error_mm']}" in text
    assert f"model sha256: {figures['model_sha256']}" in text
    assert "tongueOut" in text
    assert "are approximate" in arrays["legend"][0]
    assert (written.notes["approximate"], written.notes["legend"]) == (text, arrays["legend"][0])
    read = IMPORTERS["mat"].read(path).motion
    np.testing.assert_allclose(read.curves, solved.motion.curves, atol=1e-6)


def test_array_that_holds_no_text_says_it_beside(solved: HandOver, tmp_path: Path) -> None:
    written = EXPORTERS["dreamtalk"].write(solved, tmp_path / "talk.npy")
    manifest = make_manifest(solved, written.files, written.notes)
    assert "rms error mm" in manifest["notes"]["approximate"]
    assert manifest["changes"]["approximate"]["unexplained_share"] > 0


def test_file_of_the_rig_itself_says_nothing_of_the_kind(tmp_path: Path) -> None:
    written = EXPORTERS["pirenderer"].write(HandOver(clip(5, rig=BFM)), tmp_path / "talk.mat")
    arrays = loadmat(tmp_path / "talk.mat")
    assert "approximate" not in {*arrays, *written.notes}
    assert "approximate" not in arrays["legend"][0]


def test_coefficients_become_blendshapes(synthetic: SyntheticBfm) -> None:
    wanted = one_shape("jawOpen", 0.6, 5)
    motion = Motion(synthetic.curves_of(wanted.curves[:, :52]), BFM, fps=30)
    found, notes = to_studio(motion, synthetic.path)
    assert (found.rig, found.fps) == (STUDIO, 30)
    np.testing.assert_allclose(found.channel("jawOpen"), 0.6, atol=0.08)
    figures, unseen = notes
    assert "are approximate" in figures
    assert "mm apart" in figures
    assert "% of the movement" in figures
    assert unseen == (
        "The Basel Face Model cannot show tongueOut and the 8 shapes eyeLook; they are 0."
    )


def test_missing_model_says_where_to_get_it(nowhere: Path) -> None:
    place = r"^This needs the Basel Face Model, .*faces\.dmi\.unibas\.ch.*DIMITRA_BFM\.$"
    with pytest.raises(RigError, match=place):
        to_bfm(HandOver(clip(3)))
    with pytest.raises(RigError, match=place):
        to_studio(clip(3, rig=BFM))


def test_damaged_model_is_told(nowhere: Path) -> None:
    nowhere.write_bytes(b"MATLAB 5.0 MAT-file")
    with pytest.raises(RigError, match=r"^BFM_model_front.mat cannot be used"):
        to_bfm(HandOver(clip(3)))


def test_model_is_found_where_the_user_says(
    nowhere: Path, synthetic: SyntheticBfm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(bfm.VARIABLE, str(synthetic.path))
    assert to_bfm(HandOver(clip(3))).motion.rig == BFM


def test_motion_of_the_wrong_rig_is_a_mistake(synthetic: SyntheticBfm) -> None:
    with pytest.raises(ValueError, match="studio rig, not of bfm"):
        to_bfm(HandOver(clip(3, rig=BFM)), synthetic.path)
    with pytest.raises(ValueError, match="bfm rig, not of studio"):
        to_studio(clip(3), synthetic.path)


def listed() -> Entry:
    (entry,) = (entry for entry in list_weights() if entry.name == "Basel Face Model 2009")
    return entry


def test_model_is_among_what_can_be_had(
    nowhere: Path, synthetic: SyntheticBfm, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = listed()
    assert (entry.usable, entry.shipped) == (False, False)
    assert entry.licence == "research use, by registration"
    assert "faces.dmi.unibas.ch" in entry.detail
    nowhere.write_bytes(b"something else")
    assert "cannot be used" in listed().detail
    assert not listed().usable
    monkeypatch.setenv(bfm.VARIABLE, str(synthetic.path))
    assert (listed().usable, listed().detail) == (True, str(synthetic.path))
