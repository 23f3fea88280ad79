"""Edits of the document that may be refused."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from dimitra_studio.core.errors import DimitraError
from dimitra_studio.core.project import Project
from dimitra_studio.gui.notifications import NotificationArea
from dimitra_studio.gui.session import Session

Change = Callable[[Project], Project]
"""A pure function of ``core`` with all but the project bound."""


class Editor(QObject):
    """Applies changes as undo steps; a refusal becomes a notice and changes nothing."""

    def __init__(self, session: Session, notifications: NotificationArea, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._notifications = notifications

    def apply(self, title: str, change: Change) -> bool:
        """Change the document as one step; returns whether it was accepted."""
        try:
            changed = change(self._session.project)
        except DimitraError as error:
            self._notifications.show_notice("warning", str(error))
            return False
        self._session.edit(title, changed)
        return True
