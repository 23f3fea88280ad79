import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from PySide6.QtWidgets import QApplication

from dimitra_studio.gui.safety.project_lock import ProjectLock

HOLD = """
import sys
from pathlib import Path
from dimitra_studio.gui.safety.project_lock import ProjectLock
lock = ProjectLock(Path(sys.argv[1]))
print(lock.acquire(), flush=True)
sys.stdin.read()
"""


def held_elsewhere(path: Path) -> subprocess.Popen[str]:
    window = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert window.stdout.readline() == "True\n"
    return window


@pytest.fixture
def path(tmp_path: Path, qapp: QApplication) -> Path:
    return tmp_path / "poem.dimitra"


def test_the_first_window_has_the_project(path: Path) -> None:
    first, second = ProjectLock(path), ProjectLock(path)
    assert first.acquire()
    assert first.reason == ""
    assert not second.acquire()
    assert second.reason.startswith("poem.dimitra is open in another window")
    first.release()
    assert second.acquire()
    second.release()
    assert list(path.parent.iterdir()) == []


def test_a_project_that_is_open_for_days_stays_locked(path: Path) -> None:
    first, second = ProjectLock(path), ProjectLock(path)
    assert first.acquire()
    os.utime(path.with_name(".poem.dimitra.lock"), (1, 1))
    assert not second.acquire()
    first.release()


def test_other_projects_are_free(path: Path) -> None:
    first, second = ProjectLock(path), ProjectLock(path.with_name("prose.dimitra"))
    assert first.acquire()
    assert second.acquire()
    first.release()
    second.release()


def test_the_lock_of_another_process_holds_until_it_is_killed(path: Path) -> None:
    window = held_elsewhere(path)
    lock = ProjectLock(path)
    assert not lock.acquire()
    window.send_signal(signal.SIGKILL)
    window.communicate()
    assert lock.acquire()
    lock.release()


def test_a_link_leads_to_the_same_lock(path: Path) -> None:
    path.touch()
    link = path.with_name("link.dimitra")
    link.symlink_to(path)
    first, second = ProjectLock(path), ProjectLock(link)
    assert first.acquire()
    assert not second.acquire()
    first.release()


def test_another_computer_is_named(path: Path) -> None:
    lock_file = path.with_name(".poem.dimitra.lock")
    ours = QLockFile(str(lock_file))
    assert ours.tryLock(0)
    text = lock_file.read_text().splitlines()
    ours.unlock()
    lock_file.write_text("\n".join([text[0], text[1], "faraway", "", ""]) + "\n")
    lock = ProjectLock(path)
    assert not lock.acquire()
    assert "on the computer faraway" in lock.reason
    assert ".poem.dimitra.lock" in lock.reason


def test_a_folder_that_cannot_be_written_is_said(path: Path) -> None:
    lock = ProjectLock(path.parent / "gone" / "poem.dimitra")
    assert not lock.acquire()
    assert "reading only" in lock.reason
