"""What the project is made of: portrait, recording and words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dimitra_studio.gui import theme
from dimitra_studio.gui.panels.elided_label import ElidedLabel
from dimitra_studio.gui.panels.hint_label import HintLabel
from dimitra_studio.gui.panels.range_texts import time_text, words_text
from dimitra_studio.gui.panels.thumbnail import Picture, Thumbnail


class ProjectInfo(QWidget):
    """Shows the inputs, and asks for others."""

    portrait_requested = Signal()
    recording_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnail = Thumbnail()
        middle = Qt.TextElideMode.ElideMiddle
        self._portrait_name, self._portrait = ElidedLabel(mode=middle), HintLabel()
        self._recording_name, self._recording = ElidedLabel(mode=middle), HintLabel()
        self._words = HintLabel()
        for label, name in (
            (self._portrait, "portrait"),
            (self._recording, "recording"),
            (self._words, "words"),
        ):
            label.setObjectName(name)
        self._portrait_button = QPushButton()
        self._portrait_button.setIcon(theme.icon("portrait"))
        self._recording_button = QPushButton()
        self._recording_button.setIcon(theme.icon("waveform"))

        texts = QVBoxLayout()
        texts.addWidget(self._portrait_name)
        texts.addWidget(self._portrait)
        texts.addWidget(self._recording_name)
        texts.addWidget(self._recording)
        texts.addWidget(self._words)
        texts.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addWidget(self._portrait_button)
        buttons.addWidget(self._recording_button)
        layout = QGridLayout(self)
        layout.setColumnStretch(1, 1)
        layout.addWidget(self._thumbnail, 0, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(texts, 0, 1)
        layout.addLayout(buttons, 1, 0, 1, 2)

        self._portrait_button.clicked.connect(self.portrait_requested)
        self._recording_button.clicked.connect(self.recording_requested)
        self.set_portrait(None, None, None)
        self.set_recording(None, 0.0, None)
        self.set_transcript(None)

    def set_portrait(self, name: str | None, picture: Picture | None, eyes: float | None) -> None:
        """Show the portrait.

        Args:
            name: of the file; there is no portrait if None.
            picture: ``(H, W, 3)`` sRGB, any size.
            eyes: pixels between the outer corners of the eyes.
        """
        self._thumbnail.set_picture(picture)
        self._thumbnail.setAccessibleName(name or self.tr("No portrait"))
        self._portrait_name.setText(name or self.tr("No portrait"))
        parts = []
        if picture is not None:
            parts.append(f"{picture.shape[1]} x {picture.shape[0]}")
        if eyes is not None:
            parts.append(self.tr("eyes {n} px apart").format(n=round(eyes)))
        self._portrait.show_text(", ".join(parts))
        self._portrait_button.setText(self.tr("Replace…") if name else self.tr("Portrait…"))
        self._portrait_button.setAccessibleName(
            self.tr("Replace the portrait") if name else self.tr("Choose a portrait")
        )
        self._portrait_button.setToolTip(self.tr("Choose a picture with one face"))

    def set_recording(self, name: str | None, duration: float, rate: int | None) -> None:
        """Show the recording.

        Args:
            name: of the file; there is no recording if None.
            duration: in seconds.
            rate: samples per second in the file, if it is known.
        """
        self._recording_name.setText(name or self.tr("No recording"))
        text = ""
        if name:
            text = self.tr("{duration} s").format(duration=time_text(duration))
            if rate:
                text += self.tr(", {rate} kHz").format(rate=f"{rate / 1000:g}")
        self._recording.show_text(text)
        self._recording_button.setText(self.tr("Replace…") if name else self.tr("Recording…"))
        self._recording_button.setAccessibleName(
            self.tr("Replace the recording") if name else self.tr("Choose a recording")
        )
        self._recording_button.setToolTip(self.tr("Choose a recording of speech"))

    def set_transcript(self, n_words: int | None, n_doubtful: int = 0) -> None:
        """Show how many words there are, and how many of them were hardly heard.

        Args:
            n_words: None without a transcript.
            n_doubtful: of them.
        """
        if n_words is None:
            self._words.show_text(self.tr("No words: the sound alone drives the face"))
            return
        text = words_text(n_words)
        if n_doubtful:
            text += self.tr(", {n} doubtful").format(n=n_doubtful)
        self._words.show_text(text, "warning" if n_doubtful else "quiet")
