"""Jobs of the real window: stopped, queued, failed, and overtaken by what the user does."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QMessageBox, QPushButton

from dimitra_studio.core.progress import Progress, ProgressFn
from dimitra_studio.core.project import active_motion
from dimitra_studio.core.rig import COMPONENTS
from dimitra_studio.core.take import Settings
from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui import engine
from dimitra_studio.gui.dialogs.error_dialog import ErrorDialog
from dimitra_studio.gui.job import Task
from dimitra_studio.gui.notice import Notice
from dimitra_studio.gui.panels.job_row import JobRow
from dimitra_studio.gui.settings import SettingsStore
from tests.gui.short_clip import N_FRAMES, open_clip, wav
from tests.gui.window_hand import Hand

ENDLESS = Settings(n_steps=500)


def rows(hand: Hand) -> list[str]:
    """The jobs, the newest active one first, as a screen reader tells them."""
    found = hand.window.parts.jobs.findChildren(JobRow)
    return [row.accessibleName() for row in found]


def generate_endlessly(hand: Hand) -> None:
    hand.window.parts.generation.set_settings(ENDLESS)
    hand.do("generate")
    hand.wait(lambda: any(row.endswith("running") for row in rows(hand)))


def select_words(hand: Hand, first: int, last: int) -> Segment:
    transcript = hand.window.session.project.transcript
    assert transcript is not None
    segment = Segment(transcript.words[first].start, transcript.words[last].end)
    hand.window.session.select(segment)
    return segment


def nothing(_result: object) -> None:
    """What is done with a result that nobody needs."""


def test_cancelled_generation_changes_nothing(hand: Hand, tmp_path: Path) -> None:
    open_clip(hand, tmp_path)
    session = hand.window.session
    revision = session.revision
    generate_endlessly(hand)
    hand.do("cancel_jobs")
    hand.wait_for_jobs()
    assert (session.revision, session.modified) == (revision, False)
    assert [row for row in rows(hand) if row.endswith("cancelled")] != []
    assert hand.notices() == []


def test_cancel_takes_effect_within_one_step(hand: Hand, tmp_path: Path) -> None:
    open_clip(hand, tmp_path)
    runner, steps, numbers = hand.window.runner, list[Progress](), list[int]()
    task = engine.generate(hand.window.session.project, COMPONENTS, [None], ENDLESS)

    def counted(owner: Any, on_progress: ProgressFn) -> object:
        def report(progress: Progress) -> None:
            on_progress(progress)
            steps.append(progress)
            if len(steps) == 5:
                runner.cancel(numbers[0])

        return task(owner, report)

    numbers.append(runner.run("Generate", counted, nothing))
    hand.wait_for_jobs()
    assert len(steps) == 5
    assert np.diff([step.done for step in steps]).tolist() == [1, 1, 1, 1]
    assert steps[0].total == len(COMPONENTS) * ENDLESS.n_steps


def test_jobs_wait_for_each_other(hand: Hand, tmp_path: Path) -> None:
    open_clip(hand, tmp_path)
    session = hand.window.session
    for _ in range(3):
        hand.do("generate")
    assert sum(row.endswith("waiting") for row in rows(hand)) >= 2
    hand.wait(lambda: len(session.project.takes) == 6)
    names = [take.name for take in session.project.takes]
    assert names == [f"Take {number}" for number in range(1, 7)]
    stack = session.undo_stack
    titles = [stack.text(index) for index in range(stack.count())]
    assert titles == ["Generate Take 4", "Generate Take 5", "Generate Take 6"]
    assert len({take.settings.seed for take in session.project.takes[3:]}) == 3


def test_two_queued_segments_are_both_shown(hand: Hand, tmp_path: Path) -> None:
    """The second was asked for before the first was there; it must not take it back."""
    open_clip(hand, tmp_path)
    session = hand.window.session
    before = active_motion(session.project)
    assert before is not None
    segments = []
    for first, last in ((0, 0), (5, 5)):
        segments.append(select_words(hand, first, last))
        hand.do("generate_selection")
    hand.wait(lambda: len(session.project.takes) == 5)
    after = active_motion(session.project)
    assert after is not None
    for segment in segments:
        rows_ = segment.frames(N_FRAMES, 25)
        assert np.abs(after.curves[rows_] - before.curves[rows_]).max() > 0.01
    outside = np.delete(np.arange(N_FRAMES), np.r_[tuple(s.frames(N_FRAMES, 25) for s in segments)])
    np.testing.assert_array_equal(after.curves[outside], before.curves[outside])


def answer(hand: Hand, text: str) -> None:
    (box,) = [box for box in hand.window.findChildren(QMessageBox) if box.isVisible()]
    hand.click(box, text)


def test_closing_during_a_job_asks(hand: Hand, tmp_path: Path) -> None:
    open_clip(hand, tmp_path)
    generate_endlessly(hand)
    hand.window.close()
    answer(hand, "Keep working")
    assert hand.window.isVisible()
    assert hand.window.runner.busy
    hand.window.close()
    answer(hand, "Stop and close")
    hand.wait(lambda: not hand.window.isVisible())
    hand.wait_for_jobs()
    assert len(hand.window.session.project.takes) == 3


def test_locked_component_stays(hand: Hand, tmp_path: Path) -> None:
    open_clip(hand, tmp_path)
    session = hand.window.session
    before = active_motion(session.project)
    assert before is not None
    hand.do("lock_lips")
    hand.do("generate")
    hand.wait(lambda: len(session.project.takes) == 4)
    take, after = session.project.takes[-1], active_motion(session.project)
    assert after is not None
    assert take.components == ("expression", "pose")
    np.testing.assert_array_equal(after.component("lips"), before.component("lips"))
    assert np.abs(after.component("pose") - before.component("pose")).max() > 0
    for component in ("expression", "pose"):
        hand.do(f"lock_{component}")
    action = hand.window.actions_.action("generate")
    assert not action.isEnabled()
    assert "Every component is locked" in action.toolTip()


def test_lock_set_during_generation_holds(hand: Hand, tmp_path: Path) -> None:
    open_clip(hand, tmp_path)
    session = hand.window.session
    before = active_motion(session.project)
    assert before is not None
    hand.do("generate")
    hand.do("lock_pose")
    hand.wait(lambda: len(session.project.takes) == 4)
    after = active_motion(session.project)
    assert after is not None
    np.testing.assert_array_equal(after.component("pose"), before.component("pose"))
    assert np.abs(after.component("lips") - before.component("lips")).max() > 0


def test_recording_replaced_during_generation(hand: Hand, tmp_path: Path) -> None:
    open_clip(hand, tmp_path)
    session = hand.window.session
    time = np.arange(24_000) / 16_000
    (tmp_path / "hum.wav").write_bytes(wav(0.3 * np.sin(600 * time).astype(np.float32)))
    hand.window.parts.generation.set_settings(replace(ENDLESS, n_steps=40))
    hand.do("generate")
    hand.drop(tmp_path / "hum.wav")
    hand.wait(lambda: not session.project.takes)
    hand.wait_for_jobs()
    assert session.project.takes == ()
    assert any("The recording was changed while" in notice for notice in hand.notices())
    session.undo_stack.undo()
    hand.wait_for_jobs()
    assert [take.name for take in session.project.takes] == ["Take 1", "Take 2", "Take 3"]
    assert hand.window.media.duration == pytest.approx(N_FRAMES / 25)


def broken(_owner: Any, _on_progress: ProgressFn) -> None:
    curves: Sequence[float] = ()
    curves[3]


def test_failing_job_shows_its_sentence_and_details(hand: Hand) -> None:
    hand.window.runner.run("Break", broken, nothing)
    hand.wait_for_jobs()
    (notice,) = hand.window.notifications.notices()
    assert notice.level == "error"
    assert "please report it" in notice.sentence
    assert "IndexError: tuple index out of range" in notice.sentence
    (row,) = hand.window.parts.jobs.findChildren(JobRow)
    assert row.accessibleName() == "Break, failed"
    copy = next(b for b in row.findChildren(QPushButton) if b.text() == "Copy details")
    copy.click()
    assert "curves[3]" in QGuiApplication.clipboard().text()
    open_details(hand, notice)
    assert "curves[3]" in hand.dialog(ErrorDialog).details()
    hand.dialog(ErrorDialog).reject()
    assert not notice.fades


def open_details(hand: Hand, notice: Notice) -> None:
    hand.click(notice, "Details")


def test_other_device_opens_the_engine_anew(hand: Hand, store: SettingsStore) -> None:
    hand.window.inspector.warm_up()
    owners: list[object] = []

    def look(owner: object, _on_progress: ProgressFn) -> object:
        return owner

    task: Task = look
    hand.window.runner.run("Look", task, owners.append)
    hand.wait_for_jobs()
    combo = next(
        box
        for box in hand.window.parts.generation.findChildren(QComboBox)
        if box.accessibleName() == "Device"
    )
    hand.window.docks.reveal("inspector")
    combo.setCurrentIndex(combo.findData("auto"))
    combo.activated.emit(combo.currentIndex())
    hand.window.runner.run("Look", task, owners.append)
    hand.wait_for_jobs()
    assert hand.window.runner.device == store.values.device == "auto"
    assert len(owners) == 2
    assert owners[0] is not owners[1]


def test_used_up_memory_is_told(hand: Hand, tmp_path: Path) -> None:
    """As on a small graphics card: the first two attempts fail, the third is good."""
    open_clip(hand, tmp_path)
    session, failures = hand.window.session, iter([True, True])

    def run_out(*_: object) -> None:
        if next(failures, False):
            raise torch.OutOfMemoryError

    def spoil(owner: Any, _on_progress: ProgressFn) -> None:
        network = owner.engine._generator.networks(("lips",))["lips"].network
        next(network.children()).register_forward_pre_hook(run_out)

    hand.window.runner.run("Spoil", spoil, nothing)
    hand.do("generate")
    hand.wait(lambda: len(session.project.takes) == 4)
    said = [notice for notice in hand.notices() if "memory" in notice]
    assert len(said) == 2
    assert "shorter windows" in said[0]
    assert "the processor generates lips" in said[1]
