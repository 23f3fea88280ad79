"""The list of channels beside the graph: which are shown, and which one is worked on."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from dimitra_studio.core.rig import COMPONENTS, Rig
from dimitra_studio.gui import theme

_NAME = Qt.ItemDataRole.UserRole


class ChannelChooser(QWidget):
    """Channels by component; ticked ones are shown besides the current one."""

    channels_changed = Signal(object)  # (list of shown channels, active channel)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = QLineEdit()
        self._filter.setObjectName("channel_filter")
        self._filter.setPlaceholderText(self.tr("Find a channel"))
        self._filter.setAccessibleName(self.tr("Find a channel"))
        self._filter.setToolTip(self.tr("Show only channels whose name has these letters"))
        self._filter.setClearButtonEnabled(True)
        self._tree = QTreeWidget()
        self._tree.setObjectName("channel_list")
        self._tree.setHeaderHidden(True)
        self._tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the side is at the end
        self._tree.setIndentation(self.fontMetrics().height() * 3 // 4)
        self._tree.setAccessibleName(self.tr("Channels"))
        self._tree.setToolTip(
            self.tr("The chosen channel is worked on; ticked ones are shown with it")
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._filter)
        layout.addWidget(self._tree, 1)
        self._rig: Rig | None = None
        self._items: dict[str, QTreeWidgetItem] = {}
        self._groups: dict[str, QTreeWidgetItem] = {}
        self._edited: frozenset[str] = frozenset()
        self._locks: frozenset[str] = frozenset()
        self._filter.textChanged.connect(self._on_filter_changed)
        self._tree.currentItemChanged.connect(self._on_current_changed)
        self._tree.itemChanged.connect(self._on_item_changed)
        theme.notifier().changed.connect(self._colour)

    def set_rig(self, rig: Rig | None) -> None:
        """Show the channels of a rig."""
        if rig == self._rig:
            return
        self._rig = rig
        with QSignalBlocker(self._tree):
            self._tree.clear()
            self._items, self._groups = {}, {}
            for component in COMPONENTS if rig else ():
                self._groups[component] = self._make_group(component)
            for name, component in zip(rig.channels, rig.components, strict=True) if rig else ():
                item = QTreeWidgetItem(self._groups[component], [name])
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(0, Qt.CheckState.Unchecked)
                item.setData(0, _NAME, name)
                self._items[name] = item
            self._tree.expandAll()
        self._colour()

    def set_marks(self, edited: Collection[str], locks: frozenset[str]) -> None:
        """Show which channels were edited, and which components are locked."""
        if (frozenset(edited), locks) != (self._edited, self._locks):
            self._edited, self._locks = frozenset(edited), locks
            self._colour()

    def set_channels(self, channels: Sequence[str], active: str) -> None:
        """Show these as ticked, and one of them as the current one."""
        with QSignalBlocker(self._tree):
            for name, item in self._items.items():
                ticked = name in channels and name != active
                if name == active:
                    ticked = ticked or item.checkState(0) == Qt.CheckState.Checked
                item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            if active in self._items:
                self._tree.setCurrentItem(self._items[active])
            else:
                self._tree.clearSelection()

    def _make_group(self, component: str) -> QTreeWidgetItem:
        titles = {
            "lips": self.tr("Lips"),
            "expression": self.tr("Expression"),
            "pose": self.tr("Pose"),
        }
        item = QTreeWidgetItem(self._tree, [titles[component]])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)
        return item

    def _colour(self) -> None:
        """Icons for components, a mark for what was edited; again when the scheme changes."""
        colours = theme.colours()
        with QSignalBlocker(self._tree):
            for component, group in self._groups.items():
                locked = component in self._locks
                group.setIcon(0, theme.icon("lock") if locked else self._swatch(component))
                group.setToolTip(0, self.tr("This component is locked") if locked else "")
            for name, item in self._items.items():
                edited = name in self._edited
                item.setForeground(0, colours.edited if edited else colours.text)
                item.setText(0, f"{name} •" if edited else name)
                item.setToolTip(0, self.tr("Was edited by hand") if edited else "")

    def _swatch(self, component: str) -> QIcon:
        """A piece of the component's line."""
        size = self._tree.iconSize()
        if not size.isValid():
            line = self.fontMetrics().height()
            size = QSize(line, line)
        ratio = self.devicePixelRatioF()
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(Qt.GlobalColor.transparent))
        with QPainter(picture) as painter:
            painter.setPen(theme.pen(component, 2.0))
            painter.drawLine(0, size.height() // 2, size.width(), size.height() // 2)
        return QIcon(picture)

    def _on_filter_changed(self, text: str) -> None:
        wanted = text.strip().lower()
        for group in self._groups.values():
            children = [group.child(index) for index in range(group.childCount())]
            for item in children:
                item.setHidden(wanted not in item.data(0, _NAME).lower())
            group.setHidden(all(item.isHidden() for item in children))

    def _on_current_changed(self, current: QTreeWidgetItem | None) -> None:
        if current is not None and current.data(0, _NAME):
            self._tell()

    def _on_item_changed(self, item: QTreeWidgetItem) -> None:
        if item.data(0, _NAME):
            self._tell()

    def _tell(self) -> None:
        current = self._tree.currentItem()
        active = current.data(0, _NAME) if current else None
        shown = [
            name
            for name, item in self._items.items()
            if name == active or item.checkState(0) == Qt.CheckState.Checked
        ]
        if shown:
            self.channels_changed.emit((shown, active or shown[0]))
