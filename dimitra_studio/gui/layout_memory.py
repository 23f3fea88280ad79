"""The window's place, size and panels, from one day to the next."""

import base64

from PySide6.QtCore import QByteArray, QObject
from PySide6.QtWidgets import QMainWindow

from dimitra_studio.gui.layout import WORKSPACES, Layout
from dimitra_studio.gui.settings import SettingsStore

SHARE = 0.9
"""Part of the screen that the window takes when it is opened for the first time."""


class LayoutMemory(QObject):
    """Keeps the arrangement of each workspace in the settings."""

    def __init__(self, window: QMainWindow, layout: Layout, store: SettingsStore) -> None:
        super().__init__(window)
        self._window, self._layout, self._store = window, layout, store

    @property
    def layout(self) -> Layout:
        """The panels as they stand now."""
        return self._layout

    def switch(self, workspace: str) -> None:
        """Go to another workspace, as it was left."""
        self.keep_panels()
        self._layout.workspace = workspace
        self.show_panels()
        self._store.change(workspace=workspace)

    def reset(self) -> None:
        """Put the panels of every workspace back where they were at first."""
        self._store.change(layouts={})
        self._layout.use(self._layout.workspace)

    def restore_window(self) -> None:
        """Put the window where it was; Qt keeps it on the screens that there are."""
        values = self._store.values
        if not self._window.restoreGeometry(QByteArray(_decode(values.geometry))):
            self._window.resize(self._window.screen().availableSize() * SHARE)
        if values.workspace in WORKSPACES:
            self._layout.workspace = values.workspace

    def show_panels(self) -> None:
        """Arrange the panels of the workspace as they were left."""
        self._layout.use(self._layout.workspace)
        self._layout.restore(_decode(self._store.values.layouts.get(self._layout.workspace, "")))

    def keep_panels(self) -> None:
        """Remember the arrangement; while the welcome page is shown there is none."""
        layouts = {**self._store.values.layouts}
        layouts[self._layout.workspace] = _encode(self._layout.save())
        self._store.change(layouts=layouts, workspace=self._layout.workspace)

    def keep_window(self) -> None:
        """Remember where the window is."""
        self._store.change(geometry=_encode(bytes(self._window.saveGeometry().data())))


def _encode(state: bytes) -> str:
    """Bytes as JSON can hold them."""
    return base64.b64encode(state).decode("ascii")


def _decode(state: str) -> bytes:
    """The bytes again; none if they are not what they should be."""
    try:
        return base64.b64decode(state, validate=True)
    except ValueError:
        return b""
