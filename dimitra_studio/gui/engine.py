"""The door from the GUI to the engine; torch is loaded behind it, not at start-up.

Every function here makes a task for a work thread. Those that begin with ``read_`` need no engine
and run beside it, so that a recording is seen and heard while another is being generated.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dimitra_studio.core.motion import FPS, Motion, count_frames
from dimitra_studio.core.progress import Progress, ProgressFn, stage
from dimitra_studio.core.project import Media, Portrait, Project, add_take, free_take_name
from dimitra_studio.core.project_file import load_project
from dimitra_studio.core.take import Settings, Take
from dimitra_studio.core.timeline import Segment
from dimitra_studio.core.transcript import Transcript
from dimitra_studio.gui.job import Task
from dimitra_studio.gui.workshop import Workshop
from dimitra_studio.pipeline.preload import import_engine, import_mediapipe
from dimitra_studio.pipeline.word_finder import WordFinder

if TYPE_CHECKING:
    from dimitra_studio.pipeline.delivery import Delivery
    from dimitra_studio.pipeline.findings import Box, Finding
    from dimitra_studio.pipeline.playback import PlayableSound
    from dimitra_studio.pipeline.sound_data import SoundData


@dataclass(frozen=True, slots=True, eq=False)
class Fitted:
    """A portrait in which a face was found.

    Args:
        portrait: with the identity and the expression of the face.
        warnings: a sentence each.
    """

    portrait: Portrait
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """The words of a recording.

    Args:
        recording: that they were found in.
        transcript: with times.
        warnings: a sentence each.
    """

    recording: Media
    transcript: Transcript
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Generated:
    """A new take.

    Args:
        recording: that it was made for.
        take: named after those of the project at the time it was asked for.
        notices: what was done otherwise than asked, a sentence each.
    """

    recording: Media | None
    take: Take
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Filmed:
    """The motion of a video, with what the video has besides.

    Args:
        motion: its curves.
        portrait: its first picture.
        recording: the video file itself, for its sound.
        warnings: a sentence each.
    """

    motion: Motion
    portrait: Media
    recording: Media
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """A recording, ready to be drawn and played.

    Args:
        recording: the file.
        data: for drawing.
        sound: for playing.
    """

    recording: Media
    data: "SoundData"
    sound: "PlayableSound"


@dataclass(frozen=True, slots=True)
class Machine:
    """Where the networks can run.

    Args:
        device: that they run on now.
        devices: id and name of each.
    """

    device: str
    devices: tuple[tuple[str, str], ...]


def warm_up() -> Task:
    """Load the networks before anybody waits for them; its result is ``Machine``."""

    def task(workshop: Workshop, on_progress: ProgressFn) -> Machine:
        on_progress(Progress(0, 0, "Loading the networks"))
        workshop.engine.load_networks()
        import_mediapipe()
        from dimitra_studio.pipeline.device import list_devices  # once torch has come, with care

        return Machine(workshop.engine.device, tuple(list_devices()))

    return task


def fit_portrait(media: Media) -> Task:
    """Find the face of a portrait; its result is ``Fitted``."""

    def task(workshop: Workshop, on_progress: ProgressFn) -> Fitted:
        on_progress(Progress(0, 0, "Looking at the portrait"))
        return Fitted(*workshop.engine.fit_portrait(media))

    return task


def transcribe(recording: Media, text: str | None) -> Task:
    """Find the words of a recording, those of ``text`` if it is given; result ``Written``."""

    def task(workshop: Workshop, on_progress: ProgressFn) -> Written:
        on_progress(Progress(0, 0, "Listening to the recording"))
        found = workshop.words.call(WordFinder.find, recording, text, on_progress=on_progress)
        return Written(recording, *found)

    return task


def realign(recording: Media, transcript: Transcript, segments: tuple[Segment, ...]) -> Task:
    """Find again the times of some words; its result is ``Written``."""

    def task(workshop: Workshop, on_progress: ProgressFn) -> Written:
        on_progress(Progress(0, 0, "Aligning the changed words"))
        asked = (recording, transcript, segments)
        found = workshop.words.call(WordFinder.find_again, *asked, on_progress=on_progress)
        return Written(recording, found, ())

    return task


def generate(
    project: Project,
    components: tuple[str, ...],
    segments: Sequence[Segment | None],
    settings: Settings,
) -> Task:
    """Generate one take that differs within some segments; its result is ``Generated``.

    Args:
        project: that the take is for.
        components: to generate.
        segments: in the order of time; None for the whole recording.
        settings: of the sampling.
    """

    def task(workshop: Workshop, on_progress: ProgressFn) -> Generated:
        name, grown = free_take_name(project), project
        takes: list[Take] = []
        for index, segment in enumerate(segments):
            take = workshop.engine.generate(
                grown,
                components=components,
                segment=segment,
                settings=settings,
                on_progress=stage(on_progress, index, len(segments)),
            )
            takes.append(take)
            grown = add_take(grown, take)
        first, last = takes[0], takes[-1]
        joined = replace(last, name=name, start=first.start, parent=first.parent)
        return Generated(project.recording, joined, workshop.engine.take_notices())

    return task


def track(video: Path) -> Task:
    """Turn the face of a video into motion; its result is ``Filmed``."""

    def task(workshop: Workshop, on_progress: ProgressFn) -> Filmed:
        from dimitra_studio.pipeline.footage import portrait_of

        found = workshop.engine.track(video, on_progress=on_progress)
        return Filmed(found.motion, portrait_of(video), Media.from_file(video), found.warnings)

    return task


def deliver(project: Project, delivery: "Delivery", path: Path) -> Task:
    """Write what the project shows; its result is the list of files."""

    def task(workshop: Workshop, on_progress: ProgressFn) -> list[Path]:
        engine = workshop.engine
        from dimitra_studio.pipeline import delivery as door  # once torch has come, with care

        return door.deliver(engine, project, delivery, path, on_progress)

    return task


def examine(project: Project, weights: Path, output: Path) -> Task:
    """Look for what is wrong with the inputs; its result is a list of ``Finding``."""

    def task(_workshop: Workshop, on_progress: ProgressFn) -> "list[Finding]":
        on_progress(Progress(0, 0, "Checking the inputs"))
        import_engine()
        from dimitra_studio.pipeline import preflight

        return preflight.check_project(project, weights, output)

    return task


def read_sound(recording: Media, *, new: bool = False) -> Task:
    """Decode a recording to draw and play it, a ``new`` one if it has speech; result ``Heard``."""

    def task(_nothing: Any, on_progress: ProgressFn) -> Heard:
        from dimitra_studio.pipeline import playback, preflight_sound, sound_data

        on_progress(Progress(0, 0, "Reading the recording"))
        if new:
            preflight_sound.require_sound(recording)
        data = sound_data.load_sound_data(recording)
        return Heard(recording, data, playback.load_sound(recording))

    return task


def read_face(media: Media, box: "Box") -> Task:
    """Cut one face out of a picture; its result is ``Media``."""

    def task(_nothing: Any, on_progress: ProgressFn) -> Media:
        from dimitra_studio.pipeline.repairs import crop_face

        on_progress(Progress(0, 0, "Cutting the picture"))
        return crop_face(media, box)

    return task


def read_channel(media: Media, index: int | None) -> Task:
    """Take one channel of a recording, or mix them for None; its result is ``Media``."""

    def task(_nothing: Any, on_progress: ProgressFn) -> Media:
        from dimitra_studio.pipeline.repairs import take_channel

        on_progress(Progress(0, 0, "Reading the recording"))
        return take_channel(media, index)

    return task


def read_project(path: Path) -> Task:
    """Open a project file; its result is the ``Project``."""

    def task(_nothing: Any, on_progress: ProgressFn) -> Project:
        on_progress(Progress(0, 0, "Opening the project"))
        return load_project(path)

    return task


def conform(motion: Motion, duration: float) -> Motion:
    """Cut a motion, or hold its last frame, to the length of a recording.

    Args:
        motion: at ``FPS``.
        duration: of the recording, in seconds.
    """
    n_frames = count_frames(duration, FPS)
    rows = [min(row, len(motion) - 1) for row in range(n_frames)]
    return replace(motion, curves=motion.curves[rows])
