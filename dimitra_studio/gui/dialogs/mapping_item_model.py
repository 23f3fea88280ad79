"""The targets of a character as a table, for Qt's views."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dimitra_studio.gui import theme
from dimitra_studio.gui.dialogs.fuzzy import fold
from dimitra_studio.gui.dialogs.mapping_texts import mix_text, origin_of, origin_text
from dimitra_studio.pipeline.character import SHAPES, MappingReport, Mix, Origin, wishes_of

_Index = QModelIndex | QPersistentModelIndex

TARGET, DRIVEN_BY, ORIGIN = range(3)
"""Columns."""

_ICONS: Mapping[Origin | None, tuple[str, str]] = {
    "matched": ("check", "ok"),
    "guessed": ("help", "warning"),
    "given": ("draw", "text"),
    None: ("minus", "dim_text"),
}


class MappingItemModel(QAbstractTableModel):
    """One row for each target that the search leaves: its name, what drives it, and how that came.

    Args:
        found: what names alone say of the character.
        parent: Qt's.
    """

    def __init__(self, found: MappingReport, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found = found
        self._typed, self._only_doubtful = "", False
        self._mixes: dict[str, Mix] = {}
        self._origins: dict[str, Origin | None] = {}
        self._shown: list[str] = []

    def mixes(self) -> dict[str, Mix]:
        """What drives each target, seen or not; nothing for one that is left alone."""
        return dict(self._mixes)

    def missing(self) -> list[str]:
        """The channels that drive nothing."""
        driving = {channel for mix in self._mixes.values() for channel in mix}
        return [channel for channel in SHAPES if channel not in driving]

    def set_report(self, report: MappingReport) -> None:
        """Show what a report says, in the order of the alphabet."""
        targets = wishes_of(report).targets
        self._mixes = {name: targets[name] for name in sorted(targets, key=fold)}
        self._origins = {
            name: origin_of(name, mix, self._found) for name, mix in self._mixes.items()
        }
        self.show_fitting(self._typed, only_doubtful=self._only_doubtful)

    def set_mix(self, target: str, mix: Mix) -> None:
        """Drive a target otherwise; its row stays, whatever the search says of it now."""
        self._mixes[target] = dict(mix)
        self._origins[target] = origin_of(target, mix, self._found)
        row = self.row_of(target)
        if row >= 0:
            self.dataChanged.emit(self.index(row, TARGET), self.index(row, ORIGIN))

    def show_fitting(self, typed: str, *, only_doubtful: bool) -> None:
        """Show the targets with these letters in their or their channels' names.

        Args:
            typed: words that are all looked for.
            only_doubtful: leave out what is found by name or set by hand.
        """
        self.beginResetModel()
        self._typed, self._only_doubtful = typed, only_doubtful
        words = fold(typed).split()
        self._shown = [
            name
            for name, mix in self._mixes.items()
            if not (only_doubtful and not self.is_doubtful(name))
            and all(word in fold(f"{name} {mix_text(mix)}") for word in words)
        ]
        self.endResetModel()

    def is_doubtful(self, target: str) -> bool:
        """Whether it was guessed, or nothing drives it."""
        return self._origins[target] in ("guessed", None)

    def target(self, row: int) -> str | None:
        """The target of a row; None if there is no such row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, target: str | None) -> int:
        """The row of a target; -1 if the search leaves it out."""
        return self._shown.index(target) if target in self._shown else -1

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else ORIGIN + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if not 0 <= section <= ORIGIN:
            return None
        return (self.tr("Target"), self.tr("Driven by"), self.tr("How it came"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        target, column = self._shown[index.row()], index.column()
        mix, origin = self._mixes[target], self._origins[target]
        texts = (target, mix_text(mix), origin_text(origin))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return texts[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, texts)) if column == TARGET else texts[column]
        if role == Qt.ItemDataRole.DecorationRole and column == ORIGIN:
            return theme.icon(*_ICONS[origin])
        return None
