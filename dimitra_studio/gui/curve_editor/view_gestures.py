"""Gestures that move the view or the playhead, and change nothing else."""

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF

from dimitra_studio.gui.curve_editor.gestures import Gesture, Modifiers
from dimitra_studio.gui.curve_editor.viewport import Viewport

_DOUBLINGS = 3.0  # of the magnification, by a drag along the whole value axis


class Pan(Gesture):
    """Drags the paper."""

    def __init__(self, viewport: Viewport, start: QPointF) -> None:
        self._viewport, self._last = viewport, start

    def move(self, place: QPointF, _modifiers: Modifiers) -> None:
        way = place - self._last
        self._last = place
        span = self._viewport.end - self._viewport.start
        self._viewport.pan(-way.x() / max(self._viewport.plot.width(), 1.0) * span)
        self._viewport.pan_values(way.y())


class ZoomValues(Gesture):
    """Drags on the value axis: up magnifies around where it began."""

    def __init__(self, viewport: Viewport, start: QPointF) -> None:
        self._viewport, self._start, self._last = viewport, start, start

    def move(self, place: QPointF, _modifiers: Modifiers) -> None:
        share = (self._last.y() - place.y()) / max(self._viewport.plot.height(), 1.0)
        self._last = place
        self._viewport.zoom_values(math.exp2(_DOUBLINGS * share), self._start.y())


class Scrub(Gesture):
    """Takes the playhead along."""

    def __init__(self, viewport: Viewport, start: QPointF, tell: Callable[[float], None]) -> None:
        self._viewport, self._tell = viewport, tell
        self.move(start, Modifiers.NoModifier)

    def move(self, place: QPointF, _modifiers: Modifiers) -> None:
        time = self._viewport.time(place.x())
        self._tell(min(max(time, 0.0), self._viewport.duration))
