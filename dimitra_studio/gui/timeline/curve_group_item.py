"""The curves of one component in a row of the timeline."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui import theme
from dimitra_studio.gui.timeline.channel_scale import Lanes
from dimitra_studio.gui.timeline.curve_picture import Columns, CurvePicture
from dimitra_studio.gui.timeline.curve_tiles import CurveTiles
from dimitra_studio.gui.timeline.pens import translucent
from dimitra_studio.gui.timeline.time_axis import TimeAxis

_DIM = 0.35  # opacity of a component that is locked, or not the one that is soloed
_TINT = 0.14  # opacity of the tint of a segment whose words have changed
_HATCH = 0.16
_LABEL_GROUND = 0.7
_COARSE = 2  # device pixels of a column while the zoom changes


class CurveGroupItem(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph has no types
    """All shown curves of a component, drawn from tiles.

    Args:
        axis: the visible time; the row calls for a paint when it moves.
    """

    def __init__(self, axis: TimeAxis) -> None:
        super().__init__()
        self._axis = axis
        self._picture: CurvePicture | None = None
        self._changed: tuple[Segment, ...] = ()
        self._locked = False
        self._muted = False
        self._moving = False
        self._size = (0, 0.0)  # height in device pixels, device pixels of a logical one
        self.tiles = CurveTiles(self._draw)
        self.n_paints = 0

    @property
    def picture(self) -> CurvePicture | None:
        return self._picture

    def set_picture(self, picture: CurvePicture | None) -> None:
        """Show other curves, or the same in another way."""
        self._picture = picture
        self.tiles.clear()
        self.update()

    def set_changed(self, segments: Sequence[Segment]) -> None:
        """Tint segments whose motion is out of date."""
        self._changed = tuple(segments)
        self.update()

    def set_locked(self, locked: bool) -> None:
        """Hatch a component that generation leaves alone."""
        self._locked = locked
        self.update()

    def set_muted(self, muted: bool) -> None:
        """Dim a component that does not move in the preview."""
        self._muted = muted
        self.update()

    def set_moving(self, *, moving: bool) -> None:
        """While the zoom changes, draw columns that were never drawn in half the detail."""
        if moving != self._moving:
            self._moving = moving
            self.update()

    def boundingRect(self) -> QRectF:
        box = self.getViewBox()
        return QRectF() if box is None else QRectF(box.viewRect())

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        self.n_paints += 1
        box = self.getViewBox()
        width, height = box.width(), box.height()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._paint_ground(painter, width, height)
        if self._picture is None:
            return
        ratio = painter.device().devicePixelRatioF()
        size = (round(height * ratio), ratio)
        if size != self._size:
            self._size = size
            self.tiles.clear()
        painter.setOpacity(_DIM if self._muted or self._locked else 1.0)
        self._paint_curves(painter, round(width * ratio), ratio)
        painter.setOpacity(1.0)
        self._paint_label(painter, self._picture.lanes)

    def _paint_curves(self, painter: QPainter, count: int, ratio: float) -> None:
        scale = self._axis.scale
        first = round(self._axis.start / scale)
        if not self._moving or self.tiles.has(first, count, scale):
            self.tiles.paint(painter, first, count, scale, 1 / ratio)
            return
        wide = first // _COARSE
        painter.save()
        painter.translate((wide * _COARSE - first) / ratio, 0.0)
        n_wide = count // _COARSE + 2
        self.tiles.paint(painter, wide, n_wide, scale * _COARSE, _COARSE / ratio)
        painter.restore()

    def _paint_ground(self, painter: QPainter, width: float, height: float) -> None:
        colours = theme.colours()
        for segment in self._changed:
            left = self._axis.x_of(segment.start, width)
            right = self._axis.x_of(segment.end, width)
            if right > 0 and left < width:
                tint = translucent(colours.word_changed, _TINT)
                painter.fillRect(QRectF(left, 0, right - left, height), tint)
        if self._picture is not None:
            for line in self._picture.lanes.lines:
                painter.fillRect(QRectF(0, round(height * (1 - line)), width, 1), colours.grid)
        if self._locked:
            hatch = QBrush(translucent(QColor(colours.dim_text), _HATCH))
            hatch.setStyle(Qt.BrushStyle.BDiagPattern)
            painter.fillRect(QRectF(0, 0, width, height), hatch)

    def _paint_label(self, painter: QPainter, lanes: Lanes) -> None:
        """What the height of the row stands for, on a ground that keeps curves from it."""
        colours = theme.colours()
        metrics = painter.fontMetrics()
        rect = metrics.boundingRect(lanes.label).adjusted(-3, 0, 3, 0)
        rect.moveTo(2, 2)
        painter.fillRect(rect, translucent(colours.base, _LABEL_GROUND))
        painter.setPen(colours.dim_text)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, lanes.label)

    def _draw(self, first: int, count: int, scale: float) -> list[NDArray[np.uint32]]:
        if self._picture is None:
            return []
        height, ratio = self._size
        return self._picture.layers(Columns(first, count, scale, height, ratio))
