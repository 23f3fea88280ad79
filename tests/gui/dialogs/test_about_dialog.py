from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

import dimitra_studio
from dimitra_studio.gui.dialogs.about_dialog import AboutDialog


def test_says_what_runs(qtbot: QtBot) -> None:
    dialog = AboutDialog("cuda:0")
    qtbot.addWidget(dialog)
    text = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    for part in (dimitra_studio.__version__, "Qt 6.", "Apache License 2.0", "cuda:0"):
        assert part in text


def test_versions_are_copied(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    copy = next(b for b in dialog.findChildren(QPushButton) if "Copy" in b.text())
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert dimitra_studio.__version__ in QGuiApplication.clipboard().text()
