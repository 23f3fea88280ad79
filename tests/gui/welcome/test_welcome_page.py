from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dimitra_studio.core.paths import SAMPLE
from dimitra_studio.gui.recent_files import RecentFile
from dimitra_studio.gui.welcome.action_card import ActionCard
from dimitra_studio.gui.welcome.drop_zone import DropZone
from dimitra_studio.gui.welcome.welcome_page import WelcomePage

HERE = RecentFile(Path("/clips/here.dimitra"), datetime(2026, 1, 2, 3, 4))
GONE = RecentFile(Path("/clips/gone.dimitra"), None)


@pytest.fixture
def page(qtbot: QtBot) -> WelcomePage:
    page = WelcomePage()
    page.resize(1280, 720)
    page.set_recent([HERE, GONE])
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    return page


def mime(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def enter(widget: QWidget, data: QMimeData) -> bool:
    event = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


@pytest.mark.parametrize(
    ("text", "signal"),
    [("New", "new_requested"), ("Open", "open_requested"), ("Sample", "sample_requested")],
)
@pytest.mark.parametrize("by_key", [True, False])
def test_cards(page: WelcomePage, text: str, signal: str, by_key: bool, qtbot: QtBot) -> None:
    card = next(card for card in page.findChildren(ActionCard) if card.text() == text)
    with qtbot.waitSignal(getattr(page, signal)):
        if by_key:
            qtbot.keyClick(card, Qt.Key.Key_Space)
        else:
            qtbot.mouseClick(card, Qt.MouseButton.LeftButton)


def test_recent_project_is_opened(page: WelcomePage, qtbot: QtBot) -> None:
    opener = page.rows()[0].findChild(QPushButton, "opener")
    with qtbot.waitSignal(page.recent_requested) as told:
        qtbot.mouseClick(opener, Qt.MouseButton.LeftButton)
    assert told.args == [HERE.path]


def test_missing_project_is_grey_and_can_be_located(page: WelcomePage, qtbot: QtBot) -> None:
    row = page.rows()[1]
    opener = row.findChild(QPushButton, "opener")
    assert not opener.isEnabled()
    assert "is not there" in opener.toolTip()
    with qtbot.waitSignal(page.locate_requested) as told:
        qtbot.mouseClick(row.findChild(QPushButton, "locate"), Qt.MouseButton.LeftButton)
    assert told.args == [GONE.path]


def test_project_that_is_there_needs_no_locating(page: WelcomePage) -> None:
    assert page.rows()[0].findChild(QPushButton, "locate") is None


@pytest.mark.parametrize("index", [0, 1])
def test_projects_can_be_taken_off_the_list(page: WelcomePage, index: int, qtbot: QtBot) -> None:
    row = page.rows()[index]
    with qtbot.waitSignal(page.remove_requested) as told:
        qtbot.mouseClick(row.findChild(QToolButton, "remove"), Qt.MouseButton.LeftButton)
    assert told.args == [row.path]


def test_new_list_replaces_the_old_one(page: WelcomePage) -> None:
    page.set_recent([GONE])
    assert [row.path for row in page.rows()] == [GONE.path]
    page.set_recent([])
    assert page.rows() == []
    hints = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any("will be listed here" in hint for hint in hints)
    page.set_recent([HERE])
    hints = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert not any("will be listed here" in hint for hint in hints)


def test_dropped_files_are_handed_on(page: WelcomePage, qtbot: QtBot) -> None:
    paths = [SAMPLE / "portrait.jpg", SAMPLE / "speech.flac"]
    data = mime(*paths)
    assert enter(page.findChild(DropZone), data)  # the page takes what its children do not
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QEvent.Type.Drop,
    )
    with qtbot.waitSignal(page.files_dropped) as told:
        QApplication.sendEvent(page, drop)
    assert told.args == [paths]


def test_text_is_not_taken(page: WelcomePage) -> None:
    data = QMimeData()
    data.setText("words")
    assert not enter(page, data)


def test_files_can_be_chosen_without_a_mouse(page: WelcomePage, qtbot: QtBot) -> None:
    zone = page.findChild(DropZone)
    with qtbot.waitSignal(page.choose_requested):
        qtbot.keyClick(zone.findChild(QPushButton), Qt.Key.Key_Space)


def test_says_what_is_accepted(page: WelcomePage) -> None:
    zone = page.findChild(DropZone)
    text = " ".join(label.text() for label in zone.findChildren(QLabel))
    for word in ("Portrait", "png", "Recording", "wav", "Video", "mp4", "TextGrid", "dimitra"):
        assert word in text


def test_every_control_has_a_name_and_a_tooltip(page: WelcomePage) -> None:
    for button in page.findChildren(QAbstractButton):
        named = QAccessible.queryAccessibleInterface(button)
        assert named.text(QAccessible.Text.Name), button
        assert button.toolTip(), button


def test_tab_goes_through_everything(page: WelcomePage, qtbot: QtBot) -> None:
    wanted = {button for button in page.findChildren(QAbstractButton) if button.isEnabled()}
    first = next(iter(page.findChildren(ActionCard)))
    reached = {first}
    widget = first.nextInFocusChain()
    while widget is not first:
        if isinstance(widget, QAbstractButton) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reached.add(widget)
        widget = widget.nextInFocusChain()
    assert wanted <= reached


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720), (640, 480)])
def test_nothing_is_cut_at_the_side(page: WelcomePage, size: tuple[int, int]) -> None:
    page.resize(*size)
    QApplication.sendPostedEvents()
    assert page.findChild(QScrollArea).horizontalScrollBar().maximum() == 0
