"""A number with a fraction."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QWidget


class AmountBox(QDoubleSpinBox):
    """Typed, or changed by its arrows; the wheel is left to the panel around it.

    Args:
        name: what a screen reader says.
        tooltip: what it does.
        lowest: that it takes.
        highest: that it takes.
        parent: Qt's.
    """

    def __init__(
        self, name: str, tooltip: str, lowest: float, highest: float, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setRange(lowest, highest)
        self.setSingleStep(0.05)
        self.setAccessibleName(name)
        self.setToolTip(tooltip)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
