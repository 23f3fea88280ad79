from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from dimitra_studio.core.errors import ProjectError
from dimitra_studio.gui.dialogs.export_character import ExportCharacter
from dimitra_studio.gui.dialogs.mapping_dialog import MappingDialog
from dimitra_studio.pipeline.character import Character, Wishes, examine
from tests.export.characters import ARKIT, make_character

ODD = [name for name in ARKIT if not name.startswith("eyeBlink") and name != "tongueOut"]
NAMES = [*ODD, "eyesClosed", "Mund_auf"]


@pytest.fixture
def part(qtbot: QtBot) -> ExportCharacter:
    part = ExportCharacter()
    qtbot.addWidget(part)
    with qtbot.waitExposed(part):
        part.show()
    return part


@pytest.fixture
def answered(part: ExportCharacter) -> Callable[[], ExportCharacter]:
    """Answers at once, as the controller does later."""

    def answer(path: Path, wishes: Wishes | None) -> None:
        try:
            part.set_report(*examine(path, wishes))
        except ProjectError as error:
            part.set_failure(str(error))

    part.match_requested.connect(answer)
    return lambda: part


def button(part: ExportCharacter, text: str) -> QPushButton:
    (found,) = (b for b in part.findChildren(QPushButton) if b.text().replace("&", "") == text)
    return found


def texts(part: ExportCharacter) -> str:
    return "\n".join(
        label.text()
        for label in part.findChildren(QLabel)
        if label.isVisible() and label.window() is part.window()
    )


