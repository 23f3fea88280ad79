"""A slider and a number that are one value."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QSlider, QWidget

_WIDEST = "-500 ms"
_RESET_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class ValueSlider(QWidget):
    """Sets a number by hand or by typing; told once per gesture.

    A double-click on the slider, or Delete, goes back to the default. The wheel is left to the
    panel around it, so that scrolling never changes a value.

    Args:
        name: what a screen reader says.
        tooltip: what it sets, and in which direction.
        maximum: of the slider.
        minimum: of both.
        step: of the slider and the arrow keys.
        default: where a reset goes to.
        decimals: that are shown.
        suffix: the unit.
        highest: that may be typed; that of the slider if None.
        parent: Qt's.
    """

    value_changed = Signal(float)

    def __init__(
        self,
        name: str,
        tooltip: str,
        maximum: float,
        *,
        minimum: float = 0.0,
        step: float = 1.0,
        default: float = 0.0,
        decimals: int = 0,
        suffix: str = "",
        highest: float | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._step, self._default, self._told = step, default, default
        self._slider = _Slider()
        self._slider.setRange(round(minimum / step), round(maximum / step))
        self._slider.setPageStep(max(1, round((maximum - minimum) / step / 10)))
        self._number = _Number()
        self._number.setRange(minimum, maximum if highest is None else highest)
        self._number.setDecimals(decimals)
        self._number.setSingleStep(step)
        self._number.setSuffix(suffix)
        hint = self.tr("{tooltip}\nDouble-click the slider, or press Delete on it, to reset.")
        for control in (self._slider, self._number):
            control.setAccessibleName(name)
            control.setToolTip(hint.format(tooltip=tooltip))
        self.setFocusProxy(self._slider)

        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._slider, 1)
        layout.addWidget(self._number)

        self._slider.valueChanged.connect(self._on_slider_moved)
        self._slider.let_go.connect(self._tell)
        self._slider.reset.connect(self._on_reset)
        self._number.valueChanged.connect(self._on_number_changed)
        self._number.let_go.connect(self._tell)
        self.set_value(default)

    @property
    def value(self) -> float:
        return self._number.value()

    def set_value(self, value: float) -> None:
        """Show a value without telling."""
        self._show_on_number(value)
        self._show_on_slider(value)
        self._told = self._number.value()

    def _show_on_slider(self, value: float) -> None:
        with QSignalBlocker(self._slider):
            self._slider.setValue(round(value / self._step))

    def _show_on_number(self, value: float) -> None:
        with QSignalBlocker(self._number):
            self._number.setValue(value)

    def _tell(self) -> None:
        if self.value != self._told:
            self._told = self.value
            self.value_changed.emit(self.value)

    def _on_slider_moved(self, position: int) -> None:
        self._show_on_number(position * self._step)
        if not self._slider.held:
            self._tell()

    def _on_number_changed(self, value: float) -> None:
        self._show_on_slider(value)
        if not self._number.held:
            self._tell()

    def _on_reset(self) -> None:
        self._show_on_number(self._default)
        self._show_on_slider(self._default)
        self._tell()


class _Slider(QSlider):
    """Knows while a mouse button or a key is held; that is one gesture."""

    let_go = Signal()
    reset = Signal()

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.held = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.held = True
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._let_go()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.reset.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _RESET_KEYS:
            self.reset.emit()
            return
        self.held = True
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if not event.isAutoRepeat():
            self._let_go()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._let_go()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _let_go(self) -> None:
        self.held = False
        self.let_go.emit()


class _Number(QDoubleSpinBox):
    """The same for a number; what is typed counts when it is complete."""

    let_go = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setKeyboardTracking(False)
        self.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.held = False

    def sizeHint(self) -> QSize:
        """As wide as its sisters, so that sliders below each other are of one length."""
        room = self.fontMetrics().horizontalAdvance(_WIDEST)
        return QSize(room + 2 * self.fontMetrics().height(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.held = True
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if not event.isAutoRepeat():
            self._let_go()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._let_go()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _let_go(self) -> None:
        self.held = False
        self.let_go.emit()
