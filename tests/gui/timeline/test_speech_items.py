from dataclasses import replace

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem
from pytestqt.qtbot import QtBot

from dimitra_studio.core.timeline import Segment
from dimitra_studio.core.transcript import Transcript, Word
from dimitra_studio.gui import theme
from dimitra_studio.gui.timeline.words_item import WordsItem
from tests.gui.timeline.speech_rows import TRANSCRIPT, WIDTH, Row, colours_at, column


def test_words_stand_where_they_are_spoken(row: Row) -> None:
    filled = row.pixels().any(axis=(0, 2))
    shown = [filled[column(time)] for time in (0.5, 1.5, 2.5, 3.5, 4.2, 4.7, 6, 7.5)]
    assert shown == [False, True, True, False, True, False, True, False]


def test_what_needs_a_look_differs_from_what_does_not(row: Row) -> None:
    assert theme.colours().word.name() in colours_at(row, 1.1)
    assert theme.colours().word_doubtful.name() in colours_at(row, 2.1)
    assert theme.colours().error.name() in colours_at(row, 5)  # longer than 1.5 s
    assert theme.colours().error.name() not in colours_at(row, 2)


def test_changed_words_and_places_without_words_are_marked(words: WordsItem, row: Row) -> None:
    words.set_data(TRANSCRIPT, (Segment(0.5, 1.5),))
    changed = theme.colours().word_changed.name()
    assert changed in colours_at(row, 1.1)
    assert any(changed in colours_at(row, time) for time in (0.6, 0.61, 0.62, 0.63, 0.64))
    assert changed not in colours_at(row, 2.1)


def test_the_current_word_is_framed(words: WordsItem, row: Row) -> None:
    words.set_current(0)
    assert theme.colours().accent.name() in colours_at(row, 1.5)
    words.set_current(None)
    assert theme.colours().accent.name() not in colours_at(row, 1.5)


def test_another_scheme_is_painted_at_once(row: Row) -> None:
    before = row.pixels()
    theme.set_scheme("light")
    try:
        assert theme.colours().word.name() in colours_at(row, 1.1)
        assert (row.pixels() != before).any()
    finally:
        theme.set_scheme("dark")


def test_a_label_stays_in_the_visible_part_of_its_word(row: Row) -> None:
    row.show_range(1.0, 1.2)
    whole = row.pixels()
    row.show_range(1.8, 2.0)
    for picture in (whole, row.pixels()):
        written = np.flatnonzero(picture.max(axis=(0, 2)) > 150)
        assert abs(written.mean() - WIDTH / 2) < WIDTH / 10


def test_a_part_painted_alone_is_as_in_the_whole(words: WordsItem, row: Row) -> None:
    row.show_range(4, 8)
    whole = row.pixels()
    option = QStyleOptionGraphicsItem()
    option.exposedRect = QRectF(6.2, 0, 1.0, 1)  # the end of a word from 5 to 7
    image = QImage(row.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    painter.setTransform(words.deviceTransform(row.viewportTransform()))
    words.paint(painter, option)
    painter.end()
    part = np.frombuffer(image.constBits(), np.uint8).reshape(*whole.shape[:2], 4)[:, :, 2::-1]
    np.testing.assert_array_equal(part[:, 450:600], whole[:, 450:600])


def test_the_view_hears_what_is_to_be_painted_anew(
    words: WordsItem, row: Row, qtbot: QtBot
) -> None:
    for change in (lambda: words.set_current(0), lambda: row.hover(2.5)):
        qtbot.wait(1)
        with qtbot.waitSignal(row.scene().changed):
            change()


def test_thousands_of_words_are_drawn_as_one_strip(words: WordsItem, row: Row) -> None:
    many = [Word("word", k * 0.008, k * 0.008 + 0.007) for k in range(500)]
    many[100] = replace(many[100], confidence=0.1)
    words.set_data(Transcript(tuple(many), 8.0))
    filled = row.pixels().any(axis=(0, 2))
    assert filled[: column(3.9)].all()
    assert not filled[column(4.1) :].any()
    assert theme.colours().word_doubtful.name() in colours_at(row, 0.803)


def test_the_mouse_hears_what_a_word_is(words: WordsItem, row: Row) -> None:
    row.hover(2.5)
    assert "maybe" in words.toolTip()
    assert "30 %" in words.toolTip()
    row.hover(3.5)
    assert words.toolTip() == ""


def test_closed_lips_are_marked_beyond_their_colour(phoneme_row: Row) -> None:
    closed, vowel = (len(colours_at(phoneme_row, time)) for time in (2.1, 1.5))
    assert closed > vowel


def test_what_a_phoneme_is_can_be_read(phoneme_row: Row) -> None:
    phoneme_row.hover(2.2)
    assert "M, closure of the lips" in phoneme_row.item.toolTip()
    assert "500 ms" in phoneme_row.item.toolTip()
