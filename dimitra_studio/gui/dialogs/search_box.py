"""A list that is searched by typing."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchBox(QComboBox):
    """Shows what holds the typed letters; Enter takes the first of these.

    What is left half typed goes back to the entry that was chosen before. The wheel is left to
    the panel around it, so that scrolling never changes a choice.

    Args:
        name: what a screen reader says.
        tooltip: what is chosen.
        parent: Qt's.
    """

    value_changed = Signal(object)  # of the entry; by the user alone

    def __init__(self, name: str, tooltip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = _Line()
        self.setLineEdit(self._line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self._matches = self._make_completer()
        self.setAccessibleName(name)
        self.setToolTip(tooltip)
        self._line.setAccessibleName(name)
        self._line.editingFinished.connect(self._on_editing_finished)
        self.currentIndexChanged.connect(self._on_index_changed)

    @property
    def value(self) -> Any:
        """Of the entry that is chosen; None without any."""
        return self.currentData()

    def set_entries(self, entries: Iterable[tuple[str, Any]]) -> None:
        """Offer these texts and values; what was chosen stays, as far as it is among them."""
        chosen = self.value
        with QSignalBlocker(self):
            self.clear()
            for text, value in entries:
                self.addItem(text, value)
        self.set_value(chosen)

    def set_value(self, value: Any) -> None:
        """Show an entry without telling; the first if there is none of this value."""
        rows = [row for row in range(self.count()) if self.itemData(row) == value]
        with QSignalBlocker(self):
            self.setCurrentIndex(rows[0] if rows else min(0, self.count() - 1))

    def begin_search(self) -> None:
        """Take the keyboard; what is typed replaces what is there."""
        self.setFocus()
        self._line.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:  # not for the dialog, whose button it would press
            self._settle(any_match=True)
            self._line.selectAll()  # another search may begin
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._settle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _make_completer(self) -> QCompleter:
        completer = QCompleter(self.model(), self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        return completer

    def _settle(self, *, any_match: bool = False) -> None:
        """Choose the entry that is meant: the one of this text, else the one that holds it."""
        typed = self.currentText()
        row = self.findText(typed, Qt.MatchFlag.MatchFixedString)
        if row < 0 and typed.strip():
            holding = [r for r in range(self.count()) if typed.casefold() in self._folded(r)]
            if len(holding) == 1 or (holding and any_match):
                row = holding[0]
        if row < 0:
            row = self.currentIndex()
        self.setCurrentIndex(row)
        self.setEditText(self.itemText(row))

    def _folded(self, row: int) -> str:
        return self.itemText(row).casefold()

    def _on_editing_finished(self) -> None:
        """Enter in the list of matches arrives here before the list has told its own choice."""
        popup = self._matches.popup()
        if popup is not None and popup.isVisible() and not popup.currentIndex().isValid():
            self._settle(any_match=True)

    def _on_index_changed(self) -> None:
        self.value_changed.emit(self.value)


class _Line(QLineEdit):
    """A first click marks all of the text, so that typing begins a search."""

    def __init__(self) -> None:
        super().__init__()
        self._entered = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._entered = event.reason() == Qt.FocusReason.MouseFocusReason

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._entered and not self.hasSelectedText():
            self.selectAll()
        self._entered = False
