"""Curves: what the timeline and the graph editor show, and what is set by hand."""

from collections.abc import Mapping
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from dimitra_studio.core.edited_curves import (
    pin_edits,
    pin_frames,
    reset_to_generated,
    set_curves,
    unpin_frames,
)
from dimitra_studio.core.project import Project
from dimitra_studio.core.take_editing import bake_edits
from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui.actions import Actions
from dimitra_studio.gui.controllers.editing import Editor
from dimitra_studio.gui.controllers.motions import Motions
from dimitra_studio.gui.curve_editor.curve_editor_view import CurveEditorView
from dimitra_studio.gui.session import Session
from dimitra_studio.gui.timeline.timeline_view import TimelineView


class CurvesController(QObject):
    """Shows the motions in timeline and graph editor, and keeps what the animator draws there."""

    def __init__(
        self,
        session: Session,
        motions: Motions,
        editor: Editor,
        timeline: TimelineView,
        view: CurveEditorView,
    ) -> None:
        super().__init__(view)
        self._session, self._motions, self._editor = session, motions, editor
        self._timeline, self._view = timeline, view
        self._shown: object = None
        session.project_changed.connect(self._on_project_changed)
        session.compared_changed.connect(self._show_ghost)
        session.selection_changed.connect(view.set_selection)
        session.playhead_changed.connect(view.set_playhead)
        session.channel_changed.connect(self._on_channel_changed)
        timeline.channel_activated.connect(session.choose_channel)
        timeline.view_range_changed.connect(view.set_view_range)
        view.view_range_changed.connect(timeline.set_view_range)
        view.channels_changed.connect(self._on_channels_chosen)
        view.curves_changed.connect(self.set_curves)
        view.reset_requested.connect(self.reset)
        view.pin_requested.connect(self.pin)

    def bind(self, actions: Actions) -> None:
        """Connect the commands."""
        view = self._view
        actions.bind({
            "copy_curves": view.copy,
            "paste_curves": view.paste,
            "paste_mirrored": view.paste_mirrored,
            "tool_select": view.tool_select,
            "tool_draw": view.tool_draw,
            "add_key": view.add_key_at_playhead,
            "delete_keys": view.delete_keys,
            "select_all_keys": view.select_all_keys,
            "previous_key": view.previous_key,
            "next_key": view.next_key,
            "smooth": view.smooth,
            "simplify": view.simplify,
            "mirror": view.mirror,
            "reset_curves": view.reset,
            "pin": view.pin,
            "unpin": view.unpin,
            "bake_edits": self.bake,
        })  # fmt: skip

    def set_curves(
        self,
        title: str,
        curves: Mapping[str, NDArray[np.float32]],
        keys: Mapping[str, tuple[int, ...]],
    ) -> None:
        """Keep curves that were set by hand, as one step."""
        if not self._editor.apply(title, partial(set_curves, wanted=curves, keys=keys)):
            self._show_again()

    def reset(self, channels: list[str], segment: Segment | None) -> None:
        """Let channels follow the takes again."""
        change = partial(reset_to_generated, channels=channels, segment=segment)
        self._editor.apply(self.tr("Reset to generated"), change)

    def pin(self, channels: list[str], segment: Segment | None, pinned: bool) -> None:
        """Pin frames of the channels' components; the edited ones when no range is selected."""
        motion = self._motions.active
        if motion is None:
            return
        columns = [motion.rig.column(name) for name in channels]
        components = tuple(dict.fromkeys(motion.rig.components[column] for column in columns))
        if not pinned:
            change = partial(unpin_frames, components=components, segment=segment)
            self._editor.apply(self.tr("Unpin frames"), change)
        elif segment is None:
            change = partial(pin_edits, channels=channels, segment=None)
            self._editor.apply(self.tr("Pin the edited frames"), change)
        else:
            change = partial(pin_frames, components=components, segment=segment)
            self._editor.apply(self.tr("Pin frames"), change)

    def bake(self) -> None:
        """Make a take of everything that is shown."""
        self._editor.apply(self.tr("Bake the edits"), bake_edits)

    def _on_project_changed(self, project: Project) -> None:
        """Show what the document says; ``Motions`` has heard of it before."""
        self._timeline.set_locks(project.locks)
        self._timeline.set_strength(project.strength)
        self._timeline.set_markers(project.markers)
        self._timeline.set_transcript(project.transcript, project.changed)
        motions = self._motions
        shown = (motions.active, motions.edited, dict(project.pinned), project.locks)
        if shown != self._shown:  # setting a motion measures its curves anew
            self._shown = shown
            self._timeline.set_motion(motions.edited, project.edits, project.pinned)
            self._view.set_motion(
                motions.active, motions.edited, project.edits, project.pinned, project.locks
            )
        self._show_ghost()

    def _show_again(self) -> None:
        """Take from the screen what the document did not accept."""
        self._shown = None
        self._on_project_changed(self._session.project)

    def _show_ghost(self) -> None:
        ghost = None
        if self._session.compared is not None:
            ghost = self._session.project.take(self._session.compared).motion
        self._timeline.set_ghost(ghost)
        self._view.set_ghost(ghost)

    def _on_channel_changed(self, channel: str | None) -> None:
        self._timeline.set_channel(channel)
        if channel is not None:
            self._view.set_channels([channel], channel)

    def _on_channels_chosen(self, channels: list[str]) -> None:
        if channels:
            self._session.choose_channel(channels[0])
