"""Editing in the real window: every step has a name and a way back."""

from dataclasses import fields
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from dimitra_studio.core.project import Project, active_motion, edited_motion
from dimitra_studio.core.project_file import load_project
from dimitra_studio.core.rig import COMPONENTS
from dimitra_studio.core.strength import Strength
from dimitra_studio.core.timeline import Segment
from tests.gui.short_clip import N_FRAMES, open_clip
from tests.gui.window_hand import Hand

DRAWN = slice(20, 30)  # frames
VALUE = np.float32(0.5)


def draw_jaw(hand: Hand) -> None:
    motion = active_motion(hand.window.session.project)
    assert motion is not None
    jaw = motion.channel("jawOpen").copy()
    jaw[DRAWN] = VALUE
    hand.window.curves.set_curves("Draw jawOpen", {"jawOpen": jaw}, {})


def drawn(project: Project) -> bool:
    motion = edited_motion(project)
    assert motion is not None
    return bool((motion.channel("jawOpen")[DRAWN] == VALUE).all())


def differing(first: Project, second: Project) -> list[str]:
    """The fields in which two documents are not the same; what is only looked at does not count."""
    names = {field.name for field in fields(Project)} - {"view"}
    return sorted(name for name in names if getattr(first, name) != getattr(second, name))


def test_undo_goes_back_to_the_start_in_readable_steps(hand: Hand, tmp_path: Path) -> None:
    open_clip(hand, tmp_path)
    session, window = hand.window.session, hand.window
    history, states = session.undo_stack, [session.project]

    def note() -> None:
        states.append(session.project)

    session.project_changed.connect(note)
    hand.do("add_marker")
    draw_jaw(hand)
    hand.do("lock_pose")
    window.takes.rename("Take 1", "First")
    window.takes.set_component_strength("lips", 0.8)
    window.takes.set_sound_delay(0.04)
    window.curves.pin(["jawOpen"], Segment(0.2, 0.6), True)
    session.select(Segment(1.0, 1.6))
    window.takes.patch("First", ["lips"])
    window.curves.reset(["jawOpen"], None)
    hand.do("generate")
    hand.wait(lambda: len(session.project.takes) == 4)
    window.takes.delete("Take 1")
    session.project_changed.disconnect(note)
    hand.wait_for_jobs()
    titles = [history.text(index) for index in range(history.count())]
    assert titles == [
        "Add a marker",
        "Draw jawOpen",
        "Lock head",
        "Rename Take 1",
        "Strength of lips",
        "Delay of the sound",
        "Pin frames",
        "Use First in the selection",
        "Reset to generated",
        "Generate Take 1",
        "Delete Take 1",
    ]
    assert len(states) == len(titles) + 1
    for state in reversed(states[:-1]):
        assert window.actions_.action("undo").isEnabled()
        hand.do("undo")
        assert differing(session.project, state) == []
    assert not window.actions_.action("undo").isEnabled()
    assert not session.modified
    for state in states[1:]:
        hand.do("redo")
        assert differing(session.project, state) == []
    hand.do("save")
    hand.wait(lambda: not session.modified)
    hand.do("undo")  # undo works after saving
    assert session.modified


def test_key_shows_take_b_at_the_same_playhead(qtbot: QtBot, hand: Hand, tmp_path: Path) -> None:
    open_clip(hand, tmp_path)
    session, window = hand.window.session, hand.window
    session.compare("Take 1")
    window.playback.seek(1.0)
    hand.take_keyboard(hand.window.parts.timeline)
    shown = window.motions.shown
    qtbot.keyClick(window, Qt.Key.Key_B)
    assert session.showing_compared
    assert window.motions.seen is not None
    lips = session.project.take("Take 1").motion.component("lips")
    np.testing.assert_array_equal(window.motions.seen.component("lips"), lips)
    assert (session.playhead, window.transport.position) == (1.0, 1.0)
    assert window.actions_.action("compare").isChecked()
    qtbot.keyClick(window, Qt.Key.Key_B)
    assert not session.showing_compared
    assert window.motions.seen is shown
    assert session.playhead == 1.0
    assert not session.modified


