"""The inspector: everything about the project that is set by numbers, in sections."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui.panels.project_info import ProjectInfo
from dimitra_studio.gui.panels.section import CollapsibleSection
from dimitra_studio.gui.panels.selection_info import SelectionInfo
from dimitra_studio.gui.panels.thumbnail import Picture


class InspectorPanel(QScrollArea):
    """Sections that fold, and scroll where the dock is too low.

    Args:
        generation: shown in the second section; made and joined by the main window.
        strength: shown in the third.
        parent: Qt's.
    """

    portrait_requested = Signal()
    recording_requested = Signal()
    folded_changed = Signal(object)  # tuple of the names of the sections that are folded

    def __init__(
        self, generation: QWidget, strength: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._project, self._selection = ProjectInfo(), SelectionInfo()
        self._sections = {
            "project": CollapsibleSection(self.tr("Project"), self._project),
            "generation": CollapsibleSection(self.tr("Generate"), generation),
            "strength": CollapsibleSection(self.tr("Strength and sound"), strength),
            "selection": CollapsibleSection(self.tr("Selection"), self._selection),
        }
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._content = _Content()
        layout = QVBoxLayout(self._content)
        layout.setContentsMargins(0, 0, 0, 0)
        for section in self._sections.values():
            layout.addWidget(section)
            section.expanded_changed.connect(self._on_section_folded)
        layout.addStretch(1)
        self.setWidget(self._content)
        self._content.size_wanted.connect(self._keep_wide)

        self._project.portrait_requested.connect(self.portrait_requested)
        self._project.recording_requested.connect(self.recording_requested)

    @property
    def folded(self) -> tuple[str, ...]:
        """The sections that are folded."""
        return tuple(name for name, part in self._sections.items() if not part.expanded)

    def set_folded(self, names: Collection[str]) -> None:
        """Fold these sections and no others, without telling."""
        for name, section in self._sections.items():
            section.set_expanded(name not in names)

    def set_portrait(self, name: str | None, picture: Picture | None, eyes: float | None) -> None:
        """See ``ProjectInfo.set_portrait``."""
        self._project.set_portrait(name, picture, eyes)

    def set_recording(self, name: str | None, duration: float, rate: int | None) -> None:
        """See ``ProjectInfo.set_recording``."""
        self._project.set_recording(name, duration, rate)

    def set_transcript(self, n_words: int | None, n_doubtful: int = 0) -> None:
        """See ``ProjectInfo.set_transcript``."""
        self._project.set_transcript(n_words, n_doubtful)

    def set_selection(self, segment: Segment | None, words: str) -> None:
        """See ``SelectionInfo.set_selection``."""
        self._selection.set_selection(segment, words)

    def _keep_wide(self) -> None:
        """Keep the dock wide enough for the content: it scrolls up and down alone."""
        bar = self.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(self._content.minimumSizeHint().width() + bar)

    def _on_section_folded(self, _expanded: bool) -> None:
        self.folded_changed.emit(self.folded)


class _Content(QWidget):
    """Tells when it wants another size."""

    size_wanted = Signal()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.size_wanted.emit()
        return done
