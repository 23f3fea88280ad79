"""What lies under the curves: axes, grid, and bands for ranges of time."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from dimitra_studio.gui import theme
from dimitra_studio.gui.curve_editor.shown_curves import ShownCurves
from dimitra_studio.gui.curve_editor.units import unit_of
from dimitra_studio.gui.curve_editor.viewport import Viewport, tick_step, ticks
from dimitra_studio.gui.decimals import decimal

_TICK_WIDTHS = 1.6  # widths of its label from one tick of time to the next, at least
_TICK_HEIGHTS = 2.6  # heights of its label from one tick of value to the next, at least
_FAINT = 0.35
_BAND = 0.16
_STRIP = 0.22  # height of the strips that tell edited and pinned frames, in heights of a line


def translucent(colour: QColor, alpha: float) -> QColor:
    """The colour at another opacity, 0 to 1."""
    faint = QColor(colour)
    faint.setAlphaF(alpha)
    return faint


def value_step(viewport: Viewport, channel: str, line_height: float) -> float:
    """From one tick of the value axis to the next, as shown on the screen."""
    low, high = viewport.values(unit_of(channel))
    return tick_step(high - low, viewport.plot.height() / (_TICK_HEIGHTS * line_height))


def time_step(viewport: Viewport, metrics: QFontMetricsF, fps: float) -> float:
    """Seconds from one label of the time axis to the next; a frame at least."""
    room = viewport.plot.width() / (_TICK_WIDTHS * metrics.horizontalAdvance("0:00.00"))
    return max(tick_step(viewport.end - viewport.start, room), 1 / fps)


def paint_grid(
    painter: QPainter, viewport: Viewport, shown: ShownCurves, metrics: QFontMetricsF
) -> None:
    """Lines and labels of both axes."""
    colours, plot = theme.colours(), viewport.plot
    step = time_step(viewport, metrics, shown.fps)
    lines, labels = QPen(colours.grid), QPen(colours.dim_text)
    for time in ticks(viewport.start, viewport.end, step):
        x = round(viewport.x(time)) + 0.5
        painter.setPen(lines)
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        text = time_text(time, step)
        width = metrics.horizontalAdvance(text)
        if x + width / 2 < plot.right():
            painter.setPen(labels)
            box = QRectF(x - width, 0, 2 * width, plot.top())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    if shown.active:
        _paint_values(painter, viewport, shown, metrics)


def _paint_values(
    painter: QPainter, viewport: Viewport, shown: ShownCurves, metrics: QFontMetricsF
) -> None:
    colours, plot, unit = theme.colours(), viewport.plot, unit_of(shown.active)
    low, high = viewport.values(unit)
    step = value_step(viewport, shown.active, metrics.height())
    decimals = max(0, -int(np.floor(np.log10(step) + 1e-9)))
    for value in ticks(low, high, step):
        y = round(viewport.y(value / unit.factor, unit)) + 0.5
        is_zero = abs(value) < step / 2
        painter.setPen(translucent(colours.dim_text, _FAINT) if is_zero else colours.grid)
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        if plot.top() + metrics.height() / 2 < y < plot.bottom() - metrics.height() / 2:
            painter.setPen(colours.dim_text)
            box = QRectF(0, y - metrics.height(), plot.left() - metrics.averageCharWidth(), 0)
            box.setHeight(2 * metrics.height())
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            text = f"{decimal(0.0 if is_zero else value, decimals)}{unit.suffix.strip()}"
            painter.drawText(box, flags, text)


def paint_bands(
    painter: QPainter, viewport: Viewport, shown: ShownCurves, metrics: QFontMetricsF
) -> None:
    """The selected range, pinned and edited frames, and what lies outside the recording."""
    colours, plot = theme.colours(), viewport.plot
    if shown.selection:
        left, right = viewport.x(shown.selection.start), viewport.x(shown.selection.end)
        band = QRectF(left, plot.top(), right - left, plot.height())
        painter.fillRect(band & plot, colours.selection)
        painter.setPen(translucent(colours.accent, 0.8))
        for x in (left, right):
            if plot.left() <= x <= plot.right():
                painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
    if shown.edited is None or not shown.active:
        return
    _paint_limits(painter, viewport, shown)
    strip = max(2.0, _STRIP * metrics.height())
    pinned = shown.pinned.get(shown.component(shown.active), ())
    for left, right in spans(np.array(pinned, np.int64), viewport, shown.fps):
        band = QRectF(left, plot.top(), right - left, plot.height())
        painter.fillRect(band, translucent(colours.pinned, _BAND))
        painter.fillRect(QRectF(band.left(), plot.top(), band.width(), strip), colours.pinned)
    end = viewport.x(shown.n_frames / shown.fps)
    if end < plot.right():
        outside = QRectF(end, plot.top(), plot.right() - end, plot.height())
        painter.fillRect(outside & plot, translucent(colours.background, 0.8))


def paint_edited(
    painter: QPainter, viewport: Viewport, shown: ShownCurves, metrics: QFontMetricsF
) -> None:
    """A strip along the bottom where the active channel does not follow the takes."""
    if shown.generated is None or not shown.active:
        return
    strip = max(2.0, _STRIP * metrics.height())
    plot = viewport.plot
    colour = theme.colours().edited
    for left, right in spans(np.flatnonzero(shown.differs(shown.active)), viewport, shown.fps):
        painter.fillRect(QRectF(left, plot.bottom() - strip, right - left, strip), colour)


def _paint_limits(painter: QPainter, viewport: Viewport, shown: ShownCurves) -> None:
    """What no value may reach is shaded, and its border drawn."""
    colours, plot, unit = theme.colours(), viewport.plot, unit_of(shown.active)
    lower, upper = shown.limits(shown.active)
    pen = QPen(translucent(colours.dim_text, 0.7))
    pen.setStyle(Qt.PenStyle.DashLine)
    for limit, edge in ((lower, plot.bottom()), (upper, plot.top())):
        if np.isfinite(limit):
            y = viewport.y(limit, unit)
            beyond = QRectF(QPointF(plot.left(), y), QPointF(plot.right(), edge))
            if (y < edge) == (edge == plot.bottom()):
                painter.fillRect(beyond.normalized() & plot, translucent(colours.background, 0.75))
            if plot.top() <= y <= plot.bottom():
                painter.setPen(pen)
                painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))


def spans(frames: np.ndarray, viewport: Viewport, fps: float) -> list[tuple[float, float]]:
    """Left and right of each stretch of frames that follow one another, as far as it is seen.

    Stretches less than a pixel apart are one, so there are never more than pixels.
    """
    plot = viewport.plot
    lefts, rights = viewport.xs(frames / fps), viewport.xs((frames + 1) / fps)
    seen = (rights > plot.left()) & (lefts < plot.right())
    lefts, rights = lefts[seen], rights[seen]
    if not lefts.size:
        return []
    gaps = np.flatnonzero(lefts[1:] - rights[:-1] >= 1.0)
    starts = np.maximum(lefts[np.concatenate(([0], gaps + 1))], plot.left())
    ends = np.minimum(rights[np.concatenate((gaps, [len(rights) - 1]))], plot.right())
    ends = np.maximum(ends, starts + 1.0)
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


def time_text(time: float, step: float) -> str:
    """A time as minutes and seconds, as fine as the step asks for."""
    decimals = 0 if step >= 1 else 1 if step >= 0.1 else 2
    minutes, seconds = divmod(round(time, 3), 60)
    return f"{int(minutes)}:{seconds:0{3 + decimals if decimals else 2}.{decimals}f}"
