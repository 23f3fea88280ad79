"""A small label beside the mouse: which channel, which value, when."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLabel, QWidget

_GAP = 12


class HoverReadout(QLabel):
    """Lies over the rows and lets the mouse through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Value under the mouse"))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self.setMargin(2)
        self.hide()

    def tell(self, text: str, place: QPoint, bounds: QRect) -> None:
        """Show ``text`` beside a place in the parent, inside ``bounds``."""
        if text != self.text():
            self.setText(text)
            self.adjustSize()
        x, y = place.x() + _GAP, place.y() - self.height() - _GAP // 2
        if x + self.width() > bounds.right():
            x = place.x() - _GAP - self.width()
        self.move(max(x, bounds.left()), max(y, bounds.top()))
        self.show()
        self.raise_()
