"""The button below the transcript that generates what was changed, and what it will do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from dimitra_studio.gui import theme
from dimitra_studio.gui.panels.hint_label import HintLabel
from dimitra_studio.gui.panels.icon_button import explain


class TranscriptRegeneration(QWidget):
    """Says before the click exactly which span will be generated."""

    regenerate_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = HintLabel()
        self._plan.setObjectName("regeneration_plan")
        self._button = QPushButton(self.tr("Regenerate changed segments"))
        self._button.setObjectName("regenerate_changed")
        self._button.setIcon(theme.icon("generate-segment"))
        self._button.setAutoDefault(False)
        self._button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._plan)
        layout.addWidget(self._button)

        self._button.clicked.connect(self.regenerate_requested)
        self.set_plan("", self.tr("No word was changed since the motion was generated."))

    def set_plan(self, plan: str, reason: str | None) -> None:
        """Say what a click does, or why it does nothing.

        Args:
            plan: a sentence; empty if nothing was changed.
            reason: why nothing can be generated now.
        """
        if plan and reason:
            self._plan.show_text(reason, "warning")
        else:
            self._plan.show_text(plan, "plain")
        explain(self._button, plan, reason)
