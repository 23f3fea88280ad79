"""Mappings that leave the dialog as files, and come back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QTableView
from pytestqt.qtbot import QtBot

from dimitra_studio.gui.dialogs.mapping_dialog import MappingDialog
from dimitra_studio.pipeline.character import (
    Wishes,
    examine,
    load_mapping,
    match,
    save_wishes,
    wishes_of,
)
from tests.export.characters import make_character
from tests.gui.dialogs.mapping_hand import NAMES, button, opened, press, rows, texts, type_into


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_character(tmp_path, NAMES)


@pytest.fixture
def dialog(qtbot: QtBot, path: Path) -> MappingDialog:
    return opened(qtbot, path)


def test_saved_mapping_is_what_the_command_line_reads(
    qtbot: QtBot, dialog: MappingDialog, path: Path, tmp_path: Path
) -> None:
    dialog.findChild(QTableView).selectRow(1)
    press(qtbot, dialog, Qt.Key.Key_Return)
    type_into(qtbot, dialog, "tongue")
    press(qtbot, dialog, Qt.Key.Key_Return)
    qtbot.mouseClick(button(dialog, "Save mapping…"), Qt.MouseButton.LeftButton)
    answer_file(dialog, tmp_path / "map.json")
    assert "map.json was written" in texts(dialog)
    assert load_mapping(tmp_path / "map.json") == dialog.wishes()
    mixes = {link.target: dict(link.mix) for link in match(path, dialog.wishes()).links}
    assert mixes["Hut"] == {"tongueOut": 1.0}


def test_loaded_mapping_is_completed_by_names(
    qtbot: QtBot, dialog: MappingDialog, path: Path, tmp_path: Path
) -> None:
    wishes = Wishes({"Hut": {"jawOpen": 0.75}})
    save_wishes(wishes, tmp_path / "map.json")
    qtbot.mouseClick(button(dialog, "Load mapping…"), Qt.MouseButton.LeftButton)
    answer_file(dialog, tmp_path / "map.json")
    assert dialog.wishes() == wishes_of(match(path, wishes))
    assert rows(dialog)[1] == ("Hut", "0.75 jawOpen", "by hand")
    assert rows(dialog)[2] == ("jawOpen", "", "nothing drives it")  # as the command line does it


def answer_file(dialog: MappingDialog, path: Path) -> None:
    asked = dialog.findChild(QFileDialog)
    asked.fileSelected.emit(str(path))
    asked.done(0)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ('{"targets": {"Bart": {"jawOpen": 1}}}', "it has no target 'Bart'"),
        ('{"targets": {"Hut": {"jaw": 1}}}', "'jaw', which is no channel"),
        ("no JSON", "map.json"),
        (None, "map.json does not exist"),
    ],
)
def test_mapping_that_does_not_fit_loses_nothing(
    qtbot: QtBot, dialog: MappingDialog, tmp_path: Path, content: str | None, sentence: str
) -> None:
    dialog.findChild(QTableView).selectRow(1)
    press(qtbot, dialog, Qt.Key.Key_Return)
    type_into(qtbot, dialog, "tongue")
    press(qtbot, dialog, Qt.Key.Key_Return)
    before = dialog.wishes()
    if content is not None:
        (tmp_path / "map.json").write_text(content)
    dialog.load(tmp_path / "map.json")
    assert sentence in texts(dialog)
    assert dialog.wishes() == before
    assert button(dialog, "OK").isEnabled()


def test_nothing_is_decided_while_a_mapping_is_read(
    qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    dialog = MappingDialog(*examine(path, None))
    qtbot.addWidget(dialog)
    save_wishes(Wishes(), tmp_path / "map.json")
    dialog.load(tmp_path / "map.json")
    assert (button(dialog, "OK").isEnabled(), button(dialog, "OK").toolTip()) == (
        False,
        "The character is being read",
    )
    dialog.set_report(match(path))
    assert button(dialog, "OK").isEnabled()


def test_folder_that_cannot_be_written_is_one_sentence(
    dialog: MappingDialog, tmp_path: Path
) -> None:
    dialog.save(tmp_path / "nowhere" / "map.json")
    assert "does not exist" in texts(dialog)
