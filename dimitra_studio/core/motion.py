"""Face motion: the curves of a rig over time."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.rig import Rig

FPS = 25
"""Frames per second of every generated motion."""


def count_frames(duration: float, fps: float = FPS) -> int:
    """How many frames cover ``duration`` seconds; the last may reach beyond its end.

    Frame ``i`` covers ``[i / fps, (i + 1) / fps)``. A rest of under a thousandth of a frame is
    rounding, not sound.
    """
    return max(1, int(np.ceil(duration * fps - 1e-3)))


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class Motion:
    """One sequence of facial motion; not even its array can be edited in place.

    Args:
        curves: ``(T, C)`` float32: T frames, C channels of the rig.
        rig: names the channels.
        fps: frames per second.

    Raises:
        ValueError: if the curves do not fit the rig, are not float32, or are not finite.
    """

    curves: NDArray[np.float32]
    rig: Rig
    fps: float = FPS

    def __post_init__(self) -> None:
        n_channels = len(self.rig.channels)
        if self.curves.ndim != 2 or self.curves.shape[1] != n_channels:
            raise ValueError(f"curves must be (frames, {n_channels}), got {self.curves.shape}")
        if self.curves.dtype != np.float32:
            raise ValueError(f"curves must be float32, got {self.curves.dtype}")
        if not np.isfinite(self.curves).all():
            raise ValueError("curves must be finite")
        curves = self.curves.view()
        curves.flags.writeable = False
        object.__setattr__(self, "curves", curves)

    def __len__(self) -> int:
        return len(self.curves)

    @property
    def duration(self) -> float:
        """Length in seconds."""
        return len(self.curves) / self.fps

    def component(self, name: str) -> NDArray[np.float32]:
        """``(T, ...)`` the curves of lips, expression or pose."""
        return self.curves[:, self.rig.columns(name)]

    def channel(self, name: str) -> NDArray[np.float32]:
        """``(T,)`` one curve."""
        return self.curves[:, self.rig.column(name)]

    def with_components(self, parts: Mapping[str, NDArray[np.float32]]) -> "Motion":
        """Replace the curves of some components; ``parts`` maps names to ``(T, ...)``."""
        curves = self.curves.copy()
        for name, part in parts.items():
            curves[:, self.rig.columns(name)] = part
        return replace(self, curves=curves)
