"""Whisper, where its weights are already on this machine."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError

from dimitra_studio.audio.local_weights import find_weights
from dimitra_studio.core.audio import SAMPLE_RATE
from dimitra_studio.core.errors import WeightsError

LONGEST = 28.0
"""Seconds that may be given at once; the network hears 30."""

NAMES = tuple(
    f"openai/whisper-{size}" for size in ("small.en", "base.en", "tiny.en", "small", "base", "tiny")
)
"""The best that keeps up with the recording on a CPU first."""

_TOKENS_PER_SECOND = 8  # more than anybody says; bounds the time that a lost decoder takes


class Whisper:
    """OpenAI's recogniser.

    Args:
        folder: the weights, as transformers saves them.

    Raises:
        WeightsError: if they cannot be loaded.
    """

    def __init__(self, folder: Path) -> None:
        # Only here, since most machines have no Whisper, and torch takes seconds to import.
        from dimitra_studio.audio.torchaudio_repair import import_transformers

        transformers = import_transformers()
        try:
            self._processor = transformers.WhisperProcessor.from_pretrained(
                folder, local_files_only=True
            )
            self._network = transformers.WhisperForConditionalGeneration.from_pretrained(
                folder, local_files_only=True
            ).eval()
        except (OSError, ValueError, RuntimeError, SafetensorError) as error:
            raise WeightsError(
                f"The weights of Whisper in {folder} are damaged or not complete; download them "
                "again."
            ) from error

    def transcribe(self, samples: NDArray[np.float32]) -> str:
        """Write down what is said in at most ``LONGEST`` seconds, ``(S,)`` at 16 kHz."""
        import torch

        inputs = self._processor(samples, sampling_rate=SAMPLE_RATE, return_tensors="pt")
        n_tokens = 16 + int(_TOKENS_PER_SECOND * len(samples) / SAMPLE_RATE)
        with torch.inference_mode():
            tokens = self._network.generate(inputs.input_features, max_new_tokens=n_tokens)
        return self._processor.batch_decode(tokens, skip_special_tokens=True)[0].strip()


def find_whisper() -> Path | None:
    """The folder of the best Whisper in the local cache of Hugging Face, if there is one."""
    return next((folder for name in NAMES if (folder := find_weights(name))), None)
