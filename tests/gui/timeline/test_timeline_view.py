"""What the timeline shows, and what it tells."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QSlider, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from dimitra_studio.core.motion import Motion
from dimitra_studio.core.project import Marker
from dimitra_studio.core.rig import BFM
from dimitra_studio.core.strength import Strength
from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui import theme
from dimitra_studio.gui.timeline.group_row import GroupRow
from dimitra_studio.gui.timeline.timeline_view import TimelineView
from tests.gui.timeline.timeline_hand import (
    Hand,
    make_motion,
    make_sound,
    make_transcript,
)

LEFT = Qt.MouseButton.LeftButton
SIGNALS = (
    *("playhead_moved", "scrub_started", "scrub_finished", "selection_changed", "markers_changed"),
    *("lock_toggled", "strength_changed", "solo_changed", "word_moved", "phoneme_moved"),
    *("channel_activated", "view_range_changed", "view_state_changed", "words_shifted"),
)


def group(view: TimelineView, component: str) -> GroupRow:
    row = view.stack.rows[component]
    assert isinstance(row, GroupRow)
    return row


def button(view: TimelineView, name: str) -> QToolButton:
    found = [b for b in view.findChildren(QToolButton) if b.accessibleName() == name]
    assert len(found) == 1
    return found[0]


def slider(view: TimelineView, name: str) -> QSlider:
    return next(s for s in view.findChildren(QSlider) if s.accessibleName() == name)


def listed(view: TimelineView, component: str) -> list[str]:
    return group(view, component).channels.listed


def test_setters_are_silent(view: TimelineView, qtbot: QtBot) -> None:
    told: list[str] = []
    for name in SIGNALS:
        getattr(view, name).connect(lambda *_, name=name: told.append(name))
    view.set_recording(make_sound(8.0), None, 8.0)
    view.set_transcript(make_transcript(), (Segment(1.0, 2.0),))
    view.set_motion(make_motion(200), {}, {"lips": (3, 4)})
    view.set_ghost(make_motion(200, seed=1))
    view.set_markers((Marker(1.0, "one"),))
    view.set_selection(Segment(1.0, 2.0))
    view.set_playhead(3.0)
    view.set_playing(True)
    view.set_locks(frozenset({"lips"}))
    view.set_strength(Strength(lips=0.5, blink=1.5))
    view.set_solo("pose")
    view.set_view_range(1.0, 2.0)
    view.set_channel("jawOpen")
    view.restore_view_state(view.view_state())
    qtbot.wait(200)
    assert told == []


def test_a_gain_is_told_once_a_gesture(view: TimelineView) -> None:
    told: list[tuple[str, float]] = []
    view.strength_changed.connect(lambda *args: told.append(args))
    lips = slider(view, "Strength of Lips")
    lips.setSliderDown(True)
    lips.setSliderPosition(120)
    lips.setSliderPosition(150)
    assert told == []
    lips.setSliderDown(False)
    assert told == [("lips", 1.5)]
    slider(view, "Strength of Blinks").triggerAction(QSlider.SliderAction.SliderToMinimum)
    assert told[1:] == [("blink", 0.0)]


def test_a_double_click_puts_a_gain_back(view: TimelineView, hand: Hand, qtbot: QtBot) -> None:
    view.set_strength(Strength(pose=0.3))
    with qtbot.waitSignal(view.strength_changed) as told:
        hand.send(slider(view, "Strength of Pose"), QEvent.Type.MouseButtonDblClick,
                  QPoint(5, 5), LEFT)  # fmt: skip
    assert told.args == ["pose", 1.0]


def test_lock_and_solo_are_told(view: TimelineView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.lock_toggled) as lock:
        qtbot.mouseClick(button(view, "Lock Expression"), LEFT)
    with qtbot.waitSignal(view.solo_changed) as solo:
        qtbot.mouseClick(button(view, "Solo Lips"), LEFT)
    with qtbot.waitSignal(view.solo_changed) as other:
        qtbot.mouseClick(button(view, "Solo Pose"), LEFT)
    with qtbot.waitSignal(view.solo_changed) as none:
        qtbot.mouseClick(button(view, "Solo Pose"), LEFT)
    assert (lock.args, solo.args, other.args, none.args) == (
        ["expression", True], ["lips"], ["pose"], [None],
    )  # fmt: skip
    assert not button(view, "Solo Lips").isChecked()


def test_odd_view_state_is_ignored(view: TimelineView) -> None:
    before = view.view_state()
    view.restore_view_state({"groups": 3, "heights": [], "order": 7, "unit": None, "new": 1})
    assert view.view_state() == before


def test_playhead_and_selection_draw_no_curve(view: TimelineView, qtbot: QtBot) -> None:
    items = [row.item for row in view.stack.groups]
    qtbot.wait(200)
    paints, lines = [item.n_paints for item in items], set()
    for step in range(20):
        view.set_playhead(1.0 + 0.04 * step)
        view.set_selection(Segment(1.0, 2.0 + 0.1 * step))
        qtbot.wait(20)
        lines.add(view.playhead.line)
    assert [item.n_paints for item in items] == paints
    assert len(lines) > 5
    view.navigation.zoom_in()
    qtbot.wait(20)
    assert all(item.n_paints > before for item, before in zip(items, paints, strict=True))


def test_the_playhead_is_drawn_where_it_is(view: TimelineView, hand: Hand, qtbot: QtBot) -> None:
    view.set_playhead(5.0)
    qtbot.wait(60)
    image = view.grab().toImage()
    x = view.stack.header_width + hand.x_of(5.0)
    wanted = theme.colours().playhead.rgb()
    assert any(image.pixel(x + nudge, view.height() - 20) == wanted for nudge in (-1, 0, 1))


def test_the_view_follows_the_playhead_only_while_it_is_in_view(view: TimelineView) -> None:
    view.set_view_range(0.0, 2.0)
    view.set_playing(True)
    view.set_playhead(1.9)
    view.set_playhead(2.1)
    assert view.axis.start == pytest.approx(1.9, abs=0.01)
    view.set_view_range(6.0, 8.0)  # the user looks elsewhere
    view.set_playhead(2.2)
    assert view.axis.start == pytest.approx(6.0, abs=0.01)
    view.toggle_auto_scroll()
    view.set_view_range(2.0, 4.0)
    view.set_playhead(3.9)
    view.set_playhead(4.1)
    assert view.axis.start == pytest.approx(2.0, abs=0.01)


def test_panning_draws_only_new_columns(view: TimelineView, qtbot: QtBot) -> None:
    view.set_view_range(2.0, 6.0)
    qtbot.wait(200)
    tiles = group(view, "lips").item.tiles
    before = tiles.columns_drawn
    for _ in range(5):
        view.axis.pan(0.02)
        qtbot.wait(10)
    assert 0 < tiles.columns_drawn - before < view.stack.view_rect().width() / 2


@pytest.mark.parametrize("duration", [0.3, 600.0])
def test_short_and_long_recordings(view: TimelineView, qtbot: QtBot, duration: float) -> None:
    view.set_recording(make_sound(duration), None, duration)
    view.set_motion(make_motion(max(1, round(duration * 25))))
    view.fit_all()
    for _ in range(6):
        view.zoom_in()
        qtbot.wait(5)
    assert 0 <= view.axis.start < view.axis.end <= duration + 1e-6


def test_another_rig_and_none(view: TimelineView, qtbot: QtBot) -> None:
    rng = np.random.default_rng(0)
    values = rng.standard_normal((250, len(BFM.channels))).astype(np.float32)
    view.set_ghost(make_motion())
    view.set_motion(Motion(values, BFM))
    view.expand_all()
    assert listed(view, "lips")[0] == "exp00"
    view.grab()
    view.set_motion(None)
    view.set_recording(None, None, 0.0)
    view.set_transcript(None)
    view.grab()


def test_a_hidden_group_leaves_its_controls(view: TimelineView, qtbot: QtBot) -> None:
    high = group(view, "pose").height()
    with qtbot.waitSignal(view.view_state_changed):
        qtbot.mouseClick(button(view, "Show Pose"), LEFT)
    qtbot.wait(20)
    assert group(view, "pose").height() < high / 2
    assert button(view, "Lock Pose").isVisible()


def test_every_control_has_a_name(view: TimelineView) -> None:
    view.expand_all()
    kinds = (QAbstractButton, QSlider, QComboBox, QLineEdit)
    controls = [w for kind in kinds for w in view.findChildren(kind)]
    controls += [view, view.ruler, view.overview, *(g.panel.list for g in view.stack.groups)]
    own: list[QWidget] = [w for w in controls if not isinstance(w.parent(), QLineEdit)]
    nameless = [
        w for w in own
        if not QAccessible.queryAccessibleInterface(w).text(QAccessible.Text.Name)
    ]  # fmt: skip
    assert len(own) > 25
    assert nameless == []
