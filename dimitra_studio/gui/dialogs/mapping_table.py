"""The list of a character's targets itself, with the keys that act on one."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from dimitra_studio.gui.dialogs.mapping_item_model import ORIGIN, MappingItemModel
from dimitra_studio.gui.dialogs.mapping_texts import origin_text

_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class MappingTable(QTableView):
    """Tells which target is current, and when it shall be edited or left alone."""

    target_changed = Signal(str)  # the name of the current target; empty without one
    edit_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self, model: MappingItemModel) -> None:
        super().__init__()
        self._items = model
        self.setModel(model)
        self.setItemDelegate(_RowDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)  # Tab leaves the list
        self.setWordWrap(False)
        self.setAccessibleName(self.tr("Targets of the character"))
        rows = self.verticalHeader()
        rows.hide()
        rows.setDefaultSectionSize(round(self.fontMetrics().height() * 1.7))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(ORIGIN, QHeaderView.ResizeMode.Fixed)
        longest = max(map(origin_text, ("matched", "guessed", "given", None)), key=len)
        line = self.fontMetrics().height()
        header.resizeSection(ORIGIN, self.fontMetrics().horizontalAdvance(longest) + 4 * line)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(self.edit_wanted)

    def target(self) -> str | None:
        """The current one."""
        return self._items.target(self.currentIndex().row())

    def go_to(self, target: str | None) -> None:
        """Make a target the current one, the first of the list if it is not shown."""
        row = max(0, self._items.row_of(target))
        self.setCurrentIndex(self._items.index(row, 0))
        self.scrollTo(self.currentIndex())
        self._on_current_changed()  # a list that was filled anew has another in the same row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS and self.currentIndex().isValid():
            self.edit_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.clear_wanted.emit()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):  # Qt's own go along the row
            row = 0 if event.key() == Qt.Key.Key_Home else self._items.rowCount() - 1
            self.setCurrentIndex(self._items.index(row, 0))
        else:
            super().keyPressEvent(event)

    def _on_current_changed(self) -> None:
        self.target_changed.emit(self.target() or "")


class _RowDelegate(QStyledItemDelegate):
    """Marks whole rows: the frame around one cell would mean that it is edited there."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
