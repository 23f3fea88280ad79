from collections.abc import Iterator

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dimitra_studio.core.transcript import Transcript
from dimitra_studio.gui import theme
from dimitra_studio.gui.timeline.words_item import WordsItem
from tests.gui.timeline.speech_rows import TRANSCRIPT, Row, colours_at

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _every_move_counts() -> Iterator[None]:
    """Hands are slower than tests: pyqtgraph passes over moves that follow within 10 ms."""
    limit = pg.getConfigOption("mouseRateLimit")
    pg.setConfigOption("mouseRateLimit", 0)
    yield
    pg.setConfigOption("mouseRateLimit", limit)


def test_nothing_is_drawn_without_a_transcript(words: WordsItem, row: Row) -> None:
    words.set_data(None)
    assert not row.pixels().any()
    row.hover(1.5)
    row.drag(1.5, 1.8)
    assert row.box.n_drags


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ((2.0, 2.4), [0, 1.0, 2.4]),
        ((1.0, 0.5), [0, 0.5, 2.0]),
        ((3.0, 3.5), [1, 2.0, 3.5]),
        ((5.0, 4.8), [3, 4.8, 7.0]),
    ],
)
def test_a_dragged_border_is_told_once_at_the_end(
    words: WordsItem, row: Row, qtbot: QtBot, path: tuple[float, float], told: list[float]
) -> None:
    with qtbot.assertNotEmitted(words.word_moved):
        row.press(path[0])
        row.move(sum(path) / 2, path[1])
    with qtbot.waitSignal(words.word_moved) as moved:
        row.release(path[1])
    assert moved.args == pytest.approx(told, abs=0.011)
    assert row.box.n_drags == 0


def test_both_neighbours_are_seen_to_move(words: WordsItem, row: Row) -> None:
    row.press(2.0)
    row.move(2.3)
    assert theme.colours().word_doubtful.name() not in colours_at(row, 2.15)
    assert theme.colours().word.name() in colours_at(row, 2.15)
    row.release(2.3)
    row.hover(3.5)
    assert theme.colours().word_doubtful.name() in colours_at(row, 2.15)  # until it is told so


def test_ctrl_pushes_everything_after(words: WordsItem, row: Row, qtbot: QtBot) -> None:
    with qtbot.waitSignal(words.words_shifted) as shifted, qtbot.assertNotEmitted(words.word_moved):
        row.drag(4.0, 4.3, 4.6, modifiers=CTRL)
    assert shifted.args == pytest.approx([2, 0.6], abs=0.011)


def test_escape_puts_the_border_back(words: WordsItem, row: Row, qtbot: QtBot) -> None:
    still = row.pixels()
    with qtbot.assertNotEmitted(words.word_moved):
        row.press(2.0)
        row.move(2.4)
        assert words.dragging
        row.scene().keyPressEvent(
            QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
        )
        assert not words.dragging
        row.move(2.6)
        row.release(2.6)
    row.hover(3.5)
    assert (row.pixels() == still).all()
    assert not words.abort()


def test_a_border_in_the_hand_keeps_escape_from_the_window(words: WordsItem, row: Row) -> None:
    def overridden() -> bool:
        key = QKeyEvent(
            QEvent.Type.ShortcutOverride, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier
        )
        key.ignore()
        QApplication.sendEvent(row.scene(), key)
        return key.isAccepted()

    assert not overridden()
    row.press(2.0)
    assert overridden()
    row.release(2.0)
    assert not overridden()


def test_a_new_document_ends_a_drag(words: WordsItem, row: Row, qtbot: QtBot) -> None:
    row.press(2.0)
    row.move(2.4)
    with qtbot.assertNotEmitted(words.word_moved):
        words.set_data(Transcript(TRANSCRIPT.words[:1], 8.0))
        row.release(2.4)


def test_losing_the_mouse_puts_the_border_back(words: WordsItem, row: Row) -> None:
    row.press(2.0)
    row.move(2.4)
    row.scene().mouseGrabberItem().ungrabMouse()
    assert not words.dragging


def test_a_border_that_was_only_touched_moves_nothing(
    words: WordsItem, row: Row, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(words.word_moved):
        row.drag(2.0, 2.0)


def test_a_drag_is_followed_by_others(words: WordsItem, row: Row, qtbot: QtBot) -> None:
    times: list[float | None] = []
    words.border_dragged.connect(times.append)
    row.drag(2.0, 2.2, 2.4)
    assert times == [pytest.approx(2.2, abs=0.011), pytest.approx(2.4, abs=0.011), None]


def test_elsewhere_the_view_gets_the_drag(words: WordsItem, row: Row, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(words.word_moved):
        row.drag(1.3, 1.5, 1.9)
    assert row.box.n_drags


def test_the_cursor_shows_what_can_be_dragged(words: WordsItem, row: Row) -> None:
    shapes = []
    for time in (1.5, 2.0, 2.5):
        row.hover(time)
        shapes.append(words.cursor().shape())
    assert shapes == [
        Qt.CursorShape.ArrowCursor,
        Qt.CursorShape.SizeHorCursor,
        Qt.CursorShape.ArrowCursor,
    ]


def test_a_click_tells_the_word(words: WordsItem, row: Row, qtbot: QtBot) -> None:
    with qtbot.waitSignal(words.word_clicked) as clicked:
        row.drag(2.5)
    assert (clicked.args, row.box.n_clicks) == ([1], 0)
    row.drag(3.5)
    assert row.box.n_clicks == 1


def test_a_double_click_tells_it_too(words: WordsItem, row: Row, qtbot: QtBot) -> None:
    with qtbot.waitSignals([words.word_clicked, words.word_activated], order="strict"):
        row.double_click(6)


def test_narrow_boxes_can_still_be_clicked(words: WordsItem, row: Row, qtbot: QtBot) -> None:
    row.show_range(0, 80)  # a word of a second is ten pixels wide
    row.hover(1.4)
    assert words.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_phonemes_are_named_by_word_and_place(phoneme_row: Row, qtbot: QtBot) -> None:
    with qtbot.waitSignal(phoneme_row.item.phoneme_moved) as moved:
        phoneme_row.drag(2.5, 2.6, 2.7)
    assert moved.args == pytest.approx([1, 0, 2.0, 2.7], abs=0.011)


def test_the_border_between_words_is_that_of_the_last_phoneme(
    phoneme_row: Row, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(phoneme_row.item.phoneme_moved) as moved:
        phoneme_row.drag(2.0, 2.2)
    assert moved.args == pytest.approx([0, 1, 1.3, 2.2], abs=0.011)
