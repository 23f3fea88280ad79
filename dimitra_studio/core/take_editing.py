"""What the animator does with takes: show, mix, rename, copy, delete, lock, set the strength."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from dimitra_studio.core.errors import ProjectError
from dimitra_studio.core.mix import Patch
from dimitra_studio.core.project import Project, add_take, edited_motion, free_take_name
from dimitra_studio.core.rig import COMPONENTS
from dimitra_studio.core.take import Take
from dimitra_studio.core.timeline import Segment


def show_take(project: Project, name: str, components: Collection[str]) -> Project:
    """Show components from one take over the whole recording; their patches go.

    Raises:
        ProjectError: if a component is locked.
        ValueError: if there is no such take or component.
    """
    project.take(name)
    _check_free(project, components)
    patches = tuple(patch for patch in project.patches if patch.component not in components)
    active = {**project.active, **dict.fromkeys(components, name)}
    return replace(project, active=active, patches=patches)


def patch_take(
    project: Project, components: Collection[str], segment: Segment, name: str
) -> Project:
    """Show one segment of components from a take; earlier patches stay where this one is not.

    Where it is the active take and no patch lies below, there is nothing to do.

    Raises:
        ProjectError: if a component is locked.
        ValueError: if there is no such take or component.
    """
    project.take(name)
    _check_free(project, components)
    kept = [
        patch
        for patch in project.patches
        if patch.component not in components or not _covers(segment, patch.segment)
    ]
    for component in components:
        below = [patch for patch in kept if patch.component == component]
        overlaps = any(_overlap(segment, patch.segment) for patch in below)
        if overlaps or project.active.get(component) != name:
            kept.append(Patch(component, segment, name))
    return replace(project, patches=tuple(kept))


def remove_patches(
    project: Project, components: Collection[str], segment: Segment | None = None
) -> Project:
    """Show components from their active takes again.

    Args:
        project: to edit.
        components: whose patches go.
        segment: where; everywhere if None. A patch that reaches further is cut there.

    Raises:
        ProjectError: if a component is locked and has such a patch.
        ValueError: if there is no such component.
    """
    kept: list[Patch] = []
    touched: set[str] = set()
    for patch in project.patches:
        if patch.component not in components:
            kept.append(patch)
        elif segment is None:
            touched.add(patch.component)
        elif not _overlap(segment, patch.segment):
            kept.append(patch)
        else:
            touched.add(patch.component)
            kept += [replace(patch, segment=rest) for rest in _outside(patch.segment, segment)]
    _check_free(project, touched)
    return replace(project, patches=tuple(kept))


def rename_take(project: Project, name: str, new_name: str) -> Project:
    """Call a take otherwise, wherever the project speaks of it.

    Raises:
        ProjectError: if the new name is empty or another take has it.
        ValueError: if there is no such take.
    """
    take, new_name = project.take(name), new_name.strip()
    if not new_name:
        raise ProjectError("A take needs a name; type at least one letter.")
    if new_name == name:
        return project
    if any(other.name == new_name for other in project.takes):
        raise ProjectError(f"There is a take called {new_name} already; choose another name.")
    renamed = {name: new_name}
    takes = tuple(
        replace(
            other,
            name=new_name if other is take else other.name,
            parent=renamed.get(other.parent or "", other.parent),
        )
        for other in project.takes
    )
    return replace(
        project,
        takes=takes,
        active=_renamed_values(project.active, renamed),
        patches=tuple(
            replace(patch, take=renamed.get(patch.take, patch.take)) for patch in project.patches
        ),
    )


def delete_take(project: Project, name: str) -> Project:
    """Remove a take and what is shown from it.

    Components that it was active for are shown from its parent, or else from the newest take that
    is left. What was set by hand stays.

    Raises:
        ProjectError: if a locked component is shown from it.
        ValueError: if there is no such take.
    """
    take = project.take(name)
    shown = {component for component, active in project.active.items() if active == name}
    patched = {patch.component for patch in project.patches if patch.take == name}
    _check_free(project, shown | patched)
    rest = tuple(
        replace(other, parent=take.parent) if other.parent == name else other
        for other in project.takes
        if other is not take
    )
    if not rest:
        return replace(project, takes=(), active={}, patches=())
    names = {other.name for other in rest}
    heir = take.parent if take.parent in names else rest[-1].name
    return replace(
        project,
        takes=rest,
        active=_renamed_values(project.active, {name: heir or rest[-1].name}),
        patches=tuple(patch for patch in project.patches if patch.take != name),
    )


def duplicate_take(project: Project, name: str) -> Project:
    """Add a copy of a take that nothing is shown from; the copy shares its curves.

    Raises:
        ValueError: if there is no such take.
    """
    take = project.take(name)
    used = {other.name for other in project.takes}
    copy, number = f"{name} copy", 1
    while copy in used:
        number += 1
        copy = f"{name} copy {number}"
    return replace(project, takes=(*project.takes, replace(take, name=copy)))


def bake_edits(project: Project) -> Project:
    """Add a take in which edits and patches are part of the curves, and show it.

    Edits that lie outside the motion or its rig stay; strengths are not baked.

    Raises:
        ProjectError: if there is no take, or nothing lies over the takes.
    """
    motion = edited_motion(project)
    if motion is None:
        raise ProjectError("The project has no motion to bake; generate a take first.")
    if not project.edits and not project.patches:
        raise ProjectError("Nothing was edited or mixed, so there is nothing to bake into a take.")
    take = Take(
        name=free_take_name(project),
        motion=motion,
        origin="edited",
        components=COMPONENTS,
        start=0.0,
        end=motion.duration,
        parent=project.active.get(COMPONENTS[0]),
    )
    edits = {
        channel: edit
        for channel, edit in project.edits.items()
        if channel not in motion.rig.channels
    }
    return replace(add_take(project, take), edits=edits)


def set_lock(project: Project, component: str, on: bool) -> Project:
    """Lock a component against every change of its takes, or unlock it.

    Raises:
        ValueError: if there is no such component.
    """
    _check_known((component,))
    locks = project.locks | {component} if on else project.locks - {component}
    return replace(project, locks=locks)


def set_strength(project: Project, name: str, value: float) -> Project:
    """Set one of the factors of ``Strength``.

    Raises:
        ValueError: if there is no such factor, or the value is negative.
    """
    if name not in ("lips", "expression", "pose", "blink"):
        raise ValueError(f"there is no strength {name!r}")
    return replace(project, strength=replace(project.strength, **{name: value}))


def set_sound_delay(project: Project, delay: float) -> Project:
    """Let the sound come ``delay`` seconds after the picture; before it when negative."""
    return replace(project, sound_delay=delay)


def _check_known(components: Collection[str]) -> None:
    if unknown := set(components) - set(COMPONENTS):
        raise ValueError(f"components are {', '.join(COMPONENTS)}; got {unknown}")


def _check_free(project: Project, components: Collection[str]) -> None:
    _check_known(components)
    if locked := [name for name in COMPONENTS if name in components and name in project.locks]:
        raise ProjectError(f"The {locked[0]} component is locked; unlock it to change its take.")


def _covers(segment: Segment, other: Segment) -> bool:
    return segment.start <= other.start and other.end <= segment.end


def _overlap(segment: Segment, other: Segment) -> bool:
    return segment.start < other.end and other.start < segment.end


def _outside(segment: Segment, hole: Segment) -> list[Segment]:
    """What is left of a segment before and after a hole in it."""
    rest = []
    if segment.start < hole.start:
        rest.append(Segment(segment.start, hole.start))
    if hole.end < segment.end:
        rest.append(Segment(hole.end, segment.end))
    return rest


def _renamed_values(active: Mapping[str, str], renamed: Mapping[str, str]) -> dict[str, str]:
    return {component: renamed.get(name, name) for component, name in active.items()}
