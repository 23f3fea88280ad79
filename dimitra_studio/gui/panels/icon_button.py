"""Small buttons with a picture, and the rule that a disabled control says why."""

from PySide6.QtWidgets import QToolButton, QWidget

from dimitra_studio.gui import theme


def explain(widget: QWidget, tooltip: str, reason: str | None = None) -> None:
    """Enable a control with its tooltip, or disable it with the reason in the tooltip's place."""
    widget.setEnabled(reason is None)
    widget.setToolTip(reason or tooltip)
    widget.setAccessibleDescription(reason or tooltip)


class IconButton(QToolButton):
    """A flat button with a picture alone.

    Args:
        icon: name of the picture; ``resources/icons`` holds them.
        name: what a screen reader says.
        tooltip: what a click does.
        parent: Qt's.
    """

    def __init__(self, icon: str, name: str, tooltip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(theme.icon(icon))
        self.setAutoRaise(True)
        self.setAccessibleName(name)
        explain(self, tooltip)
