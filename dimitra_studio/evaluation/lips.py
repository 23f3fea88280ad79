"""How well lips follow speech, measured on Face Mesh landmarks.

Lengths are shares of the distance between the outer corners of the eyes, so that the size of the
picture and the distance of the face do not matter. Frames without a face are NaN throughout and
are left out of every figure.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.audio.phonemes import CLOSED_LIPS
from dimitra_studio.core.motion import FPS
from dimitra_studio.core.transcript import Transcript
from dimitra_studio.face.regions import EYE_CORNERS, LIP_WIDTHS, MIDDLE_GAP

CLOSED = 0.02
"""Largest aperture of lips that touch, as a share of the eye distance.

Measured on the 64 validation clips of GRID s1: during P, B and M the lips of the real speaker come
below 0.006 in 97 of 100 cases, at rest they stay at 0.002, and half of the vowels open them beyond
0.07. A share of 0.02 is about a pixel of these pictures, what Face Mesh can tell apart.
"""

REACH = 1
"""Frames by which a closure may miss its phoneme: alignment is good to about one."""


def _share_of_eyes(landmarks: NDArray[np.floating], ends: tuple[int, int]) -> NDArray[np.float64]:
    (first, second), (right, left) = ends, EYE_CORNERS
    points = np.asarray(landmarks[..., :2], np.float64)
    length = np.linalg.norm(points[:, first] - points[:, second], axis=-1)
    return np.asarray(length / np.linalg.norm(points[:, right] - points[:, left], axis=-1))


def lip_aperture(landmarks: NDArray[np.floating]) -> NDArray[np.float64]:
    """``(T,)`` distance of the inner lips at their middle, from ``(T, 478, 2 or 3)`` pixels."""
    return _share_of_eyes(landmarks, MIDDLE_GAP)


def mouth_width(landmarks: NDArray[np.floating]) -> NDArray[np.float64]:
    """``(T,)`` distance of the outer corners of the mouth, from ``(T, 478, 2 or 3)`` pixels."""
    return _share_of_eyes(landmarks, LIP_WIDTHS[0])


def correlation(first: NDArray[np.floating], second: NDArray[np.floating]) -> float:
    """Pearson's correlation of two series; NaN if one of them does not move."""
    known = np.isfinite(first) & np.isfinite(second)
    if np.count_nonzero(known) < 2:
        return float("nan")
    a = first[known] - first[known].mean()
    b = second[known] - second[known].mean()
    spread = np.sqrt(np.sum(a * a) * np.sum(b * b))
    return float(np.sum(a * b) / spread) if spread > 0 else float("nan")


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class Lags:
    """How the correlation changes when one series is moved against the other.

    Args:
        lags: ``(L,)`` in frames; positive where the generated series is late.
        correlations: ``(L,)`` at those lags.
    """

    lags: NDArray[np.int64]
    correlations: NDArray[np.float64]

    @property
    def best(self) -> int:
        """The lag of the highest correlation; the one nearest to 0 among equals."""
        order = np.argsort(np.abs(self.lags), kind="stable")
        if not np.isfinite(self.correlations).any():
            return 0
        return int(self.lags[order][np.nanargmax(self.correlations[order])])

    def at(self, lag: int) -> float:
        """The correlation at one lag."""
        return float(self.correlations[self.lags == lag][0])


def correlate_at_lags(
    generated: NDArray[np.floating], real: NDArray[np.floating], *, longest: int = 5
) -> Lags:
    """Correlate two series at all lags up to ``longest`` frames, over the frames they share.

    Raises:
        ValueError: if the series differ in length or are too short for the lags.
    """
    n_frames = len(real)
    if len(generated) != n_frames or n_frames <= longest + 1:
        raise ValueError(f"{len(generated)} and {n_frames} frames, lags up to {longest}")
    lags = range(-longest, longest + 1)
    values = [
        correlation(
            generated[max(lag, 0) : n_frames + min(lag, 0)],
            real[max(-lag, 0) : n_frames - max(lag, 0)],
        )
        for lag in lags
    ]
    return Lags(np.array(lags), np.array(values))


def closures(transcript: Transcript, n_frames: int, *, fps: float = FPS) -> list[slice]:
    """The frames in which the lips should touch once: each P, B and M and a frame around it.

    Neighbouring ones, as in "jump back", are one closure.
    """
    spans: list[slice] = []
    for phoneme in transcript.phonemes():
        if phoneme.symbol not in CLOSED_LIPS:
            continue
        first = max(int(np.floor(phoneme.start * fps)), 0)
        last = min(max(int(np.ceil(phoneme.end * fps)), first + 1), n_frames)
        if first >= n_frames:
            break
        if spans and spans[-1].stop >= first:
            spans[-1] = slice(spans[-1].start, max(last, spans[-1].stop))
        else:
            spans.append(slice(first, last))
    return [slice(max(span.start - REACH, 0), span.stop + REACH) for span in spans]


def closed_lips(
    aperture: NDArray[np.floating],
    transcript: Transcript,
    *,
    threshold: float = CLOSED,
    fps: float = FPS,
) -> NDArray[np.bool_]:
    """For each closure of the transcript, whether the lips come together in it.

    Args:
        aperture: ``(T,)`` from ``lip_aperture``.
        transcript: of the same recording.
        threshold: the largest aperture of lips that touch.
        fps: of the aperture.

    Returns:
        One value per closure; those in which no face was seen are left out.
    """
    spans = [aperture[span] for span in closures(transcript, len(aperture), fps=fps)]
    seen = [span[np.isfinite(span)] for span in spans]
    return np.array([span.min() < threshold for span in seen if span.size], np.bool_)
