"""The same words, heard differently: other voices, rooms and microphones."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import signal

from dimitra_studio.core.audio import SAMPLE_RATE

SLOWEST, FASTEST = 0.82, 1.22  # pitch, formants and tempo change together, as on a tape
_QUIETEST_NOISE, _LOUDEST_NOISE = 40.0, 8.0  # dB below the speech
_TELEPHONE = (300.0, 3400.0)  # Hz


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """A changed recording.

    Args:
        samples: ``(S,)`` at 16 kHz.
        rate: how many times faster than the original it is; motion and words go with it.
    """

    samples: NDArray[np.float32]
    rate: float


def change_sound(samples: NDArray[np.float32], rng: np.random.Generator) -> Heard:
    """Draw a tape speed, a room, noise and a microphone, and hear ``(S,)`` samples so."""
    wanted = float(np.exp(rng.uniform(np.log(SLOWEST), np.log(FASTEST))))
    n_samples = round(len(samples) / wanted)
    changed = signal.resample(samples, n_samples).astype(np.float32)
    if rng.random() < 0.5:
        changed = _add_room(changed, rng)
    if rng.random() < 0.7:
        changed = _add_noise(changed, rng)
    if rng.random() < 0.15:
        band = signal.butter(4, _TELEPHONE, "bandpass", fs=SAMPLE_RATE, output="sos")
        changed = signal.sosfilt(band, changed).astype(np.float32)
    return Heard(changed, len(samples) / n_samples)


def _add_room(samples: NDArray[np.float32], rng: np.random.Generator) -> NDArray[np.float32]:
    """Echoes that die away; the direct sound stays where it is."""
    decay = rng.uniform(0.03, 0.12)  # seconds to 1/e
    echo = rng.standard_normal(int(4 * decay * SAMPLE_RATE))
    echo *= np.exp(-np.arange(len(echo)) / (decay * SAMPLE_RATE))
    echo *= rng.uniform(0.1, 0.5) / np.linalg.norm(echo)
    echo[0] = 1.0
    return signal.fftconvolve(samples, echo)[: len(samples)].astype(np.float32)


def _add_noise(samples: NDArray[np.float32], rng: np.random.Generator) -> NDArray[np.float32]:
    """Noise between white and brown."""
    spectrum = np.fft.rfft(rng.standard_normal(len(samples)))
    frequency = np.maximum(np.fft.rfftfreq(len(samples), 1 / SAMPLE_RATE), 50.0)
    noise = np.fft.irfft(spectrum * frequency ** -rng.uniform(0, 1), len(samples))
    level = 10 ** (-rng.uniform(_LOUDEST_NOISE, _QUIETEST_NOISE) / 20)
    rms = np.sqrt(np.mean(np.square(samples)))
    return (samples + noise * level * rms / np.sqrt(np.mean(np.square(noise)))).astype(np.float32)


def warp_bands(
    features: NDArray[np.float32], n_bands: int, rng: np.random.Generator
) -> NDArray[np.float32]:
    """Shift the formants: a longer or shorter vocal tract, at no cost in time.

    Args:
        features: ``(..., n_hops * n_bands)``.
        n_bands: of each hop.
        rng: draws the length.
    """
    bands = features.reshape(-1, n_bands)
    warped = np.arange(n_bands) * rng.uniform(0.9, 1.1) + rng.uniform(-1.5, 1.5)
    place = np.clip(warped, 0, n_bands - 1)
    left = np.minimum(place.astype(int), n_bands - 2)
    share = (place - left).astype(np.float32)
    return (bands[:, left] * (1 - share) + bands[:, left + 1] * share).reshape(features.shape)


def mask_features(
    features: NDArray[np.float32], n_bands: int, rng: np.random.Generator
) -> NDArray[np.float32]:
    """Hide some bands and some time, tilt the rest a little.

    Args:
        features: ``(T, n_hops * n_bands)``.
        n_bands: of each hop.
        rng: draws what is hidden.

    Source: Park et al. 2019, SpecAugment, without time warping.
    """
    bands = features.reshape(-1, n_bands).copy()
    tilt = np.linspace(-1, 1, n_bands) * rng.normal(0, 0.2) + rng.normal(0, 0.15)
    bands = bands * rng.uniform(0.85, 1.15) + tilt.astype(np.float32)
    for _ in range(rng.integers(0, 3)):
        width = int(rng.integers(1, n_bands // 5))
        start = int(rng.integers(0, n_bands - width))
        bands[:, start : start + width] = 0
    for _ in range(rng.integers(0, 3)):
        length = int(rng.integers(1, 16))  # hops: up to 0.15 s
        start = int(rng.integers(0, max(1, len(bands) - length)))
        bands[start : start + length] = 0
    return bands.reshape(features.shape)
