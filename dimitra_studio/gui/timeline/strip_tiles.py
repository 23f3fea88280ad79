"""Pictures along the time, kept so that panning draws nothing anew."""

from collections import OrderedDict
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from dimitra_studio.gui.timeline.paint_area import PaintArea

WIDTH = 256
"""Columns of a tile: device pixels."""

_KEPT = 96  # tiles: two zoom levels of a row on a wide screen, some 20 MB at most
_SAME_SCALE = 1e-9  # relative; panning must not make a new zoom level out of rounding

Render = Callable[[float, float, int], NDArray[np.uint32]]
"""Start and end in seconds and rows -> ``(rows, WIDTH)`` premultiplied ARGB."""


class StripTiles:
    """Draws a row from tiles of fixed width, each made once for a zoom level and height.

    Args:
        render: makes the pixels of a tile.
    """

    def __init__(self, render: Render) -> None:
        self._render = render
        self._scale = 0.0  # seconds per column
        self._tiles: OrderedDict[tuple[float, int, int], QImage] = OrderedDict()

    def clear(self) -> None:
        """Forget all tiles, since what they show has changed."""
        self._tiles.clear()

    def draw(self, painter: QPainter, area: PaintArea, duration: float) -> None:
        """Draw the visible tiles from 0 to ``duration`` seconds."""
        scale = 1 / (area.scale * area.ratio)
        if abs(scale - self._scale) > _SAME_SCALE * scale:
            self._scale = scale
        top = round(area.top * area.ratio)
        rows = max(1, round(area.bottom * area.ratio) - top)
        seconds = WIDTH * self._scale
        first = int(max(0.0, area.start) // seconds)
        last = int(min(area.end, duration) // seconds)
        origin = round(area.origin * area.ratio)
        for index in range(first, last + 1):
            place = QPointF((origin + index * WIDTH) / area.ratio, top / area.ratio)
            painter.drawImage(place, self._tile(index, rows, area.ratio))

    def _tile(self, index: int, rows: int, ratio: float) -> QImage:
        key = (self._scale, index, rows)
        image = self._tiles.get(key)
        if image is None:
            seconds = WIDTH * self._scale
            image = to_image(self._render(index * seconds, (index + 1) * seconds, rows))
            self._tiles[key] = image
            while len(self._tiles) > _KEPT:
                self._tiles.popitem(last=False)
        else:
            self._tiles.move_to_end(key)
        image.setDevicePixelRatio(ratio)
        return image


def to_image(pixels: NDArray[np.uint32]) -> QImage:
    """A picture of its own from ``(H, W)`` premultiplied ARGB."""
    height, width = pixels.shape
    data = np.ascontiguousarray(pixels)
    premultiplied = QImage.Format.Format_ARGB32_Premultiplied
    return QImage(data.data, width, height, 4 * width, premultiplied).copy()


def premultiplied(colour: QColor, opacity: NDArray[np.floating]) -> NDArray[np.uint32]:
    """``(...)`` pixels of one colour at each opacity, 0 to 1."""
    alpha = np.asarray(opacity) * colour.alphaF()
    return _pack(alpha * 255, alpha * colour.red(), alpha * colour.green(), alpha * colour.blue())


def gradient(stops: list[QColor], n_colours: int = 256) -> NDArray[np.uint32]:
    """``(n_colours,)`` opaque pixels evenly from the first to the last of the colours."""
    table = np.array([(255, c.red(), c.green(), c.blue()) for c in stops], dtype=np.float64)
    places = np.linspace(0, len(stops) - 1, n_colours)
    return _pack(*(np.interp(places, np.arange(len(stops)), channel) for channel in table.T))


def _pack(*channels: NDArray[np.floating]) -> NDArray[np.uint32]:
    alpha, red, green, blue = (np.round(channel).astype(np.uint32) for channel in channels)
    return np.asarray(alpha << 24 | red << 16 | green << 8 | blue, dtype=np.uint32)
