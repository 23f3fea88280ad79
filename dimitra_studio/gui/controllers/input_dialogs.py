"""Asks which file is to be the portrait, the recording, the video or the transcript."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog, QWidget

from dimitra_studio.gui.actions import Actions
from dimitra_studio.gui.controllers.media_controller import MediaController
from dimitra_studio.gui.controllers.transcript_controller import TranscriptController
from dimitra_studio.gui.dialogs.file_dialogs import ask_file, ask_files, ask_new_file
from dimitra_studio.gui.dropping import SUFFIXES, Choice, Kind
from dimitra_studio.gui.session import Session
from dimitra_studio.gui.settings import SettingsStore


class InputDialogs(QObject):
    """One dialog for each kind of input; each begins in the folder that it was left in."""

    files_chosen = Signal(object)  # list[Path], of any kinds

    def __init__(
        self,
        session: Session,
        media: MediaController,
        transcript: TranscriptController,
        store: SettingsStore,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._media, self._transcript = session, media, transcript
        self._store, self._window = store, window

    def bind(self, actions: Actions) -> None:
        """Connect the commands."""
        actions.bind({
            "import_portrait": self.ask_portrait,
            "import_recording": self.ask_recording,
            "import_video": self.ask_video,
            "import_transcript": self.ask_transcript,
            "export_transcript": self.ask_transcript_export,
        })  # fmt: skip

    def ask_files(self) -> None:
        """Ask for inputs of any kinds at once."""
        endings = " ".join(f"*{ending}" for endings in SUFFIXES.values() for ending in endings)
        filters = [self.tr("Everything that can be used") + f" ({endings})"]
        title, folder = self.tr("Choose files"), self._folder("files")
        ask_files(self._window, title, folder, filters, self._on_files_chosen)

    def ask_one(self, choice: Choice) -> None:
        """Ask which of several dropped files is meant."""
        box = QInputDialog(self._window)
        box.setWindowTitle(self.tr("Which one?"))
        box.setLabelText(self.tr("Several files of one kind were dropped; choose one."))
        box.setComboBoxItems([path.name for path in choice.paths])
        box.textValueSelected.connect(partial(self._on_one_chosen, choice))
        box.finished.connect(box.deleteLater)
        box.open()

    def ask_portrait(self) -> None:
        """Ask for the picture to animate."""
        title = self.tr("Choose a portrait")
        self._ask(title, self.tr("Pictures"), ("portrait",), self._media.take_portrait)

    def ask_recording(self) -> None:
        """Ask for the speech."""
        title, kinds = self.tr("Choose a recording"), self.tr("Recordings and videos")
        self._ask(title, kinds, ("recording", "video"), self._media.take_recording)

    def ask_video(self) -> None:
        """Ask for a video to track."""
        title = self.tr("Choose a video to track")
        self._ask(title, self.tr("Videos"), ("video",), self._media.take_video)

    def ask_transcript(self) -> None:
        """Ask for a file with the words."""
        title, kinds = self.tr("Import a transcript"), self.tr("Texts and timings")
        self._ask(title, kinds, ("transcript", "timing"), self._take_words)

    def ask_transcript_export(self) -> None:
        """Ask where to write the words; the ending tells the format."""
        formats = [f"{suffix[1:].upper()} (*{suffix})" for suffix in SUFFIXES["timing"]]
        suggestion = self._folder("transcript") / f"{self._session.project.name}.TextGrid"
        ask_new_file(
            self._window,
            self.tr("Export the transcript"),
            suggestion,
            [self.tr("TextGrid (*.TextGrid)"), *formats[1:]],
            self._transcript.export,
        )

    def _on_files_chosen(self, paths: list[Path]) -> None:
        folders = {**self._store.values.folders, "files": str(paths[0].parent)}
        self._store.change(folders=folders)
        self.files_chosen.emit(paths)

    def _on_one_chosen(self, choice: Choice, name: str) -> None:
        self.files_chosen.emit([path for path in choice.paths if path.name == name][:1])

    def _take_words(self, path: Path) -> None:
        if path.suffix.lower() in SUFFIXES["timing"]:
            self._media.take_timing(path)
        else:
            self._media.take_transcript(path)

    def _ask(
        self, title: str, name: str, kinds: tuple[Kind, ...], take: Callable[[Path], None]
    ) -> None:
        endings = " ".join(f"*{suffix}" for kind in kinds for suffix in SUFFIXES[kind])
        everything = self.tr("All files (*)")

        def chosen(path: Path) -> None:
            folders = {**self._store.values.folders, kinds[0]: str(path.parent)}
            self._store.change(folders=folders)
            take(path)

        filters = [f"{name} ({endings})", everything]
        ask_file(self._window, title, self._folder(kinds[0]), filters, chosen)

    def _folder(self, purpose: str) -> Path:
        folder = Path(self._store.values.folders.get(purpose, ""))
        return folder if folder.is_dir() and folder != Path() else Path.home()
