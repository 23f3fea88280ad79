"""MATLAB's files as SciPy writes them, whole and damaged."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.io import savemat

from dimitra_studio.core.mat_file import find_matrices

ARRAYS: dict[str, NDArray] = {
    "meanshape": np.arange(12, dtype=np.float64).reshape(3, 4) / 7,
    "tri": np.arange(6, dtype=np.int32).reshape(2, 3) - 2,
    "k": np.array([[7]], np.uint8),  # so short that it stands in its own tag
    "deep": np.arange(24, dtype=np.float32).reshape(2, 3, 4),
    "none": np.zeros((0, 3)),
}


@pytest.mark.parametrize("packed", [False, True])
def test_matrices_are_those_that_were_written(tmp_path: Path, packed: bool) -> None:
    others = {"words": "some", "parts": {"a": 1.0}, "turn": np.ones((2, 2)) * 1j}
    savemat(tmp_path / "a.mat", {**others, **ARRAYS}, do_compression=packed)
    found = find_matrices(tmp_path / "a.mat")
    assert set(found) == {*others, *ARRAYS}
    for name, array in ARRAYS.items():
        assert found[name].shape == array.shape
        np.testing.assert_array_equal(found[name].read(), array)
    for name in others:
        assert found[name].dtype is None
        with pytest.raises(ValueError, match="holds no numbers"):
            found[name].read()


def test_type_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    """SciPy looks it up beyond the end of a table, and the process is gone."""
    savemat(tmp_path / "a.mat", {"mean": ARRAYS["meanshape"]})
    data = bytearray((tmp_path / "a.mat").read_bytes())
    place = data.index(ARRAYS["meanshape"].tobytes("F"))
    data[place - 7] = 227
    (tmp_path / "a.mat").write_bytes(data)
    with pytest.raises(ValueError, match="mean is damaged"):
        find_matrices(tmp_path / "a.mat")


def test_numbers_that_unpack_to_too_few_are_refused(tmp_path: Path) -> None:
    array = np.random.default_rng(0).normal(size=(500, 3))
    savemat(tmp_path / "a.mat", {"x": array}, do_compression=True)
    data = bytearray((tmp_path / "a.mat").read_bytes())
    cut = len(data) // 2
    data[132:136] = (cut - 136).to_bytes(4, "little")
    (tmp_path / "a.mat").write_bytes(data[:cut])
    with pytest.raises(ValueError, match="cut off"):
        find_matrices(tmp_path / "a.mat")["x"].read()


@pytest.mark.parametrize("packed", [False, True])
def test_damage_is_always_an_error_of_ours(tmp_path: Path, packed: bool) -> None:
    savemat(tmp_path / "a.mat", ARRAYS, do_compression=packed)
    whole = (tmp_path / "a.mat").read_bytes()
    rng = np.random.default_rng(1)
    refused = 0
    for turn in range(400):
        data = bytearray(whole)
        for place in rng.integers(124, len(data), 2):
            data[place] = rng.integers(256)
        (tmp_path / "a.mat").write_bytes(
            data[: rng.integers(1, len(data))] if turn % 4 == 0 else data
        )
        try:
            for matrix in find_matrices(tmp_path / "a.mat").values():
                if matrix.dtype is not None:
                    matrix.read()
        except ValueError:
            refused += 1
    assert refused > 100


@pytest.mark.parametrize("content", [b"", b"MATLAB 7.3 " + bytes(900), bytes(200)])
def test_other_files_are_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.mat").write_bytes(content)
    with pytest.raises(ValueError, match="no MATLAB file, or saved as version 4"):
        find_matrices(tmp_path / "a.mat")
