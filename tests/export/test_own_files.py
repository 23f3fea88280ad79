"""Our own npz, CSV and JSON: read by other readers, read again, and refused when malformed.

What is refused in every format alike is in ``test_malformed``.
"""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from dimitra_studio.core.errors import ProjectError
from dimitra_studio.core.motion_file import write_motion
from dimitra_studio.core.rig import BFM, STUDIO, Rig
from dimitra_studio.export import EXPORTERS, IMPORTERS
from dimitra_studio.export.hand_over import HandOver
from dimitra_studio.export.reading import RATES
from tests.export.clips import clip


@pytest.mark.parametrize("rig", [STUDIO, BFM], ids=["studio", "bfm"])
@pytest.mark.parametrize("fps", [24, 25, 30_000 / 1001, 30, 48, 60, 17.3])
@pytest.mark.parametrize("name", ["npz", "csv", "json"])
def test_out_and_in_again_is_bit_equal(tmp_path: Path, name: str, fps: float, rig: Rig) -> None:
    motion = clip(90, fps, rig)
    path = tmp_path / f"a{EXPORTERS[name].suffix}"
    EXPORTERS[name].write(HandOver(motion), path)
    read = IMPORTERS[name].read(path)
    assert read.motion.rig == rig
    assert read.motion.fps == (fps if fps in RATES else pytest.approx(fps, rel=1e-6))
    assert (read.missing, read.ignored, read.notes) == ((), (), ())
    np.testing.assert_array_equal(read.motion.curves, motion.curves)


def test_json_says_what_it_means(tmp_path: Path) -> None:
    motion = clip(7)
    EXPORTERS["json"].write(HandOver(motion, name="Ada"), tmp_path / "a.json")
    document = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert (document["project"], document["fps"], document["n_frames"]) == ("Ada", 25, 7)
    legend = {row["name"]: row for row in document["legend"]}
    assert tuple(legend) == STUDIO.channels
    assert (legend["jawOpen"]["lower"], legend["jawOpen"]["upper"]) == (0, 1)
    assert "radians" in legend["headYaw"]["meaning"]
    assert legend["headX"]["upper"] is None
    for name in STUDIO.channels:
        np.testing.assert_array_equal(
            np.array(document["curves"][name], np.float32), motion.channel(name)
        )


def test_legend_of_the_table_is_in_the_notes(tmp_path: Path) -> None:
    written = EXPORTERS["csv"].write(HandOver(clip(2, rig=BFM)), tmp_path / "a.csv")
    assert "coefficient 7 of" in written.notes["legend"][7]["meaning"]


def test_table_may_have_a_few_columns(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Frame,Time,JAWOPEN,extra\n0,0,0.5,1\n1,0.04,0.25,1\n")
    read = IMPORTERS["csv"].read(tmp_path / "a.csv")
    assert read.motion.channel("jawOpen").tolist() == [0.5, 0.25]
    assert (read.motion.fps, read.ignored, len(read.missing)) == (25, ("extra",), 57)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "it is empty"),
        ("frame,time,jawOpen\n", "it holds no frame"),
        ("time,jawOpen\n0,1\n", "does not begin with frame,time"),
        ("frame,time,ears\n0,0,1\n", "none of its columns is a channel"),
        ("frame,time,jawOpen,jawopen\n0,0,1,1\n", "it names 'jawopen' twice"),
        ("frame,time,jawOpen\n0,0,1\n1,0.04\n", "line 3 has 2 columns instead of 3"),
        ("frame,time,jawOpen\n0,0,\n", "line 2 holds something that is no number"),
        ("frame,time,jawOpen\n0,0,inf\n", "'jawOpen' is not finite in frame 0"),
        ("frame,time,jawOpen\n0,0,1\n1,nan,1\n", "its times do not rise"),
        ("frame,time,jawOpen\n0,0,1\n1,0,1\n", "its times do not rise at frame 1"),
        ("frame,time,jawOpen\n0,0,1\n1,1e-9,1\n", "its frame rate of 1e+09 is not between"),
        ('frame,time,jawOpen\n0,0,"1\n', "it is damaged"),
        ("frame,time,jawOpen\n0,0,1\n1,0.02,1\n2,1e9,1\n", "more than 864000 frames"),
    ],
)
def test_malformed_tables_are_refused(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "bad.csv").write_text(text)
    with pytest.raises(ProjectError, match=r"^bad\.csv cannot be read as a table .*\.$") as caught:
        IMPORTERS["csv"].read(tmp_path / "bad.csv")
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"layout_version": 99}, "its layout 99 is newer than this program"),
        ({"layout_version": None}, "it has no layout_version"),
        ({"rig": {"name": "flame"}}, "its rig 'flame' is unknown"),
        ({"fps": "25"}, "its fps is no number"),
        ({"fps": -25}, "its frame rate of -25 is not between"),
        ({"curves": [1]}, "it holds no curves by name"),
        ({"curves": {"jawOpen": [1, 2], "headYaw": [1]}}, "1 numbers instead of 2"),
        ({"curves": {"ears": [1, 2]}}, "none of its columns is a channel"),
    ],
)
def test_malformed_json_is_refused(tmp_path: Path, change: dict[str, object], said: str) -> None:
    EXPORTERS["json"].write(HandOver(clip(2)), tmp_path / "bad.json")
    document = json.loads((tmp_path / "bad.json").read_text())
    (tmp_path / "bad.json").write_text(json.dumps({**document, **change}))
    with pytest.raises(ProjectError, match=r"^bad\.json cannot be read as a JSON .*\.$") as caught:
        IMPORTERS["json"].read(tmp_path / "bad.json")
    assert said in str(caught.value)


def members_of_a_motion() -> dict[str, bytes]:
    buffer = io.BytesIO()
    write_motion(clip(3), buffer)
    with zipfile.ZipFile(buffer) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_objects(path: Path) -> None:
    arrays = {name[:-4]: np.load(io.BytesIO(data)) for name, data in members_of_a_motion().items()}
    np.savez(path, **{**arrays, "curves": np.array([None, {}], dtype=object)})


def with_nan(path: Path) -> None:
    arrays = {name[:-4]: np.load(io.BytesIO(data)) for name, data in members_of_a_motion().items()}
    np.savez(path, **{**arrays, "curves": np.full((3, 58), np.nan, np.float32)})


@pytest.mark.parametrize(
    ("write", "said"),
    [
        (with_objects, "it holds objects, which could run code"),
        (with_nan, "finite"),
    ],
)
def test_malformed_archives_are_refused(
    tmp_path: Path, write: Callable[[Path], None], said: str
) -> None:
    write(tmp_path / "bad.npz")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(ProjectError, match=r"^bad\.npz .*\.$") as caught:
        IMPORTERS["npz"].read(tmp_path / "bad.npz")
    assert said in str(caught.value)
    assert sorted(tmp_path.iterdir()) == before
