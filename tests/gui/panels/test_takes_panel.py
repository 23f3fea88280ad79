from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt, SignalInstance
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from dimitra_studio.core.mix import Patch
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.rig import COMPONENTS, STUDIO
from dimitra_studio.core.take import Settings, Take
from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui.panels.takes_panel import TakesPanel

MOTION = Motion(np.zeros((240, 58), np.float32), STUDIO)
TAKES = (
    Take("Take 1", MOTION, "generated", COMPONENTS, 0.0, 9.6, Settings(42)),
    Take("Take 2", MOTION, "generated", ("lips",), 1.0, 2.5, Settings(7, 1.4), parent="Take 1"),
    Take("Filmed", MOTION, "tracked", COMPONENTS, 0.0, 9.6),
)
ACTIVE = {"lips": "Take 2", "expression": "Take 1", "pose": "Take 1"}
PATCHES = (Patch("expression", Segment(3.0, 4.0), "Filmed"),)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot: QtBot) -> TakesPanel:
    panel = TakesPanel()
    panel.set_project(TAKES, ACTIVE, PATCHES, ())
    qtbot.addWidget(panel)
    panel.resize(300, 400)
    with qtbot.waitExposed(panel):
        panel.show()
    choose(panel, 0)
    return panel


def table(panel: TakesPanel) -> QTableView:
    return panel.findChild(QTableView)


def cell(panel: TakesPanel, row: int, column: int) -> QModelIndex:
    return table(panel).model().index(row, column)


def choose(panel: TakesPanel, row: int, column: int = 0) -> None:
    table(panel).setCurrentIndex(cell(panel, row, column))


def click(panel: TakesPanel, qtbot: QtBot, row: int, column: int) -> None:
    place = table(panel).visualRect(cell(panel, row, column)).center()
    qtbot.mouseClick(table(panel).viewport(), LEFT, pos=place)


def states(panel: TakesPanel, row: int) -> str:
    """One sign for each of lips, expression, pose and B."""
    signs = {Qt.CheckState.Checked: "x", Qt.CheckState.PartiallyChecked: "~"}
    role = Qt.ItemDataRole.CheckStateRole
    return "".join(
        signs.get(Qt.CheckState(cell(panel, row, column).data(role)), ".") for column in range(1, 5)
    )


def button(panel: TakesPanel, text: str) -> QPushButton:
    (found,) = [item for item in panel.findChildren(QPushButton) if item.text() == text]
    return found


def menu_of(panel: TakesPanel, qtbot: QtBot) -> QMenu:
    table(panel).customContextMenuRequested.emit(QPoint(20, 20))
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def pick(panel: TakesPanel, qtbot: QtBot, text: str) -> None:
    """Click an entry of the context menu."""
    menu = menu_of(panel, qtbot)
    (action,) = [action for action in menu.actions() if action.text() == text]
    assert action.isEnabled()
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())


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


def test_take_is_used_in_the_selection(panel: TakesPanel, qtbot: QtBot) -> None:
    use = button(panel, "Use here")
    assert (use.isEnabled(), use.toolTip()) == (False, "Select a range on the timeline first")
    panel.set_selection(Segment(1.0, 2.0))
    choose(panel, 2)
    with qtbot.waitSignal(panel.patch_requested) as asked:
        qtbot.mouseClick(use, LEFT)
    assert asked.args == ["Filmed", COMPONENTS]


def test_mix_is_removed_where_there_is_one(panel: TakesPanel, qtbot: QtBot) -> None:
    unmix = button(panel, "Unmix")
    panel.set_selection(Segment(1.0, 2.0))
    assert (unmix.isEnabled(), unmix.toolTip()) == (False, "No other take is mixed in here")
    for segment in (Segment(3.5, 5.0), None):
        panel.set_selection(segment)
        with qtbot.waitSignal(panel.patches_cleared) as cleared:
            qtbot.mouseClick(unmix, LEFT)
        assert cleared.args == [("expression",)]


