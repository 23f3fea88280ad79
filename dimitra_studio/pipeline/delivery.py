"""What leaves the studio: a video, pictures, curves, a character, or the whole project."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.errors import ProjectError
from dimitra_studio.core.files import check_writable
from dimitra_studio.core.motion import FPS, Motion
from dimitra_studio.core.progress import Progress, ProgressFn, ignore
from dimitra_studio.core.project import Project, shown_motion
from dimitra_studio.core.project_file import SUFFIX, save_project
from dimitra_studio.core.timeline import Segment
from dimitra_studio.export import EXPORTERS
from dimitra_studio.pipeline import character as characters
from dimitra_studio.pipeline.character import Character
from dimitra_studio.pipeline.hand_over import Options, hand_over, prepare, prepare_motion
from dimitra_studio.render.video import QUALITY, write_video

if TYPE_CHECKING:
    from dimitra_studio.pipeline.engine import Engine

Colour = tuple[int, int, int]

VIDEO, IMAGES, PROJECT, CHARACTER = "mp4", "images", "project", "character"
"""The kinds that are not formats of curves."""

PORTRAIT, MESH = "portrait", "mesh"
RENDERERS = (PORTRAIT, MESH)

QUALITIES = {"best": 12, "high": QUALITY, "medium": 23, "small": 28}
"""Names of qualities, and the constant rate factor of each."""

MESH_SIZE = 512
"""Width and height of the mesh's pictures when no size is asked for."""

GREY: Colour = (58, 62, 70)
"""What is behind the mesh when nothing else is asked for, sRGB."""


_SUFFIXES = {VIDEO: ".mp4", IMAGES: "", PROJECT: SUFFIX, CHARACTER: ".glb"}

_BITS = {"best": 0.12, "high": 0.05, "medium": 0.021, "small": 0.0105}
"""Of a video per pixel and frame at 512 pixels, measured on the sample."""

_PNG_BYTES = {PORTRAIT: 1.6, MESH: 0.7}  # per pixel, measured on the sample
_SOUND_BYTES = 12_000  # of a second of AAC, mono


@dataclass(frozen=True, slots=True)
class Delivery:
    """What to make of a project.

    Args:
        kind: ``VIDEO``, ``IMAGES``, ``PROJECT``, ``CHARACTER``, or one of
            ``pipeline.hand_over.TITLES``.
        renderer: one of ``RENDERERS``.
        size: of the picture's longer side in pixels; the portrait's own, or ``MESH_SIZE``, if None.
        quality: of a video, one of ``QUALITIES``.
        fps: frames per second; that of the motion if None.
        segment: to deliver; everything if None.
        with_sound: whether the recording goes with a video, and beside images.
        background: behind the mesh, sRGB; None for images with an alpha channel.
        curves: what else is done to curves; its segment and rate are those from above.
        character: that gets the animation, for ``CHARACTER`` alone.

    Raises:
        ValueError: if one of them is unknown, a video is to be transparent, or a character is
            missing or of no use.
    """

    kind: str = VIDEO
    renderer: str = PORTRAIT
    size: int | None = None
    quality: str = "high"
    fps: float | None = None
    segment: Segment | None = None
    with_sound: bool = True
    background: Colour | None = GREY
    curves: Options = field(default_factory=Options)
    character: Character | None = None

    def __post_init__(self) -> None:
        if self.kind not in (*_SUFFIXES, *EXPORTERS):
            raise ValueError(f"{self.kind!r} cannot be delivered")
        if self.renderer not in RENDERERS or self.quality not in QUALITIES:
            raise ValueError(f"no renderer {self.renderer!r} or no quality {self.quality!r}")
        if not (self.size is None or self.size > 1) or not (self.fps is None or self.fps > 0):
            raise ValueError(f"a size is above 1 and a rate above 0, got {self.size}, {self.fps}")
        if self.kind == VIDEO and self.background is None:
            raise ValueError("a video has no transparency")
        if (self.kind == CHARACTER) != (self.character is not None):
            raise ValueError(f"a character is for {CHARACTER!r} alone, which needs one")

    @property
    def suffix(self) -> str:
        """Of the file, with its dot; empty for the folder of images."""
        return suffix_of(self.kind)

    @property
    def has_pictures(self) -> bool:
        return self.kind in (VIDEO, IMAGES)

    def curve_options(self) -> Options:
        """All that is done to curves on the way out."""
        return replace(self.curves, segment=self.segment, fps=self.fps)

    def picture_size(self, portrait: tuple[int, int] | None = None) -> tuple[int, int]:
        """Width and height of its pictures.

        Both are even, as video wants them, unless they are the portrait's own.

        Args:
            portrait: width and height of the portrait.

        Raises:
            ValueError: if there is no portrait to draw.
        """
        if self.renderer == MESH:
            return _even(self.size or MESH_SIZE), _even(self.size or MESH_SIZE)
        if portrait is None:
            raise ValueError("there is no portrait")
        if self.size is None:
            return portrait
        scale = self.size / max(portrait)
        return _even(portrait[0] * scale), _even(portrait[1] * scale)

    def frames(self, n_frames: int, fps: float = FPS) -> range:
        """The numbers of its frames at its own rate, of a motion of ``n_frames`` at ``fps``."""
        own = self.fps or fps
        n_own = n_frames if own == fps else max(1, round(n_frames * own / fps))
        if self.segment is None:
            return range(n_own)
        return range(n_own)[self.segment.frames(n_own, own)]

    def estimate_bytes(self, n_frames: int, fps: float, portrait: tuple[int, int] | None) -> float:
        """About how large the video or the images become.

        Args:
            n_frames: of its own.
            fps: its own.
            portrait: width and height of the portrait.
        """
        width, height = self.picture_size(portrait)
        if self.kind == IMAGES:
            return n_frames * width * height * _PNG_BYTES[self.renderer]
        finer = (512 / max(width, height)) ** 0.5  # large pictures hold fewer details per pixel
        picture = n_frames * width * height * finer * _BITS[self.quality] / 8
        return picture + (n_frames / fps * _SOUND_BYTES if self.with_sound else 0.0)


