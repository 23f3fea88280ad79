"""What can be exported of what there is, and how the list shows it."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGroupBox,
    QListWidget,
)
from pytestqt.qtbot import QtBot

from dimitra_studio.gui.dialogs.export_dialog import ExportDialog
from tests.gui.dialogs.export_hand import (
    FORMATS,
    button,
    export,
    make_options,
    opened,
    pick_kind,
    texts,
)


@pytest.fixture
def options(tmp_path: Path) -> dict[str, Any]:
    return make_options(tmp_path)


@pytest.fixture
def dialog(qtbot: QtBot, options: dict[str, Any]) -> ExportDialog:
    return opened(qtbot, options)


def test_words_need_no_motion(qtbot: QtBot, options: dict[str, Any], tmp_path: Path) -> None:
    dialog = ExportDialog()
    qtbot.addWidget(dialog)
    formats = {**FORMATS, "rhubarb": "Rhubarb", "srt": "Subtitles"}
    dialog.set_options(formats, **{**options, "duration": 0.0, "words_duration": 4.0})
    dialog.open()
    reason = "There is no motion yet; generate a take first"
    assert button(dialog, "Export").toolTip() == reason
    pick_kind(dialog, qtbot, 4)
    assert "100 frames, 4.00 s" in texts(dialog)
    pick_kind(dialog, qtbot, 5)
    visible = {box.title() for box in dialog.findChildren(QGroupBox) if box.isVisible()}
    assert visible == {"Range", "File"}
    delivery, path = export(dialog, qtbot)
    assert (delivery.kind, path) == ("srt", tmp_path / "speech.srt")


def test_words_that_are_missing_are_missed(
    dialog: ExportDialog, qtbot: QtBot, options: dict[str, Any]
) -> None:
    dialog.set_options({"srt": "Subtitles"}, **options)
    pick_kind(dialog, qtbot, 2)
    assert "There are no words yet; type what is said" in texts(dialog)
    pick_kind(dialog, qtbot, 0)
    assert button(dialog, "Export").isEnabled()


def test_headings_cannot_be_chosen(dialog: ExportDialog, qtbot: QtBot) -> None:
    kinds = dialog.findChild(QListWidget)
    headings = [kinds.item(row) for row in range(kinds.count()) if not kinds.item(row).flags()]
    assert [heading.text() for heading in headings] == ["Curves", "Project"]
    pick_kind(dialog, qtbot, 2)
    before = dialog.kind
    place = kinds.visualItemRect(headings[0]).center()
    qtbot.mouseClick(kinds.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dialog.kind == before == "npz"
