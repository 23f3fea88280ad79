"""The row of a component: its controls, the list of its channels, its curves."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtGui import QColor

from dimitra_studio.core.edits import CurveEdit
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui import theme
from dimitra_studio.gui.timeline.channel_model import ChannelModel
from dimitra_studio.gui.timeline.channel_order import ACTIVE, NONZERO, RIG, arrange, matches
from dimitra_studio.gui.timeline.channel_scale import make_lanes
from dimitra_studio.gui.timeline.component_curves import ComponentCurves
from dimitra_studio.gui.timeline.curve_group_item import CurveGroupItem
from dimitra_studio.gui.timeline.curve_picture import CurvePicture
from dimitra_studio.gui.timeline.group_panel import GroupPanel
from dimitra_studio.gui.timeline.pens import channel_colours, curve_colours
from dimitra_studio.gui.timeline.time_axis import TimeAxis
from dimitra_studio.gui.timeline.track_row import TrackRow

_LEAST_LINES = 3.4
_OPEN_LINES = 8.5
_NO_LIMIT = 16777215  # Qt's own, of the height of a widget


class GroupRow(TrackRow):
    """Lips, expression or pose.

    Args:
        axis: the visible time.
        component: whose channels these are.
        title: its name in the user's language.
    """

    lock_toggled = Signal(str, bool)  # component
    solo_toggled = Signal(str, bool)  # component
    gain_changed = Signal(str, float)  # field of Strength, 1 is 100 %
    channel_activated = Signal(str)
    state_changed = Signal()  # what ``state`` returns, by the user's hand

    def __init__(self, axis: TimeAxis, component: str, title: str) -> None:
        self.component = component
        self._axis = axis
        names = [STUDIO.channels[column] for column in STUDIO.columns(component)]
        self.channels = ChannelModel(names)
        self.panel = GroupPanel(component, title, self.channels)
        super().__init__(axis, self.panel, title)
        self.curves = ComponentCurves(component)
        self.item = CurveGroupItem(axis)
        self.view.add(self.item)
        self._order = RIG
        self._filter = ""
        self._playhead = 0.0
        self._expanded = False
        self._shown = True
        self._colours: list[QColor] = []
        self.panel.expand_toggled.connect(self._on_expand_toggled)
        self.panel.show_toggled.connect(self._on_show_toggled)
        self.panel.solo_toggled.connect(self._on_solo_toggled)
        self.panel.lock_toggled.connect(self._on_lock_toggled)
        self.panel.gain_changed.connect(self.gain_changed)
        self.channels.visibility_changed.connect(self._on_visibility_changed)
        self.panel.list.channel_activated.connect(self.channel_activated)
        self.panel.list.isolate_asked.connect(self._on_isolate_asked)
        self.panel.list.show_all_asked.connect(self._on_show_all_asked)
        theme.notifier().changed.connect(self._on_theme_changed)
        self._fit()
        self._on_theme_changed()

    @property
    def expanded(self) -> bool:
        return self._expanded

    @property
    def shown(self) -> bool:
        return self._shown

    def state(self) -> dict[str, object]:
        """What the user set up, as JSON values."""
        return {
            "hidden": sorted(self.channels.hidden),
            "expanded": self._expanded,
            "shown": self._shown,
        }

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Set it up again; what is missing or odd stays as it is."""
        hidden = state.get("hidden")
        if isinstance(hidden, list) and all(isinstance(name, str) for name in hidden):
            self.channels.set_hidden(hidden)
        if isinstance(state.get("expanded"), bool):
            self.set_expanded(bool(state["expanded"]))
        if isinstance(state.get("shown"), bool):
            self.set_shown(bool(state["shown"]))
        self._refresh()

    def set_motion(
        self, motion: Motion | None, edits: Mapping[str, CurveEdit], pinned: tuple[int, ...]
    ) -> None:
        """Show other curves."""
        self.curves.set_motion(motion, edits, pinned)
        if motion is not None:
            names = [motion.rig.channels[column] for column in motion.rig.columns(self.component)]
            self.channels.set_channels(names)
        self.channels.set_edited(frozenset(edits) & frozenset(self.channels.channels))
        self._on_theme_changed()  # the rig may have another number of channels
        self._arrange()

    def set_ghost(self, motion: Motion | None) -> None:
        """Show the curves of another take behind."""
        self.curves.set_ghost(motion)
        self._refresh()

    def set_changed(self, segments: tuple[Segment, ...]) -> None:
        """Tint what is out of date."""
        self.item.set_changed(segments)

    def set_locked(self, locked: bool) -> None:
        """Show whether generation leaves the component alone."""
        self.panel.set_locked(locked)
        self.item.set_locked(locked)

    def set_solo(self, component: str | None) -> None:
        """Show which component moves alone."""
        self.panel.set_soloed(component == self.component)
        self.item.set_muted(component not in (None, self.component))

    def set_gains(self, gain: float, blink: float) -> None:
        """Show the strengths."""
        self.panel.set_gains(gain, blink)

    def set_active(self, channel: str | None) -> None:
        """Point out the channel that the curve editor works on."""
        self.channels.set_active(channel)
        self.curves.active = channel
        self.panel.list.show_channel(channel)
        self._refresh()

    def set_expanded(self, expanded: bool) -> None:
        """Open or close the list of channels."""
        self._expanded = expanded
        self._fit()
        if expanded:
            self._show_values()

    def set_shown(self, shown: bool) -> None:
        """Show the curves, or leave only a line of the header."""
        self._shown = shown
        self._fit()

    def set_order(self, order: str) -> None:
        """List the channels in another order."""
        self._order = order
        self._arrange()

    def set_filter(self, pattern: str) -> None:
        """List and draw only channels that match."""
        self._filter = pattern
        self._arrange()
        self._refresh()

    def set_playhead(self, time: float) -> None:
        """Show the values at another time."""
        frame = self.curves.frame_at(self._playhead)
        self._playhead = time
        if self._expanded and self.curves.frame_at(time) != frame:
            self._show_values()
            if self._order == NONZERO:
                self._arrange()

    def view_settled(self) -> None:
        """The visible time has come to rest: orders that depend on it are made anew."""
        if self._order == ACTIVE:
            self._arrange()

    def channel_near(self, time: float, height: float, reach: float) -> str | None:
        """The shown channel whose curve passes nearest, if within ``reach`` of the row's height."""
        picture = self.item.picture
        if picture is None:
            return None
        position = self.curves.nearest(picture, time, height, reach)
        return None if position is None else self.channels.channels[position]

    def curve_height(self, channel: str, time: float) -> float:
        """Where a channel's curve is at ``time``, 0 at the bottom to 1 at the top of the row."""
        picture = self.item.picture
        if picture is None:
            return 0.0
        position = self.channels.channels.index(channel)
        return float(self.curves.heights_at(picture, time)[position])

    def colour_of(self, channel: str) -> QColor:
        """The shade of a channel's curve."""
        return self._colours[self.channels.channels.index(channel)]

    def _shown_mask(self) -> NDArray[np.bool_]:
        return np.array(
            [
                self.channels.is_shown(name) and matches(name, self._filter)
                for name in self.channels.channels
            ],
            bool,
        )

    def _refresh(self) -> None:
        """Draw the curves as they are set up now."""
        motion = self.curves.motion
        if motion is None:
            self.item.set_picture(None)
            return
        shown = self._shown_mask()
        lanes = make_lanes(motion, self.component, shown.tolist())
        picture = CurvePicture(
            curves=self.curves.pyramid,
            ghost=self.curves.ghost,
            lanes=lanes,
            lower=self.curves.lower,
            upper=self.curves.upper,
            shown=shown,
            active=self.curves.active_position,
            edited=self.curves.edited,
            pinned=self.curves.pinned,
            colours=curve_colours(self.component, len(shown)),
        )
        self.item.set_picture(picture)

    def _arrange(self) -> None:
        values = None if self.curves.motion is None else self.curves.levelled()
        sections = arrange(
            self.channels.channels,
            self._order,
            values,
            view=self.curves.frames(self._axis.start, self._axis.end),
            frame=self.curves.frame_at(self._playhead),
        )
        names = self.channels.channels
        self.channels.set_sections(
            [(title, [m for m in members if matches(names[m], self._filter)])
             for title, members in sections]
        )  # fmt: skip
        self._show_values()

    def _show_values(self) -> None:
        values = self.curves.values_at(self._playhead)
        if values is None:
            self.channels.set_values(None)
        else:
            beyond = (values < self.curves.lower) | (values > self.curves.upper)
            self.channels.set_values(values, beyond)

    def _fit(self) -> None:
        """Let the row be as high as what it shows."""
        self.panel.set_open(expanded=self._expanded, shown=self._shown)
        self.view.setVisible(self._shown)
        if self._shown:
            self.setMaximumHeight(_NO_LIMIT)
            self.set_lines(_OPEN_LINES if self._expanded else _LEAST_LINES)
        else:
            self.setFixedHeight(self.panel.line_height)

    def _on_theme_changed(self) -> None:
        self._colours = channel_colours(self.component, len(self.channels.channels))
        self.channels.set_colours(self._colours)
        self._refresh()

    def _on_expand_toggled(self, on: bool) -> None:
        self.set_expanded(on)
        self.state_changed.emit()

    def _on_show_toggled(self, on: bool) -> None:
        self.set_shown(on)
        self.state_changed.emit()

    def _on_solo_toggled(self, on: bool) -> None:
        self.solo_toggled.emit(self.component, on)

    def _on_lock_toggled(self, on: bool) -> None:
        self.lock_toggled.emit(self.component, on)

    def _on_visibility_changed(self) -> None:
        self._refresh()
        self.state_changed.emit()

    def _on_isolate_asked(self, channel: object) -> None:
        self.channels.isolate(channel if isinstance(channel, str) else None)
        self._refresh()

    def _on_show_all_asked(self) -> None:
        self.channels.isolate(None)
        self.channels.set_hidden(())
        self._on_visibility_changed()
