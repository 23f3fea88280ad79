import json
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dimitra_studio.core.edits import CurveEdit
from dimitra_studio.core.errors import ExportError, ProjectError
from dimitra_studio.core.mix import Patch
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.project import Marker, Media, Portrait, Project, add_take
from dimitra_studio.core.project_file import load_project, save_project
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.core.strength import Strength
from dimitra_studio.core.take import Settings, Take
from dimitra_studio.core.timeline import Segment
from dimitra_studio.core.transcript import Phoneme, Transcript, Word


def full_project() -> Project:
    rng = np.random.default_rng(0)
    word = Word("Hi,", 0.1, 0.3, 0.8, "moved", (Phoneme("HH", 0.1, 0.2), Phoneme("AY", 0.2, 0.3)))
    project = Project(
        name="Übung",
        portrait=Portrait(
            Media("face ü.png", b"\x89PNG"),
            rng.standard_normal(4).astype(np.float32),
            rng.uniform(0, 1, 58).astype(np.float32),
        ),
        recording=Media("speech.wav", b"RIFF"),
        transcript=Transcript((word,), 0.4),
        locks=frozenset({"pose"}),
        pinned={"lips": (3, 4)},
        strength=Strength(blink=0.5),
        edits={"jawOpen": CurveEdit(np.array([2, 3]), np.float32([0.1, 0.7]), (2,))},
        changed=(Segment(0.1, 0.3),),
        markers=(Marker(0.2, "here"),),
        sound_delay=-0.04,
        view={"zoom": 2.5},
    )
    motion = Motion(rng.uniform(0, 1, (10, 58)).astype(np.float32), STUDIO)
    settings = Settings(seed=7, guidance=1.5, n_steps=4)
    take = Take("Take 1", motion, "generated", ("lips",), 0.0, 0.4, settings, {"lips": "ab"})
    patches = (Patch("pose", Segment(0.1, 0.2), "Take 1"),)
    return replace(add_take(project, take), patches=patches)


def test_project_survives_the_disk(tmp_path: Path) -> None:
    project = full_project()
    save_project(project, tmp_path / "clip.dimitra")
    again = load_project(tmp_path / "clip.dimitra")
    for name in (
        *("name", "recording", "transcript", "locks", "strength"),
        *("patches", "changed", "markers", "sound_delay"),
    ):
        assert getattr(again, name) == getattr(project, name)
    edit, expected_edit = again.edits["jawOpen"], project.edits["jawOpen"]
    np.testing.assert_array_equal(edit.frames, expected_edit.frames)
    np.testing.assert_array_equal(edit.values, expected_edit.values)
    assert edit.keys == expected_edit.keys
    for name in ("active", "pinned", "view"):
        assert dict(getattr(again, name)) == dict(getattr(project, name))
    assert again.portrait is not None
    assert project.portrait is not None
    assert again.portrait.media == project.portrait.media
    np.testing.assert_array_equal(again.portrait.identity, project.portrait.identity)
    np.testing.assert_array_equal(again.portrait.curves, project.portrait.curves)
    (take,), (expected,) = again.takes, project.takes
    np.testing.assert_array_equal(take.motion.curves, expected.motion.curves)
    assert (take.settings, dict(take.weights), take.parent) == (
        expected.settings,
        {"lips": "ab"},
        None,
    )


def test_empty_project_survives_the_disk(tmp_path: Path) -> None:
    save_project(Project(), tmp_path / "empty.dimitra")
    assert load_project(tmp_path / "empty.dimitra").portrait is None


def test_project_of_the_first_schema_opens() -> None:
    project = load_project(Path(__file__).parent / "data" / "schema-1.dimitra")
    expected = full_project()
    assert (project.name, project.transcript) == (expected.name, expected.transcript)
    assert (dict(project.edits), project.patches, project.changed) == ({}, (), ())
    assert project.take("Take 1").settings.seed == 7


def edit_document(path: Path, **changes: object) -> None:
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    document = json.loads(files["project.json"]) | changes
    files["project.json"] = json.dumps(document).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)


def test_newer_project_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "clip.dimitra"
    save_project(full_project(), path)
    edit_document(path, schema_version=99)
    before = path.read_bytes()
    with pytest.raises(ProjectError, match="saved by a newer Dimitra Studio"):
        load_project(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "changes",
    [
        {"takes": [{}]},
        {"patches": [{"component": "lips", "segment": {"start": 0, "end": 1}, "take": "gone"}]},
        {"edits": {"jawOpen": {"frames": [3, 2], "values": [0, 0], "keys": []}}},
        {"schema_version": "one"},
        {"recording": "media/recording/gone.wav"},
    ],
)
def test_incomplete_project_is_refused(tmp_path: Path, changes: dict[str, object]) -> None:
    path = tmp_path / "clip.dimitra"
    save_project(full_project(), path)
    edit_document(path, **changes)
    with pytest.raises(ProjectError, match=r"clip\.dimitra is not a readable project"):
        load_project(path)


def test_cut_off_project_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "clip.dimitra"
    save_project(full_project(), path)
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(ProjectError, match="is not a readable project"):
        load_project(path)


def test_missing_project_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="does not exist"):
        load_project(tmp_path / "gone.dimitra")


def test_failed_save_keeps_the_old_project(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="does not exist"):
        save_project(Project(), tmp_path / "gone" / "clip.dimitra")
