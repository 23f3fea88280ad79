"""A finished project of less than three seconds, for tests that work on a whole document."""

import io
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import soundfile

from dimitra_studio.core.motion import FPS
from dimitra_studio.core.paths import SAMPLE
from dimitra_studio.core.project import Media, Project
from dimitra_studio.core.project_file import load_project, save_project
from dimitra_studio.core.transcript import Transcript
from tests.gui.window_hand import Hand

N_FRAMES = 68
DURATION = N_FRAMES / FPS  # up to the pause after "Hello! I am only a picture,"
WORDS = ("Hello!", "I", "am", "only", "a", "picture,")


@lru_cache(maxsize=1)
def short_clip() -> Project:
    """The beginning of the sample."""
    sample = load_project(SAMPLE / "sample.dimitra")
    assert sample.recording is not None
    assert sample.transcript is not None
    sound, rate = soundfile.read(io.BytesIO(sample.recording.data))
    file = io.BytesIO()
    soundfile.write(file, sound[: round(rate * DURATION)], rate, format="WAV")
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
        recording=Media("clip.wav", file.getvalue()),
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
