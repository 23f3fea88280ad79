import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dimitra_studio.core import recovery
from dimitra_studio.core.differences import Difference, compare_projects
from dimitra_studio.core.edits import CurveEdit
from dimitra_studio.core.errors import ExportError
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.project import Media, Portrait, Project, add_take
from dimitra_studio.core.project_file import load_project, save_project
from dimitra_studio.core.recovery import (
    backup_path,
    discard,
    examine,
    list_side_files,
    new_session,
    remove_leftovers,
    save_with_backup,
    side_path,
    write_side_file,
)
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.core.strength import Strength
from dimitra_studio.core.take import Take
from dimitra_studio.core.timeline import Segment
from dimitra_studio.core.transcript import Transcript, Word

running_as_root = hasattr(os, "geteuid") and os.geteuid() == 0


def take(name: str, value: float = 0.0) -> Take:
    curves = np.full((10, len(STUDIO.channels)), value, dtype=np.float32)
    return Take(name, Motion(curves, STUDIO), "generated", ("lips",), 0, 0.4, weights={"lips": "a"})


def document() -> Project:
    project = Project(
        name="Poem",
        portrait=Portrait(
            Media("a.png", b"picture"), np.ones(3, np.float32), np.ones(58, np.float32)
        ),
        recording=Media("a.wav", b"sound"),
        transcript=Transcript((Word("one", 0, 0.2), Word("two", 0.2, 0.4)), 0.4),
        edits={"jawOpen": CurveEdit(np.array([2, 3]), np.array([0.1, 0.7], np.float32), (2,))},
    )
    return add_take(project, take("Take 1"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "recovery"


def test_unsaved_work_is_listed_and_comes_back(folder: Path, tmp_path: Path) -> None:
    original = tmp_path / "poem.dimitra"
    written = write_side_file(document(), original, new_session(), folder)
    (found,) = list_side_files(folder)
    assert found == written
    assert (found.original, found.title) == (original, "Poem")
    assert (found.n_takes, found.n_words, found.n_edits) == (1, 2, 1)
    assert abs(found.time - time.time()) < 60
    assert compare_projects(load_project(found.path), document()) == ()
    assert not original.exists()


def test_a_project_without_a_file_is_kept_too(folder: Path) -> None:
    write_side_file(document(), None, new_session(), folder)
    assert list_side_files(folder)[0].original is None


def test_no_window_writes_over_another(folder: Path, tmp_path: Path) -> None:
    original = tmp_path / "poem.dimitra"
    first = write_side_file(document(), original, new_session(), folder)
    second = write_side_file(Project("other"), original, new_session(), folder)
    assert [side.path for side in list_side_files(folder)] == [second.path, first.path]


@pytest.mark.parametrize("name", ["poem.dimitra", "pôèm 詩.dimitra", "a" * 200 + ".dimitra"])
def test_the_side_file_is_never_the_users_file(folder: Path, name: str) -> None:
    session = new_session()
    users = [folder / name, folder.parent / name, side_path(folder, None, session)]
    assert all(side_path(folder, path, session) != path for path in users)
    assert side_path(folder, folder / name, session).parent == folder


def test_a_link_to_the_side_file_is_not_written_over(folder: Path, tmp_path: Path) -> None:
    link, session = tmp_path / "poem.dimitra", new_session()
    folder.mkdir(parents=True)
    link.symlink_to(side_path(folder, link, session))
    with pytest.raises(ValueError, match="the user's own file"):
        write_side_file(document(), link, session, folder)


def test_a_failed_write_keeps_what_was_kept_before(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = new_session()
    write_side_file(document(), None, session, folder)
    full = OSError(28, "No space left on device")

    def fill(*args: object, **kwargs: object) -> None:
        raise full

    monkeypatch.setattr("zipfile.ZipFile.writestr", fill)
    with pytest.raises(ExportError, match="the disk is full; free some space"):
        write_side_file(Project("later"), None, session, folder)
    monkeypatch.undo()
    (found,) = list_side_files(folder)
    assert compare_projects(load_project(found.path), document()) == ()
    assert {path.suffix for path in folder.iterdir()} == {".dimitra", ".json"}


@pytest.mark.skipif(running_as_root, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_one_sentence(folder: Path) -> None:
    folder.parent.mkdir()
    folder.parent.chmod(0o500)
    with pytest.raises(ExportError, match="cannot be written"):
        write_side_file(document(), None, new_session(), folder)


def test_a_file_in_the_place_of_the_folder_is_one_sentence(folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("")
    with pytest.raises(ExportError, match="could not be written"):
        write_side_file(document(), None, new_session(), folder)


@pytest.mark.parametrize("damage", [Path.unlink, lambda note: note.write_text("{")])
def test_work_is_offered_even_without_its_note(
    folder: Path, damage: Callable[[Path], object]
) -> None:
    written = write_side_file(document(), None, new_session(), folder)
    damage(written.path.with_suffix(".json"))
    (found,) = list_side_files(folder)
    assert (found.path, found.session) == (written.path, written.session)


def test_nothing_is_listed_without_a_folder(folder: Path) -> None:
    assert list_side_files(folder) == []


def test_half_written_files_are_not_offered_and_go_after_a_while(folder: Path) -> None:
    folder.mkdir(parents=True)
    fresh, old = folder / ".dimitra-new.dimitra", folder / ".dimitra-old.dimitra"
    for path in (fresh, old):
        path.write_bytes(b"PK")
    os.utime(old, (1, 1))
    assert list_side_files(folder) == []
    remove_leftovers(folder)
    assert (fresh.exists(), old.exists()) == (True, False)


def test_discarded_work_is_gone(folder: Path) -> None:
    side = write_side_file(document(), None, new_session(), folder)
    discard(side.path)
    assert list(folder.iterdir()) == []
    discard(side.path)


def test_what_is_newer_in_the_side_file_is_found(folder: Path, tmp_path: Path) -> None:
    original = tmp_path / "poem.dimitra"
    save_project(document(), original)
    os.utime(original, (1, 1))
    more = add_take(document(), take("Take 2"))
    finding = examine(write_side_file(more, original, new_session(), folder))
    assert Difference("takes added", 1) in (finding.differences or ())
    assert not finding.doubtful


def test_a_newer_saved_file_is_a_doubt(folder: Path, tmp_path: Path) -> None:
    original = tmp_path / "poem.dimitra"
    side = write_side_file(document(), original, new_session(), folder)
    save_project(document(), original)
    os.utime(original, (side.time + 10, side.time + 10))
    finding = examine(side)
    assert (finding.saved_later, finding.doubtful, finding.differences) == (True, True, ())


def test_what_cannot_be_compared_is_a_doubt(folder: Path, tmp_path: Path) -> None:
    side = write_side_file(document(), tmp_path / "gone.dimitra", new_session(), folder)
    assert examine(side).doubtful
    (tmp_path / "gone.dimitra").write_text("no project")
    assert examine(side).doubtful
    unsaved = write_side_file(document(), None, new_session(), folder)
    assert not examine(unsaved).doubtful


def test_a_damaged_side_file_says_so(folder: Path) -> None:
    side = write_side_file(document(), None, new_session(), folder)
    side.path.write_bytes(side.path.read_bytes()[:100])
    assert "not a readable project" in (examine(side).problem or "")


CHANGES: dict[str, Callable[[Project], Project]] = {
    "takes added": lambda p: replace(p, takes=(*p.takes, take("Take 2"))),
    "takes missing": lambda p: replace(p, takes=(), active={}),
    "takes changed": lambda p: replace(p, takes=(take("Take 1", 0.5),)),
    "takes shown": lambda p: replace(p, active={"lips": "Take 1"}),
    "curves edited": lambda p: replace(p, edits={}),
    "words": lambda p: replace(p, transcript=None),
    "portrait": lambda p: replace(
        p, portrait=replace(p.portrait, identity=np.zeros(3, np.float32))
    ),
    "recording": lambda p: replace(p, recording=Media("a.wav", b"other")),
    "pinned frames": lambda p: replace(p, pinned={"lips": (3,)}),
    "locks": lambda p: replace(p, locks=frozenset({"pose"})),
    "strength": lambda p: replace(p, strength=Strength(lips=0.5)),
    "changed words": lambda p: replace(p, changed=(Segment(0, 0.2),)),
    "sound delay": lambda p: replace(p, sound_delay=0.1),
    "name": lambda p: replace(p, name="Prose"),
}


@pytest.mark.parametrize("kind", CHANGES)
def test_each_difference_is_named(kind: str) -> None:
    found = compare_projects(document(), CHANGES[kind](document()))
    assert kind in [difference.kind for difference in found]


def test_what_the_window_remembers_is_no_difference() -> None:
    assert compare_projects(document(), replace(document(), view={"zoom": 3})) == ()


def test_one_previous_version_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "poem.dimitra"
    for name in ("first", "second", "third"):
        save_with_backup(Project(name), path)
    assert load_project(path).name == "third"
    assert load_project(backup_path(path)).name == "second"
    assert {item.name for item in tmp_path.iterdir()} == {"poem.dimitra", "poem.dimitra~"}


def test_the_previous_version_is_kept_on_a_disk_without_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    test_one_previous_version_is_kept(tmp_path)


def test_a_failed_save_keeps_both_versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "poem.dimitra"
    save_with_backup(Project("first"), path)
    save_with_backup(Project("second"), path)

    def fail(project: Project, path: Path) -> None:
        raise ExportError("the disk is full")

    monkeypatch.setattr(recovery, "save_project", fail)
    with pytest.raises(ExportError):
        save_with_backup(Project("third"), path)
    assert load_project(path).name == "second"
    assert load_project(backup_path(path)).name == "first"
    assert len(list(tmp_path.iterdir())) == 2


def test_saving_through_a_link_writes_the_project_itself(tmp_path: Path) -> None:
    path, link = tmp_path / "poem.dimitra", tmp_path / "link.dimitra"
    save_with_backup(Project("first"), path)
    link.symlink_to(path)
    save_with_backup(Project("second"), link)
    assert link.is_symlink()
    assert load_project(path).name == "second"


def test_a_missing_folder_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="does not exist; create it"):
        save_with_backup(Project(), tmp_path / "gone" / "poem.dimitra")
