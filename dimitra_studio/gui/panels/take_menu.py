"""What can be done with a take, as a menu that says why something cannot."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from dimitra_studio.core.rig import COMPONENTS
from dimitra_studio.gui import theme
from dimitra_studio.gui.panels.component_names import component_name

Reasons = Mapping[str, str | None]
"""By command: why it cannot be done, None if it can."""


class TakeMenu(QMenu):
    """Commands as actions whose data is their name, or ``lock`` and a component.

    Made anew whenever it is opened, from the reasons of that moment.
    """

    def __init__(
        self, reasons: Reasons, locks: frozenset[str], compared: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._reasons = reasons
        self.setToolTipsVisible(True)
        self._add("show", self.tr("Show this take"), "show")
        self._add("use", self.tr("Use in the selection"), "fit-selection")
        part = self.addMenu(self.tr("Use in the selection, only…"))
        part.setEnabled(reasons["use"] is None)
        for name in COMPONENTS:
            if name not in locks:
                action = part.addAction(component_name(name))
                action.setData(("use", name))
        self._add("clear", self.tr("Remove mixed takes in the selection"), "undo")
        compare = self._add("compare", self.tr("Compare with this take"))
        compare.setCheckable(True)
        compare.setChecked(compared)
        self.addSeparator()
        self._add("copy", self.tr("Copy the settings to the inspector"), "inspector")
        self._add("regenerate", self.tr("Generate again with these settings"), "generate")
        self.addSeparator()
        self._add("rename", self.tr("Rename"), "rename")
        self._add("duplicate", self.tr("Duplicate"), "duplicate")
        self._add("delete", self.tr("Delete"), "delete")
        self.addSeparator()
        for name in COMPONENTS:
            text = self.tr("Lock: {part}").format(part=component_name(name))
            lock = self.addAction(text)
            lock.setCheckable(True)
            lock.setChecked(name in locks)
            lock.setData(("lock", name))

    def _add(self, command: str, text: str, icon: str | None = None) -> QAction:
        action = self.addAction(text)
        if icon is not None:  # a check mark takes its place
            action.setIcon(theme.icon(icon))
        action.setData((command, None))
        reason = self._reasons[command]
        action.setEnabled(reason is None)
        action.setToolTip(reason or text)
        return action
