"""What the networks hear of a recording."""

from functools import cache

import numpy as np
import torch
from numpy.typing import NDArray

from dimitra_studio.audio.phonemes import HOPS_PER_FRAME
from dimitra_studio.audio.torchaudio_repair import import_torchaudio
from dimitra_studio.core.audio import SAMPLE_RATE
from dimitra_studio.core.motion import FPS

N_BANDS = 64
HOP = SAMPLE_RATE // (FPS * HOPS_PER_FRAME)  # samples; 10 ms
_WINDOW = SAMPLE_RATE // 40  # samples; 25 ms
_N_FFT = 1024  # zero-padded: with 512 the lowest bands would fall between two bins
_LEAD = (_N_FFT - HOP) // 2  # the window is centred on the middle of its hop
_HOPS_AT_ONCE = 6000  # bounds the memory for long recordings

_DECIBEL = float(np.log(10) / 10)  # in units of log power
_GATE = 40 * _DECIBEL  # below the loudest hop: pauses, which must not set the level
_SPEECH_RANGE = 30 * _DECIBEL  # below the level: hops that count as speech
_FLOOR_RANGE = 80 * _DECIBEL  # below the level: nothing, as in the upper half of a telephone call
_QUIETEST_LEVEL = -4.0  # log power of speech at -60 dBFS: below it there is only silence
_PRIOR_HOPS = 25  # a recording with less speech than this leans on the average voice
_PRIOR_MEAN = np.linspace(-20, -55, N_BANDS, dtype=np.float32) * np.float32(_DECIBEL)
_PRIOR_STD = np.float32(10 * _DECIBEL)
_SMALLEST_STD = np.float32(4 * _DECIBEL)
_LOWEST, _HIGHEST = -2.5, 4.0  # standard deviations; the noise of any room becomes one silence


@cache
def _mel() -> torch.nn.Module:
    return import_torchaudio().transforms.MelSpectrogram(
        sample_rate=SAMPLE_RATE,
        n_fft=_N_FFT,
        win_length=_WINDOW,
        hop_length=HOP,
        f_min=60.0,
        f_max=7600.0,
        n_mels=N_BANDS,
        power=2.0,
        center=False,
    )


def log_mel(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Measure the log power in mel bands from 60 to 7600 Hz.

    Args:
        samples: ``(S,)`` at 16 kHz.

    Returns:
        ``(n_hops, 64)``; hop ``h`` covers the samples from ``160 h`` to ``160 (h + 1)`` and is
        seen through a window of 25 ms around its middle, so hops ``4 i`` to ``4 i + 3`` are
        motion frame ``i`` exactly.
    """
    n_hops = -(-len(samples) // HOP)
    bands = np.empty((n_hops, N_BANDS), dtype=np.float32)
    for first in range(0, n_hops, _HOPS_AT_ONCE):
        last = min(n_hops, first + _HOPS_AT_ONCE)
        start, end = first * HOP - _LEAD, (last - 1) * HOP - _LEAD + _N_FFT
        piece = samples[max(0, start) : max(0, end)]
        piece = np.pad(piece, (max(0, -start), max(0, end - max(0, start) - len(piece))))
        with torch.inference_mode():
            power = _mel()(torch.from_numpy(piece))
            bands[first:last] = power.clamp_min(1e-12).log().T.numpy()
    return bands


def motion_features(samples: NDArray[np.float32], n_frames: int) -> NDArray[np.float32]:
    """Describe a recording for the networks, whatever its level, voice and microphone.

    Each band is brought to mean 0 and standard deviation 1 over the hops that hold speech, so
    the length of the pauses does not matter.

    Args:
        samples: ``(S,)`` at 16 kHz.
        n_frames: T, motion frames; beyond the recording there is silence.

    Returns:
        ``(T, 256)``: the 64 bands of the four hops of each frame.
    """
    n_hops = n_frames * HOPS_PER_FRAME
    bands = log_mel(samples[: n_hops * HOP])
    level_of_hops = np.logaddexp.reduce(bands, axis=1)
    level = _speech_level(level_of_hops)
    bands = np.maximum(bands, np.float32(level - _FLOOR_RANGE))
    mean, std = _statistics(bands[level_of_hops > level - _SPEECH_RANGE], level)
    normalised = np.full((n_hops, N_BANDS), _LOWEST, dtype=np.float32)
    normalised[: len(bands)] = np.clip((bands - mean) / std, _LOWEST, _HIGHEST)
    return normalised.reshape(n_frames, HOPS_PER_FRAME * N_BANDS)


def _speech_level(level_of_hops: NDArray[np.float32]) -> float:
    """Log power of well audible speech: the upper quartile of what is not a pause."""
    if not level_of_hops.size:
        return _QUIETEST_LEVEL
    heard = level_of_hops[level_of_hops > level_of_hops.max() - _GATE]
    return max(float(np.percentile(heard, 75)), _QUIETEST_LEVEL)


def _statistics(
    speech: NDArray[np.float32], level: float
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Mean and standard deviation of each band; short recordings lean on an average voice."""
    share = np.float32(len(speech) / (len(speech) + _PRIOR_HOPS))
    rows = speech if len(speech) else np.zeros((1, N_BANDS), dtype=np.float32)
    mean = share * rows.mean(axis=0) + (1 - share) * (np.float32(level) + _PRIOR_MEAN)
    variance = share * rows.var(axis=0) + (1 - share) * _PRIOR_STD**2
    return mean, np.maximum(np.sqrt(variance), _SMALLEST_STD)
