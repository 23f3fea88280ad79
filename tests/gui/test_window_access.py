"""The whole window by keyboard and by screen reader."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui.actions import KeyGuard
from dimitra_studio.gui.command_table import COMMANDS
from dimitra_studio.gui.dialogs.command_palette import CommandPalette
from dimitra_studio.gui.dialogs.save_changes_dialog import SaveChangesDialog
from dimitra_studio.gui.dialogs.shortcut_sheet import ShortcutSheet
from dimitra_studio.gui.panels.transcript_editor import TranscriptEditor
from dimitra_studio.gui.playback.time_display import TimeDisplay
from tests.gui.short_clip import open_clip
from tests.gui.window_hand import Hand

INTERACTIVE = (
    *(QAbstractButton, QComboBox, QLineEdit, QAbstractSlider, QAbstractSpinBox),
    *(QAbstractItemView, QTextEdit, QPlainTextEdit),
)
COMPOSED = (QComboBox, QAbstractSpinBox, QAbstractItemView, QLineEdit, QTabBar)
"""Whose inner parts speak through them."""

EXPLAINED_INSIDE = (QAbstractItemView, QTextEdit, QPlainTextEdit, TimeDisplay)
"""Whose tooltips are made when they are asked for: of a row, a word, the time."""


def controls(root: QWidget) -> list[QWidget]:
    """What a user can work, without what Qt makes inside of other controls."""
    found = [widget for widget in root.findChildren(QWidget) if isinstance(widget, INTERACTIVE)]
    return [widget for widget in found if not _inner(widget)]


def _inner(widget: QWidget) -> bool:
    if isinstance(widget, QScrollBar | QHeaderView) or widget.objectName().startswith("qt_"):
        return True
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, (*COMPOSED, QMenu)):
            return True
        parent = parent.parentWidget()
    return False


def nameless(root: QWidget) -> list[str]:
    """Controls that a screen reader cannot name, or that explain nothing when pointed at."""
    found = []
    for widget in controls(root):
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name) if interface else ""
        if not name.strip():
            found.append(f"no name: {_place(widget)}")
        plain = isinstance(widget.parentWidget(), QDialogButtonBox)  # Close is to close
        if not (plain or isinstance(widget, EXPLAINED_INSIDE) or widget.toolTip().strip()):
            found.append(f"no tip: {_place(widget)}")
    return found


def _place(widget: QWidget) -> str:
    """Where a widget is, for the one who has to repair it."""
    steps: list[str] = []
    step: QWidget | None = widget
    while step is not None:
        steps.append(f"{type(step).__name__}({step.objectName()})")
        step = step.parentWidget()
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return f"{text!r} " + " < ".join(steps[:4])


def test_every_control_of_the_window_is_named_and_explained(hand: Hand, tmp_path: Path) -> None:
    assert nameless(hand.window.parts.welcome) == []
    open_clip(hand, tmp_path)
    hand.do("preflight")
    hand.wait_for_jobs()
    hand.do("workspace_transcript")
    hand.do("workspace_inspect")
    hand.window.docks.reveal("curves")
    hand.window.session.choose_channel("jawOpen")
    hand.window.session.select(Segment(0.5, 1.5))
    hand.do("smooth")  # its box is named after what it does
    assert len(controls(hand.window)) > 100
    assert "\n".join(nameless(hand.window)) == ""


DIALOGS = ("settings", "shortcuts", "palette", "about", "export")


def opened(hand: Hand, command: str) -> QDialog:
    hand.do(command)
    return hand.dialog(QDialog)


def test_dialogs_are_named_and_their_keys_do_not_clash(hand: Hand, tmp_path: Path) -> None:
    open_clip(hand, tmp_path)
    found = {}
    for command in DIALOGS:
        dialog = opened(hand, command)
        found[command] = nameless(dialog) + clashes(dialog)
        dialog.reject()
        hand.wait(lambda: not hand.window.findChildren(QDialog))
    hand.do("add_marker")
    hand.do("close")
    dialog = hand.dialog(SaveChangesDialog)
    found["save changes"] = nameless(dialog) + clashes(dialog)
    hand.click(dialog, "Cancel")
    assert "\n".join(text for texts in found.values() for text in texts) == ""


def clashes(dialog: QDialog) -> list[str]:
    """Letters that two visible parts of a dialog claim with &."""
    texts = [button.text() for button in dialog.findChildren(QAbstractButton) if button.isVisible()]
    labels = (label for label in dialog.findChildren(QLabel) if label.isVisible())
    texts += [label.text() for label in labels if label.buddy() is not None]
    letters = [match[1].lower() for text in texts if (match := re.search(r"&(\w)", text))]
    return [f"clash: {letter}" for letter, count in Counter(letters).items() if count > 1]


def test_every_command_is_in_a_menu_with_its_help(hand: Hand) -> None:
    in_menus: set[str] = set()
    for action in hand.window.menuBar().actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        in_menus |= {item.objectName() for item in menu.actions()}
    assert {command.id for command in COMMANDS} <= in_menus
    for command in COMMANDS:
        action = hand.window.actions_.action(command.id)
        assert action.toolTip(), command.id
        assert action.statusTip(), command.id
        assert action.isEnabled() or hand.window.actions_.reason(command.id), command.id


def test_every_command_does_something(hand: Hand) -> None:
    """A command that nobody has bound would be a dead menu entry."""
    dead = [
        command.id
        for command in COMMANDS
        if not hand.window.actions_.action(command.id).receivers("2triggered(bool)")
    ]
    assert dead == []


def test_tab_reaches_the_main_controls(qtbot: QtBot, hand: Hand, tmp_path: Path) -> None:
    open_clip(hand, tmp_path)
    window, parts = hand.window, hand.window.parts
    hand.take_keyboard(parts.timeline)
    reached: list[QWidget] = []
    for _ in range(300):
        widget = QApplication.focusWidget()
        assert widget is not None
        if widget in reached[1:]:
            break
        reached.append(widget)
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    missed = [
        type(part).__name__
        for part in (
            *(parts.transcript, parts.takes, parts.generation, parts.strength),
            *(parts.timeline, parts.transport_bar, parts.preview.bar),
        )
        if not any(part is widget or part.isAncestorOf(widget) for widget in reached)
    ]
    assert missed == []
    assert any(isinstance(widget, TranscriptEditor) for widget in reached)
    assert any(widget.objectName() == "generate" for widget in reached)
    assert all(widget.window() is window for widget in reached)


def test_letters_are_letters_while_typing(qtbot: QtBot, hand: Hand, tmp_path: Path) -> None:
    open_clip(hand, tmp_path)
    session = hand.window.session
    editor = hand.window.parts.transcript.findChild(TranscriptEditor)
    assert isinstance(editor, TranscriptEditor)
    hand.take_keyboard(editor)
    before, playhead = editor.toPlainText(), session.playhead
    typed = "mjkliobupwtxfz 123456?/.,+-"
    qtbot.keyClicks(editor, typed)
    assert editor.toPlainText().replace(before, "") == typed
    assert session.project.markers == ()
    assert (session.playhead, session.selection) == (playhead, None)
    assert not session.showing_compared
    assert not hand.window.transport.playing
    hand.press(editor, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert hand.window.transport.playing
    hand.press(editor, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    hand.press(editor, Qt.Key.Key_Escape)
    assert not isinstance(QApplication.focusWidget(), TranscriptEditor)


@pytest.fixture
def key_guard(qapp: QApplication) -> Iterator[KeyGuard]:
    guard = KeyGuard(qapp)
    yield guard
    qapp.focusChanged.disconnect(guard._on_focus_changed)
    focus = qapp.focusWidget()
    if focus is not None:
        focus.removeEventFilter(guard)
    guard.deleteLater()


def test_space_after_a_click_plays_and_after_tab_presses(
    qtbot: QtBot, hand: Hand, key_guard: KeyGuard, tmp_path: Path
) -> None:
    open_clip(hand, tmp_path)
    window = hand.window
    hand.take_keyboard(window.parts.timeline)
    button = window.parts.preview.bar.findChild(QAbstractButton, "wireframe")
    assert isinstance(button, QAbstractButton)
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isChecked()
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_Space)
    assert window.transport.playing
    assert button.isChecked()
    window.transport.pause()
    window.parts.timeline.setFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.hasFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert not window.transport.playing
    assert not button.isChecked()


def test_sheet_lists_and_palette_runs_every_command(
    qtbot: QtBot, hand: Hand, tmp_path: Path
) -> None:
    open_clip(hand, tmp_path)
    hand.do("shortcuts")
    sheet = hand.dialog(ShortcutSheet)
    assert len(sheet.shown()) == len(COMMANDS)
    assert sheet.findChild(QTreeWidget) is not None
    sheet.reject()
    hand.do("palette")
    palette = hand.dialog(CommandPalette)
    field = palette.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    assert len(palette.shown()) == len(COMMANDS)
    qtbot.keyClicks(field, "add a mark")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    hand.wait(lambda: hand.window.session.project.markers)
