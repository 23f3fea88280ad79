"""The widgets of the main window, made once."""

from dataclasses import dataclass, field

from dimitra_studio.gui.curve_editor.curve_editor_view import CurveEditorView
from dimitra_studio.gui.panels.generation_panel import GenerationPanel
from dimitra_studio.gui.panels.history_panel import HistoryPanel
from dimitra_studio.gui.panels.inspector_panel import InspectorPanel
from dimitra_studio.gui.panels.jobs_panel import JobsPanel
from dimitra_studio.gui.panels.strength_panel import StrengthPanel
from dimitra_studio.gui.panels.takes_panel import TakesPanel
from dimitra_studio.gui.panels.transcript_panel import TranscriptPanel
from dimitra_studio.gui.playback.transport_bar import TransportBar
from dimitra_studio.gui.preflight.preflight_panel import PreflightView
from dimitra_studio.gui.preview.preview_panel import PreviewPanel
from dimitra_studio.gui.timeline.timeline_view import TimelineView
from dimitra_studio.gui.welcome.welcome_page import WelcomePage


@dataclass(frozen=True)
class Parts:
    """None of them knows another; the controllers join them."""

    welcome: WelcomePage = field(default_factory=WelcomePage)
    preview: PreviewPanel = field(default_factory=PreviewPanel)
    transport_bar: TransportBar = field(default_factory=TransportBar)
    timeline: TimelineView = field(default_factory=TimelineView)
    curve_editor: CurveEditorView = field(default_factory=CurveEditorView)
    transcript: TranscriptPanel = field(default_factory=TranscriptPanel)
    generation: GenerationPanel = field(default_factory=GenerationPanel)
    strength: StrengthPanel = field(default_factory=StrengthPanel)
    takes: TakesPanel = field(default_factory=TakesPanel)
    jobs: JobsPanel = field(default_factory=JobsPanel)
    history: HistoryPanel = field(default_factory=HistoryPanel)
    preflight: PreflightView = field(default_factory=PreflightView)
    inspector: InspectorPanel = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "inspector", InspectorPanel(self.generation, self.strength))
