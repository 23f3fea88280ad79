"""Docks of the real window: where they stand, float, come back, and what a restart restores."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from dimitra_studio.gui import theme
from dimitra_studio.gui.layout import AREAS, WORKSPACES, Layout
from tests.gui.window_hand import Hand

NAMES = [name for _, names in AREAS for name in names]


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QMainWindow:
    theme.install(qapp)
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.setCentralWidget(QLabel("stage"))
    return window


@pytest.fixture
def layout(window: QMainWindow, qtbot: QtBot) -> Layout:
    layout = Layout(window, {name: (name.title(), QLabel(name)) for name in NAMES})
    with qtbot.waitExposed(window):
        window.show()
    layout.use("inspect")
    settle(qtbot, window)
    return layout


def settle(qtbot: QtBot, window: QMainWindow) -> None:
    qtbot.wait(300)  # docks slide to their places
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)


def bars(window: QMainWindow) -> list[list[str]]:
    seen = [bar for bar in window.findChildren(QTabBar) if bar.parent() is window]
    inside = [bar for bar in seen if bar.isVisible() and window.rect().contains(bar.geometry())]
    return sorted([bar.tabText(i) for i in range(bar.count())] for bar in inside)


def test_right_column_takes_the_whole_height(window: QMainWindow, layout: Layout) -> None:
    inspector, takes = layout.dock("inspector"), layout.dock("takes")
    timeline = layout.dock("timeline")
    assert takes.geometry().bottom() >= timeline.geometry().bottom()
    assert inspector.geometry().bottom() < takes.geometry().top()
    assert timeline.geometry().right() < takes.geometry().left()
    assert inspector.height() > window.height() / 3


@pytest.mark.parametrize("workspace", list(WORKSPACES))
def test_workspace_shows_its_panels_and_no_others(
    window: QMainWindow, layout: Layout, qtbot: QtBot, workspace: str
) -> None:
    layout.use(workspace)
    shown = [name for name in NAMES if not layout.dock(name).isHidden()]
    assert sorted(shown) == sorted(WORKSPACES[workspace].shown)
    assert layout.workspace == workspace


def test_no_bar_of_old_tabs_stays_behind(window: QMainWindow, layout: Layout, qtbot: QtBot) -> None:
    fresh = bars(window)
    assert fresh == [["Takes", "Jobs", "History"], ["Timeline", "Curves"]]
    for workspace in (*WORKSPACES, "inspect"):
        layout.use(workspace)
        settle(qtbot, window)
    assert bars(window) == fresh


def test_panel_with_a_tab_has_no_title_besides(
    window: QMainWindow, layout: Layout, qtbot: QtBot
) -> None:
    def bare(name: str) -> bool:
        return layout.dock(name).titleBarWidget() is not None

    assert [name for name in NAMES if bare(name)] == [
        *("takes", "jobs", "history", "timeline", "curves")
    ]
    layout.reveal("checks")
    qtbot.waitUntil(lambda: bare("checks") and bare("inspector"))
    layout.dock("checks").hide()
    qtbot.waitUntil(lambda: not bare("inspector"))


def test_panel_floats_with_a_title_and_comes_back(
    window: QMainWindow, layout: Layout, qtbot: QtBot
) -> None:
    dock = layout.dock("curves")
    dock.setFloating(True)
    qtbot.waitUntil(lambda: dock.isWindow() and dock.titleBarWidget() is None)
    assert dock.isVisible()
    dock.setFloating(False)
    qtbot.waitUntil(lambda: dock.titleBarWidget() is not None)
    assert layout.dock("timeline") in window.tabifiedDockWidgets(dock)


def test_saved_arrangement_comes_back_after_another(
    window: QMainWindow, layout: Layout, qtbot: QtBot
) -> None:
    layout.dock("history").hide()
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, layout.dock("takes"))
    state = layout.save()
    layout.use(layout.workspace)
    assert not layout.dock("history").isHidden()
    right = Qt.DockWidgetArea.RightDockWidgetArea
    assert window.dockWidgetArea(layout.dock("takes")) == right
    assert layout.restore(state)
    assert layout.dock("history").isHidden()
    assert window.dockWidgetArea(layout.dock("takes")) == Qt.DockWidgetArea.LeftDockWidgetArea
    assert not layout.restore(b"of another version")


def test_without_a_project_there_are_no_panels(layout: Layout) -> None:
    layout.set_available(available=False)
    assert all(layout.dock(name).isHidden() for name in NAMES)
    assert not any(action.isEnabled() for action in layout.panel_actions())
    layout.set_available(available=True)
    assert not layout.dock("timeline").isHidden()
    assert all(action.isEnabled() for action in layout.panel_actions())


def test_whole_window_fits_a_small_screen(hand: Hand, tmp_path: Path) -> None:
    window = hand.window
    window.resize(1280, 720)
    hand.do("open_sample")
    hand.wait(lambda: window.session.project.takes)
    hand.wait_for_jobs()
    for workspace in WORKSPACES:
        hand.do(f"workspace_{workspace}")
        hand.wait_for_jobs()
        assert (window.width(), window.height()) == (1280, 720)
        for name in WORKSPACES[workspace].shown:
            dock = window.docks.dock(name)
            assert isinstance(dock.widget(), QWidget)
            assert dock.width() >= dock.minimumSizeHint().width(), name
