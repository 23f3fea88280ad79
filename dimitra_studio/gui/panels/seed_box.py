"""A box for a seed, which is larger than Qt's own number boxes can hold."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QWidget

from dimitra_studio.core.take import MOST_SEED


class SeedBox(QAbstractSpinBox):
    """Whole numbers from 0 to ``MOST_SEED``."""

    value_changed = Signal(object)  # int; a Signal(int) is cut to 32 bits

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = 0
        self.editingFinished.connect(self._on_editing_finished)
        self.set_value(0)

    @property
    def value(self) -> int:
        """What is shown, typed digits included."""
        text = self.lineEdit().text()
        return min(int(text), MOST_SEED) if text.isdecimal() else self._value

    def set_value(self, value: int) -> None:
        """Show a seed without telling."""
        self._value = value
        with QSignalBlocker(self):
            self.lineEdit().setText(str(value))

    def stepBy(self, steps: int) -> None:
        self._settle(min(max(self.value + steps, 0), MOST_SEED))

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        flags = QAbstractSpinBox.StepEnabledFlag.StepNone
        if self.value > 0:
            flags |= QAbstractSpinBox.StepEnabledFlag.StepDownEnabled
        if self.value < MOST_SEED:
            flags |= QAbstractSpinBox.StepEnabledFlag.StepUpEnabled
        return flags

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        if not text:
            return QValidator.State.Intermediate, text, position
        fits = text.isascii() and text.isdecimal() and int(text) <= MOST_SEED
        state = QValidator.State.Acceptable if fits else QValidator.State.Invalid
        return state, text, position

    def fixup(self, text: str) -> str:
        return text or str(self._value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # it scrolls the panel

    def _settle(self, value: int) -> None:
        if value != self._value:
            self.set_value(value)
            self.value_changed.emit(value)

    def _on_editing_finished(self) -> None:
        self._settle(self.value)
        self.set_value(self._value)
