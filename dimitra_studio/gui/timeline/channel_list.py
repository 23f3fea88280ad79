"""The list of a component's channels beside their curves."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from dimitra_studio.gui import theme
from dimitra_studio.gui.timeline.channel_model import (
    BEYOND_ROLE,
    EDITED_ROLE,
    VALUE_ROLE,
    ChannelModel,
)

_WIDEST = "\N{MINUS SIGN}000.0 mm"


class _ValueDelegate(QStyledItemDelegate):
    """Writes the value at the right; beyond the limits it is coloured and has a sign."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        side = option.fontMetrics.height() * 2 // 3
        option.decorationSize = QSize(side, side)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        value = index.data(VALUE_ROLE) or ""
        room = QFontMetrics(option.font).horizontalAdvance(_WIDEST) if value else 0
        whole = QRect(option.rect)
        option.rect.setWidth(max(whole.width() - room, 0))
        super().paint(painter, option, index)
        option.rect = whole
        if not value:
            return
        colours = theme.colours()
        colour = option.palette.color(QPalette.ColorRole.Text)
        if option.state & QStyle.StateFlag.State_Selected:
            colour = option.palette.color(QPalette.ColorRole.HighlightedText)
            painter.fillRect(
                whole.adjusted(whole.width() - room, 0, 0, 0), option.palette.highlight()
            )
        if index.data(BEYOND_ROLE):
            value, colour = "\N{WARNING SIGN} " + value, QColor(colours.warning)
        place = whole.adjusted(0, 0, -4, 0)
        painter.setPen(colour)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, value)
        if index.data(EDITED_ROLE):
            painter.fillRect(whole.left(), whole.top() + 2, 2, whole.height() - 4, colours.edited)


class ChannelList(QListView):
    """Click a name to edit its curve, double-click to isolate it, its box to show or hide it.

    Args:
        model: of a component.
        title: the component's name in the user's language.
    """

    channel_activated = Signal(str)
    isolate_asked = Signal(object)  # str | None
    show_all_asked = Signal()

    def __init__(self, model: ChannelModel, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._channels = model
        self.setModel(model)
        self.setItemDelegate(_ValueDelegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Channels of {name}").format(name=title))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_asked)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)

    def sizeHint(self) -> QSize:
        return QSize(1, self.fontMetrics().height() * 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.fontMetrics().height() * 3)

    def keyPressEvent(self, event: object) -> None:
        key = event.key()  # type: ignore[attr-defined]
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_clicked(self.currentIndex())
        else:
            super().keyPressEvent(event)  # type: ignore[arg-type]

    def show_channel(self, channel: str | None) -> None:
        """Select a channel and scroll to it."""
        row = None if channel is None else self._channels.row_of(channel)
        if row is None:
            self.clearSelection()
        else:
            self.setCurrentIndex(self._channels.index(row))

    def _on_clicked(self, index: QModelIndex) -> None:
        channel = self._channels.channel_at(index)
        if channel is not None:
            self.channel_activated.emit(channel)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        channel = self._channels.channel_at(index)
        if channel is not None:
            self.isolate_asked.emit(channel)

    def _on_menu_asked(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        channel = self._channels.channel_at(self.indexAt(place))
        if channel is not None:
            title = (
                self.tr("Show all again")
                if self._channels.isolated == channel
                else self.tr("Show {name} alone").format(name=channel)
            )
            menu.addAction(title).setData(channel)
        menu.addAction(self.tr("Show all channels"), self.show_all_asked)
        menu.triggered.connect(self._on_menu_chosen)
        menu.popup(self.viewport().mapToGlobal(place))

    def _on_menu_chosen(self, action: object) -> None:
        channel = action.data()  # type: ignore[attr-defined]
        if isinstance(channel, str):
            self.isolate_asked.emit(channel)
