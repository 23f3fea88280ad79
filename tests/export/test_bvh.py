"""The head as BVH, read by the format's grammar and turned by another library."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation

from dimitra_studio.core.motion import Motion
from dimitra_studio.export.bvh import write_bvh
from dimitra_studio.export.hand_over import CONVENTIONS, HandOver
from dimitra_studio.face.rotation import rotation_matrix
from tests.export.clips import clip

HEADER = """\
HIERARCHY ROOT Head { OFFSET 0.0 0.0 0.0
CHANNELS 6 Xposition Yposition Zposition Zrotation Yrotation Xrotation
End Site { OFFSET 0.0 0.100000 0.0 } } MOTION Frames: 30 Frame Time: 0.04
"""


def write(tmp_path: Path, motion: Motion, preset: str = "standard") -> list[str]:
    write_bvh(HandOver(motion, conventions=CONVENTIONS[preset]), tmp_path / "a.bvh")
    return (tmp_path / "a.bvh").read_text().splitlines()


def rows_of(lines: list[str]) -> NDArray[np.float64]:
    first = next(index for index, line in enumerate(lines) if line.startswith("Frame Time")) + 1
    return np.array([line.split() for line in lines[first:]], float)


def test_header_is_this(tmp_path: Path) -> None:
    lines = write(tmp_path, clip(30))
    assert " ".join(lines[:13]).split() == HEADER.split()
    assert lines[:3] == ["HIERARCHY", "ROOT Head", "{"]
    assert len(lines) == 13 + 30


def test_listed_order_of_rotations_is_the_rigs(tmp_path: Path) -> None:
    motion = clip(30)
    rows = rows_of(write(tmp_path, motion))
    turned = Rotation.from_euler("ZYX", rows[:, 3:], degrees=True)  # in the order of the channels
    expected = rotation_matrix(motion.curves[:, 52:55])
    np.testing.assert_allclose(turned.as_matrix(), expected, atol=1e-6)
    np.testing.assert_allclose(rows[:, :3], motion.curves[:, 55:], atol=1e-6)


@pytest.mark.parametrize(("preset", "factor"), [("maya", 100), ("unreal", 100), ("blender", 1)])
def test_unit_is_the_programs(tmp_path: Path, preset: str, factor: float) -> None:
    motion = clip(5)
    rows = rows_of(write(tmp_path, motion, preset))
    np.testing.assert_allclose(rows[:, :3], motion.curves[:, 55:] * factor, atol=1e-5)


def test_rate_is_exact(tmp_path: Path) -> None:
    lines = write(tmp_path, clip(5, 30_000 / 1001))
    step = float(next(line for line in lines if line.startswith("Frame Time")).split()[-1])
    assert step * 30_000 / 1001 == pytest.approx(1, abs=1e-9)
