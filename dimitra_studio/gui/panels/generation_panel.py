"""What to generate, where, and how."""

from collections.abc import Collection

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dimitra_studio.core.motion import FPS
from dimitra_studio.core.rig import COMPONENTS
from dimitra_studio.core.take import Settings
from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui import theme
from dimitra_studio.gui.panels.component_names import component_name, join_components
from dimitra_studio.gui.panels.hint_label import HintLabel
from dimitra_studio.gui.panels.icon_button import explain
from dimitra_studio.gui.panels.range_texts import describe_range, time_text
from dimitra_studio.gui.panels.sampling_form import SamplingForm


class GenerationPanel(QWidget):
    """Chooses components, range and settings, says what will happen, and asks for it."""

    generate_requested = Signal(object, object, object, bool)
    """tuple of components, Segment or None for everything, Settings, whether edits are kept"""
    settings_changed = Signal(object)  # Settings
    device_changed = Signal(str)  # its id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._locks: frozenset[str] = frozenset()
        self._segment: Segment | None = None
        self._n_edited = 0
        self._reason: str | None = None
        self._segment_reason: str | None = None
        self._boxes = {name: QCheckBox(component_name(name)) for name in COMPONENTS}
        self._everything = QRadioButton(self.tr("Whole recording"))
        self._selection = QRadioButton(self.tr("Selection"))
        self._ranges = QButtonGroup(self)
        self._span = HintLabel()
        self._form = SamplingForm()
        self._device = QComboBox()
        self._edits = QCheckBox()
        self._button = QPushButton()
        self._button.setObjectName("generate")
        self._button.setDefault(True)  # looks like the main thing to do
        self._plan = HintLabel()
        self._plan.setObjectName("plan")

        self._lay_out()

        for box in self._boxes.values():
            box.setChecked(True)
            box.toggled.connect(self._update)
        self._edits.setChecked(True)
        self._edits.toggled.connect(self._update)
        self._ranges.buttonToggled.connect(self._update)
        self._form.settings_changed.connect(self._on_settings_changed)
        self._form.seed_lock_changed.connect(self._update)
        self._device.activated.connect(self._on_device_activated)
        self._button.clicked.connect(self.generate)
        self._everything.setChecked(True)
        self.set_locks(())
        self.set_selection(None, 0)
        self.set_edited(0)

    @property
    def settings(self) -> Settings:
        return self._form.settings

    @property
    def seed_locked(self) -> bool:
        """Whether the next take has the seed that is shown."""
        return self._form.seed_locked

    def components(self) -> tuple[str, ...]:
        """Those that are ticked and not locked."""
        return tuple(
            name for name, box in self._boxes.items() if box.isChecked() and name not in self._locks
        )

    def set_settings(self, settings: Settings, *, seed_locked: bool | None = None) -> None:
        """Show settings without telling; the lock of the seed stays if None."""
        self._form.set_settings(settings)
        if seed_locked is not None:
            self._form.set_seed_locked(seed_locked)
        self._update()

    def set_locks(self, locks: Collection[str]) -> None:
        """Locked components cannot be generated; they keep their tick for later."""
        self._locks = frozenset(locks)
        for name, box in self._boxes.items():
            part = component_name(name)
            reason = None
            if name in self._locks:
                reason = self.tr("{part}: locked; unlock it in the takes first").format(part=part)
            explain(box, self.tr("{part}: generate it anew").format(part=part), reason)
            box.setIcon(theme.icon("lock") if reason else QIcon())
        self._update()

    def set_selection(self, segment: Segment | None, n_words: int) -> None:
        """Show the selected range; a new one is chosen, without one everything is."""
        fresh = segment is not None and self._segment is None
        self._segment = segment
        text = self.tr("Select words or drag on the timeline to regenerate a part.")
        if segment is not None:
            text = describe_range(segment, n_words, FPS)
        self._span.show_text(text)
        if fresh:
            with QSignalBlocker(self._ranges):
                self._selection.setChecked(True)
        self._update()

    def set_availability(self, reason: str | None) -> None:
        """Say why nothing can be generated; None if it can."""
        self._reason = reason
        self._update()

    def set_segment_availability(self, reason: str | None) -> None:
        """Say why no part can be generated, such as a missing first take; None if it can."""
        self._segment_reason = reason
        self._update()

    def set_edited(self, n_curves: int) -> None:
        """Say how many curves were edited by hand."""
        self._n_edited = n_curves
        text = self.tr("Keep my edits")
        if n_curves == 1:
            text = self.tr("Keep my edits (1 curve)")
        elif n_curves:
            text = self.tr("Keep my edits ({n} curves)").format(n=n_curves)
        self._edits.setText(text)
        tooltip = self.tr("Lay what was set by hand over the new take; otherwise it is dropped")
        reason = None if n_curves else self.tr("Nothing was set by hand yet")
        explain(self._edits, tooltip, reason)
        self._update()

    def set_devices(self, devices: list[tuple[str, str]], current: str) -> None:
        """Offer devices by id and label, and show the one in use without telling."""
        with QSignalBlocker(self._device):
            self._device.clear()
            for device, label in devices:
                self._device.addItem(label, device)
            self._device.setCurrentIndex(max(self._device.findData(current), 0))

    def next_settings(self) -> Settings:
        """Those of a take that is asked for elsewhere; without a locked seed, with a new one."""
        return self._form.next_settings()

    def generate(self) -> None:
        """Ask for what the panel says, as a click on its button does."""
        self._request(self._chosen)

    def generate_all(self) -> None:
        """Ask for the whole recording, whatever range is chosen."""
        self._request(None)

    def generate_selection(self) -> None:
        """Ask for the selection, whatever range is chosen."""
        if self._segment is not None:
            self._request(self._segment)

    @property
    def _chosen(self) -> Segment | None:
        return self._segment if self._selection.isChecked() else None

    def _lay_out(self) -> None:
        components = QHBoxLayout()
        for box in self._boxes.values():
            components.addWidget(box)
        components.addStretch(1)
        ranges = QHBoxLayout()
        self._everything.setToolTip(self.tr("Generate from the start to the end"))
        for choice in (self._everything, self._selection):
            self._ranges.addButton(choice)
            ranges.addWidget(choice)
        ranges.addStretch(1)
        self._device.setAccessibleName(self.tr("Device"))
        self._device.setToolTip(self.tr("Where the networks run"))
        self._device.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._form.add_row(self.tr("Device"), self._device)
        layout = QVBoxLayout(self)
        layout.addLayout(components)
        layout.addLayout(ranges)
        layout.addWidget(self._span)
        layout.addWidget(self._form)
        layout.addWidget(self._edits)
        layout.addWidget(self._button)
        layout.addWidget(self._plan)

    def _request(self, segment: Segment | None) -> None:
        if self._refusal(segment) is None:
            settings = self.next_settings()
            keep = self._edits.isChecked()
            self.generate_requested.emit(self.components(), segment, settings, keep)

    def _refusal(self, segment: Segment | None) -> str | None:
        """Why this cannot be generated now."""
        if self._reason is not None:
            return self._reason
        if not self.components():
            return self.tr("Choose at least one of lips, expression and head.")
        return self._segment_reason if segment is not None else None

    def _update(self) -> None:
        """Let the texts say what the controls say."""
        reason = self._segment_reason
        if self._segment is None:
            reason = self.tr("Select words or a range on the timeline first")
        explain(self._selection, self.tr("Generate within the selection alone"), reason)
        if reason is not None and self._selection.isChecked():
            with QSignalBlocker(self._ranges):
                self._everything.setChecked(True)
        segment = self._chosen
        whole = segment is None
        self._button.setText(
            self.tr("Generate everything") if whole else self.tr("Generate selection")
        )
        self._button.setIcon(theme.icon("generate" if whole else "generate-segment"))
        refusal = self._refusal(segment)
        plan = self._describe_plan(segment)
        explain(self._button, plan, refusal)
        if refusal is None:
            self._plan.show_text(plan)
        else:
            self._plan.show_text(refusal, "warning")

    def _describe_plan(self, segment: Segment | None) -> str:
        parts = join_components(self.components())
        if segment is None:
            text = self.tr("Makes a new take: {parts} of the whole recording").format(parts=parts)
        else:
            text = self.tr("Makes a new take: {parts} from {start} to {end} s").format(
                parts=parts, start=time_text(segment.start), end=time_text(segment.end)
            )
        if self._form.seed_locked:
            text += self.tr(", with seed {seed}.").format(seed=self.settings.seed)
        else:
            text += self.tr(", with a new seed.")
        if segment is not None or len(self.components()) < len(COMPONENTS):
            text += " " + self.tr("All else stays as it is.")
        if self._n_edited and not self._edits.isChecked():
            text += " " + self.tr("What was set by hand there is dropped.")
        return text

    def _on_settings_changed(self, settings: Settings) -> None:
        self._update()
        self.settings_changed.emit(settings)

    def _on_device_activated(self, index: int) -> None:
        self.device_changed.emit(self._device.itemData(index))
