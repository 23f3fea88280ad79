"""The file of Deep3DFaceRecon: what it holds, where it is, and what is refused."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.io import loadmat, savemat

from dimitra_studio.core.errors import RigError
from dimitra_studio.face import bfm as module
from dimitra_studio.face.bfm import VARIABLE, check_bfm, find_bfm, read_bfm
from tests.face.synthetic_bfm import SyntheticBfm, shared_bfm

Arrays = dict[str, NDArray]


@pytest.fixture(scope="session")
def synthetic(tmp_path_factory: pytest.TempPathFactory) -> SyntheticBfm:
    return shared_bfm(tmp_path_factory)


@pytest.fixture(scope="module")
def whole(synthetic: SyntheticBfm) -> Arrays:
    return loadmat(synthetic.path, variable_names=["meanshape", "exBase", "tri", "keypoints"])


def test_units_and_counts_are_ours(synthetic: SyntheticBfm, whole: Arrays) -> None:
    bfm = read_bfm(synthetic.path)
    raw = whole["meanshape"].reshape(-1, 3) / 10
    np.testing.assert_allclose(bfm.mean, raw - raw.mean(0), atol=1e-6)
    np.testing.assert_allclose(bfm.mean.mean(0), 0, atol=1e-7)
    mode = whole["exBase"][:, 5].reshape(-1, 3) / 10
    np.testing.assert_allclose(bfm.expression[5], mode, rtol=1e-5, atol=1e-9)
    assert (bfm.mean.dtype, bfm.expression.dtype) == ("f4", "f4")
    np.testing.assert_array_equal(bfm.triangles + 1, whole["tri"])
    np.testing.assert_array_equal(bfm.landmarks + 1, whole["keypoints"][0])
    right, left = bfm.mean[bfm.landmarks[[36, 45]]]
    assert 0.07 < left[0] - right[0] < 0.12  # metres, the person's left at +x


def without(name: str) -> Callable[[Arrays], None]:
    def change(arrays: Arrays) -> None:
        del arrays[name]

    return change


def put(name: str, place: tuple[int, int], value: float) -> Callable[[Arrays], None]:
    def change(arrays: Arrays) -> None:
        arrays[name] = arrays[name].copy()
        arrays[name][place] = value

    return change


def cut(name: str, axis: int) -> Callable[[Arrays], None]:
    return lambda arrays: arrays.update({name: np.delete(arrays[name], 0, axis)})


def in_metres(arrays: Arrays) -> None:
    arrays["meanshape"] = arrays["meanshape"] / 10


def in_words(arrays: Arrays) -> None:
    arrays["keypoints"] = np.full((1, 68), "eye", object)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (without("exBase"), "it has no exBase"),
        (cut("exBase", 1), "exBase is 107127 by 63, not 107127 by 64"),
        (cut("meanshape", 1), "meanshape is 1 by 107126"),
        (cut("tri", 0), "tri is 70788 by 3"),
        (in_words, "keypoints holds no numbers"),
        (put("meanshape", (0, 7), np.nan), "meanshape has values that are no numbers"),
        (put("exBase", (70_000, 3), np.inf), "exBase has values that are no numbers"),
        (put("tri", (9, 0), 0), "tri does not count the vertices from 1"),
        (put("tri", (9, 0), 35_710), "tri does not count the vertices from 1 to 35709"),
        (put("keypoints", (0, 3), 2.5), "keypoints does not count"),
        (in_metres, "the eyes are 0.0.* dm apart, so it is not in decimetres"),
    ],
)
def test_other_layouts_are_told_in_one_sentence(
    whole: Arrays, tmp_path: Path, change: Callable[[Arrays], None], reason: str
) -> None:
    arrays = {name: array for name, array in whole.items() if not name.startswith("_")}
    change(arrays)
    path = tmp_path / "BFM_model_front.mat"
    savemat(path, arrays)
    with pytest.raises(
        RigError, match=rf"^BFM_model_front.mat cannot .*\({reason}.*another file\.$"
    ):
        read_bfm(path)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"MATLAB 5.0 MAT-file",
        b"\x89HDF\r\n\x1a\n" + bytes(600),
        np.random.default_rng(1).bytes(2000),
    ],
    ids=["empty", "cut", "hdf5", "noise"],
)
def test_what_is_no_such_file_is_told_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "BFM_model_front.mat"
    path.write_bytes(content)
    for look in (check_bfm, read_bfm):
        with pytest.raises(RigError, match=r"^BFM_model_front.mat cannot .*another file\.$"):
            look(path)


@pytest.mark.parametrize("share", [0.3, 0.9])
def test_half_a_file_is_told_in_one_sentence(
    synthetic: SyntheticBfm, tmp_path: Path, share: float
) -> None:
    path = tmp_path / "BFM_model_front.mat"
    data = synthetic.path.read_bytes()
    path.write_bytes(data[: int(share * len(data))])
    with pytest.raises(RigError, match=r"^BFM_model_front.mat cannot .*another file\.$"):
        read_bfm(path)


def test_folder_and_giant_are_refused_before_they_are_read(tmp_path: Path) -> None:
    with pytest.raises(RigError, match="it is no file"):
        read_bfm(tmp_path)
    giant = tmp_path / "giant.mat"
    with giant.open("wb") as file:
        file.truncate(2**30 + 1)
    with pytest.raises(RigError, match="it is larger than 1024 MB"):
        read_bfm(giant)


def test_missing_file_says_where_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(RigError, match=r"does not exist; .*University of Basel.*DIMITRA_BFM\.$"):
        read_bfm(tmp_path / "BFM_model_front.mat")


def test_the_variable_comes_before_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = tmp_path / "bfm" / "BFM_model_front.mat"
    monkeypatch.setattr(module, "FILE", usual)
    monkeypatch.delenv(VARIABLE, raising=False)
    assert find_bfm() is None
    usual.parent.mkdir()
    usual.touch()
    assert find_bfm() == usual
    monkeypatch.setenv(VARIABLE, str(tmp_path / "mine.mat"))
    assert find_bfm() == tmp_path / "mine.mat"  # a wrong name is told, and not passed over
