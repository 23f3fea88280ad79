"""Clips into numbers: the motion of the face, and the speech in several versions; cached."""

import hashlib
import json
import zipfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from dimitra_studio.audio.alignment import align
from dimitra_studio.audio.decode import load_audio
from dimitra_studio.audio.features import motion_features
from dimitra_studio.audio.phonemes import phoneme_frames
from dimitra_studio.audio.recogniser import ALIGNING, Recogniser
from dimitra_studio.core.errors import DimitraError, TrainingError
from dimitra_studio.core.files import replacing
from dimitra_studio.core.progress import Progress, ProgressFn, ignore
from dimitra_studio.core.transcript import Transcript
from dimitra_studio.face.fitting import fit_video
from dimitra_studio.face.rigs import load_rig
from dimitra_studio.training.augmentation import change_sound
from dimitra_studio.training.config import PreparationConfig
from dimitra_studio.training.corpus import Clip
from dimitra_studio.training.voices import check_voices, revoice

MOTION_VERSION = 1  # of the cached motion; raise it when tracking changes
SPEECH_VERSION = 1  # of the cached speech; raise it when features or alignment change


@dataclass(frozen=True, slots=True, eq=False)
class Version:
    """The speech of a clip as it is heard once.

    Args:
        features: ``(T, A)`` float16 audio features.
        phonemes: ``(T, 4)`` uint8 phoneme ids; none without words.
        rate: how many times faster than the clip.
        kind: ``own``, ``changed``, or the name of a voice.
    """

    features: NDArray[np.float16]
    phonemes: NDArray[np.uint8] | None
    rate: float
    kind: str


@dataclass(frozen=True, slots=True, eq=False)
class PreparedClip:
    """One clip ready for training.

    Args:
        clip: it was made from.
        curves: ``(T, C)`` of the rig, the pose centred on its median.
        seen: ``(T,)`` False where the face could not be seen.
        versions: of the speech; the first is the clip's own.
    """

    clip: Clip
    curves: NDArray[np.float32]
    seen: NDArray[np.bool_]
    versions: tuple[Version, ...]


def prepare(
    clips: list[Clip], cache: Path, config: PreparationConfig, on_progress: ProgressFn = ignore
) -> tuple[list[PreparedClip], dict[str, str]]:
    """Track and listen to all clips, in several processes; what is in the cache is not redone.

    Args:
        clips: to prepare.
        cache: folder for the results.
        config: how.
        on_progress: called after every clip; may raise ``Cancelled``.

    Returns:
        The prepared clips in the order of ``clips``, and for each clip left out, the reason.

    Raises:
        TrainingError: if a voice is missing or nothing is left.
    """
    check_voices(config.voices)
    cache.mkdir(parents=True, exist_ok=True)
    reasons: dict[str, str] = {}
    for done, (clip, reason) in enumerate(_results(clips, cache, config), start=1):
        if reason:
            reasons[clip.path.name] = reason
        on_progress(Progress(done, len(clips), "Preparing clips"))
    usable = [clip for clip in clips if clip.path.name not in reasons]
    prepared = [load_clip(clip, cache, config) for clip in usable]
    if not {"train", "val"} <= {one.clip.split for one in prepared}:
        first = next(iter(reasons.items()), ("", ""))
        raise TrainingError(
            f"{len(reasons)} of {len(clips)} clips cannot be used and too few are left "
            f"(the first is {first[0]}: {first[1]}); add clips that show one face throughout."
        )
    return prepared, dict(sorted(reasons.items()))


def _results(
    clips: list[Clip], cache: Path, config: PreparationConfig
) -> Iterator[tuple[Clip, str]]:
    """Every clip once it is prepared, with the reason if it cannot be used."""
    if config.n_workers == 0:
        for clip in clips:
            yield clip, prepare_clip(clip, cache, config)
        return
    context = get_context("spawn")  # a fork would copy the threads of torch in mid-air
    with ProcessPoolExecutor(config.n_workers, context, _start_worker) as pool:
        jobs = {pool.submit(prepare_clip, clip, cache, config): clip for clip in clips}
        try:
            for job in as_completed(jobs):
                yield jobs[job], job.result()
        except BrokenProcessPool as error:
            raise TrainingError(
                "A process that prepared clips was ended from outside, perhaps for want of "
                "memory; start again with fewer workers, finished clips are kept."
            ) from error
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def prepare_clip(clip: Clip, cache: Path, config: PreparationConfig) -> str:
    """Fill the cache for one clip; returns why the clip cannot be used, or nothing."""
    motion_path, speech_path = _cache_paths(clip, cache, config)
    try:
        if not motion_path.is_file():
            _store(motion_path, _track(clip))
        with motion_path.open("rb") as file, np.load(file) as motion:
            seen = motion["seen"]
        if np.mean(~seen) > config.max_unseen:
            return f"the face is seen in {seen.sum()} of {len(seen)} frames"
        if not speech_path.is_file():
            rng = np.random.default_rng(int(speech_path.stem.rpartition("-")[2], 16))
            versions = _listen(clip, len(seen), config, rng)
            _store(speech_path, dict(_arrays(list(versions))))
    except DimitraError as error:
        return str(error)
    return ""


