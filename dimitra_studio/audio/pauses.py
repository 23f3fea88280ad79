"""Where a recording can be cut."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.audio import SAMPLE_RATE, Audio

_HOP = SAMPLE_RATE // 100
_SMOOTHING = 30  # hops; shorter dips are closures of stops, not pauses
_SHORTEST = 0.4  # of the longest piece


def hop_levels(audio: Audio) -> NDArray[np.float32]:
    """The level of each 10 ms of the recording, in dBFS."""
    n_hops = max(1, -(-len(audio.samples) // _HOP))
    padded = np.pad(audio.samples, (0, n_hops * _HOP - len(audio.samples))).reshape(n_hops, _HOP)
    power = np.einsum("ij,ij->i", padded, padded) / _HOP
    return (10 * np.log10(power + 1e-12)).astype(np.float32)


def split_at_pauses(audio: Audio, longest: float) -> list[tuple[float, float]]:
    """Cut a recording where it is quietest.

    Args:
        audio: of any length.
        longest: seconds that no piece exceeds.

    Returns:
        Start and end of each piece in seconds; together they are the whole recording.
    """
    levels = hop_levels(audio)
    kernel = np.full(_SMOOTHING, 1 / _SMOOTHING)
    smooth = np.convolve(np.pad(levels, _SMOOTHING, mode="edge"), kernel, mode="same")
    smooth = smooth[_SMOOTHING:-_SMOOTHING]
    most, least = round(longest * 100), round(longest * 100 * _SHORTEST)
    cuts = [0]
    while len(levels) - cuts[-1] > most:
        first = cuts[-1] + least
        cuts.append(first + int(np.argmin(smooth[first : cuts[-1] + most])))
    borders = [cut / 100 for cut in cuts] + [audio.duration]
    return list(pairwise(borders))


def sounding_span(audio: Audio, start: float, end: float) -> tuple[float, float]:
    """The part of ``start`` to ``end`` (seconds) from its first to its last speech-like sound."""
    levels = hop_levels(audio)
    first, last = round(start * 100), max(round(start * 100) + 1, round(end * 100))
    loud = np.flatnonzero(levels[first:last] > np.percentile(levels, 95) - 30)
    if not loud.size:
        return start, end
    return start + int(loud[0]) / 100, min(end, start + int(loud[-1] + 1) / 100)
