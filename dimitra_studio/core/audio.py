"""A decoded recording."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SAMPLE_RATE = 16_000
"""Of every decoded recording, in samples per second."""


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class Audio:
    """Mono sound.

    Args:
        samples: ``(S,)`` float32 in [-1, 1].
        sample_rate: samples per second.

    Raises:
        ValueError: if the samples are not one row of float32.
    """

    samples: NDArray[np.float32]
    sample_rate: int = SAMPLE_RATE

    def __post_init__(self) -> None:
        if self.samples.ndim != 1 or self.samples.dtype != np.float32:
            raise ValueError(
                f"samples must be (S,) float32, got {self.samples.shape} {self.samples.dtype}"
            )
        samples = self.samples.view()
        samples.flags.writeable = False
        object.__setattr__(self, "samples", samples)

    @property
    def duration(self) -> float:
        """Length in seconds."""
        return len(self.samples) / self.sample_rate
