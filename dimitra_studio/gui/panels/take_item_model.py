"""The takes of a project as rows for a table."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtCore import Signal as QtSignal

from dimitra_studio.core.mix import Patch
from dimitra_studio.core.rig import COMPONENTS
from dimitra_studio.core.take import Take
from dimitra_studio.gui import theme
from dimitra_studio.gui.panels.component_names import component_letter, component_name
from dimitra_studio.gui.panels.take_texts import details, summary

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
State = Qt.CheckState

NAME, COMPARE = 0, len(COMPONENTS) + 1
"""First and last column; those between are ``COMPONENTS``."""

SUMMARY_ROLE = Role.UserRole
"""The second line of a name."""


def component_of(column: int) -> str | None:
    """The component that a column stands for."""
    return COMPONENTS[column - 1] if NAME < column < COMPARE else None


class TakeItemModel(QAbstractTableModel):
    """Shows takes; what the user does in the cells is told and not carried out."""

    renamed = QtSignal(str, str)
    component_chosen = QtSignal(str, str)  # take, component
    comparison_chosen = QtSignal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.takes: tuple[Take, ...] = ()
        self._active: dict[str, str] = {}
        self._patched: set[tuple[str, str]] = set()
        self._locks: frozenset[str] = frozenset()
        self._compared: str | None = None

    def set_project(
        self,
        takes: Sequence[Take],
        active: Mapping[str, str],
        patches: Sequence[Patch],
        locks: Collection[str],
    ) -> None:
        """Show other takes."""
        self.beginResetModel()
        self.takes = tuple(takes)
        self._active = dict(active)
        self._patched = {(patch.take, patch.component) for patch in patches}
        self._locks = frozenset(locks)
        self.endResetModel()

    def set_compared(self, name: str | None) -> None:
        """Mark the take that is compared with."""
        self._compared = name
        if self.takes:
            first, last = self.index(0, COMPARE), self.index(len(self.takes) - 1, COMPARE)
            self.dataChanged.emit(first, last)

    def row_of(self, name: str | None) -> int:
        """Where a take stands; -1 if there is none of that name."""
        return next((row for row, take in enumerate(self.takes) if take.name == name), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.takes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else COMPARE + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.column() == NAME:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        take, column = self.takes[index.row()], index.column()
        if column == NAME:
            texts = {
                Role.DisplayRole: take.name,
                Role.EditRole: take.name,
                SUMMARY_ROLE: summary(take),
                Role.ToolTipRole: f"{take.name}\n{details(take)}",
                Role.AccessibleTextRole: f"{take.name}, {summary(take)}",
            }
            return texts.get(Role(role)) if role in texts else None
        state = self._state(take, column)
        if role == Role.CheckStateRole:
            return state
        if role in (Role.ToolTipRole, Role.AccessibleTextRole):
            return self._explain(take, column, state)
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        take, component = self.takes[index.row()], component_of(index.column())
        if role == Role.EditRole and index.column() == NAME:
            name = str(value).strip()
            if name and name != take.name:
                self.renamed.emit(take.name, name)
        elif role == Role.CheckStateRole and component is not None:
            if component not in self._locks and self._state(take, index.column()) != State.Checked:
                self.component_chosen.emit(take.name, component)
        elif role == Role.CheckStateRole:
            self.comparison_chosen.emit(take.name, take.name != self._compared)
        return False  # the document decides what is shown next

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        component = component_of(section)
        if component is None:
            return self._plain_header(section, role)
        locked = component in self._locks
        if role == Role.DisplayRole and not locked:
            return component_letter(component)
        if role == Role.DecorationRole and locked:
            return theme.icon("lock")
        if role in (Role.ToolTipRole, Role.AccessibleTextRole):
            text = self.tr("{part}: locked; click to unlock")
            if not locked:
                text = self.tr("{part}: click to lock it against every change")
            return text.format(part=component_name(component))
        return None

    def _plain_header(self, section: int, role: int) -> str | None:
        if section == NAME:
            return self.tr("Take") if role == Role.DisplayRole else None
        if role == Role.DisplayRole:
            return self.tr("B")
        if role in (Role.ToolTipRole, Role.AccessibleTextRole):
            return self.tr("Take B, which what is shown is compared with")
        return None

    def _state(self, take: Take, column: int) -> Qt.CheckState:
        component = component_of(column)
        if component is None:
            return State.Checked if take.name == self._compared else State.Unchecked
        if self._active.get(component) == take.name:
            return State.Checked
        return (
            State.PartiallyChecked if (take.name, component) in self._patched else State.Unchecked
        )

    def _explain(self, take: Take, column: int, state: Qt.CheckState) -> str:
        component = component_of(column)
        if component is None:
            if state == State.Checked:
                return self.tr("{take} is take B; click to stop comparing").format(take=take.name)
            return self.tr("Compare with {take}").format(take=take.name)
        part = component_name(component)
        if state == State.Checked:
            text = self.tr("{part}: shown from {take}")
        elif component in self._locks:
            text = self.tr("{part}: locked; unlock it to show it from {take}")
        elif state == State.PartiallyChecked:
            text = self.tr("{part}: shown from {take} in a part; click for all of it")
        else:
            text = self.tr("{part}: click to show it from {take}")
        return text.format(part=part, take=take.name)
