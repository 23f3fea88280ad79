from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QLineEdit, QTreeWidget
from pytestqt.qtbot import QtBot

from dimitra_studio.gui.command_table import COMMANDS
from dimitra_studio.gui.dialogs.shortcut_sheet import ShortcutSheet


@pytest.fixture
def sheet(qtbot: QtBot) -> ShortcutSheet:
    sheet = ShortcutSheet(COMMANDS)
    qtbot.addWidget(sheet)
    sheet.open()
    qtbot.waitExposed(sheet)
    return sheet


def test_every_command_stands_in_its_menu(sheet: ShortcutSheet) -> None:
    tree = sheet.findChild(QTreeWidget)
    rows = {
        (tree.topLevelItem(i).text(0), tree.topLevelItem(i).child(j).text(0))
        for i in range(tree.topLevelItemCount())
        for j in range(tree.topLevelItem(i).childCount())
    }
    assert rows == {(command.menu, command.title) for command in COMMANDS}
    assert len(sheet.shown()) == len(COMMANDS)


def test_keys_are_shown(sheet: ShortcutSheet) -> None:
    tree = sheet.findChild(QTreeWidget)
    (redo,) = tree.findItems("Redo", Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    assert redo.text(1) == "Ctrl+Shift+Z, Ctrl+Y"


@pytest.mark.parametrize(
    ("typed", "found"),
    [("redo", ["Redo"]), ("ctrl+shift+z", ["Redo"]), ("taken back", ["Redo"]), ("qqq", [])],
)
def test_search(sheet: ShortcutSheet, typed: str, found: list[str], qtbot: QtBot) -> None:
    field = sheet.findChild(QLineEdit)
    qtbot.keyClicks(field, typed)
    assert sheet.shown() == found
    tree = sheet.findChild(QTreeWidget)
    menus = [tree.topLevelItem(index) for index in range(tree.topLevelItemCount())]
    assert sum(not menu.isHidden() for menu in menus) == len(found)
    field.clear()
    assert len(sheet.shown()) == len(COMMANDS)


def test_sheet_is_printed_whole(sheet: ShortcutSheet, tmp_path: Path, qtbot: QtBot) -> None:
    qtbot.keyClicks(sheet.findChild(QLineEdit), "redo")
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "sheet.pdf"))
    sheet.print_to(printer)
    content = (tmp_path / "sheet.pdf").read_bytes()
    assert content.startswith(b"%PDF")
    assert content.count(b"/Type /Page\n") > 1


def test_printer_is_chosen_without_a_nested_loop(sheet: ShortcutSheet, qtbot: QtBot) -> None:
    sheet.ask_to_print()
    dialog = sheet.findChild(QPrintDialog)
    assert dialog.isModal()
    dialog.reject()
    qtbot.waitUntil(lambda: sheet.findChild(QPrintDialog) is None)
