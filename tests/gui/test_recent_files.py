from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from dimitra_studio.gui.recent_files import LIMIT, RecentFiles, shown_folder
from dimitra_studio.gui.settings import SettingsStore


@pytest.fixture
def store(tmp_path: Path, qtbot: QtBot) -> SettingsStore:
    return SettingsStore(tmp_path / "settings.json")


@pytest.fixture
def recent(store: SettingsStore) -> RecentFiles:
    return RecentFiles(store)


def names(recent: RecentFiles) -> list[str]:
    return [file.path.name for file in recent.files()]


def test_latest_is_first_and_each_is_once(
    recent: RecentFiles, tmp_path: Path, qtbot: QtBot
) -> None:
    for name in ("a", "b", "a"):
        with qtbot.waitSignal(recent.changed):
            recent.add(tmp_path / name)
    assert names(recent) == ["a", "b"]


def test_list_is_short(recent: RecentFiles, tmp_path: Path) -> None:
    for index in range(LIMIT + 5):
        recent.add(tmp_path / f"{index}")
    assert names(recent) == [f"{index}" for index in reversed(range(5, LIMIT + 5))]


def test_missing_files_stay_and_are_known(recent: RecentFiles, tmp_path: Path) -> None:
    here, gone = tmp_path / "here.dimitra", tmp_path / "gone.dimitra"
    here.touch()
    recent.add(here)
    recent.add(gone)
    assert [(file.path, file.missing) for file in recent.files()] == [(gone, True), (here, False)]


def test_located_file_keeps_its_place(recent: RecentFiles, tmp_path: Path) -> None:
    for name in ("c", "b", "a"):
        recent.add(tmp_path / name)
    recent.relocate(tmp_path / "b", tmp_path / "moved")
    assert names(recent) == ["a", "moved", "c"]


def test_located_file_that_is_listed_already(recent: RecentFiles, tmp_path: Path) -> None:
    for name in ("c", "b", "a"):
        recent.add(tmp_path / name)
    recent.relocate(tmp_path / "a", tmp_path / "c")
    assert names(recent) == ["c", "b"]


def test_removed_file_stays_on_the_disk(recent: RecentFiles, tmp_path: Path) -> None:
    path = tmp_path / "a.dimitra"
    path.touch()
    recent.add(path)
    recent.remove(path)
    assert (names(recent), path.exists()) == ([], True)


def test_other_settings_change_no_list(
    recent: RecentFiles, store: SettingsStore, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(recent.changed):
        store.change(volume=0.5)


def test_list_is_remembered(store: SettingsStore, recent: RecentFiles, tmp_path: Path) -> None:
    recent.add(tmp_path / "a.dimitra")
    assert names(RecentFiles(SettingsStore(store.path))) == ["a.dimitra"]


def test_folder_is_shown_as_it_is_read_best(tmp_path: Path) -> None:
    assert shown_folder(Path.home() / "clips" / "a.dimitra") == str(Path("~") / "clips")
    assert shown_folder(tmp_path / "a.dimitra") == str(tmp_path)
