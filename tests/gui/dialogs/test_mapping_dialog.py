from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QLineEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dimitra_studio.gui.dialogs.mapping_dialog import MappingDialog
from dimitra_studio.gui.dialogs.search_box import SearchBox
from dimitra_studio.pipeline.character import (
    Wishes,
    match,
    wishes_of,
)
from tests.export.characters import ARKIT, make_character
from tests.gui.dialogs.mapping_hand import (
    NAMES,
    button,
    channels,
    opened,
    press,
    rows,
    shares,
    texts,
    type_into,
)
from tests.gui.test_window_access import clashes, nameless


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_character(tmp_path, NAMES)


@pytest.fixture
def dialog(qtbot: QtBot, path: Path) -> MappingDialog:
    return opened(qtbot, path)


def test_every_target_has_a_row_that_says_how_it_came(dialog: MappingDialog) -> None:
    assert rows(dialog) == [
        ("eyesClosed", "0.5 eyeBlinkLeft + 0.5 eyeBlinkRight", "guessed"),
        ("Hut", "", "nothing drives it"),
        ("jawOpen", "jawOpen", "found by name"),
        ("Laecheln", "", "nothing drives it"),
        ("mouthPucker", "mouthPucker", "found by name"),
    ]
    assert "48 missing: " in texts(dialog)
    assert dialog.wishes() == wishes_of(match(dialog._found.character))


