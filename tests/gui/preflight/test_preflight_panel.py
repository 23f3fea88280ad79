import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from dimitra_studio.gui.preflight.face_chooser import FaceChooser
from dimitra_studio.gui.preflight.finding_row import FindingRow
from dimitra_studio.gui.preflight.preflight_panel import PreflightView
from dimitra_studio.pipeline.findings import Faces, Finding, Sides

LEFT = Qt.MouseButton.LeftButton
BOXES = ((120.0, 20.0, 40.0, 50.0), (20.0, 30.0, 30.0, 40.0))  # the largest first
FACES = Faces(np.full((100, 200, 3), 128, np.uint8), BOXES)


@pytest.fixture
def view(qtbot: QtBot) -> PreflightView:
    view = PreflightView()
    qtbot.addWidget(view)
    view.resize(400, 500)
    with qtbot.waitExposed(view):
        view.show()
    return view


def finding(level: str = "warning", **changes: object) -> Finding:
    fields = {"subject": "recording", "level": level, "sentence": f"A {level}.", **changes}
    return Finding(**fields)  # type: ignore[arg-type]  # literals by keyword


def summary(view: PreflightView) -> str:
    return view.findChild(QLabel, "summary").text()


def buttons(view: PreflightView) -> dict[str, QPushButton]:
    row = view.findChild(FindingRow)
    return {button.text(): button for button in row.findChildren(QPushButton)}


def test_lines_are_grouped_and_the_worst_comes_first(view: PreflightView) -> None:
    portrait = finding("pass", subject="portrait")
    view.set_findings([finding("pass"), finding("warning"), finding("failure"), portrait])
    names = [row.accessibleName() for row in view.findChildren(FindingRow)]
    assert names == [
        "Good: A pass.",
        "Must be fixed: A failure.",
        "Could be better: A warning.",
        "Good: A pass.",
    ]
    headings = [label.text() for label in view.findChildren(QLabel) if label.font().bold()]
    assert headings == ["Portrait", "Recording"]


@pytest.mark.parametrize(
    ("levels", "text"),
    [
        ([], "Nothing was looked at yet."),
        (["pass", "pass"], "Ready. Everything looks good."),
        (["pass", "warning", "warning"], "Ready. 2 could be better."),
        (["failure", "warning"], "1 to be fixed before anything can be generated."),
    ],
)
def test_summary_says_whether_one_can_go_on(
    view: PreflightView, levels: list[str], text: str
) -> None:
    view.set_findings([finding(level) for level in levels])
    assert summary(view) == text


def test_level_is_written_out(view: PreflightView) -> None:
    view.set_findings([finding("warning")])
    texts = [label.text() for label in view.findChild(FindingRow).findChildren(QLabel)]
    assert texts == ["Could be better", "A warning."]


@pytest.mark.parametrize(
    "fix",
    [
        "choose_portrait",
        "choose_recording",
        "edit_transcript",
        "drop_transcript",
        "choose_folder",
        "choose_weights",
    ],
)
def test_every_fix_has_a_button(view: PreflightView, qtbot: QtBot, fix: str) -> None:
    view.set_findings([finding(fix=fix)])
    ((_, button),) = buttons(view).items()
    assert button.toolTip()
    with qtbot.waitSignal(view.fix_requested) as asked:
        qtbot.mouseClick(button, LEFT)
    assert asked.args == [fix, None]


def test_line_without_a_fix_has_no_button(view: PreflightView) -> None:
    view.set_findings([finding("pass")])
    assert buttons(view) == {}


def test_side_of_a_stereo_recording_is_chosen(view: PreflightView, qtbot: QtBot) -> None:
    view.set_findings([finding(fix="take_channel", payload=Sides(best=1, mixable=True))])
    found = buttons(view)
    assert list(found) == ["Use right", "Use left", "Mix"]
    for text, answer in (("Use left", 0), ("Use right", 1), ("Mix", None)):
        with qtbot.waitSignal(view.fix_requested) as asked:
            qtbot.keyClick(found[text], Qt.Key.Key_Space)
        assert asked.args == ["take_channel", answer]


def test_sides_that_cancel_are_not_mixed(view: PreflightView) -> None:
    view.set_findings([finding(fix="take_channel", payload=Sides(best=0, mixable=False))])
    assert list(buttons(view)) == ["Use left", "Use right"]


@pytest.fixture
def chooser(view: PreflightView) -> FaceChooser:
    view.set_findings([finding("failure", subject="portrait", fix="choose_face", payload=FACES)])
    return view.findChild(FaceChooser)


def on_screen(chooser: FaceChooser, x: float, y: float) -> QPoint:
    """A point of the picture, which fills the chooser in one direction."""
    scale = min(chooser.width() / 200, chooser.height() / 100)
    left = (chooser.width() - 200 * scale) / 2
    top = (chooser.height() - 100 * scale) / 2
    return QPoint(round(left + scale * x), round(top + scale * y))


def test_click_on_a_face_chooses_it(
    view: PreflightView, chooser: FaceChooser, qtbot: QtBot
) -> None:
    for box in BOXES:
        middle = on_screen(chooser, box[0] + box[2] / 2, box[1] + box[3] / 2)
        with qtbot.waitSignal(view.face_chosen) as chosen:
            qtbot.mouseClick(chooser, LEFT, pos=middle)
        assert chosen.args == [box]
    with qtbot.assertNotEmitted(view.face_chosen):
        qtbot.mouseClick(chooser, LEFT, pos=on_screen(chooser, 90, 50))


def test_faces_are_numbered_from_the_left_and_chosen_by_key(
    view: PreflightView, chooser: FaceChooser, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(view.face_chosen) as chosen:
        qtbot.keyClick(chooser, Qt.Key.Key_1)
    assert chosen.args == [BOXES[1]]
    qtbot.keyClick(chooser, Qt.Key.Key_Right)
    assert chooser.accessibleName().startswith("Face 2 of 2")
    with qtbot.waitSignal(view.face_chosen) as chosen:
        qtbot.keyClick(chooser, Qt.Key.Key_Return)
    assert chosen.args == [BOXES[0]]
    with qtbot.assertNotEmitted(view.face_chosen):
        qtbot.keyClick(chooser, Qt.Key.Key_9)


def test_picture_is_drawn_with_its_frames(chooser: FaceChooser) -> None:
    drawn = chooser.grab().toImage()
    ratio = drawn.devicePixelRatio()

    def colour(x: float, y: float) -> tuple[int, ...]:
        place = on_screen(chooser, x, y) * ratio
        return tuple(drawn.pixelColor(place).getRgb()[:3])

    assert colour(90, 50) == (128, 128, 128)
    assert colour(50, 50) != (128, 128, 128)  # the right edge of the left face


def test_view_is_closed_by_its_button(view: PreflightView, qtbot: QtBot) -> None:
    (close,) = [item for item in view.findChildren(QPushButton) if item.text() == "Close"]
    with qtbot.waitSignal(view.dismissed):
        qtbot.mouseClick(close, LEFT)


def test_work_in_progress_is_said(view: PreflightView) -> None:
    view.set_findings([finding()])
    view.set_busy()
    assert summary(view) == "Looking at the inputs…"
    view.set_findings([finding("pass")])
    assert len(view.findChildren(FindingRow)) == 1
