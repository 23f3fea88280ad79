"""What an animator does by hand, kept in the document: curves, resets and pinned frames."""

from collections.abc import Collection, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.curve_editing import Curve
from dimitra_studio.core.curve_keys import Keys
from dimitra_studio.core.edits import CurveEdit, make_edit
from dimitra_studio.core.errors import ProjectError
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.project import Project, active_motion
from dimitra_studio.core.rig import Rig
from dimitra_studio.core.timeline import Segment


def set_curves(project: Project, wanted: Mapping[str, Curve], keys: Mapping[str, Keys]) -> Project:
    """Keep curves that were set by hand, as what they differ by from the takes.

    Args:
        project: with a take.
        wanted: ``(T,)`` curves by channel, as long as the motion; values beyond the limits of the
            rig become these limits.
        keys: of channels, all of each; a channel that is left out keeps its own.

    Raises:
        ProjectError: if there is no take, or a channel belongs to a locked component.
        ValueError: if a curve is of another length or not finite, or the rig has no such channel.
    """
    motion = _motion(project)
    _refuse_locked(project, motion.rig, {**wanted, **keys})
    edits = dict(project.edits)
    for channel in {**wanted, **keys}:
        before = edits.pop(channel, None)
        generated = motion.channel(channel)
        curve = wanted.get(channel)
        if curve is None:
            curve = _with_edit(generated, before)
        elif curve.shape != generated.shape:
            raise ValueError(f"{channel} has {curve.shape} values for {generated.shape} frames")
        column = motion.rig.column(channel)
        limited = np.clip(curve, motion.rig.lower[column], motion.rig.upper[column])
        limited = np.where(curve == generated, generated, limited).astype(np.float32)
        own_keys = keys.get(channel, before.keys if before else ())
        if edit := make_edit(generated, limited, own_keys):
            edits[channel] = edit
    return replace(project, edits=edits)


def reset_to_generated(
    project: Project, channels: Collection[str], segment: Segment | None = None
) -> Project:
    """Let channels follow the takes again, in a segment or everywhere; its keys go as well.

    Raises:
        ProjectError: if there is no take, or a channel belongs to a locked component.
    """
    motion = _motion(project)
    _refuse_locked(project, motion.rig, channels)
    edits = dict(project.edits)
    for channel in channels:
        edit = edits.pop(channel, None)
        if edit is None or segment is None:
            continue
        within = segment.frames(len(motion), motion.fps)
        outside = ~_within(edit.frames, within)
        keys = tuple(key for key in edit.keys if not within.start <= key < within.stop)
        if outside.any() or keys:
            edits[channel] = CurveEdit(edit.frames[outside], edit.values[outside], keys)
    return replace(project, edits=edits)


def pin_frames(project: Project, components: Collection[str], segment: Segment | None) -> Project:
    """Let generation give frames of components back unchanged; all of them without a segment.

    Raises:
        ProjectError: if there is no take.
    """
    frames = _frames(_motion(project), segment)
    return _pin(project, dict.fromkeys(components, frames))


def unpin_frames(project: Project, components: Collection[str], segment: Segment | None) -> Project:
    """Leave pinned frames of components to generation again; all of them without a segment.

    Raises:
        ProjectError: if there is no take.
    """
    free = set(_frames(_motion(project), segment))
    pinned = dict(project.pinned)
    for name in components:
        if kept := tuple(frame for frame in pinned.pop(name, ()) if frame not in free):
            pinned[name] = kept
    return replace(project, pinned=pinned)


def pin_edits(project: Project, channels: Collection[str], segment: Segment | None) -> Project:
    """Pin the frames that were set by hand, in the components that the channels belong to.

    Raises:
        ProjectError: if there is no take, or none of the channels was edited there.
    """
    motion = _motion(project)
    within = slice(0, len(motion)) if segment is None else segment.frames(len(motion), motion.fps)
    frames: dict[str, set[int]] = {}
    for channel in channels:
        if edit := project.edits.get(channel):
            inside = edit.frames[_within(edit.frames, within)]
            component = motion.rig.components[motion.rig.column(channel)]
            frames.setdefault(component, set()).update(int(frame) for frame in inside)
    if not any(frames.values()):
        raise ProjectError("Nothing was edited here, so there is nothing to pin; edit it first.")
    return _pin(project, frames)


def _motion(project: Project) -> Motion:
    motion = active_motion(project)
    if motion is None:
        raise ProjectError("The project has no take yet; generate or import one first.")
    return motion


def _refuse_locked(project: Project, rig: Rig, channels: Collection[str]) -> None:
    for channel in channels:
        component = rig.components[rig.column(channel)]
        if component in project.locks:
            raise ProjectError(f"{channel} is part of {component}, which is locked; unlock it.")


def _with_edit(generated: Curve, edit: CurveEdit | None) -> Curve:
    curve = generated.copy()
    if edit is not None:
        inside = edit.frames < len(curve)
        curve[edit.frames[inside]] = edit.values[inside]
    return curve


def _within(frames: NDArray[np.int64], within: slice) -> NDArray[np.bool_]:
    return (frames >= within.start) & (frames < within.stop)


def _frames(motion: Motion, segment: Segment | None) -> tuple[int, ...]:
    every = range(len(motion))
    return tuple(every if segment is None else every[segment.frames(len(motion), motion.fps)])


def _pin(project: Project, frames: Mapping[str, Collection[int]]) -> Project:
    pinned = dict(project.pinned)
    for name, more in frames.items():
        if union := tuple(sorted({*pinned.get(name, ()), *more})):
            pinned[name] = union
    return replace(project, pinned=pinned)
