"""A finished project of less than three seconds, for tests that work on a whole document."""

import io
import wave
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.audio.decode import load_audio
from dimitra_studio.core.audio import SAMPLE_RATE
from dimitra_studio.core.motion import FPS
from dimitra_studio.core.paths import SAMPLE
from dimitra_studio.core.project import Media, Project
from dimitra_studio.core.project_file import load_project, save_project
from dimitra_studio.core.transcript import Transcript
from tests.gui.window_hand import Hand

N_FRAMES = 68
DURATION = N_FRAMES / FPS  # up to the pause after "Hello! I am only a picture,"
WORDS = ("Hello!", "I", "am", "only", "a", "picture,")


def wav(samples: NDArray[np.float32]) -> bytes:
    """``(S,)`` samples at ``SAMPLE_RATE`` as a file."""
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(SAMPLE_RATE)
        writer.writeframes(np.round(samples * 32767).astype("<i2").tobytes())
    return file.getvalue()


@lru_cache(maxsize=1)
def short_clip() -> Project:
    """The beginning of the sample."""
    sample = load_project(SAMPLE / "sample.dimitra")
    assert sample.recording is not None
    assert sample.transcript is not None
    sound = load_audio(sample.recording.data, name="speech").samples[
        : round(SAMPLE_RATE * DURATION)
    ]
    words = sample.transcript.words[: len(WORDS)]
    assert tuple(word.text for word in words) == WORDS
    takes = tuple(
        replace(
            take,
            motion=replace(take.motion, curves=take.motion.curves[:N_FRAMES]),
            start=min(take.start, DURATION - 1),
            end=min(take.end, DURATION),
        )
        for take in sample.takes
    )
    return replace(
        sample,
        name="clip",
        recording=Media("clip.wav", wav(sound)),
        transcript=Transcript(words, DURATION),
        takes=takes,
        patches=(),
        edits={},
        pinned={},
        changed=(),
        markers=(),
        view={},
    )


def open_clip(hand: Hand, folder: Path, project: Project | None = None) -> Path:
    """Put the clip on the disk and open it as a user does; returns its file."""
    path = folder / "clip.dimitra"
    save_project(project or short_clip(), path)
    hand.do("open")
    hand.choose_file(path)
    hand.wait(lambda: hand.window.session.path == path)
    hand.wait_for_jobs()
    return path
