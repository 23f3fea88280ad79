"""The words of a clip in other voices, in time with the clip's own mouth.

A corpus of one speaker teaches what that speaker's voice does to the spectrum, not what speech
does. Here the words are spoken again by synthetic voices, and the features of each are bent in
time until its phonemes fall where the clip's fall: other sound, the same motion.
"""

import shutil
import subprocess
import tempfile
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.audio.alignment import align
from dimitra_studio.audio.decode import load_audio
from dimitra_studio.audio.features import N_BANDS, motion_features
from dimitra_studio.audio.phonemes import HOPS_PER_FRAME
from dimitra_studio.audio.recogniser import Recogniser
from dimitra_studio.core.audio import Audio
from dimitra_studio.core.errors import TrainingError
from dimitra_studio.core.motion import FPS, count_frames
from dimitra_studio.core.transcript import Transcript

_HOP_RATE = FPS * HOPS_PER_FRAME
_PITCHES = {"slt": 180.0, "rms": 105.0, "awb": 120.0, "kal": 100.0, "kal16": 100.0}  # Hz
_SMALLEST_STEP = 1e-4  # seconds; borders must rise for the interpolation between them


def check_voices(voices: tuple[str, ...]) -> None:
    """Refuse voices that cannot speak here, before the work begins.

    Raises:
        TrainingError: if ``flite`` is missing or does not have one of the voices.
    """
    if not voices:
        return
    if shutil.which("flite") is None:
        raise TrainingError("Other voices need the program flite; install it or use no voices.")
    if unknown := set(voices) - set(_PITCHES):
        raise TrainingError(
            f"flite has no voice {', '.join(sorted(unknown))}; choose among {', '.join(_PITCHES)}."
        )


def speak(text: str, voice: str, rng: np.random.Generator) -> Audio:
    """Say ``text`` with a pitch and speed drawn from ``rng``."""
    pitch = _PITCHES[voice] * float(np.exp(rng.normal(0, 0.15)))
    stretch = float(np.exp(rng.uniform(np.log(0.85), np.log(1.3))))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "speech.wav"
        command = [
            *("flite", "-voice", voice, "-t", text, "-o", str(path)),
            *("--setf", f"duration_stretch={stretch:.3f}"),
            *("--setf", f"int_f0_target_mean={pitch:.1f}"),
        ]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=60)
        except subprocess.SubprocessError as error:
            raise TrainingError(
                f"flite could not say {text!r} with the voice {voice}; correct the transcript."
            ) from error
        return load_audio(path)


def revoice(
    own: Transcript,
    voice: str,
    n_frames: int,
    rng: np.random.Generator,
    recogniser: Recogniser | None = None,
) -> NDArray[np.float32]:
    """Hear a clip in another voice.

    Args:
        own: the words of the clip, aligned.
        voice: of flite.
        n_frames: T, of the clip.
        rng: draws pitch and speed.
        recogniser: of ``align``.

    Returns:
        ``(T, 256)`` features of the other voice at the times of the clip.
    """
    audio = speak(own.text, voice, rng)
    other = align(audio, own.text, recogniser=recogniser)
    features = motion_features(audio.samples, count_frames(audio.duration))
    here, there = matching_times(own, other)
    hops = (np.arange(n_frames * HOPS_PER_FRAME) + 0.5) / _HOP_RATE
    return _at_times(features.reshape(-1, N_BANDS), np.interp(hops, here, there), n_frames)


def _at_times(
    bands: NDArray[np.float32], times: NDArray[np.float64], n_frames: int
) -> NDArray[np.float32]:
    place = np.clip(times * _HOP_RATE - 0.5, 0, len(bands) - 1)
    left = np.minimum(place.astype(int), len(bands) - 2)
    share = (place - left).astype(np.float32)[:, None]
    bent = bands[left] * (1 - share) + bands[left + 1] * share
    return bent.reshape(n_frames, HOPS_PER_FRAME * N_BANDS)


def matching_times(
    own: Transcript, other: Transcript
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Times of the same events in two recordings of the same words, both rising."""
    here, there = [0.0], [0.0]
    for mine, theirs in zip(own.words, other.words, strict=True):
        if not (mine.phonemes and theirs.phonemes):
            continue
        symbols = [[phoneme.symbol for phoneme in word.phonemes] for word in (mine, theirs)]
        if symbols[0] == symbols[1]:
            here += [phoneme.start for phoneme in mine.phonemes]
            there += [phoneme.start for phoneme in theirs.phonemes]
        else:  # spoken differently: "a" as AH or as EY
            here.append(mine.start)
            there.append(theirs.start)
        here.append(mine.end)
        there.append(theirs.end)
    here.append(own.duration)
    there.append(other.duration)
    return _rising(here), _rising(there)


def _rising(times: list[float]) -> NDArray[np.float64]:
    rising = times[:1]
    for before, after in pairwise(times):
        rising.append(rising[-1] + max(after - before, _SMALLEST_STEP))
    return np.array(rising)
