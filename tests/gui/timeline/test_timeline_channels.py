"""Channels of the components: lists, orders, values, marks."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from dimitra_studio.core.edits import CurveEdit
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.gui import theme
from dimitra_studio.gui.timeline.channel_model import BEYOND_ROLE, VALUE_ROLE
from dimitra_studio.gui.timeline.group_row import GroupRow
from dimitra_studio.gui.timeline.hover_readout import HoverReadout
from dimitra_studio.gui.timeline.timeline_view import TimelineView
from tests.gui.timeline.timeline_hand import (
    Hand,
    make_motion,
)

LEFT = Qt.MouseButton.LeftButton


def group(view: TimelineView, component: str) -> GroupRow:
    row = view.stack.rows[component]
    assert isinstance(row, GroupRow)
    return row


def listed(view: TimelineView, component: str) -> list[str]:
    return group(view, component).channels.listed


def value(view: TimelineView, component: str, channel: str, role: int = VALUE_ROLE) -> Any:
    model = group(view, component).channels
    row = model.row_of(channel)
    assert row is not None
    return model.index(row).data(role)


def with_values(motion: Motion, frames: slice, **values: float) -> Motion:
    curves = motion.curves.copy()
    for channel, wanted in values.items():
        curves[frames, motion.rig.column(channel)] = wanted
    return replace(motion, curves=curves)


def pixels(view: TimelineView, row: str, colour: QColor) -> int:
    """How many pixels of a row have a colour."""
    QCoreApplication.processEvents()  # items announce changes through the event loop
    image = view.stack.rows[row].view.viewport().grab().toImage()
    wanted = colour.rgb()
    return sum(
        image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())
    )


def test_visibility_outlasts_the_motion_and_the_window(view: TimelineView, qtbot: QtBot) -> None:
    row = group(view, "lips")
    row.set_expanded(True)
    index = row.channels.index(row.channels.row_of("jawForward"))
    with qtbot.waitSignal(view.view_state_changed):
        row.channels.setData(index, Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    view.set_motion(make_motion(seed=3))
    shown = row.item.picture.shown
    assert [STUDIO.channels[i] for i in np.flatnonzero(~shown)] == ["jawForward"]

    other = TimelineView()
    qtbot.addWidget(other)
    other.restore_view_state(view.view_state())
    other.set_motion(make_motion())
    assert group(other, "lips").channels.hidden == {"jawForward"}
    assert group(other, "lips").expanded
    assert not group(other, "pose").expanded


def test_the_filter_narrows_list_and_curves(view: TimelineView, qtbot: QtBot) -> None:
    view.focus_filter()
    field = view.filter.findChild(QLineEdit)
    qtbot.keyClicks(field, "jaw")
    assert listed(view, "lips") == ["jawOpen", "jawForward"]
    assert listed(view, "pose") == []
    assert group(view, "lips").item.picture.shown.sum() == 2
    field.setText("brows")
    assert set(listed(view, "expression")) == {
        *("browDownLeft", "browDownRight", "browInnerUp", "browOuterUpLeft", "browOuterUpRight")
    }


def test_orders(view: TimelineView) -> None:
    curves = np.zeros((250, len(STUDIO.channels)), np.float32)
    curves[:, STUDIO.column("mouthClose")] = np.linspace(0, 1, 250)
    curves[200:, STUDIO.column("mouthFunnel")] = 0.2
    curves[200:220, STUDIO.column("jawOpen")] = np.linspace(0, 0.5, 20)
    view.set_motion(Motion(curves, STUDIO))
    view.set_playhead(8.5)
    combo = view.filter.findChild(QComboBox)

    def choose(order: str) -> list[str]:
        combo.setCurrentIndex(combo.findData(order))
        combo.activated.emit(combo.currentIndex())
        return listed(view, "lips")

    assert choose("rig")[:2] == ["jawOpen", "jawForward"]
    assert choose("variance")[:2] == ["mouthClose", "jawOpen"]
    assert choose("nonzero") == ["mouthClose", "jawOpen", "mouthFunnel"]
    view.set_view_range(0.0, 5.0)
    assert choose("active") == ["mouthClose"]
    choose("region")
    model = group(view, "expression").channels
    assert model.index(0).data() == "Brows"
    assert model.channel_at(model.index(0)) is None


def test_values_have_units_and_the_right_frame(view: TimelineView, qtbot: QtBot) -> None:
    still = with_values(make_motion(), slice(0, 250), headYaw=0.0, headX=0.0)
    motion = with_values(still, slice(50, 51), headYaw=0.1, headX=-0.0123, jawOpen=0.25)
    view.set_motion(motion)
    view.expand_all()
    view.set_playhead(2.01)
    qtbot.wait(50)
    assert value(view, "pose", "headYaw") == "5.7°"
    assert value(view, "pose", "headX") == "\N{MINUS SIGN}12.3 mm"
    assert value(view, "lips", "jawOpen") == "0.25"
    assert view.stack.position.text() == "0:02.010 s · 50 · 00:00:02:00"


def test_values_beyond_the_limits_are_marked(view: TimelineView, qtbot: QtBot) -> None:
    warning = theme.colours().warning
    assert pixels(view, "lips", warning) == 0
    view.set_motion(with_values(make_motion(), slice(50, 100), jawOpen=1.2))
    view.expand_all()
    view.set_playhead(3.0)
    qtbot.wait(50)
    assert value(view, "lips", "jawOpen", BEYOND_ROLE)
    assert not value(view, "lips", "jawForward", BEYOND_ROLE)
    assert pixels(view, "lips", warning) > 100


def test_edited_and_pinned_frames_are_marked(view: TimelineView) -> None:
    colours = theme.colours()
    frames = np.arange(50, 100)
    edit = CurveEdit(frames, np.zeros(50, np.float32))
    view.set_motion(make_motion(), {"jawOpen": edit}, {"lips": tuple(range(100, 110))})
    edited = pixels(view, "lips", colours.edited)
    pinned = pixels(view, "lips", colours.pinned)
    per_frame = view.stack.view_rect().width() / 250 * 3
    assert edited == pytest.approx(50 * per_frame, rel=0.05)
    assert pinned == pytest.approx(10 * per_frame, rel=0.1)
    assert pixels(view, "pose", colours.edited) == 0


def test_a_channel_is_isolated_and_shown_again(view: TimelineView) -> None:
    row = group(view, "lips")
    row.set_expanded(True)
    index = row.channels.index(row.channels.row_of("mouthClose"))
    row.panel.list.doubleClicked.emit(index)
    assert row.item.picture.shown.sum() == 1
    row.panel.list.doubleClicked.emit(index)
    assert row.item.picture.shown.all()


def test_a_click_on_a_curve_or_a_name_activates_the_channel(
    view: TimelineView, hand: Hand, qtbot: QtBot
) -> None:
    flat = Motion(np.zeros((250, len(STUDIO.channels)), np.float32), STUDIO)
    view.set_motion(with_values(flat, slice(0, 250), jawOpen=0.8))
    row = group(view, "lips")
    place = QPoint(hand.x_of(5.0), round((1 - row.curve_height("jawOpen", 5.0)) * row.height()))
    with qtbot.waitSignal(view.channel_activated) as told:
        qtbot.mouseClick(hand.row("lips"), LEFT, pos=place)
    assert told.args == ["jawOpen"]

    row.set_expanded(True)
    index = row.channels.index(row.channels.row_of("mouthClose"))
    row.panel.list.setCurrentIndex(index)
    with qtbot.waitSignal(view.channel_activated) as told:
        qtbot.keyClick(row.panel.list, Qt.Key.Key_Return)
    assert told.args == ["mouthClose"]


def test_hovering_reads_out_channel_value_and_time(view: TimelineView, hand: Hand) -> None:
    view.set_motion(with_values(make_motion(), slice(0, 250), headYaw=0.1))
    view.filter.findChild(QLineEdit).setText("headYaw")
    row = group(view, "pose")
    height = round((1 - row.curve_height("headYaw", 5.0)) * hand.row("pose").height())
    place = QPoint(hand.x_of(5.0), height + 3)
    hand.send(hand.row("pose"), QEvent.Type.MouseMove, place, Qt.MouseButton.NoButton)
    readout = view.findChild(HoverReadout)
    assert readout.isVisible()
    assert readout.text() == "headYaw  5.7°   0:05.00 s, frame 125"
    away = QPoint(hand.x_of(5.0), height + 30)
    hand.send(hand.row("pose"), QEvent.Type.MouseMove, away, Qt.MouseButton.NoButton)
    assert not readout.isVisible()
