from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dimitra_studio.core.rig import BFM, STUDIO
from dimitra_studio.gui.dialogs.export_curves import ExportCurves
from dimitra_studio.gui.dialogs.search_box import SearchBox
from dimitra_studio.pipeline.hand_over import Options

Kind = TypeVar("Kind", bound=QWidget)


@pytest.fixture
def part(qtbot: QtBot) -> ExportCurves:
    part = ExportCurves()
    part.set_channels(STUDIO.channels)
    qtbot.addWidget(part)
    with qtbot.waitExposed(part):
        part.show()
    part.activateWindow()
    qtbot.waitUntil(part.isActiveWindow)
    return part


def named(part: ExportCurves, kind: type[Kind], name: str) -> list[Kind]:
    """The controls that a screen reader calls so."""
    return [found for found in part.findChildren(kind)
            if found.accessibleName() == name and found.isVisible()]  # fmt: skip


def gain(part: ExportCurves, component: str) -> QDoubleSpinBox:
    (box,) = named(part, QDoubleSpinBox, f"Gain: {component}")
    return box


def type_number(qtbot: QtBot, box: QDoubleSpinBox, text: str) -> None:
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, text)
    qtbot.keyClick(box, Qt.Key.Key_Tab)


def add_offset(part: ExportCurves, qtbot: QtBot, typed: str, amount: str) -> None:
    """By the keyboard: a row, a part of the channel's name, Enter, the amount."""
    (add,) = (b for b in part.findChildren(QPushButton) if b.text() == "A&dd an offset")
    qtbot.keyClick(add, Qt.Key.Key_Space)
    box = named(part, SearchBox, "Channel")[-1]
    assert box.hasFocus()
    qtbot.keyClicks(box, typed)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    type_number(qtbot, named(part, QDoubleSpinBox, "Amount of the offset")[-1], amount)


def button(part: ExportCurves, text: str) -> QPushButton:
    (found,) = (b for b in part.findChildren(QPushButton) if b.text().replace("&", "") == text)
    return found


def type_timecode(part: ExportCurves, qtbot: QtBot, text: str) -> None:
    (field,) = named(part, QLineEdit, "Timecode of the first frame")
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Home)
    qtbot.keyClicks(field, text)


def test_everything_is_written_unless_told_otherwise(part: ExportCurves) -> None:
    assert (part.options(), part.problem()) == (Options(), None)


def test_timecode_is_typed_in_frames_of_the_window(part: ExportCurves, qtbot: QtBot) -> None:
    type_timecode(part, qtbot, "01000005")
    assert part.options().timecode == 3600.2


@pytest.mark.parametrize("text", ["24000000", "00600000", "00006000", "00000025"])
def test_no_time_of_a_day_is_a_problem(part: ExportCurves, qtbot: QtBot, text: str) -> None:
    type_timecode(part, qtbot, text)
    assert "no time of a day" in (part.problem() or "")


def test_one_component_at_least_is_written(part: ExportCurves, qtbot: QtBot) -> None:
    for box in part.findChildren(QCheckBox):
        box.setFocus()
        qtbot.keyClick(box, Qt.Key.Key_Space)
    assert "tick at least one" in (part.problem() or "")


def test_program_is_remembered(part: ExportCurves, qtbot: QtBot) -> None:
    (box,) = named(part, QComboBox, "Axes and unit")
    box.setCurrentIndex(box.findData("unreal"))
    again = ExportCurves()
    qtbot.addWidget(again)
    again.set_state(part.state())
    assert again.options().preset == "unreal"


def test_gain_is_that_of_the_components_that_have_one(part: ExportCurves, qtbot: QtBot) -> None:
    type_number(qtbot, gain(part, "Lips"), "1.25")
    type_number(qtbot, gain(part, "Head"), "0")
    assert part.options().gain == {"lips": 1.25, "pose": 0.0}
    qtbot.keyClick(gain(part, "Lips"), Qt.Key.Key_Up)
    assert part.options().gain["lips"] == 1.3
    type_number(qtbot, gain(part, "Lips"), "1")
    assert part.options().gain == {"pose": 0.0}


