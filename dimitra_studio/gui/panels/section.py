"""A part of a panel that can be folded away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget


class CollapsibleSection(QWidget):
    """A heading over a widget; the heading shows and hides it."""

    expanded_changed = Signal(bool)

    def __init__(self, title: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._heading = QToolButton()
        self._heading.setText(title)
        self._heading.setAutoRaise(True)
        self._heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._heading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._heading.setAccessibleName(title)
        self._expanded = True
        font = self._heading.font()
        font.setBold(True)
        self._heading.setFont(font)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._heading)
        layout.addWidget(content)

        self._heading.clicked.connect(self._on_heading_clicked)
        self.set_expanded(True)

    @property
    def expanded(self) -> bool:
        return self._expanded

    def set_expanded(self, on: bool) -> None:
        """Unfold or fold without telling."""
        self._expanded = on
        arrow = Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow
        self._heading.setArrowType(arrow)
        action = self.tr("Fold this section") if on else self.tr("Unfold this section")
        self._heading.setToolTip(action)
        self._heading.setAccessibleDescription(action)
        self._content.setVisible(on)

    def _on_heading_clicked(self) -> None:
        self.set_expanded(not self._expanded)
        self.expanded_changed.emit(self._expanded)
