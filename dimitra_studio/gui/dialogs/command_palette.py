"""Every command, to be found by a few letters."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from dimitra_studio.gui import theme
from dimitra_studio.gui.dialogs.fuzzy import score

_Index = QModelIndex | QPersistentModelIndex
_ROWS = 12
_WIDTH = 88  # characters
_PASSED_ON = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class PaletteEntry(NamedTuple):
    """One command, ready to be shown: in the user's language, with its keys as they are written."""

    id: str
    text: str
    shortcut: str = ""
    help: str = ""
    enabled: bool = True
    reason: str = ""  # why it cannot be used now
    icon: str | None = None


class CommandPalette(QDialog):
    """Type a few letters, choose with the arrows, press Enter."""

    command_chosen = Signal(str)  # id

    def __init__(self, entries: Sequence[PaletteEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(self.tr("Find a command"))
        self._model = _Entries(entries, self)
        self._typed = QLineEdit()
        self._typed.setPlaceholderText(self.tr("Type what you want to do"))
        self._typed.setAccessibleName(self.tr("Find a command"))
        self._typed.setToolTip(self.tr("A few letters are enough"))
        self._typed.setClearButtonEnabled(True)
        self._typed.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._list = self._make_list()
        self._foot = QLabel()
        self._foot.setWordWrap(True)
        self._foot.setTextFormat(Qt.TextFormat.PlainText)

        layout = QVBoxLayout(self)
        layout.addWidget(self._typed)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._foot)

        self._typed.textChanged.connect(self._on_typed)
        self._typed.installEventFilter(self)
        self._list.clicked.connect(self._choose)
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._on_typed("")
        self._fit()

    def shown(self) -> list[str]:
        """Ids of what fits, the best first."""
        return [entry.id for entry in self._model.entries]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while the cursor stays in the text."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _PASSED_ON:
                self._list.event(event)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._choose(self._list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _make_list(self) -> QListView:
        view = QListView()
        view.setModel(self._model)
        view.setItemDelegate(_EntryDelegate(view))
        view.setUniformItemSizes(True)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(self.tr("Commands that fit"))
        return view

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        self._foot.setMinimumHeight(2 * metrics.lineSpacing())
        width, height = metrics.averageCharWidth() * _WIDTH, self._list.sizeHintForRow(0) * _ROWS
        self._list.setMinimumHeight(height)
        self.resize(width, self.sizeHint().height())
        above = self.parentWidget()
        if above is not None:
            centre = above.window().geometry().center().x()
            self.move(centre - width // 2, above.window().geometry().top() + above.height() // 8)

    def _on_typed(self, typed: str) -> None:
        self._model.show_fitting(typed)
        self._list.setCurrentIndex(self._model.index(0))
        if not self._model.entries:
            self._foot.setText(self.tr("No command fits."))

    def _on_current_changed(self, current: QModelIndex) -> None:
        if current.isValid():
            entry = self._model.entries[current.row()]
            self._foot.setText(entry.help if entry.enabled else entry.reason)

    def _choose(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        entry = self._model.entries[index.row()]
        if entry.enabled:
            self.accept()  # first, so that the command finds the window in front
            self.command_chosen.emit(entry.id)


class _Entries(QAbstractListModel):
    def __init__(self, entries: Sequence[PaletteEntry], parent: QObject) -> None:
        super().__init__(parent)
        self._all = tuple(entries)
        self.entries: list[PaletteEntry] = list(entries)

    def show_fitting(self, typed: str) -> None:
        """Keep what fits, the best first, and what can be used before what cannot."""
        ranked = [(self._rank(typed, entry), entry) for entry in self._all]
        fitting = [(rank, entry) for rank, entry in ranked if rank]
        self.beginResetModel()
        self.entries = [entry for _, entry in sorted(fitting, key=_order)]
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (entry.text, entry.shortcut, entry.help if entry.enabled else entry.reason)
            return ", ".join(part for part in parts if part)
        if role == Qt.ItemDataRole.UserRole:
            return entry
        return None

    @staticmethod
    def _rank(typed: str, entry: PaletteEntry) -> int:
        return score(typed, entry.text) or score(typed, entry.help) // 4


def _order(ranked: tuple[int, PaletteEntry]) -> tuple[int, bool]:
    rank, entry = ranked
    return -rank, not entry.enabled


class _EntryDelegate(QStyledItemDelegate):
    """Draws the sign, the text, and at the right the keys."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """One line with room to breathe."""
        return QSize(0, round(option.fontMetrics.height() * 1.8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one command."""
        entry: PaletteEntry = index.data(Qt.ItemDataRole.UserRole)
        colours = theme.colours()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = option.fontMetrics.height()
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.accent)
            painter.drawRoundedRect(option.rect, line * 0.3, line * 0.3)
        inside = option.rect.adjusted(line // 2, 0, -line // 2, 0)
        if entry.icon:
            role = "on_accent" if chosen else "text" if entry.enabled else "ghost"
            sign = inside.adjusted(0, line // 4, 0, -line // 4)
            sign.setWidth(sign.height())
            theme.icon(entry.icon, role).paint(painter, sign)
        group = QPalette.ColorGroup.Normal if entry.enabled else QPalette.ColorGroup.Disabled
        text = colours.on_accent if chosen else option.palette.color(group, QPalette.ColorRole.Text)
        painter.setPen(text)
        middle = Qt.AlignmentFlag.AlignVCenter
        keys = option.fontMetrics.horizontalAdvance(entry.shortcut)
        words = inside.adjusted(line * 2, 0, -keys - line, 0)
        shown = option.fontMetrics.elidedText(
            entry.text, Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeft, shown)
        if not chosen:
            painter.setPen(colours.dim_text)
        painter.drawText(inside, middle | Qt.AlignmentFlag.AlignRight, entry.shortcut)
        painter.restore()
