"""Reads every text that a window shows or tells an aid, as a user would who hovers everywhere."""

from collections.abc import Iterator

from pyqtgraph import GraphicsScene
from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    Qt,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QTabBar,
    QWidget,
)

_PROPERTIES = {
    *("text", "title", "windowTitle", "placeholderText", "prefix", "suffix", "specialValueText"),
    *("toolTip", "statusTip", "whatsThis", "accessibleName", "accessibleDescription"),
}
_TYPED = {"QLineEdit", "QPlainTextEdit", "QSpinBox", "QDoubleSpinBox"}
_FLAT = (QAbstractListModel, QAbstractTableModel)  # these hide hasChildren
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


def texts_of(window: QWidget) -> Iterator[tuple[str, str]]:
    """Every text below a window, and where it was found."""
    for item in [window, *window.findChildren(QObject)]:
        if _is_of_qt(item):
            continue
        place = f"{type(item).__name__} {item.objectName()}".strip()
        for text in _texts(item):
            if text.strip():
                yield place, text


def _is_of_qt(item: QObject) -> bool:
    """Qt's own parts, which its own translations speak for."""
    if item.objectName().startswith("qt_") or isinstance(item, QFileDialog):
        return True
    above = item.parent()
    if isinstance(above, GraphicsScene):
        return True  # its menu is never opened
    if isinstance(item, QAbstractButton) and isinstance(above, QTabBar):
        return True  # to scroll the tabs
    if isinstance(item, QAbstractButton) and isinstance(above, QDialogButtonBox):
        return above.standardButton(item) != QDialogButtonBox.StandardButton.NoButton
    while above is not None:
        if isinstance(above, QFileDialog):
            return True
        above = above.parent()
    return False


def _texts(item: QObject) -> Iterator[str]:
    meta = item.metaObject()
    typed = any(item.inherits(name) for name in _TYPED)
    for index in range(meta.propertyCount()):
        name = meta.property(index).name()
        if name in _PROPERTIES and not (typed and name == "text"):
            value = item.property(name)
            if isinstance(value, str):
                yield value
    if isinstance(item, QComboBox):
        for row in range(item.count()):
            yield item.itemText(row)
            yield str(item.itemData(row, Qt.ItemDataRole.ToolTipRole) or "")
    elif isinstance(item, QTabBar):
        for row in range(item.count()):
            yield item.tabText(row)
            yield item.tabToolTip(row)
    elif isinstance(item, QAbstractItemView) and item.model() is not None:
        yield from _cells(item.model(), QModelIndex())


def _cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    for row in range(model.rowCount(parent)):
        column = 0
        while (index := model.index(row, column, parent)).isValid():
            for role in _ROLES:
                value = model.data(index, role)
                if isinstance(value, str):
                    yield value
            column += 1
        first = model.index(row, 0, parent)
        if not isinstance(model, _FLAT):
            yield from _cells(model, first)
    if not parent.isValid():
        for column in range(100):
            value = model.headerData(column, Qt.Orientation.Horizontal)
            if not isinstance(value, str):
                break
            yield value
