"""The corner of the timeline: what is shown of the time, and which channels are listed how."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QToolButton, QWidget

from dimitra_studio.gui import theme
from dimitra_studio.gui.timeline.channel_order import ORDERS, order_title


class ViewButtons(QWidget):
    """Buttons for the zoom and for what the rows show."""

    pressed = Signal(str)  # name of a method of the timeline

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 0, 0, 0)
        layout.setSpacing(0)
        self._buttons: dict[str, QToolButton] = {}
        table = (
            ("fit_all", "fit", self.tr("Show the whole recording")),
            ("fit_selection", "fit-selection", self.tr("Show the selection")),
            ("zoom_out", "zoom-out", self.tr("Zoom out")),
            ("zoom_in", "zoom-in", self.tr("Zoom in")),
            ("zoom_back", "zoom-back", self.tr("Back to the view before the zoom")),
            ("toggle_spectrogram", "spectrogram", self.tr("Spectrogram")),
            ("toggle_auto_scroll", "follow", self.tr("Follow the playhead while playing")),
        )
        for name, icon, text in table:
            button = QToolButton()
            button.setAutoRaise(True)
            button.setIcon(theme.icon(icon))
            side = round(self.fontMetrics().height() * 0.95)
            button.setIconSize(QSize(side, side))
            button.setObjectName(name)
            button.setAccessibleName(text)
            button.setToolTip(text)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setCheckable(name.startswith("toggle"))
            button.clicked.connect(self._on_clicked)
            layout.addWidget(button)
            self._buttons[name] = button
        layout.addStretch()
        self.set_selection(exists=False)

    def set_checked(self, name: str, *, checked: bool) -> None:
        """Show whether something is on."""
        with QSignalBlocker(self._buttons[name]):
            self._buttons[name].setChecked(checked)

    def set_selection(self, *, exists: bool) -> None:
        """Without a selection there is none to show, and the button says so."""
        button = self._buttons["fit_selection"]
        button.setEnabled(exists)
        button.setToolTip(
            self.tr("Show the selection")
            if exists
            else self.tr("Show the selection (nothing is selected: drag in a row)")
        )

    def _on_clicked(self) -> None:
        self.pressed.emit(self.sender().objectName())


class ChannelFilter(QWidget):
    """A field that narrows the channels, and the order that they are listed in."""

    pattern_changed = Signal(str)
    order_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("Filter"))
        self._field.setAccessibleName(self.tr("Filter channels"))
        self._field.setToolTip(
            self.tr("Part of a name, or a region: brows, eyes, jaw, mouth, cheeks, nose, tongue")
        )
        self._field.setClearButtonEnabled(True)
        self._order = QComboBox()
        self._order.setAccessibleName(self.tr("Order of the channels"))
        self._order.setToolTip(self.tr("Order of the channels in the open lists"))
        for order in ORDERS:
            self._order.addItem(order_title(order), order)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self._order.setSizeAdjustPolicy(policy)
        self._order.setMinimumContentsLength(8)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.setSpacing(4)
        layout.addWidget(self._field, 3)
        layout.addWidget(self._order, 2)
        self._field.textChanged.connect(self.pattern_changed)
        self._order.activated.connect(self._on_order_chosen)

    @property
    def order(self) -> str:
        return str(self._order.currentData())

    def set_order(self, order: str) -> None:
        """Show an order; an unknown one changes nothing."""
        place = self._order.findData(order)
        if place >= 0:
            self._order.setCurrentIndex(place)

    def focus_field(self) -> None:
        """Put the caret into the filter."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def _on_order_chosen(self) -> None:
        self.order_changed.emit(self.order)
