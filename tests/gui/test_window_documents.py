"""Documents and layouts of the real window: kept, restored, and never lost unasked."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from dimitra_studio.core.project_file import load_project
from dimitra_studio.gui.dialogs.save_changes_dialog import SaveChangesDialog
from dimitra_studio.gui.main_window import MainWindow
from dimitra_studio.gui.safety.project_lock import ProjectLock
from dimitra_studio.gui.settings import SettingsStore
from tests.gui.short_clip import open_clip
from tests.gui.window_hand import Hand

Open = Callable[[], Hand]


@pytest.fixture
def another(
    qtbot: QtBot, qapp: QApplication, store: SettingsStore, tmp_path: Path
) -> Iterator[Open]:
    """Opens a window as the next start of the program would."""
    hands: list[Hand] = []

    def start() -> Hand:
        window = MainWindow(SettingsStore(tmp_path / "settings.json"))
        hands.append(Hand(qtbot, window))
        with qtbot.waitExposed(window):
            window.show()
        return hands[-1]

    yield start
    for hand in hands:
        hand.close()
        hand.window.deleteLater()
    qapp.processEvents()


def test_layout_comes_back_after_a_restart(hand: Hand, another: Open, tmp_path: Path) -> None:
    open_clip(hand, tmp_path)
    hand.do("workspace_transcript")
    docks = hand.window.docks
    docks.dock("jobs").close()
    hand.window.resizeDocks([docks.dock("transcript")], [400], Qt.Orientation.Horizontal)
    hand.wait(lambda: abs(docks.dock("transcript").width() - 400) < 30)
    hand.do("workspace_inspect")
    docks.dock("history").close()
    hand.close()
    again = another()
    open_clip(again, tmp_path)
    found = again.window.docks
    assert found.workspace == "inspect"
    assert not found.dock("history").isVisible()
    again.do("workspace_transcript")
    assert not found.dock("jobs").isVisible()
    again.wait(lambda: abs(found.dock("transcript").width() - 400) < 30)
    again.do("reset_layout")
    assert not found.dock("jobs").isHidden()


def test_view_comes_back_with_the_project(hand: Hand, tmp_path: Path) -> None:
    path = open_clip(hand, tmp_path)
    window, session = hand.window, hand.window.session
    hand.do("zoom_in")
    hand.do("spectrogram")
    hand.do("show_mesh")
    hand.do("wireframe")
    assert not session.modified  # a look is no edit
    timeline, preview = window.parts.timeline.view_state(), window.parts.preview.view_state()
    hand.do("save")
    hand.wait(lambda: load_project(path).view)
    hand.do("close")
    hand.do("open_sample")
    hand.wait(lambda: session.project.takes)
    hand.wait_for_jobs()
    hand.do("show_both")
    hand.do("wireframe")
    hand.do("close")
    hand.do("open")
    hand.choose_file(path)
    hand.wait(lambda: session.path == path)
    hand.wait_for_jobs()
    found = window.parts.timeline.view_state()
    assert {**found, "heights": {}} == {**timeline, "heights": {}}
    restored = window.parts.preview.view_state()
    for key in ("mode", "wireframe", "texture", "orbit"):
        assert restored[key] == preview[key]
    assert window.actions_.action("spectrogram").isChecked()
    assert window.actions_.action("wireframe").isChecked()


def test_closing_asks_to_save_changes(hand: Hand, tmp_path: Path) -> None:
    path = open_clip(hand, tmp_path)
    session, documents = hand.window.session, hand.window.documents
    hand.do("add_marker")
    hand.do("close")
    hand.click(hand.dialog(SaveChangesDialog), "Cancel")
    assert documents.is_open
    assert len(session.project.markers) == 1
    hand.do("close")
    hand.click(hand.dialog(SaveChangesDialog), "Don't save")
    hand.wait(lambda: not documents.is_open)
    assert load_project(path).markers == ()
    hand.do("open")
    hand.choose_file(path)
    hand.wait(lambda: session.path == path)
    hand.do("add_marker")
    hand.do("close")
    hand.click(hand.dialog(SaveChangesDialog), "Save")
    hand.wait(lambda: not documents.is_open)
    assert len(load_project(path).markers) == 1


def test_new_document_is_named_when_it_is_saved(hand: Hand, tmp_path: Path) -> None:
    session = hand.window.session
    hand.do("new")
    hand.do("add_marker")
    hand.do("close")
    hand.click(hand.dialog(SaveChangesDialog), "Save")
    dialog = hand.dialog(QFileDialog)
    dialog.reject()
    assert hand.window.documents.is_open  # who does not say where, wants to go on
    assert session.modified
    hand.do("save")
    hand.choose_file(tmp_path / "first")
    hand.wait(lambda: session.path == tmp_path / "first.dimitra")
    assert hand.window.windowTitle() == "first.dimitra[*] - Dimitra Studio"
    hand.do("add_marker")
    hand.do("save_as")
    hand.choose_file(tmp_path / "second.dimitra")
    hand.wait(lambda: session.path == tmp_path / "second.dimitra")
    assert len(load_project(tmp_path / "first.dimitra").markers) == 1
    assert len(load_project(tmp_path / "second.dimitra").markers) == 2


def test_second_window_reads_only(hand: Hand, tmp_path: Path) -> None:
    """The first one holds the project's lock, and stands for another process."""
    first = ProjectLock(tmp_path / "clip.dimitra")
    assert first.acquire()
    path, second = open_clip(hand, tmp_path), hand
    (said,) = second.notices()
    assert said.startswith("clip.dimitra is open in another window, and here for reading only")
    before = path.read_bytes()
    second.do("add_marker")
    second.do("save")
    second.choose_file(tmp_path / "copy.dimitra")
    second.wait(lambda: not second.window.session.modified)
    assert path.read_bytes() == before
    assert len(load_project(tmp_path / "copy.dimitra").markers) == 1
    second.do("add_marker")
    second.do("save")  # the copy is its own
    second.wait(lambda: not second.window.session.modified)
    assert len(load_project(tmp_path / "copy.dimitra").markers) == 2
    first.release()
