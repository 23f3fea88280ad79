"""What the transcript panel says while there are no words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dimitra_studio.gui import theme
from dimitra_studio.gui.panels.hint_label import HintLabel
from dimitra_studio.gui.panels.icon_button import explain


class TranscriptInvitation(QWidget):
    """Three ways to words: have them recognised, read a file, or type below."""

    transcribe_requested = Signal()
    import_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("No words yet"))
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        hint = HintLabel(
            self.tr(
                "With the words, lips close where they must. Let them be drafted from the sound, "
                "import them, or type below what is said and align it."
            )
        )
        hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._transcribe = QPushButton(theme.icon("transcribe"), self.tr("Transcribe"))
        self._transcribe.setObjectName("invite_transcribe")
        self._import = QPushButton(theme.icon("import"), self.tr("Import…"))
        for button in (self._transcribe, self._import):
            button.setAutoDefault(False)
        explain(self._import, self.tr("Read words from a text, TextGrid, SRT, WebVTT or JSON file"))

        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self._transcribe)
        buttons.addWidget(self._import)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.addWidget(title)
        layout.addWidget(hint)
        layout.addLayout(buttons)

        self._transcribe.clicked.connect(self.transcribe_requested)
        self._import.clicked.connect(self.import_requested)
        self.set_reason(None)

    def set_reason(self, reason: str | None) -> None:
        """Why nothing can be recognised now; None if it can."""
        drafts = self.tr("Write down what a recogniser hears, as a draft to be corrected")
        explain(self._transcribe, drafts, reason)
