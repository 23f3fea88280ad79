import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QElapsedTimer, QTimer
from pytestqt.qtbot import QtBot

from dimitra_studio.core.differences import compare_projects
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.project import Media, Project, add_take
from dimitra_studio.core.project_file import load_project
from dimitra_studio.core.recovery import list_side_files
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.core.take import Take
from dimitra_studio.gui.safety.autosave import Autosave, OpenDocument
from dimitra_studio.gui.safety.side_files import find_unsaved_work, orphaned_side_files

WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from dimitra_studio.core.project import Project
from dimitra_studio.gui.safety.autosave import Autosave, OpenDocument

app = QCoreApplication([])
folder, path = Path(sys.argv[1]), Path(sys.argv[2])
documents = [OpenDocument(Project(f"Edit {n}"), path, n, True) for n in range(3)]
autosave = Autosave(lambda: documents[0], folder)

def edit(time):
    if len(documents) > 1:
        documents.pop(0)
        autosave.save_now("edit")
    else:
        print("kept", flush=True)

autosave.saved.connect(edit)
autosave.save_now("start")
app.exec()
"""


@dataclass
class Window:
    """What a main window knows; edits go through ``edit``."""

    project: Project
    path: Path | None
    revision: int = 0
    modified: bool = False
    is_open: bool = True

    def edit(self, project: Project) -> None:
        self.project, self.revision, self.modified = project, self.revision + 1, True

    def document(self) -> OpenDocument | None:
        if not self.is_open:
            return None
        return OpenDocument(self.project, self.path, self.revision, self.modified)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "recovery"


@pytest.fixture
def window(tmp_path: Path) -> Window:
    return Window(Project("Poem"), tmp_path / "poem.dimitra")


@pytest.fixture
def autosave(window: Window, folder: Path, qtbot: QtBot) -> Iterator[Autosave]:
    autosave = Autosave(window.document, folder)
    yield autosave
    autosave.close()


def kept(folder: Path) -> list[str]:
    return [side.title for side in list_side_files(folder)]


def save(autosave: Autosave, qtbot: QtBot) -> None:
    with qtbot.waitSignal(autosave.saved):
        autosave.save_now("test")


def test_edited_work_is_kept_beside_the_users_file(
    autosave: Autosave, window: Window, folder: Path, qtbot: QtBot
) -> None:
    window.edit(Project("Edited"))
    save(autosave, qtbot)
    (side,) = list_side_files(folder)
    assert (side.title, side.original) == ("Edited", window.path)
    assert side.path != window.path
    assert not window.path.exists()


def test_time_alone_makes_it_write(
    autosave: Autosave, window: Window, folder: Path, qtbot: QtBot
) -> None:
    autosave.set_interval(0)
    window.edit(Project("Edited"))
    with qtbot.waitSignal(autosave.saved):
        pass
    assert kept(folder) == ["Edited"]


@pytest.mark.parametrize("is_open", [True, False])
def test_nothing_is_written_when_nothing_would_be_lost(
    autosave: Autosave, window: Window, folder: Path, is_open: bool
) -> None:
    window.is_open = is_open
    autosave.save_now("test")
    assert not autosave.busy
    assert not folder.exists()


def test_the_same_work_is_written_once(
    autosave: Autosave, window: Window, folder: Path, qtbot: QtBot
) -> None:
    window.edit(Project("Edited"))
    save(autosave, qtbot)
    autosave.save_now("again")
    assert not autosave.busy
    window.edit(Project("Edited more"))
    autosave.save_now("edited")
    assert autosave.busy
    qtbot.waitUntil(lambda: kept(folder) == ["Edited more"])


def test_saved_work_needs_no_side_file(
    autosave: Autosave, window: Window, folder: Path, qtbot: QtBot
) -> None:
    window.edit(Project("Edited"))
    autosave.save_now("still being written when it is saved")
    window.modified = False
    autosave.refresh()
    qtbot.waitUntil(lambda: not autosave.busy)
    assert kept(folder) == []


def test_another_name_leaves_one_side_file(
    autosave: Autosave, window: Window, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window.edit(Project("Edited"))
    for path in (window.path, tmp_path / "other.dimitra", None, window.path):
        window.path = path
        save(autosave, qtbot)
        (side,) = list_side_files(folder)
        assert side.original == path


def test_recovered_work_stays_until_it_is_kept_again(
    autosave: Autosave, window: Window, folder: Path, qtbot: QtBot
) -> None:
    crashed = Window(Project("Crashed"), window.path)
    crashed.edit(crashed.project)
    before = Autosave(crashed.document, folder)
    save(before, qtbot)
    before.close(keep=True)
    (side,) = orphaned_side_files(folder)

    window.edit(load_project(side.path))
    autosave.adopt(side.path)
    assert side.path.exists()
    save(autosave, qtbot)
    assert not side.path.exists()
    assert kept(folder) == ["Crashed"]


def test_a_closed_window_leaves_nothing(
    autosave: Autosave, window: Window, folder: Path, qtbot: QtBot
) -> None:
    window.edit(Project("Edited"))
    autosave.save_now("test")
    autosave.close()
    assert list(folder.iterdir()) == []


def test_a_window_that_could_not_ask_leaves_its_work(
    autosave: Autosave, window: Window, folder: Path
) -> None:
    window.edit(Project("Edited"))
    autosave.close(keep=True)
    assert [side.title for side in orphaned_side_files(folder)] == ["Edited"]


def test_a_full_disk_is_said_once_and_tried_again(
    autosave: Autosave, window: Window, folder: Path, qtbot: QtBot
) -> None:
    sentences: list[str] = []
    autosave.failed.connect(sentences.append)
    folder.write_text("a file where the folder should be")
    window.edit(Project("Edited"))
    for _ in range(3):
        autosave.save_now("test")
        qtbot.waitUntil(lambda: not autosave.busy)
    assert len(sentences) == 1
    assert "could not be written" in sentences[0]
    folder.unlink()
    save(autosave, qtbot)
    assert kept(folder) == ["Edited"]


def test_the_work_of_a_living_window_is_not_offered(
    autosave: Autosave, window: Window, folder: Path, qtbot: QtBot
) -> None:
    window.edit(Project("Edited"))
    save(autosave, qtbot)
    assert kept(folder) == ["Edited"]
    assert orphaned_side_files(folder) == []


def test_work_survives_a_killed_process(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "poem.dimitra"
    process = subprocess.Popen(
        [sys.executable, "-c", WINDOW, str(folder), str(path)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "kept\n"
    assert orphaned_side_files(folder) == []
    process.send_signal(signal.SIGKILL)
    process.communicate()
    (finding,) = find_unsaved_work(folder)
    assert finding.side.original == path
    assert compare_projects(load_project(finding.side.path), Project("Edit 2")) == ()
    assert not path.exists()


def test_the_window_goes_on_while_a_large_document_is_kept(
    autosave: Autosave, window: Window, qtbot: QtBot
) -> None:
    rng = np.random.default_rng(0)
    project = Project("Large", recording=Media("speech.wav", rng.bytes(20_000_000)))
    for number in range(4):
        curves = rng.normal(size=(15_000, len(STUDIO.channels))).astype(np.float32)
        take = Take(f"Take {number}", Motion(curves, STUDIO), "generated", ("lips",), 0, 600)
        project = add_take(project, take)
    window.edit(replace(project, name="Large"))
    gaps, clock, whole, ticks = [0], QElapsedTimer(), QElapsedTimer(), QTimer()
    ticks.setInterval(0)
    ticks.timeout.connect(lambda: gaps.append(clock.restart()))
    clock.start()
    whole.start()
    ticks.start()
    with qtbot.waitSignal(autosave.saved, timeout=60_000):
        autosave.save_now("test")
    ticks.stop()
    assert max(gaps) < whole.elapsed() / 4
    assert len(gaps) > 20
