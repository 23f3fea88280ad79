from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from dimitra_studio.core.differences import Difference, Kind
from dimitra_studio.core.recovery import Finding, SideFile
from dimitra_studio.gui.safety.difference_texts import describe
from dimitra_studio.gui.safety.recovery_dialog import RecoveryDialog


def side(name: str, original: Path | None) -> SideFile:
    return SideFile(Path(f"{name}.dimitra"), name, original, 1e9, name, 2, 30, 0)


MORE = Finding(
    side("Poem", Path("poem.dimitra")), None, (Difference("takes added", 2),), saved_later=False
)
OLDER = Finding(
    side("Prose", Path("prose.dimitra")), None, (Difference("words"),), saved_later=True
)
UNSAVED = Finding(side("Untitled", None), None, None, saved_later=False)
DAMAGED = Finding(side("", None), "It is damaged.", None, saved_later=False)


@pytest.fixture
def dialog(qtbot: QtBot) -> RecoveryDialog:
    dialog = RecoveryDialog()
    dialog.set_findings([MORE, OLDER, UNSAVED, DAMAGED])
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def button(dialog: RecoveryDialog, text: str) -> QPushButton:
    (found,) = [b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == text]
    return found


def choose(dialog: RecoveryDialog, row: int) -> None:
    tree = dialog.findChild(QTreeWidget, "recovery_list")
    tree.setCurrentItem(tree.topLevelItem(row))


def details(dialog: RecoveryDialog) -> str:
    return dialog.findChild(QLabel, "recovery_details").text()


def test_it_says_what_differs(dialog: RecoveryDialog) -> None:
    assert details(dialog) == "• More takes: 2"
    choose(dialog, 1)
    assert details(dialog).startswith("• The saved file is newer")
    choose(dialog, 2)
    assert details(dialog) == "• This project was never saved.\n• Takes: 2\n• Words: 30"


def test_enter_recovers(dialog: RecoveryDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.recover_requested) as recovered:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert recovered.args == [MORE]
    assert not dialog.isVisible()


def test_on_doubt_enter_keeps_both(dialog: RecoveryDialog, qtbot: QtBot) -> None:
    choose(dialog, 1)
    with qtbot.waitSignal(dialog.keep_both_requested) as kept:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert kept.args == [OLDER]


@pytest.mark.parametrize(
    ("row", "recover", "both"), [(0, True, True), (2, True, False), (3, False, False)]
)
def test_only_what_can_be_done_can_be_pressed(
    dialog: RecoveryDialog, row: int, recover: bool, both: bool
) -> None:
    choose(dialog, row)
    assert button(dialog, "Recover").isEnabled() == recover
    assert button(dialog, "Keep both").isEnabled() == both
    assert all(item.toolTip() for item in dialog.findChildren(QPushButton) if item.text())


def test_escape_leaves_everything_for_later(dialog: RecoveryDialog, qtbot: QtBot) -> None:
    with (
        qtbot.assertNotEmitted(dialog.recover_requested),
        qtbot.assertNotEmitted(dialog.discard_requested),
    ):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def answer(dialog: RecoveryDialog, choice: QMessageBox.StandardButton, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(dialog, "Discard…"), Qt.MouseButton.LeftButton)
    question = dialog.findChild(QMessageBox)
    qtbot.mouseClick(question.button(choice), Qt.MouseButton.LeftButton)


def test_discarding_asks_first(dialog: RecoveryDialog, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(dialog.discard_requested):
        answer(dialog, QMessageBox.StandardButton.Cancel, qtbot)
    assert details(dialog) == "• More takes: 2"


def test_discarded_work_leaves_the_list(dialog: RecoveryDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.discard_requested) as discarded:
        answer(dialog, QMessageBox.StandardButton.Discard, qtbot)
    assert discarded.args == [MORE]
    assert details(dialog).startswith("• The saved file is newer")
    assert dialog.isVisible()


def test_it_closes_with_the_last_one(qtbot: QtBot) -> None:
    dialog = RecoveryDialog()
    dialog.set_findings([DAMAGED])
    qtbot.addWidget(dialog)
    dialog.open()
    assert details(dialog) == "• It is damaged."
    answer(dialog, QMessageBox.StandardButton.Discard, qtbot)
    assert not dialog.isVisible()


def test_screen_readers_hear_the_list(dialog: RecoveryDialog) -> None:
    tree = dialog.findChild(QTreeWidget, "recovery_list")
    accessible = QAccessible.queryAccessibleInterface(tree)
    assert accessible.text(QAccessible.Text.Name) == "Unsaved work"


@pytest.mark.parametrize("kind", Kind.__args__)
def test_every_difference_has_words(kind: Kind) -> None:
    (line,) = describe([Difference(kind, 3)])
    assert line
    assert "{" not in line
