from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from dimitra_studio.core.rig import COMPONENTS
from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui.panels.takes_panel import TakesPanel
from tests.gui.panels.takes_tools import (
    ACTIVE,
    LEFT,
    PATCHES,
    TAKES,
    cell,
    choose,
    click,
    menu_of,
    show_panel,
    states,
    table,
)


@pytest.fixture
def panel(qtbot: QtBot) -> TakesPanel:
    return show_panel(qtbot)


def test_badges_show_what_comes_from_where(panel: TakesPanel) -> None:
    panel.set_compared("Take 2")
    assert [states(panel, row) for row in range(3)] == [".xx.", "x..x", ".~.."]


def test_rows_say_how_a_take_was_made(panel: TakesPanel) -> None:
    role = Qt.ItemDataRole.UserRole
    assert cell(panel, 0, 0).data(role) == "seed 42"
    assert cell(panel, 1, 0).data(role) == "seed 7 · lips · 1.00 – 2.50 s"  # noqa: RUF001
    assert cell(panel, 2, 0).data(role) == "from a video"
    choose(panel, 1)
    text = panel.findChild(QLabel, "details").text()
    for part in ("Generated: lips", "seed 7, liveliness 1.4, 8 steps", "made from Take 1."):
        assert part in text


def test_setters_are_silent(panel: TakesPanel, qtbot: QtBot) -> None:
    with (
        qtbot.assertNotEmitted(panel.compare_changed),
        qtbot.assertNotEmitted(panel.take_shown),
        qtbot.assertNotEmitted(panel.lock_toggled),
    ):
        panel.set_project(TAKES[:2], ACTIVE, (), {"lips"})
        panel.set_compared("Take 1")
        panel.set_selection(Segment(1.0, 2.0))


def test_click_on_a_badge_shows_one_component(panel: TakesPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.take_shown) as shown:
        click(panel, qtbot, 2, 3)
    assert shown.args == ["Filmed", ("pose",)]
    assert states(panel, 2) == ".~.."  # until the document says so
    with qtbot.assertNotEmitted(panel.take_shown):
        click(panel, qtbot, 0, 3)  # shown already


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_keys_choose_in_the_cell_they_are_on(panel: TakesPanel, qtbot: QtBot, key: Qt.Key) -> None:
    choose(panel, 2)
    for _ in range(2):
        qtbot.keyClick(table(panel), Qt.Key.Key_Right)
    with qtbot.waitSignal(panel.take_shown) as shown:
        qtbot.keyClick(table(panel), key)
    assert shown.args == ["Filmed", ("expression",)]
    for _ in range(2):
        qtbot.keyClick(table(panel), Qt.Key.Key_Right)
    with qtbot.waitSignal(panel.compare_changed) as compared:
        qtbot.keyClick(table(panel), key)
    assert compared.args == ["Filmed"]


def test_enter_on_a_name_shows_all_that_is_free(panel: TakesPanel, qtbot: QtBot) -> None:
    panel.set_project(TAKES, ACTIVE, PATCHES, {"pose"})
    choose(panel, 2)
    with qtbot.waitSignal(panel.take_shown) as shown:
        qtbot.keyClick(table(panel), Qt.Key.Key_Return)
    assert shown.args == ["Filmed", ("lips", "expression")]


def test_double_click_on_a_name_shows_once(panel: TakesPanel, qtbot: QtBot) -> None:
    told: list[Any] = []
    panel.take_shown.connect(lambda *args: told.append(args))
    place = table(panel).visualRect(cell(panel, 2, 0)).center()
    qtbot.mouseClick(table(panel).viewport(), LEFT, pos=place)
    qtbot.mouseDClick(table(panel).viewport(), LEFT, pos=place)
    assert told == [("Filmed", COMPONENTS)]


def test_take_b_is_one_at_most(panel: TakesPanel, qtbot: QtBot) -> None:
    told: list[str | None] = []
    panel.compare_changed.connect(told.append)
    click(panel, qtbot, 1, 4)
    assert [states(panel, row)[-1] for row in range(3)] == [".", "x", "."]
    click(panel, qtbot, 0, 4)
    assert [states(panel, row)[-1] for row in range(3)] == ["x", ".", "."]
    click(panel, qtbot, 0, 4)
    assert told == ["Take 2", "Take 1", None]


def test_name_is_edited_in_place(panel: TakesPanel, qtbot: QtBot) -> None:
    choose(panel, 1)
    qtbot.keyClick(table(panel), Qt.Key.Key_F2)
    editor = table(panel).findChild(QLineEdit)
    assert editor.text() == "Take 2"
    qtbot.keyClicks(editor, "livelier ")
    with qtbot.waitSignal(panel.take_renamed) as renamed:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert renamed.args == ["Take 2", "livelier"]


@pytest.mark.parametrize("text", ["", "   ", "Take 2"])
def test_no_name_and_the_same_name_are_no_edit(panel: TakesPanel, qtbot: QtBot, text: str) -> None:
    choose(panel, 1)
    qtbot.keyClick(table(panel), Qt.Key.Key_F2)
    editor = table(panel).findChild(QLineEdit)
    editor.clear()
    qtbot.keyClicks(editor, text)
    with qtbot.assertNotEmitted(panel.take_renamed):
        qtbot.keyClick(editor, Qt.Key.Key_Return)


def test_delete_key_deletes_the_chosen_take(panel: TakesPanel, qtbot: QtBot) -> None:
    choose(panel, 2)
    with qtbot.waitSignal(panel.take_deleted) as deleted:
        qtbot.keyClick(table(panel), Qt.Key.Key_Delete)
    assert deleted.args == ["Filmed"]


def test_take_that_shows_a_locked_component_is_not_deleted(panel: TakesPanel, qtbot: QtBot) -> None:
    panel.set_project(TAKES, ACTIVE, PATCHES, {"expression"})
    for row in (0, 2):  # active in one, mixed in from the other
        choose(panel, row)
        with qtbot.assertNotEmitted(panel.take_deleted):
            qtbot.keyClick(table(panel), Qt.Key.Key_Delete)
        menu = menu_of(panel, qtbot)
        (action,) = [action for action in menu.actions() if action.text() == "Delete"]
        assert (action.isEnabled(), "locked part" in action.toolTip()) == (False, True)
        menu.close()


def test_head_of_a_column_locks_its_component(panel: TakesPanel, qtbot: QtBot) -> None:
    header = table(panel).horizontalHeader()
    place = QPoint(
        header.sectionViewportPosition(2) + header.sectionSize(2) // 2, header.height() // 2
    )
    with qtbot.waitSignal(panel.lock_toggled) as toggled:
        qtbot.mouseClick(header.viewport(), LEFT, pos=place)
    assert toggled.args == ["expression", True]
    panel.set_project(TAKES, ACTIVE, PATCHES, {"expression"})
    tip = table(panel).model().headerData(2, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert tip == "Expression: locked; click to unlock"
    with qtbot.waitSignal(panel.lock_toggled) as toggled:
        qtbot.mouseClick(header.viewport(), LEFT, pos=place)
    assert toggled.args == ["expression", False]
    with qtbot.assertNotEmitted(panel.take_shown):
        click(panel, qtbot, 2, 2)
