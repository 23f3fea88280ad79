from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QEnterEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from dimitra_studio.gui import notice as notice_module
from dimitra_studio.gui.notice import Notice
from dimitra_studio.gui.notifications import NotificationArea


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(900, 700)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def area(window: QWidget) -> Iterator[NotificationArea]:
    area = NotificationArea(window)
    yield area
    area.clear()


@pytest.fixture
def short_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notice_module, "STAY", 20)
    monkeypatch.setattr(notice_module, "_FADE", 20)


def sentences(area: NotificationArea) -> list[str]:
    return [notice.sentence for notice in area.notices()]


def press(qtbot: QtBot, notice: Notice, text: str) -> None:
    button = next(b for b in notice.findChildren(QPushButton) if b.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.usefixtures("short_stay")
@pytest.mark.parametrize("reduced", [False, True])
def test_information_goes_away_by_itself(
    area: NotificationArea, qtbot: QtBot, reduced: bool
) -> None:
    area.set_reduced_motion(reduced)
    area.show_notice("info", "The take was generated.")
    assert area.isVisible()
    qtbot.waitUntil(lambda: not area.notices())
    assert not area.isVisible()


@pytest.mark.parametrize("level", ["warning", "error"])
def test_what_matters_stays(area: NotificationArea, level: notice_module.Level) -> None:
    notice = area.show_notice(level, "The disk is full.")
    assert (notice.fades, notice.waiting) == (False, False)


def test_information_stays_while_pointed_at(area: NotificationArea) -> None:
    notice = area.show_notice("info", "Saved.")
    assert notice.waiting
    middle = QPointF(notice.rect().center())
    QApplication.sendEvent(notice, QEnterEvent(middle, middle, middle))
    assert not notice.waiting
    QApplication.sendEvent(notice, QEvent(QEvent.Type.Leave))
    assert notice.waiting


def test_pointer_stops_the_fading(area: NotificationArea, qtbot: QtBot) -> None:
    notice = area.show_notice("info", "Saved.")
    notice._fade()
    middle = QPointF(notice.rect().center())
    QApplication.sendEvent(notice, QEnterEvent(middle, middle, middle))
    assert not notice.graphicsEffect().isEnabled()
    assert sentences(area) == ["Saved."]


def test_dismissed_by_button_and_by_key(area: NotificationArea, qtbot: QtBot) -> None:
    first = area.show_notice("error", "One.")
    second = area.show_notice("error", "Two.")
    qtbot.mouseClick(first.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert sentences(area) == ["Two."]
    qtbot.keyClick(second, Qt.Key.Key_Escape)
    assert sentences(area) == []
    assert not area.isVisible()


def test_action_is_done_and_the_notice_goes(area: NotificationArea, qtbot: QtBot) -> None:
    done: list[int] = []
    notice = area.show_notice("warning", "The weights are missing.", "Show", lambda: done.append(1))
    press(qtbot, notice, "Show")
    assert (done, sentences(area)) == ([1], [])


def test_notice_with_an_action_waits_for_it(area: NotificationArea) -> None:
    assert not area.show_notice("info", "Exported.", "Show in folder", list).fades


def test_details_are_asked_for(area: NotificationArea, qtbot: QtBot) -> None:
    notice = area.show_notice("error", "It failed.", details="Traceback")
    with qtbot.waitSignal(area.details_requested) as told:
        press(qtbot, notice, "Details")
    assert told.args == ["It failed.", "Traceback"]


def test_same_sentence_is_counted(area: NotificationArea) -> None:
    first = area.show_notice("warning", "No sound card.")
    assert area.show_notice("warning", "No sound card.") is first
    assert first.count == 2
    assert any("2 times" in label.text() for label in first.findChildren(QLabel))
    area.show_notice("error", "No sound card.")
    assert len(area.notices()) == 2


def test_pile_stays_small_and_keeps_what_matters(area: NotificationArea) -> None:
    area.show_notice("error", "Error.")
    for index in range(6):
        area.show_notice("info", f"Info {index}.")
    assert sentences(area) == ["Error.", "Info 3.", "Info 4.", "Info 5."]


def test_sits_at_the_bottom_right_and_follows(
    area: NotificationArea, window: QWidget, qtbot: QtBot
) -> None:
    area.show_notice("info", "A sentence that is long enough to need two lines in its card.")
    for size in ((900, 700), (1200, 500), (320, 400)):
        window.resize(*size)
        qtbot.waitUntil(lambda: window.rect().contains(area.geometry()))
        assert window.width() - area.geometry().right() < 40
        assert window.height() - area.geometry().bottom() < 40


def test_keeps_off_the_panels_beside_its_place(
    area: NotificationArea, window: QWidget, qtbot: QtBot
) -> None:
    stage = QWidget(window)
    stage.setGeometry(100, 50, 500, 300)
    stage.show()
    area.stand_in(stage)
    area.show_notice("info", "Saved.")
    assert stage.geometry().contains(area.geometry())
    stage.setGeometry(200, 80, 500, 300)
    qtbot.waitUntil(lambda: stage.geometry().contains(area.geometry()))
    assert abs(stage.geometry().right() - area.geometry().right()) < 40
    stage.hide()  # as the preview is behind the welcome page
    qtbot.waitUntil(lambda: window.height() - area.geometry().bottom() < 40)


def test_covers_only_itself(area: NotificationArea, window: QWidget) -> None:
    area.show_notice("info", "Saved.")
    assert window.childAt(20, 20) is None
    assert area.height() < window.height() / 4


def test_text_is_never_cut(area: NotificationArea, window: QWidget, qtbot: QtBot) -> None:
    sentence = "The video could not be written: the disk is full; free some space. " * 4
    notice = area.show_notice("error", sentence)
    label = next(label for label in notice.findChildren(QLabel) if label.text() == sentence)
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))


def test_markup_of_a_file_name_is_text(area: NotificationArea) -> None:
    notice = area.show_notice("error", "<b>a.wav</b> cannot be read.")
    assert any(
        label.textFormat() == Qt.TextFormat.PlainText for label in notice.findChildren(QLabel)
    )


def test_screen_reader_hears_it(area: NotificationArea, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, object]] = []
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: told.append((event.message(), event.politeness())),
    )
    area.show_notice("info", "Saved.")
    area.show_notice("error", "Failed.")
    politeness = QAccessible.AnnouncementPoliteness
    assert told == [("Saved.", politeness.Polite), ("Failed.", politeness.Assertive)]


def test_every_button_has_a_name(area: NotificationArea) -> None:
    notice = area.show_notice("error", "Failed.", "Repair", list, "Traceback")
    names = {
        QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)
        for button in (*notice.findChildren(QPushButton), *notice.findChildren(QToolButton))
    }
    assert names == {"Repair", "Details", "Dismiss: Failed."}
