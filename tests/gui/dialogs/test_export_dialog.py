from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGroupBox,
    QLineEdit,
)
from pytestqt.qtbot import QtBot

from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui.dialogs.export_dialog import ExportDialog
from dimitra_studio.pipeline.delivery import GREY, Delivery
from dimitra_studio.pipeline.hand_over import Options
from tests.gui.dialogs.export_hand import (
    FORMATS,
    button,
    choose,
    click,
    combo,
    export,
    field,
    make_options,
    opened,
    pick_kind,
    texts,
    times,
)
from tests.gui.test_window_access import nameless


@pytest.fixture
def options(tmp_path: Path) -> dict[str, Any]:
    return make_options(tmp_path)


@pytest.fixture
def dialog(qtbot: QtBot, options: dict[str, Any]) -> ExportDialog:
    return opened(qtbot, options)


def test_as_it_opens_it_exports_everything(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    assert export(dialog, qtbot) == (Delivery(), tmp_path / "speech.mp4")


def test_every_choice_of_a_video(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    choose(dialog, qtbot, "Renderer", "Mesh")
    choose(dialog, qtbot, "Background", "Green")
    choose(dialog, qtbot, "Size", "720")
    choose(dialog, qtbot, "Quality", "Medium")
    choose(dialog, qtbot, "Frame rate", "30")
    click(dialog, qtbot, "Selection")
    click(dialog, qtbot, "With the recording's sound")
    name = field(dialog, "Name")
    assert isinstance(name, QLineEdit)
    name.selectAll()
    qtbot.keyClicks(name, "shot 4.mp4")
    expected = Delivery(
        renderer="mesh", size=720, quality="medium", fps=30.0, segment=Segment(2.0, 5.32),
        with_sound=False, background=(0, 177, 64),
    )  # fmt: skip
    delivery, path = export(dialog, qtbot)
    assert (delivery.fps, path) == (pytest.approx(30, abs=0.05), tmp_path / "shot 4.mp4")
    assert replace(delivery, fps=30.0) == expected


def test_images_of_the_mesh_are_transparent(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    pick_kind(dialog, qtbot, 1)
    choose(dialog, qtbot, "Renderer", "Mesh")
    delivery, path = export(dialog, qtbot)
    assert (delivery.kind, delivery.background, delivery.size) == ("images", None, 1080)
    assert path == tmp_path / "speech"


def test_a_video_is_not_transparent_after_images_were(dialog: ExportDialog, qtbot: QtBot) -> None:
    choose(dialog, qtbot, "Renderer", "Mesh")
    pick_kind(dialog, qtbot, 1)
    pick_kind(dialog, qtbot, 0)
    assert dialog.delivery().background == GREY


def test_curves_of_a_span(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    pick_kind(dialog, qtbot, 3)
    start, end = times(dialog)
    for box, text in ((start, "1.2"), (end, "3")):
        box.selectAll()
        qtbot.keyClicks(box, text)
        qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert button(dialog, "From").isChecked()
    visible = {box.title() for box in dialog.findChildren(QGroupBox) if box.isVisible()}
    assert visible == {"Picture and time", "Range", "Curves", "File"}
    button(dialog, "Head").click()
    delivery, path = export(dialog, qtbot)
    assert (delivery.kind, delivery.segment) == ("csv", Segment(1.2, 3.0))
    assert delivery.curves == Options(components=("lips", "expression"))
    assert path == tmp_path / "speech.csv"


def test_project(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    pick_kind(dialog, qtbot, 4)
    assert [b.title() for b in dialog.findChildren(QGroupBox) if b.isVisible()] == ["File"]
    delivery, path = export(dialog, qtbot)
    assert (delivery.kind, path) == ("project", tmp_path / "speech.dimitra")


def test_summary_counts(dialog: ExportDialog, qtbot: QtBot) -> None:
    assert "275 frames, 11.00 s, 1024 × 768, about" in texts(dialog)  # noqa: RUF001
    click(dialog, qtbot, "Selection")
    assert "83 frames, 3.32 s" in texts(dialog)
    choose(dialog, qtbot, "Frame rate", "50")
    assert "166 frames, 3.32 s" in texts(dialog)
    choose(dialog, qtbot, "Size", "512")
    assert "512 × 384" in texts(dialog)  # noqa: RUF001


def test_every_kind_says_what_it_is_good_for(dialog: ExportDialog, qtbot: QtBot) -> None:
    notes = set()
    for row in range(5):
        pick_kind(dialog, qtbot, row)
        notes.add(texts(dialog).splitlines()[0])
    assert len(notes) == 5
    assert all(note.endswith(".") for note in notes)


def test_a_file_that_is_there_is_announced(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "speech.csv").write_text("old")
    pick_kind(dialog, qtbot, 3)
    assert "speech.csv is there already and will be replaced" in texts(dialog)
    assert button(dialog, "Replace").isEnabled()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"duration": 0.0}, "There is no motion yet; generate a take first"),
        ({"folder": Path("nowhere at all")}, "There is no such folder"),
        ({"name": " "}, "The file has no name"),
        ({"name": "a/b"}, "A file name cannot contain /"),
    ],
)
def test_what_is_wrong_stands_in_the_tooltip(
    dialog: ExportDialog, options: dict[str, Any], change: dict[str, Any], reason: str
) -> None:
    dialog.set_options(FORMATS, **{**options, **change})
    export_button = button(dialog, "Export")
    assert (export_button.isEnabled(), export_button.toolTip()) == (False, reason)
    assert reason in texts(dialog)


def test_a_range_that_ends_before_it_begins(dialog: ExportDialog, qtbot: QtBot) -> None:
    start, _ = times(dialog)
    start.selectAll()
    qtbot.keyClicks(start, "11")
    assert button(dialog, "Export").toolTip() == "The range ends before it begins"


def test_what_cannot_be_chosen_says_why(qtbot: QtBot, options: dict[str, Any]) -> None:
    dialog = ExportDialog()
    qtbot.addWidget(dialog)
    missing = {"selection": None, "portrait_size": None, "has_recording": False}
    dialog.set_options(FORMATS, **{**options, **missing})
    assert button(dialog, "Selection").toolTip() == "Nothing is selected in the timeline"
    assert button(dialog, "Loop").toolTip() == "Looping is off"
    assert button(dialog, "With the recording's sound").toolTip() == "The project has no recording"
    renderer = combo(dialog, "Renderer")
    assert renderer.currentText() == "Mesh"
    assert renderer.itemData(0, Qt.ItemDataRole.ToolTipRole) == "The project has no portrait"
    assert dialog.delivery() == Delivery(renderer="mesh", size=1080, with_sound=False)


def test_last_choices_come_back(
    dialog: ExportDialog, qtbot: QtBot, options: dict[str, Any]
) -> None:
    pick_kind(dialog, qtbot, 1)
    choose(dialog, qtbot, "Renderer", "Mesh")
    choose(dialog, qtbot, "Background", "Blue")
    choose(dialog, qtbot, "Size", "512")
    click(dialog, qtbot, "Selection")
    click(dialog, qtbot, "With the recording's sound")
    again = ExportDialog()
    qtbot.addWidget(again)
    again.set_options(FORMATS, **options)
    again.set_state(dialog.state())
    assert again.delivery() == dialog.delivery()
    assert again.state() == dialog.state()


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"kind": "fbx", "picture": 3, "range": 7},
        {"picture": {"sizes": {"mesh": "x"}, "fps": 1}},
    ],
)
def test_a_state_that_makes_no_sense_is_ignored(
    dialog: ExportDialog, state: dict[str, Any]
) -> None:
    dialog.set_state(state)
    assert dialog.delivery() == Delivery()


def test_escape_exports_nothing(dialog: ExportDialog, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(dialog.export_requested):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_enter_exports(dialog: ExportDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.export_requested):
        qtbot.keyClick(field(dialog, "Name"), Qt.Key.Key_Return)


def test_screen_readers_hear_a_name_for_everything(dialog: ExportDialog) -> None:
    assert nameless(dialog) == []
