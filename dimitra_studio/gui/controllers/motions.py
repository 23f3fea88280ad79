"""The motions that the document gives, computed once for each change."""

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from dimitra_studio.core.edits import apply_edits
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.project import Project, active_motion
from dimitra_studio.core.strength import apply_strength
from dimitra_studio.gui.session import Session

_Sources = tuple[Any, Any, Any]  # what the motions depend on: edits with takes, strength, portrait


class Motions(QObject):
    """Follows the session; ``changed`` comes after the motions are up to date."""

    changed = Signal()
    seen_changed = Signal()  # what is on the screen: also by A/B and solo

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._sources: _Sources | None = None
        self.active: Motion | None = None
        """As generated."""
        self.edited: Motion | None = None
        """With what was set by hand."""
        self.shown: Motion | None = None
        """At the project's strengths: what is rendered and exported."""
        self.seen: Motion | None = None
        """What the preview shows."""
        session.project_changed.connect(self._on_project_changed)
        session.compared_changed.connect(self._on_compared_changed)
        session.showing_compared_changed.connect(self._show)
        session.solo_changed.connect(self._show)

    def compared(self) -> Motion | None:
        """Take B at the project's strengths; None when nothing is compared."""
        name, project = self._session.compared, self._session.project
        if name is None:
            return None
        return apply_strength(project.take(name).motion, project.strength, _rest(project))

    def curves_at(self, time: float) -> NDArray[np.float32] | None:
        """``(C,)`` what the preview shows at a time in seconds; the portrait without a take."""
        if self.seen is None or not len(self.seen):
            return _rest(self._session.project)
        frame = int(np.clip(np.floor(time * self.seen.fps + 1e-6), 0, len(self.seen) - 1))
        return self.seen.curves[frame]

    def _on_project_changed(self, project: Project) -> None:
        takes = (project.takes, dict(project.active), project.patches)
        edits = (takes, dict(project.edits))
        strengths = (edits, project.strength, project.portrait)
        if strengths == self._sources:
            return
        before = self._sources
        self._sources = strengths
        if before is None or takes != before[0][0]:
            self.active = active_motion(project)
        if before is None or edits != before[0]:
            self.edited = None if self.active is None else apply_edits(self.active, project.edits)
        self.shown = None
        if self.edited is not None:
            self.shown = apply_strength(self.edited, project.strength, _rest(project))
        self.changed.emit()
        self._show()

    def _on_compared_changed(self) -> None:
        if self._session.showing_compared:
            self._show()

    def _show(self) -> None:
        motion = self.compared() if self._session.showing_compared else self.shown
        if motion is not None and self._session.solo is not None:
            motion = _alone(motion, self._session.solo, _rest(self._session.project))
        self.seen = motion
        self.seen_changed.emit()


def _alone(motion: Motion, component: str, rest: NDArray[np.float32] | None) -> Motion:
    """One component moves, the others hold still."""
    still = np.zeros(len(motion.rig.channels), np.float32) if rest is None else rest
    curves = np.tile(still, (len(motion), 1))
    columns = motion.rig.columns(component)
    curves[:, columns] = motion.curves[:, columns]
    return replace(motion, curves=curves)


def _rest(project: Project) -> NDArray[np.float32] | None:
    return None if project.portrait is None else project.portrait.curves
