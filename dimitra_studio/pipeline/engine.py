"""The engine: rig and networks, loaded once and kept, and the jobs done with them."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.audio.alignment import align, alignment_warnings
from dimitra_studio.audio.decode import check_speech, load_audio
from dimitra_studio.core.audio import Audio
from dimitra_studio.core.errors import ProjectError
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.paths import DEFAULT_WEIGHTS
from dimitra_studio.core.progress import Progress, ProgressFn, ignore
from dimitra_studio.core.project import Media, Portrait, Project
from dimitra_studio.core.rig import COMPONENTS
from dimitra_studio.core.take import Settings, Take
from dimitra_studio.core.timeline import Segment
from dimitra_studio.core.transcript import Transcript
from dimitra_studio.face.fitting import PortraitFit, fit_portrait, fit_video
from dimitra_studio.face.image import load_image
from dimitra_studio.face.rigs import StudioRig, load_rig
from dimitra_studio.pipeline.delivery import Delivery, deliver
from dimitra_studio.pipeline.device import find_device
from dimitra_studio.pipeline.files import timing_warnings
from dimitra_studio.pipeline.generation import Generator
from dimitra_studio.pipeline.listening import Listener
from dimitra_studio.pipeline.word_finder import WordFinder
from dimitra_studio.render.portrait import PortraitRenderer

Draw = Callable[[NDArray[np.float32]], NDArray[np.uint8]]
"""``(C,)`` curves of one frame -> ``(H, W, 3)`` picture."""


@dataclass(frozen=True, slots=True)
class Intake:
    """A new project and what the user should know about its inputs.

    Args:
        project: without a take yet.
        warnings: a sentence each.
    """

    project: Project
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Tracked:
    """The motion of a video.

    Args:
        motion: its curves.
        seen: ``(T,)`` where the face was seen; elsewhere the curves are bridged.
        warnings: a sentence each.
    """

    motion: Motion
    seen: NDArray[np.bool_]
    warnings: tuple[str, ...]


class Engine:
    """Does the work; to be used from one thread.

    Args:
        weights: folder with ``lips``, ``expression`` and ``pose`` ``.safetensors``.
        rig: name of the rig that the weights were trained for.
        device: of the networks; ``auto`` takes a GPU when there is one.
        text_weights: file of a CLIP network, for weights that were trained with one.

    Raises:
        DimitraError: if PyTorch has no such device here.
    """

    def __init__(
        self,
        weights: Path = DEFAULT_WEIGHTS,
        *,
        rig: str = "studio",
        device: str = "auto",
        text_weights: Path | None = None,
    ) -> None:
        self.device = device = find_device(device)
        self._rig_name = rig
        self._generator = Generator(weights, rig, device, Listener(text_weights))
        self._fitted: tuple[Media, PortraitFit] | None = None

    def load_networks(self, components: Collection[str] = COMPONENTS) -> None:
        """Load networks before they are needed, to refuse missing ones before slow work.

        Raises:
            WeightsError: if the weights are missing or unfit.
        """
        self._generator.networks(components)

    @cached_property
    def rig(self) -> StudioRig:
        return load_rig(self._rig_name)

    def new_project(
        self,
        recording: Media,
        *,
        portrait: Media | None = None,
        text: str | Transcript | None = None,
        on_progress: ProgressFn = ignore,
    ) -> Intake:
        """Look at the inputs and put them into a project.

        Args:
            recording: the speech.
            portrait: the face; a neutral face of the rig if None.
            text: what is said, with times if they are known; the sound alone drives the face if
                None.
            on_progress: may raise ``Cancelled``.

        Raises:
            AudioError: if the recording cannot be decoded or is silent.
            ImageError: if the portrait cannot be decoded.
            FaceError: if the portrait does not show one face.
            TranscriptError: if the text cannot belong to the recording.
        """
        warnings: list[str] = []
        audio = load_audio(recording.data, name=recording.name)
        check_speech(audio, name=recording.name)
        project = Project(name=Path(recording.name).stem, recording=recording)
        if portrait is not None:
            on_progress(Progress(0, 0, "Looking at the portrait"))
            found, doubts = self.fit_portrait(portrait)
            warnings += doubts
            project = replace(project, portrait=found)
        if isinstance(text, Transcript):
            warnings += timing_warnings(text, audio.duration)
            project = replace(project, transcript=text)
        elif text is not None:
            transcript = align(audio, text, on_progress)
            warnings += alignment_warnings(transcript)
            project = replace(project, transcript=transcript)
        return Intake(project, tuple(warnings))

    def fit_portrait(self, media: Media) -> tuple[Portrait, tuple[str, ...]]:
        """Find the face of a portrait; with warnings, a sentence each.

        Raises:
            ImageError: if the portrait cannot be decoded.
            FaceError: if it does not show one face.
        """
        fit = self._fit(media)
        return Portrait(media, fit.identity, fit.curves), tuple(fit.warnings)

    def transcribe(
        self, recording: Media, text: str | None = None, *, on_progress: ProgressFn = ignore
    ) -> tuple[Transcript, tuple[str, ...]]:
        """Find words and phonemes, of the text if there is one; with warnings, a sentence each.

        Raises:
            AudioError: if the recording cannot be decoded or is silent.
            TranscriptError: if the text cannot belong to the recording.
        """
        return WordFinder().find(recording, text, on_progress)

    def generate(
        self,
        project: Project,
        *,
        components: tuple[str, ...] = COMPONENTS,
        segment: Segment | None = None,
        settings: Settings | None = None,
        on_progress: ProgressFn = ignore,
    ) -> Take:
        """Generate a take of a project.

        Frames outside ``segment``, components that are not asked for, and pinned frames come back
        bit-identical from the takes that are active. The same project, settings and machine give
        the same take.

        Args:
            project: with a recording.
            components: to generate; the others are copied, or hold still in a first take.
            segment: to generate; all of the recording if None.
            settings: seed, guidance and steps.
            on_progress: called after every denoising step; may raise ``Cancelled``.

        Raises:
            ProjectError: if there is no recording, a component is locked, or the segment lies
                outside the recording.
            WeightsError: if the weights are missing or unfit.
        """
        return self._generator.generate(
            project,
            self._audio(project),
            components=components,
            segment=segment,
            settings=settings or Settings(),
            on_progress=on_progress,
        )

    def take_notices(self) -> tuple[str, ...]:
        """What the last generations did otherwise than asked, a sentence each; told once."""
        notices = tuple(self._generator.notices)
        self._generator.notices.clear()
        return notices

    def render(
        self,
        project: Project,
        path: Path,
        *,
        renderer: str = "portrait",
        fps: float | None = None,
        size: int | None = None,
        on_progress: ProgressFn = ignore,
    ) -> None:
        """Write what the project shows as MP4 with its sound; ``deliver`` has more to choose.

        Args:
            project: with a take.
            path: of the MP4.
            renderer: one of ``delivery.RENDERERS``.
            fps: of the video; that of the motion if None.
            size: of the picture's longer side in pixels, see ``Delivery``.
            on_progress: called after every frame; may raise ``Cancelled``.

        Raises:
            ProjectError: if there is no take, or no portrait for the portrait renderer.
            ExportError: if the file cannot be written.
        """
        delivery = Delivery(renderer=renderer, fps=fps, size=size)
        deliver(self, project, delivery, path, on_progress)

    def track(self, video: Path, *, on_progress: ProgressFn = ignore) -> Tracked:
        """Turn a video into curves, with the Motion Modeling Module.

        Raises:
            ImageError: if the video cannot be decoded.
            FaceError: if it shows no face.
        """
        fit = fit_video(video, self.rig, on_progress)
        return Tracked(fit.motion, fit.seen, tuple(fit.warnings))

    def duration(self, project: Project) -> float:
        """Length of the project's recording in seconds.

        Raises:
            ProjectError: if it has none.
        """
        return self._audio(project).duration

    def portrait_renderer(self, project: Project) -> Draw:
        """The function that draws the project's portrait.

        Raises:
            ProjectError: if the project has no portrait.
        """
        if project.portrait is None:
            raise ProjectError("The project has no portrait; add one, or render the mesh.")
        return PortraitRenderer(self._fit(project.portrait.media), self.rig).frame

    def _audio(self, project: Project) -> Audio:
        if project.recording is None:
            raise ProjectError("The project has no recording; add one to generate.")
        return load_audio(project.recording.data, name=project.recording.name)

    def _fit(self, portrait: Media) -> PortraitFit:
        """Fit a portrait, once as long as it stays the same."""
        if self._fitted is None or self._fitted[0] != portrait:
            image = load_image(portrait.data, name=portrait.name)
            self._fitted = (portrait, fit_portrait(image, self.rig))
        return self._fitted[1]