def drop(part: ExportCharacter, path: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    place = QPointF(part.rect().center())
    enter = QDragEnterEvent(place.toPoint(), copy, data, left, none)
    enter.ignore()
    QApplication.sendEvent(part, enter)
    if enter.isAccepted():
        QApplication.sendEvent(part, QDropEvent(place, copy, data, left, none))
    return enter.isAccepted()


def test_nothing_is_chosen_at_first(part: ExportCharacter) -> None:
    assert (part.problem(), part.state(), part.doubts()) == ("Choose a character", {}, "")
    assert not button(part, "Mapping…").isEnabled()
    assert button(part, "Mapping…").toolTip() == "Choose a character"
    with pytest.raises(ValueError, match="no character"):
        part.character()


def test_file_is_chosen_and_read_in_the_background(
    part: ExportCharacter, qtbot: QtBot, tmp_path: Path
) -> None:
    path = make_character(tmp_path, NAMES)
    qtbot.mouseClick(button(part, "Choose…"), Qt.MouseButton.LeftButton)
    dialog = part.findChild(QFileDialog)
    with qtbot.waitSignal(part.match_requested) as asked:
        dialog.fileSelected.emit(str(path))
    dialog.done(QDialog.DialogCode.Accepted)
    assert asked.args == [path, None]
    assert part.problem() == "The character is being read"
    assert "Reading the character…" in texts(part)
    with qtbot.waitSignal(part.changed):
        part.set_report(*examine(path, None))
    assert texts(part).splitlines() == [
        "49 of 52 found by name, 2 guessed",
        "The head turns with Head",
        "1 missing: tongueOut",
    ]
    assert (part.problem(), part.character()) == (None, Character(path))
    assert part.doubts() == "guessed: eyesClosed; shown by nothing: tongueOut"
    assert part.findChild(QLineEdit).text() == "ada.glb"
    assert part.findChild(QLineEdit).toolTip() == str(path)


def test_dropped_file_is_taken(answered: Any, tmp_path: Path) -> None:
    part, path = answered(), make_character(tmp_path, list(ARKIT))
    assert drop(part, path)
    assert "52 of 52 found by name" in texts(part)
    assert (part.character(), part.doubts()) == (Character(path), "")


def test_wrong_file_is_named_and_the_character_stays(answered: Any, tmp_path: Path) -> None:
    part, path = answered(), make_character(tmp_path, NAMES)
    assert drop(part, path)
    assert drop(part, tmp_path / "ada.fbx")
    assert "ada.fbx is no character; choose a .glb, .gltf or .vrm file" in texts(part)
    assert part.character() == Character(path)
    (tmp_path / "bad.glb").write_bytes(b"no glTF at all")
    assert drop(part, tmp_path / "bad.glb")
    assert (part.problem() or "").startswith("bad.glb ")
    assert not button(part, "Mapping…").isEnabled()
    assert button(part, "Mapping…").toolTip() == part.problem()
    assert drop(part, path)
    assert part.problem() is None


def test_answer_on_another_file_is_dropped(part: ExportCharacter, tmp_path: Path) -> None:
    first = make_character(tmp_path, NAMES)
    (tmp_path / "more").mkdir()
    second = make_character(tmp_path / "more", list(ARKIT))
    part.choose(first)
    part.choose(second)
    part.set_report(*examine(first, None))
    assert part.problem() == "The character is being read"
    part.set_report(*examine(second, None))
    assert "52 of 52 found by name" in texts(part)


def test_choice_and_mapping_come_back(
    answered: Any, qtbot: QtBot, tmp_path: Path, part: ExportCharacter
) -> None:
    path = make_character(tmp_path, NAMES)
    wishes = Wishes({"Mund_auf": {"tongueOut": 0.5}}, "Neck", "-z")
    part.set_state({"path": str(path), "mapping": {"targets": {"Mund_auf": {"tongueOut": 0.5}},
                                                   "head": "Neck", "facing": "-z"}})  # fmt: skip
    assert texts(part) == ""  # it is not read before somebody wants to know
    with qtbot.waitSignal(part.match_requested):
        part.begin()
    assert part.character() == Character(path, wishes)
    assert texts(part).splitlines() == [
        "49 of 52 found by name, 2 guessed, 1 by hand",
        "The head turns with Neck",
    ]
    again = ExportCharacter()
    qtbot.addWidget(again)
    again.set_state(part.state())
    assert again.state() == part.state()
    with qtbot.assertNotEmitted(part.match_requested):
        part.begin()  # it is known already


@pytest.mark.parametrize("state", [{}, {"path": 7}, {"path": "ada.fbx"}, {"mapping": 3}])
def test_state_that_makes_no_sense_is_ignored(part: ExportCharacter, state: dict[str, Any]) -> None:
    part.set_state(state)
    assert part.state() == {}


def test_file_that_is_gone_is_said_so(part: ExportCharacter, qtbot: QtBot, tmp_path: Path) -> None:
    part.set_state({"path": str(tmp_path / "ada.glb")})
    with qtbot.assertNotEmitted(part.match_requested):
        part.begin()
    assert part.problem() == "ada.glb is not there any more; choose it again"


def test_mapping_that_fits_no_more_is_left_out(answered: Any, tmp_path: Path) -> None:
    part, path = answered(), make_character(tmp_path, NAMES)
    part.set_state({"path": str(path), "mapping": {"targets": {"Gone": {}}}})
    part.begin()
    assert "The mapping of last time does not fit and is left out" in texts(part)
    assert (part.problem(), part.character()) == (None, Character(path))


def test_mapping_is_changed_in_its_dialog(answered: Any, qtbot: QtBot, tmp_path: Path) -> None:
    part = answered()
    part.choose(make_character(tmp_path, NAMES))
    qtbot.mouseClick(button(part, "Mapping…"), Qt.MouseButton.LeftButton)
    dialog = part.findChild(MappingDialog)
    table = dialog._table
    table.go_to("Mund_auf")
    dialog._mix.focus_first()
    box = dialog._mix._rows[0].box
    qtbot.keyClicks(box, "tongue")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    dialog.accept()
    mapping = part.character().mapping
    assert mapping is not None
    assert (mapping.targets["Mund_auf"], mapping.head) == ({"tongueOut": 1.0}, "Head")
    assert texts(part).splitlines()[0] == "49 of 52 found by name, 2 guessed, 1 by hand"
    assert part.doubts() == "guessed: eyesClosed"


def test_mapping_that_is_cancelled_changes_nothing(
    part: ExportCharacter, qtbot: QtBot, tmp_path: Path
) -> None:
    path = make_character(tmp_path, NAMES)
    part.choose(path)
    part.set_report(*examine(path, None))
    before = texts(part)
    qtbot.mouseClick(button(part, "Mapping…"), Qt.MouseButton.LeftButton)
    dialog = part.findChild(MappingDialog)
    (tmp_path / "map.json").write_text('{"targets": {"Mund_auf": {"tongueOut": 1}}}')
    asked: list[Any] = []
    part.match_requested.connect(lambda _path, wishes: asked.append(wishes))
    dialog.load(tmp_path / "map.json")
    dialog.reject()  # while it is read
    assert asked == [Wishes({"Mund_auf": {"tongueOut": 1.0}}), None]
    part.set_report(*examine(path, asked[-1]))
    assert (texts(part), part.character()) == (before, Character(path))
