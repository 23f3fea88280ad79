"""A recording measured for the timeline: its waveform and its spectrogram at every zoom level.

Free of torch, so that the window shows the sound before the engine is loaded.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.audio.decode import load_audio
from dimitra_studio.audio.envelope import Envelope, make_envelope
from dimitra_studio.core.audio import Audio
from dimitra_studio.core.progress import Progress, ProgressFn, ignore
from dimitra_studio.core.project import Media

__all__ = ["Envelope", "SoundData", "Spectrogram", "load_sound_data", "make_spectrogram"]

HIGHEST_FREQUENCY = 8000.0
"""Hertz at the upper edge of a spectrogram; the lower edge is 0."""

N_BANDS = 96

_HOP = 0.005  # seconds; a closure of the lips lasts ten of them
_WINDOW = 0.016  # seconds; short enough to show where a sound begins
_N_FFT = 512
_RANGE = 55.0  # decibels from black to the brightest
_LOUDEST = 99.7  # percentile that is drawn brightest: a click must not darken the speech
_QUIETEST_PEAK = -45.0  # dB of a full-scale sine; silence is not amplified into a picture
_TILT = 6.0  # decibels per octave, as voices lose towards the high frequencies
_FACTOR = 2  # hops of a level in one of the next
_SHORTEST_LEVEL = 256  # hops; fewer are not worth a level
_HOPS_AT_ONCE = 4000  # bounds the memory for long recordings


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class Spectrogram:
    """How loud each pitch is over time.

    Args:
        levels: ``(n_hops, 96)`` uint8, mel bands from 0 to 8000 Hz; a hop of level ``k`` lasts
            ``hop * 2**k`` seconds.
        hop: seconds.
        duration: of the recording, in seconds.
    """

    levels: tuple[NDArray[np.uint8], ...]
    hop: float
    duration: float

    def between(self, start: float, end: float, n_columns: int) -> NDArray[np.uint8]:
        """Brightness for each column of pixels.

        Args:
            start: seconds at the left edge.
            end: seconds at the right edge.
            n_columns: width in pixels.

        Returns:
            ``(n_columns, 96)``, the lowest band first; zeros outside the recording.
        """
        width = (end - start) / n_columns
        level, hop = 0, self.hop
        while level + 1 < len(self.levels) and hop * _FACTOR <= width:
            level, hop = level + 1, hop * _FACTOR
        bands = self.levels[level]
        times = start + (np.arange(n_columns) + 0.5) * width
        places = np.clip(times / hop - 0.5, 0, len(bands) - 1)
        first = places.astype(np.int64)
        second = np.minimum(first + 1, len(bands) - 1)
        share = np.round((places - first) * 256).astype(np.uint16)[:, None]  # integers: 3x faster
        mixed = bands[first] * (256 - share) + bands[second] * share
        columns = (mixed >> 8).astype(np.uint8)
        columns[(times < 0) | (times >= self.duration)] = 0
        return columns


@dataclass(frozen=True, eq=False)
class SoundData:
    """What the timeline shows and plays of a recording.

    Args:
        duration: seconds.
        envelope: the waveform; holds the samples.
        spectrogram: of the same sound.
    """

    duration: float
    envelope: Envelope
    spectrogram: Spectrogram


def load_sound_data(media: Media, on_progress: ProgressFn = ignore) -> SoundData:
    """Decode and measure the recording of a project.

    Raises:
        AudioError: if it cannot be decoded or has no sound.
    """
    label = f"Reading {media.name}"
    on_progress(Progress(0, 3, label))
    audio = load_audio(media.data, name=media.name)
    on_progress(Progress(1, 3, label))
    envelope = make_envelope(audio)
    on_progress(Progress(2, 3, label))
    spectrogram = make_spectrogram(audio)
    on_progress(Progress(3, 3, label))
    return SoundData(audio.duration, envelope, spectrogram)


def make_spectrogram(audio: Audio) -> Spectrogram:
    """Measure a recording once, to draw any part of it fast.

    The loudest passages are brightest and everything 55 dB below is black, whatever the level
    of the recording.
    """
    levels = [_brightness(_decibels(audio))]
    while len(levels[-1]) > _SHORTEST_LEVEL:
        pairs = levels[-1][: len(levels[-1]) // _FACTOR * _FACTOR].reshape(-1, _FACTOR, N_BANDS)
        levels.append(pairs.mean(axis=1, dtype=np.float32).astype(np.uint8))
    return Spectrogram(tuple(levels), _HOP, audio.duration)


def _decibels(audio: Audio) -> NDArray[np.float32]:
    """``(n_hops, 96)``; the window of a hop is centred on its middle."""
    from scipy import fft  # takes a while to import

    hop, width = round(_HOP * audio.sample_rate), round(_WINDOW * audio.sample_rate)
    n_hops = max(1, -(-len(audio.samples) // hop))
    lead = (width - hop) // 2
    padded = np.zeros((n_hops - 1) * hop + width, np.float32)
    visible = audio.samples[: len(padded) - lead]
    padded[lead : lead + len(visible)] = visible
    windows = np.lib.stride_tricks.sliding_window_view(padded, width)[::hop]
    shape = np.hanning(width).astype(np.float32)
    shape /= shape.sum() / 2  # a full-scale sine is 0 dB
    filters, gains = _filters(audio.sample_rate)
    decibels = np.empty((n_hops, N_BANDS), np.float32)
    for first in range(0, n_hops, _HOPS_AT_ONCE):
        spectrum = fft.rfft(windows[first : first + _HOPS_AT_ONCE] * shape, _N_FFT, axis=1)
        power = spectrum.real**2 + spectrum.imag**2
        rows = 10 * np.log10(power @ filters + 1e-14) + gains
        decibels[first : first + _HOPS_AT_ONCE] = rows
    return decibels


def _filters(sample_rate: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """``(257, 96)`` share of each frequency in each band, and ``(96,)`` gains in decibels.

    Bands are even in mel; the lowest are narrower than the steps of the transform, so they are
    read from straight lines between these.
    """
    frequencies = np.arange(_N_FFT // 2 + 1) * sample_rate / _N_FFT
    top = 2595 * np.log10(1 + HIGHEST_FREQUENCY / 700)
    edges = 700 * (10 ** (np.linspace(0, top, N_BANDS + 2) / 2595) - 1)
    centres = edges[1:-1]
    half = np.maximum((edges[2:] - edges[:-2]) / 2, sample_rate / _N_FFT)
    shares = np.clip(1 - np.abs(frequencies[:, None] - centres) / half, 0, None)
    shares /= shares.sum(axis=0)
    gains = _TILT * np.log2(np.maximum(centres, 200) / 1000)
    return shares.astype(np.float32), gains.astype(np.float32)


def _brightness(decibels: NDArray[np.float32]) -> NDArray[np.uint8]:
    # one hop in four is enough for a percentile, which sorts
    top = max(float(np.percentile(decibels[::4].max(axis=1), _LOUDEST)), _QUIETEST_PEAK)
    scaled = decibels - np.float32(top - _RANGE)
    scaled *= np.float32(255 / _RANGE)
    return np.clip(scaled, 0, 255, out=scaled).astype(np.uint8)
