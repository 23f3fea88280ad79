"""The document: everything that is saved, and the pure functions that edit it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.edits import CurveEdit, apply_edits
from dimitra_studio.core.mix import Patch, apply_patches
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.rig import COMPONENTS
from dimitra_studio.core.strength import Strength, apply_strength
from dimitra_studio.core.take import Take
from dimitra_studio.core.timeline import Segment
from dimitra_studio.core.transcript import Transcript


@dataclass(frozen=True, slots=True)
class Media:
    """A file that the project carries with it, byte for byte.

    Args:
        name: file name, without a folder.
        data: the whole file.
    """

    name: str
    data: bytes = field(repr=False)

    @classmethod
    def from_file(cls, path: Path) -> "Media":
        return cls(path.name, path.read_bytes())


@dataclass(frozen=True, slots=True, eq=False)
class Portrait:
    """The still picture and what was found in it.

    Args:
        media: the picture file.
        identity: ``(I,)`` float32 coefficients of the face on the rig's identity basis.
        curves: ``(C,)`` float32 the expression and pose that the face has in the picture.
    """

    media: Media
    identity: NDArray[np.float32]
    curves: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Marker:
    """A place on the timeline that the animator wants to find again.

    Args:
        time: seconds.
        name: shown beside it.
    """

    time: float
    name: str


@dataclass(frozen=True, slots=True, eq=False)
class Project:
    """Everything that is saved; edits make a new one.

    Args:
        name: shown in the title bar.
        portrait: the face to animate; none yet if None.
        recording: the speech, in any container that can be decoded.
        transcript: words with times; None when the recording was not transcribed.
        takes: in the order they were made.
        active: name of the take that each component is shown from.
        patches: segments that are shown from other takes; a later one lies over an earlier one.
        edits: what was set by hand, by channel; it lies over whatever take is active.
        locks: components that generation leaves alone.
        pinned: frames of each component that generation gives back unchanged.
        strength: how strongly the active takes are shown.
        changed: segments whose words were changed after their motion was generated.
        markers: in the order of time.
        sound_delay: seconds by which the sound comes after the picture; negative for before.
        view: what the window remembers, JSON values alone.
    """

    name: str = "Untitled"
    portrait: Portrait | None = None
    recording: Media | None = None
    transcript: Transcript | None = None
    takes: tuple[Take, ...] = ()
    active: Mapping[str, str] = field(default_factory=dict)
    patches: tuple[Patch, ...] = ()
    edits: Mapping[str, CurveEdit] = field(default_factory=dict)
    locks: frozenset[str] = frozenset()
    pinned: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    strength: Strength = field(default_factory=Strength)
    changed: tuple[Segment, ...] = ()
    markers: tuple[Marker, ...] = ()
    sound_delay: float = 0.0
    view: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("active", "edits", "pinned", "view"):
            object.__setattr__(self, name, MappingProxyType(dict(getattr(self, name))))

    def take(self, name: str) -> Take:
        """The take called ``name``.

        Raises:
            ValueError: if there is none.
        """
        for take in self.takes:
            if take.name == name:
                return take
        raise ValueError(f"the project has no take {name!r}")


def add_take(project: Project, take: Take) -> Project:
    """Append a take and show its components from it; earlier takes stay.

    Patches of these components are in the take already, so they go.
    """
    active = {**project.active, **dict.fromkeys(take.components, take.name)}
    if not project.takes:
        active = dict.fromkeys(COMPONENTS, take.name)
    patches = tuple(patch for patch in project.patches if patch.component not in take.components)
    return replace(project, takes=(*project.takes, take), active=active, patches=patches)


def free_take_name(project: Project) -> str:
    """The first of Take 1, Take 2, … that is not in use."""
    used = {take.name for take in project.takes}
    number = 1
    while f"Take {number}" in used:
        number += 1
    return f"Take {number}"


def active_motion(project: Project) -> Motion | None:
    """What the active takes and patches give, as generated; None without takes."""
    if not project.takes:
        return None
    base = project.take(project.active.get(COMPONENTS[0], project.takes[-1].name)).motion
    parts = {
        name: project.take(project.active[name]).motion.component(name)
        for name in COMPONENTS
        if name in project.active
    }
    motions = {take.name: take.motion for take in project.takes}
    return apply_patches(base.with_components(parts), project.patches, motions)


def edited_motion(project: Project) -> Motion | None:
    """The active motion with what was set by hand; None without takes."""
    motion = active_motion(project)
    return None if motion is None else apply_edits(motion, project.edits)


def shown_motion(project: Project) -> Motion | None:
    """What is previewed, rendered and exported: the edited motion at the project's strengths."""
    motion = edited_motion(project)
    if motion is None:
        return None
    rest = project.portrait.curves if project.portrait else None
    return apply_strength(motion, project.strength, rest)
