"""Works the mapping dialog as a user does."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from dimitra_studio.core.errors import ProjectError
from dimitra_studio.gui.dialogs.mapping_dialog import MappingDialog
from dimitra_studio.gui.dialogs.search_box import SearchBox
from dimitra_studio.pipeline.character import Wishes, examine

NAMES = ["jawOpen", "mouthPucker", "eyesClosed", "Laecheln", "Hut"]


def opened(qtbot: QtBot, path: Path, wishes: Wishes | None = None) -> MappingDialog:
    """The dialog on a character; what it asks is answered at once."""
    dialog = MappingDialog(*examine(path, wishes))
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)

    def answer(wishes: Wishes) -> None:
        try:
            dialog.set_report(examine(path, wishes)[0])
        except ProjectError as error:
            dialog.set_failure(str(error))

    dialog.match_requested.connect(answer)
    return dialog


def rows(dialog: MappingDialog) -> list[tuple[str, str, str]]:
    model = dialog.findChild(QTableView).model()
    return [
        tuple(str(model.index(row, column).data()) for column in range(3))  # type: ignore[misc]
        for row in range(model.rowCount())
    ]


def texts(dialog: MappingDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def channels(dialog: MappingDialog) -> list[SearchBox]:
    return [box for box in dialog.findChildren(SearchBox)
            if box.accessibleName() == "Channel" and box.isVisible()]  # fmt: skip


def shares(dialog: MappingDialog) -> list[QDoubleSpinBox]:
    return [box for box in dialog.findChildren(QDoubleSpinBox) if box.isVisible()]


def button(dialog: MappingDialog, text: str) -> QPushButton:
    (found,) = (b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == text)
    return found


def press(qtbot: QtBot, dialog: MappingDialog, *keys: Qt.Key) -> QWidget:
    """Press keys where the keyboard is; returns where it is then."""
    for key in keys:
        qtbot.keyClick(dialog.focusWidget(), key)
    return dialog.focusWidget()


def type_into(qtbot: QtBot, dialog: MappingDialog, text: str) -> None:
    qtbot.keyClicks(dialog.focusWidget(), text)
