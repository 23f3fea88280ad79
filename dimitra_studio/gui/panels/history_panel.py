"""What was done so far; a click goes back to any step."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QUndoView, QVBoxLayout, QWidget

from dimitra_studio.gui import theme


class HistoryPanel(QWidget):
    """Qt's own list of an undo stack, with names for screen readers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = QUndoView()
        self._view.setAccessibleName(self.tr("History"))
        self._view.setToolTip(self.tr("Choose a step to go back to it, or forward again"))
        self._view.setEmptyLabel(self.tr("As opened"))
        self._view.setCleanIcon(theme.icon("save"))
        side = self._view.fontMetrics().height()
        self._view.setIconSize(QSize(side, side))
        self.setFocusProxy(self._view)
        layout = QVBoxLayout(self)
        layout.addWidget(self._view)

    def set_stack(self, stack: QUndoStack) -> None:
        """Show the steps of another stack."""
        self._view.setStack(stack)
