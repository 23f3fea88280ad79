"""Puts a take that was generated into its project, which may have been edited in the meantime."""

from collections.abc import Sequence
from dataclasses import replace

from dimitra_studio.core.edited_curves import reset_to_generated
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.project import Project, active_motion, add_take
from dimitra_studio.core.rig import RIGS
from dimitra_studio.core.take import Take
from dimitra_studio.core.timeline import Segment
from dimitra_studio.core.transcript_editing import clear_changed, mark_changed


def put_take(
    project: Project,
    take: Take,
    segments: Sequence[Segment | None],
    *,
    asked: Project,
    keep_edits: bool,
) -> Project:
    """Add a take and show it; what has changed since it was asked for is not undone by it.

    Components that were locked since stay as they are, words that were changed since stay marked,
    and outside of ``segments`` the take has the motion of now.

    Args:
        project: to edit.
        take: for its recording.
        segments: that were generated; None for the whole recording.
        asked: the project that the take was made from.
        keep_edits: whether what was set by hand stays over the new motion.
    """
    motion = active_motion(project)
    inside = [segment for segment in segments if segment is not None]
    if motion is not None and len(inside) == len(segments):
        take = replace(take, motion=_laid_over(motion, take, inside))
    changed = add_take(project, take)
    if project.takes:
        held = {name: project.active[name] for name in project.locks if name in project.active}
        patches = tuple(patch for patch in project.patches if patch.component in held)
        others = tuple(patch for patch in changed.patches if patch.component not in held)
        active = {**changed.active, **held}
        changed = replace(changed, active=active, patches=(*others, *patches))
    later = [segment for segment in project.changed if segment not in asked.changed]
    edited = _edited(project, take)
    for segment in segments:
        if "lips" in take.components:
            changed = clear_changed(changed, segment)
        if not keep_edits and edited:
            changed = reset_to_generated(changed, edited, segment)
    return mark_changed(changed, later) if later else changed


def _edited(project: Project, take: Take) -> list[str]:
    """Channels with edits whose component was generated, and may still be changed."""
    rig = RIGS[take.motion.rig.name]
    parts = set(take.components) - project.locks
    known = [name for name in project.edits if name in rig.channels]
    return [name for name in known if rig.components[rig.column(name)] in parts]


def _laid_over(motion: Motion, take: Take, segments: Sequence[Segment]) -> Motion:
    """The generated frames of a take, in the motion that is shown now."""
    curves = motion.curves.copy()
    for segment in segments:
        rows = segment.frames(len(motion), motion.fps)
        for component in take.components:
            columns = motion.rig.columns(component)
            curves[rows, columns] = take.motion.curves[rows, columns]
    return replace(motion, curves=curves)
