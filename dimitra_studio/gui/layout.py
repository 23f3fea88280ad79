"""Where the panels stand: docks, workspaces, and what is remembered of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget, QWidget

VERSION = 2
"""Of the saved states: Qt refuses one that was made for other docks."""

LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea

AREAS: tuple[tuple[Qt.DockWidgetArea, tuple[str, ...]], ...] = (
    (LEFT, ("transcript",)),
    (RIGHT, ("inspector", "checks")),
    (RIGHT, ("takes", "jobs", "history")),
    (BOTTOM, ("timeline", "curves")),
)
"""Groups of tabs; a second group of an area stands below the first."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """One arrangement of the docks.

    Args:
        shown: names of the docks that are seen; the first of tabs is in front.
        left: share of the window's width that the left docks get.
        right: share of the right docks.
        bottom: share of the window's height that the bottom docks get.
    """

    shown: tuple[str, ...]
    left: float
    right: float
    bottom: float


WORKSPACES: Mapping[str, Workspace] = {
    "inspect": Workspace(
        ("transcript", "inspector", "takes", "jobs", "history", "timeline", "curves"),
        left=0.18,
        right=0.22,
        bottom=0.45,
    ),
    "transcript": Workspace(
        ("transcript", "takes", "jobs", "timeline"), left=0.36, right=0.20, bottom=0.34
    ),
    "export": Workspace(("takes", "jobs", "timeline"), left=0.18, right=0.22, bottom=0.26),
}
"""By name; the first is what a new user sees."""

_INSPECTOR = 0.52  # share of the right column's height


class Layout(QObject):
    """Owns the docks of a main window.

    Args:
        window: that the docks belong to.
        panels: what stands in them, with the title of each, by the names of ``AREAS``.
    """

    workspace_changed = Signal(str)

    def __init__(self, window: QMainWindow, panels: Mapping[str, tuple[str, QWidget]]) -> None:
        super().__init__(window)
        self._window = window
        self._docks = {name: _make_dock(name, *panel, window) for name, panel in panels.items()}
        self.workspace = next(iter(WORKSPACES))
        window.setDockOptions(
            QMainWindow.DockOption.AnimatedDocks
            | QMainWindow.DockOption.AllowTabbedDocks
            | QMainWindow.DockOption.AllowNestedDocks
            | QMainWindow.DockOption.GroupedDragging  # lets a tab be dragged out of its bar
        )
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        window.setCorner(Qt.Corner.BottomLeftCorner, BOTTOM)
        window.setCorner(Qt.Corner.BottomRightCorner, RIGHT)  # two panels need the whole height
        self._dressing = QTimer(self)  # once for all docks that move at the same time
        self._dressing.setSingleShot(True)
        self._dressing.timeout.connect(self._dress)
        self._place()
        self._fresh = self.save()
        for dock in self._docks.values():
            dock.visibilityChanged.connect(self._on_dock_moved)
            dock.dockLocationChanged.connect(self._on_dock_moved)
            dock.topLevelChanged.connect(self._on_dock_moved)

    def dock(self, name: str) -> QDockWidget:
        return self._docks[name]

    def panel_actions(self) -> list[QAction]:
        """For a menu: one for each panel, which shows or hides it."""
        return [dock.toggleViewAction() for dock in self._docks.values()]

    def reveal(self, name: str) -> None:
        """Bring a panel to the front."""
        self._docks[name].show()
        self._docks[name].raise_()

    def use(self, name: str) -> None:
        """Arrange the panels as a workspace has them."""
        self.workspace = name
        workspace = WORKSPACES[name]
        self.restore(self._fresh)
        for dock_name, dock in self._docks.items():
            dock.setVisible(dock_name in workspace.shown)
            dock.toggleViewAction().setEnabled(True)
        for _, group in AREAS:
            front = next((name for name in group if name in workspace.shown), group[0])
            self._docks[front].raise_()
        self._size(workspace)
        self.workspace_changed.emit(name)

    def save(self) -> bytes:
        """The present arrangement, for ``restore``."""
        return bytes(self._window.saveState(VERSION).data())

    def restore(self, state: bytes) -> bool:
        """Arrange the docks as they were; False if that was another version's state."""
        return bool(state) and self._window.restoreState(QByteArray(state), VERSION)

    def set_available(self, *, available: bool) -> None:
        """Hide all docks while no project is open, and bring them back."""
        if available:
            self.use(self.workspace)
            return
        for dock in self._docks.values():
            dock.hide()
            dock.toggleViewAction().setEnabled(False)

    def _on_dock_moved(self) -> None:
        self._dressing.start()

    def _dress(self) -> None:
        """Leave out the title of a panel whose tab says it already."""
        for dock in self._docks.values():
            beside = self._window.tabifiedDockWidgets(dock)
            tabbed = not dock.isFloating() and any(not other.isHidden() for other in beside)
            bare = dock.titleBarWidget() is not None
            if tabbed and not bare:
                dock.setTitleBarWidget(QWidget())
            elif bare and not tabbed:
                cover = dock.titleBarWidget()
                dock.setTitleBarWidget(None)  # type: ignore[arg-type]  # Qt's own comes back
                cover.deleteLater()

    def _place(self) -> None:
        window, docks = self._window, self._docks
        above: dict[Qt.DockWidgetArea, str] = {}
        for area, (first, *_) in AREAS:
            window.addDockWidget(area, docks[first])
            if area in above:
                window.splitDockWidget(docks[above[area]], docks[first], Qt.Orientation.Vertical)
            above[area] = first
        for _, (first, *others) in AREAS:  # after the split, which tabs of their own would swallow
            for name in others:
                window.tabifyDockWidget(docks[first], docks[name])
            docks[first].raise_()

    def _size(self, workspace: Workspace) -> None:
        width, height = self._window.width(), self._window.height()
        across = {"transcript": workspace.left, "takes": workspace.right}
        down = {"timeline": workspace.bottom}
        halves = {"inspector": _INSPECTOR, "takes": 1 - _INSPECTOR}
        self._resize(workspace, across, width, Qt.Orientation.Horizontal)
        self._resize(workspace, down, height, Qt.Orientation.Vertical)
        self._resize(workspace, halves, height, Qt.Orientation.Vertical)

    def _resize(
        self, workspace: Workspace, shares: Mapping[str, float], whole: int, way: Qt.Orientation
    ) -> None:
        shown = [name for name in shares if name in workspace.shown]
        sizes = [round(shares[name] * whole) for name in shown]
        self._window.resizeDocks([self._docks[name] for name in shown], sizes, way)


def _make_dock(name: str, title: str, widget: QWidget, window: QMainWindow) -> QDockWidget:
    dock = QDockWidget(title, window)
    dock.setObjectName(name)  # what the saved state calls it
    dock.setAccessibleName(title)
    dock.setWidget(widget)
    return dock
