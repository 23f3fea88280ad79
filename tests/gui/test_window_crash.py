"""A crash loses nothing: the next window offers what the killed one had kept."""

import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from dimitra_studio.core.paths import recovery_folder
from dimitra_studio.core.project import edited_motion
from dimitra_studio.core.project_file import load_project, save_project
from dimitra_studio.core.recovery import list_side_files
from dimitra_studio.gui.dialogs.error_dialog import ErrorDialog
from dimitra_studio.gui.logging_setup import LoggingSetup
from dimitra_studio.gui.main_window import MainWindow
from dimitra_studio.gui.safety.recovery_dialog import RecoveryDialog
from dimitra_studio.gui.settings import SettingsStore
from tests.gui.dying_window import DRAWN, VALUE
from tests.gui.short_clip import open_clip, short_clip
from tests.gui.window_hand import Hand

REPOSITORY = Path(__file__).parents[2]
PATIENCE = 60  # seconds
STATE = "xdg_state_home"


@pytest.fixture(scope="module")
def crashed(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a project and the state that a killed window has left behind."""
    folder = tmp_path_factory.mktemp("crashed")
    save_project(short_clip(), folder / "clip.dimitra")
    names = ("xdg_config_home", "xdg_cache_home", STATE, "xdg_data_home")
    own = {name.upper(): str(folder / name) for name in names}
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.gui.dying_window", str(folder / "clip.dimitra")],
        cwd=REPOSITORY,
        env={**os.environ, **own},
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    with process, process.stdout as said:
        ready, _, _ = select.select([said], [], [], PATIENCE)
        line = os.read(said.fileno(), 100) if ready else b"nothing"
        process.kill()
    assert line == b"autosaved\n"
    return folder


@pytest.fixture
def project_file(crashed: Path, tmp_path: Path) -> Path:
    """The project, as it was before the crash; what was kept is in the user's folder again."""
    path = crashed / "clip.dimitra"
    save_project(short_clip(), path)
    past = time.time() - 3600
    os.utime(path, (past, past))
    shutil.copytree(crashed / STATE, tmp_path / STATE)
    return path


def offered(hand: Hand) -> RecoveryDialog:
    hand.window.begin()
    dialog = hand.dialog(RecoveryDialog)
    hand.wait_for_jobs()
    return dialog


def test_recovered_edit_is_back_and_can_be_saved(hand: Hand, project_file: Path) -> None:
    session = hand.window.session
    dialog = offered(hand)
    details = dialog.findChild(QLabel, "recovery_details")
    assert isinstance(details, QLabel)
    assert "Curves edited by hand: 1" in details.text()
    assert "Takes" not in details.text()
    hand.click(dialog, "Recover")
    hand.wait(lambda: session.path == project_file)
    hand.wait_for_jobs()
    assert session.modified
    motion = edited_motion(session.project)
    assert motion is not None
    assert (motion.channel("jawOpen")[DRAWN] == np.float32(VALUE)).all()
    assert [marker.time for marker in session.project.markers] == [1.0]
    assert load_project(project_file).markers == ()
    assert list_side_files(recovery_folder()) != []  # until the work is safe
    hand.do("save")
    hand.wait(lambda: not session.modified)
    assert [marker.time for marker in load_project(project_file).markers] == [1.0]
    hand.wait(lambda: list_side_files(recovery_folder()) == [])


def test_keep_both_leaves_the_saved_file_alone(
    hand: Hand, project_file: Path, tmp_path: Path
) -> None:
    session, before = hand.window.session, project_file.read_bytes()
    hand.click(offered(hand), "Keep both")
    hand.wait(lambda: session.project.edits)
    hand.wait_for_jobs()
    assert (session.path, session.modified) == (None, True)
    hand.do("save")
    hand.choose_file(tmp_path / "recovered.dimitra")
    hand.wait(lambda: session.path == tmp_path / "recovered.dimitra")
    assert load_project(tmp_path / "recovered.dimitra").edits
    assert project_file.read_bytes() == before


def test_discard_asks_and_removes(hand: Hand, project_file: Path) -> None:
    dialog = offered(hand)
    hand.click(dialog, "Discard…")
    (question,) = [box for box in dialog.findChildren(QMessageBox) if box.isVisible()]
    hand.click(question, "Discard")
    hand.wait(lambda: not dialog.isVisible())
    assert list_side_files(recovery_folder()) == []
    assert not hand.window.documents.is_open
    assert project_file.exists()


def test_work_is_put_aside_before_a_job(hand: Hand, tmp_path: Path) -> None:
    path = open_clip(hand, tmp_path)
    hand.do("add_marker")
    assert list_side_files(recovery_folder()) == []
    hand.do("generate")
    hand.wait(lambda: list_side_files(recovery_folder()))
    (side,) = list_side_files(recovery_folder())
    assert (side.original, side.n_takes) == (path, 3)
    assert len(load_project(side.path).markers) == 1
    hand.wait_for_jobs()
    hand.do("save")
    hand.wait(lambda: list_side_files(recovery_folder()) == [])


@pytest.fixture
def logged_hand(qtbot: QtBot, store: SettingsStore, tmp_path: Path) -> Iterator[Hand]:
    """A window whose unhandled exceptions are caught, as ``gui.app`` runs it."""
    setup = LoggingSetup(tmp_path / "log")
    setup.install()
    window = MainWindow(store, setup)
    with qtbot.waitExposed(window):
        window.show()
    hand = Hand(qtbot, window)
    yield hand
    hand.close()
    window.deleteLater()
    setup.uninstall()


@pytest.mark.qt_no_exception_capture
def test_exception_in_a_slot_is_shown_and_the_window_lives(
    logged_hand: Hand, tmp_path: Path
) -> None:
    hand = logged_hand
    open_clip(hand, tmp_path)
    session = hand.window.session

    def fail(_project: object) -> None:
        raise RuntimeError("the slot is broken")

    session.project_changed.connect(fail)
    hand.do("add_marker")
    dialog = hand.dialog(ErrorDialog)
    assert "the slot is broken" in dialog.details()
    assert "the slot is broken" in (tmp_path / "log" / "dimitra-studio.log").read_text()
    dialog.reject()
    session.project_changed.disconnect(fail)
    assert len(session.project.markers) == 1
    hand.do("save")
    hand.wait(lambda: not session.modified)
    assert hand.window.isVisible()
