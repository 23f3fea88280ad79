"""What stands above the transcript: where words come from, and what typing means."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dimitra_studio.gui import theme
from dimitra_studio.gui.panels.icon_button import IconButton, explain

MODES = ("correct", "change")
"""correct  words are spelt otherwise; times and motion stay
change   other words are said; their motion is to be generated again
"""


class TranscriptHeader(QWidget):
    """Buttons for getting words, and the switch between the two modes of typing."""

    transcribe_requested = Signal()
    align_requested = Signal()
    import_requested = Signal()
    export_requested = Signal()
    mode_changed = Signal(str)  # one of MODES

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._transcribe = self._make_button("transcribe", self.tr("Transcribe"))
        self._align = self._make_button("align", self.tr("Align"))
        self._import = IconButton(
            "import",
            self.tr("Import a transcript"),
            self.tr("Read words from a text, TextGrid, SRT, WebVTT or JSON file"),
        )
        self._export = IconButton(
            "export",
            self.tr("Export the transcript"),
            self.tr("Write the words and their times as TextGrid, SRT, WebVTT or JSON"),
        )
        self._modes = {
            "correct": QPushButton(self.tr("Correct the text")),
            "change": QPushButton(self.tr("Change the text")),
        }
        self._group = QButtonGroup(self)

        sources = QHBoxLayout()
        sources.addWidget(self._transcribe)
        sources.addWidget(self._align)
        sources.addStretch()
        sources.addWidget(self._import)
        sources.addWidget(self._export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(sources)
        layout.addWidget(self._make_switch())

        self._transcribe.clicked.connect(self.transcribe_requested)
        self._align.clicked.connect(self.align_requested)
        self._import.clicked.connect(self.import_requested)
        self._export.clicked.connect(self.export_requested)
        self._group.buttonClicked.connect(self._on_button_clicked)
        self.set_mode("change")
        self.set_reason(None)

    @property
    def mode(self) -> str:
        return "correct" if self._modes["correct"].isChecked() else "change"

    def set_mode(self, mode: str) -> None:
        """Show one of ``MODES``.

        Raises:
            ValueError: if there is no such mode.
        """
        if mode not in MODES:
            raise ValueError(f"mode must be one of {MODES}, got {mode!r}")
        with QSignalBlocker(self._group):
            self._modes[mode].setChecked(True)

    def set_reason(self, reason: str | None) -> None:
        """Why words can be neither found nor placed now; None if they can."""
        drafts = self.tr("Write down what a recogniser hears, as a draft to be corrected")
        explain(self._transcribe, drafts, reason)
        explain(self._align, self.tr("Find again when each word is said"), reason)

    def _on_button_clicked(self) -> None:
        self.mode_changed.emit(self.mode)

    def _make_button(self, icon: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"{icon}_words")
        button.setIcon(theme.icon(icon))
        button.setText(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAccessibleName(text)
        return button

    def _make_switch(self) -> QWidget:
        switch = QWidget()
        switch.setAccessibleName(self.tr("What typing does"))
        layout = QHBoxLayout(switch)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        tips = {
            "correct": self.tr("Words are written otherwise; their times and the motion stay"),
            "change": self.tr(
                "Something else is said: changed words are aligned again and marked, "
                "so that their motion can be generated anew"
            ),
        }
        for mode, button in self._modes.items():
            button.setObjectName(f"mode_{mode}")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setAccessibleName(button.text())
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            explain(button, tips[mode])
            self._group.addButton(button)
            layout.addWidget(button)
        return switch
