"""The graph editor: curves of the chosen channels, and all that is done to them by hand."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from dimitra_studio.core.curve_keys import next_key, previous_key
from dimitra_studio.core.edits import CurveEdit
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui.curve_editor.adjust_popover import AdjustPopover
from dimitra_studio.gui.curve_editor.adjustments import Adjustment, AdjustmentTable, Amounts
from dimitra_studio.gui.curve_editor.changes import delete_change, key_change, mirror_change
from dimitra_studio.gui.curve_editor.curve_clip import CurveClip, copy_clip, paste_clip
from dimitra_studio.gui.curve_editor.curve_view import CurveView
from dimitra_studio.gui.curve_editor.graph_canvas import Tool
from dimitra_studio.gui.curve_editor.reasons import Reasons
from dimitra_studio.gui.curve_editor.shown_curves import Change
from dimitra_studio.gui.curve_editor.titles import step_title
from dimitra_studio.gui.curve_editor.units import unit_of


class CurveEditorView(CurveView):
    """Graph editor of one or several channels.

    Knows nothing of the project: a motion comes in by ``set_motion``, and each finished gesture
    leaves by one signal that names the step. Commands are about the selected range; without one,
    about the range between the selected keys; without those, about the whole curve.
    """

    curves_changed = Signal(str, object, object)  # step, {channel: (T,) f32}, {channel: keys}
    reset_requested = Signal(object, object)  # list of channels, Segment or None for everywhere
    pin_requested = Signal(object, object, bool)  # channels, Segment or None, pin or unpin

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clip: CurveClip | None = None
        self._frames = slice(0, 0)  # that the open box is about
        self._table = AdjustmentTable(self)
        self._reasons = Reasons(self)
        self.popover = AdjustPopover(self.canvas)
        self.canvas.changed.connect(self._on_gesture_finished)
        self.canvas.pressed.connect(self._on_rejected)
        self.canvas.delete_requested.connect(self.delete_keys)
        self.popover.amounts_changed.connect(self._on_amounts_changed)
        self.popover.accepted.connect(self._on_accepted)
        self.popover.rejected.connect(self._on_rejected)
        for name, slot in self._slots().items():
            self.tools.action(name).triggered.connect(slot)
        self.canvas.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.canvas.addActions(self.tools.all_actions())
        self.update_actions()

    def set_motion(
        self,
        generated: Motion | None,
        edited: Motion | None,
        edits: Mapping[str, CurveEdit],
        pinned: Mapping[str, tuple[int, ...]],
        locks: frozenset[str],
    ) -> None:
        """Show a motion; see ``CurveView``. An adjustment that is tried out is tried on it."""
        self.shown.preview = None
        super().set_motion(generated, edited, edits, pinned, locks)
        self._try_again()

    def set_channels(self, channels: Sequence[str], active: str) -> None:
        """Show curves, one of which is worked on."""
        self._on_rejected()
        super().set_channels(channels, active)

    def set_selection(self, segment: Segment | None) -> None:
        """Show the selected range of time, which commands are about."""
        super().set_selection(segment)
        self._try_again()

    def tool_select(self) -> None:
        """Presses select and drag keys."""
        self._choose("select")

    def tool_add(self) -> None:
        """Presses add keys."""
        self._choose("add")

    def tool_draw(self) -> None:
        """Presses draw the curve."""
        self._choose("draw")

    def scale(self) -> None:
        """Open the box that makes movements larger or smaller."""
        self._open(self._table.scale())

    def offset(self) -> None:
        """Open the box that adds a value."""
        self._open(self._table.offset(unit_of(self.shown.active)))

    def smooth(self) -> None:
        """Open the box that takes out trembling."""
        self._open(self._table.smooth())

    def simplify(self) -> None:
        """Open the box that replaces the curve by one through few keys."""
        self._open(self._table.simplify(unit_of(self.shown.active)))

    def mirror(self) -> None:
        """Exchange left and right of the face, in the chosen channels and their counterparts."""
        self._on_rejected()
        targets = self.shown.targets()
        if targets:
            self._commit(self.tr("Mirror {channels}"), mirror_change(self.shown), targets)

    def copy(self) -> None:
        """Copy the range of the chosen channels, locked or not."""
        self._clip = copy_clip(self.shown) or self._clip
        self.update_actions()

    def paste(self) -> None:
        """Lay what was copied over the curves, from the playhead on."""
        self._paste(self.tr("Paste into {channels}"), mirrored=False)

    def paste_mirrored(self) -> None:
        """Lay what was copied over the curves of the other side of the face."""
        self._paste(self.tr("Paste mirrored into {channels}"), mirrored=True)

    def delete_keys(self) -> None:
        """Delete the selected keys; the curve runs smoothly between those that remain."""
        self._on_rejected()
        self._commit(self.tr("Delete {keys} of {channels}"), delete_change(self.shown))

    def add_key_at_playhead(self) -> None:
        """Hold the chosen curves where they are at the playhead."""
        self._on_rejected()
        frame = self.playhead_frame()
        self.shown.selected = {name: frozenset({frame}) for name in self.shown.targets()}
        self._commit(self.tr("Add a key to {channels}"), key_change(self.shown, frame))

    def next_key(self) -> None:
        """Go to the key after the playhead, and select it."""
        self._go_to_key(next_key)

    def previous_key(self) -> None:
        """Go to the key before the playhead, and select it."""
        self._go_to_key(previous_key)

    def select_all_keys(self) -> None:
        """Select every key of the channels that tools work on."""
        shown = self.shown
        shown.selected = {name: frozenset(shown.keys(name)) for name in shown.targets()}
        self._refresh()

    def reset(self) -> None:
        """Ask for what the takes give, in the selected range or everywhere."""
        self._on_rejected()
        if self.shown.targets():
            self.reset_requested.emit(self.shown.targets(), self.shown.selection)

    def pin(self) -> None:
        """Ask for the edited frames to be given back unchanged by generation."""
        if self.shown.chosen():
            self.pin_requested.emit(self.shown.chosen(), self.shown.selection, True)

    def unpin(self) -> None:
        """Ask for the frames to be left to generation again."""
        if self.shown.chosen():
            self.pin_requested.emit(self.shown.chosen(), self.shown.selection, False)

    def update_actions(self) -> None:
        """Let the buttons tell what can be done now, and why not."""
        self._reasons.show(self.tools, self.shown, self._clip)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_popover()

    def _slots(self) -> dict[str, Callable[..., None]]:
        return {
            "select": self.tool_select,
            "add": self.tool_add,
            "draw": self.tool_draw,
            "scale": self.scale,
            "offset": self.offset,
            "smooth": self.smooth,
            "simplify": self.simplify,
            "mirror": self.mirror,
            "copy": self.copy,
            "paste": self.paste,
            "delete": self.delete_keys,
            "reset": self.reset,
            "pin": self.pin,
            "unpin": self.unpin,
            "link": self._on_link_switched,
            "snap": self._on_snap_switched,
            "fit": self.fit_values,
        }

    def _choose(self, tool: Tool) -> None:
        self.tools.action(tool).setChecked(True)
        self.canvas.set_tool(tool)

    def _open(self, adjustment: Adjustment) -> None:
        self._on_rejected()
        if self.shown.targets():
            self._frames = self.shown.range()
            self.popover.open_for(adjustment)
            self._place_popover()

    def _place_popover(self) -> None:
        """At the top right of the graph, where the newest part of a curve rarely is."""
        gap = self.fontMetrics().height() // 2
        plot = self.canvas.viewport.plot
        place = QPoint(int(plot.right()) - self.popover.width() - gap, int(plot.top()) + gap)
        self.popover.move(place)

    def _try_again(self) -> None:
        """Go on with an open box after what it is about has changed."""
        adjustment = self.popover.adjustment()
        if adjustment is None:
            return
        self.shown.preview = None
        if not self.shown.targets():
            self._on_rejected()
        else:
            self._frames = self.shown.range()
            self._on_amounts_changed(self.popover.amounts())

    def _on_amounts_changed(self, amounts: Amounts) -> None:
        adjustment = self.popover.adjustment()
        assert adjustment is not None
        change = adjustment.change(self.shown, self._frames, amounts)
        self.shown.preview = change
        first, last = self._frames.start, self._frames.stop - 1
        note = self.tr("Frames {first} to {last}").format(first=first, last=last)
        if "{keys}" in adjustment.step:
            note = self.tr("{frames}, {count} keys").format(frames=note, count=change.count)
        self.popover.set_note(note)
        self.canvas.refresh()

    def _on_accepted(self) -> None:
        adjustment, change = self.popover.adjustment(), self.shown.preview
        self._on_rejected()
        if adjustment is not None and change is not None:
            self._commit(adjustment.step, change)

    def _on_rejected(self) -> None:
        if self.popover.adjustment() is not None:
            self.popover.close_box()
            self.shown.preview = None
            self._refresh()
            self.canvas.setFocus()

    def _commit(
        self, template: str, change: Change | None, channels: Sequence[str] | None = None
    ) -> None:
        """Tell a finished step; nothing is told when nothing would change."""
        if change is not None and self.shown.alters(change):
            named = list(change.curves) if channels is None else channels
            self._on_gesture_finished(step_title(template, named, change.count), change)
        self._refresh()

    def _paste(self, template: str, *, mirrored: bool) -> None:
        self._on_rejected()
        if self._clip is not None and self.shown.edited is not None and self.shown.active:
            at = self.playhead_frame()
            self._commit(template, paste_clip(self.shown, self._clip, at, mirrored=mirrored))

    def _go_to_key(self, find: Callable[[Sequence[int], int], int | None]) -> None:
        shown = self.shown
        every = sorted({key for name in shown.chosen() for key in shown.keys(name)})
        key = find(every, self.playhead_frame())
        if key is None:
            return
        shown.selected = {
            name: frozenset({key}) for name in shown.targets() if key in shown.keys(name)
        }
        time = (key + 0.5) / shown.fps
        self._on_playhead_dragged(time)
        start, end = self.view_range()
        if not start <= time <= end:
            self.canvas.viewport.show(time - (end - start) / 2, time + (end - start) / 2)
            self.view_range_changed.emit(*self.view_range())
        self._refresh()

    def _on_gesture_finished(self, step: str, change: Change) -> None:
        self.curves_changed.emit(step, dict(change.curves), dict(change.keys))

    def _on_channels_chosen(self, choice: tuple[list[str], str]) -> None:
        self._on_rejected()
        super()._on_channels_chosen(choice)

    def _on_link_switched(self, linked: bool) -> None:
        self._on_rejected()
        self.canvas.abort()
        self.shown.linked = linked
        self._refresh()

    def _on_snap_switched(self, snap: bool) -> None:
        self.canvas.set_snap(snap)
