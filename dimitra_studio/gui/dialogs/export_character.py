"""The part of the export dialog that chooses somebody's own character."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from dimitra_studio.gui.dialogs.file_dialogs import ask_file
from dimitra_studio.gui.dialogs.mapping_dialog import MappingDialog
from dimitra_studio.gui.dialogs.mapping_texts import doubts_text, found_text, missing_text
from dimitra_studio.gui.panels.hint_label import HintLabel
from dimitra_studio.gui.panels.icon_button import explain
from dimitra_studio.pipeline.character import (
    SUFFIXES,
    Character,
    MappingReport,
    Wishes,
    remembered,
    to_document,
)


class ExportCharacter(QWidget):
    """A file, what was found in it, and what is decided of it.

    Each ``match_requested`` is answered by ``set_report`` or ``set_failure``, unless another one
    followed it.
    """

    changed = Signal()
    match_requested = Signal(object, object)  # Path, Wishes or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._path: Path | None = None
        self._wishes: Wishes | None = None
        self._of_last_time = False  # whether the wishes come from another day
        self._report: MappingReport | None = None
        self._found: MappingReport | None = None
        self._failure, self._left_out = "", ""
        self._waits = False
        self._dialog: MappingDialog | None = None
        self._file = QLineEdit()
        self._file.setReadOnly(True)
        self._file.setAcceptDrops(False)  # it goes to the whole widget
        self._file.setAccessibleName(self.tr("Your character"))
        self._file.setPlaceholderText(self.tr("Choose a file, or drop it here"))
        self._choose = QPushButton(self.tr("&Choose…"))
        self._choose.setAccessibleName(self.tr("Choose a character"))
        self._choose.setToolTip(self.tr("Choose your character, a .glb, .gltf or .vrm file"))
        self._mapping = QPushButton(self.tr("&Mapping…"))
        for button in (self._choose, self._mapping):
            button.setAutoDefault(False)  # Enter exports
        self._about, self._doubts = HintLabel(tone="plain"), HintLabel(tone="warning")
        self._arrange()
        self._choose.clicked.connect(self._on_choose_clicked)
        self._mapping.clicked.connect(self.edit_mapping)
        self._refresh()

    def begin(self) -> None:
        """Look at the file that is remembered, now that somebody wants to know."""
        unknown = self._report is None and not self._failure and not self._waits
        if self._path is not None and unknown and self._path.is_file():
            self._ask(self._wishes)

    def choose(self, path: Path) -> None:
        """Take a file and look at it; what was decided of another is forgotten."""
        if path.suffix.lower() not in SUFFIXES:
            text = self.tr("{name} is no character; choose a .glb, .gltf or .vrm file")
            self._doubts.show_text(text.format(name=path.name), "error")
            return
        self._path, self._wishes = path, None
        self._report = self._found = None
        self._failure = self._left_out = ""
        self._ask(None)

    def character(self) -> Character:
        """What is chosen; call it only without a ``problem``."""
        if self._path is None:
            raise ValueError("no character is chosen")
        return Character(self._path, self._wishes)

    def problem(self) -> str | None:
        """What keeps the animation from it."""
        if self._path is None:
            return self.tr("Choose a character")
        if not self._path.is_file():
            text = self.tr("{name} is not there any more; choose it again")
            return text.format(name=self._path.name)
        if self._waits:
            return self.tr("The character is being read")
        return self._failure or None

    def is_file(self, path: Path) -> bool:
        """Whether the character itself is in that place."""
        if self._path is None:
            return False
        try:
            return path.samefile(self._path)
        except OSError:  # one of them is not there
            return False

    def doubts(self) -> str:
        """What was guessed and what is missing, as the end of a sentence."""
        if self._report is None or self._found is None:
            return ""
        return doubts_text(self._report, self._found)

    def edit_mapping(self) -> None:
        """Open the dialog that changes what drives what, once the character is known."""
        if self._report is None or self._found is None:
            return
        self._dialog = MappingDialog(self._report, self._found, self)
        self._dialog.match_requested.connect(self._ask)
        self._dialog.accepted.connect(self._on_mapping_accepted)
        self._dialog.rejected.connect(self._on_mapping_rejected)
        self._dialog.finished.connect(self._dialog.deleteLater)
        self._dialog.open()

    def set_report(self, report: MappingReport, found: MappingReport | None = None) -> None:
        """Show what was found in the file.

        Args:
            report: with the wishes that were asked for; dropped if it is of another file.
            found: without them; the same if None.
        """
        if report.character != self._path:
            return
        self._waits = False
        if self._dialog is not None:
            self._dialog.set_report(report)
        else:
            self._report, self._found, self._failure = report, found or report, ""
        self._refresh()
        self.changed.emit()

    def set_failure(self, sentence: str) -> None:
        """Say why nothing was found in the file."""
        self._waits = False
        if self._dialog is not None:
            self._dialog.set_failure(sentence)
        elif self._wishes is not None and self._of_last_time:
            self._left_out = self.tr("The mapping of last time does not fit and is left out")
            self._wishes = None
            self._ask(None)
            return
        else:
            self._report, self._found, self._failure = None, None, sentence
        self._refresh()
        self.changed.emit()

    def state(self) -> dict[str, Any]:
        """What to remember for the next time, JSON values alone."""
        if self._path is None:
            return {}
        mapping = None if self._wishes is None else to_document(self._wishes)
        return {"path": str(self._path), "mapping": mapping}

    def set_state(self, state: dict[str, Any]) -> None:
        """Choose what was chosen the last time; it is read by ``begin``."""
        path = state.get("path")
        if isinstance(path, str) and Path(path).suffix.lower() in SUFFIXES:
            self._path, self._wishes = Path(path), remembered(state.get("mapping"))
            self._of_last_time = True
            self._refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.choose(path)

    def _arrange(self) -> None:
        file, findings, words = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        file.addWidget(self._file, 1)
        file.addWidget(self._choose)
        words.addWidget(self._about)
        words.addWidget(self._doubts)
        findings.addLayout(words, 1)
        findings.addWidget(self._mapping, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(file)
        column.addLayout(findings)

    def _ask(self, wishes: Wishes | None) -> None:
        """Have the file looked at with these wishes, off this thread."""
        self._waits = True
        self._refresh()
        self.changed.emit()
        self.match_requested.emit(self._path, wishes)

    def _refresh(self) -> None:
        self._file.setText("" if self._path is None else self._path.name)
        self._file.setToolTip(self.tr("Nothing is chosen") if self._path is None
                              else str(self._path))  # fmt: skip
        report, found = self._report, self._found
        about = doubts = ""
        if self._waits:
            about = self.tr("Reading the character…")
        elif report is not None and found is not None:
            about, doubts = found_text(report, found), missing_text(report.missing)
            doubts = "\n".join(filter(None, (doubts, self._left_out)))
        self._about.show_text(about, "plain")
        self._doubts.show_text(doubts, "warning")
        reason = None
        if report is None or self._waits:
            reason = self.problem() or self.tr("The character is being read")
        explain(self._mapping, self.tr("See and change what drives what"), reason)

    def _on_choose_clicked(self) -> None:
        folder = Path.home() if self._path is None else self._path.parent
        patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        filters = [self.tr("Characters ({patterns})").format(patterns=patterns)]
        ask_file(self, self.tr("Choose your character"), folder, filters, self.choose)

    def _on_mapping_accepted(self) -> None:
        if self._dialog is not None:
            wishes, self._dialog = self._dialog.wishes(), None
            self._wishes, self._of_last_time, self._left_out = wishes, False, ""
            self._ask(wishes)

    def _on_mapping_rejected(self) -> None:
        self._dialog = None
        if self._waits:  # for the dialog, whose answer nobody wants any more
            self._ask(self._wishes)


def _dropped(data: QMimeData) -> Path | None:
    """The one file that is dropped; None for anything else."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())
