"""What each network is told about the speech: its kind of features, the phonemes, the words."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.audio.features import N_BANDS, motion_features
from dimitra_studio.audio.phonemes import HOPS_PER_FRAME, phoneme_frames
from dimitra_studio.audio.wav2vec import SpeechNetwork
from dimitra_studio.core.audio import Audio
from dimitra_studio.core.errors import WeightsError
from dimitra_studio.core.transcript import Transcript
from dimitra_studio.diffusion.text import OpenClipText
from dimitra_studio.diffusion.weights import MotionNetwork
from dimitra_studio.diffusion.windows import Speech

LOG_MEL = "log-mel"
"""The audio features that need no weights; any other kind names a network for speech."""


class Listener:
    """Networks that listen and read, loaded when a motion network asks for them.

    Args:
        text_weights: file of a CLIP network that reads the transcript; none to go without.
    """

    def __init__(self, text_weights: Path | None = None) -> None:
        self._text_weights = text_weights
        self._reader: OpenClipText | None = None
        self._ears: dict[str, SpeechNetwork] = {}

    def prepare(self, network: MotionNetwork) -> None:
        """Load what a motion network needs to be told.

        Raises:
            WeightsError: if it is not on this machine, or does not fit the motion network.
        """
        kind, config = network.audio_features, network.network.config
        if kind != LOG_MEL and kind not in self._ears:
            self._ears[kind] = SpeechNetwork(kind)
        width = HOPS_PER_FRAME * N_BANDS if kind == LOG_MEL else self._ears[kind].width
        if width != config.audio_dim:
            raise WeightsError(
                f"The {network.component} network takes {config.audio_dim} audio features and "
                f"{kind} gives {width}; choose other weights."
            )
        if self._text_weights is not None and config.text_dim and self._reader is None:
            self._reader = OpenClipText(self._text_weights)
        if self._reader is not None and config.text_dim not in (0, self._reader.width):
            raise WeightsError(
                f"The {network.component} network takes a text vector of {config.text_dim} and "
                f"{self._text_weights} gives {self._reader.width}; choose another file."
            )

    def listen(
        self,
        networks: dict[str, MotionNetwork],
        audio: Audio,
        transcript: Transcript | None,
        n_frames: int,
    ) -> dict[str, Speech]:
        """The speech as each of the prepared networks takes it, by the same names."""
        phonemes = None if transcript is None else phoneme_frames(transcript, n_frames)
        text = None
        if self._reader is not None and transcript is not None:
            text = self._reader.encode(transcript.text)
        kinds = {network.audio_features for network in networks.values()}
        features = {kind: self._features(kind, audio, n_frames) for kind in kinds}
        return {
            name: Speech(features[network.audio_features], phonemes, text)
            for name, network in networks.items()
        }

    def _features(self, kind: str, audio: Audio, n_frames: int) -> NDArray[np.float32]:
        if kind == LOG_MEL:
            return motion_features(audio.samples, n_frames)
        return self._ears[kind].features(audio.samples, n_frames)
