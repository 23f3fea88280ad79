"""The transcript as one vector: a condition for networks that were trained with it."""

from pathlib import Path
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray

from dimitra_studio.core.errors import WeightsError
from dimitra_studio.diffusion.torchvision_repair import import_open_clip


class TextEncoder(Protocol):
    """Whatever turns words into a vector of a fixed width."""

    @property
    def width(self) -> int:
        """E, the length of every vector."""

    def encode(self, text: str) -> NDArray[np.float32]:
        """``(E,)`` vector of unit length."""


class OpenClipText:
    """The text encoder of a CLIP network, with weights that are already on this machine.

    Args:
        weights: file with the weights, in safetensors or in the layout of open_clip.
        architecture: name of the network in open_clip.

    Raises:
        WeightsError: if the file is missing or holds another network.
    """

    def __init__(self, weights: Path, architecture: str = "ViT-B-32") -> None:
        if not weights.is_file():
            raise WeightsError(
                f"{weights} is missing; give the file of CLIP {architecture} or go without text."
            )
        open_clip = import_open_clip()
        try:
            self._network = open_clip.create_model(architecture, pretrained=str(weights)).eval()
        except (OSError, RuntimeError, KeyError, ValueError, TypeError) as error:
            reason = str(error).splitlines()[0]
            raise WeightsError(
                f"{weights} does not hold CLIP {architecture} ({reason}); choose another file."
            ) from error
        self._tokenise = open_clip.get_tokenizer(architecture)

    @property
    def width(self) -> int:
        """E, the length of every vector."""
        return int(self._network.text_projection.shape[1])

    @torch.inference_mode()
    def encode(self, text: str) -> NDArray[np.float32]:
        """``(E,)`` vector of unit length; words beyond the 77 tokens of CLIP are left out."""
        return self._network.encode_text(self._tokenise([text]), normalize=True)[0].numpy()
