"""A widget that paints from a picture of itself."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget


class PictureWidget(QWidget):
    """Draws itself when its content changes, not when something moves over it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._picture = QImage()
        self._stale = True

    def draw(self, painter: QPainter) -> None:
        """Draw all of the content, in logical pixels."""
        raise NotImplementedError

    def invalidate(self) -> None:
        """Draw the content anew at the next paint."""
        self._stale = True
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stale = True

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._stale or self._picture.devicePixelRatio() != ratio:
            self._stale = False
            pixels = QSize(round(self.width() * ratio), round(self.height() * ratio))
            if self._picture.size() != pixels:
                self._picture = QImage(pixels, QImage.Format.Format_RGB32)
            self._picture.setDevicePixelRatio(ratio)
            painter = QPainter(self._picture)
            painter.setFont(self.font())
            self.draw(painter)
            painter.end()
        painter = QPainter(self)
        target = QRectF(event.rect())
        corner = target.topLeft() * ratio
        painter.drawImage(target, self._picture, QRectF(corner, target.size() * ratio))
        painter.end()
