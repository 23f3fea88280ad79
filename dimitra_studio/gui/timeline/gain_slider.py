"""A slider for the strength of a component."""

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

MOST = 200
"""Per cent."""

_PLAIN = 100


class GainSlider(QWidget):
    """0 to 200 %; told at the end of a drag. A double click goes back to 100 %.

    Args:
        name: of what is scaled, in the user's language.
    """

    gain_changed = Signal(float)  # 1 is 100 %

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, MOST)
        self._slider.setPageStep(10)
        self._slider.setTracking(False)  # a whole drag is one edit, so one undo step
        self._slider.setAccessibleName(self.tr("Strength of {name}").format(name=name))
        self._slider.setToolTip(
            self.tr("How strongly {name} is shown, without generating anew; double-click for "
                    "100 %").format(name=name)
        )  # fmt: skip
        self._slider.installEventFilter(self)
        self._readout = QLabel()
        self._readout.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._readout.setMinimumWidth(self.fontMetrics().horizontalAdvance("200 %"))
        self._label = QLabel()
        self._label.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._label)
        layout.addWidget(self._slider, 1)
        layout.addWidget(self._readout)
        self.setFocusProxy(self._slider)
        self._slider.sliderMoved.connect(self._show)
        self._slider.valueChanged.connect(self._on_value_changed)
        self.set_gain(1.0)

    def set_gain(self, gain: float) -> None:
        """Show a gain without telling it back."""
        with QSignalBlocker(self._slider):
            self._slider.setValue(round(gain * 100))
        self._show(round(gain * 100))

    def set_label(self, text: str) -> None:
        """Say in front of the slider what it is for, where its place does not."""
        self._label.setText(text)
        self._label.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self._slider.setValue(_PLAIN)
            return True
        if isinstance(event, QWheelEvent) and not self._slider.hasFocus():
            event.ignore()  # scrolling past it must not change the motion
            return True
        return super().eventFilter(watched, event)

    def _show(self, percent: int) -> None:
        self._readout.setText(self.tr("{percent} %").format(percent=percent))

    def _on_value_changed(self, percent: int) -> None:
        self._show(percent)
        self.gain_changed.emit(percent / 100)
