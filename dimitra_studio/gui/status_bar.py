"""What the window is doing, in one line."""

from datetime import datetime

from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from dimitra_studio.gui.panels.elided_label import ElidedLabel


class StatusBar(QStatusBar):
    """Device, frame rate of the preview, sample rate, autosave and unsaved changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._warning = ElidedLabel()
        self._warning.setAccessibleDescription(self.tr("The last warning"))
        self.addWidget(self._warning, 1)
        self._device = self._add(self.tr("Device of the networks"))
        self._rate = self._add(self.tr("Sample rate of the recording"))
        self._fps = self._add(self.tr("Frame rate of the preview"))
        self._autosave = self._add(self.tr("Time of the last autosave"))
        self._saved = self._add(self.tr("Whether everything is saved"))

    def set_notice(self, level: str, sentence: str) -> None:
        """Keep the last warning or error in sight when its notice has been dismissed."""
        if level in ("warning", "error"):
            self._warning.setText(sentence)

    def clear_warning(self) -> None:
        """Forget the last warning: it was about another document."""
        self._warning.setText("")

    def set_device(self, device: str) -> None:
        """Show where the networks run; ``auto`` until they are there."""
        name = self.tr("automatic") if device == "auto" else device.upper()
        self._show(self._device, self.tr("Device: {name}").format(name=name))

    def set_sample_rate(self, rate: int | None) -> None:
        """Show the samples per second of the recording."""
        said = self.tr("Recording: {n} kHz")
        self._show(self._rate, "" if rate is None else said.format(n=f"{rate / 1000:g}"))

    def set_fps(self, fps: float) -> None:
        """Show the pictures per second of the preview; 0 when it stands still."""
        said = self.tr("Preview: {n} fps")
        self._show(self._fps, said.format(n=round(fps)) if fps else "")

    def set_autosaved(self, time: datetime) -> None:
        """Show when the work was last put aside."""
        said = self.tr("Autosaved at {time}")
        self._show(self._autosave, said.format(time=time.strftime("%H:%M:%S")))

    def set_modified(self, modified: bool) -> None:
        """Show whether anything would be lost without saving."""
        self._show(self._saved, self.tr("Unsaved changes") if modified else self.tr("Saved"))

    def _add(self, meaning: str) -> QLabel:
        label = QLabel()
        label.setIndent(label.fontMetrics().averageCharWidth())
        label.setMargin(2)
        label.hide()
        label.setToolTip(meaning)
        label.setAccessibleDescription(meaning)
        self.addPermanentWidget(label)
        return label

    def _show(self, label: QLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))
