"""Works the main window as a user does, and waits for what it sets going."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton, QWidget
from pytestqt import exceptions as qtbot_exceptions
from pytestqt.qtbot import QtBot

from dimitra_studio.gui.main_window import MainWindow

Kind = TypeVar("Kind", bound=QWidget)
PATIENCE = 40_000  # ms


class Hand:
    """The user's hands and eyes."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot, self.window = qtbot, window

    def wait(self, condition: Callable[[], object]) -> None:
        """Until something has happened; says what the window says if it does not."""
        try:
            self._qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE)
        except qtbot_exceptions.TimeoutError as error:
            raise AssertionError(f"nothing happened; notices: {self.notices()}") from error

    def wait_for_jobs(self) -> None:
        """Until no thread has work left, and its last signals have arrived."""
        self.wait(lambda: self.window.runner.idle)
        self._qtbot.wait(20)

    def do(self, command: str) -> None:
        """Choose a command, by its menu entry."""
        action = self.window.actions_.action(command)
        assert action.isEnabled(), action.toolTip()
        action.trigger()

    def take_keyboard(self, widget: QWidget) -> None:
        """Let keys go to a widget of the window, as after a click into it."""
        self.window.activateWindow()
        self.wait(lambda: QApplication.activeWindow() is self.window)
        widget.setFocus()
        self.wait(lambda: QApplication.focusWidget() is not None)

    def press(self, widget: QWidget, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        self._qtbot.keyClick(widget, key, held)

    def drop(self, *paths: Path) -> None:
        """Let go of files over the middle of the window, as a file manager does."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        place = QPointF(self.window.rect().center())
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(place.toPoint(), copy, data, left, none)
        QApplication.sendEvent(self.window, enter)
        assert enter.isAccepted()
        overlay = self.window.overlay
        self.wait(overlay.isVisible)
        below = QDragEnterEvent(QPoint(3, 3), copy, data, left, none)  # it covers the window now
        QApplication.sendEvent(overlay, below)
        drop = QDropEvent(QPointF(3, 3), copy, data, left, none)
        QApplication.sendEvent(overlay, drop)

    def dialog(self, kind: type[Kind]) -> Kind:
        """The dialog of a kind that is open now."""
        self.wait(lambda: self._open_dialogs(kind))
        return self._open_dialogs(kind)[0]

    def choose_file(self, path: Path) -> None:
        """Answer the file dialog that is open."""
        dialog = self.dialog(QFileDialog)
        dialog.fileSelected.emit(str(path))
        dialog.done(QDialog.DialogCode.Accepted)

    def click(self, parent: QWidget, text: str) -> None:
        """Click on the button of this text."""
        buttons = [
            button
            for button in parent.findChildren(QPushButton)
            if button.text().replace("&", "") == text and button.isVisible()
        ]
        assert len(buttons) == 1, (text, [b.text() for b in parent.findChildren(QPushButton)])
        self._qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)

    def notices(self) -> list[str]:
        """What the window says now."""
        return [notice.accessibleName() for notice in self.window.notifications.notices()]

    def close(self) -> None:
        """Close the window; unsaved changes are given up."""
        window = self.window
        window.runner.cancel_all()
        self.wait_for_jobs()
        if not window.isVisible():
            return
        for dialog in self._open_dialogs(QDialog):
            dialog.reject()
        modified = window.documents.is_open and window.session.modified
        window.close()
        if modified:
            from dimitra_studio.gui.dialogs.save_changes_dialog import SaveChangesDialog

            self.click(self.dialog(SaveChangesDialog), "Don't save")
        self.wait(lambda: not window.isVisible())

    def _open_dialogs(self, kind: type[Kind]) -> list[Kind]:
        return [dialog for dialog in self.window.findChildren(kind) if dialog.isVisible()]
