"""What an exporter is given: a motion that is ready to leave, and what is known about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.motion import Motion
from dimitra_studio.core.project import Media
from dimitra_studio.core.transcript import Transcript


@dataclass(frozen=True, slots=True)
class Conventions:
    """How a program sees space; ours is y up, metres, right-handed.

    Args:
        name: of the program, for people.
        up: axis that points up in its scenes.
        unit: metres in one of its units of length.
    """

    name: str
    up: Literal["y", "z"]
    unit: float


CONVENTIONS: Mapping[str, Conventions] = {
    "blender": Conventions("Blender", "z", 1.0),
    "unreal": Conventions("Unreal Engine", "z", 0.01),
    "unity": Conventions("Unity", "y", 1.0),
    "maya": Conventions("Maya", "y", 0.01),
    "standard": Conventions("glTF and USD", "y", 1.0),
}
"""By the name of the preset. Formats that fix axes and unit themselves (glTF) do not ask."""


@dataclass(frozen=True, slots=True)
class TakeNote:
    """Which take a component comes from.

    Args:
        component: of the rig.
        take: its name.
        seed: of a generated take; None otherwise.
        weights: sha256 of the network that made it; None if none did.
    """

    component: str
    take: str
    seed: int | None = None
    weights: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class HandOver:
    """One motion on its way out.

    Args:
        motion: cut to the range, at the rate of the file, with gains and offsets in it.
        name: of the project.
        start: seconds of the project at the first frame.
        timecode: seconds that the timecode of the first frame shows.
        conventions: of the program that it is for.
        identity: ``(I,)`` of the face; the mean person if None.
        transcript: the words of the range, from its first frame on.
        sound: the whole recording; ``start`` says where the range begins in it.
        sound_delay: seconds by which the sound comes after the picture.
        takes: where the components come from.
        changes: what was done to the curves on the way: gain, offset and so on, JSON values.
    """

    motion: Motion
    name: str = "Untitled"
    start: float = 0.0
    timecode: float = 0.0
    conventions: Conventions = CONVENTIONS["standard"]
    identity: NDArray[np.float32] | None = None
    transcript: Transcript | None = None
    sound: Media | None = None
    sound_delay: float = 0.0
    takes: tuple[TakeNote, ...] = ()
    changes: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "changes", MappingProxyType(dict(self.changes)))

    @property
    def title(self) -> str:
        """The project and its takes, to call an animation by: ``Talk, Take 2``."""
        return ", ".join(dict.fromkeys([self.name, *(note.take for note in self.takes)]))

    @property
    def origin(self) -> str:
        """Rig, takes, seeds and weights in a line, for files that have room for a remark."""
        parts = [f"{self.motion.rig.name} rig"]
        for note in self.takes:
            seed = "" if note.seed is None else f", seed {note.seed}"
            weights = "" if note.weights is None else f", weights {note.weights}"
            parts.append(f"{note.component}: {note.take}{seed}{weights}")
        return "; ".join(parts)


@dataclass(frozen=True, slots=True)
class Written:
    """What an exporter has done.

    Args:
        files: the one asked for first, then those beside it.
        notes: for the manifest: what was clipped, approximated or left out, JSON values.
    """

    files: tuple[Path, ...]
    notes: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "notes", MappingProxyType(dict(self.notes)))
