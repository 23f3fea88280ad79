"""Files that come in together, by drop, dialog or command line."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from dimitra_studio.gui.controllers.document_controller import DocumentController
from dimitra_studio.gui.controllers.input_dialogs import InputDialogs
from dimitra_studio.gui.controllers.media_controller import MediaController
from dimitra_studio.gui.dropping import Dropped, sort_files


class DropController(QObject):
    """Opens a project, or puts inputs into the one that is open; begins one where there is none."""

    def __init__(
        self, documents: DocumentController, media: MediaController, dialogs: InputDialogs
    ) -> None:
        super().__init__(documents)
        self._documents, self._media, self._dialogs = documents, media, dialogs
        dialogs.files_chosen.connect(self.drop_files)

    def drop_files(self, paths: Sequence[Path]) -> None:
        """Take in files, as if they had been dropped on the window."""
        self.take_in(sort_files(paths))

    def take_in(self, dropped: Dropped) -> None:
        """Take in files that are sorted already; ask where more than one could be meant."""
        if dropped.project is not None:
            self._documents.open_path(dropped.project)
            return
        if not self._documents.is_open and dropped != Dropped(refused=dropped.refused):
            self._documents.new()
        self._media.drop(dropped)
        for choice in dropped.ambiguous:
            self._dialogs.ask_one(choice)
