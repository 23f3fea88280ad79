import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from dimitra_studio.gui.dialogs.settings_dialog import SettingsDialog
from dimitra_studio.gui.settings import Settings


@pytest.fixture
def dialog(qtbot: QtBot) -> SettingsDialog:
    dialog = SettingsDialog(
        Settings(theme="dark", autosave_interval=90),
        languages=[("fr", "Français")],
        devices=[("cpu", "Processor"), ("cuda:0", "Graphics card")],
    )
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog


def box(dialog: SettingsDialog, name: str) -> QComboBox:
    return dialog.findChild(QComboBox, name)


def test_shows_what_is_set(dialog: SettingsDialog) -> None:
    assert box(dialog, "theme").currentText() == "Dark"
    assert box(dialog, "language").currentText() == "As the desktop"
    assert dialog.findChild(QSpinBox).value() == 90


def test_setter_is_silent(dialog: SettingsDialog, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(dialog.changed):
        dialog.set_settings(Settings(theme="light", reduced_motion=True, autosave_interval=20))
    assert box(dialog, "theme").currentText() == "Light"
    assert dialog.findChild(QCheckBox).isChecked()


@pytest.mark.parametrize(
    ("name", "key", "value"),
    [
        ("theme", Qt.Key.Key_Down, "light"),
        ("language", Qt.Key.Key_End, "fr"),
        ("device", Qt.Key.Key_Down, "cpu"),
    ],
)
def test_choice_by_key_is_told(
    dialog: SettingsDialog, name: str, key: Qt.Key, value: str, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(dialog.changed) as told:
        qtbot.keyClick(box(dialog, name), key)
    assert told.args == [name, value]


def test_reduced_motion_is_told(dialog: SettingsDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.changed) as told:
        qtbot.keyClick(dialog.findChild(QCheckBox), Qt.Key.Key_Space)
    assert told.args == ["reduced_motion", True]


def test_autosave_is_told_once_typed(dialog: SettingsDialog, qtbot: QtBot) -> None:
    field = dialog.findChild(QSpinBox)
    field.setFocus()
    field.selectAll()
    with qtbot.assertNotEmitted(dialog.changed):
        qtbot.keyClicks(field, "120")
    with qtbot.waitSignal(dialog.changed) as told:
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert told.args == ["autosave_interval", 120]


def test_language_says_when_it_takes_effect(dialog: SettingsDialog) -> None:
    assert any("started again" in label.text() for label in dialog.findChildren(QLabel))


def test_device_that_is_gone_stays_chosen(qtbot: QtBot) -> None:
    dialog = SettingsDialog(Settings(device="cuda:3"))
    qtbot.addWidget(dialog)
    assert box(dialog, "device").currentText() == "cuda:3 (not available)"


def test_every_control_has_a_name_and_a_tooltip(dialog: SettingsDialog) -> None:
    controls: list[QWidget] = [
        *dialog.findChildren(QComboBox),
        *dialog.findChildren(QCheckBox),
        *dialog.findChildren(QSpinBox),
    ]
    for control in controls:
        named = QAccessible.queryAccessibleInterface(control)
        assert named.text(QAccessible.Text.Name), control.objectName()
        assert control.toolTip()
