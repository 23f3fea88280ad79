"""The curves themselves, with their ghosts and keys."""

import numpy as np
from pyqtgraph.functions import arrayToQPolygonF
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from dimitra_studio.core.curve_editing import Curve
from dimitra_studio.gui import theme
from dimitra_studio.gui.curve_editor.polyline import reduced, visible_frames
from dimitra_studio.gui.curve_editor.shown_curves import ShownCurves
from dimitra_studio.gui.curve_editor.units import unit_of
from dimitra_studio.gui.curve_editor.viewport import Viewport
from dimitra_studio.gui.theme_colours import mixed
from dimitra_studio.gui.timeline.pens import channel_colours

_DENSE = 1.0  # frames a pixel; beyond, a curve is a band that needs neither width nor dashes
_ROOMY = 9.0  # pixels a frame; beyond, every frame is shown as a dot
_ACTIVE_WIDTH = 1.8
_DIM = 0.5  # of the colour in what the takes give, where it was edited
_OTHER = 0.6  # of the colour in curves that tools do not work on
_LINKED = 0.9
_MOST_KEYS = 0.25  # keys a pixel; beyond, they would be a wall


def channel_colour(shown: ShownCurves, channel: str) -> QColor:
    """The colour that a channel has on the timeline too."""
    assert shown.edited is not None
    rig = shown.edited.rig
    component = shown.component(channel)
    columns = rig.columns(component)
    shades = channel_colours(component, len(columns))
    return shades[columns.index(rig.column(channel))]


class CurvePainter:
    """Draws what is visible of all shown curves, the active one last."""

    def __init__(self, painter: QPainter, viewport: Viewport, shown: ShownCurves) -> None:
        self._painter, self._viewport, self._shown = painter, viewport, shown
        self._frames = visible_frames(shown.n_frames, shown.fps, viewport.start, viewport.end)
        seen = (viewport.end - viewport.start) * shown.fps
        self._per_pixel = seen / max(viewport.plot.width(), 1.0)

    def paint(self, key_size: float) -> None:
        """Draw curves and keys.

        Args:
            key_size: half the width of a key, in pixels.
        """
        shown = self._shown
        others = [name for name in shown.channels if name != shown.active]
        for name in others:
            if shown.linked:
                self._paint_ghosts(name)
            pen = theme.pen(shown.component(name), 1.0)
            edited = shown.linked and not shown.is_locked(name)
            share = _LINKED if edited else _OTHER  # opaque colours are drawn twice as fast
            pen.setColor(mixed(channel_colour(shown, name), theme.colours().base, share))
            self._paint_curve(name, shown.curve(name), pen)
        if shown.active:
            self._paint_ghosts(shown.active)
            pen = QPen(channel_colour(shown, shown.active))
            pen.setWidthF(_ACTIVE_WIDTH)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            self._paint_curve(shown.active, shown.curve(shown.active), pen)
            if 1 / max(self._per_pixel, 1e-9) > _ROOMY:
                self._paint_frames(shown.active)
        for name in (*others, shown.active):
            if name:
                self._paint_keys(name, key_size)

    def _paint_ghosts(self, name: str) -> None:
        """The take compared with, and what the takes give where that was edited."""
        shown = self._shown
        if shown.ghost is not None and name in shown.ghost.rig.channels:
            pen = QPen(theme.colours().ghost)
            pen.setStyle(Qt.PenStyle.DashLine)
            curve = shown.ghost.channel(name)
            self._paint_curve(name, curve[: shown.n_frames], pen)
        if shown.generated is not None and shown.differs(name).any():
            colour = channel_colour(shown, name)
            pen = QPen(mixed(colour, theme.colours().base, _DIM))
            self._paint_curve(name, shown.generated.channel(name), pen)

    def _paint_curve(self, name: str, curve: Curve, pen: QPen) -> None:
        viewport = self._viewport
        frames = slice(self._frames.start, min(self._frames.stop, len(curve)))
        if frames.start >= frames.stop:
            return
        dense = self._per_pixel > _DENSE
        if dense:
            pen.setWidthF(1.0)
            pen.setStyle(Qt.PenStyle.SolidLine)
        pen.setCosmetic(True)
        places, values = reduced(curve, frames, viewport.plot.width())
        x = viewport.xs((places + 0.5) / self._shown.fps)
        y = viewport.ys(values, unit_of(name))
        # Beyond the screen by more than a screen there is nothing to see, but much to rasterise.
        height = viewport.plot.height()
        y = np.clip(y, viewport.plot.top() - height, viewport.plot.bottom() + height)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, not dense)
        self._painter.setPen(pen)
        if pen.widthF() > 1:  # Qt takes thirty times as long to join wide lines as to draw them
            ends = zip(
                x[:-1].tolist(), y[:-1].tolist(), x[1:].tolist(), y[1:].tolist(), strict=True
            )
            self._painter.drawLines([QLineF(*line) for line in ends])
        else:
            self._painter.drawPolyline(arrayToQPolygonF(x, y))

    def _paint_frames(self, name: str) -> None:
        """Every frame as a dot, once they are far enough apart to be aimed at."""
        viewport, curve = self._viewport, self._shown.curve(name)
        pen = QPen(channel_colour(self._shown, name))
        pen.setWidthF(2 * _ACTIVE_WIDTH)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._painter.setPen(pen)
        places = np.arange(self._frames.start, self._frames.stop)
        x = viewport.xs((places + 0.5) / self._shown.fps)
        y = viewport.ys(curve[self._frames], unit_of(name))
        self._painter.drawPoints(arrayToQPolygonF(x, y))

    def _paint_keys(self, name: str, size: float) -> None:
        shown, viewport, colours = self._shown, self._viewport, theme.colours()
        visible = [key for key in shown.keys(name) if self._frames.start <= key < self._frames.stop]
        if len(visible) > _MOST_KEYS * viewport.plot.width():
            visible = [key for key in visible if key in shown.selected.get(name, ())]
        curve, chosen = shown.curve(name), shown.selected_keys().get(name, frozenset())
        usable = name in shown.targets()
        painter = self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = channel_colour(shown, name)
        for key in visible:
            place = viewport.point(key, float(curve[key]), shown.fps, unit_of(name))
            reach = size * (1.25 if key in chosen else 1.0 if usable else 0.7)
            painter.setPen(QPen(colours.text if key in chosen else colour, 1.4))
            painter.setBrush(colours.accent if key in chosen else colours.base)
            painter.drawPolygon(_diamond(place, reach))
        painter.setBrush(Qt.BrushStyle.NoBrush)


def _diamond(place: QPointF, reach: float) -> QPolygonF:
    x, y = place.x(), place.y()
    corners = ((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y))
    return QPolygonF([QPointF(*corner) for corner in corners])
