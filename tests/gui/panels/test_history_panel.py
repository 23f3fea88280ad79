from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtWidgets import QUndoView
from pytestqt.qtbot import QtBot

from dimitra_studio.gui.panels.history_panel import HistoryPanel


def test_click_goes_back_to_a_step(qtbot: QtBot) -> None:
    panel, stack = HistoryPanel(), QUndoStack()
    qtbot.addWidget(panel)
    panel.set_stack(stack)
    for text in ("Generate Take 1", "Lock lips", "Rename Take 1"):
        stack.push(QUndoCommand(text))
    panel.resize(300, 200)
    with qtbot.waitExposed(panel):
        panel.show()
    view = panel.findChild(QUndoView)
    assert view.accessibleName() == "History"
    texts = [view.model().index(row, 0).data() for row in range(view.model().rowCount())]
    assert texts == ["As opened", "Generate Take 1", "Lock lips", "Rename Take 1"]
    place = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert stack.index() == 1
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert stack.index() == 2
