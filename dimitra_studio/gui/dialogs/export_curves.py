"""The part of the export dialog that chooses what curves look like."""

import math
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from dimitra_studio.core.rig import COMPONENTS
from dimitra_studio.gui.dialogs.amount_box import AmountBox
from dimitra_studio.gui.dialogs.channel_amounts import AmountWords, ChannelAmounts
from dimitra_studio.gui.panels.component_names import component_name
from dimitra_studio.gui.panels.icon_button import explain
from dimitra_studio.gui.translations import FORMATS
from dimitra_studio.pipeline.hand_over import PRESETS, Options

_FPS = 25  # of the frames in a timecode, as everywhere in the window
_MOST_GAIN = 3.0
_MOST_OFFSET = 10.0  # coefficients are standard deviations, and go further than blendshapes


class ExportCurves(QWidget):
    """Components with their gain, offsets, the program they are for, and the first timecode."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._components = {name: QCheckBox(component_name(name)) for name in COMPONENTS}
        for box in self._components.values():
            box.setChecked(True)
            box.setToolTip(self.tr("Write it; otherwise it holds still"))
        self._gains = {name: self._make_gain(name) for name in COMPONENTS}
        self._offsets = ChannelAmounts(self._offset_words(), amount=0.0, most=_MOST_OFFSET)
        self._reset = QPushButton(self.tr("Rese&t"))
        self._reset.setAutoDefault(False)
        self._preset = self._make_preset()
        self._timecode = QLineEdit("00:00:00:00")
        self._timecode.setInputMask("99:99:99:99")
        self._timecode.setAccessibleName(self.tr("Timecode of the first frame"))
        self._timecode.setToolTip(self.tr("Hours, minutes, seconds and frames at 25 a second"))
        self._arrange()
        for name in COMPONENTS:
            self._components[name].toggled.connect(self._on_changed)
            self._gains[name].valueChanged.connect(self._on_changed)
        self._offsets.changed.connect(self._on_changed)
        self._reset.clicked.connect(self._on_reset_clicked)
        self._preset.currentIndexChanged.connect(self._on_changed)
        self._timecode.textChanged.connect(self._on_changed)
        self._refresh()

    def set_channels(self, channels: Sequence[str]) -> None:
        """Set what an offset can be added to."""
        self._offsets.set_channels(channels)
        self._refresh()

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
            gain=self._gain(),
            offset=self._offset(),
            preset=self._preset.currentData(),
            timecode=self._seconds() or 0.0,
        )

    def state(self) -> dict[str, Any]:
        """What to remember for the next time, JSON values alone.

        Gain and offsets are not: they would change another project, and nobody would notice.
        """
        return {"preset": self._preset.currentData()}

    def set_state(self, state: dict[str, Any]) -> None:
        """Choose what was chosen the last time."""
        index = self._preset.findData(state.get("preset"))
        if index >= 0:
            self._preset.setCurrentIndex(index)

    def _make_gain(self, component: str) -> AmountBox:
        name = self.tr("Gain: {component}").format(component=component_name(component))
        box = AmountBox(name, "", 0.0, _MOST_GAIN)
        box.setPrefix("× ")  # noqa: RUF001 - what it is meant to be
        box.setValue(1.0)
        return box

    def _offset_words(self) -> AmountWords:
        return AmountWords(
            add=self.tr("A&dd an offset"),
            add_tip=self.tr("Add the same amount to every frame of a channel"),
            empty=self.tr("Choose a channel"),
            amount=self.tr("Amount of the offset"),
            amount_tip=self.tr(
                "Added after the gain; blendshapes go from 0 to 1, the head has radians and metres"
            ),
            remove=self.tr("Remove this offset"),
        )

    def _make_preset(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("Axes and unit"))
        box.setToolTip(self.tr("Axes and unit of the program that opens the file"))
        for name, title in PRESETS.items():
            box.addItem(QCoreApplication.translate(FORMATS, title), name)
        box.setCurrentIndex(box.findData("standard"))
        return box

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self.fontMetrics().averageCharWidth() * 2)
        grid.addWidget(QLabel(self.tr("Components")), 0, 0)
        grid.addWidget(QLabel(self.tr("Gain")), 1, 0)
        for column, name in enumerate(COMPONENTS, 1):
            grid.addWidget(self._components[name], 0, column)
            grid.addWidget(self._gains[name], 1, column)
        grid.addWidget(self._reset, 1, len(COMPONENTS) + 1)
        rest: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Offset"), self._offsets),
            (self.tr("Made for"), self._preset_and_timecode()),
        )
        for row, (text, widget) in enumerate(rest, 2):
            label = QLabel(text)
            label.setMinimumHeight(self._reset.sizeHint().height())  # rows may follow the first
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(widget, row, 1, 1, len(COMPONENTS) + 2)
        grid.setColumnStretch(len(COMPONENTS) + 2, 1)

    def _preset_and_timecode(self) -> QWidget:
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._preset, 1)
        row.addSpacing(self.fontMetrics().averageCharWidth())
        row.addWidget(QLabel(self.tr("Timecode")))
        row.addWidget(self._timecode)
        digits = self.fontMetrics().horizontalAdvance(self._timecode.text())
        self._timecode.setMaximumWidth(digits + 3 * self.fontMetrics().height())
        return both

    def _gain(self) -> dict[str, float]:
        values = {name: round(box.value(), 2) for name, box in self._gains.items()}
        return {name: value for name, value in values.items() if value != 1}

    def _offset(self) -> dict[str, float]:
        return {channel: amount for channel, amount in self._offsets.values().items() if amount}

    def _refresh(self) -> None:
        """Say of every control that is off why it is."""
        for name, box in self._gains.items():
            tip = self.tr("How strong it is written, about its rest; 1 is as shown")
            still = None if self._components[name].isChecked() else self.tr("It holds still")
            explain(box, tip, still)
        plain = not self._gain() and not self._offsets.values()
        tip = self.tr("Set every gain to 1 and take the offsets out")
        explain(self._reset, tip, self.tr("Nothing is changed yet") if plain else None)

    def _on_changed(self) -> None:
        self._refresh()
        self.changed.emit()

    def _on_reset_clicked(self) -> None:
        for box in self._gains.values():
            with QSignalBlocker(box):
                box.setValue(1.0)
        self._offsets.set_values({})
        self._on_changed()

    def _seconds(self) -> float | None:
        """The timecode in seconds; None if it is none."""
        parts = self._timecode.text().split(":")
        if len(parts) != 4 or not all(part.isdigit() for part in parts):
            return None
        hours, minutes, seconds, frames = map(int, parts)
        if hours > 23 or minutes > 59 or seconds > 59 or frames >= _FPS:
            return None
        return math.fsum((3600 * hours, 60 * minutes, seconds, frames / _FPS))
