"""Channels, each with an amount: any number of them, one below the other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dimitra_studio.gui import theme
from dimitra_studio.gui.dialogs.amount_box import AmountBox
from dimitra_studio.gui.dialogs.search_box import SearchBox
from dimitra_studio.gui.panels.icon_button import IconButton, explain


@dataclass(frozen=True, slots=True)
class AmountWords:
    """What the rows are called, in the user's language.

    Args:
        add: on the button that makes a row.
        add_tip: what it is for.
        empty: stands for no channel.
        amount: name of the number.
        amount_tip: what it means.
        remove: name of the button that takes a row away.
    """

    add: str
    add_tip: str
    empty: str
    amount: str
    amount_tip: str
    remove: str


class ChannelAmounts(QWidget):
    """Rows of a channel and a number; no channel is offered twice.

    Args:
        words: for the rows.
        amount: of a new row.
        most: the largest amount, and below 0 the smallest.
        least_rows: that stay even when they are removed, with no channel.
        parent: Qt's.
    """

    changed = Signal()

    def __init__(
        self,
        words: AmountWords,
        *,
        amount: float,
        most: float,
        least_rows: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._amount, self._most, self._least = words, amount, most, least_rows
        self._channels: tuple[str, ...] = ()
        self._rows: list[_Row] = []
        self._add = QPushButton(theme.icon("plus"), words.add)
        self._add.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.addWidget(self._add)
        head.addStretch(1)
        layout.addLayout(head)
        self._place = QVBoxLayout()
        layout.addLayout(self._place)
        self._add.clicked.connect(self._on_add_clicked)
        self.set_values({})

    def values(self) -> dict[str, float]:
        """The amount of every channel that is chosen."""
        return {row.channel: row.amount for row in self._rows if row.channel}

    def set_values(self, values: Mapping[str, float]) -> None:
        """Show other rows without telling."""
        for row in list(self._rows):
            self._take_out(row)
        wanted = list(values.items())
        wanted += [("", self._amount)] * (self._least - len(wanted))
        for channel, amount in wanted:
            self._put_in(channel, amount)
        self._refresh()

    def set_channels(self, channels: Sequence[str]) -> None:
        """Set what can be chosen; rows of other channels go."""
        self._channels = tuple(channels)
        self.set_values({c: a for c, a in self.values().items() if c in channels})

    def focus_first(self) -> None:
        """Go to the first channel, or to the button where there is none."""
        if self._rows:
            self._rows[0].box.begin_search()
        else:
            self._add.setFocus()

    def _put_in(self, channel: str, amount: float) -> "_Row":
        row = _Row(self._words, self._most, self)
        row.offer(self._channels, self._words.empty)
        row.show_values(channel, amount)
        before: QWidget = self._rows[-1].last if self._rows else self._add
        self._place.addWidget(row)
        row.show()  # now, so that it can have the keyboard
        for widget in (row.box, row.number, row.last):
            QWidget.setTabOrder(before, widget)
            before = widget
        self._rows.append(row)
        row.changed.connect(self._on_row_changed)
        row.removed.connect(self._on_row_removed)
        return row

    def _take_out(self, row: "_Row") -> None:
        self._rows.remove(row)
        self._place.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _refresh(self, changed: QWidget | None = None) -> None:
        """Offer each row but ``changed`` what no other has, and say why there can be no more."""
        for row in self._rows:
            if row is changed:  # what it is offered has not changed, and its list may be open
                continue
            taken = {other.channel for other in self._rows if other is not row}
            free = [channel for channel in self._channels if channel not in taken]
            row.offer(free, self._words.empty)
        reason = None
        if not self._channels:
            reason = self.tr("There are no channels")
        elif any(not row.channel for row in self._rows):
            reason = self.tr("Choose the channel of the empty row first")
        elif len(self._rows) >= len(self._channels):
            reason = self.tr("There are no more channels")
        explain(self._add, self._words.add_tip, reason)

    def _on_add_clicked(self) -> None:
        row = self._put_in("", self._amount)
        self._refresh()
        row.box.begin_search()

    def _on_row_changed(self, row: QWidget) -> None:
        self._refresh(row)
        self.changed.emit()

    def _on_row_removed(self, row: QWidget) -> None:
        place = next(number for number, other in enumerate(self._rows) if other is row)
        self._take_out(self._rows[place])
        if len(self._rows) < self._least:
            self._put_in("", self._amount)
        self._refresh()
        if self._rows:
            self._rows[min(place, len(self._rows) - 1)].box.setFocus()
        else:
            self._add.setFocus()
        self.changed.emit()


class _Row(QWidget):
    """One channel and its amount."""

    changed = Signal(object)  # itself
    removed = Signal(object)  # itself

    def __init__(self, words: AmountWords, most: float, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = SearchBox(self.tr("Channel"), self.tr("Type a part of the channel's name"))
        self.number = AmountBox(words.amount, words.amount_tip, -most, most)
        self.number.setDecimals(3)
        self.last = IconButton("delete", words.remove, words.remove)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box, 1)
        layout.addWidget(self.number)
        layout.addWidget(self.last)
        self.box.value_changed.connect(self._on_changed)
        self.number.valueChanged.connect(self._on_changed)
        self.last.clicked.connect(self._on_removed)

    @property
    def channel(self) -> str:
        return str(self.box.value or "")

    @property
    def amount(self) -> float:
        return self.number.value()

    def offer(self, channels: Sequence[str], empty: str) -> None:
        self.box.set_entries([(empty, ""), *((channel, channel) for channel in channels)])

    def show_values(self, channel: str, amount: float) -> None:
        self.box.set_value(channel)
        with QSignalBlocker(self.number):
            self.number.setValue(amount)

    def _on_changed(self) -> None:
        self.changed.emit(self)

    def _on_removed(self) -> None:
        self.removed.emit(self)
