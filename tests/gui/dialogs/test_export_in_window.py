"""Exports through the real window: what is set in the dialog is in the file."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dimitra_studio.core.motion import Motion
from dimitra_studio.export.glb_read import read_glb
from dimitra_studio.gui.dialogs.export_character import ExportCharacter
from dimitra_studio.gui.dialogs.export_dialog import ExportDialog
from dimitra_studio.gui.dialogs.mapping_dialog import MappingDialog
from dimitra_studio.gui.dialogs.search_box import SearchBox
from dimitra_studio.pipeline.character import load_mapping, match
from tests.export.characters import ARKIT, make_character, read_tracks
from tests.gui.short_clip import open_clip
from tests.gui.test_window_access import clashes, nameless
from tests.gui.window_hand import Hand

SMILES = ["mouthSmileLeft", "mouthSmileRight"]
NAMES = [
    *(name for name in ARKIT if name not in (*SMILES, "tongueOut", "jawOpen")),
    *("Laecheln", "Mund_auf"),
]


@pytest.fixture
def clip(hand: Hand, tmp_path: Path) -> Hand:
    open_clip(hand, tmp_path)
    return hand


def opened(hand: Hand, kind: str) -> ExportDialog:
    """The export dialog, with the entry of this beginning chosen by the keyboard."""
    hand.do("export")
    dialog = hand.dialog(ExportDialog)
    dialog.activateWindow()
    hand.wait(dialog.isActiveWindow)
    kinds = dialog.findChild(QListWidget)
    kinds.setFocus()
    items = [kinds.item(row) for row in range(kinds.count())]
    titles = [item.text() for item in items if item.flags()]  # the others are headings
    (row,) = (row for row, title in enumerate(titles) if title.startswith(kind))
    hand.press(kinds, Qt.Key.Key_Home)
    for _ in range(row):
        hand.press(kinds, Qt.Key.Key_Down)
    return dialog


def put_at(qtbot: QtBot, dialog: ExportDialog, path: Path) -> None:
    for name, text in (("Name", path.name), ("Folder", str(path.parent))):
        (field,) = (f for f in dialog.findChildren(QLineEdit) if f.accessibleName() == name)
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, text)


def named(root: QWidget, name: str) -> QWidget:
    (found,) = (w for w in root.findChildren(QWidget)
                if w.accessibleName() == name and w.isVisible() and w.parent().isVisible()
                and not isinstance(w.parent(), SearchBox))  # fmt: skip
    return found


def type_number(qtbot: QtBot, box: QWidget, text: str) -> None:
    assert isinstance(box, QDoubleSpinBox)
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, text)


def shown(hand: Hand) -> Motion:
    motion = hand.window.motions.shown
    assert motion is not None
    return motion


def labels(root: QWidget) -> str:
    return "\n".join(label.text() for label in root.findChildren(QLabel) if label.isVisible())


def test_gain_and_offset_are_in_the_file(qtbot: QtBot, hand: Hand, tmp_path: Path) -> None:
    hand.do("open_sample")
    hand.wait(lambda: hand.window.session.project.takes)
    hand.wait_for_jobs()
    dialog = opened(hand, "Curves as JSON")
    put_at(qtbot, dialog, tmp_path / "talk.json")
    type_number(qtbot, named(dialog, "Gain: Lips"), "1.5")
    type_number(qtbot, named(dialog, "Gain: Head"), "0.5")
    hand.click(dialog, "Add an offset")
    channel = named(dialog, "Channel")
    qtbot.keyClicks(channel, "browinner")
    hand.press(channel, Qt.Key.Key_Return)
    type_number(qtbot, named(dialog, "Amount of the offset"), "0.1")
    hand.click(dialog, "Export")
    hand.wait_for_jobs()
    assert "talk.json was written." in hand.notices()
    written = json.loads((tmp_path / "talk.json").read_text(encoding="utf-8"))
    motion, portrait = shown(hand), hand.window.session.project.portrait
    assert portrait is not None
    rest = portrait.curves[motion.rig.columns("pose")]
    values = np.array([written["curves"][name] for name in motion.rig.channels]).T
    np.testing.assert_allclose(
        values[:, motion.rig.columns("lips")], 1.5 * motion.component("lips"), atol=1e-5
    )
    np.testing.assert_allclose(
        values[:, motion.rig.columns("pose")],
        rest + 0.5 * (motion.component("pose") - rest),
        atol=1e-5,
    )
    brow = motion.rig.column("browInnerUp")
    np.testing.assert_allclose(values[:, brow], motion.curves[:, brow] + 0.1, atol=1e-5)
    hand.do("export")
    again = hand.dialog(ExportDialog)
    assert (again.kind, dict(again.delivery().curves.gain)) == ("json", {})


def test_animation_goes_onto_the_users_own_character(
    qtbot: QtBot, clip: Hand, tmp_path: Path
) -> None:
    hand, path = clip, make_character(tmp_path, NAMES)
    dialog = opened(hand, "Onto your own character")
    assert "Choose a character" in labels(dialog)
    part = dialog.findChild(ExportCharacter)
    hand.click(part, "Choose…")
    hand.choose_file(path)
    hand.wait(lambda: "found by name" in labels(dialog))
    assert "48 of 52 found by name" in labels(part)
    assert "4 missing: jawOpen, mouthSmileLeft, mouthSmileRight, tongueOut" in labels(part)
    assert nameless(dialog) + clashes(dialog) == []
    hand.click(part, "Mapping…")
    mapping = hand.dialog(MappingDialog)
    mapping.activateWindow()
    hand.wait(mapping.isActiveWindow)
    change_mapping(qtbot, hand, mapping, tmp_path / "ada.json")
    hand.click(mapping, "OK")
    hand.wait(lambda: "3 by hand" in labels(part))
    assert "1 missing: tongueOut" in labels(part)
    put_at(qtbot, dialog, tmp_path / "ada_talks.glb")
    hand.click(dialog, "Export")
    hand.wait_for_jobs()
    assert "ada_talks.glb was written; shown by nothing: tongueOut." in hand.notices()
    check_written(shown(hand), path, tmp_path)
    check_next_time(hand, path)


def change_mapping(qtbot: QtBot, hand: Hand, dialog: MappingDialog, file: Path) -> None:
    """By the keyboard: the jaw gets its channel, and the smile gets two halves."""
    table = dialog.findChild(QTableView)
    for target, mix in (
        ("mund", [("jawopen", "1")]),
        ("laech", [("smileleft", "0.5"), ("smileright", "0.5")]),
    ):
        search = named(dialog, "Find a target or a channel")
        search.setFocus()
        search.selectAll()  # type: ignore[attr-defined]  # of the line edit that it is
        qtbot.keyClicks(search, target)
        table.setFocus()
        hand.press(table, Qt.Key.Key_Home)
        hand.press(table, Qt.Key.Key_Return)
        for number, (channel, share) in enumerate(mix):
            if number:
                hand.click(dialog, "Add a channel")
            box = focus()
            qtbot.keyClicks(box, channel)
            hand.press(box, Qt.Key.Key_Return)
            hand.press(box, Qt.Key.Key_Tab)
            qtbot.keyClicks(focus(), share)
    assert "1 missing: tongueOut" in labels(dialog)
    hand.click(dialog, "Save mapping…")
    hand.choose_file(file)


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def check_written(motion: Motion, path: Path, folder: Path) -> None:
    """The file has the numbers, the command line the same mapping."""
    weights = read_tracks(folder / "ada_talks.glb")["Mesh0", "weights"]
    smile = 0.5 * (motion.channel(SMILES[0]) + motion.channel(SMILES[1]))
    np.testing.assert_allclose(weights[:, NAMES.index("Laecheln")], smile, atol=1e-6)
    jaw = motion.channel("jawOpen")
    np.testing.assert_allclose(weights[:, NAMES.index("Mund_auf")], jaw, atol=1e-6)
    read = read_glb(folder / "ada_talks.glb").motion
    for channel in ("mouthFunnel", "eyeBlinkLeft", "browInnerUp"):
        np.testing.assert_allclose(read.channel(channel), motion.channel(channel), atol=1e-5)
    report = match(path, load_mapping(folder / "ada.json"))
    mixes = {link.target: dict(link.mix) for link in report.links}
    assert mixes["Laecheln"] == dict.fromkeys(SMILES, 0.5)
    notes = json.loads((folder / "ada_talks.glb.manifest.json").read_text())["notes"]
    assert notes["targets"] == mixes


def check_next_time(hand: Hand, path: Path) -> None:
    """The same character needs no work the next time, and is missed when it is gone."""
    hand.do("export")
    dialog = hand.dialog(ExportDialog)
    hand.wait(lambda: "3 by hand" in labels(dialog))
    assert dialog.kind == "character"
    mapping = dialog.delivery().character.mapping  # type: ignore[union-attr]  # it has one
    assert mapping is not None
    assert mapping.targets["Laecheln"] == dict.fromkeys(SMILES, 0.5)
    dialog.reject()
    hand.wait(lambda: not hand.window.findChildren(ExportDialog))
    path.rename(path.with_name("moved.glb"))
    hand.do("export")
    dialog = hand.dialog(ExportDialog)
    assert "ada.glb is not there any more; choose it again" in labels(dialog)
    assert not export_button(dialog).isEnabled()


def export_button(dialog: ExportDialog) -> QPushButton:
    (found,) = (b for b in dialog.findChildren(QPushButton) if b.text() in ("Export", "Replace"))
    return found


def spoil(path: Path) -> Path:
    path.write_bytes(b"no glTF")
    return path


def itself(path: Path) -> Path:
    return path


@pytest.mark.parametrize(
    ("prepare", "sentence"),
    [(spoil, "ada.glb "), (itself, "ada.glb is the character itself; choose another name")],
)
def test_what_is_wrong_with_a_character_is_a_sentence(
    qtbot: QtBot, clip: Hand, tmp_path: Path, prepare: Callable[[Path], Path], sentence: str
) -> None:
    path = prepare(make_character(tmp_path, NAMES))
    dialog = opened(clip, "Onto your own character")
    put_at(qtbot, dialog, path)
    dialog.character.choose(path)
    clip.wait_for_jobs()
    assert not export_button(dialog).isEnabled()
    assert export_button(dialog).toolTip().startswith(sentence)
    assert export_button(dialog).toolTip() in labels(dialog)
    assert clip.notices() == []


def test_answers_that_come_too_late_are_dropped(qtbot: QtBot, clip: Hand, tmp_path: Path) -> None:
    first = make_character(tmp_path, NAMES)
    (tmp_path / "more").mkdir()
    second = make_character(tmp_path / "more", list(ARKIT))
    dialog = opened(clip, "Onto your own character")
    answers: list[str] = []
    dialog.character.changed.connect(lambda: answers.append(labels(dialog.character)))
    dialog.character.choose(first)
    dialog.character.choose(second)
    clip.wait_for_jobs()
    assert "52 of 52 found by name" in labels(dialog.character)
    assert not any("48 of 52" in answer for answer in answers)
    dialog.character.choose(first)
    dialog.reject()  # whose answer finds no dialog
    clip.wait_for_jobs()
    assert clip.notices() == []
