from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from dimitra_studio.core.paths import SAMPLE
from dimitra_studio.gui.drop_overlay import DropOverlay
from dimitra_studio.gui.dropping import Dropped

PORTRAIT, SPEECH = SAMPLE / "portrait.jpg", SAMPLE / "speech.flac"


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    window.resize(1000, 600)
    window.setCentralWidget(QPlainTextEdit())
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def overlay(window: QMainWindow) -> DropOverlay:
    return DropOverlay(window)


def mime(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


NO_KEYS = Qt.KeyboardModifier.NoModifier
COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton


def enter(widget: QWidget, data: QMimeData) -> bool:
    event = QDragEnterEvent(QPoint(5, 5), COPY, data, LEFT, NO_KEYS)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def enter_overlay(window: QWidget, overlay: DropOverlay, data: QMimeData) -> None:
    """As Qt does once the overlay lies between the window and the pointer."""
    enter(window, data)
    enter(overlay, data)


def move(widget: QWidget, data: QMimeData, position: QPoint) -> None:
    QApplication.sendEvent(widget, QDragMoveEvent(position, COPY, data, LEFT, NO_KEYS))


def drop(widget: QWidget, data: QMimeData, position: QPoint) -> None:
    event = QDropEvent(QPointF(position), COPY, data, LEFT, NO_KEYS, QEvent.Type.Drop)
    QApplication.sendEvent(widget, event)


def test_comes_up_for_files_and_lights_what_takes_them(
    window: QMainWindow, overlay: DropOverlay
) -> None:
    assert not overlay.isVisible()
    assert enter(window, mime(PORTRAIT))
    assert overlay.isVisible()
    assert overlay.geometry() == window.rect()
    assert overlay.possible() == ["portrait"]


def test_stays_away_for_text(window: QMainWindow, overlay: DropOverlay) -> None:
    data = QMimeData()
    data.setText("words")
    enter(window, data)
    assert not overlay.isVisible()


def test_target_below_the_pointer_is_lit(window: QMainWindow, overlay: DropOverlay) -> None:
    data = mime(PORTRAIT)
    enter_overlay(window, overlay, data)
    move(overlay, data, overlay.centre_of("portrait"))
    assert overlay.lit() == "portrait"
    move(overlay, data, overlay.centre_of("recording"))
    assert overlay.lit() is None


def test_drop_on_a_target(window: QMainWindow, overlay: DropOverlay, qtbot: QtBot) -> None:
    data = mime(SPEECH)
    enter_overlay(window, overlay, data)
    with qtbot.waitSignal(overlay.dropped) as told:
        drop(overlay, data, overlay.centre_of("recording"))
    assert told.args == [Dropped(recording=SPEECH)]
    assert not overlay.isVisible()


def test_drop_on_the_wrong_target_is_refused_in_words(
    window: QMainWindow, overlay: DropOverlay, qtbot: QtBot
) -> None:
    data = mime(SPEECH)
    enter_overlay(window, overlay, data)
    with qtbot.waitSignal(overlay.dropped) as told:
        drop(overlay, data, overlay.centre_of("portrait"))
    ((path, sentence),) = told.args[0].refused
    assert path == SPEECH
    assert "accepted are png" in sentence


def test_drop_beside_the_targets_is_sorted(
    window: QMainWindow, overlay: DropOverlay, qtbot: QtBot
) -> None:
    data = mime(SPEECH, PORTRAIT)
    enter_overlay(window, overlay, data)
    with qtbot.waitSignal(overlay.dropped) as told:
        drop(overlay, data, QPoint(2, 2))
    assert told.args == [Dropped(portrait=PORTRAIT, recording=SPEECH)]


def test_goes_away_when_the_files_leave(window: QMainWindow, overlay: DropOverlay) -> None:
    data = mime(SPEECH)
    enter_overlay(window, overlay, data)
    move(overlay, data, overlay.centre_of("recording"))
    QApplication.sendEvent(overlay, QDragLeaveEvent())
    assert not overlay.isVisible()
    assert overlay.lit() is None


def test_watched_widget_does_not_take_the_files_itself(
    window: QMainWindow, overlay: DropOverlay
) -> None:
    text = window.centralWidget()
    assert isinstance(text, QPlainTextEdit)
    overlay.watch(text.viewport())
    enter(text.viewport(), mime(SPEECH))
    assert overlay.isVisible()
    assert text.toPlainText() == ""


def test_every_target_names_what_it_takes(overlay: DropOverlay) -> None:
    cards = [child for child in overlay.children() if isinstance(child, QWidget)]
    named = {card.accessibleName() for card in cards if card.accessibleName()}
    assert named == {"Portrait", "Recording", "Video to track", "Transcript", "Project"}
