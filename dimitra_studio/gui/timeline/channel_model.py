"""The channels of a component as a list: what is shown, in which order, and their values."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont

from dimitra_studio.gui import theme
from dimitra_studio.gui.timeline.channel_scale import unit_of

VALUE_ROLE = int(Qt.ItemDataRole.UserRole)
"""Text of the value at the playhead."""

BEYOND_ROLE = VALUE_ROLE + 1
"""Whether the value at the playhead is beyond the limits of the rig."""

EDITED_ROLE = VALUE_ROLE + 2
"""Whether the channel has frames that were set by hand."""

Index = QModelIndex | QPersistentModelIndex
Section = tuple[str | None, list[int]]


class ChannelModel(QAbstractListModel):
    """Rows are headings and channels; a channel's box says whether its curve is drawn.

    What is hidden is remembered by name, so it outlasts the motion.
    """

    visibility_changed = Signal()  # by the user's hand

    def __init__(self, channels: Sequence[str]) -> None:
        super().__init__()
        self._channels: tuple[str, ...] = tuple(channels)
        self._colours = [QColor()] * len(self._channels)
        self._hidden: set[str] = set()
        self._isolated: str | None = None
        self._active: str | None = None
        self._edited: frozenset[str] = frozenset()
        self._rows: list[str | int] = list(range(len(self._channels)))
        self._values: NDArray[np.float32] | None = None
        self._beyond = np.zeros(len(self._channels), bool)

    @property
    def channels(self) -> tuple[str, ...]:
        return self._channels

    @property
    def hidden(self) -> frozenset[str]:
        """Names of the channels that are not drawn, apart from an isolated one."""
        return frozenset(self._hidden)

    @property
    def isolated(self) -> str | None:
        """The channel that is drawn alone."""
        return self._isolated

    @property
    def listed(self) -> list[str]:
        """The channels in the order that they are listed in."""
        return [self._channels[row] for row in self._rows if isinstance(row, int)]

    def is_shown(self, channel: str) -> bool:
        """Whether a channel's curve is drawn."""
        if self._isolated is not None:
            return channel == self._isolated
        return channel not in self._hidden

    def set_channels(self, channels: Sequence[str]) -> None:
        """Take the channels of another rig."""
        if tuple(channels) != self._channels:
            self.beginResetModel()
            self._channels = tuple(channels)
            self._rows = list(range(len(self._channels)))
            self._values = None
            self._beyond = np.zeros(len(self._channels), bool)
            self._colours = [QColor()] * len(self._channels)
            if self._isolated not in self._channels:
                self._isolated = None
            self.endResetModel()

    def set_sections(self, sections: Sequence[Section]) -> None:
        """List these channels, under these headings."""
        rows: list[str | int] = []
        for heading, members in sections:
            if members:
                rows.extend([heading] if heading is not None else [])
                rows.extend(members)
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def set_colours(self, colours: Sequence[QColor]) -> None:
        """Show the shades of the curves."""
        self._colours = list(colours)
        self._tell_all()

    def set_hidden(self, channels: Collection[str]) -> None:
        """Draw all but these; some may belong to another rig."""
        self._hidden = set(channels)
        self._tell_all()

    def isolate(self, channel: str | None) -> None:
        """Draw one channel alone; None or the same again for all as before."""
        self._isolated = None if channel == self._isolated else channel
        self._tell_all()

    def set_active(self, channel: str | None) -> None:
        """Point out the channel that the curve editor works on."""
        if channel != self._active:
            self._active = channel
            self._tell_all()

    def set_edited(self, channels: frozenset[str]) -> None:
        """Point out the channels that were edited by hand."""
        self._edited = channels
        self._tell_all()

    def set_values(
        self, values: NDArray[np.float32] | None, beyond: NDArray[np.bool_] | None = None
    ) -> None:
        """Show ``(n,)`` values at the playhead, and which are beyond their limits."""
        self._values = values
        self._beyond = np.zeros(len(self._channels), bool) if beyond is None else beyond
        if self._rows:
            roles = [VALUE_ROLE, BEYOND_ROLE]
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), roles)

    def channel_at(self, index: Index) -> str | None:
        """The channel of a row; None for a heading."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        return self._channels[row] if isinstance(row, int) else None

    def row_of(self, channel: str) -> int | None:
        """Where a channel is listed; None if it is not."""
        if channel not in self._channels:
            return None
        position = self._channels.index(channel)
        return self._rows.index(position) if position in self._rows else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.channel_at(index) is None:
            return Qt.ItemFlag.ItemIsEnabled
        kinds = Qt.ItemFlag
        return kinds.ItemIsEnabled | kinds.ItemIsSelectable | kinds.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if isinstance(row, str):
            return _heading_data(row, role)
        channel = self._channels[row]
        readers: dict[int, Callable[[], Any]] = {
            Qt.ItemDataRole.DisplayRole: lambda: channel,
            Qt.ItemDataRole.AccessibleTextRole: lambda: f"{channel} {self._text(row)}",
            Qt.ItemDataRole.ToolTipRole: lambda: self._tip(row),
            Qt.ItemDataRole.CheckStateRole: lambda: self._check_state(channel),
            Qt.ItemDataRole.DecorationRole: lambda: self._colours[row],
            Qt.ItemDataRole.FontRole: lambda: _bold(channel == self._active),
            VALUE_ROLE: lambda: self._text(row),
            BEYOND_ROLE: lambda: bool(self._beyond[row]),
            EDITED_ROLE: lambda: channel in self._edited,
        }
        reader = readers.get(role)
        return reader() if reader is not None else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        channel = self.channel_at(index)
        if channel is None or role != Qt.ItemDataRole.CheckStateRole:
            return False
        self._isolated = None
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._hidden.discard(channel)
        else:
            self._hidden.add(channel)
        self._tell_all()
        self.visibility_changed.emit()
        return True

    def _check_state(self, channel: str) -> Qt.CheckState:
        return Qt.CheckState.Checked if self.is_shown(channel) else Qt.CheckState.Unchecked

    def _text(self, position: int) -> str:
        if self._values is None:
            return ""
        return unit_of(self._channels[position]).text(float(self._values[position]))

    def _tip(self, position: int) -> str:
        text = f"{self._channels[position]} {self._text(position)}".strip()
        if self._beyond[position]:
            text += "\n" + self.tr("Beyond the limits of the rig")
        if self._channels[position] in self._edited:
            text += "\n" + self.tr("Edited by hand")
        return text

    def _tell_all(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))


def _bold(bold: bool) -> QFont | None:
    font = QFont()
    font.setBold(True)
    return font if bold else None


def _heading_data(heading: str, role: int) -> Any:
    if role == Qt.ItemDataRole.DisplayRole:
        return heading
    return theme.colours().dim_text if role == Qt.ItemDataRole.ForegroundRole else None
