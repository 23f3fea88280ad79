"""The middle of the window, with real threads and real pictures."""

import json
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QThread
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QToolButton
from pytestqt.qtbot import QtBot

from dimitra_studio.core.project import Media, Portrait
from dimitra_studio.gui.preview.preview_panel import PreviewPanel
from tests.gui.preview.faces import apart, face, pixels
from tests.render.portraits import changed, smiling


@pytest.fixture
def opengl(qapp: QApplication) -> None:
    if qapp.platformName() == "offscreen":
        pytest.skip("the offscreen platform has no OpenGL")


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[PreviewPanel]:
    panel = PreviewPanel()
    qtbot.addWidget(panel)
    panel.resize(720, 400)
    with qtbot.waitSignal(panel.frame_shown, timeout=20_000):
        panel.show()
    yield panel
    panel.stop()


def button(panel: PreviewPanel, name: str) -> QToolButton:
    found = panel.findChild(QToolButton, name)
    assert found is not None
    return found


def open_face(panel: PreviewPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignals(
        [panel.portrait_ready, panel.portrait_view.frame_painted], timeout=20_000
    ):
        panel.set_project_face(face())


def heard(panel: PreviewPanel) -> list[Any]:
    """What the panel says of the user's hand."""
    said: list[Any] = []
    panel.compare_changed.connect(lambda name: said.append(("compare", name)))
    panel.showing_b_changed.connect(lambda shown: said.append(("b", shown)))
    return said


def test_both_views_follow_the_curves(panel: PreviewPanel, qtbot: QtBot) -> None:
    open_face(panel, qtbot)
    times: list[float] = []
    panel.frame_shown.connect(times.append)
    before = pixels(panel.portrait_view.image), pixels(panel.mesh_view.image)
    panel.show_curves(changed(smiling(), jawOpen=0.8), 3.0)
    qtbot.waitUntil(lambda: times.count(3.0) == 2, timeout=20_000)
    assert apart(before[0], pixels(panel.portrait_view.image)) > 0.2
    assert apart(before[1], pixels(panel.mesh_view.image)) > 0.2
    panel.show_curves(None, 4.0)
    qtbot.waitUntil(lambda: times.count(4.0) == 2, timeout=20_000)
    np.testing.assert_array_equal(pixels(panel.portrait_view.image), smiling().image)


def test_what_was_found_in_the_portrait_is_told(panel: PreviewPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.portrait_ready, timeout=20_000) as ready:
        panel.set_project_face(face())
    assert ready.args is not None
    np.testing.assert_array_equal(ready.args[0].identity, smiling().identity)
    assert ready.args[0].warnings == smiling().warnings


def test_a_broken_picture_gives_one_sentence(panel: PreviewPanel, qtbot: QtBot) -> None:
    failures: list[str] = []
    panel.failed.connect(failures.append)
    broken = Portrait(Media("holiday.jpg", b"\xff\xd8 broken"), face().identity, face().curves)
    panel.set_project_face(broken)
    qtbot.waitUntil(lambda: bool(failures), timeout=10_000)
    panel.show_curves(changed(smiling(), jawOpen=0.8), 3.0)
    qtbot.wait(200)
    assert len(failures) == 1
    assert failures[0].startswith("holiday.jpg")
    assert not panel.mesh_view.image.isNull()  # the mesh does without


def test_views_alone_and_together(panel: PreviewPanel) -> None:
    portrait, mesh = panel.portrait_view, panel.mesh_view
    for show, seen in (
        (panel.show_portrait, (True, False)),
        (panel.show_mesh, (False, True)),
        (panel.show_both, (True, True)),
    ):
        show()
        assert (portrait.isVisible(), mesh.isVisible()) == seen
    panel.show_portrait()
    assert not button(panel, "views").isEnabled()
    assert "mesh" in button(panel, "views").toolTip()


def test_commands_do_what_their_buttons_do(opengl: None, panel: PreviewPanel, qtbot: QtBot) -> None:
    open_face(panel, qtbot)
    for command, name in (
        (panel.toggle_landmarks, "landmarks"),
        (panel.toggle_wireframe, "wireframe"),
    ):
        command()
        assert button(panel, name).isChecked()
        assert panel.view_state()[name] is True
        button(panel, name).click()
        assert panel.view_state()[name] is False
    panel.view_left()
    assert panel.mesh_view.orbit.yaw > 1.0
    panel.view_right()
    assert panel.mesh_view.orbit.yaw < -1.0
    panel.view_front()
    assert panel.mesh_view.orbit.yaw == 0.0
    panel.mesh_view.zoom_in()
    panel.reset_view()
    assert panel.mesh_view.orbit.zoom == 1.0


def test_textures_go_round_those_that_can_be_drawn(
    opengl: None, panel: PreviewPanel, qtbot: QtBot
) -> None:
    seen = []
    for _ in range(3):
        panel.cycle_texture()
        seen.append(panel.mesh_view.texture)
    assert "photo" not in seen
    open_face(panel, qtbot)
    seen = []
    for _ in range(3):
        panel.cycle_texture()
        seen.append(panel.mesh_view.texture)
    assert set(seen) == {"shaded", "skin", "photo"}


def test_setters_are_silent_and_the_hand_is_heard(panel: PreviewPanel, qtbot: QtBot) -> None:
    said = heard(panel)
    assert not button(panel, "compare").isEnabled()
    panel.set_compared(["Take 1", "Take 2"], "Take 2")
    panel.set_showing_b(True, "Take 2")
    panel.set_showing_b(False, "Project")
    assert said == []
    box = panel.findChild(QComboBox, "compared")
    assert box is not None
    assert box.currentText() == "Take 2"
    panel.toggle_compare()
    button(panel, "compare").click()
    qtbot.keyClicks(box, "Take 1")  # choosing by typing
    assert said == [("b", True), ("b", False), ("compare", "Take 1")]


def test_without_a_take_to_compare_the_button_says_why(panel: PreviewPanel) -> None:
    said = heard(panel)
    panel.set_compared([], None)
    panel.toggle_compare()
    assert said == []
    assert "Choose a take" in button(panel, "compare").toolTip()


def test_the_view_is_remembered(opengl: None, panel: PreviewPanel, qtbot: QtBot) -> None:
    panel.toggle_wireframe()
    panel.toggle_landmarks()
    panel.cycle_texture()
    panel.view_left()
    panel.show_mesh()
    state = json.loads(json.dumps(panel.view_state()))
    other = PreviewPanel()
    qtbot.addWidget(other)
    other.restore_view_state(state)
    assert {**other.view_state(), "sizes": []} == {**state, "sizes": []}
    assert button(other, "show_mesh").isChecked()
    other.stop()


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"mode": "cinema", "texture": 3, "orbit": {"yaw": "far"}, "sizes": "wide"},
        {"orbit": {"roll": 1.0}, "landmarks": "yes", "sizes": [1, None]},
        {"orbit": {"yaw": float("nan")}},
    ],
)
def test_a_state_that_is_not_understood_changes_nothing(
    panel: PreviewPanel, state: dict[str, Any]
) -> None:
    before = panel.view_state()
    panel.restore_view_state(state)
    assert panel.view_state() == before


def test_everything_has_a_name_and_an_explanation(panel: PreviewPanel) -> None:
    controls = [*panel.bar.findChildren(QAbstractButton), *panel.bar.findChildren(QComboBox)]
    assert len(controls) >= 10
    for control in controls:
        assert control.accessibleName()
        assert control.toolTip()
    assert panel.portrait_view.accessibleName()
    assert panel.mesh_view.accessibleName()


def test_the_panel_is_not_blank(panel: PreviewPanel, qtbot: QtBot) -> None:
    open_face(panel, qtbot)
    qtbot.waitUntil(lambda: not panel.mesh_view.image.isNull(), timeout=20_000)
    picture = pixels(panel.grab().toImage())
    halves = picture[60:, :350], picture[60:, 370:]
    assert all(half.std() > 20.0 for half in halves)


def test_closing_leaves_no_thread(qtbot: QtBot) -> None:
    panel = PreviewPanel()
    qtbot.addWidget(panel)
    panel.show()
    panel.set_project_face(face())
    threads = panel.findChildren(QThread)
    assert len(threads) == 2
    panel.close()
    assert not any(thread.isRunning() for thread in threads)
    QCoreApplication.processEvents()  # what the threads still said is not shown
    assert panel.portrait_view.image.isNull()
