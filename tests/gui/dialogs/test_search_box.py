from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from dimitra_studio.core.rig import STUDIO
from dimitra_studio.gui.dialogs.search_box import SearchBox

ENTRIES = [("nothing", ""), *((name, name) for name in STUDIO.channels)]


@pytest.fixture
def box(qtbot: QtBot) -> Iterator[SearchBox]:
    """In a dialog with a default button, which Enter would press."""
    dialog = QDialog()
    layout = QVBoxLayout(dialog)
    box = SearchBox("Channel", "Type a part")
    box.set_entries(ENTRIES)
    layout.addWidget(box)
    layout.addWidget(QLineEdit())
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok)
    buttons.accepted.connect(dialog.accept)
    layout.addWidget(buttons)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    dialog.activateWindow()
    box.begin_search()
    qtbot.waitUntil(box.hasFocus)
    yield box
    dialog.reject()


def popup(box: SearchBox) -> list[str]:
    """What is offered while one types."""
    model = box.completer().completionModel()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_typing_offers_what_holds_the_letters(box: SearchBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "SMILE")
    assert popup(box) == ["mouthSmileLeft", "mouthSmileRight"]


def test_enter_takes_the_first_and_presses_no_button(box: SearchBox, qtbot: QtBot) -> None:
    with qtbot.waitSignal(box.value_changed) as told:
        qtbot.keyClicks(box, "smile")
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert (told.args, box.value, box.currentText()) == (
        ["mouthSmileLeft"],
        "mouthSmileLeft",
        "mouthSmileLeft",
    )
    assert box.window().isVisible()


def test_arrow_and_enter_take_another_of_the_list(box: SearchBox, qtbot: QtBot) -> None:
    told: list[str] = []
    box.value_changed.connect(told.append)
    qtbot.keyClicks(box, "smile")
    offered = box.completer().popup()
    qtbot.waitUntil(offered.isVisible)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(offered, key)
    assert (box.value, told) == ("mouthSmileRight", ["mouthSmileRight"])
    assert box.window().isVisible()


def test_enter_in_the_list_without_an_arrow_takes_the_first(box: SearchBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "puck")
    offered = box.completer().popup()
    qtbot.waitUntil(offered.isVisible)
    qtbot.keyClick(offered, Qt.Key.Key_Return)
    assert (box.value, box.currentText()) == ("mouthPucker", "mouthPucker")


@pytest.mark.parametrize(
    ("typed", "value"),
    [("jawopen", "jawOpen"), ("tongue", "tongueOut"), ("smile", "jawLeft"), ("xyz", "jawLeft")],
)
def test_leaving_takes_only_what_is_plain(
    box: SearchBox, qtbot: QtBot, typed: str, value: str
) -> None:
    box.set_value("jawLeft")
    box.begin_search()
    qtbot.keyClicks(box, typed)
    if box.completer().popup().isVisible():
        box.completer().popup().hide()
    box.window().findChildren(QLineEdit)[-1].setFocus()
    assert (box.value, box.currentText()) == (value, value)


def test_setters_are_silent_and_keep_the_choice(box: SearchBox, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(box.value_changed):
        box.set_value("jawOpen")
        box.set_entries(ENTRIES[:10])
        assert box.value == "jawOpen"
        box.set_entries(ENTRIES[:1])
        assert (box.value, box.currentText()) == ("", "nothing")


def test_wheel_changes_nothing(box: SearchBox) -> None:
    box.set_value("jawOpen")
    middle, none = QPointF(5, 5), Qt.KeyboardModifier.NoModifier
    turn = QWheelEvent(
        middle, middle, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, none,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, turn)
    assert (box.value, turn.isAccepted()) == ("jawOpen", False)
