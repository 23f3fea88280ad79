"""A timeline in a real window, with a sentence and a motion."""

import pytest
from pytestqt.qtbot import QtBot

from dimitra_studio.gui.timeline.timeline_view import TimelineView
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
