import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDoubleSpinBox, QSlider, QToolButton
from pytestqt.qtbot import QtBot

from dimitra_studio.core.strength import Strength
from dimitra_studio.gui.panels.strength_panel import StrengthPanel


@pytest.fixture
def panel(qtbot: QtBot) -> StrengthPanel:
    panel = StrengthPanel()
    qtbot.addWidget(panel)
    panel.resize(300, 260)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def slider(panel: StrengthPanel, name: str) -> QSlider:
    (found,) = [item for item in panel.findChildren(QSlider) if item.accessibleName() == name]
    return found


def number(panel: StrengthPanel, name: str) -> QDoubleSpinBox:
    (found,) = [
        item for item in panel.findChildren(QDoubleSpinBox) if item.accessibleName() == name
    ]
    return found


def test_setters_show_and_are_silent(panel: StrengthPanel, qtbot: QtBot) -> None:
    with (
        qtbot.assertNotEmitted(panel.strength_changed),
        qtbot.assertNotEmitted(panel.sound_delay_changed),
    ):
        panel.set_strength(Strength(lips=1.3, blink=0.0))
        panel.set_sound_delay(-0.04)
    assert number(panel, "Lips strength").text() == "130 %"
    assert number(panel, "Sound delay").text() == "-40 ms"
    assert panel.findChild(QToolButton, "mute_blink").isChecked()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Lips strength", Strength(lips=1.01)),
        ("Expression strength", Strength(expression=1.01)),
        ("Head strength", Strength(pose=1.01)),
        ("Blinks strength", Strength(blink=1.01)),
    ],
)
def test_each_slider_changes_its_own_factor(
    panel: StrengthPanel, qtbot: QtBot, name: str, expected: Strength
) -> None:
    with qtbot.waitSignal(panel.strength_changed) as changed:
        qtbot.keyClick(slider(panel, name), Qt.Key.Key_Right)
    assert changed.args == [expected]


def test_held_key_is_one_gesture(panel: StrengthPanel, qtbot: QtBot) -> None:
    told: list[Strength] = []
    panel.strength_changed.connect(told.append)
    handle = slider(panel, "Lips strength")
    for _ in range(5):
        qtbot.keyPress(handle, Qt.Key.Key_Right)
    assert told == []
    assert number(panel, "Lips strength").text() == "105 %"
    qtbot.keyRelease(handle, Qt.Key.Key_Right)
    assert told == [Strength(lips=1.05)]


def test_double_click_resets(panel: StrengthPanel, qtbot: QtBot) -> None:
    panel.set_strength(Strength(lips=1.5))
    handle = slider(panel, "Lips strength")
    place = QPoint(round(handle.width() * 0.75), handle.height() // 2)  # on the handle
    told: list[Strength] = []
    panel.strength_changed.connect(told.append)
    qtbot.mouseClick(handle, Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(handle, Qt.MouseButton.LeftButton, pos=place)
    assert told == [Strength()]


def test_mute_holds_still_and_gives_back_what_was(panel: StrengthPanel, qtbot: QtBot) -> None:
    panel.set_strength(Strength(pose=1.4))
    mute = panel.findChild(QToolButton, "mute_pose")
    told: list[Strength] = []
    panel.strength_changed.connect(told.append)
    qtbot.mouseClick(mute, Qt.MouseButton.LeftButton)
    assert number(panel, "Head strength").value() == 0
    qtbot.keyClick(mute, Qt.Key.Key_Space)
    assert told == [Strength(pose=0.0), Strength(pose=1.4)]


def test_slider_at_zero_is_muted(panel: StrengthPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.strength_changed):
        qtbot.keyClick(slider(panel, "Lips strength"), Qt.Key.Key_Home)
    assert panel.findChild(QToolButton, "mute_lips").isChecked()


def test_more_than_the_slider_can_be_typed(panel: StrengthPanel, qtbot: QtBot) -> None:
    box = number(panel, "Lips strength")
    told: list[Strength] = []
    panel.strength_changed.connect(told.append)
    panel.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    box.selectAll()
    qtbot.keyClicks(box, "350")
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert told == [Strength(lips=3.5)]


def test_sound_delay_is_told_in_seconds(panel: StrengthPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.sound_delay_changed) as changed:
        qtbot.keyClick(slider(panel, "Sound delay"), Qt.Key.Key_Left)
    assert changed.args == [-0.005]
