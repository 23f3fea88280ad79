import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dimitra_studio.gui.settings import Settings, SettingsStore


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_first_start_has_the_defaults_and_writes_nothing(path: Path, qtbot: QtBot) -> None:
    assert SettingsStore(path).values == Settings()
    assert not path.exists()


def test_own_folder_is_the_default(qtbot: QtBot, tmp_path: Path) -> None:
    assert SettingsStore().path.name == "settings.json"


def test_change_is_written_told_and_read_back(path: Path, qtbot: QtBot) -> None:
    store = SettingsStore(path)
    with qtbot.waitSignal(store.changed) as told:
        store.change(theme="light", autosave_interval=30, layouts={"inspect": "AAAA"})
    again = SettingsStore(path).values
    assert again == store.values == told.args[0]
    assert (again.theme, again.autosave_interval, again.layouts) == (
        "light",
        30,
        {"inspect": "AAAA"},
    )


def test_same_value_is_no_change(path: Path, qtbot: QtBot) -> None:
    store = SettingsStore(path)
    with qtbot.assertNotEmitted(store.changed):
        store.change(volume=1.0)
    assert not path.exists()


def test_bad_keys_fall_back_one_by_one(path: Path, qtbot: QtBot) -> None:
    write(
        path,
        json.dumps(
            {
                "theme": "purple",
                "autosave_interval": 45,
                "volume": 7,
                "recent_files": ["/a.dimitra"],
                "folders": {"export": 3},
                "seed": -1,
            }
        ),
    )
    store = SettingsStore(path)
    assert store.values == Settings(autosave_interval=45, recent_files=("/a.dimitra",))
    assert store.dropped == ("folders", "seed", "theme", "volume")


def test_unknown_keys_are_kept(path: Path, qtbot: QtBot) -> None:
    write(path, '{"theme": "light", "of_the_future": {"depth": 3}}')
    store = SettingsStore(path)
    store.change(volume=0.5)
    held = json.loads(path.read_text(encoding="utf-8"))
    assert (held["of_the_future"], held["theme"], held["volume"]) == ({"depth": 3}, "light", 0.5)


@pytest.mark.parametrize(
    "text", ["", "{", "[1, 2]", "null", '"x"', '{"theme":', "\0\0\0", "[" * 100_000]
)
def test_damaged_file_is_as_if_not_there_and_kept_aside(
    path: Path, text: str, qtbot: QtBot
) -> None:
    write(path, text)
    assert SettingsStore(path).values == Settings()
    assert path.with_suffix(".damaged.json").read_text(encoding="utf-8") == text


def test_bytes_that_are_no_text(path: Path, qtbot: QtBot) -> None:
    path.parent.mkdir()
    path.write_bytes(b"\xff\xfe{\x80")
    assert SettingsStore(path).values == Settings()


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e400"])
def test_numbers_that_are_none(path: Path, number: str, qtbot: QtBot) -> None:
    write(path, f'{{"volume": {number}, "theme": "dark"}}')
    assert SettingsStore(path).values == Settings(theme="dark")


def test_folder_that_cannot_be_written_is_told_once(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "config").write_text("a file where the folder should be")
    store = SettingsStore(tmp_path / "config" / "settings.json")
    with qtbot.waitSignal(store.unwritable) as told:
        store.change(theme="light")
    assert "could not be written" in told.args[0]
    with qtbot.assertNotEmitted(store.unwritable):
        store.change(theme="dark")
    assert store.values.theme == "dark"


def test_path_that_is_a_folder(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "settings.json"
    path.mkdir()
    (path / "something").touch()
    store = SettingsStore(path)
    with qtbot.waitSignal(store.unwritable):
        store.change(volume=0.25)
    assert store.values.volume == 0.25


def test_nothing_else_is_left_in_the_folder(path: Path, qtbot: QtBot) -> None:
    store = SettingsStore(path)
    for volume in (0.1, 0.2, 0.3):
        store.change(volume=volume)
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("change", [{"theme": "purple"}, {"no_such": 1}, {"volume": 2}])
def test_mistakes_of_ours_are_refused(
    path: Path, change: dict[str, object], qapp: QApplication
) -> None:
    store = SettingsStore(path)
    with pytest.raises(ValueError, match=next(iter(change))):
        store.change(**change)
    assert store.values == Settings()
