"""The waveform of the recording."""

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from dimitra_studio.gui import theme
from dimitra_studio.gui.timeline.paint_area import PaintArea
from dimitra_studio.gui.timeline.strip_tiles import WIDTH, StripTiles, premultiplied
from dimitra_studio.pipeline.sound_data import Envelope

_FILL = 0.95  # of the height that the loudest sample reaches
_LARGEST_GAIN = 10.0  # a quiet recording is enlarged, silence stays flat
_PEAK_OPACITY = np.float32(0.45)  # of the peaks; the body is drawn at full strength
_STEPS = 256
_ROUNDING = 1e-6  # of a column: less is no part of it


class WaveformItem(pg.GraphicsObject):  # type: ignore[misc]
    """Peaks as a light band, loudness as its bright body, cut-off samples marked.

    The loudest sample fills the row; x is seconds, y 0 to 1.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._envelope: Envelope | None = None
        self._gain = 1.0
        self._tiles = StripTiles(self._render)
        self._shades: tuple[NDArray[np.uint32], NDArray[np.uint32]]
        theme.notifier().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_data(self, envelope: Envelope | None) -> None:
        """Show a recording; nothing with None."""
        self.prepareGeometryChange()
        self._envelope = envelope
        if envelope is not None:
            peak = float(np.abs(envelope.levels[-1]).max())
            self._gain = min(_LARGEST_GAIN, _FILL / max(peak, 1e-6))
        self._tiles.clear()
        self.informViewBoundsChanged()
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self._envelope.duration if self._envelope else 0, 1)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        envelope = self._envelope
        if envelope is None:
            return
        area = PaintArea.open(painter, option, self.viewRect())
        if area is None:
            return
        self._tiles.draw(painter, area, envelope.duration)

    @Slot()
    def _on_theme_changed(self) -> None:
        colours = theme.colours()
        steps = np.linspace(0, 1, _STEPS)
        self._shades = (premultiplied(colours.waveform, steps), premultiplied(colours.error, steps))
        self._tiles.clear()
        self.update()

    def _render(self, start: float, end: float, rows: int) -> NDArray[np.uint32]:
        envelope = self._envelope
        if envelope is None:
            return np.zeros((rows, WIDTH), np.uint32)
        low, high = _extremes(envelope, start, end)
        cover = _cover(low * self._gain, high * self._gain, rows, thinnest=1.0)
        if (end - start) * envelope.sample_rate > WIDTH:  # else it is the line of the samples
            body = envelope.loudness_between(start, end, WIDTH) * self._gain
            bodies = np.minimum(_cover(-body, body, rows, thinnest=0.0), cover)
            cover = bodies + (cover - bodies) * _PEAK_OPACITY
        beyond = (np.arange(WIDTH) + 0.5) / WIDTH * (end - start) + start >= envelope.duration
        cover[:, beyond] = 0
        shades = np.round(cover * (_STEPS - 1)).astype(np.uint8)
        pixels = self._shades[0][shades]
        clipped = _clipped(envelope, start, end)
        pixels[:, clipped] = self._shades[1][shades[:, clipped]]
        return pixels


def _extremes(
    envelope: Envelope, start: float, end: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """``(WIDTH,)`` lowest and highest value of the line through the samples in each column."""
    rate = envelope.sample_rate
    if (end - start) / WIDTH * rate >= 1:
        columns = envelope.between(start, end, WIDTH).astype(np.float64)
        low, high = columns[:, 0], columns[:, 1]
        # columns meet, or steep lines would break up
        high[:-1] = np.maximum(high[:-1], low[1:])
        low[:-1] = np.minimum(low[:-1], high[1:])
        return low, high
    borders = np.linspace(start, end, WIDTH + 1) * rate - 0.5  # a sample stands in its middle
    first = max(0, int(borders[0]) - 1)
    samples = envelope.samples[first : int(borders[-1]) + 3]
    line = np.interp(borders, first + np.arange(len(samples)), samples)
    return np.minimum(line[:-1], line[1:]), np.maximum(line[:-1], line[1:])


def _cover(
    low: NDArray[np.floating], high: NDArray[np.floating], rows: int, *, thinnest: float
) -> NDArray[np.float32]:
    """``(rows, W)`` how much of each pixel lies between two lines, which run from -1 to 1."""
    middle = ((low + high) / 2).astype(np.float32)
    half = np.maximum((high - low) / 2, thinnest / rows).astype(np.float32)
    top, bottom = (1 - middle - half) * (rows / 2), (1 - middle + half) * (rows / 2)
    edges = np.arange(rows, dtype=np.float32)[:, None]
    cover = np.minimum(bottom, edges + 1) - np.maximum(top, edges)
    return np.clip(cover, 0, 1, out=cover)


def _clipped(envelope: Envelope, start: float, end: float) -> NDArray[np.bool_]:
    """``(WIDTH,)`` whether a column shows a part of a cut-off sample."""
    rate, samples = envelope.sample_rate, envelope.clipped
    first, last = np.searchsorted(samples, [start * rate - 1, end * rate])
    borders = np.stack([samples[first:last], samples[first:last] + 1]) / rate
    columns = (borders - start) / (end - start) * WIDTH
    columns += [[_ROUNDING], [-_ROUNDING]]
    inside = np.clip([np.floor(columns[0]), np.ceil(columns[1])], 0, WIDTH).astype(np.int64)
    changes = np.bincount(inside[0], minlength=WIDTH + 1)
    return np.cumsum(changes - np.bincount(inside[1], minlength=WIDTH + 1))[:WIDTH] > 0