def test_smile_of_two_channels_by_keyboard_alone(qtbot: QtBot, dialog: MappingDialog) -> None:
    assert dialog.focusWidget() is dialog.findChild(QTableView)
    press(qtbot, dialog, Qt.Key.Key_Home, *[Qt.Key.Key_Down] * 3, Qt.Key.Key_Return)
    assert dialog.focusWidget() is channels(dialog)[0]
    type_into(qtbot, dialog, "smilel")
    press(qtbot, dialog, Qt.Key.Key_Return, Qt.Key.Key_Tab)
    type_into(qtbot, dialog, "0.5")
    button(dialog, "Add a channel").setFocus()
    press(qtbot, dialog, Qt.Key.Key_Space)
    assert dialog.focusWidget() is channels(dialog)[1]
    type_into(qtbot, dialog, "smiler")
    press(qtbot, dialog, Qt.Key.Key_Return, Qt.Key.Key_Tab)
    type_into(qtbot, dialog, "0.5")
    assert rows(dialog)[3] == ("Laecheln", "0.5 mouthSmileLeft + 0.5 mouthSmileRight", "by hand")
    assert dialog.wishes().targets["Laecheln"] == {"mouthSmileLeft": 0.5, "mouthSmileRight": 0.5}
    assert "46 missing: " in texts(dialog)
    press(qtbot, dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()  # Enter takes the number, and does not close
    button(dialog, "OK").setFocus()
    with qtbot.waitSignal(dialog.accepted):
        press(qtbot, dialog, Qt.Key.Key_Return)


def test_delete_and_nothing_leave_a_target_alone(qtbot: QtBot, dialog: MappingDialog) -> None:
    table = dialog.findChild(QTableView)
    press(qtbot, dialog, Qt.Key.Key_Home, Qt.Key.Key_Delete)
    assert rows(dialog)[0] == ("eyesClosed", "", "nothing drives it")
    table.selectRow(2)
    press(qtbot, dialog, Qt.Key.Key_F2)
    type_into(qtbot, dialog, "nothing")
    press(qtbot, dialog, Qt.Key.Key_Return)
    assert dialog.wishes().targets["jawOpen"] == {}
    assert "jawOpen" in texts(dialog)
    type_into(qtbot, dialog, "jawopen")  # back to what the names say is found, not set by hand
    press(qtbot, dialog, Qt.Key.Key_Return)
    assert rows(dialog)[2] == ("jawOpen", "jawOpen", "found by name")


def test_channel_is_taken_away_again(qtbot: QtBot, dialog: MappingDialog) -> None:
    dialog.findChild(QTableView).selectRow(0)
    assert [box.value for box in channels(dialog)] == ["eyeBlinkLeft", "eyeBlinkRight"]
    remove = channels(dialog)[0].parentWidget().layout().itemAt(2).widget()
    qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert dialog.wishes().targets["eyesClosed"] == {"eyeBlinkRight": 0.5}
    assert rows(dialog)[0][2] == "by hand"


def test_search_and_doubts(qtbot: QtBot, dialog: MappingDialog) -> None:
    search = dialog.findChildren(QLineEdit)[0]
    assert search.accessibleName() == "Find a target or a channel"
    qtbot.keyClicks(search, "eyeblink")  # a channel's name
    assert [row[0] for row in rows(dialog)] == ["eyesClosed"]
    search.clear()
    doubtful = dialog.findChild(QCheckBox)
    qtbot.keyClick(doubtful, Qt.Key.Key_Space)
    assert [row[0] for row in rows(dialog)] == ["eyesClosed", "Hut", "Laecheln"]
    dialog.findChild(QTableView).selectRow(1)
    channels(dialog)[0].begin_search()
    type_into(qtbot, dialog, "tongue")
    press(qtbot, dialog, Qt.Key.Key_Return)
    assert rows(dialog)[1] == ("Hut", "tongueOut", "by hand")  # it stays under the hand
    qtbot.keyClicks(search, "no such target")
    assert rows(dialog) == []
    assert "No target" in texts(dialog)
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_head_and_facing(qtbot: QtBot, dialog: MappingDialog) -> None:
    head, facing = combos(dialog)
    assert [head.itemText(row) for row in range(head.count())][:4] == [
        "none, it holds still", "Armature", "Hips", "Neck",
    ]  # fmt: skip
    assert (head.currentText(), facing.currentData()) == ("Head", "+z")
    head.setFocus(Qt.FocusReason.TabFocusReason)
    type_into(qtbot, dialog, "neck")
    press(qtbot, dialog, Qt.Key.Key_Return)
    facing.setFocus()
    press(qtbot, dialog, Qt.Key.Key_Down)
    assert (dialog.wishes().head, dialog.wishes().facing) == ("Neck", "-z")
    head.setFocus(Qt.FocusReason.TabFocusReason)
    type_into(qtbot, dialog, "none")
    press(qtbot, dialog, Qt.Key.Key_Return)
    assert dialog.wishes().head == ""


def combos(dialog: MappingDialog) -> tuple[SearchBox, QComboBox]:
    head, facing = (
        box
        for name in ("The head turns with", "The character looks")
        for box in dialog.findChildren(QComboBox)
        if box.accessibleName() == name
    )
    assert isinstance(head, SearchBox)
    return head, facing


def test_back_to_what_was_found(qtbot: QtBot, path: Path) -> None:
    wishes = Wishes({"Hut": {"tongueOut": 0.25}, "jawOpen": {}}, "", "+x")
    dialog = opened(qtbot, path, wishes)
    assert rows(dialog)[1] == ("Hut", "0.25 tongueOut", "by hand")
    assert dialog.wishes().head == ""
    qtbot.mouseClick(button(dialog, "Back to what was found"), Qt.MouseButton.LeftButton)
    assert dialog.wishes() == wishes_of(match(path))


def test_five_hundred_targets_can_be_searched(qtbot: QtBot, tmp_path: Path) -> None:
    names = [*ARKIT, *(f"Wrinkle {number:03}" for number in range(450))]
    dialog = opened(qtbot, make_character(tmp_path, names))
    assert len(rows(dialog)) == 502
    press(qtbot, dialog, Qt.Key.Key_End)
    for _ in range(20):
        press(qtbot, dialog, Qt.Key.Key_Up)
    assert "Wrinkle 429" in texts(dialog)
    dialog.findChildren(QLineEdit)[0].setFocus()
    type_into(qtbot, dialog, "wrinkle 44")
    assert len(rows(dialog)) == 14


def test_all_of_it_is_named_explained_and_reached_by_tab(
    qtbot: QtBot, dialog: MappingDialog
) -> None:
    assert nameless(dialog) == []
    assert clashes(dialog) == []
    reached: list[QWidget] = []
    while dialog.focusWidget() not in reached:
        reached.append(dialog.focusWidget())
        press(qtbot, dialog, Qt.Key.Key_Tab)
    head, facing = combos(dialog)
    buttons = dialog.findChild(QDialogButtonBox).buttons()
    wanted: list[QWidget] = [
        *(dialog.findChild(QTableView), dialog.findChildren(QLineEdit)[0]),
        *(dialog.findChild(QCheckBox), button(dialog, "Add a channel"), head, facing),
        *(*channels(dialog), *shares(dialog), *buttons),
    ]
    assert [type(widget).__name__ for widget in wanted if widget not in reached] == []
