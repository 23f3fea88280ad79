"""What the channels of a recording hold before they are mixed."""

import io
from dataclasses import dataclass

import av
import numpy as np
from av.audio.stream import AudioStream
from numpy.typing import NDArray

from dimitra_studio.audio.decode import OPTIONS
from dimitra_studio.core.container import decode_sound, time_origin
from dimitra_studio.core.errors import AudioError

FULL_SCALE = 0.99
"""Samples from here on are at the end of what the file can hold."""

_FLAT = 3  # samples at the end of the scale in a row: single ones are peaks, not clipping


@dataclass(frozen=True, slots=True)
class Channels:
    """The sound as it was recorded.

    Args:
        names: of the channels, such as ``FL`` and ``FR``.
        sample_rate: samples per second.
        levels: of each channel over the whole recording, in dBFS.
        correlation: of the first two channels, -1 to 1; 1 for a single one.
        n_clipped: how many times a channel stays at the end of the scale.
        first_clip: seconds from the first sample; None if nothing is clipped.
        delay: seconds by which the sound starts after the picture.
    """

    names: tuple[str, ...]
    sample_rate: int
    levels: tuple[float, ...]
    correlation: float
    n_clipped: int
    first_clip: float | None
    delay: float


def measure_channels(content: bytes, *, name: str) -> Channels:
    """Look at every sample of a recording as it is in the file.

    Args:
        content: of the file.
        name: what messages call it.

    Raises:
        AudioError: if it cannot be decoded, or has no sound.
    """
    try:
        file = io.BytesIO(content)
        with av.open(file, "r", options=OPTIONS, metadata_errors="ignore") as container:
            best = container.streams.best("audio")
            if not isinstance(best, AudioStream):
                raise AudioError(f"{name} holds no sound; choose a recording of speech.")
            origin, meter = time_origin(container), _Meter()
            resampler = av.AudioResampler(format="fltp")
            for frame in decode_sound(container, best):
                if meter.start is None:
                    meter.start = frame.time
                for part in resampler.resample(frame):
                    names = tuple(channel.name for channel in part.layout.channels)
                    samples = part.to_ndarray().astype(np.float32, copy=False)
                    meter.add(samples, part.sample_rate, names)
    except (av.FFmpegError, OSError, ValueError) as error:
        raise AudioError(
            f"{name} cannot be decoded: it is damaged; save it as WAV and try again."
        ) from error
    return meter.result(origin, name)


class _Meter:
    """Adds up what is needed, so that no more than a frame is in memory."""

    def __init__(self) -> None:
        self.start: float | None = None
        self._names: tuple[str, ...] = ()
        self._rate = 0
        self._n_samples = 0
        self._power: NDArray[np.float64] = np.zeros(0)
        self._product = 0.0
        self._tail: NDArray[np.bool_] = np.zeros((0, _FLAT), bool)
        self._n_clipped = 0
        self._first_clip: float | None = None

    def add(self, samples: NDArray[np.float32], rate: int, names: tuple[str, ...]) -> None:
        """Take in ``(channels, S)``."""
        if names != self._names:
            if self._names:
                return  # a second kind of sound in one track is measured by no one
            self._names, self._rate = names, rate
            self._power = np.zeros(len(names))
            self._tail = np.zeros((len(names), _FLAT), bool)
        self._power += np.einsum("ij,ij->i", samples, samples, dtype=np.float64)
        if len(samples) > 1:
            self._product += float(np.dot(samples[0], samples[1]))
        self._look_for_clipping(samples)
        self._n_samples += samples.shape[1]

    def _look_for_clipping(self, samples: NDArray[np.float32]) -> None:
        full = np.hstack([self._tail, np.abs(samples) >= FULL_SCALE])
        self._tail = full[:, -_FLAT:]
        if not full.any():
            return
        windows = np.lib.stride_tricks.sliding_window_view(full, _FLAT, axis=1)
        runs: NDArray[np.bool_] = np.all(windows, axis=2)
        begins = runs[:, 1:] & ~runs[:, :-1]  # the first run ended in the frame before
        if begins.any():
            self._n_clipped += int(begins.sum())
            if self._first_clip is None:
                first = int(np.flatnonzero(begins.any(axis=0))[0])
                self._first_clip = max(self._n_samples + first + 1 - _FLAT, 0) / self._rate

    def result(self, origin: float, name: str) -> Channels:
        if not self._n_samples:
            raise AudioError(f"{name} holds no sound; choose another recording.")
        levels = 10 * np.log10(self._power / self._n_samples + 1e-20)
        correlation = 1.0
        if len(self._names) > 1:
            both = np.sqrt(self._power[0] * self._power[1])
            correlation = self._product / both if both > 0 else 0.0
        return Channels(
            names=self._names,
            sample_rate=self._rate,
            levels=tuple(float(level) for level in levels),
            correlation=float(correlation),
            n_clipped=self._n_clipped,
            first_clip=self._first_clip,
            delay=max(0.0, (self.start or 0.0) - origin),
        )