def test_patch_differs_inside_alone(qtbot: QtBot, hand: Hand, tmp_path: Path) -> None:
    open_clip(hand, tmp_path)
    session = hand.window.session
    before = active_motion(session.project)
    segment = Segment(0.8, 1.6)
    session.compare("Take 1")
    session.select(segment)
    hand.take_keyboard(hand.window.parts.timeline)
    qtbot.keyClick(hand.window, Qt.Key.Key_U)
    after, other = active_motion(session.project), session.project.take("Take 1").motion
    assert before is not None
    assert after is not None
    rows = segment.frames(N_FRAMES, 25)
    outside = np.delete(np.arange(N_FRAMES), np.r_[rows])
    np.testing.assert_array_equal(after.curves[outside], before.curves[outside])
    assert np.abs(after.curves[rows] - before.curves[rows]).max() > 0.01
    middle = (rows.start + rows.stop) // 2
    np.testing.assert_array_equal(after.curves[middle], other.curves[middle])


def test_edits_are_kept_or_dropped_as_asked(hand: Hand, tmp_path: Path) -> None:
    open_clip(hand, tmp_path)
    session = hand.window.session
    draw_jaw(hand)
    hand.do("generate")
    hand.wait(lambda: len(session.project.takes) == 4)
    hand.wait_for_jobs()
    assert drawn(session.project)
    hand.window.docks.reveal("inspector")
    keep = next(
        box
        for box in hand.window.parts.generation.findChildren(QCheckBox)
        if box.text().startswith("Keep my edits")
    )
    assert keep.text() == "Keep my edits (1 curve)"
    keep.setChecked(False)
    hand.do("generate")
    hand.wait(lambda: len(session.project.takes) == 5)
    assert session.project.edits == {}
    session.undo_stack.undo()
    assert drawn(session.project)


def test_locked_component_cannot_be_drawn(hand: Hand, tmp_path: Path) -> None:
    open_clip(hand, tmp_path)
    session = hand.window.session
    hand.do("lock_lips")
    revision = session.revision
    draw_jaw(hand)
    assert session.revision == revision
    assert not session.project.edits
    assert len(hand.notices()) == 1
    assert "lips" in hand.notices()[0]


def test_markers_are_set_visited_and_saved(qtbot: QtBot, hand: Hand, tmp_path: Path) -> None:
    path = open_clip(hand, tmp_path)
    window, session = hand.window, hand.window.session
    hand.take_keyboard(hand.window.parts.timeline)
    for time in (2.2, 1.2):
        window.playback.seek(time)
        qtbot.keyClick(window, Qt.Key.Key_M)
    assert [(m.time, m.name) for m in session.project.markers] == [
        (1.2, "Marker 2"),
        (2.2, "Marker 1"),
    ]
    window.playback.seek(1.1)
    hand.press(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert session.playhead == 1.2
    hand.do("save")
    hand.wait(lambda: not session.modified)
    assert load_project(path).markers == session.project.markers


def test_strengths_need_no_generation(hand: Hand, tmp_path: Path) -> None:
    open_clip(hand, tmp_path)
    window, session = hand.window, hand.window.session
    window.takes.set_strength(Strength(lips=0.5))
    assert session.undo_stack.undoText() == "Strength of lips"
    assert window.motions.shown is not None
    assert window.motions.edited is not None
    shown, edited = window.motions.shown, window.motions.edited
    assert np.abs(shown.component("lips") - edited.component("lips")).max() > 0.01
    np.testing.assert_array_equal(shown.component("pose"), edited.component("pose"))
    assert window.runner.idle


def test_menu_of_the_locks_shows_what_is_locked(hand: Hand, tmp_path: Path) -> None:
    open_clip(hand, tmp_path)
    actions = hand.window.actions_
    for name in COMPONENTS:
        hand.do(f"lock_{name}")
    assert hand.window.session.project.locks == frozenset(COMPONENTS)
    for name in COMPONENTS:
        action = actions.action(f"lock_{name}")
        assert isinstance(action, QAction)
        assert action.isChecked()
        hand.do(f"lock_{name}")
        assert not action.isChecked()
    assert hand.window.session.project.locks == frozenset()
