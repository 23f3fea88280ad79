"""The commands as Qt actions: menus, keys, and why one cannot be used now."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QMenu,
    QMenuBar,
    QTabBar,
    QWidget,
)

from dimitra_studio.gui import theme
from dimitra_studio.gui.command_table import BY_ID, COMMANDS
from dimitra_studio.gui.commands import Command

Handler = Callable[[], None]
CheckHandler = Callable[[bool], None]


class Actions(QObject):
    """One ``QAction`` for each command, owned by a window.

    Args:
        window: whose keys they are.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions = {command.id: self._make(command, window) for command in COMMANDS}
        self._reasons: dict[str, str] = {}
        theme.notifier().changed.connect(self._show_icons)

    def action(self, command_id: str) -> QAction:
        """The action of one command, for toolbars and buttons."""
        return self._actions[command_id]

    def bind(self, handlers: Mapping[str, Handler]) -> None:
        """Say what happens when commands are triggered."""
        for command_id, handler in handlers.items():
            self._actions[command_id].triggered.connect(_Plain(handler, self).call)

    def bind_checks(self, handlers: Mapping[str, CheckHandler]) -> None:
        """As ``bind`` for commands that are on or off: the handler is told which."""
        for command_id, handler in handlers.items():
            self._actions[command_id].triggered.connect(_Checked(handler, self).call)

    def set_checked(self, command_id: str, *, checked: bool) -> None:
        """Show a command as on or off; does not trigger it."""
        self._actions[command_id].setChecked(checked)

    def set_reason(self, command_id: str, reason: str | None) -> None:
        """Disable a command and say why in its tooltip; None enables it."""
        if reason == self._reasons.get(command_id):
            return
        action = self._actions[command_id]
        action.setEnabled(reason is None)
        if reason is None:
            self._reasons.pop(command_id, None)
        else:
            self._reasons[command_id] = reason
        action.setToolTip(_tooltip(BY_ID[command_id], reason))

    def reason(self, command_id: str) -> str | None:
        """Why a command cannot be used now; None if it can."""
        return self._reasons.get(command_id)

    def trigger(self, command_id: str) -> None:
        """Do what the command does, if it can be done now."""
        self._actions[command_id].trigger()

    def fill_menus(self, bar: QMenuBar) -> dict[str, QMenu]:
        """Make one menu for each category; returns them by their English names."""
        menus: dict[str, QMenu] = {}
        for command in COMMANDS:
            if command.category not in menus:
                menus[command.category] = bar.addMenu(command.menu)
                menus[command.category].setToolTipsVisible(True)
            menus[command.category].addAction(self._actions[command.id])
        return menus

    def _make(self, command: Command, window: QWidget) -> QAction:
        action = QAction(command.title, window)
        action.setObjectName(command.id)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setCheckable(command.checkable)
        action.setToolTip(_tooltip(command, None))
        action.setStatusTip(command.explanation)
        if command.icon:
            action.setIcon(theme.icon(command.icon))
        window.addAction(action)  # keys work without a visible menu, too
        return action

    def _show_icons(self) -> None:
        for command in COMMANDS:
            if command.icon:
                self._actions[command.id].setIcon(theme.icon(command.icon))


class _Plain(QObject):
    """Drops the ``checked`` that every triggered action sends along."""

    def __init__(self, handler: Handler, parent: QObject) -> None:
        super().__init__(parent)
        self._handler = handler

    def call(self) -> None:
        self._handler()


class _Checked(QObject):
    """Passes ``checked`` on; Qt would leave it out for handlers whose arguments it cannot see."""

    def __init__(self, handler: CheckHandler, parent: QObject) -> None:
        super().__init__(parent)
        self._handler = handler

    def call(self, checked: bool) -> None:
        self._handler(checked)


def _tooltip(command: Command, reason: str | None) -> str:
    keys = (
        QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
        if (command.keys)
        else ""
    )
    first = f"{command.title} ({keys})" if keys else command.title
    return "\n".join([first, reason or command.explanation])


_CONTROL_KEYS: tuple[tuple[type[QWidget], frozenset[Qt.Key]], ...] = (
    (QAbstractButton, frozenset({Qt.Key.Key_Space})),
    (QComboBox, frozenset({Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Down})),
    (
        QAbstractSlider,
        frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End}),
    ),
    (QAbstractSpinBox, frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right})),
    (QTabBar, frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right})),
    (
        QAbstractItemView,
        frozenset({
            Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End,
            Qt.Key.Key_Delete,
        }),
    ),
)  # fmt: skip


class KeyGuard(QObject):
    """Leaves to a control the keys that work it, once the user has gone there by keyboard.

    After a click with the mouse, Space still plays: the hand is on the mouse, the eye on the face.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._by_keyboard = False
        application.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept the override that Qt sends before it looks for a shortcut."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if plain and self._belongs_to(watched, Qt.Key(event.key())):
                event.accept()
                return True
        return False

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if new is not None:  # only on the one with the focus: Python is slow to filter all events
            new.installEventFilter(self)
        self._by_keyboard = QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton

    def _belongs_to(self, watched: QObject, key: Qt.Key) -> bool:
        if isinstance(watched, QAbstractButton) and not self._by_keyboard:
            return False
        return any(isinstance(watched, kind) and key in keys for kind, keys in _CONTROL_KEYS)
