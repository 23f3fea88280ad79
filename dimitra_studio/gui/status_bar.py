"""What the window is doing, in one line."""

from datetime import datetime

from PySide6.QtWidgets import QLabel, QStatusBar, QWidget


class StatusBar(QStatusBar):
    """Device, frame rate of the preview, sample rate, autosave and unsaved changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._device = self._add(self.tr("Device of the networks"))
        self._rate = self._add(self.tr("Sample rate of the recording"))
        self._fps = self._add(self.tr("Frame rate of the preview"))
        self._autosave = self._add(self.tr("Time of the last autosave"))
        self._saved = self._add(self.tr("Whether everything is saved"))

    def set_device(self, device: str) -> None:
        """Show where the networks run."""
        self._device.setText(device)

    def set_sample_rate(self, rate: int | None) -> None:
        """Show the samples per second of the recording."""
        self._rate.setText("" if rate is None else self.tr("{n} kHz").format(n=f"{rate / 1000:g}"))

    def set_fps(self, fps: float) -> None:
        """Show the pictures per second of the preview; 0 when it stands still."""
        self._fps.setText(self.tr("{n} fps").format(n=round(fps)) if fps else "")

    def set_autosaved(self, time: datetime) -> None:
        """Show when the work was last put aside."""
        said = self.tr("Autosaved at {time}")
        self._autosave.setText(said.format(time=time.strftime("%H:%M:%S")))

    def set_modified(self, modified: bool) -> None:
        """Show whether anything would be lost without saving."""
        self._saved.setText(self.tr("Unsaved changes") if modified else self.tr("Saved"))

    def _add(self, meaning: str) -> QLabel:
        label = QLabel()
        label.setToolTip(meaning)
        label.setAccessibleDescription(meaning)
        self.addPermanentWidget(label)
        return label
