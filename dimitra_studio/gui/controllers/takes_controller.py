"""Takes: which are shown where, their names, comparison and locks."""

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from dimitra_studio.core import take_editing
from dimitra_studio.core.project import Project
from dimitra_studio.core.rig import COMPONENTS
from dimitra_studio.core.seams import jumps, seam_frames
from dimitra_studio.core.strength import Strength
from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui.actions import Actions
from dimitra_studio.gui.controllers.editing import Editor
from dimitra_studio.gui.controllers.motions import Motions
from dimitra_studio.gui.panels.component_names import component_name
from dimitra_studio.gui.panels.generation_panel import GenerationPanel
from dimitra_studio.gui.panels.strength_panel import StrengthPanel
from dimitra_studio.gui.panels.takes_panel import TakesPanel
from dimitra_studio.gui.preview.preview_panel import PreviewPanel
from dimitra_studio.gui.session import Session
from dimitra_studio.gui.timeline.timeline_view import TimelineView

JUMPS_AFTER_MS = 300
"""Quiet time after a change before its seams are looked at."""


class TakesController(QObject):
    """Keeps the takes panel, the preview's A/B and the locks in step with the document."""

    generation_wanted = Signal(object, object, object, bool)
    """tuple of components, Segment or None, Settings, whether edits are kept"""

    def __init__(self, session: Session, motions: Motions, editor: Editor, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._motions, self._editor = session, motions, editor
        self._jumps_timer = QTimer(self)  # measuring takes longer than a change may
        self._jumps_timer.setSingleShot(True)
        self._jumps_timer.setInterval(JUMPS_AFTER_MS)
        self._jumps_timer.timeout.connect(self._show_jumps)
        motions.changed.connect(self._jumps_timer.start)

    def join(
        self,
        panel: TakesPanel,
        preview: PreviewPanel,
        timeline: TimelineView,
        generation: GenerationPanel,
        strength: StrengthPanel,
    ) -> None:
        """Connect the widgets."""
        self._panel, self._preview, self._generation = panel, preview, generation
        self._strength = strength
        session = self._session
        panel.take_shown.connect(self.show_take)
        panel.patch_requested.connect(self.patch)
        panel.patches_cleared.connect(self.clear_patches)
        panel.take_renamed.connect(self.rename)
        panel.take_deleted.connect(self.delete)
        panel.take_duplicated.connect(self.duplicate)
        panel.settings_copied.connect(self._on_settings_copied)
        panel.regenerate_requested.connect(self._on_regenerate_requested)
        panel.compare_changed.connect(session.compare)
        preview.compare_changed.connect(session.compare)
        preview.showing_b_changed.connect(self.show_compared)
        for widget in (panel, timeline):
            widget.lock_toggled.connect(self.set_lock)
        timeline.strength_changed.connect(self.set_component_strength)
        timeline.solo_changed.connect(session.solo_component)
        strength.strength_changed.connect(self.set_strength)
        strength.sound_delay_changed.connect(self.set_sound_delay)
        session.solo_changed.connect(timeline.set_solo)
        session.project_changed.connect(self._on_project_changed)
        session.selection_changed.connect(panel.set_selection)
        session.compared_changed.connect(self._on_compared_changed)
        session.showing_compared_changed.connect(self._on_showing_changed)

    def bind(self, actions: Actions) -> None:
        """Connect the commands."""
        self._actions = actions
        actions.bind({"use_compared": self.use_compared})
        actions.bind_checks({
            "compare": self.show_compared,
            "lock_lips": partial(self.set_lock, "lips"),
            "lock_expression": partial(self.set_lock, "expression"),
            "lock_pose": partial(self.set_lock, "pose"),
        })  # fmt: skip

    def show_take(self, name: str, components: Collection[str]) -> None:
        """Show components from a take, everywhere."""
        change = partial(take_editing.show_take, name=name, components=components)
        self._editor.apply(self.tr("Show {take}").format(take=name), change)

    def patch(self, name: str, components: Collection[str]) -> None:
        """Show components from a take within the selection."""
        if (segment := self._session.selection) is not None:
            change = partial(
                take_editing.patch_take, components=components, segment=segment, name=name
            )
            self._editor.apply(self.tr("Use {take} in the selection").format(take=name), change)

    def clear_patches(self, components: Collection[str]) -> None:
        """Show the active takes again within the selection, or everywhere without one."""
        segment = self._session.selection
        change = partial(take_editing.remove_patches, components=components, segment=segment)
        self._editor.apply(self.tr("Remove patches"), change)

    def use_compared(self) -> None:
        """Show the selection from take B, in every component that is not locked."""
        project, name = self._session.project, self._session.compared
        if name is not None:
            self.patch(name, [part for part in project.active if part not in project.locks])

    def rename(self, name: str, new_name: str) -> None:
        change = partial(take_editing.rename_take, name=name, new_name=new_name)
        if not self._editor.apply(self.tr("Rename {take}").format(take=name), change):
            self._on_project_changed(self._session.project)

    def delete(self, name: str) -> None:
        change = partial(take_editing.delete_take, name=name)
        self._editor.apply(self.tr("Delete {take}").format(take=name), change)

    def duplicate(self, name: str) -> None:
        change = partial(take_editing.duplicate_take, name=name)
        self._editor.apply(self.tr("Duplicate {take}").format(take=name), change)

    def set_lock(self, component: str, locked: bool) -> None:
        """Keep a component as it is, or let it be changed again."""
        words = self.tr("Lock {name}") if locked else self.tr("Unlock {name}")
        change = partial(take_editing.set_lock, component=component, on=locked)
        self._editor.apply(words.format(name=component_name(component).lower()), change)

    def set_component_strength(self, name: str, value: float) -> None:
        change = partial(take_editing.set_strength, name=name, value=value)
        title = self.tr("Strength of {name}").format(name=component_name(name).lower())
        self._editor.apply(title, change)

    def set_strength(self, strength: Strength) -> None:
        """Set all strengths at once, as the panel shows them."""
        before = self._session.project.strength
        names = [n for n in ("lips", "expression", "pose", "blink")
                 if getattr(strength, n) != getattr(before, n)]  # fmt: skip
        for name in names:
            self.set_component_strength(name, getattr(strength, name))

    def set_sound_delay(self, delay: float) -> None:
        change = partial(take_editing.set_sound_delay, delay=delay)
        self._editor.apply(self.tr("Delay of the sound"), change)

    def show_compared(self, shown: bool) -> None:
        """Show take B or the document; the newest other take if none was chosen."""
        if shown and self._session.compared is None:
            self._session.compare(self._other_take())
        self._session.show_compared(shown=shown)
        self._on_showing_changed(self._session.showing_compared)

    def _other_take(self) -> str | None:
        project = self._session.project
        shown = set(project.active.values())
        others = [take.name for take in project.takes if take.name not in shown]
        return others[-1] if others else None

    def _on_project_changed(self, project: Project) -> None:
        self._panel.set_project(project.takes, project.active, project.patches, project.locks)
        self._strength.set_strength(project.strength)
        self._strength.set_sound_delay(project.sound_delay)
        names = [take.name for take in project.takes]
        self._preview.set_compared(names, self._session.compared)
        alone = len(names) < 2
        reason = self.tr("There is only one take; generate another to compare.") if alone else None
        self._actions.set_reason("compare", reason)
        self._show_use_reason()

    def _on_compared_changed(self, name: str | None) -> None:
        self._panel.set_compared(name)
        self._preview.set_compared([t.name for t in self._session.project.takes], name)
        self._show_use_reason()

    def _on_showing_changed(self, shown: bool) -> None:
        self._preview.set_showing_b(shown, self._session.compared or "")
        self._actions.set_checked("compare", checked=shown)

    def _show_use_reason(self) -> None:
        reason = None
        if self._session.compared is None:
            reason = self.tr("No take is compared; choose take B first.")
        self._actions.set_reason("use_compared", reason)

    def _on_settings_copied(self, name: str) -> None:
        self._generation.set_settings(self._session.project.take(name).settings)

    def _on_regenerate_requested(self, name: str) -> None:
        """Make a take once more, as it was asked for the first time."""
        take = self._session.project.take(name)
        whole = take.end - take.start >= take.motion.duration - 1 / take.motion.fps
        segment = None if whole else Segment(take.start, take.end)
        self.generation_wanted.emit(take.components, segment, take.settings, True)

    def _show_jumps(self) -> None:
        """Warn of seams over which the curves jump more than they do elsewhere."""
        project, motion = self._session.project, self._motions.edited
        found: list[tuple[str, float]] = []
        if motion is not None:
            for component in COMPONENTS:
                found += jumps(motion, seam_frames(project, component), component)
        self._panel.set_seam_jumps(found)
