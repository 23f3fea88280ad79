"""What the graph editor shows."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTreeWidget, QWidget

from dimitra_studio.core.rig import STUDIO
from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui import theme
from dimitra_studio.gui.curve_editor.curve_editor_view import CurveEditorView
from tests.gui.curve_editor.desk import Desk, make_motion

Counted = Callable[[], dict[str, int]]

MIDDLE = Segment(2.0, 4.0)  # frames 50 to 99


def picture(view: CurveEditorView) -> bytes:
    image = view.canvas.grab().toImage()
    return bytes(image.constBits())


def test_setters_show_and_are_silent(desk: Desk, counted: Counted) -> None:
    view = desk.view
    shown = [picture(view)]
    view.set_channels(["jawOpen", "headYaw"], "headYaw")
    shown.append(picture(view))
    view.set_ghost(make_motion())
    shown.append(picture(view))
    view.set_selection(MIDDLE)
    shown.append(picture(view))
    view.set_playhead(1.0)
    shown.append(picture(view))
    view.set_view_range(1.0, 3.0)
    shown.append(picture(view))
    view.fit_values()
    desk.change(pinned={"pose": tuple(range(40, 60))})
    shown.append(picture(view))
    assert len(set(shown)) == len(shown)
    assert counted() == {}


def test_without_a_motion_everything_rests(view: CurveEditorView, counted: Counted) -> None:
    view.set_motion(None, None, {}, {}, frozenset())
    for command in (
        view.copy,
        view.paste,
        view.paste_mirrored,
        view.delete_keys,
        view.add_key_at_playhead,
        view.next_key,
        view.smooth,
        view.simplify,
        view.mirror,
        view.reset,
        view.pin,
        view.unpin,
        view.select_all_keys,
        view.fit_values,
        view.tool_draw,
    ):
        command()
    QTest.mouseClick(view.canvas, Qt.MouseButton.LeftButton)
    view.set_playhead(3.0)
    assert counted() == {}
    assert "no motion" in view.tools.action("smooth").toolTip()


def test_disabled_actions_say_why(desk: Desk) -> None:
    reasons = {
        "paste": "copied",
        "delete": "selected",
        "reset": "edited by hand",
        "pin": "edited by hand",
        "unpin": "pinned",
    }
    for name, reason in reasons.items():
        action = desk.view.tools.action(name)
        assert not action.isEnabled()
        assert reason in action.toolTip()


def test_gesture_is_dropped_when_another_motion_comes(desk: Desk) -> None:
    desk.view.tool_draw()
    desk.drag(desk.place(50, 0.2), desk.place(60, 0.9), release=False)
    desk.change(pinned={"lips": (1, 2)})
    assert desk.view.shown.preview is None
    QTest.mouseRelease(desk.view.canvas, Qt.MouseButton.LeftButton)
    assert desk.steps == []


def test_refused_change_is_not_shown(view: CurveEditorView, counted: Counted) -> None:
    motion = make_motion()
    view.set_motion(motion, motion, {}, {}, frozenset())
    view.tool_draw()
    QTest.mouseClick(view.canvas, Qt.MouseButton.LeftButton)
    assert counted() == {"curves_changed": 1}
    assert np.array_equal(view.shown.curve("jawOpen"), motion.channel("jawOpen"))


def test_channel_list_chooses_and_adds(desk: Desk, counted: Counted) -> None:
    tree = desk.view.findChild(QTreeWidget, "channel_list")
    choices: list[tuple[list[str], str]] = []
    desk.view.channels_changed.connect(choices.append)
    for name in ("mouthPucker", "headYaw"):
        item = tree.findItems(name, Qt.MatchFlag.MatchRecursive | Qt.MatchFlag.MatchStartsWith)[0]
        tree.scrollToItem(item)
        rect = tree.visualItemRect(item)
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
        if name == "mouthPucker":
            item.setCheckState(0, Qt.CheckState.Checked)
    assert choices[0] == (["mouthPucker"], "mouthPucker")
    assert choices[-1] == (["mouthPucker", "headYaw"], "headYaw")
    assert desk.view.channels == ("mouthPucker", "headYaw")
    assert counted() == {"channels_changed": 3}


def test_filter_finds_channels(desk: Desk) -> None:
    tree = desk.view.findChild(QTreeWidget, "channel_list")
    desk.view.findChild(QLineEdit, "channel_filter").setText("SMILE")
    visible = [
        group.child(index).data(0, Qt.ItemDataRole.UserRole)
        for group in map(tree.topLevelItem, range(tree.topLevelItemCount()))
        for index in range(group.childCount())
        if not group.child(index).isHidden()
    ]
    assert visible == ["mouthSmileLeft", "mouthSmileRight"]


def test_every_channel_is_shown_in_every_zoom(desk: Desk) -> None:
    desk.view.set_channels(STUDIO.channels, "jawOpen")
    desk.view.select_all_keys()
    for start, end in ((0.0, 8.0), (3.0, 3.2), (-5.0, 20.0), (30.0, 40.0)):
        desk.view.set_view_range(start, end)
        desk.view.fit_values()
        assert picture(desk.view)


def test_playhead_repaints_no_curve(desk: Desk) -> None:
    desk.view.canvas.grab()
    before = desk.view.canvas._picture
    assert before is not None
    desk.view.set_playhead(3.0)
    desk.view.canvas.grab()
    assert desk.view.canvas._picture is before


def test_other_scheme_repaints(desk: Desk) -> None:
    dark = picture(desk.view)
    theme.set_scheme("light")
    try:
        assert picture(desk.view) != dark
    finally:
        theme.set_scheme("system")


def test_screen_reader_finds_names(desk: Desk) -> None:
    desk.view.scale()
    names = ("adjust_slider", "adjust_amount", "adjust_about", "adjust_ease", "channel_filter")
    for name in (*names, "channel_list"):
        widget = desk.view.findChild(QWidget, name)
        accessible = QAccessible.queryAccessibleInterface(widget)
        assert accessible.text(QAccessible.Text.Name), name
    for action in desk.view.tools.all_actions():
        button = desk.view.tools.widgetForAction(action)
        assert button.accessibleName() == action.text()
        assert action.toolTip()
