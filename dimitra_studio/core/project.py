"""The document: everything that is saved, and the pure functions that edit it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.motion import Motion
from dimitra_studio.core.rig import COMPONENTS
from dimitra_studio.core.strength import Strength, apply_strength
from dimitra_studio.core.take import Take
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
        locks: components that generation leaves alone.
        pinned: frames of each component that generation gives back unchanged.
        strength: how strongly the active takes are shown.
        view: what the window remembers, JSON values alone.
    """

    name: str = "Untitled"
    portrait: Portrait | None = None
    recording: Media | None = None
    transcript: Transcript | None = None
    takes: tuple[Take, ...] = ()
    active: Mapping[str, str] = field(default_factory=dict)
    locks: frozenset[str] = frozenset()
    pinned: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    strength: Strength = field(default_factory=Strength)
    view: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("active", "pinned", "view"):
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
    """Append a take and show its components from it; earlier takes stay."""
    active = {**project.active, **dict.fromkeys(take.components, take.name)}
    if not project.takes:
        active = dict.fromkeys(COMPONENTS, take.name)
    return replace(project, takes=(*project.takes, take), active=active)


def free_take_name(project: Project) -> str:
    """The first of Take 1, Take 2, … that is not in use."""
    used = {take.name for take in project.takes}
    number = 1
    while f"Take {number}" in used:
        number += 1
    return f"Take {number}"


def active_motion(project: Project) -> Motion | None:
    """The active take of each component in one motion, as generated; None without takes."""
    if not project.takes:
        return None
    base = project.take(project.active.get(COMPONENTS[0], project.takes[-1].name)).motion
    parts = {
        name: project.take(project.active[name]).motion.component(name)
        for name in COMPONENTS
        if name in project.active
    }
    return base.with_components(parts)


def shown_motion(project: Project) -> Motion | None:
    """What is previewed, rendered and exported: the active motion at the project's strengths."""
    motion = active_motion(project)
    if motion is None:
        return None
    rest = project.portrait.curves if project.portrait else None
    return apply_strength(motion, project.strength, rest)
