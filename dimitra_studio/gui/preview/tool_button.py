"""Buttons of the preview's row of tools."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from dimitra_studio.gui import theme


def make_button(parent: QWidget, command: str, icon: str, text: str, tooltip: str) -> QToolButton:
    """A button with a picture.

    Args:
        parent: as in Qt.
        command: of the window that does the same; the button's ``objectName``.
        icon: name of the picture.
        text: for those who cannot see the picture.
        tooltip: what it does.
    """
    button = QToolButton(parent)
    button.setObjectName(command)
    button.setIcon(theme.icon(icon))
    button.setText(text)
    button.setAccessibleName(text)
    button.setToolTip(tooltip)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the timeline
    return button


def make_toggle(parent: QWidget, name: str, text: str, tooltip: str = "") -> QToolButton:
    """A button that is either on or off; its command has the name of its picture."""
    button = make_button(parent, name, name, text, tooltip)
    button.setCheckable(True)
    return button


def make_menu_button(parent: QWidget, name: str, icon: str, text: str) -> QToolButton:
    """A button that opens a menu."""
    button = make_button(parent, name, icon, text, "")
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(QMenu(button))
    return button


def set_silently(button: QToolButton, checked: bool) -> None:
    """Show that a button is on or off without telling anybody."""
    with QSignalBlocker(button):
        button.setChecked(checked)
