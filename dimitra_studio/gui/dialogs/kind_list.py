"""The list of what can be exported, under headings."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from dimitra_studio.gui import theme
from dimitra_studio.gui.dialogs.export_kinds import Kind

_WIDTH = 40  # characters
_NAME = Qt.ItemDataRole.UserRole


class KindList(QListWidget):
    """One kind is always chosen; headings cannot be."""

    kind_changed = Signal(object)  # Kind

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds: dict[str, Kind] = {}
        self.setAccessibleName(self.tr("What to export"))
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * _WIDTH)
        self.setIconSize(QSize(1, 1) * round(self.fontMetrics().lineSpacing() * 1.1))
        self.setSpacing(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._on_current_changed)

    @property
    def kind(self) -> Kind:
        """What is chosen."""
        return self._kinds[self.currentItem().data(_NAME)]

    def set_kinds(self, kinds: Sequence[Kind], chosen: str) -> None:
        """Show other kinds, those of a group together, and choose one of them."""
        self._kinds = {}
        self.clear()
        heading = ""
        for kind in kinds:
            if kind.heading != heading:
                heading = kind.heading
                self._add_heading(heading)
            item = QListWidgetItem(theme.icon(kind.icon), kind.title)
            item.setToolTip(kind.title)  # the longest are cut
            item.setData(_NAME, kind.name)
            self.addItem(item)
            self._kinds[kind.name] = kind
        self.choose(chosen)

    def choose(self, name: str) -> None:
        """Choose a kind; the first if there is none of that name."""
        items = [self.item(row) for row in range(self.count())]
        named = [item for item in items if item.data(_NAME) == name]
        self.setCurrentItem((named or items)[0])

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = self.font()
        font.setBold(True)
        item.setFont(font)
        said = QCoreApplication.translate("KindList", "Heading: {text}").format(text=text)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        self.addItem(item)

    def _on_current_changed(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_NAME) in self._kinds:
            self.kind_changed.emit(self.kind)
