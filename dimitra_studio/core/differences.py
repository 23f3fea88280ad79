"""What two versions of a document do not have in common."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from dimitra_studio.core.edits import CurveEdit
from dimitra_studio.core.project import Portrait, Project
from dimitra_studio.core.take import Take

Kind = Literal[
    "takes added",
    "takes missing",
    "takes changed",
    "takes shown",
    "curves edited",
    "words",
    "portrait",
    "recording",
    "pinned frames",
    "locks",
    "strength",
    "markers",
    "sound delay",
    "changed words",
    "name",
]


@dataclass(frozen=True, slots=True)
class Difference:
    """One respect in which a version differs.

    Args:
        kind: what differs.
        count: how many of them; 1 for what there is only one of.
    """

    kind: Kind
    count: int = 1


def compare_projects(saved: Project, other: Project) -> tuple[Difference, ...]:
    """What ``other`` has that ``saved`` has not, or has otherwise; empty if they are the same.

    Contents are compared, not objects, so one of them may come from a file. What the window
    remembers does not count.
    """
    counts: dict[Kind, int] = {
        **_compare_takes(saved, other),
        "curves edited": _count_edits(saved.edits, other.edits),
        "takes shown": dict(saved.active) != dict(other.active) or saved.patches != other.patches,
        "words": saved.transcript != other.transcript,
        "portrait": not _same_portrait(saved.portrait, other.portrait),
        "recording": saved.recording != other.recording,
        "pinned frames": dict(saved.pinned) != dict(other.pinned),
        "locks": saved.locks != other.locks,
        "strength": saved.strength != other.strength,
        "markers": saved.markers != other.markers,
        "sound delay": saved.sound_delay != other.sound_delay,
        "changed words": saved.changed != other.changed,
        "name": saved.name != other.name,
    }
    return tuple(Difference(kind, int(count)) for kind, count in counts.items() if count)


def _compare_takes(saved: Project, other: Project) -> dict[Kind, int]:
    before = {take.name: take for take in saved.takes}
    after = {take.name: take for take in other.takes}
    both = before.keys() & after.keys()
    return {
        "takes added": len(after.keys() - both),
        "takes missing": len(before.keys() - both),
        "takes changed": sum(not _same_take(before[name], after[name]) for name in both),
    }


def _same_take(first: Take, second: Take) -> bool:
    return (
        first.motion.rig == second.motion.rig
        and first.motion.fps == second.motion.fps
        and np.array_equal(first.motion.curves, second.motion.curves)
        and _facts(first) == _facts(second)
    )


def _facts(take: Take) -> tuple[object, ...]:
    """How a take came to be, in a form that can be compared."""
    span = (take.start, take.end, tuple(take.components))
    return (*span, take.origin, take.settings, dict(take.weights), take.parent)


def _same_portrait(first: Portrait | None, second: Portrait | None) -> bool:
    if first is None or second is None:
        return first is second
    return (
        first.media == second.media
        and np.array_equal(first.identity, second.identity)
        and np.array_equal(first.curves, second.curves)
    )


def _count_edits(first: Mapping[str, CurveEdit], second: Mapping[str, CurveEdit]) -> int:
    channels: Iterable[str] = first.keys() | second.keys()
    return sum(not _same_edit(first.get(name), second.get(name)) for name in channels)


def _same_edit(first: CurveEdit | None, second: CurveEdit | None) -> bool:
    if first is None or second is None:
        return first is second
    return (
        np.array_equal(first.frames, second.frames)
        and np.array_equal(first.values, second.values)
        and first.keys == second.keys
    )
