from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QElapsedTimer, QTimer
from pytestqt.qtbot import QtBot

from dimitra_studio.core.motion import Motion
from dimitra_studio.core.project import Media, Project, add_take
from dimitra_studio.core.project_file import load_project
from dimitra_studio.core.recovery import backup_path
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.core.take import Take
from dimitra_studio.gui.safety.saving import ProjectSaver


@pytest.fixture
def saver(qtbot: QtBot) -> ProjectSaver:
    saver = ProjectSaver()
    yield saver
    saver.close()


def large_project() -> Project:
    rng = np.random.default_rng(0)
    project = Project("Large", recording=Media("speech.wav", rng.bytes(20_000_000)))
    for number in range(4):
        curves = rng.normal(size=(15_000, len(STUDIO.channels))).astype(np.float32)
        take = Take(f"Take {number}", Motion(curves, STUDIO), "generated", ("lips",), 0, 600)
        project = add_take(project, take)
    return project


def test_a_project_is_written(saver: ProjectSaver, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(saver.saved) as saved:
        saver.save(Project("Poem"), tmp_path / "poem.dimitra")
        assert saver.busy
    assert saved.args == [tmp_path / "poem.dimitra"]
    assert load_project(tmp_path / "poem.dimitra").name == "Poem"
    assert not saver.busy


def test_the_last_order_wins(saver: ProjectSaver, tmp_path: Path, qtbot: QtBot) -> None:
    path, names = tmp_path / "poem.dimitra", [f"Version {number}" for number in range(5)]
    with qtbot.waitSignals([saver.saved] * 5):
        for name in names:
            saver.save(Project(name), path)
    assert load_project(path).name == names[-1]
    assert load_project(backup_path(path)).name == names[-2]


def test_what_was_ordered_is_written_before_the_end(saver: ProjectSaver, tmp_path: Path) -> None:
    for number in range(3):
        saver.save(Project("Poem"), tmp_path / f"{number}.dimitra")
    saver.close()
    assert all((tmp_path / f"{number}.dimitra").exists() for number in range(3))


def test_it_can_save_again_after_closing(saver: ProjectSaver, tmp_path: Path, qtbot: QtBot) -> None:
    saver.close()
    with qtbot.waitSignal(saver.saved):
        saver.save(Project("Poem"), tmp_path / "poem.dimitra")


def test_a_failure_is_one_sentence_and_the_next_order_is_served(
    saver: ProjectSaver, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(saver.failed) as failed, qtbot.assertNotEmitted(saver.saved):
        saver.save(Project("Poem"), tmp_path / "gone" / "poem.dimitra")
    assert "does not exist; create it or choose another." in failed.args[0]
    with qtbot.waitSignal(saver.saved):
        saver.save(Project("Poem"), tmp_path / "poem.dimitra")


def test_a_mistake_of_ours_does_not_stop_the_thread(
    saver: ProjectSaver, tmp_path: Path, qtbot: QtBot
) -> None:
    broken = replace(Project("Poem"), view={"window": object()})
    with qtbot.waitSignal(saver.failed):
        saver.save(broken, tmp_path / "poem.dimitra")
    assert not (tmp_path / "poem.dimitra").exists()
    with qtbot.waitSignal(saver.saved):
        saver.save(Project("Poem"), tmp_path / "poem.dimitra")


def test_the_window_goes_on_while_a_large_project_is_written(
    saver: ProjectSaver, tmp_path: Path, qtbot: QtBot
) -> None:
    gaps, clock, whole = [0], QElapsedTimer(), QElapsedTimer()
    ticks = QTimer()
    ticks.setInterval(0)
    ticks.timeout.connect(lambda: gaps.append(clock.restart()))
    project = large_project()
    clock.start()
    whole.start()
    ticks.start()
    with qtbot.waitSignal(saver.saved, timeout=60_000):
        saver.save(project, tmp_path / "large.dimitra")
    saving = whole.elapsed()
    ticks.stop()
    assert max(gaps) < saving / 4
    assert len(gaps) > 20
