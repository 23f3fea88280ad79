import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from dimitra_studio.gui.dialogs.save_changes_dialog import SaveChangesDialog


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def dialog(window: QWidget, qtbot: QtBot) -> SaveChangesDialog:
    dialog = SaveChangesDialog("Interview", window)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog


@pytest.mark.parametrize(
    ("button", "answer"),
    [
        (QMessageBox.StandardButton.Save, "save"),
        (QMessageBox.StandardButton.Discard, "discard"),
        (QMessageBox.StandardButton.Cancel, "cancel"),
    ],
)
def test_buttons(
    dialog: SaveChangesDialog, button: QMessageBox.StandardButton, answer: str, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(dialog.chosen) as told:
        qtbot.mouseClick(dialog.button(button), Qt.MouseButton.LeftButton)
    assert told.args == [answer]


@pytest.mark.parametrize(("key", "answer"), [("Key_Return", "save"), ("Key_Escape", "cancel")])
def test_keys(dialog: SaveChangesDialog, key: str, answer: str, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.chosen) as told:
        qtbot.keyClick(dialog, getattr(Qt.Key, key))
    assert told.args == [answer]


def test_closed_window_is_no_answer_to_lose_work(dialog: SaveChangesDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.chosen) as told:
        dialog.close()
    assert told.args == ["cancel"]


def test_names_the_project_and_blocks_its_window_alone(dialog: SaveChangesDialog) -> None:
    assert "“Interview”" in dialog.text()
    assert dialog.windowModality() == Qt.WindowModality.WindowModal