Entry = tuple[str, Callable[[TakesPanel], SignalInstance], list[Any]]
ENTRIES: list[Entry] = [
    ("Show this take", lambda panel: panel.take_shown, ["Take 2", COMPONENTS]),
    ("Duplicate", lambda panel: panel.take_duplicated, ["Take 2"]),
    ("Delete", lambda panel: panel.take_deleted, ["Take 2"]),
    ("Compare with this take", lambda panel: panel.compare_changed, ["Take 2"]),
    ("Copy the settings to the inspector", lambda panel: panel.settings_copied, ["Take 2"]),
    (
        "Generate again with these settings",
        lambda panel: panel.regenerate_requested,
        ["Take 2"],
    ),
    ("Lock: Lips", lambda panel: panel.lock_toggled, ["lips", True]),
    ("Use in the selection", lambda panel: panel.patch_requested, ["Take 2", COMPONENTS]),
]


@pytest.mark.parametrize(("text", "signal", "args"), ENTRIES, ids=[entry[0] for entry in ENTRIES])
def test_menu_carries_out(
    panel: TakesPanel,
    qtbot: QtBot,
    text: str,
    signal: Callable[[TakesPanel], SignalInstance],
    args: list[Any],
) -> None:
    panel.set_selection(Segment(1.0, 2.0))
    choose(panel, 1)
    with qtbot.waitSignal(signal(panel)) as told:
        pick(panel, qtbot, text)
    assert told.args == args


def test_menu_renames_in_place(panel: TakesPanel, qtbot: QtBot) -> None:
    choose(panel, 1, 3)
    pick(panel, qtbot, "Rename")
    assert table(panel).findChild(QLineEdit).text() == "Take 2"


def test_menu_says_why_not(panel: TakesPanel, qtbot: QtBot) -> None:
    choose(panel, 2)
    menu = menu_of(panel, qtbot)
    reasons = {
        action.text(): action.toolTip() for action in menu.actions() if not action.isEnabled()
    }
    assert reasons["Use in the selection"] == "Select a range on the timeline first"
    assert "not generated" in reasons["Copy the settings to the inspector"]
    menu.close()


def test_chosen_row_stays_and_a_new_take_is_chosen(panel: TakesPanel) -> None:
    choose(panel, 1, 2)
    panel.set_project(TAKES, ACTIVE, (), ())
    assert (table(panel).currentIndex().row(), table(panel).currentIndex().column()) == (1, 2)
    fourth = Take("Take 4", MOTION, "generated", COMPONENTS, 0.0, 9.6)
    panel.set_project((*TAKES, fourth), ACTIVE, (), ())
    assert table(panel).currentIndex().row() == 3
    panel.set_project(TAKES[:1], ACTIVE, (), ())
    assert table(panel).currentIndex().row() == 0


def test_without_takes_the_panel_says_so(panel: TakesPanel) -> None:
    panel.set_project((), {}, (), ())
    assert not table(panel).isVisible()
    texts = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("No takes yet") for text in texts)
    for text in ("Show", "Use here", "Unmix"):
        assert not button(panel, text).isEnabled()
        assert "no take" in button(panel, text).toolTip().lower()


def test_seams_that_jump_are_told(panel: TakesPanel) -> None:
    seams = panel.findChild(QLabel, "seams")
    assert not seams.isVisible()
    panel.set_seam_jumps([("jawOpen", 3.24), ("mouthPucker", 2.0), ("a", 1.9), ("b", 1.8)])
    assert "jawOpen (3.2), mouthPucker (2.0), a (1.9) …" in seams.text()
    panel.set_seam_jumps([])
    assert not seams.isVisible()


def ink(panel: TakesPanel, row: int, column: int) -> int:
    """How many points of a cell are not its ground."""
    picture = table(panel).viewport().grab(table(panel).visualRect(cell(panel, row, column)))
    image = picture.toImage()
    ground = image.pixelColor(1, 2)
    return sum(
        image.pixelColor(x, y) != ground
        for x in range(image.width())
        for y in range(image.height())
    )


def test_badges_are_painted_filled_outlined_and_striped(panel: TakesPanel) -> None:
    """What is shown can be told from what is not without reading a colour."""
    striped = ink(panel, 2, 2)
    panel.set_project(TAKES, ACTIVE, (), ())
    outlined = ink(panel, 2, 2)
    panel.set_project(TAKES, {**ACTIVE, "expression": "Filmed"}, (), ())
    filled = ink(panel, 2, 2)
    assert outlined * 1.2 < striped < filled / 1.2
