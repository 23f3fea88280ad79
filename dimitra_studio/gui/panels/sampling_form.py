"""Seed, expressiveness, steps and seam of the next take."""

import secrets
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QToolButton, QWidget

from dimitra_studio.core.take import MOST_STEPS, Settings
from dimitra_studio.gui import theme
from dimitra_studio.gui.panels.icon_button import IconButton
from dimitra_studio.gui.panels.seed_box import SeedBox
from dimitra_studio.gui.panels.value_slider import ValueSlider

_SEEDS = 100_000  # short enough to be told to a colleague
_DEFAULT = Settings()


class SamplingForm(QWidget):
    """Rows for ``Settings``."""

    settings_changed = Signal(object)  # Settings
    seed_lock_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = _DEFAULT
        self._seed = SeedBox()
        self._seed.setObjectName("seed")
        self._seed.setAccessibleName(self.tr("Seed"))
        self._seed.setToolTip(
            self.tr("The same seed, words and settings give the same motion again")
        )
        self._lock = QToolButton()
        self._lock.setObjectName("seed_lock")
        self._lock.setCheckable(True)
        self._lock.setAutoRaise(True)
        self._lock.setAccessibleName(self.tr("Lock the seed"))
        self._dice = IconButton(
            "dice", self.tr("Throw a seed"), self.tr("Another seed, drawn at random")
        )
        self._dice.setObjectName("dice")
        self._guidance = self._make_guidance()
        self._steps = self._make_steps()
        self._seam = self._make_seam()

        seed = QWidget()
        seed.setFocusProxy(self._seed)
        row = QHBoxLayout(seed)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._seed, 1)
        row.addWidget(self._lock)
        row.addWidget(self._dice)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setColumnStretch(1, 1)
        self.add_row(self.tr("Seed"), seed)
        self.add_row(self.tr("Liveliness"), self._guidance)
        self.add_row(self.tr("Steps"), self._steps)
        self.add_row(self.tr("Seam"), self._seam)

        self._seed.value_changed.connect(self._on_seed_changed)
        self._lock.toggled.connect(self._on_lock_toggled)
        self._dice.clicked.connect(self._on_dice_thrown)
        self._guidance.value_changed.connect(self._on_guidance_changed)
        self._steps.value_changed.connect(self._on_steps_changed)
        self._seam.value_changed.connect(self._on_seam_changed)
        self._show_lock(False)

    @property
    def settings(self) -> Settings:
        return self._settings

    @property
    def seed_locked(self) -> bool:
        return self._lock.isChecked()

    def set_settings(self, settings: Settings) -> None:
        """Show settings without telling."""
        self._settings = settings
        self._seed.set_value(settings.seed)
        self._guidance.set_value(settings.guidance)
        self._steps.set_value(settings.n_steps)
        self._seam.set_value(1000 * settings.seam)

    def set_seed_locked(self, on: bool) -> None:
        """Keep the seed for the next take, or draw one; without telling."""
        with QSignalBlocker(self._lock):
            self._lock.setChecked(on)
        self._show_lock(on)

    def add_row(self, name: str, field: QWidget) -> None:
        """Add a row for something that belongs here but is no part of the settings."""
        label, row = QLabel(name), self._layout.rowCount()
        label.setBuddy(field)
        self._layout.addWidget(label, row, 0)
        self._layout.addWidget(field, row, 1)

    def next_settings(self) -> Settings:
        """Those of the take that is asked for now; without the lock, with a new seed."""
        if not self.seed_locked:
            self._draw()
        return self._settings

    def _make_guidance(self) -> ValueSlider:
        return ValueSlider(
            self.tr("Liveliness"),
            self.tr("How strongly the voice drives the face; 1 is as in life, 0 nearly at rest"),
            3.0,
            step=0.05,
            default=_DEFAULT.guidance,
            decimals=2,
            highest=10.0,
        )

    def _make_steps(self) -> ValueSlider:
        return ValueSlider(
            self.tr("Steps"),
            self.tr("Denoising steps: more take longer and are hardly better beyond 8"),
            50,
            minimum=1,
            default=_DEFAULT.n_steps,
            highest=MOST_STEPS,
        )

    def _make_seam(self) -> ValueSlider:
        return ValueSlider(
            self.tr("Seam"),
            self.tr("Time inside a regenerated range in which it leads into what is around it"),
            1000,
            step=20,
            default=1000 * _DEFAULT.seam,
            suffix=self.tr(" ms"),
            highest=5000,
        )

    def _draw(self) -> None:
        self._settings = replace(self._settings, seed=secrets.randbelow(_SEEDS))
        self._seed.set_value(self._settings.seed)

    def _change(self, settings: Settings) -> None:
        self._settings = settings
        self.settings_changed.emit(settings)

    def _show_lock(self, on: bool) -> None:
        self._lock.setIcon(theme.icon("lock" if on else "unlock"))
        self._lock.setToolTip(
            self.tr("The next take gets this seed again")
            if on
            else self.tr("Every take gets a new seed; lock it to use this one again")
        )

    def _on_lock_toggled(self, on: bool) -> None:
        self._show_lock(on)
        self.seed_lock_changed.emit(on)

    def _on_dice_thrown(self) -> None:
        self._draw()
        self._lock.setChecked(True)  # who throws the dice wants to see what it gives
        self.settings_changed.emit(self._settings)

    def _on_seed_changed(self, seed: int) -> None:
        self._lock.setChecked(True)  # who types a seed means it
        self._change(replace(self._settings, seed=seed))

    def _on_guidance_changed(self, value: float) -> None:
        self._change(replace(self._settings, guidance=value))

    def _on_steps_changed(self, value: float) -> None:
        self._change(replace(self._settings, n_steps=round(value)))

    def _on_seam_changed(self, value: float) -> None:
        self._change(replace(self._settings, seam=value / 1000))
