"""The paper of the graph editor: takes gestures, and tells each at its end."""

from typing import Literal

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from dimitra_studio.core.curve_keys import add_key
from dimitra_studio.gui.curve_editor import hits, paper
from dimitra_studio.gui.curve_editor.gestures import (
    BoxSelect,
    Gesture,
    MoveKeys,
    NudgeKeys,
    Stroke,
)
from dimitra_studio.gui.curve_editor.graph_picture import GraphPicture
from dimitra_studio.gui.curve_editor.shown_curves import Change, ShownCurves
from dimitra_studio.gui.curve_editor.titles import step_title
from dimitra_studio.gui.curve_editor.view_gestures import Pan, Scrub, ZoomValues

Tool = Literal["select", "add", "draw"]

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
_LONG_NUDGE = 10
_NOTCH = 120.0  # of a wheel, in Qt's eighths of a degree
_PAN_PER_NOTCH = 0.1  # of what is seen
_ZOOM_PER_NOTCH = 1.25
_SNAPS_PER_TICK = 5


class GraphCanvas(GraphPicture):
    """Curves under the hand; shares what it shows with the view that owns it."""

    changed = Signal(str, object)  # name of the step, Change
    pressed = Signal()  # before the gesture begins
    keys_selected = Signal()
    delete_requested = Signal()
    active_requested = Signal(str)  # channel
    playhead_moved = Signal(float)  # seconds
    view_range_changed = Signal(float, float)  # start, end in seconds

    def __init__(self, shown: ShownCurves, parent: QWidget | None = None) -> None:
        super().__init__(shown, parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Curves"))
        self._gesture: Gesture | None = None
        self._tool: Tool = "select"
        self._snap = False

    def set_tool(self, tool: Tool) -> None:
        """Choose what a press does."""
        self.abort()
        self._tool = tool
        self._show_cursor(None)

    def set_snap(self, snap: bool) -> None:
        """Choose whether values of dragged keys snap to the grid."""
        self._snap = snap

    def abort(self) -> bool:
        """Take an unfinished gesture back; whether there was one."""
        if self._gesture is None:
            return False
        self._gesture.cancel()
        self._gesture = None
        self._show_gesture()
        self.keys_selected.emit()
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._gesture is not None:
            return
        self.pressed.emit()
        self._gesture = self._begin(event.position(), event.button(), event.modifiers())
        self._show_gesture()
        self.keys_selected.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._gesture is None or isinstance(self._gesture, NudgeKeys):
            self.show_mark(event.position())
            self._show_cursor(event.position())
            return
        before = (self.viewport.start, self.viewport.end)
        self._gesture.move(event.position(), event.modifiers())
        self._show_gesture()
        self._tell_range(before)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        gesture = self._gesture
        if gesture is None or isinstance(gesture, NudgeKeys):
            return
        self._finish()
        if isinstance(gesture, BoxSelect) and gesture.is_click:
            channel = hits.curve_at(self.shown, self.viewport, event.position(), self.reach())
            if channel and channel != self.shown.active:
                self.active_requested.emit(channel)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._gesture is not None:
            return
        place, in_plot = event.position(), self.viewport.plot.contains(event.position())
        on_curve = hits.curve_at(self.shown, self.viewport, place, self.reach())
        if event.button() != Qt.MouseButton.LeftButton or self._tool != "select" or not in_plot:
            self.mousePressEvent(event)
        elif on_curve and not hits.key_at(self.shown, self.viewport, place, self.reach()):
            self.pressed.emit()
            self._gesture = self._begin_key(place)
            self._show_gesture()

    def wheelEvent(self, event: QWheelEvent) -> None:
        angle, place = event.angleDelta(), event.position()
        notches = (angle.y() or angle.x()) / _NOTCH  # Alt turns a wheel sideways
        before = (self.viewport.start, self.viewport.end)
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.viewport.zoom_values(_ZOOM_PER_NOTCH**notches, place.y())
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.viewport.zoom(_ZOOM_PER_NOTCH**notches, place.x())
        else:
            self.viewport.pan(-notches * _PAN_PER_NOTCH * (before[1] - before[0]))
        event.accept()
        self.refresh()
        self._tell_range(before)

    def event(self, event: QEvent) -> bool:
        # Keys that mean something here must not become shortcuts of the window.
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and self._is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._is_own(event):
            super().keyPressEvent(event)
        elif event.key() in _ARROWS:
            self._nudge(event)
        elif event.key() == Qt.Key.Key_Escape:
            if not self.abort():
                self.shown.selected = {}
                self.refresh()
                self.keys_selected.emit()
        elif self._gesture is None:
            self.delete_requested.emit()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        nudging = isinstance(self._gesture, NudgeKeys)
        if nudging and event.key() in _ARROWS and not event.isAutoRepeat():
            self._finish()
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if isinstance(self._gesture, NudgeKeys):
            self._finish()  # the release of the key will go to another widget
        super().focusOutEvent(event)

    def _begin(
        self, place: QPointF, button: Qt.MouseButton, modifiers: Qt.KeyboardModifier
    ) -> Gesture | None:
        if button == Qt.MouseButton.MiddleButton:
            return Pan(self.viewport, place)
        if button != Qt.MouseButton.LeftButton or self.shown.edited is None:
            return None
        if place.y() < self.viewport.plot.top():
            return Scrub(self.viewport, place, self.playhead_moved.emit)
        if place.x() < self.viewport.plot.left():
            return ZoomValues(self.viewport, place)
        return self._begin_tool(place, modifiers)

    def _begin_tool(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> Gesture | None:
        if self._tool == "select":
            shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            return self._begin_select(place, add=shift)
        if self.shown.active not in self.shown.targets():
            return None
        return self._begin_key(place) if self._tool == "add" else self._begin_stroke(place)

    def _begin_select(self, place: QPointF, *, add: bool) -> Gesture | None:
        shown, threshold = self.shown, QApplication.startDragDistance() / 2
        hit = hits.key_at(shown, self.viewport, place, self.reach())
        if hit is None:
            return BoxSelect(shown, self.viewport, place, add=add, threshold=threshold)
        channel, key = hit
        before = shown.selected_keys().get(channel, frozenset())
        if add and key in before:
            shown.selected = {**shown.selected, channel: before - {key}}
            return None
        if add:
            shown.selected = {**shown.selected, channel: before | {key}}
        elif key not in before:
            shown.selected = {channel: frozenset({key})}
        gesture = MoveKeys(
            shown, self.viewport, place, hit, threshold=threshold, snap=self._snap_step()
        )
        gesture.title = self.tr("Move {keys} of {channels}")
        return gesture

    def _begin_key(self, place: QPointF) -> Gesture | None:
        """Make a key under the pointer, and take it along while the button is down."""
        shown, channel = self.shown, self.shown.active
        frame = self.viewport.frame(place.x(), shown.fps)
        if channel not in shown.targets() or not 0 <= frame < shown.n_frames:
            return None
        shown.selected = {channel: frozenset({frame})}
        keys = add_key(shown.stored_keys(channel), frame)
        shown.preview = Change({channel: shown.stored(channel)}, {channel: keys})
        gesture = MoveKeys(
            shown,
            self.viewport,
            place,
            (channel, frame),
            threshold=QApplication.startDragDistance() / 2,
            snap=self._snap_step(),
            added={channel: keys},
        )
        gesture.title = self.tr("Add a key to {channels}")
        return gesture

    def _begin_stroke(self, place: QPointF) -> Gesture:
        gesture = Stroke(self.shown, self.viewport, place)
        gesture.title = self.tr("Draw {channels}")
        return gesture

    def _nudge(self, event: QKeyEvent) -> None:
        if self._gesture is None:
            self._gesture = NudgeKeys(self.shown)
            self._gesture.title = self.tr("Nudge {keys} of {channels}")
        if isinstance(self._gesture, NudgeKeys):
            frames, steps = _ARROWS[Qt.Key(event.key())]
            long = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            times = _LONG_NUDGE if long else 1
            self._gesture.nudge(frames * times, steps * times)
            self._show_gesture()

    def _finish(self) -> None:
        gesture, self._gesture = self._gesture, None
        assert gesture is not None
        change = gesture.finish()
        if change is not None and self.shown.alters(change):
            self.changed.emit(step_title(gesture.title, change.curves, change.count), change)
        if change is not None:
            self.shown.preview = None  # what was told is shown now, or was refused
        self._show_gesture()
        self.keys_selected.emit()

    def _is_own(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if plain != Qt.KeyboardModifier.NoModifier:
            return False
        has_keys = bool(self.shown.selected_keys())
        if event.key() == Qt.Key.Key_Escape:
            return has_keys or self._gesture is not None
        own = {*_ARROWS, Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
        return has_keys and event.key() in own

    def _snap_step(self) -> float:
        if not self._snap:
            return 0.0
        height = self.fontMetrics().height()
        return paper.value_step(self.viewport, self.shown.active, height) / _SNAPS_PER_TICK

    def _show_gesture(self) -> None:
        self.show_band(self._gesture.band() if self._gesture else None)
        self.refresh()

    def _show_cursor(self, place: QPointF | None) -> None:
        shown, shapes = self.shown, Qt.CursorShape
        shape = shapes.ArrowCursor if self._tool == "select" else shapes.CrossCursor
        if place is not None and shown.edited is not None:
            if place.y() < self.viewport.plot.top():
                shape = shapes.SplitHCursor
            elif place.x() < self.viewport.plot.left():
                shape = shapes.SplitVCursor
            elif self._tool != "select" and shown.active not in shown.targets():
                shape = shapes.ForbiddenCursor
            elif hits.key_at(shown, self.viewport, place, self.reach()):
                shape = shapes.SizeAllCursor
        self.setCursor(shape)

    def _tell_range(self, before: tuple[float, float]) -> None:
        if before != (self.viewport.start, self.viewport.end):
            self.view_range_changed.emit(self.viewport.start, self.viewport.end)
