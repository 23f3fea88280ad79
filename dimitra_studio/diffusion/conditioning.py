"""What steers a motion network, in one object."""

from collections.abc import Collection
from dataclasses import dataclass, replace

import torch
from torch import Tensor

CONDITIONS = ("audio", "phonemes", "first", "text")
"""The conditions that can be absent; each has a learned stand-in."""


@dataclass(frozen=True, slots=True, eq=False)
class Conditions:
    """Everything a network is told about one batch of windows, noise apart.

    Shapes: B batch, T frames, A audio width, M channels, E width of the text vector.

    Args:
        audio: ``(B, T, A)`` features of the sound around each frame.
        phonemes: ``(B, T, 4)`` int64 phoneme of each hop.
        first: ``(B, M)`` normalised motion of the first frame.
        text: ``(B, E)`` vector of the transcript.
        known: ``(B, T, M)`` normalised values of pinned frames; what stands elsewhere is ignored.
        mask: ``(B, T)`` True where a frame is pinned.
        padding: ``(B, T)`` True where a frame only fills up the batch.
        given: ``(B, 4)`` False where a clip goes without one of ``CONDITIONS`` that its batch has.

    Raises:
        ValueError: if pinned values come without their mask, or the reverse.
    """

    audio: Tensor | None = None
    phonemes: Tensor | None = None
    first: Tensor | None = None
    text: Tensor | None = None
    known: Tensor | None = None
    mask: Tensor | None = None
    padding: Tensor | None = None
    given: Tensor | None = None

    def __post_init__(self) -> None:
        if (self.known is None) != (self.mask is None):
            raise ValueError("known and mask come together")

    def without(self, names: Collection[str]) -> "Conditions":
        """Leave out some of ``CONDITIONS``."""
        return replace(self, **dict.fromkeys(names))

    def is_given(self, name: str, n_clips: int, device: torch.device) -> Tensor:
        """``(B,)`` which clips have the condition ``name``."""
        if getattr(self, name) is None:
            return torch.zeros(n_clips, dtype=torch.bool, device=device)
        if self.given is None:
            return torch.ones(n_clips, dtype=torch.bool, device=device)
        return self.given[:, CONDITIONS.index(name)]

    def to(self, device: torch.device) -> "Conditions":
        """Move all tensors to ``device``."""
        moved = {
            name: value.to(device)
            for name in self.__slots__
            if (value := getattr(self, name)) is not None
        }
        return replace(self, **moved)
