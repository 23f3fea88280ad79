"""A small box over the graph that tries an amount out before it is kept."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from dimitra_studio.gui.curve_editor.adjustments import Adjustment, Amounts

_STEPS = 300  # of the slider
_SLIDER_LINES = 10  # its width, in heights of a line
_MOST_EASE = 25  # frames
_EASE = 3


class AdjustPopover(QFrame):
    """Slider and number for one adjustment; Enter keeps it, Escape does not."""

    amounts_changed = Signal(object)  # Amounts, while they are tried out
    accepted = Signal()
    rejected = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Button)  # raised above the graph
        self._adjustment: Adjustment | None = None
        self._title, self._note = QLabel(), QLabel()
        self._title.setObjectName("adjust_title")
        self._note.setObjectName("adjust_note")
        self._note.setWordWrap(True)
        self._label = QLabel()
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setObjectName("adjust_slider")
        self._slider.setRange(0, _STEPS)
        self._slider.setMinimumWidth(_SLIDER_LINES * self.fontMetrics().height())
        self._amount = QDoubleSpinBox()
        self._amount.setObjectName("adjust_amount")
        self._label.setBuddy(self._amount)
        self._about, self._ease = QComboBox(), QSpinBox()
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Apply | QDialogButtonBox.StandardButton.Cancel
        )
        self._form = QFormLayout()
        self._lay_out()
        self._slider.valueChanged.connect(self._on_slider_moved)
        self._amount.valueChanged.connect(self._on_amount_changed)
        self._about.currentIndexChanged.connect(self._tell)
        self._ease.valueChanged.connect(self._tell)
        apply = self._buttons.button(QDialogButtonBox.StandardButton.Apply)
        apply.clicked.connect(self.accepted)
        apply.setDefault(True)
        self._buttons.rejected.connect(self.rejected)
        self.hide()

    def adjustment(self) -> Adjustment | None:
        """What is being tried out; None while the box is closed."""
        return self._adjustment

    def open_for(self, adjustment: Adjustment) -> None:
        """Show the box for an adjustment, at the amount that it starts with."""
        self._adjustment = adjustment
        self._title.setText(adjustment.title)
        self._label.setText(adjustment.label)
        for control in (self._slider, self._amount):
            control.setAccessibleName(f"{adjustment.title}: {adjustment.label}")
            control.setToolTip(adjustment.help)
        with QSignalBlocker(self._amount):
            self._amount.setDecimals(adjustment.decimals)
            self._amount.setRange(adjustment.lowest, adjustment.highest)
            self._amount.setSingleStep(10.0**-adjustment.decimals)
            self._amount.setSuffix(adjustment.suffix)
            self._amount.setValue(adjustment.start)
        self._place_slider(adjustment.start)
        self._form.setRowVisible(self._about, adjustment.has_about)
        self._form.setRowVisible(self._ease, adjustment.has_ease)
        self.adjustSize()
        self.show()
        self.raise_()
        self._amount.setFocus(Qt.FocusReason.PopupFocusReason)
        self._amount.selectAll()
        self._tell()

    def close_box(self) -> None:
        """Hide the box and forget what it was for."""
        self._adjustment = None
        self.hide()

    def set_note(self, text: str) -> None:
        """Say what the amount comes to."""
        self._note.setText(text)

    def amounts(self) -> Amounts:
        """What is set."""
        assert self._adjustment is not None
        return Amounts(
            self._amount.value(),
            self._ease.value() if self._adjustment.has_ease else 0,
            self._adjustment.has_about and self._about.currentIndex() == 1,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.rejected.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._amount.interpretText()
            self.accepted.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._about.addItems([self.tr("Zero"), self.tr("The mean of the range")])
        self._about.setObjectName("adjust_about")
        self._about.setToolTip(self.tr("The value that stays where it is"))
        self._ease.setObjectName("adjust_ease")
        self._ease.setRange(0, _MOST_EASE)
        self._ease.setValue(_EASE)
        self._ease.setSuffix(self.tr(" frames"))
        self._ease.setToolTip(self.tr("How slowly the change comes in at the ends of the range"))
        row = QHBoxLayout()
        row.addWidget(self._slider, 1)
        row.addWidget(self._amount)
        self._form.addRow(self._label, row)
        self._form.addRow(self.tr("About"), self._about)
        self._form.addRow(self.tr("Ease"), self._ease)
        layout = QVBoxLayout(self)
        layout.addWidget(self._title)
        layout.addLayout(self._form)
        layout.addWidget(self._note)
        layout.addWidget(self._buttons)

    def _on_slider_moved(self, position: int) -> None:
        if self._adjustment is not None:
            low, high = self._adjustment.lowest, self._adjustment.highest
            with QSignalBlocker(self._amount):
                self._amount.setValue(low + position / _STEPS * (high - low))
            self._tell()

    def _on_amount_changed(self, amount: float) -> None:
        self._place_slider(amount)
        self._tell()

    def _place_slider(self, amount: float) -> None:
        if self._adjustment is not None:
            low, high = self._adjustment.lowest, self._adjustment.highest
            with QSignalBlocker(self._slider):
                self._slider.setValue(round((amount - low) / (high - low) * _STEPS))

    def _tell(self) -> None:
        if self._adjustment is not None:
            self.amounts_changed.emit(self.amounts())
