import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dimitra_studio.core.errors import ExportError
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.motion_file import read_motion
from dimitra_studio.core.rig import RIGS, STUDIO
from dimitra_studio.export import EXPORTERS
from dimitra_studio.export.hand_over import HandOver
from tests.export.clips import clip, spoken

MOTION = Motion(np.random.default_rng(0).uniform(-1, 1, (5, 58)).astype(np.float32), STUDIO)


def test_table_holds_every_value_exactly(tmp_path: Path) -> None:
    EXPORTERS["csv"].write(HandOver(MOTION), tmp_path / "motion.csv")
    with (tmp_path / "motion.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    read = np.array([[row[name] for name in STUDIO.channels] for row in rows], np.float32)
    np.testing.assert_array_equal(read, MOTION.curves)
    assert [row["frame"] for row in rows] == ["0", "1", "2", "3", "4"]
    assert [float(row["time"]) for row in rows] == [0, 0.04, 0.08, 0.12, 0.16]


def test_npz_reads_back(tmp_path: Path) -> None:
    EXPORTERS["npz"].write(HandOver(MOTION), tmp_path / "motion.npz")
    np.testing.assert_array_equal(read_motion(tmp_path / "motion.npz").curves, MOTION.curves)


@pytest.mark.parametrize("name", EXPORTERS)
def test_missing_folder_is_refused(tmp_path: Path, name: str) -> None:
    exporter = EXPORTERS[name]
    spoken_motion = replace(spoken(), motion=clip(25, rig=RIGS[exporter.rigs[0]]))
    with pytest.raises(ExportError, match="does not exist"):
        exporter.write(spoken_motion, tmp_path / "gone" / f"motion{exporter.suffix}")
