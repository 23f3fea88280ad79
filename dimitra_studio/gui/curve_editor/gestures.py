"""What a hand does on the graph: every gesture previews, and is told once at its end."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt

from dimitra_studio.core.curve_editing import draw
from dimitra_studio.core.curve_keys import Keys, keys_in_box, move_keys, room_for_move
from dimitra_studio.gui.curve_editor.shown_curves import Change, Selected, ShownCurves
from dimitra_studio.gui.curve_editor.units import Unit, unit_of
from dimitra_studio.gui.curve_editor.viewport import Viewport

Modifiers = Qt.KeyboardModifier


class Gesture:
    """From press to release; the base does nothing."""

    title = ""
    """Of the step that it becomes, with ``{keys}`` and ``{channels}`` to be filled in."""

    def move(self, place: QPointF, modifiers: Modifiers) -> None:
        """Follow the hand."""

    def finish(self) -> Change | None:
        """What came of it; None for nothing."""
        return None

    def cancel(self) -> None:
        """Put everything back."""

    def band(self) -> QRectF | None:
        """A box to be drawn with it."""
        return None


class KeyMover:
    """Moves the selected keys of all channels together, as far as there is room.

    Args:
        shown: gets the preview, and the keys selected at their new frames.
        added: keys of channels that are not stored yet.
    """

    def __init__(self, shown: ShownCurves, added: dict[str, Keys] | None = None) -> None:
        self._shown = shown
        self.before: Selected = dict(shown.selected)
        self._moved = shown.selected_keys()
        self._keys = {
            name: (added or {}).get(name, shown.stored_keys(name)) for name in self._moved
        }
        self._curves = {name: shown.stored(name) for name in self._moved}
        rooms = [
            room_for_move(self._keys[name], self._moved[name], shown.n_frames)
            for name in self._moved
        ]
        self._room = (max(low for low, _ in rooms), min(high for _, high in rooms))

    def move(self, frames: int, amounts: dict[Unit, float]) -> None:
        """Preview a move by frames and, by unit, values."""
        by = min(max(frames, self._room[0]), self._room[1])
        curves, keys, selected = {}, {}, dict(self.before)
        for name, moved in self._moved.items():
            amount = self._allowed(name, amounts[unit_of(name)])
            moves = dict.fromkeys(moved, (by, amount))
            curve, keys[name] = move_keys(self._curves[name], self._keys[name], moves)
            curves[name] = self._shown.limited(name, curve)
            selected[name] = frozenset(key + by for key in moved)
        self._shown.preview = Change(curves, keys, sum(map(len, self._moved.values())))
        self._shown.selected = selected

    def units(self) -> set[Unit]:
        """The units of the channels that have selected keys."""
        return {unit_of(name) for name in self._moved}

    def cancel(self) -> None:
        self._shown.preview = None
        self._shown.selected = self.before

    def _allowed(self, name: str, amount: float) -> float:
        """As much of an amount as keeps all keys within the limits, if they were."""
        lower, upper = self._shown.limits(name)
        values = [float(self._curves[name][key]) for key in self._moved[name]]
        least, most = min(0.0, lower - min(values)), max(0.0, upper - max(values))
        return min(max(amount, least), most)


class MoveKeys(Gesture):
    """Drags the selected keys; Shift holds one axis.

    Args:
        shown: the curves.
        viewport: where they are.
        start: where the button went down.
        grabbed: channel and frame of the key under it.
        threshold: how far the hand may tremble.
        snap: step on the screen that values of the grabbed key snap to; 0 for none.
        added: keys that the press made.
    """

    def __init__(
        self,
        shown: ShownCurves,
        viewport: Viewport,
        start: QPointF,
        grabbed: tuple[str, int],
        *,
        threshold: float,
        snap: float = 0.0,
        added: dict[str, Keys] | None = None,
    ) -> None:
        self._shown, self._viewport, self._start = shown, viewport, start
        self._grabbed, self._threshold, self._snap = grabbed, threshold, snap
        self._mover = KeyMover(shown, added)
        self._began = False
        self._added = bool(added)
        if added:
            self._mover.move(0, dict.fromkeys(self._mover.units(), 0.0))

    def move(self, place: QPointF, modifiers: Modifiers) -> None:
        way = place - self._start
        if not self._began and math.hypot(way.x(), way.y()) < self._threshold:
            return
        self._began = True
        if modifiers & Modifiers.ShiftModifier:
            sideways = abs(way.x()) > abs(way.y())
            way = QPointF(way.x(), 0) if sideways else QPointF(0, way.y())
        per_frame = self._viewport.plot.width() / (self._viewport.end - self._viewport.start)
        frames = round(way.x() / per_frame * self._shown.fps)
        self._mover.move(frames, {unit: self._rise(way.y(), unit) for unit in self._mover.units()})

    def finish(self) -> Change | None:
        return self._shown.preview if self._began or self._added else None

    def cancel(self) -> None:
        self._mover.cancel()

    def _rise(self, pixels: float, unit: Unit) -> float:
        start = self._start.y()
        rise = self._viewport.value(start + pixels, unit) - self._viewport.value(start, unit)
        channel, frame = self._grabbed
        if self._snap and pixels and unit == unit_of(channel):
            value = float(self._shown.stored(channel)[frame])
            step = self._snap / unit.factor
            rise = round((value + rise) / step) * step - value
        return rise


class NudgeKeys(Gesture):
    """Moves the selected keys by the arrow keys, for as long as one is held."""

    def __init__(self, shown: ShownCurves) -> None:
        self._shown = shown
        self._mover = KeyMover(shown)
        self._frames, self._steps = 0, 0

    def nudge(self, frames: int, steps: int) -> None:
        """Go on by frames and by steps of value."""
        self._frames += frames
        self._steps += steps
        self._mover.move(
            self._frames,
            {unit: self._steps * unit.nudge / unit.factor for unit in self._mover.units()},
        )

    def finish(self) -> Change | None:
        return self._shown.preview

    def cancel(self) -> None:
        self._mover.cancel()


class BoxSelect(Gesture):
    """Selects the keys in a box; a click on nothing selects none."""

    def __init__(
        self, shown: ShownCurves, viewport: Viewport, start: QPointF, *, add: bool, threshold: float
    ) -> None:
        self._shown, self._viewport = shown, viewport
        self._start, self._end = start, start
        self._before = dict(shown.selected)
        self._kept: Selected = self._before if add else {}
        self._threshold = threshold
        self.is_click = True

    def move(self, place: QPointF, _modifiers: Modifiers) -> None:
        self._end = place
        way = place - self._start
        if self.is_click and math.hypot(way.x(), way.y()) < self._threshold:
            return
        self.is_click = False
        box, view = self.band(), self._viewport
        assert box is not None
        half = 0.5 / self._shown.fps
        frames = tuple((view.time(x) - half) * self._shown.fps for x in (box.left(), box.right()))
        selected = dict(self._kept)
        for name in self._shown.targets():
            values = tuple(view.value(y, unit_of(name)) for y in (box.bottom(), box.top()))
            curve, keys = self._shown.curve(name), self._shown.keys(name)
            inside = keys_in_box(curve, keys, (frames[0], frames[1]), (values[0], values[1]))
            selected[name] = self._kept.get(name, frozenset()) | set(inside)
        self._shown.selected = selected

    def finish(self) -> Change | None:
        if self.is_click:
            self._shown.selected = self._kept
        return None

    def cancel(self) -> None:
        self._shown.selected = self._before

    def band(self) -> QRectF | None:
        return None if self.is_click else QRectF(self._start, self._end).normalized()


class Stroke(Gesture):
    """Draws the active curve by hand."""

    def __init__(self, shown: ShownCurves, viewport: Viewport, start: QPointF) -> None:
        self._shown, self._viewport = shown, viewport
        self._curve = shown.stored(shown.active)
        self._last: tuple[int, float] | None = None
        self.move(start, Modifiers.NoModifier)

    def move(self, place: QPointF, _modifiers: Modifiers) -> None:
        name = self._shown.active
        lower, upper = self._shown.limits(name)
        value = min(max(self._viewport.value(place.y(), unit_of(name)), lower), upper)
        point = (self._viewport.frame(place.x(), self._shown.fps), value)
        last = self._last or point
        self._curve = draw(self._curve, (last[0], point[0]), (last[1], point[1]))
        self._last = point
        self._shown.preview = Change({name: self._curve}, {name: self._shown.stored_keys(name)})

    def finish(self) -> Change | None:
        return self._shown.preview

    def cancel(self) -> None:
        self._shown.preview = None
