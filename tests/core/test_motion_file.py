import io
from pathlib import Path

import numpy as np
import pytest

from dimitra_studio.core.errors import ProjectError
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.motion_file import read_motion, write_motion
from dimitra_studio.core.rig import BFM, STUDIO, Rig


def motion(rig: Rig = STUDIO) -> Motion:
    rng = np.random.default_rng(0)
    return Motion(rng.uniform(0, 1, (7, len(rig.channels))).astype(np.float32), rig)


@pytest.mark.parametrize("rig", [STUDIO, BFM], ids=["studio", "bfm"])
def test_motion_survives_the_disk(tmp_path: Path, rig: Rig) -> None:
    write_motion(motion(rig), tmp_path / "motion.npz")
    again = read_motion(tmp_path / "motion.npz")
    np.testing.assert_array_equal(again.curves, motion(rig).curves)
    assert (again.rig, again.fps) == (rig, 25)


def test_numpy_alone_reads_it() -> None:
    file = io.BytesIO()
    write_motion(motion(BFM), file)
    file.seek(0)
    with np.load(file, allow_pickle=False) as arrays:
        assert arrays["lip_indices"].tolist() == [0, 1, 2, 3, 4, 5, 7, 9, 10, 11, 12, 13, 14]
        assert len(arrays["exp_indices"]) == 51
        assert arrays["curves"].dtype == np.float32


def test_order_of_channels_does_not_matter(tmp_path: Path) -> None:
    order = np.random.default_rng(1).permutation(58)
    source = motion()
    np.savez(
        tmp_path / "motion.npz",
        curves=source.curves[:, order],
        channels=np.array(STUDIO.channels)[order],
        fps=25,
        rig="studio",
        layout_version=1,
    )
    np.testing.assert_array_equal(read_motion(tmp_path / "motion.npz").curves, source.curves)


def rewrite(path: Path, **changes: object) -> None:
    with np.load(path) as arrays:
        contents = dict(arrays) | changes
    np.savez(path, **{name: value for name, value in contents.items() if value is not None})


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"layout_version": 2}, "written by a newer Dimitra Studio"),
        ({"rig": "flame"}, "the rig 'flame', which is unknown here"),
        ({"curves": None}, "is not a motion file"),
        ({"channels": np.array(["jawOpen"])}, "its channels are not those of the studio rig"),
        ({"curves": np.full((7, 58), np.nan)}, "curves must be finite"),
    ],
)
def test_unfit_file_is_refused(tmp_path: Path, changes: dict[str, object], message: str) -> None:
    path = tmp_path / "motion.npz"
    write_motion(motion(), path)
    rewrite(path, **changes)
    with pytest.raises(ProjectError, match=message):
        read_motion(path)


@pytest.mark.parametrize("data", [b"", b"not a zip", b"PK\x03\x04 broken"])
def test_damaged_file_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "motion.npz").write_bytes(data)
    with pytest.raises(ProjectError, match=r"motion\.npz is not a motion file"):
        read_motion(tmp_path / "motion.npz")


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match=r"motion\.npz does not exist"):
        read_motion(tmp_path / "motion.npz")
