"""The few commands that are used all day, at hand beside the menus."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QToolBar, QToolButton, QWidget

from dimitra_studio.gui.actions import Actions

_GROUPS = (("open", "save"), ("undo", "redo"), ("generate", "generate_selection", "export"))
_SPELT_OUT = {"generate", "export"}  # the goals of a session; the icons of the others are known


class ToolBar(QToolBar):
    """The window's own tool bar, which takes no height where the window has a menu bar.

    Args:
        actions: whose commands it shows.
        parent: Qt's.
    """

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tools")  # what the saved state of the window calls it
        self.setWindowTitle(self.tr("Tools"))
        self.setAccessibleName(self.tr("Tools"))
        self.setMovable(False)
        side = round(self.fontMetrics().height() * 1.05)
        self.setIconSize(QSize(side, side))
        actions.action("generate").setIconText(self.tr("Generate"))  # menus keep the longer text
        for place, names in enumerate(_GROUPS):
            if place:
                self.addSeparator()
            for name in names:
                self._add(actions.action(name), spelt_out=name in _SPELT_OUT)

    def stand_in(self, window: QMainWindow) -> None:
        """Take the empty end of the menu bar, or a row of its own where the desktop has that bar."""
        bar = window.menuBar()
        if bar.isNativeMenuBar():
            window.addToolBar(self)
        else:
            bar.setCornerWidget(self, Qt.Corner.TopRightCorner)

    def _add(self, action: QAction, *, spelt_out: bool) -> None:
        self.addAction(action)
        button = self.widgetForAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(action.text())
        if spelt_out and isinstance(button, QToolButton):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