def load_clip(clip: Clip, cache: Path, config: PreparationConfig) -> PreparedClip:
    """Read one clip from the cache.

    Raises:
        TrainingError: if its files are damaged.
    """
    motion_path, speech_path = _cache_paths(clip, cache, config)
    try:
        with (
            motion_path.open("rb") as motion_file,
            speech_path.open("rb") as speech_file,
            np.load(motion_file) as motion,
            np.load(speech_file) as speech,
        ):
            kinds = speech["kinds"].tolist()
            versions = tuple(
                Version(
                    speech[f"features{index}"],
                    speech.get(f"phonemes{index}"),
                    float(speech["rates"][index]),
                    kind,
                )
                for index, kind in enumerate(kinds)
            )
            return PreparedClip(clip, motion["curves"], motion["seen"], versions)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise TrainingError(
            f"The cache in {cache} is damaged ({error}); delete it and prepare again."
        ) from error


def _start_worker() -> None:
    torch.set_num_threads(1)  # the clips are what runs in parallel


def _cache_paths(clip: Clip, cache: Path, config: PreparationConfig) -> tuple[Path, Path]:
    """Files named after all that decides on their content."""
    video = hashlib.sha256(clip.path.read_bytes()).hexdigest()
    speech = json.dumps(
        {
            "video": video,
            "transcript": clip.transcript,
            "split": clip.split,
            "n_augmented": config.n_augmented,
            "voices": config.voices,
            "version": SPEECH_VERSION,
        }
    )
    speech_key = hashlib.sha256(speech.encode()).hexdigest()[:24]
    return (
        cache / f"motion{MOTION_VERSION}-{video[:24]}.npz",
        cache / f"speech{SPEECH_VERSION}-{speech_key}.npz",
    )


def _store(path: Path, arrays: dict[str, NDArray]) -> None:
    with replacing(path) as partial, zipfile.ZipFile(partial, "w") as archive:
        for name, array in arrays.items():
            with archive.open(f"{name}.npy", "w") as file:
                np.lib.format.write_array(file, array, allow_pickle=False)


def _track(clip: Clip) -> dict[str, NDArray]:
    rig = load_rig()
    fit = fit_video(clip.path, rig)
    curves = fit.motion.curves.copy()
    pose = fit.motion.rig.columns("pose")
    if fit.seen.any():
        curves[:, pose] -= np.median(curves[fit.seen][:, pose], axis=0)
    return {"curves": curves, "seen": fit.seen}


def _listen(
    clip: Clip, n_frames: int, config: PreparationConfig, rng: np.random.Generator
) -> Iterator[Version]:
    audio = load_audio(clip.path)
    recogniser = _recogniser()
    words = align(audio, clip.transcript, recogniser=recogniser) if clip.transcript else None
    yield _hear(audio.samples, words, n_frames, 1.0, "own")
    for _ in range(config.n_augmented if clip.split == "train" else 0):
        heard = change_sound(audio.samples, rng)
        yield _hear(heard.samples, words, int(n_frames / heard.rate), heard.rate, "changed")
    if words is None:
        return
    phonemes = phoneme_frames(words, n_frames).astype(np.uint8)
    for voice in config.voices:
        features = revoice(words, voice, n_frames, rng, recogniser)
        yield Version(features.astype(np.float16), phonemes, 1.0, voice)


@lru_cache(maxsize=1)
def _recogniser() -> Recogniser:
    """One for each process: loading its dictionary takes longer than aligning a clip."""
    return Recogniser(ALIGNING)


def _hear(
    samples: NDArray[np.float32],
    transcript: Transcript | None,
    n_frames: int,
    rate: float,
    kind: str,
) -> Version:
    features = motion_features(samples, n_frames).astype(np.float16)
    if transcript is None:
        return Version(features, None, rate, kind)
    phonemes = phoneme_frames(hasten(transcript, rate), n_frames)
    return Version(features, phonemes.astype(np.uint8), rate, kind)


def hasten(transcript: Transcript, rate: float) -> Transcript:
    """The same words, ``rate`` times faster."""
    words = tuple(
        replace(
            word,
            start=word.start / rate,
            end=word.end / rate,
            phonemes=tuple(
                replace(phoneme, start=phoneme.start / rate, end=phoneme.end / rate)
                for phoneme in word.phonemes
            ),
        )
        for word in transcript.words
    )
    return Transcript(words, transcript.duration / rate)


def _arrays(versions: list[Version]) -> Iterator[tuple[str, NDArray]]:
    yield "kinds", np.array([version.kind for version in versions])
    yield "rates", np.array([version.rate for version in versions])
    for index, version in enumerate(versions):
        yield f"features{index}", version.features
        if version.phonemes is not None:
            yield f"phonemes{index}", version.phonemes
