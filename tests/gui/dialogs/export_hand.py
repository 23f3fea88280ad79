"""Hands for the export dialog."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QListWidget,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui.dialogs.export_dialog import ExportDialog
from dimitra_studio.gui.dialogs.export_range import ExportRange
from dimitra_studio.pipeline.delivery import Delivery

FORMATS = {"npz": "Curves for numpy", "csv": "Curves as a table"}


def make_options(folder: Path) -> dict[str, Any]:
    """Of eleven seconds with everything that there can be."""
    return {
        "duration": 11.0,
        "selection": Segment(2.0, 5.32),
        "portrait_size": (1024, 768),
        "has_recording": True,
        "folder": folder,
        "name": "speech",
    }


def opened(qtbot: QtBot, options: dict[str, Any]) -> ExportDialog:
    """The dialog on the screen."""
    dialog = ExportDialog()
    dialog.set_options(FORMATS, **options)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def field(dialog: ExportDialog, label: str) -> QWidget:
    """The control that a label belongs to."""
    for text in dialog.findChildren(QLabel):
        if text.text().replace("&", "") == label and text.buddy() is not None:
            return text.buddy()
    raise AssertionError(f"no control is labelled {label}")


def combo(dialog: ExportDialog, label: str) -> QComboBox:
    box = field(dialog, label)
    assert isinstance(box, QComboBox)
    return box


def choose(dialog: ExportDialog, qtbot: QtBot, label: str, text: str) -> None:
    """Choose an entry of a list by the keyboard."""
    box = combo(dialog, label)
    box.setFocus()
    rows = [row for row in range(box.count()) if box.itemText(row).startswith(text)]
    assert rows, [box.itemText(row) for row in range(box.count())]
    steps = rows[0] - box.currentIndex()
    for _ in range(abs(steps)):
        qtbot.keyClick(box, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)


def times(dialog: ExportDialog) -> list[QDoubleSpinBox]:
    return dialog.findChild(ExportRange).findChildren(QDoubleSpinBox)


def button(dialog: ExportDialog, text: str) -> QAbstractButton:
    for found in dialog.findChildren(QAbstractButton):
        if found.text().replace("&", "") == text:
            return found
    raise AssertionError(f"no button {text}")


def click(dialog: ExportDialog, qtbot: QtBot, text: str) -> None:
    pressed = button(dialog, text)
    if isinstance(pressed, QRadioButton | QCheckBox):
        qtbot.keyClick(pressed, Qt.Key.Key_Space)
    else:
        qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)


def pick_kind(dialog: ExportDialog, qtbot: QtBot, row: int) -> None:
    kinds = dialog.findChild(QListWidget)
    kinds.setFocus()
    qtbot.keyClick(kinds, Qt.Key.Key_Home)
    for _ in range(row):
        qtbot.keyClick(kinds, Qt.Key.Key_Down)


def export(dialog: ExportDialog, qtbot: QtBot) -> tuple[Delivery, Path]:
    with qtbot.waitSignal(dialog.export_requested) as asked:
        click(dialog, qtbot, "Export")
    assert not dialog.isVisible()
    return asked.args[0], asked.args[1]


def texts(dialog: ExportDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
