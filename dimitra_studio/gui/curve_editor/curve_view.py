"""The graph with its list of channels: shows curves, and what may be done to them now."""

from collections.abc import Mapping, Sequence

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from dimitra_studio.core.edits import CurveEdit
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui.curve_editor.channel_chooser import ChannelChooser
from dimitra_studio.gui.curve_editor.editor_tool_bar import EditorToolBar
from dimitra_studio.gui.curve_editor.graph_canvas import GraphCanvas
from dimitra_studio.gui.curve_editor.polyline import visible_frames
from dimitra_studio.gui.curve_editor.shown_curves import ShownCurves
from dimitra_studio.gui.curve_editor.units import SHAPE, Unit, unit_of

_MARGIN = 0.08  # above and below what is fitted, as a share of it
_CHOOSER_LINES = 15  # width of the list, in heights of a line
_FIRST = "jawOpen"  # shown before anything was chosen


class CurveView(QWidget):
    """Shows curves; ``CurveEditorView`` adds what is done to them."""

    channels_changed = Signal(object)  # (list of shown channels, active channel)
    playhead_moved = Signal(float)  # seconds, while the ruler is dragged too
    view_range_changed = Signal(float, float)  # start, end in seconds

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = ShownCurves()
        self.tools = EditorToolBar()
        self.chooser = ChannelChooser()
        self.canvas = GraphCanvas(self.shown)
        self._playhead = 0.0
        self._fitted: set[Unit] = set()
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.chooser)
        splitter.addWidget(self.canvas)
        splitter.setStretchFactor(1, 1)
        line = self.fontMetrics().height()
        splitter.setSizes([_CHOOSER_LINES * line, 4 * _CHOOSER_LINES * line])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tools)
        layout.addWidget(splitter, 1)
        self.setFocusProxy(self.canvas)
        self.chooser.channels_changed.connect(self._on_channels_chosen)
        self.canvas.active_requested.connect(self._on_active_requested)
        self.canvas.playhead_moved.connect(self._on_playhead_dragged)
        self.canvas.view_range_changed.connect(self.view_range_changed)
        self.canvas.keys_selected.connect(self.update_actions)

    @property
    def channels(self) -> tuple[str, ...]:
        """The channels that are shown."""
        return self.shown.channels

    @property
    def active_channel(self) -> str:
        """The channel that is worked on; empty if none is."""
        return self.shown.active

    def set_motion(
        self,
        generated: Motion | None,
        edited: Motion | None,
        edits: Mapping[str, CurveEdit],
        pinned: Mapping[str, tuple[int, ...]],
        locks: frozenset[str],
    ) -> None:
        """Show a motion; an unfinished gesture is taken back.

        Args:
            generated: what the takes give.
            edited: the same with what was set by hand.
            edits: by channel.
            pinned: frames by component.
            locks: components that may not be edited.
        """
        shown = self.shown
        self.canvas.abort()
        is_new = shown.edited is None or edited is None or len(shown.edited) != len(edited)
        shown.generated, shown.edited = generated, edited
        shown.edits, shown.pinned, shown.locks = dict(edits), dict(pinned), locks
        self.chooser.set_rig(edited.rig if edited else None)
        self.chooser.set_marks([name for name, edit in edits.items() if edit.frames.size], locks)
        if edited is not None:
            self.canvas.viewport.duration = edited.duration
            if is_new:
                self.canvas.viewport.show(0.0, edited.duration)
            known = [name for name in shown.channels if name in edited.rig.channels]
            first = _FIRST if _FIRST in edited.rig.channels else edited.rig.channels[0]
            active = shown.active if shown.active in known else (known or [first])[0]
            self._show_channels(known or [first], active)
        self._refresh()

    def set_channels(self, channels: Sequence[str], active: str) -> None:
        """Show curves, one of which is worked on; channels that the rig lacks are left out."""
        self.canvas.abort()
        rig = self.shown.edited.rig if self.shown.edited else None
        self._show_channels(
            [name for name in channels if rig is None or name in rig.channels],
            active if rig is None or active in rig.channels else "",
        )
        self._refresh()

    def set_ghost(self, motion: Motion | None) -> None:
        """Show the take compared with behind the curves."""
        self.shown.ghost = motion
        self.canvas.refresh()

    def set_selection(self, segment: Segment | None) -> None:
        """Show the selected range of time, which commands are about."""
        self.shown.selection = segment
        self._refresh()

    def set_playhead(self, time: float) -> None:
        """Show the playhead at ``time``; no curve is repainted."""
        self._playhead = time
        self.canvas.set_playhead(time)

    def set_view_range(self, start: float, end: float) -> None:
        """Show the time from ``start`` to ``end``, as the timeline does."""
        viewport = self.canvas.viewport
        if end > start and (start, end) != (viewport.start, viewport.end):
            viewport.start, viewport.end = start, end
            self.canvas.refresh()

    def view_range(self) -> tuple[float, float]:
        """Start and end of the time that is shown."""
        return self.canvas.viewport.start, self.canvas.viewport.end

    def fit_values(self) -> None:
        """Show all values of the curves within the time that is shown."""
        shown, viewport = self.shown, self.canvas.viewport
        if shown.edited is None:
            return
        frames = visible_frames(shown.n_frames, shown.fps, viewport.start, viewport.end)
        for unit in {unit_of(name) for name in shown.channels}:
            self._fit(unit, frames)
        self.canvas.refresh()

    def playhead_frame(self) -> int:
        """The frame that the playhead stands in."""
        return min(int(self._playhead * self.shown.fps + 1e-6), max(self.shown.n_frames - 1, 0))

    def update_actions(self) -> None:
        """Let the buttons tell what can be done now."""

    def _refresh(self) -> None:
        self.canvas.refresh()
        self.update_actions()

    def _show_channels(self, channels: Sequence[str], active: str) -> None:
        shown = self.shown
        shown.channels = tuple(dict.fromkeys((*channels, active) if active else channels))
        shown.active = active or next(iter(channels), "")
        self.chooser.set_channels(shown.channels, shown.active)
        if shown.edited is not None:
            for unit in {unit_of(name) for name in shown.channels} - self._fitted:
                self._fit_first(unit)

    def _fit_first(self, unit: Unit) -> None:
        """Shapes begin with all that they can be, and what has no limits with what it is."""
        assert self.shown.edited is not None
        self._fitted.add(unit)
        limits = np.array([self.shown.limits(name) for name in self._of_unit(unit)])
        if unit == SHAPE and np.isfinite(limits).all():
            self._fit_range(unit, float(limits.min()), float(limits.max()))
        else:
            self._fit(unit, slice(0, self.shown.n_frames))

    def _fit(self, unit: Unit, frames: slice) -> None:
        values = np.concatenate([self.shown.curve(name)[frames] for name in self._of_unit(unit)])
        if values.size:
            self._fit_range(unit, float(values.min()), float(values.max()))

    def _fit_range(self, unit: Unit, low: float, high: float) -> None:
        low, high = low * unit.factor, high * unit.factor
        margin = max(_MARGIN * (high - low), (unit.span - (high - low)) / 2)
        self.canvas.viewport.set_values(unit, low - margin, high + margin)

    def _of_unit(self, unit: Unit) -> list[str]:
        return [name for name in self.shown.channels if unit_of(name) == unit]

    def _on_channels_chosen(self, choice: tuple[list[str], str]) -> None:
        self.canvas.abort()
        self._show_channels(*choice)
        self._refresh()
        self.channels_changed.emit((list(self.shown.channels), self.shown.active))

    def _on_active_requested(self, channel: str) -> None:
        self._on_channels_chosen((list(self.shown.channels), channel))

    def _on_playhead_dragged(self, time: float) -> None:
        self.set_playhead(time)
        self.playhead_moved.emit(time)
