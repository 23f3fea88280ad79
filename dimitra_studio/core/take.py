"""One motion of a project and how it came to be."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from dimitra_studio.core.motion import Motion

Origin = Literal["generated", "tracked", "imported", "edited"]

MOST_STEPS = 500
"""Denoising steps: as many as there are levels of noise in training."""

MOST_SEED = 2**63 - 1
"""The largest number that every part of the program can take as a seed."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a take is sampled.

    Args:
        seed: fixes the noise, and so the take.
        guidance: how strongly the speech drives the face; 1 is the plain network.
        n_steps: denoising steps a window.
        seam: seconds inside a segment over which its motion leads into the frames around it.

    Raises:
        ValueError: if there is no step, or the seed, guidance or seam is negative.
    """

    seed: int = 0
    guidance: float = 1.0
    n_steps: int = 8
    seam: float = 0.2

    def __post_init__(self) -> None:
        if self.n_steps < 1 or self.seed < 0 or not (self.guidance >= 0 and self.seam >= 0):
            raise ValueError(f"steps from 1, seed, guidance and seam from 0; got {self}")


@dataclass(frozen=True, slots=True, eq=False)  # a take is equal to itself alone
class Take:
    """A motion as long as the project's recording.

    Args:
        name: unique in its project; the user may change it.
        motion: all components, those that were not generated copied from ``parent``.
        origin: where the motion comes from.
        components: that were generated, tracked or imported.
        start: of the generated segment, in seconds.
        end: of the generated segment, in seconds.
        settings: of the sampling.
        weights: sha256 of the weights of each generated component.
        parent: name of the take that the rest was copied from.
    """

    name: str
    motion: Motion
    origin: Origin
    components: tuple[str, ...]
    start: float
    end: float
    settings: Settings = Settings()
    weights: Mapping[str, str] = field(default_factory=dict)
    parent: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "weights", MappingProxyType(dict(self.weights)))
