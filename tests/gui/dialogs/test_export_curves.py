import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from dimitra_studio.gui.dialogs.export_curves import ExportCurves
from dimitra_studio.pipeline.hand_over import Options


@pytest.fixture
def part(qtbot: QtBot) -> ExportCurves:
    part = ExportCurves()
    qtbot.addWidget(part)
    with qtbot.waitExposed(part):
        part.show()
    return part


def type_timecode(part: ExportCurves, qtbot: QtBot, text: str) -> None:
    field = part.findChild(QLineEdit)
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
    box = part.findChild(QComboBox)
    box.setCurrentIndex(box.findData("unreal"))
    again = ExportCurves()
    qtbot.addWidget(again)
    again.set_state(part.state())
    assert again.options().preset == "unreal"
