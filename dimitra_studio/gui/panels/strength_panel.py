"""How strongly lips, expression, head and blinks are shown, and when the sound comes."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from dimitra_studio.core.strength import Strength
from dimitra_studio.gui import theme
from dimitra_studio.gui.panels.value_slider import ValueSlider

_FACTORS = ("lips", "expression", "pose", "blink")
_MOST = 200.0  # per cent
_HIGHEST = 1000.0  # per cent, by typing
_LATEST = 500.0  # milliseconds


class StrengthPanel(QWidget):
    """Sliders over the takes; nothing is generated again."""

    strength_changed = Signal(object)  # Strength
    sound_delay_changed = Signal(float)  # seconds

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strength = Strength()
        self._before_mute = dict.fromkeys(_FACTORS, 1.0)
        self._sliders: dict[str, ValueSlider] = {}
        self._mutes: dict[str, QToolButton] = {}
        layout = QGridLayout(self)
        layout.setColumnStretch(1, 1)
        for row, factor in enumerate(_FACTORS):
            self._add_factor(layout, row, factor)
        self._delay = ValueSlider(
            self.tr("Sound delay"),
            self.tr("How long the sound comes after the picture; negative for before"),
            _LATEST,
            minimum=-_LATEST,
            step=5,
            suffix=self.tr(" ms"),
        )
        self._delay.value_changed.connect(self._on_delay_changed)
        label = QLabel(self.tr("Sound delay"))
        label.setBuddy(self._delay)
        layout.addWidget(label, len(_FACTORS), 0)
        layout.addWidget(self._delay, len(_FACTORS), 1)

    def set_strength(self, strength: Strength) -> None:
        """Show the factors without telling."""
        self._strength = strength
        for factor in _FACTORS:
            value = getattr(strength, factor)
            if value > 0:
                self._before_mute[factor] = value
            self._sliders[factor].set_value(100 * value)
            with QSignalBlocker(self._mutes[factor]):
                self._mutes[factor].setChecked(value == 0)

    def set_sound_delay(self, delay: float) -> None:
        """Show the delay in seconds without telling."""
        self._delay.set_value(1000 * delay)

    def _texts(self) -> dict[str, tuple[str, str]]:
        return {
            "lips": (self.tr("Lips"), self.tr("How far the lips and the jaw move")),
            "expression": (
                self.tr("Expression"),
                self.tr("How far brows, cheeks, eyes and the corners of the mouth move"),
            ),
            "pose": (self.tr("Head"), self.tr("How far the head moves away from its rest")),
            "blink": (self.tr("Blinks"), self.tr("How far the lids close in a blink")),
        }

    def _add_factor(self, layout: QGridLayout, row: int, factor: str) -> None:
        name, tooltip = self._texts()[factor]
        slider = ValueSlider(
            self.tr("{part} strength").format(part=name),
            tooltip,
            _MOST,
            default=100,
            suffix=self.tr(" %"),
            highest=_HIGHEST,
        )
        slider.setObjectName(factor)
        slider.value_changed.connect(self._on_slider_changed)
        mute = QToolButton()
        mute.setObjectName(f"mute_{factor}")
        mute.setIcon(theme.icon("mute"))
        mute.setCheckable(True)
        mute.setAutoRaise(True)
        mute.setAccessibleName(self.tr("Mute {part}").format(part=name))
        mute.setToolTip(self.tr("{part}: hold still, or move again as before").format(part=name))
        mute.toggled.connect(self._on_mute_toggled)
        label = QLabel(name)
        label.setBuddy(slider)
        layout.addWidget(label, row, 0)
        layout.addWidget(slider, row, 1)
        layout.addWidget(mute, row, 2)
        self._sliders[factor], self._mutes[factor] = slider, mute

    def _on_slider_changed(self, value: float) -> None:
        self._change(self.sender().objectName(), value / 100)

    def _on_mute_toggled(self, on: bool) -> None:
        factor = self.sender().objectName().removeprefix("mute_")
        self._change(factor, 0.0 if on else self._before_mute[factor])

    def _change(self, factor: str, value: float) -> None:
        self.set_strength(replace(self._strength, **{factor: value}))
        self.strength_changed.emit(self._strength)

    def _on_delay_changed(self, value: float) -> None:
        self.sound_delay_changed.emit(value / 1000)
