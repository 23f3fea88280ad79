"""The transport on its silent clock; what a card plays is tested in ``test_sound_clock``."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui.playback.transport import Transport
from dimitra_studio.pipeline.playback import PlayableSound


@pytest.fixture
def transport(qtbot: QtBot) -> Iterator[Transport]:
    transport = Transport()
    transport.set_duration(10.0)
    yield transport
    transport.close()


class Told:
    """What a transport said, in order."""

    def __init__(self, transport: Transport) -> None:
        self.positions: list[float] = []
        self.playing: list[bool] = []
        self.speeds: list[float] = []
        transport.position_changed.connect(self.positions.append)
        transport.playing_changed.connect(self.playing.append)
        transport.speed_changed.connect(self.speeds.append)


def test_plays_to_the_end_and_stops_there(transport: Transport, qtbot: QtBot) -> None:
    told = Told(transport)
    transport.seek(9.8)
    with qtbot.waitSignal(transport.playing_changed) as began:
        transport.play()
    with qtbot.waitSignal(transport.playing_changed) as ended:
        pass
    assert (began.args, ended.args) == ([True], [False])
    assert told.positions[0] == 9.8
    assert told.positions[-1] == 10.0
    assert told.positions == sorted(told.positions)
    assert 3 < len(told.positions) < 20


def test_at_the_end_it_begins_again(transport: Transport, qtbot: QtBot) -> None:
    transport.seek(10.0)
    with qtbot.waitSignal(transport.position_changed) as moved:
        transport.play()
    assert moved.args[0] < 1.0


def test_pause_stays_and_stop_goes_back(transport: Transport, qtbot: QtBot) -> None:
    transport.seek(2.0)
    for halt, expected in ((transport.pause, False), (transport.stop, True)):
        start = transport.position
        with qtbot.waitSignals([transport.position_changed] * 3):
            transport.play()
        halt()
        assert not transport.playing
        assert (transport.position == start) is expected


def test_a_loop_goes_round(transport: Transport, qtbot: QtBot) -> None:
    told = Told(transport)
    transport.set_loop_range(Segment(1.0, 1.1))
    transport.set_loop(True)
    transport.play()
    qtbot.waitUntil(lambda: sum(np.diff(told.positions) < 0) >= 2)
    assert transport.playing
    assert min(told.positions) >= 1.0
    assert max(told.positions) <= 1.1


def test_a_range_is_played_once(transport: Transport, qtbot: QtBot) -> None:
    told = Told(transport)
    with qtbot.waitSignal(transport.playing_changed):
        transport.play_range(Segment(3.0, 3.1))
    with qtbot.waitSignal(transport.playing_changed):
        pass
    assert min(told.positions) >= 3.0
    assert told.positions[-1] == pytest.approx(3.1)
    assert told.playing == [True, False]


def test_seeking_while_it_plays(transport: Transport, qtbot: QtBot) -> None:
    transport.play()
    transport.seek(5.0)
    assert transport.position == 5.0
    with qtbot.waitSignal(transport.position_changed) as moved:
        pass
    assert 5.0 < moved.args[0] < 6.0
    transport.seek(99.0)
    assert transport.position == 10.0


def test_steps_are_whole_frames(transport: Transport) -> None:
    told = Told(transport)
    transport.seek(1.05)
    for n_frames in (1, 1, -1, 10, -500, 500):
        transport.step(n_frames)
    assert told.positions == pytest.approx([1.05, 1.08, 1.12, 1.08, 1.48, 0.0, 9.96])


def test_shuttle_is_faster_each_time(transport: Transport) -> None:
    told = Told(transport)
    transport.seek(5.0)
    for _ in range(4):
        transport.shuttle_forward()
    transport.shuttle_back()
    transport.shuttle_back()
    assert told.speeds == [2.0, 4.0, -1.0, -2.0]
    assert told.playing == [True]
    transport.shuttle_stop()
    assert told.speeds[-1] == 1.0
    assert not transport.playing


def test_shuttle_goes_nowhere_beyond_the_ends(transport: Transport) -> None:
    told = Told(transport)
    transport.shuttle_back()
    assert (transport.playing, transport.speed, told.playing) == (False, 1.0, [])


def test_backwards_to_the_start(transport: Transport, qtbot: QtBot) -> None:
    transport.seek(0.1)
    transport.shuttle_back()
    qtbot.waitUntil(lambda: not transport.playing)
    assert transport.position == 0.0


def test_held_shuttle_goes_frame_by_frame(transport: Transport, qtbot: QtBot) -> None:
    """With real keys: J, K and L as shortcuts of a window."""
    window = QWidget()
    qtbot.addWidget(window)
    for key, handler in (
        ("J", transport.shuttle_back),
        ("K", transport.shuttle_stop),
        ("L", transport.shuttle_forward),
    ):
        action = QAction(window)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(handler)
        window.addAction(action)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    transport.seek(2.0)
    qtbot.keyPress(window, Qt.Key.Key_K)
    qtbot.keyClick(window, Qt.Key.Key_L)
    qtbot.keyClick(window, Qt.Key.Key_L)
    assert (transport.playing, transport.position) == (False, pytest.approx(2.08))
    qtbot.keyClick(window, Qt.Key.Key_J)
    assert transport.position == pytest.approx(2.04)
    qtbot.keyRelease(window, Qt.Key.Key_K)
    qtbot.keyClick(window, Qt.Key.Key_L)
    assert transport.playing


def test_speed_is_kept_for_the_next_time(transport: Transport) -> None:
    told = Told(transport)
    transport.set_speed(0.5)
    transport.play()
    transport.pause()
    transport.play()
    assert (told.speeds, transport.speed) == ([0.5], 0.5)
    transport.set_speed(100.0)
    assert transport.speed == 4.0


def test_scrubbing_follows_the_hand_and_plays_on(transport: Transport) -> None:
    told = Told(transport)
    transport.play()
    transport.begin_scrub()
    assert not transport.playing
    transport.scrub_to(4.0)
    transport.scrub_to(3.5)
    assert told.positions[-2:] == [4.0, 3.5]
    transport.end_scrub()
    assert transport.playing
    transport.pause()
    transport.begin_scrub()
    transport.end_scrub()
    assert not transport.playing


def test_nothing_to_play(qtbot: QtBot) -> None:
    transport = Transport()
    with qtbot.assertNotEmitted(transport.playing_changed):
        transport.toggle()
        transport.play_range(Segment(0.0, 1.0))
    transport.close()


def test_a_shorter_timeline_takes_the_playhead_along(transport: Transport) -> None:
    told = Told(transport)
    transport.seek(8.0)
    transport.play()
    transport.set_duration(3.0)
    assert not transport.playing
    assert told.positions[-1] == 3.0


def test_signals_come_only_with_a_change(transport: Transport, qtbot: QtBot) -> None:
    transport.seek(1.0)
    signals = (transport.position_changed, transport.speed_changed, transport.loop_changed)
    for signal in signals:
        with qtbot.assertNotEmitted(signal):
            transport.seek(1.0)
            transport.set_speed(1.0)
            transport.set_loop(False)
            transport.pause()


def test_changing_the_recording_quickly_leaves_nothing_behind(
    transport: Transport, qtbot: QtBot
) -> None:
    for rate in (8000, 16000, 44100):
        transport.set_sound(PlayableSound(np.zeros((rate, 1), np.int16), rate))
    transport.set_sound(None)
    assert transport.silence == ""
    transport.play()
    with qtbot.waitSignal(transport.position_changed):
        pass
