from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from dimitra_studio.core.rig import COMPONENTS
from dimitra_studio.core.take import Take
from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui.panels.takes_panel import TakesPanel
from tests.gui.panels.takes_tools import (
    ACTIVE,
    LEFT,
    MOTION,
    TAKES,
    button,
    cell,
    choose,
    menu_of,
    pick,
    show_panel,
    table,
)


@pytest.fixture
def panel(qtbot: QtBot) -> TakesPanel:
    return show_panel(qtbot)


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
    shown = seams.text().replace("\N{MULTIPLICATION SIGN}", " times")
    assert "jawOpen 3.2 times, mouthPucker 2.0 times, a 1.9 times …" in shown
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
