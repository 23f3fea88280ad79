from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from dimitra_studio.gui.dialogs.error_dialog import ErrorDialog
from dimitra_studio.gui.error_report import ErrorReport

REPORT = ErrorReport(
    "The video could not be written.",
    "The disk is full.",
    "Free some space.",
    "trace of /srv/ann/x",
)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "studio.log"
    path.write_text("the last line of the log", encoding="utf-8")
    return path


@pytest.fixture
def dialog(log: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> ErrorDialog:
    monkeypatch.setattr(Path, "home", lambda: Path("/srv/ann"))
    dialog = ErrorDialog(REPORT, log_file=log, device="cpu")
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog


def button(dialog: ErrorDialog, text: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == text)


def test_says_what_happened_why_and_what_to_do(dialog: ErrorDialog) -> None:
    texts = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert [text for text in texts if text] == [REPORT.what, REPORT.why, REPORT.advice]


def test_details_come_when_asked_for(dialog: ErrorDialog, qtbot: QtBot) -> None:
    text = dialog.findChild(QPlainTextEdit)
    assert not text.isVisible()
    qtbot.mouseClick(button(dialog, "Show details"), Qt.MouseButton.LeftButton)
    assert text.isVisible()
    qtbot.mouseClick(button(dialog, "Hide details"), Qt.MouseButton.LeftButton)
    assert not text.isVisible()


def test_copied_details_hide_paths_unless_ticked(dialog: ErrorDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.copied):
        qtbot.mouseClick(button(dialog, "Copy details"), Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert "trace of ~/x" in copied
    assert "the last line of the log" in copied
    assert "Device cpu" in copied
    dialog.findChild(QCheckBox).setChecked(True)
    dialog.copy_details()
    assert "trace of /srv/ann/x" in QGuiApplication.clipboard().text()


def test_log_folder_is_opened(
    dialog: ErrorDialog, log: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    qtbot.mouseClick(button(dialog, "Open log folder"), Qt.MouseButton.LeftButton)
    assert [url.toLocalFile() for url in opened] == [str(log.parent)]


def test_without_a_log_the_button_says_why(qtbot: QtBot) -> None:
    dialog = ErrorDialog(REPORT)
    qtbot.addWidget(dialog)
    folder = button(dialog, "Open log folder")
    assert not folder.isEnabled()
    assert "cannot be written" in folder.toolTip()


def test_repeats_are_counted(dialog: ErrorDialog) -> None:
    dialog.set_repeats(12)
    assert any("12" in label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
    dialog.set_repeats(0)
    assert not any("Further" in x.text() for x in dialog.findChildren(QLabel) if x.isVisible())


def test_enter_and_escape_close(dialog: ErrorDialog, qtbot: QtBot) -> None:
    assert button(dialog, "Close").isDefault()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_markup_of_an_error_is_text(qtbot: QtBot) -> None:
    dialog = ErrorDialog(ErrorReport("<img src='http://example.org/x'>"))
    qtbot.addWidget(dialog)
    label = next(x for x in dialog.findChildren(QLabel) if "img" in x.text())
    assert label.textFormat() == Qt.TextFormat.PlainText
