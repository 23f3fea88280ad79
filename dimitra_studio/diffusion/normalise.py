"""Curves to numbers around zero and back, channel by channel."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

Row = NDArray[np.float32]

MARGIN = 1.0
"""Standard deviations beyond what training saw that a network is still shown."""


@dataclass(frozen=True, eq=False)
class Statistics:
    """What the curves of a component were like in training; stored with the weights.

    Args:
        mean: ``(M,)`` of each channel.
        std: ``(M,)`` standard deviation, never below a floor: a channel that hardly moved in
            training must not turn a small value into a huge one.
        low: ``(M,)`` smallest value in training, outliers apart.
        high: ``(M,)`` largest value in training, outliers apart.

    Raises:
        ValueError: if the lengths differ or a deviation is not positive.
    """

    mean: Row
    std: Row
    low: Row
    high: Row

    def __post_init__(self) -> None:
        for field in fields(self):
            row = np.array(getattr(self, field.name), np.float32)
            if row.shape != np.shape(self.mean) or row.ndim != 1:
                raise ValueError(f"{field.name} must be as long as the mean, got {row.shape}")
            row.flags.writeable = False
            object.__setattr__(self, field.name, row)
        if not (self.std > 0).all():
            raise ValueError("standard deviations must be positive")

    @classmethod
    def measure(cls, curves: NDArray[np.float32], floor: NDArray[np.float32]) -> "Statistics":
        """Describe ``(T, M)`` curves; no deviation is below ``floor`` ``(M,)``."""
        low, high = np.quantile(curves, (0.001, 0.999), axis=0)
        return cls(curves.mean(axis=0), np.maximum(curves.std(axis=0), floor), low, high)

    @classmethod
    def from_lists(cls, lists: Mapping[str, list[float]]) -> "Statistics":
        """The reverse of ``to_lists``."""
        return cls(**{name: np.array(row, np.float32) for name, row in lists.items()})

    def to_lists(self) -> dict[str, list[float]]:
        """Plain numbers, for a file header."""
        return {field.name: getattr(self, field.name).tolist() for field in fields(self)}

    def normalise(self, curves: NDArray[np.float32]) -> NDArray[np.float32]:
        """``(..., M)`` curves to mean 0 and deviation 1."""
        return ((curves - self.mean) / self.std).astype(np.float32)

    def restore(self, values: NDArray[np.float32]) -> NDArray[np.float32]:
        """``(..., M)`` normalised values to curves."""
        return (values * self.std + self.mean).astype(np.float32)

    def confine(self, curves: NDArray[np.float32]) -> NDArray[np.float32]:
        """``(..., M)`` curves within what training saw and a margin.

        For what a network is shown: a portrait or a pinned frame may go far beyond, where its
        answer would be meaningless.
        """
        margin = MARGIN * self.std
        return np.clip(curves, self.low - margin, self.high + margin)
