"""A takes panel with three takes, and hands for it."""

import numpy as np
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QTableView
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


def show_panel(qtbot: QtBot) -> TakesPanel:
    """A panel on the screen, with the first take chosen."""
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
