"""Features learned from speech: Wav2Vec 2.0 and WavLM, from weights on this machine."""

from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors import SafetensorError

from dimitra_studio.audio.local_weights import find_weights
from dimitra_studio.audio.torchaudio_repair import import_transformers
from dimitra_studio.core.audio import SAMPLE_RATE
from dimitra_studio.core.errors import WeightsError
from dimitra_studio.core.motion import FPS
from dimitra_studio.core.progress import Progress, ProgressFn, ignore

_KINDS = {"wav2vec2": "Wav2Vec2Model", "wavlm": "WavLMModel", "hubert": "HubertModel"}
_STEP = 320  # samples between two hidden states
_FIELD = 400  # samples that each hidden state sees first-hand
_FRAME = SAMPLE_RATE // FPS  # samples
_AT_ONCE = 20 * FPS  # frames; bounds the memory of attention
_CONTEXT = 2 * FPS  # frames heard on either side of what is kept


class SpeechNetwork:
    """A pretrained network that turns sound into hidden states.

    Args:
        name: of a network in the local cache of Hugging Face, such as
            ``facebook/wav2vec2-base-960h`` or ``microsoft/wavlm-large``, or a folder with one.

    Raises:
        WeightsError: if the weights are not on this machine, or of another kind.
    """

    def __init__(self, name: str) -> None:
        folder = find_weights(name)
        if folder is None:
            raise WeightsError(
                f"The weights of {name} are not on this machine; get them with "
                f"“hf download {name}”, or give a folder that holds them."
            )
        self._network, config = _load(folder, name)
        self.width = int(config.hidden_size)  # values in each hidden state
        # Those with layer normalisation in their first layers were trained on normalised sound.
        self._normalise = config.feat_extract_norm == "layer"

    def features(
        self, samples: NDArray[np.float32], n_frames: int, on_progress: ProgressFn = ignore
    ) -> NDArray[np.float32]:
        """Listen to a recording of any length.

        Args:
            samples: ``(S,)`` at 16 kHz.
            n_frames: T, motion frames; beyond the recording there is silence.
            on_progress: told about each stretch.

        Returns:
            ``(T, width)`` the last hidden state at the middle of each frame.
        """
        padded = np.zeros(n_frames * _FRAME, dtype=np.float32)
        padded[: min(len(samples), len(padded))] = samples[: len(padded)]
        if self._normalise:
            padded = (padded - padded.mean()) / np.sqrt(padded.var() + 1e-7)
        features = np.empty((n_frames, self.width), dtype=np.float32)
        for first in range(0, n_frames, _AT_ONCE):
            on_progress(Progress(first, n_frames, "Listening to the recording"))
            last = min(n_frames, first + _AT_ONCE)
            heard_from, heard_to = max(0, first - _CONTEXT), min(n_frames, last + _CONTEXT)
            heard = self._hear(padded[heard_from * _FRAME : heard_to * _FRAME])
            features[first:last] = heard[first - heard_from : last - heard_from]
        return features

    def _hear(self, samples: NDArray[np.float32]) -> NDArray[np.float32]:
        """Hidden states of one stretch, moved from their own times to the middles of frames."""
        n_frames = len(samples) // _FRAME
        with torch.inference_mode():
            hidden = self._network(torch.from_numpy(samples)[None]).last_hidden_state[0].numpy()
        place = ((np.arange(n_frames) + 0.5) * _FRAME - _FIELD / 2) / _STEP
        place = np.clip(place, 0, len(hidden) - 1)
        before = np.floor(place).astype(int)
        after = np.minimum(before + 1, len(hidden) - 1)
        share = (place - before).astype(np.float32)[:, None]
        return (1 - share) * hidden[before] + share * hidden[after]


def _load(folder: Path, name: str) -> tuple[torch.nn.Module, Any]:
    """The network and its configuration."""
    transformers = import_transformers()
    try:
        config = transformers.AutoConfig.from_pretrained(folder, local_files_only=True)
        kind = getattr(transformers, _KINDS[config.model_type])
        network = kind.from_pretrained(folder, local_files_only=True).eval()
    except KeyError as error:
        raise WeightsError(
            f"{name} is not a network for speech; choose Wav2Vec 2.0, WavLM or HuBERT."
        ) from error
    except (OSError, ValueError, RuntimeError, SafetensorError) as error:
        raise WeightsError(
            f"The weights of {name} are damaged or not complete; download them again."
        ) from error
    return network, config
