"""The few commands that are used all day, at hand beside the menus."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QToolBar, QToolButton

from dimitra_studio.gui.actions import Actions

_GROUPS = (("open", "save"), ("undo", "redo"), ("generate", "generate_selection", "export"))
_SPELT_OUT = {"generate", "export"}  # the goals of a session; the icons of the others are known


class ToolBar(QToolBar):
    """The window's own tool bar, which takes no height where the window has a menu bar.

    Args:
        actions: whose commands it shows.
        window: that it belongs to.
    """

    def __init__(self, actions: Actions, window: QMainWindow) -> None:
        super().__init__(window)
        self.setObjectName("tools")  # what the saved state of the window calls it
        self.setWindowTitle(self.tr("Tools"))
        self.setAccessibleName(self.tr("Tools"))
        self.setMovable(False)
        side = round(self.fontMetrics().height() * 1.05)
        self.setIconSize(QSize(side, side))
        actions.action("generate").setIconText(self.tr("Generate"))  # menus keep the longer texts
        actions.action("export").setIconText(self.tr("Export"))
        for place, names in enumerate(_GROUPS):
            if place:
                self.addSeparator()
            for name in names:
                self._add(actions.action(name), spelt_out=name in _SPELT_OUT)
        bar = window.menuBar()
        if bar.isNativeMenuBar():  # it is the desktop's, and has no corner
            window.addToolBar(self)
        else:
            bar.setCornerWidget(self, Qt.Corner.TopRightCorner)
        self.show()

    def _add(self, action: QAction, *, spelt_out: bool) -> None:
        self.addAction(action)
        button = self.widgetForAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(action.text())
        if spelt_out and isinstance(button, QToolButton):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
