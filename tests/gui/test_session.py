import gc
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from dimitra_studio.core.motion import Motion
from dimitra_studio.core.project import Project, add_take
from dimitra_studio.core.rig import COMPONENTS, STUDIO
from dimitra_studio.core.take import Take
from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui.session import Session


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    return Session(Project(name="one"))


def rename(session: Session, name: str) -> None:
    session.edit("Rename", replace(session.project, name=name))


def test_edit_is_one_undo_step(session: Session) -> None:
    rename(session, "two")
    gc.collect()  # the stack alone must keep the commands
    assert (session.project.name, session.undo_stack.undoText()) == ("two", "Rename")
    session.undo_stack.undo()
    assert session.project.name == "one"
    session.undo_stack.redo()
    assert session.project.name == "two"


def test_every_replacement_is_told(session: Session) -> None:
    seen: list[str] = []
    session.project_changed.connect(lambda project: seen.append(project.name))
    rename(session, "two")
    session.undo_stack.undo()
    session.undo_stack.redo()
    assert seen == ["two", "one", "two"]


def test_edit_without_a_change_is_no_step(session: Session) -> None:
    session.edit("Rename", session.project)
    assert session.undo_stack.count() == 0


def test_view_is_remembered_without_a_step_and_undo_leaves_it_alone(session: Session) -> None:
    rename(session, "two")
    session.remember("zoom", 2.0)
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert (session.project.name, dict(session.project.view)) == ("one", {"zoom": 2.0})


def test_playhead_and_selection_are_not_undoable(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.playhead_changed) as moved:
        session.move_playhead(1.5)
    with qtbot.assertNotEmitted(session.playhead_changed):
        session.move_playhead(1.5)
    with qtbot.waitSignal(session.selection_changed) as selected:
        session.select(Segment(1, 2))
    assert (moved.args, selected.args) == ([1.5], [Segment(1, 2)])
    assert session.undo_stack.count() == 0


def test_saving_clears_the_mark_of_what_was_saved(session: Session) -> None:
    rename(session, "two")
    session.mark_saved(session.revision, Path("two.dimitra"))
    assert not session.modified
    assert session.path == Path("two.dimitra")
    session.undo_stack.undo()
    assert session.modified


def test_edit_during_saving_stays_unsaved(session: Session) -> None:
    rename(session, "two")
    saving = session.revision
    rename(session, "three")
    session.mark_saved(saving, Path("two.dimitra"))
    assert session.modified


def test_recovered_document_is_unsaved_until_it_is_saved(session: Session) -> None:
    session.open(Project(name="back"), Path("back.dimitra"), recovered=True)
    assert session.modified
    session.mark_saved(session.revision, Path("back.dimitra"))
    assert not session.modified


def test_another_document_begins_a_history_of_its_own(session: Session, qtbot: QtBot) -> None:
    rename(session, "two")
    session.select(Segment(1, 2))
    order = [session.opened, session.project_changed, session.path_changed]
    with qtbot.waitSignals(order, order="strict"):
        session.open(Project(name="other"), Path("other.dimitra"))
    assert (session.undo_stack.count(), session.selection, session.modified) == (0, None, False)


def test_comparison_ends_with_its_take(session: Session) -> None:
    motion = Motion(np.zeros((5, len(STUDIO.channels)), np.float32), STUDIO)
    take = Take("Take 1", motion, "generated", COMPONENTS, 0.0, 0.2)
    session.edit("Generate", add_take(session.project, take))
    session.compare("Take 1")
    session.show_compared(shown=True)
    session.undo_stack.undo()
    assert (session.compared, session.showing_compared) == (None, False)


def test_nothing_to_compare_is_not_shown(session: Session) -> None:
    session.show_compared(shown=True)
    assert not session.showing_compared
