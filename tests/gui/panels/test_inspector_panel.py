import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui.panels.generation_panel import GenerationPanel
from dimitra_studio.gui.panels.inspector_panel import InspectorPanel
from dimitra_studio.gui.panels.strength_panel import StrengthPanel
from dimitra_studio.gui.panels.thumbnail import Thumbnail


@pytest.fixture
def panel(qtbot: QtBot) -> InspectorPanel:
    panel = InspectorPanel(GenerationPanel(), StrengthPanel())
    qtbot.addWidget(panel)
    panel.resize(300, 900)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def button(panel: InspectorPanel, name: str) -> QPushButton:
    (found,) = [item for item in panel.findChildren(QPushButton) if item.accessibleName() == name]
    return found


def heading(panel: InspectorPanel, text: str) -> QToolButton:
    (found,) = [item for item in panel.findChildren(QToolButton) if item.text() == text]
    return found


def texts(panel: InspectorPanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def test_empty_project_offers_what_is_missing(panel: InspectorPanel, qtbot: QtBot) -> None:
    assert "No portrait" in texts(panel)
    assert "the sound alone drives the face" in texts(panel)
    with qtbot.waitSignal(panel.portrait_requested):
        qtbot.mouseClick(button(panel, "Choose a portrait"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(panel.recording_requested):
        qtbot.keyClick(button(panel, "Choose a recording"), Qt.Key.Key_Space)


def test_inputs_are_shown(panel: InspectorPanel) -> None:
    panel.set_portrait("face.jpg", np.zeros((60, 80, 3), np.uint8), 131.4)
    panel.set_recording("speech.flac", 9.56, 48_000)
    panel.set_transcript(28, 2)
    shown = texts(panel)
    for text in ("face.jpg", "80 x 60, eyes 131 px apart", "9.56 s, 48 kHz", "28 words, 2 doubt"):
        assert text in shown
    assert button(panel, "Replace the portrait").text() == "Replace…"


def test_thumbnail_shows_the_middle_of_the_picture(panel: InspectorPanel) -> None:
    picture = np.zeros((90, 30, 3), np.uint8)
    picture[30:60] = (10, 200, 30)
    panel.set_portrait("face.jpg", picture, None)
    shown = panel.findChild(Thumbnail).grab().toImage()
    centre = shown.pixelColor(shown.width() // 2, shown.height() // 2)
    edge = shown.pixelColor(shown.width() // 2, shown.height() // 12)
    assert centre.getRgb()[:3] == edge.getRgb()[:3] == (10, 200, 30)


def test_selection_is_shown_in_numbers(panel: InspectorPanel) -> None:
    assert "Nothing is selected" in texts(panel)
    panel.set_selection(Segment(1.24, 2.8), "every word you hear")
    shown = texts(panel)
    assert "1.56 s, 39 frames" in shown
    assert "every word you hear" in shown
    assert "Nothing is selected" not in shown


def test_sections_fold_by_hand_and_are_told(panel: InspectorPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.folded_changed) as changed:
        qtbot.mouseClick(heading(panel, "Project"), Qt.MouseButton.LeftButton)
    assert changed.args == [("project",)]
    assert "No portrait" not in texts(panel)
    with qtbot.waitSignal(panel.folded_changed) as changed:
        qtbot.keyClick(heading(panel, "Project"), Qt.Key.Key_Space)
    assert changed.args == [()]


def test_sections_are_folded_again_in_silence(panel: InspectorPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.folded_changed):
        panel.set_folded(["strength", "selection"])
    assert panel.folded == ("strength", "selection")


def test_narrow_dock_shows_everything(panel: InspectorPanel, qtbot: QtBot) -> None:
    panel.set_portrait("a very long name of a portrait file.jpg", None, None)
    qtbot.waitUntil(lambda: panel.minimumWidth() > 0)
    assert panel.minimumWidth() <= 280
    panel.resize(280, 900)
    assert panel.widget().width() <= panel.viewport().width()
