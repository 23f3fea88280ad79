"""A window in a process of its own: it opens a project, edits it and waits to be killed.

Run as ``python -m tests.gui.dying_window project``; it says ``autosaved`` when there is something
to recover.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from dimitra_studio.gui import app
from dimitra_studio.gui.main_window import MainWindow
from dimitra_studio.gui.safety.autosave import Autosave

DRAWN = slice(20, 30)  # frames
VALUE = 0.5


class DyingWindow(MainWindow):
    """Edits the project that it was given."""

    def begin(self) -> None:
        """Wait for the project."""
        super().begin()
        self.documents.document_opened.connect(self._on_document_opened)
        self.safety.autosaved.connect(self._on_autosaved)

    def _on_document_opened(self) -> None:
        QTimer.singleShot(0, self._edit)

    def _edit(self) -> None:
        assert self.motions.active is not None
        jaw = self.motions.active.channel("jawOpen").copy()
        jaw[DRAWN] = VALUE
        self.curves.set_curves("Draw jawOpen", {"jawOpen": jaw}, {})
        self.transport.set_duration(2.0)
        self.playback.seek(1.0)
        self.playback.add_marker()
        autosave = self.findChild(Autosave)
        assert isinstance(autosave, Autosave)
        autosave.set_interval(1)

    def _on_autosaved(self) -> None:
        sys.stdout.write("autosaved\n")
        sys.stdout.flush()


if __name__ == "__main__":
    app.MainWindow = DyingWindow
    sys.exit(app.run([Path(sys.argv[1])]))
