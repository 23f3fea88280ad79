"""The spectrogram of the recording."""

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from dimitra_studio.gui import theme
from dimitra_studio.gui.theme_colours import mixed
from dimitra_studio.gui.timeline.paint_area import PaintArea
from dimitra_studio.gui.timeline.strip_tiles import WIDTH, StripTiles, gradient
from dimitra_studio.pipeline.sound_data import Spectrogram

_STEPS = 256
_CONTRAST = 1.5  # above 1 it darkens what lies between the formants


class SpectrogramItem(pg.GraphicsObject):  # type: ignore[misc]
    """How loud each pitch is: low voices at the bottom, hisses at the top.

    x is seconds, y 0 to 1.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._spectrogram: Spectrogram | None = None
        self._tiles = StripTiles(self._render)
        self._shades: NDArray[np.uint32]
        theme.notifier().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_data(self, spectrogram: Spectrogram | None) -> None:
        """Show a recording; nothing with None."""
        self.prepareGeometryChange()
        self._spectrogram = spectrogram
        self._tiles.clear()
        self.informViewBoundsChanged()
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self._spectrogram.duration if self._spectrogram else 0, 1)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        spectrogram = self._spectrogram
        if spectrogram is None:
            return
        area = PaintArea.open(painter, option, self.viewRect())
        if area is None:
            return
        self._tiles.draw(painter, area, spectrogram.duration)

    @Slot()
    def _on_theme_changed(self) -> None:
        colours = theme.colours()
        middle = mixed(colours.waveform, colours.base, 0.55)
        bright = mixed(colours.waveform, colours.text, 0.5)
        ramp = gradient([colours.base, middle, bright, colours.text], _STEPS)
        curve = (np.arange(_STEPS) / (_STEPS - 1)) ** _CONTRAST
        self._shades = ramp[np.round(curve * (_STEPS - 1)).astype(np.int64)]
        self._tiles.clear()
        self.update()

    def _render(self, start: float, end: float, rows: int) -> NDArray[np.uint32]:
        if self._spectrogram is None:
            return np.zeros((rows, WIDTH), np.uint32)
        bands = self._spectrogram.between(start, end, WIDTH).T[::-1]  # high pitches on top
        places = np.clip((np.arange(rows) + 0.5) / rows * len(bands) - 0.5, 0, len(bands) - 1)
        above = places.astype(np.int64)
        below = np.minimum(above + 1, len(bands) - 1)
        share = np.round((places - above) * 256).astype(np.uint16)[:, None]
        pixels = self._shades[(bands[above] * (256 - share) + bands[below] * share) >> 8]
        times = (np.arange(WIDTH) + 0.5) / WIDTH * (end - start) + start
        pixels[:, times >= self._spectrogram.duration] = 0
        return pixels
