"""The 15 visemes of Oculus (Meta) as curves, from the phonemes of the transcript.

Source: Meta, "Viseme reference" of the Oculus Lipsync SDK.
"""

import csv
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.files import replacing
from dimitra_studio.core.transcript import SILENCE
from dimitra_studio.export.hand_over import HandOver, Written
from dimitra_studio.export.mouth_cues import halves, phonemes_of

VISEMES = (
    *("sil", "PP", "FF", "TH", "DD", "kk", "CH", "SS", "nn", "RR"),
    *("aa", "E", "ih", "oh", "ou"),
)

_OF_PHONEME: Mapping[str, tuple[str, ...]] = {
    SILENCE: ("sil",),
    **dict.fromkeys(("P", "B", "M"), ("PP",)),
    **dict.fromkeys(("F", "V"), ("FF",)),
    **dict.fromkeys(("TH", "DH"), ("TH",)),
    **dict.fromkeys(("T", "D"), ("DD",)),
    **dict.fromkeys(("K", "G", "NG"), ("kk",)),
    **dict.fromkeys(("CH", "JH", "SH", "ZH"), ("CH",)),
    **dict.fromkeys(("S", "Z"), ("SS",)),
    **dict.fromkeys(("N", "L"), ("nn",)),
    **dict.fromkeys(("R", "ER"), ("RR",)),
    **dict.fromkeys(("AA", "AE", "AH"), ("aa",)),
    "EH": ("E",),
    **dict.fromkeys(("IH", "IY", "Y"), ("ih",)),
    "AO": ("oh",),
    **dict.fromkeys(("UH", "UW", "W"), ("ou",)),
    "EY": ("E", "ih"),
    "AY": ("aa", "ih"),
    "AW": ("aa", "ou"),
    "OY": ("oh", "ih"),
    "OW": ("oh", "ou"),
}

_REACH = 0.04  # seconds before and after a frame that its mouth shape leans on


def write_oculus15(hand_over: HandOver, path: Path) -> Written:
    """Write ``frame,time,viseme_sil…``, weights from 0 to 1 that add up to 1.

    Raises:
        ExportError: if there are no phonemes, or the file cannot be written.
    """
    motion = hand_over.motion
    parts = list(halves(phonemes_of(hand_over), _OF_PHONEME))
    weights = viseme_weights(parts, len(motion), motion.fps)
    with (
        replacing(path) as partial,
        partial.open("w", encoding="utf-8", newline="") as file,
    ):
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["frame", "time", *(f"viseme_{name}" for name in VISEMES)])
        for frame, row in enumerate(weights):
            values = (f"{value:.6f}" for value in row)
            writer.writerow([frame, round(frame / motion.fps, 6), *values])
    note = {"derived_from": "the phonemes of the transcript", "reach_seconds": _REACH}
    return Written((path,), note)


def viseme_weights(
    parts: list[tuple[float, float, str]], n_frames: int, fps: float
) -> NDArray[np.float64]:
    """How much of a small triangle of time about each frame's middle belongs to each viseme.

    Args:
        parts: start and end in seconds, and a viseme; they follow each other without gaps.
        n_frames: T.
        fps: frames per second.

    Returns:
        ``(T, 15)`` weights in the order of ``VISEMES``; a row adds up to 1.
    """
    centres: NDArray[np.float64] = (np.arange(n_frames, dtype=np.float64) + 0.5) / fps
    weights = np.zeros((n_frames, len(VISEMES)))
    for index, (start, end, viseme) in enumerate(parts):
        before = 0.0 if index == 0 else _share_before(start - centres)
        after = 1.0 if index == len(parts) - 1 else _share_before(end - centres)
        weights[:, VISEMES.index(viseme)] += after - before
    return weights


def _share_before(distance: NDArray[np.float64]) -> NDArray[np.float64]:
    """The part of the triangle that lies before a point at some distance from its middle."""
    x = np.clip(distance / _REACH, -1.0, 1.0)
    return np.where(x < 0, (1 + x) ** 2 / 2, 1 - (1 - x) ** 2 / 2)
