"""What the curves of one component look like, column by column."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.gui.timeline.channel_scale import Lanes
from dimitra_studio.gui.timeline.curve_pyramid import CurvePyramid
from dimitra_studio.gui.timeline.curve_raster import draw_spans

_CURVE_OPACITY = 0.85
_GHOST_OPACITY = 0.6
_CROWD = 150.0  # frames of all curves in a column that halve the opacity
_DENSE = 0.6  # frames per column; dashes of denser curves are noise
_GHOST_DASH = (4, 3)
_STEEP = 4.0  # pixels a column; steeper parts of a dashed curve are drawn through, or would vanish
_LINE = 1.3  # width of a curve; of the active one twice that
_STRIP = 3  # height of the marks of edited and of pinned frames


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class CurveColours:
    """Colours as the raster wants them; see ``pens``.

    Args:
        channels: ``(n,)`` uint64 of each channel.
        ghost: of the other take.
        warning: of values beyond the limits.
        beyond: pixel of the mark above such values.
        edited: pixel of the mark of an edited frame.
        pinned: pixel of the mark of a pinned frame.
        dash: columns drawn and left out.
    """

    channels: NDArray[np.uint64]
    ghost: int
    warning: int
    beyond: int
    edited: int
    pinned: int
    dash: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Columns:
    """Where and how large curves are drawn.

    Args:
        first: index of the first column, see ``CurvePyramid.columns``.
        count: number of columns.
        scale: seconds per column.
        height: rows of pixels.
        ratio: device pixels of a logical pixel.
    """

    first: int
    count: int
    scale: float
    height: int
    ratio: float


@dataclass(frozen=True, eq=False)
class CurvePicture:
    """Everything that the picture of a component depends on, but the place and the zoom.

    Args:
        curves: of the component's channels.
        ghost: of the take compared with; None without one.
        lanes: which values the bottom and the top stand for.
        lower: ``(n,)`` limits of the rig.
        upper: ``(n,)`` limits of the rig.
        shown: ``(n,)`` bool.
        active: position of the channel that the curve editor works on; None for none.
        edited: ``(T + 1,)`` how many edited frames lie before each frame.
        pinned: ``(T + 1,)`` how many pinned frames lie before each frame.
        colours: of the present scheme.
    """

    curves: CurvePyramid
    ghost: CurvePyramid | None
    lanes: Lanes
    lower: NDArray[np.float32]
    upper: NDArray[np.float32]
    shown: NDArray[np.bool_]
    active: int | None
    edited: NDArray[np.int64]
    pinned: NDArray[np.int64]
    colours: CurveColours

    def layers(self, columns: Columns) -> list[NDArray[np.uint32]]:
        """Draw some columns.

        Returns:
            ``(height, count)`` premultiplied ARGB, the lowest layer first.
        """
        shown = np.flatnonzero(self.shown)
        layers = []
        beyond: NDArray[np.bool_] = np.zeros(columns.count, bool)
        if self.ghost is not None and shown.size:
            spans = self._spans(self.ghost, shown, columns, _LINE)
            drawn = spans.inside[:, None] & _dashed(spans, columns, _GHOST_DASH)
            tints = np.where(drawn, np.uint64(self.colours.ghost), np.uint64(0))
            layers.append(spans.draw(tints, columns.height, _GHOST_OPACITY))
        if shown.size:
            spans = self._spans(self.curves, shown, columns, _LINE)
            tints = self._tints(spans, shown)
            if self.colours.dash[1] and columns.scale * self.curves.fps <= _DENSE:
                drawn = _dashed(spans, columns, self.colours.dash)
                tints = np.where(drawn, tints, np.uint64(0))
            layers.append(spans.draw(tints, columns.height, self._opacity(columns, shown.size)))
            beyond = np.asarray(self._beyond(spans, shown).any(axis=1))
        if self.active is not None and self.shown[self.active]:
            active = np.array([self.active])
            spans = self._spans(self.curves, active, columns, 2 * _LINE)
            layers.append(spans.draw(self._tints(spans, active), columns.height, 1.0))
        if self.edited[-1] or self.pinned[-1] or beyond.any():
            marks = self._marks(columns)
            marks[: round(columns.ratio * _STRIP), beyond] = self.colours.beyond
            layers.append(marks)
        return layers

    def _opacity(self, columns: Columns, n_shown: int) -> float:
        """Of one curve: many curves in dense columns are sheer, so that their crowd has a shape."""
        crowd = min(columns.scale * self.curves.fps, 8.0) * n_shown
        return _CURVE_OPACITY / (1 + crowd / _CROWD)

    def _spans(
        self, pyramid: CurvePyramid, shown: NDArray[np.int64], columns: Columns, line: float
    ) -> "_Spans":
        low, high = pyramid.columns(columns.first, columns.count, columns.scale)
        if shown.size < low.shape[1]:
            low, high = low[:, shown], high[:, shown]
        height, top = columns.height, self.lanes.top[shown]
        factor = np.float32(height) / (top - self.lanes.bottom[shown])
        half = np.float32(line * columns.ratio / 2)
        upper = np.clip((top - high) * factor, half, height - half) - half
        lower = np.clip((top - low) * factor, half, height - half) + half
        times = np.arange(columns.first, columns.first + columns.count) * columns.scale
        inside = (times >= -columns.scale / 2) & (times < pyramid.duration)
        return _Spans(low, high, upper, lower, inside)

    def _tints(self, spans: "_Spans", shown: NDArray[np.int64]) -> NDArray[np.uint64]:
        """``(W, n)`` colours: a warning where a curve is beyond its limits."""
        tints = self.colours.channels[shown]
        beyond = self._beyond(spans, shown)
        if spans.inside.all() and not beyond.any():
            return np.broadcast_to(tints, spans.low.shape)
        marked = np.where(beyond, np.uint64(self.colours.warning), tints)
        return np.where(spans.inside[:, None], marked, np.uint64(0))

    def _beyond(self, spans: "_Spans", shown: NDArray[np.int64]) -> NDArray[np.bool_]:
        beyond = (spans.low < self.lower[shown]) | (spans.high > self.upper[shown])
        return np.asarray(beyond & spans.inside[:, None])

    def _marks(self, columns: Columns) -> NDArray[np.uint32]:
        """A strip at the bottom for edited frames, and one above it for pinned ones."""
        strip = round(columns.ratio * _STRIP)
        picture = np.zeros((columns.height, columns.count), np.uint32)
        n_frames = len(self.curves.values)
        borders = np.arange(columns.first, columns.first + columns.count + 1)
        frames = borders * (columns.scale * self.curves.fps)
        start = np.clip(np.floor(frames[:-1] + 1e-6), 0, n_frames).astype(np.int64)
        end = np.clip(np.ceil(frames[1:] - 1e-6), 0, n_frames).astype(np.int64)
        for row, counts, colour in (
            (columns.height - strip, self.edited, self.colours.edited),
            (columns.height - 2 * strip, self.pinned, self.colours.pinned),
        ):
            marked = counts[np.maximum(end, start)] > counts[start]
            picture[max(row, 0) : row + strip, marked] = colour
        return picture


@dataclass(frozen=True, eq=False)
class _Spans:
    """``(W, n)`` what curves reach in each column: in values, and in rows of the picture."""

    low: NDArray[np.float32]
    high: NDArray[np.float32]
    top: NDArray[np.float32]
    bottom: NDArray[np.float32]
    inside: NDArray[np.bool_]  # (W,) columns that the motion reaches

    def draw(self, tints: NDArray[np.uint64], height: int, opacity: float) -> NDArray[np.uint32]:
        return draw_spans(self.top, self.bottom, tints, height, opacity)


def _dashed(spans: _Spans, columns: Columns, dash: tuple[int, int]) -> NDArray[np.bool_]:
    """What is drawn of each span; tied to the columns, so dashes stay while the view moves."""
    on, off = dash
    places = np.arange(columns.first, columns.first + columns.count) % (on + off) < on
    return np.asarray(places[:, None] | (spans.bottom - spans.top > _STEEP))
