"""Pictures of columns that were drawn before: panning blits them and draws only what is new."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

Draw = Callable[[int, int, float], list[NDArray[np.uint32]]]
"""Draws columns: index of the first, their number, seconds per column; layers come back."""

_STEP = 128  # columns drawn ahead when the view moves
_MAX_COLUMNS = 8192  # of a zoom level
_MAX_STRIPS = 4  # zoom levels kept, so that going back and forth costs nothing


@dataclass
class _Tile:
    """Columns side by side; the images look into the arrays."""

    start: int
    end: int
    layers: list[NDArray[np.uint32]]
    images: list[QImage]


@dataclass
class _Strip:
    """Tiles of one zoom level, in order and without a gap."""

    start: int
    end: int
    tiles: list[_Tile] = field(default_factory=list)


class CurveTiles:
    """Pictures of the curves of a row, by zoom level and place.

    Args:
        draw: makes columns that are missing.
    """

    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self._strips: OrderedDict[float, _Strip] = OrderedDict()
        self.columns_drawn = 0

    def clear(self) -> None:
        """Forget every picture: the curves look different now."""
        self._strips.clear()

    def has(self, first: int, count: int, scale: float) -> bool:
        """Whether columns were drawn before."""
        strip = self._strips.get(scale)
        return strip is not None and strip.start <= first and first + count <= strip.end

    def paint(self, painter: QPainter, first: int, count: int, scale: float, width: float) -> None:
        """Paint columns.

        Args:
            painter: with its origin at the left edge of the first column.
            first: index of the first column.
            count: number of columns.
            scale: seconds per column.
            width: of a column, in the painter's pixels; the height follows the painter's scale.
        """
        for tile in self._cover(first, first + count, scale).tiles:
            if tile.start < first + count and tile.end > first:
                x = (tile.start - first) * width
                for image in tile.images:
                    ratio = painter.device().devicePixelRatioF()
                    size = QSizeF((tile.end - tile.start) * width, image.height() / ratio)
                    painter.drawImage(QRectF(QPointF(x, 0.0), size), image)

    def _cover(self, start: int, end: int, scale: float) -> _Strip:
        strip = self._strips.get(scale)
        if (
            strip is None
            or start > strip.end
            or end < strip.start
            or max(end, strip.end) - min(start, strip.start) > _MAX_COLUMNS
        ):
            strip = self._strips[scale] = _Strip(start, start)
        self._strips.move_to_end(scale)
        while len(self._strips) > _MAX_STRIPS:
            self._strips.popitem(last=False)
        if end > strip.end:
            # the first picture is drawn no wider than it is seen: zooming makes many of them
            new_end = -(-end // _STEP) * _STEP if strip.tiles else end
            strip.tiles.append(self._tile(strip.end, new_end, scale))
            strip.end = new_end
        if start < strip.start:
            new_start = start // _STEP * _STEP
            strip.tiles.insert(0, self._tile(new_start, strip.start, scale))
            strip.start = new_start
        return strip

    def _tile(self, start: int, end: int, scale: float) -> _Tile:
        self.columns_drawn += end - start
        layers = [np.ascontiguousarray(layer) for layer in self._draw(start, end - start, scale)]
        return _Tile(start, end, layers, [_to_image(layer) for layer in layers])


def _to_image(layer: NDArray[np.uint32]) -> QImage:
    height, width = layer.shape
    kind = QImage.Format.Format_ARGB32_Premultiplied
    return QImage(layer.data, width, height, 4 * width, kind)
