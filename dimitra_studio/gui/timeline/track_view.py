"""One row of the timeline on the screen; its picture is kept until its content changes."""

import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsItem, QWidget

from dimitra_studio.gui import theme
from dimitra_studio.gui.timeline.track_box import TrackBox


class TrackView(pg.GraphicsView):  # type: ignore[misc]  # pyqtgraph has no types
    """Shows the items of a ``TrackBox`` from a picture.

    What lies over the row, such as the playhead, makes Qt paint a part of it again; that part comes
    from the picture, and no item is asked to paint.
    """

    wheeled = Signal(object)  # QWheelEvent

    def __init__(self, box: TrackBox, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        self.box = box
        self._picture = QImage()
        self._stale = True
        self.setCentralItem(box)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys belong to the timeline
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.scene().changed.connect(self.invalidate)

    def add(self, item: QGraphicsItem) -> None:
        """Put an item into the row's coordinates."""
        self.box.addItem(item, ignoreBounds=True)

    def show_range(self, start: float, end: float) -> None:
        """Show these seconds."""
        self.box.setXRange(start, end, padding=0)
        self.invalidate()

    def invalidate(self) -> None:
        """Draw the items anew at the next paint."""
        self._stale = True
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(1, 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        self._stale = True

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.wheeled.emit(event)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.viewport().devicePixelRatioF()
        if self._stale or self._picture.devicePixelRatio() != ratio:
            self._draw(ratio)
        painter = QPainter(self.viewport())
        target = event.rect()
        source = QRectF(target.x() * ratio, target.y() * ratio,
                        target.width() * ratio, target.height() * ratio)  # fmt: skip
        painter.drawImage(QRectF(target), self._picture, source)
        painter.end()

    def _draw(self, ratio: float) -> None:
        # what moves the items is done, and what they announced is told, before they are drawn:
        # told later, it would have them drawn twice
        self.scene().prepareForPaint()
        QCoreApplication.sendPostedEvents(self.scene(), QEvent.Type.MetaCall)
        size = self.viewport().size()
        pixels = QSize(round(size.width() * ratio), round(size.height() * ratio))
        if self._picture.size() != pixels:
            self._picture = QImage(pixels, QImage.Format.Format_RGB32)
        self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(theme.colours().base)
        self._stale = False
        painter = QPainter(self._picture)
        whole = self.viewport().rect()
        self.render(painter, QRectF(whole), whole)
        painter.end()
