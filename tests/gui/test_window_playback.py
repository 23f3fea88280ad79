"""Playing in the real window; where there is no sound card, by the silent clock."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dimitra_studio.core.motion import FPS
from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui.settings import SettingsStore
from tests.gui.short_clip import DURATION, open_clip
from tests.gui.window_hand import Hand

FRAME = 1 / FPS

pytestmark = pytest.mark.alone  # what is painted late is late for want of a core, too


@pytest.fixture(autouse=True)
def _quiet(store: SettingsStore) -> None:
    """Nobody shall hear the tests, where there is a sound card."""
    store.change(muted=True)


def frame_of(time: float) -> int:
    return int(time * FPS + 1e-6)


def test_picture_follows_the_silent_clock(hand: Hand, tmp_path: Path) -> None:
    open_clip(hand, tmp_path)
    window, transport = hand.window, hand.window.transport
    hand.do("show_portrait")
    apart: list[int] = []

    def compare(painted: float) -> None:
        apart.append(frame_of(transport.position) - frame_of(painted))

    hand.wait_for_jobs()
    window.parts.preview.frame_shown.connect(compare)
    hand.do("loop")
    hand.do("play")
    hand.wait(lambda: len(apart) > 60)
    hand.do("play")
    assert not transport.playing
    apart.sort()
    late = apart[len(apart) * 9 // 10]
    assert -1 <= apart[len(apart) // 2] <= 1, apart
    assert late <= 2, apart
    window.parts.preview.frame_shown.disconnect(compare)
    said = hand.notices()
    assert len(said) == bool(transport.silence)
    hand.do("play")
    hand.do("play")
    assert hand.notices() == said  # once is enough


def test_shuttle_keys(qtbot: QtBot, hand: Hand, tmp_path: Path) -> None:
    open_clip(hand, tmp_path)
    window, transport = hand.window, hand.window.transport
    hand.take_keyboard(window.parts.timeline)
    speeds = []
    for key in (Qt.Key.Key_L, Qt.Key.Key_L, Qt.Key.Key_L, Qt.Key.Key_L):
        qtbot.keyClick(window.parts.timeline, key)
        speeds.append(transport.speed)
    assert speeds == [1, 2, 4, 4]
    qtbot.keyClick(window.parts.timeline, Qt.Key.Key_K)
    assert not transport.playing
    window.playback.seek(2.0)
    for key in (Qt.Key.Key_J, Qt.Key.Key_J):
        qtbot.keyClick(window.parts.timeline, key)
    assert (transport.playing, transport.speed) == (True, -2)
    hand.wait(lambda: window.session.playhead < 1.8)
    qtbot.keyClick(window.parts.timeline, Qt.Key.Key_K)
    window.playback.seek(1.0)
    qtbot.keyPress(window.parts.timeline, Qt.Key.Key_K)
    qtbot.keyClick(window.parts.timeline, Qt.Key.Key_L)
    assert window.session.playhead == pytest.approx(1.0 + FRAME)
    qtbot.keyClick(window.parts.timeline, Qt.Key.Key_J)
    assert window.session.playhead == pytest.approx(1.0)
    qtbot.keyRelease(window.parts.timeline, Qt.Key.Key_K)
    assert not transport.playing


def test_steps_and_ends(qtbot: QtBot, hand: Hand, tmp_path: Path) -> None:
    open_clip(hand, tmp_path)
    window, session = hand.window, hand.window.session
    hand.take_keyboard(window.parts.timeline)
    steps = (
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, FRAME),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, 11 * FRAME),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, 10 * FRAME),
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, DURATION),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, 0.0),
    )
    for key, modifier, time in steps:
        qtbot.keyClick(window.parts.timeline, key, modifier)
        assert session.playhead == pytest.approx(time), key


def test_loop_stays_within_the_selection(hand: Hand, tmp_path: Path) -> None:
    open_clip(hand, tmp_path)
    window, session = hand.window, hand.window.session
    session.select(Segment(1.0, 1.4))
    window.playback.seek(1.0)
    times: list[float] = []
    session.playhead_changed.connect(times.append)
    hand.do("loop")
    hand.do("play")
    hand.wait(lambda: sum(after < before for before, after in pairwise(times)) >= 2)
    hand.do("play")
    session.playhead_changed.disconnect(times.append)
    assert min(times) >= 1.0 - 1e-6
    assert max(times) <= 1.4 + FRAME


def test_half_speed_takes_twice_as_long(hand: Hand, tmp_path: Path) -> None:
    open_clip(hand, tmp_path)
    window, transport = hand.window, hand.window.transport
    window.parts.transport_bar.speed_changed.emit(0.5)
    assert transport.speed == 0.5
    hand.do("play")
    hand.wait(lambda: window.session.playhead > 0.2)
    assert transport.speed == 0.5
    hand.do("play")
