"""A row of the timeline in a real window, and a hand for its mouse."""

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QGraphicsItem

from dimitra_studio.core.transcript import Phoneme, Transcript, Word

WIDTH, HEIGHT = 800, 40

TRANSCRIPT = Transcript(
    (
        Word("Hello", 1, 2, 1.0, "aligned", (Phoneme("HH", 1, 1.3), Phoneme("AH", 1.3, 2))),
        Word("maybe", 2, 3, 0.3, "aligned", (Phoneme("M", 2, 2.5), Phoneme("EY", 2.5, 3))),
        Word("there", 4, 4.5, 1.0, "estimated"),
        Word("long", 5, 7, 1.0, "aligned", (Phoneme("AO", 5, 7),)),
    ),
    8.0,
)


class Row(pg.GraphicsView):
    """Eight seconds over 800 pixels with one item; what no item takes is counted."""

    def __init__(self, item: QGraphicsItem) -> None:
        super().__init__(background="k")
        self.box = _Box()
        self.setCentralItem(self.box)
        self.box.addItem(item, ignoreBounds=True)
        self.resize(WIDTH, HEIGHT)
        self.show_range(0, 8)

    def show_range(self, start: float, end: float) -> None:
        self.box.setRange(xRange=(start, end), yRange=(0, 1), padding=0)

    def pixels(self) -> NDArray[np.uint8]:
        """``(H, W, 3)`` red, green, blue of what is painted."""
        image = QImage(self.size(), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.black)
        painter = QPainter(image)
        self.render(painter)
        painter.end()
        data = np.frombuffer(image.constBits(), np.uint8).reshape(HEIGHT, WIDTH, 4)
        return data[:, :, 2::-1].copy()

    def mouse(
        self,
        kind: QEvent.Type,
        time: float,
        *,
        held: Qt.MouseButton = Qt.MouseButton.LeftButton,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Send an event of the mouse at ``time`` seconds, in the middle of the row."""
        place = self.mapFromScene(self.box.mapViewToScene(QPointF(time, 0.5)))
        where = QPointF(place if isinstance(place, QPoint) else place.toPoint())
        moving = kind == QEvent.Type.MouseMove
        button = Qt.MouseButton.NoButton if moving else Qt.MouseButton.LeftButton
        buttons = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else held
        everywhere = QPointF(self.viewport().mapToGlobal(where))
        event = QMouseEvent(kind, where, everywhere, button, buttons, modifiers)
        QApplication.sendEvent(self.viewport(), event)

    def hover(self, time: float) -> None:
        self.mouse(QEvent.Type.MouseMove, time, held=Qt.MouseButton.NoButton)

    def press(
        self, time: float, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.hover(time)
        self.mouse(QEvent.Type.MouseButtonPress, time, modifiers=modifiers)

    def move(self, *times: float) -> None:
        for time in times:
            self.mouse(QEvent.Type.MouseMove, time)

    def release(self, time: float) -> None:
        self.mouse(QEvent.Type.MouseButtonRelease, time)

    def drag(
        self,
        *times: float,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        self.press(times[0], modifiers)
        self.move(*times[1:])
        self.release(times[-1])

    def double_click(self, time: float) -> None:
        self.press(time)
        self.release(time)
        self.mouse(QEvent.Type.MouseButtonDblClick, time)
        self.release(time)


class _Box(pg.ViewBox):
    def __init__(self) -> None:
        super().__init__(enableMenu=False)
        self.n_drags = 0
        self.n_clicks = 0

    def mouseDragEvent(self, event: object, _axis: int | None = None) -> None:
        event.accept()
        self.n_drags += 1

    def mouseClickEvent(self, event: object) -> None:
        event.accept()
        self.n_clicks += 1


def column(time: float) -> int:
    """Where a time lies while eight seconds are shown."""
    return round(time * WIDTH / 8)


def colours_at(row: Row, time: float) -> set[str]:
    """Names of the colours from top to bottom, while eight seconds are shown."""
    return {QColor(*map(int, pixel)).name() for pixel in row.pixels()[:, column(time)]}
