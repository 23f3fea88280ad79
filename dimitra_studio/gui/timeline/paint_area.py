"""Where an item of the timeline is on the screen, in pixels."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem


@dataclass(frozen=True, slots=True)
class PaintArea:
    """The visible part of an item whose x is seconds and whose y runs from 0 up to 1.

    Items draw in pixels, so that text and lines keep their size at every zoom.

    Args:
        origin: where second 0 lies, in pixels.
        scale: pixels per second.
        left: of the part to draw.
        right: of the part to draw.
        top: of the row.
        height: of the row.
        ratio: device pixels in a pixel.
    """

    origin: float
    scale: float
    left: float
    right: float
    top: float
    height: float
    ratio: float

    @classmethod
    def open(
        cls, painter: QPainter, option: QStyleOptionGraphicsItem, view: QRectF | None
    ) -> "PaintArea | None":
        """Measure, and let the painter draw in pixels from now on; None if nothing is visible.

        Args:
            painter: in the item's coordinates.
            option: its exposed part needs the item's flag ``ItemUsesExtendedStyleOption``, and is
                still all of the item when a view is rendered into a picture.
            view: what the view box shows, in the item's coordinates; None without one.
        """
        device = painter.device()
        transform: QTransform = painter.worldTransform()
        row = transform.mapRect(QRectF(0, 0, 1, 1))
        exposed = option.exposedRect if view is None else option.exposedRect & view
        shown = transform.mapRect(exposed)
        if device is None or row.isEmpty() or shown.isEmpty():
            return None
        painter.resetTransform()
        return cls(
            origin=row.left(),
            scale=row.width(),
            left=shown.left() - 1,  # borders are drawn a pixel beside their time
            right=shown.right() + 1,
            top=row.top(),
            height=row.height(),
            ratio=device.devicePixelRatioF(),
        )

    @property
    def start(self) -> float:
        """Seconds at the left edge of the part to draw."""
        return (self.left - self.origin) / self.scale

    @property
    def end(self) -> float:
        """Seconds at the right edge of the part to draw."""
        return (self.right - self.origin) / self.scale

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def x(self, times: NDArray[np.float64]) -> NDArray[np.float64]:
        """Where times in seconds lie, on whole device pixels so that edges are sharp."""
        return np.asarray(np.round((self.origin + times * self.scale) * self.ratio) / self.ratio)
