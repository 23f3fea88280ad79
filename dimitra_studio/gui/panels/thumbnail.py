"""A small picture with round corners."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from dimitra_studio.gui import theme

Picture = NDArray[np.uint8]
"""``(H, W, 3)`` sRGB."""

_LINES = 5  # as high as so many lines of text


def to_image(picture: Picture) -> QImage:
    """A picture of numpy as one of Qt, with pixels of its own."""
    rows = np.ascontiguousarray(picture)
    height, width = rows.shape[:2]
    image = QImage(rows.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    return image.copy()  # Qt's picture must not outlive numpy's memory


def from_image(image: QImage) -> Picture:
    """A picture of Qt as one of numpy."""
    rows = image.convertToFormat(QImage.Format.Format_RGB888)
    height, width, stride = rows.height(), rows.width(), rows.bytesPerLine()
    data = np.frombuffer(rows.constBits(), np.uint8).reshape(height, stride)
    return data[:, : 3 * width].reshape(height, width, 3).copy()


class Thumbnail(QWidget):
    """Fills its square with the middle of a picture; draws an icon while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._scaled: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_picture(self, picture: Picture | None) -> None:
        """Show another picture, or none."""
        self._image = None if picture is None else to_image(picture)
        self._scaled = None
        self.update()

    def sizeHint(self) -> QSize:
        side = _LINES * self.fontMetrics().lineSpacing()
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect())
        corner = frame.width() / 12
        path = QPainterPath()
        path.addRoundedRect(frame, corner, corner)
        painter.fillPath(path, theme.colours().base)
        if self._image is None:
            inner = frame.adjusted(*(side * frame.width() / 4 for side in (1, 1, -1, -1)))
            theme.icon("portrait").paint(painter, inner.toRect())
            return
        painter.setClipPath(path)
        pixmap = self._fitted(self._image)
        place = QRectF(pixmap.rect())
        place.setSize(pixmap.deviceIndependentSize())
        place.moveCenter(frame.center())
        painter.drawPixmap(place.topLeft(), pixmap)

    def _fitted(self, image: QImage) -> QPixmap:
        """The picture at the size and the pixel density of the screen."""
        ratio = self.devicePixelRatioF()
        side = round(self.width() * ratio)
        if self._scaled is None or min(self._scaled.width(), self._scaled.height()) != side:
            scaled = image.scaled(
                QSize(side, side),
                Qt.AspectRatioMode.KeepAspectRatioByExpanding,
                Qt.TransformationMode.SmoothTransformation,
            )
            self._scaled = QPixmap.fromImage(scaled)
            self._scaled.setDevicePixelRatio(ratio)
        return self._scaled
