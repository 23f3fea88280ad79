"""Where times and values are on the screen, and which of them are seen."""

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

from dimitra_studio.gui.curve_editor.units import SHAPE, Unit

MIN_SPAN = 0.2
"""Seconds; as narrow as the timeline goes."""

_LEAST_VALUES = 1e-3  # of the value axis, on the screen
_MOST_VALUES = 1e4


class Viewport:
    """The visible time and, for each unit, the visible values.

    Curves of several units are laid over one another, each in its own range, as a head's turn in
    degrees and a jaw's opening would otherwise not be seen together.
    """

    def __init__(self) -> None:
        self.plot = QRectF(0, 0, 1, 1)
        self.start = 0.0
        self.end = 10.0
        self.duration = 10.0
        self._values: dict[Unit, tuple[float, float]] = {}

    def values(self, unit: Unit) -> tuple[float, float]:
        """Lowest and highest visible value, as shown on the screen."""
        return self._values.get(unit, (-0.05, 1.05) if unit == SHAPE else (-10.0, 10.0))

    def set_values(self, unit: Unit, low: float, high: float) -> None:
        """Show other values of one unit, as they are on the screen."""
        middle = (low + high) / 2
        half = min(max(high - low, _LEAST_VALUES), _MOST_VALUES) / 2
        self._values[unit] = (middle - half, middle + half)

    def x(self, time: float) -> float:
        """Where a time is."""
        share = (time - self.start) / (self.end - self.start)
        return self.plot.left() + share * self.plot.width()

    def time(self, x: float) -> float:
        """The time at a place."""
        share = (x - self.plot.left()) / max(self.plot.width(), 1.0)
        return self.start + share * (self.end - self.start)

    def xs(self, times: NDArray[np.float64]) -> NDArray[np.float64]:
        """Where times are."""
        share = (times - self.start) / (self.end - self.start)
        return self.plot.left() + share * self.plot.width()

    def y(self, value: float, unit: Unit) -> float:
        """Where a value of a curve is."""
        low, high = self.values(unit)
        return self.plot.bottom() - (value * unit.factor - low) / (high - low) * self.plot.height()

    def ys(self, values: NDArray, unit: Unit) -> NDArray[np.float64]:
        """Where values of a curve are."""
        low, high = self.values(unit)
        share = (values.astype(np.float64) * unit.factor - low) / (high - low)
        return self.plot.bottom() - share * self.plot.height()

    def value(self, y: float, unit: Unit) -> float:
        """The value of a curve at a place."""
        low, high = self.values(unit)
        share = (self.plot.bottom() - y) / max(self.plot.height(), 1.0)
        return (low + share * (high - low)) / unit.factor

    def point(self, frame: int, value: float, fps: float, unit: Unit) -> QPointF:
        """Where a frame of a curve is: a frame stands for its middle."""
        return QPointF(self.x((frame + 0.5) / fps), self.y(value, unit))

    def frame(self, x: float, fps: float) -> int:
        """The frame at a place, possibly outside the recording."""
        return math.floor(self.time(x) * fps)

    def show(self, start: float, end: float) -> bool:
        """Show another time, as far as it lies in the recording; whether that moved anything."""
        span = min(max(end - start, MIN_SPAN), max(self.duration, MIN_SPAN))
        start = min(max(start, 0.0), max(self.duration - span, 0.0))
        if (start, start + span) == (self.start, self.end):
            return False
        self.start, self.end = start, start + span
        return True

    def pan(self, seconds: float) -> bool:
        """Move along time."""
        return self.show(self.start + seconds, self.end + seconds)

    def zoom(self, factor: float, x: float) -> bool:
        """Magnify time around a place."""
        at = self.time(x)
        span = min(max((self.end - self.start) / factor, MIN_SPAN), max(self.duration, MIN_SPAN))
        start = at - (at - self.start) / (self.end - self.start) * span
        return self.show(start, start + span)

    def pan_values(self, pixels: float) -> None:
        """Move all value axes down the screen."""
        for unit in self._all_units():
            low, high = self.values(unit)
            shift = pixels / max(self.plot.height(), 1.0) * (high - low)
            self.set_values(unit, low + shift, high + shift)

    def zoom_values(self, factor: float, y: float) -> None:
        """Magnify all value axes around a place."""
        for unit in self._all_units():
            low, high = self.values(unit)
            at = self.value(y, unit) * unit.factor
            self.set_values(unit, at - (at - low) / factor, at + (high - at) / factor)

    def _all_units(self) -> tuple[Unit, ...]:
        return tuple({SHAPE: None, **dict.fromkeys(self._values)})


def tick_step(span: float, count: float) -> float:
    """The step of 1, 2 or 5 times a power of ten that gives at most about ``count`` ticks."""
    rough = span / max(count, 1.0)
    power = 10.0 ** math.floor(math.log10(rough))
    return next((power * step for step in (1, 2, 5) if power * step >= rough), power * 10)


def ticks(low: float, high: float, step: float) -> list[float]:
    """The multiples of a step within a range."""
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [index * step for index in range(first, last + 1)]
