"""The tool bar and the status bar of the window."""

from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QToolButton
from pytestqt.qtbot import QtBot

from dimitra_studio.gui import theme
from dimitra_studio.gui.actions import Actions
from dimitra_studio.gui.status_bar import StatusBar
from dimitra_studio.gui.tool_bar import ToolBar


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QMainWindow:
    theme.install(qapp)
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1280, 720)
    return window


def test_tool_bar_works_the_commands_and_says_why_not(window: QMainWindow, qtbot: QtBot) -> None:
    actions = Actions(window)
    actions.fill_menus(window.menuBar())
    done: list[str] = []
    actions.bind({"save": lambda: done.append("save")})
    actions.set_reason("export", "There is no take yet.")
    bar = ToolBar(actions, window)
    with qtbot.waitExposed(window):
        window.show()
    buttons = {b.defaultAction().objectName(): b for b in bar.findChildren(QToolButton)
               if b.defaultAction() is not None}  # fmt: skip
    assert list(buttons) == [
        *("open", "save", "undo", "redo", "generate", "generate_selection", "export")
    ]
    buttons["save"].click()
    assert done == ["save"]
    assert not buttons["export"].isEnabled()
    assert "There is no take yet." in buttons["export"].toolTip()
    assert buttons["generate"].text() == "Generate"
    assert actions.action("generate").text() == "Generate everything"
    assert all(button.accessibleName() for button in buttons.values())
    assert all(not button.icon().isNull() for button in buttons.values())


def test_tool_bar_takes_no_height_from_the_window(window: QMainWindow, qtbot: QtBot) -> None:
    actions = Actions(window)
    actions.fill_menus(window.menuBar())
    with qtbot.waitExposed(window):
        window.show()
    before = window.menuBar().height()
    bar = ToolBar(actions, window)
    qtbot.waitUntil(bar.isVisible)
    assert window.menuBar().height() <= before * 1.25
    assert window.menuBar().rect().contains(bar.geometry())


def texts(bar: StatusBar) -> list[str]:
    labels = [label for label in bar.findChildren(QLabel) if not label.isHidden()]
    return [label.text() for label in labels if label.text()]


def test_status_bar_says_what_its_figures_are(window: QMainWindow) -> None:
    bar = StatusBar(window)
    window.setStatusBar(bar)
    assert texts(bar) == []
    bar.set_device("auto")
    bar.set_modified(False)
    assert texts(bar) == ["Device: automatic", "Saved"]
    bar.set_device("cpu")
    bar.set_sample_rate(44_100)
    bar.set_fps(24.6)
    bar.set_autosaved(datetime(2026, 1, 2, 3, 4, 5))
    bar.set_modified(True)
    assert texts(bar) == [
        *("Device: CPU", "Recording: 44.1 kHz", "Preview: 25 fps", "Autosaved at 03:04:05"),
        "Unsaved changes",
    ]
    bar.set_fps(0)
    bar.set_sample_rate(None)
    assert texts(bar) == ["Device: CPU", "Autosaved at 03:04:05", "Unsaved changes"]


def test_last_warning_stays_in_sight_until_another_document_is_opened(window: QMainWindow) -> None:
    bar = StatusBar(window)
    for level, sentence in (("warning", "It is quiet."), ("info", "Take 2 is ready.")):
        bar.set_notice(level, sentence)
    assert texts(bar) == ["It is quiet."]
    bar.clear_warning()
    assert texts(bar) == []
