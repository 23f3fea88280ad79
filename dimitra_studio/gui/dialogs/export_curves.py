"""The part of the export dialog that chooses what curves look like."""

import math
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QWidget

from dimitra_studio.core.rig import COMPONENTS
from dimitra_studio.gui.panels.component_names import component_name
from dimitra_studio.gui.translations import FORMATS
from dimitra_studio.pipeline.hand_over import PRESETS, Options

_FPS = 25  # of the frames in a timecode, as everywhere in the window


class ExportCurves(QWidget):
    """Components, the program they are for, and the timecode of the first frame."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._components = {name: QCheckBox(component_name(name)) for name in COMPONENTS}
        row = QHBoxLayout()
        for box in self._components.values():
            box.setChecked(True)
            box.setToolTip(self.tr("Write it; otherwise it holds still"))
            box.toggled.connect(self.changed)
            row.addWidget(box)
        row.addStretch(1)
        self._preset = QComboBox()
        self._preset.setAccessibleName(self.tr("Axes and unit"))
        self._preset.setToolTip(self.tr("Axes and unit of the program that opens the file"))
        for name, title in PRESETS.items():
            self._preset.addItem(QCoreApplication.translate(FORMATS, title), name)
        self._preset.setCurrentIndex(self._preset.findData("standard"))
        self._timecode = QLineEdit("00:00:00:00")
        self._timecode.setInputMask("99:99:99:99")
        self._timecode.setAccessibleName(self.tr("Timecode of the first frame"))
        self._timecode.setToolTip(self.tr("Hours, minutes, seconds and frames at 25 a second"))
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.tr("Components"), row)
        form.addRow(self.tr("Made for"), self._preset)
        form.addRow(self.tr("Timecode"), self._timecode)
        self._preset.currentIndexChanged.connect(self.changed)
        self._timecode.textChanged.connect(self.changed)

    def problem(self) -> str | None:
        """Why it cannot be exported so."""
        if not any(box.isChecked() for box in self._components.values()):
            return self.tr("No component is chosen; tick at least one")
        if self._seconds() is None:
            return self.tr("The timecode is no time of a day; write it as 01:00:00:00")
        return None

    def options(self) -> Options:
        """What is chosen now; call it only without a ``problem``."""
        chosen = tuple(name for name, box in self._components.items() if box.isChecked())
        return Options(
            components=chosen,
            preset=self._preset.currentData(),
            timecode=self._seconds() or 0.0,
        )

    def state(self) -> dict[str, Any]:
        """What to remember for the next time, JSON values alone."""
        return {"preset": self._preset.currentData()}

    def set_state(self, state: dict[str, Any]) -> None:
        """Choose what was chosen the last time."""
        index = self._preset.findData(state.get("preset"))
        if index >= 0:
            self._preset.setCurrentIndex(index)

    def _seconds(self) -> float | None:
        """The timecode in seconds; None if it is none."""
        parts = self._timecode.text().split(":")
        if len(parts) != 4 or not all(part.isdigit() for part in parts):
            return None
        hours, minutes, seconds, frames = map(int, parts)
        if hours > 23 or minutes > 59 or seconds > 59 or frames >= _FPS:
            return None
        return math.fsum((3600 * hours, 60 * minutes, seconds, frames / _FPS))
