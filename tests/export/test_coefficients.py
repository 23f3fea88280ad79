"""The layouts of the Deep3DFaceRecon family, read by scipy and numpy alone."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from scipy.io import loadmat, savemat, whosmat

from dimitra_studio.core.errors import ExportError, ProjectError
from dimitra_studio.core.rig import BFM, BFM_LIPS
from dimitra_studio.export import EXPORTERS, IMPORTERS
from dimitra_studio.export.hand_over import HandOver
from tests.export.clips import clip

MOTION = clip(30, rig=BFM)
EXP, TURN, PLACE = MOTION.curves[:, :64], MOTION.curves[:, 64:67], MOTION.curves[:, 67:]
IDENTITY = np.linspace(-2, 2, 80, dtype=np.float32)


def write(name: str, folder: Path) -> Path:
    path = folder / f"talk{EXPORTERS[name].suffix}"
    EXPORTERS[name].write(HandOver(MOTION, identity=IDENTITY), path)
    return path


def test_257_coefficients(tmp_path: Path) -> None:
    arrays = loadmat(write("pirenderer", tmp_path))
    coeff, crop = arrays["coeff"], arrays["transform_params"]
    assert (coeff.shape, coeff.dtype, crop.shape, crop.dtype) == ((30, 257), "f4", (30, 5), "f4")
    np.testing.assert_array_equal(coeff[:, :80], np.tile(IDENTITY, (30, 1)))
    np.testing.assert_array_equal(coeff[:, 80:144], EXP)
    np.testing.assert_array_equal(coeff[:, 224:227], TURN)
    np.testing.assert_allclose(coeff[:, 254:257], PLACE * 10, rtol=1e-6)  # decimetres
    assert not coeff[:, 144:224].any()
    assert not coeff[:, 227:254].any()
    np.testing.assert_allclose(crop[7, 2:], [0.9370641, 126.84911, 129.03864], rtol=1e-7)


def test_split_and_merge_give_the_same_64(tmp_path: Path) -> None:
    arrays = loadmat(write("pirenderer", tmp_path))
    lips, rest = arrays["lip_indices"], arrays["exp_indices"]
    assert (lips.shape, rest.shape) == ((1, 13), (1, 51))
    assert tuple(lips[0]) == BFM_LIPS
    merged = np.zeros((30, 64), np.float32)
    merged[:, lips[0]] = MOTION.component("lips")
    merged[:, rest[0]] = MOTION.component("expression")
    np.testing.assert_array_equal(merged, arrays["coeff"][:, 80:144])
    assert "exp 80:144" in arrays["legend"][0]
    assert arrays["fps"].item() == 25


def test_sadtalker(tmp_path: Path) -> None:
    path = write("sadtalker", tmp_path)
    assert {("coeff_3dmm", (30, 70), "single"), ("full_3dmm", (1, 257), "single")} <= set(
        whosmat(path)
    )
    arrays = loadmat(path)
    np.testing.assert_array_equal(arrays["coeff_3dmm"][:, :67], MOTION.curves[:, :67])
    np.testing.assert_array_equal(arrays["full_3dmm"][0, 80:144], EXP[0])


def test_dreamtalk(tmp_path: Path) -> None:
    array = np.load(write("dreamtalk", tmp_path), allow_pickle=False)
    assert (array.shape, array.dtype) == ((30, 73), "f4")
    np.testing.assert_array_equal(array[:, :67], MOTION.curves[:, :67])
    np.testing.assert_allclose(array[3, 70:], [0.9370641, 126.84911, 129.03864], rtol=1e-7)


@pytest.mark.parametrize("name", ["pirenderer", "sadtalker", "dreamtalk"])
def test_out_and_in_again(tmp_path: Path, name: str) -> None:
    path = write(name, tmp_path)
    read = IMPORTERS[path.suffix[1:]].read(path)
    assert (read.motion.rig, read.motion.fps, read.missing) == (BFM, 25, ())
    np.testing.assert_array_equal(read.motion.curves[:, :67], MOTION.curves[:, :67])
    np.testing.assert_allclose(read.motion.curves[:, 67:], PLACE, atol=1e-6)
    assert [("25 fps" in note) for note in read.notes] == [True] * (name == "dreamtalk")


def test_rate_is_kept(tmp_path: Path) -> None:
    EXPORTERS["sadtalker"].write(HandOver(clip(4, 30, BFM)), tmp_path / "a.mat")
    assert IMPORTERS["mat"].read(tmp_path / "a.mat").motion.fps == 30


@pytest.mark.parametrize("name", ["pirenderer", "sadtalker", "dreamtalk"])
def test_blendshapes_are_refused(tmp_path: Path, name: str) -> None:
    assert EXPORTERS[name].rigs == ("bfm",)
    with pytest.raises(ExportError, match="the motion is of the studio rig; choose a layout of"):
        EXPORTERS[name].write(HandOver(clip(2)), tmp_path / "a.mat")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("compressed", [False, True])
@pytest.mark.parametrize("kind", ["f4", "f8", "i2", "u1", ">f4"])
def test_every_way_of_saving_numbers_is_read(tmp_path: Path, kind: str, compressed: bool) -> None:
    values = np.arange(140).reshape(2, 70).astype(kind)
    others = {"before": ["words", 3], "lm68": np.ones((2, 68, 2)), "a": np.ones((2, 2), "c8")}
    savemat(tmp_path / "a.mat", {**others, "coeff_3dmm": values, "fps": 30},
            do_compression=compressed)  # fmt: skip
    motion = IMPORTERS["mat"].read(tmp_path / "a.mat").motion
    np.testing.assert_allclose(motion.curves[:, :67], values[:, :67])
    assert motion.fps == 30


def test_separate_arrays_of_deep3dfacerecon(tmp_path: Path) -> None:
    savemat(tmp_path / "a.mat", {"exp": EXP, "angle": TURN, "trans": PLACE * 10, "lm68": EXP})
    read = IMPORTERS["mat"].read(tmp_path / "a.mat")
    np.testing.assert_allclose(read.motion.curves, MOTION.curves, atol=1e-6)
    savemat(tmp_path / "b.mat", {"exp": EXP})
    assert IMPORTERS["mat"].read(tmp_path / "b.mat").missing == BFM.channels[64:]


def matrix(**arrays: object) -> Callable[[Path], None]:
    return lambda path: savemat(path, arrays)


def array(value: np.ndarray) -> Callable[[Path], None]:
    def write_array(path: Path) -> None:
        with path.open("wb") as file:
            np.save(file, value)

    return write_array


NAN = np.where(np.arange(70) == 3, np.nan, np.ones((2, 70)))


@pytest.mark.parametrize(
    ("name", "write_bad", "said"),
    [
        ("mat", matrix(x=np.ones((2, 2))), "it has neither coeff nor coeff_3dmm nor exp"),
        ("mat", matrix(coeff=np.ones((2, 256))), "coeff is not numbers in 257 columns"),
        ("mat", matrix(coeff=np.ones(257 * 2)), "coeff is not numbers in 257 columns"),
        ("mat", matrix(coeff_3dmm="words"), "coeff_3dmm is not numbers"),
        ("mat", matrix(coeff_3dmm=NAN), "'exp03' is not finite in frame 0"),
        ("mat", matrix(exp=np.ones((3, 64)), angle=np.ones((2, 3))), "are not equally long"),
        ("mat", matrix(exp=np.ones((3, 64)), trans=np.ones((3, 3))), "but no rotation"),
        ("mat", matrix(coeff_3dmm=np.ones((2, 70)), fps=0.0), "its frame rate of 0 is not"),
        ("mat", lambda path: path.write_bytes(b"MATLAB 7.3 " + bytes(900)), "saved as version 4"),
        ("mat", matrix(coeff_3dmm=np.ones((2, 70, 1))), "coeff_3dmm is no matrix"),
        ("mat", matrix(exp=np.ones((2, 64), "c16")), "exp is not numbers"),
        ("npy", array(np.ones((2, 71))), "the array is not numbers in 64 or 70 or 73 columns"),
        ("npy", array(np.ones(70)), "the array is not numbers"),
        ("npy", array(np.array([["a"] * 70])), "the array is not numbers"),
        ("npy", array(np.array([None] * 70)), "it holds objects, which could run code"),
        ("npy", array(NAN), "'exp03' is not finite in frame 0"),
        ("npy", array(np.ones((0, 70))), "it holds no frame"),
    ],
)
def test_malformed_files_are_refused(
    tmp_path: Path, name: str, write_bad: Callable[[Path], None], said: str
) -> None:
    path = tmp_path / f"bad.{name}"
    write_bad(path)
    with pytest.raises(ProjectError, match=rf"^bad\.{name} cannot be read as a .*\.$") as caught:
        IMPORTERS[name].read(path)
    assert said in str(caught.value)
