"""Dialog for the settings of the window."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from dimitra_studio.gui.settings import Settings

_WIDTH = 58  # characters


class SettingsDialog(QDialog):
    """Look, language, autosave and device; each change takes effect at once."""

    changed = Signal(str, object)  # name of the setting, its value

    def __init__(
        self,
        settings: Settings,
        *,
        languages: Sequence[tuple[str, str]] = (),
        devices: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Show the settings.

        Args:
            settings: the present ones.
            languages: codes and names of the translations; English need not be among them.
            devices: names for the engine and for people, besides the automatic choice.
            parent: window that it is shown on.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._boxes = {
            "theme": self._make_box("theme", self._themes()),
            "language": self._make_box("language", [*self._plain_languages(), *languages]),
            "device": self._make_box("device", [("auto", self.tr("Automatic")), *devices]),
        }
        self._restart = QLabel(self.tr("Takes effect when Dimitra Studio is started again."))
        self._restart.setWordWrap(True)
        self._motion = QCheckBox(self.tr("&Reduce motion"))
        self._motion.setToolTip(self.tr("Nothing fades or slides"))
        self._autosave = self._make_autosave()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)

        form = QFormLayout()
        form.addRow(self.tr("&Theme"), self._boxes["theme"])
        form.addRow(self.tr("&Language"), self._boxes["language"])
        form.addRow("", self._restart)
        form.addRow("", self._motion)
        form.addRow(self.tr("&Autosave every"), self._autosave)
        form.addRow(self.tr("Generate &on"), self._boxes["device"])
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addStretch()
        layout.addWidget(buttons)

        self.set_settings(settings)
        self._motion.toggled.connect(self._on_motion_toggled)
        self._autosave.editingFinished.connect(self._on_autosave_edited)
        buttons.rejected.connect(self.reject)
        self.resize(self.fontMetrics().averageCharWidth() * _WIDTH, self.sizeHint().height())

    def set_settings(self, settings: Settings) -> None:
        """Show ``settings`` without telling."""
        self._settings = settings
        for name, box in self._boxes.items():
            value = getattr(settings, name)
            if box.findData(value) < 0:  # a device that was taken out, a language from elsewhere
                box.addItem(self.tr("{name} (not available)").format(name=value), value)
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(value))
        with QSignalBlocker(self._motion), QSignalBlocker(self._autosave):
            self._motion.setChecked(settings.reduced_motion)
            self._autosave.setValue(settings.autosave_interval)

    def _themes(self) -> list[tuple[str, str]]:
        return [
            ("system", self.tr("As the desktop")),
            ("dark", self.tr("Dark")),
            ("light", self.tr("Light")),
        ]

    def _plain_languages(self) -> list[tuple[str, str]]:
        return [("", self.tr("As the desktop")), ("en", "English")]

    def _make_box(self, name: str, choices: Sequence[tuple[str, str]]) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        for value, text in dict(choices).items():
            box.addItem(text, value)
        tips = {
            "theme": self.tr("Colours of the window"),
            "language": self.tr("Language of menus and texts"),
            "device": self.tr("Where the networks run"),
        }
        box.setToolTip(tips[name])
        box.activated.connect(self._on_activated)
        return box

    def _make_autosave(self) -> QSpinBox:
        box = QSpinBox()
        box.setObjectName("autosave_interval")
        box.setRange(10, 3600)
        box.setSingleStep(10)
        box.setSuffix(self.tr(" s"))
        box.setToolTip(
            self.tr("Seconds between copies of unsaved work, which are kept beside your file")
        )
        return box

    def _tell(self, name: str, value: Any) -> None:
        if value != getattr(self._settings, name):
            self._settings = self._settings.model_copy(update={name: value})
            self.changed.emit(name, value)

    def _on_activated(self) -> None:
        for name, box in self._boxes.items():
            self._tell(name, box.currentData())

    def _on_motion_toggled(self, checked: bool) -> None:
        self._tell("reduced_motion", checked)

    def _on_autosave_edited(self) -> None:
        self._tell("autosave_interval", self._autosave.value())