def suffix_of(kind: str) -> str:
    """The ending of a kind's file, with its dot; empty for the folder of images."""
    return _SUFFIXES[kind] if kind in _SUFFIXES else EXPORTERS[kind].suffix


def deliver(
    engine: "Engine",
    project: Project,
    delivery: Delivery,
    path: Path,
    on_progress: ProgressFn = ignore,
) -> list[Path]:
    """Make it; ``path`` appears when it is complete, or not at all.

    The sound of a range is the sound of that range, moved by the project's ``sound_delay``.

    Args:
        engine: draws the frames; used from its own thread.
        project: with a take, unless it is itself delivered.
        delivery: what to make.
        path: of the file, or of the folder for images.
        on_progress: called after every frame; may raise ``Cancelled``.

    Returns:
        What was written.

    Raises:
        ProjectError: if there is no take, no portrait for the portrait renderer, or the character
            cannot be read.
        ExportError: if the range holds no frame, or the file cannot be written.
        AudioError: if the recording cannot be decoded.
    """
    if delivery.kind == PROJECT:
        on_progress(Progress(0, 1, "Writing the project"))
        save_project(project, path)
        return [path]
    if delivery.character is not None:
        on_progress(Progress(0, 1, "Writing the character"))
        theirs = delivery.character
        prepared = prepare(project, delivery.curve_options())
        return characters.write(prepared, theirs.path, theirs.mapping, path)
    if not delivery.has_pictures:
        on_progress(Progress(0, 1, "Writing the curves"))
        prepared = prepare(project, delivery.curve_options(), delivery.kind)
        return hand_over(prepared, delivery.kind, path)
    motion, start = _cut(project, delivery)
    from dimitra_studio.render import images  # OpenCV and Pillow take a while to import

    # Refused now, not after the portrait was fitted.
    (images.check_folder if delivery.kind == IMAGES else check_writable)(path)
    options: _Options = {
        "fps": motion.fps,
        "audio": project.recording.data if project.recording and delivery.with_sound else None,
        "audio_start": start - project.sound_delay,
        "n_frames": len(motion),
        "on_progress": on_progress,
    }
    with _drawing(engine, project, delivery) as draw:
        pictures = map(draw, motion.curves)
        if delivery.kind == IMAGES:
            images.write_images(path, pictures, **options)
        else:
            write_video(path, pictures, quality=QUALITIES[delivery.quality], **options)
    return [path]


class _Options(TypedDict):
    fps: float
    audio: bytes | None
    audio_start: float
    n_frames: int
    on_progress: ProgressFn


def _cut(project: Project, delivery: Delivery) -> tuple[Motion, float]:
    """The frames of the range, and the time of the first."""
    motion = shown_motion(project)
    if motion is None:
        raise ProjectError("The project has no motion to export; generate a take first.")
    cut = prepare_motion(motion, Options(segment=delivery.segment, fps=delivery.fps))
    return cut.motion, cut.start


@contextmanager
def _drawing(
    engine: "Engine", project: Project, delivery: Delivery
) -> Iterator[Callable[[NDArray[np.float32]], NDArray[np.uint8]]]:
    """The function that draws a frame; its memory is free afterwards."""
    if delivery.renderer == MESH:
        from dimitra_studio.render.mesh import MeshRenderer  # imports torch

        identity = project.portrait.identity if project.portrait else None
        size = delivery.picture_size()
        with MeshRenderer(
            engine.rig, identity, size=size, background=delivery.background
        ) as renderer:
            yield renderer.frame
        return
    draw = engine.portrait_renderer(project)
    if delivery.size is None:
        yield draw
        return
    from dimitra_studio.render.images import scale

    def draw_scaled(curves: NDArray[np.float32]) -> NDArray[np.uint8]:
        picture = draw(curves)
        height, width = picture.shape[:2]
        return scale(picture, delivery.picture_size((width, height)))

    yield draw_scaled


def _even(pixels: float) -> int:
    return max(2, 2 * round(pixels / 2))
