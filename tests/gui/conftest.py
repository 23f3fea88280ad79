"""Shared by the tests of the GUI; no test may leave a thread or a window behind."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from weakref import WeakSet

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from dimitra_studio.gui import theme
from dimitra_studio.gui.main_window import MainWindow
from dimitra_studio.gui.settings import SettingsStore
from tests.gui.window_hand import Hand


@pytest.fixture(autouse=True)
def _folders_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, logs and side files of a test are its own, not the user's."""
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    store = SettingsStore(tmp_path / "settings.json")
    store.change(reduced_motion=True, device="cpu")
    return store


@pytest.fixture
def hand(qtbot: QtBot, qapp: QApplication, store: SettingsStore) -> Iterator[Hand]:
    """The main window, on the screen, with the welcome page."""
    theme.install(qapp)
    window = MainWindow(store)
    window.resize(1440, 900)
    with qtbot.waitExposed(window):
        window.show()
    hand = Hand(qtbot, window)
    yield hand
    hand.close()
    window.deleteLater()
    qapp.processEvents()


@pytest.fixture(scope="session", autouse=True)
def started_threads() -> Iterator[WeakSet[QThread]]:
    """Every thread of Qt that is started by us, as long as it lives."""
    started: WeakSet[QThread] = WeakSet()
    start = QThread.start

    def note(thread: QThread, *arguments: Any) -> None:
        started.add(thread)
        start(thread, *arguments)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QThread, "start", note)
        yield started


@pytest.fixture(autouse=True)
def _nothing_is_left_behind(
    qapp: QApplication, started_threads: WeakSet[QThread]
) -> Iterator[None]:
    yield
    qapp.processEvents()
    running = [item for item in list(started_threads) if isValid(item) and item.isRunning()]
    visible = [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    assert (running, visible) == ([], [])