def test_gain_of_what_holds_still_says_why_it_is_off(part: ExportCurves, qtbot: QtBot) -> None:
    assert gain(part, "Lips").isEnabled()
    qtbot.keyClick(part.findChildren(QCheckBox)[0], Qt.Key.Key_Space)
    assert (gain(part, "Lips").isEnabled(), gain(part, "Lips").toolTip()) == (
        False,
        "It holds still",
    )


def test_offsets_are_found_by_a_part_of_the_name(part: ExportCurves, qtbot: QtBot) -> None:
    with qtbot.waitSignal(part.changed):
        add_offset(part, qtbot, "jawop", "0.1")
    add_offset(part, qtbot, "headyaw", "-0.25")
    assert part.options().offset == {"jawOpen": 0.1, "headYaw": -0.25}
    first, second = named(part, SearchBox, "Channel")
    assert first.findText("headYaw") < 0  # no channel twice
    assert second.findText("headYaw") >= 0
    qtbot.mouseClick(named(part, QToolButton, "Remove this offset")[0], Qt.MouseButton.LeftButton)
    assert part.options().offset == {"headYaw": -0.25}


def test_row_without_a_channel_or_amount_adds_nothing(part: ExportCurves, qtbot: QtBot) -> None:
    add_offset(part, qtbot, "no such channel", "0.5")
    assert part.options().offset == {}
    assert button(part, "Add an offset").toolTip() == "Choose the channel of the empty row first"
    (box,) = named(part, SearchBox, "Channel")
    qtbot.mouseClick(box.lineEdit(), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(box, "tongue")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert part.options().offset == {"tongueOut": 0.5}
    type_number(qtbot, named(part, QDoubleSpinBox, "Amount of the offset")[0], "0")
    assert part.options() == Options()


def test_reset_takes_all_of_it_back(part: ExportCurves, qtbot: QtBot) -> None:
    reset = button(part, "Reset")
    assert (reset.isEnabled(), reset.toolTip()) == (False, "Nothing is changed yet")
    type_number(qtbot, gain(part, "Expression"), "2")
    add_offset(part, qtbot, "jawopen", "0.1")
    with qtbot.waitSignal(part.changed):
        qtbot.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert part.options() == Options()
    assert named(part, SearchBox, "Channel") == []


def test_gain_and_offsets_are_not_remembered(part: ExportCurves, qtbot: QtBot) -> None:
    """They would change another project, and nobody would notice."""
    type_number(qtbot, gain(part, "Lips"), "2")
    add_offset(part, qtbot, "jawopen", "0.1")
    again = ExportCurves()
    qtbot.addWidget(again)
    again.set_state(part.state())
    assert again.options() == Options()


def test_offsets_of_another_rig_go(part: ExportCurves, qtbot: QtBot) -> None:
    add_offset(part, qtbot, "jawopen", "0.1")
    add_offset(part, qtbot, "headyaw", "0.2")
    part.set_channels(BFM.channels)
    assert part.options().offset == {"headYaw": 0.2}
    part.set_channels(())
    assert part.options().offset == {}
    assert button(part, "Add an offset").toolTip() == "There are no channels"


def test_tab_goes_through_the_rows_in_their_order(part: ExportCurves, qtbot: QtBot) -> None:
    add_offset(part, qtbot, "jawopen", "0.1")
    add_offset(part, qtbot, "headyaw", "0.2")
    add = button(part, "Add an offset")
    add.setFocus()
    met: list[str] = []
    for _ in range(7):
        widget = part.window().focusWidget()
        met.append(widget.accessibleName())
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    row = ["Channel", "Amount of the offset", "Remove this offset"]
    assert met[1:] == [*row, *row]
    assert part.window().focusWidget().accessibleName() == "Axes and unit"
