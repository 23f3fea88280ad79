"""A timeline in a real window, with a sentence and a motion."""

import pytest
from pytestqt.qtbot import QtBot

from dimitra_studio.gui.timeline.phonemes_item import PhonemesItem
from dimitra_studio.gui.timeline.timeline_view import TimelineView
from dimitra_studio.gui.timeline.words_item import WordsItem
from tests.gui.timeline.speech_rows import TRANSCRIPT, Row
from tests.gui.timeline.timeline_hand import (
    DURATION,
    Hand,
    make_motion,
    make_sound,
    make_transcript,
)


@pytest.fixture
def view(qtbot: QtBot) -> TimelineView:
    view = TimelineView()
    qtbot.addWidget(view)
    view.resize(1240, 640)
    view.set_recording(make_sound(), None, DURATION)
    view.set_transcript(make_transcript())
    view.set_motion(make_motion())
    with qtbot.waitExposed(view):
        view.show()
    qtbot.wait(50)
    return view


@pytest.fixture
def hand(qtbot: QtBot, view: TimelineView) -> Hand:
    return Hand(qtbot, view)


@pytest.fixture
def words(qtbot: QtBot) -> WordsItem:
    item = WordsItem()
    item.set_data(TRANSCRIPT)
    return item


@pytest.fixture
def row(words: WordsItem, qtbot: QtBot) -> Row:
    row = Row(words)
    qtbot.addWidget(row)
    row.show()
    qtbot.waitExposed(row)
    return row


@pytest.fixture
def phoneme_row(qtbot: QtBot) -> Row:
    item = PhonemesItem()
    item.set_data(TRANSCRIPT)
    row = Row(item)
    row.item = item
    qtbot.addWidget(row)
    row.show()
    qtbot.waitExposed(row)
    return row
