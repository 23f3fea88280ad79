"""What of the head a file cannot hold goes out in its manifest, and comes back from there."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dimitra_studio.core.rig import POSE_CHANNELS
from dimitra_studio.export import EXPORTERS, IMPORTERS
from dimitra_studio.export.head_note import KEY
from dimitra_studio.export.manifest import manifest_path
from dimitra_studio.pipeline.hand_over import hand_over, prepare_motion
from tests.export.clips import clip

MOTION = clip(20)


def written(folder: Path, name: str, change: Callable[[dict[str, Any]], object]) -> Path:
    """A file of a moving head whose manifest somebody has changed."""
    path = folder / f"Slate_1_Ada{EXPORTERS[name].suffix}"
    hand_over(prepare_motion(MOTION), name, path)
    document = json.loads(manifest_path(path).read_text(encoding="utf-8"))
    change(document)
    manifest_path(path).write_text(json.dumps(document), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["livelink", "a2f"])
def test_every_curve_comes_back(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, name, lambda document: document)
    read = IMPORTERS[name].read(path)
    np.testing.assert_allclose(read.motion.curves, MOTION.curves, rtol=0, atol=1e-6)
    assert (read.missing, read.notes) == ((), ())


@pytest.mark.parametrize("name", ["livelink", "a2f"])
def test_without_the_manifest_the_file_is_enough(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, name, lambda document: document)
    manifest_path(path).unlink()
    read = IMPORTERS[name].read(path)
    assert set(read.missing) <= set(POSE_CHANNELS)
    assert not read.motion.curves[:, 55:].any()
    assert read.notes == ()


@pytest.mark.parametrize(
    "change",
    [
        lambda note: note.update(values=note["values"][:-1]),
        lambda note: note.update(values=[row[:-1] for row in note["values"]]),
        lambda note: note["values"][3].__setitem__(0, 1e39),
        lambda note: note["values"][3].__setitem__(0, "far"),
        lambda note: note.update(values=7),
        lambda note: note.pop("values"),
        lambda note: note.update(channels=["jawOpen"]),
        lambda note: note.clear(),
    ],
)
def test_a_note_that_does_not_fit_is_left_alone_and_said(
    tmp_path: Path, change: Callable[[dict[str, Any]], object]
) -> None:
    path = written(tmp_path, "livelink", lambda document: change(document["notes"][KEY]))
    read = IMPORTERS["livelink"].read(path)
    assert not read.motion.curves[:, 55:].any()
    assert read.notes == ("Slate_1_Ada.csv.manifest.json does not fit the file; it is not used.",)


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"notes": {"' + KEY + '": NaN}}', "[" * 10_000])
def test_a_damaged_manifest_is_left_alone_and_said(tmp_path: Path, text: str) -> None:
    path = written(tmp_path, "livelink", lambda document: document)
    manifest_path(path).write_text(text, encoding="utf-8")
    assert len(IMPORTERS["livelink"].read(path).notes) == 1


def test_notes_of_other_programs_are_none_of_ours(tmp_path: Path) -> None:
    path = written(tmp_path, "livelink", lambda document: document.clear())
    read = IMPORTERS["livelink"].read(path)
    assert (read.notes, read.missing) == ((), POSE_CHANNELS[3:])


def test_a_head_that_holds_still_is_not_in_the_file(tmp_path: Path) -> None:
    """Who leaves the head out does not want to stop another head by it."""
    still = MOTION.curves.copy()
    still[:, 52:] = 0
    path = tmp_path / "a.json"
    hand_over(prepare_motion(replace(MOTION, curves=still)), "a2f", path)
    assert IMPORTERS["a2f"].read(path).missing == POSE_CHANNELS
