"""What is seen and how: workspaces, preview modes, zoom, and what the document remembers of it."""

from functools import partial

from PySide6.QtCore import QObject

from dimitra_studio.gui.actions import Actions
from dimitra_studio.gui.layout import WORKSPACES
from dimitra_studio.gui.layout_memory import LayoutMemory
from dimitra_studio.gui.parts import Parts
from dimitra_studio.gui.session import Session

TIMELINE, PREVIEW = "timeline", "preview"
"""Keys of ``Project.view``."""


class ViewController(QObject):
    """Binds the commands that change no document."""

    def __init__(self, session: Session, memory: LayoutMemory, parts: Parts) -> None:
        super().__init__(memory)
        self._session, self._memory, self._parts = session, memory, parts
        session.opened.connect(self._on_opened)
        session.project_changed.connect(self._restore_once)
        parts.timeline.view_state_changed.connect(self._remember_timeline)
        self._restored = True
        for signal in (parts.preview.bar.landmarks_changed, parts.preview.bar.wireframe_changed):
            signal.connect(self._show_checks)

    def bind(self, actions: Actions) -> None:
        """Connect the commands."""
        timeline, preview = self._parts.timeline, self._parts.preview
        self._actions = actions
        actions.bind({
            "fit_all": timeline.fit_all,
            "fit_selection": timeline.fit_selection,
            "zoom_back": timeline.zoom_back,
            "zoom_in": timeline.zoom_in,
            "zoom_out": timeline.zoom_out,
            "filter_channels": self.find_channel,
            "expand_all": timeline.expand_all,
            "collapse_all": timeline.collapse_all,
            "spectrogram": timeline.toggle_spectrogram,
            "auto_scroll": timeline.toggle_auto_scroll,
            "show_portrait": preview.show_portrait,
            "show_mesh": preview.show_mesh,
            "show_both": preview.show_both,
            "view_front": preview.view_front,
            "view_left": preview.view_left,
            "view_right": preview.view_right,
            "reset_view": preview.reset_view,
            "wireframe": preview.toggle_wireframe,
            "texture": preview.cycle_texture,
            "landmarks": preview.toggle_landmarks,
            "reset_layout": self._memory.reset,
            **{f"workspace_{name}": partial(self._memory.switch, name) for name in WORKSPACES},
        })  # fmt: skip

    def find_channel(self) -> None:
        """Go to the timeline's filter field."""
        self._memory.layout.reveal("timeline")
        self._parts.timeline.focus_filter()

    def _on_opened(self) -> None:
        self._restored = False

    def _restore_once(self) -> None:
        if self._restored:
            return
        self._restored = True
        view = self._session.project.view
        self._parts.timeline.restore_view_state(view.get(TIMELINE, {}))
        self._parts.preview.restore_view_state(view.get(PREVIEW, {}))
        self._show_checks()

    def _remember_timeline(self) -> None:
        self._session.remember(TIMELINE, self._parts.timeline.view_state())
        self._show_checks()

    def remember_preview(self) -> None:
        """Keep the preview's view with the document, before it is written."""
        self._session.remember(PREVIEW, self._parts.preview.view_state())

    def _show_checks(self) -> None:
        timeline = self._parts.timeline.view_state()
        for command in ("spectrogram", "auto_scroll"):
            self._actions.set_checked(command, checked=bool(timeline.get(command)))
        for command in ("wireframe", "landmarks"):
            self._actions.set_checked(command, checked=self._parts.preview.bar.shows(command))
