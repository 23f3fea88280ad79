"""Frames and a recording become an MP4."""

import errno
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from fractions import Fraction
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import cast

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.video.reformatter import ColorRange, Colorspace
from av.video.stream import VideoStream
from numpy.typing import NDArray

from dimitra_studio.core.errors import ExportError
from dimitra_studio.core.files import replacing, write_error
from dimitra_studio.core.motion import FPS
from dimitra_studio.core.progress import Progress, ProgressFn, ignore
from dimitra_studio.render.sound import SAMPLE_FORMAT, Sound, Source

NOTICE = "Synthetic video, made from a portrait and a recording with Dimitra Studio."
"""Stands in the file's comment."""

QUALITY = 18
"""Constant rate factor of H.264: 0 is lossless, 51 the worst; 18 looks like the original."""

_SOUND_BLOCK = 1024  # samples in a frame of AAC
_BIT_RATE = 96_000  # of the sound, per channel
_BT709 = 1  # in H.264's tables of primaries, transfers and matrices
_LIMITED = 1  # luma from 16 to 235


def write_video(
    path: Path,
    frames: Iterable[NDArray[np.uint8]],
    *,
    fps: float = FPS,
    audio: Source | None = None,
    audio_start: float = 0.0,
    quality: int = QUALITY,
    n_frames: int = 0,
    on_progress: ProgressFn = ignore,
) -> None:
    """Write an MP4 with H.264 and, when there is a recording, AAC in its own rate and channels.

    The frames are taken one by one and never kept. The sound is cut, or continued with silence,
    to the length of the picture. ``path`` appears when the file is complete, or not at all.

    Args:
        path: of the MP4; an existing file is replaced.
        frames: ``(H, W, 3)`` each, all of one size; an odd size is continued by a pixel.
        fps: frames per second.
        audio: the original recording, not its 16 kHz analysis.
        audio_start: seconds of the recording at the first frame.
        quality: see ``QUALITY``.
        n_frames: how many are expected, for the progress; 0 when unknown.
        on_progress: told after every frame.

    Raises:
        ExportError: if the file cannot be written.
        AudioError: if the recording cannot be decoded.
        ValueError: if there are no frames, or their sizes differ.
    """
    remaining = iter(frames)
    first = next(remaining, None)
    if first is None:
        raise ValueError("a video needs at least one frame")
    sound = Sound(audio, audio_start) if audio is not None else None
    try:
        size = (first.shape[1], first.shape[0])
        rate = Fraction(fps).limit_denominator(1001)
        with replacing(path) as partial, _opened(path, partial) as container:
            writer = _Writer(path, container, size, rate, sound)
            writer.begin(quality)
            for index, frame in enumerate(chain([first], remaining), 1):
                writer.add(frame)
                on_progress(Progress(index, max(n_frames, index), "Writing the video"))
            writer.finish()
    finally:
        if sound is not None:
            sound.close()


class _Writer:
    """Encodes pictures, and after each the sound up to its end.

    Args:
        path: that messages name.
        container: to write to.
        size: width and height of every picture.
        rate: pictures per second.
        sound: to go with them.
    """

    def __init__(
        self,
        path: Path,
        container: OutputContainer,
        size: tuple[int, int],
        rate: Fraction,
        sound: Sound | None,
    ) -> None:
        self._path, self._container, self._size = path, container, size
        self._rate, self._sound = rate, sound
        self._n_frames = self._n_samples = 0

    def begin(self, quality: int) -> None:
        width, height = self._size
        even = (width + width % 2, height + height % 2)
        with _export_errors(self._path):
            self._container.metadata["comment"] = NOTICE
            self._video = _add_video(self._container, even, self._rate, quality)
            self._audio = _add_audio(self._container, self._sound) if self._sound else None

    def add(self, picture: NDArray[np.uint8]) -> None:
        height, width = picture.shape[:2]
        if (width, height) != self._size or picture.dtype != np.uint8:
            raise ValueError(f"frames must all be {self._size} uint8, got {width, height}")
        if width % 2 or height % 2:
            picture = np.pad(picture, ((0, height % 2), (0, width % 2), (0, 0)), mode="edge")
        frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(picture), "rgb24")
        frame = frame.reformat(
            format=self._video.codec_context.pix_fmt,
            dst_colorspace=Colorspace.ITU709,
            dst_color_range=ColorRange.MPEG,
        )
        frame.pts, frame.time_base = self._n_frames, 1 / self._rate
        self._n_frames += 1
        with _export_errors(self._path):
            self._container.mux(self._video.encode(frame))
        self._add_sound(complete=False)

    def finish(self) -> None:
        self._add_sound(complete=True)
        with _export_errors(self._path):
            self._container.mux(self._video.encode(None))
            if self._audio is not None:
                self._container.mux(self._audio.encode(None))

    def _add_sound(self, *, complete: bool) -> None:
        """Write the sound up to the end of the last picture; only whole blocks until the end."""
        if self._sound is None or self._audio is None:
            return
        end = round(self._n_frames / self._rate * self._sound.rate)
        while (left := end - self._n_samples) >= _SOUND_BLOCK or (complete and left > 0):
            count = min(left, _SOUND_BLOCK)
            samples = self._sound.read(count)
            frame = AudioFrame.from_ndarray(samples, SAMPLE_FORMAT, self._sound.layout)
            frame.sample_rate = self._sound.rate
            frame.pts, frame.time_base = self._n_samples, Fraction(1, self._sound.rate)
            self._n_samples += count
            with _export_errors(self._path):
                self._container.mux(self._audio.encode(frame))


@contextmanager
def _opened(path: Path, partial: Path) -> Iterator[OutputContainer]:
    """Open the file; close it even when something goes wrong, so that it can be removed."""
    with _export_errors(path):
        container = av.open(str(partial), "w", format="mp4", options={"movflags": "+faststart"})
    try:
        yield container
    except BaseException:
        with suppress(av.FFmpegError, OSError):  # the first error is the one to tell
            container.close()
        raise
    with _export_errors(path):
        container.close()


def _add_video(
    container: OutputContainer, size: tuple[int, int], rate: Fraction, quality: int
) -> VideoStream:
    codec = "h264_nvenc" if hardware_works() else "libx264"
    stream = cast(VideoStream, container.add_stream(codec, rate=rate))
    stream.width, stream.height = size
    stream.pix_fmt = "yuv420p"
    stream.time_base = 1 / rate
    context = stream.codec_context
    context.colorspace = context.color_primaries = context.color_trc = _BT709
    context.color_range = _LIMITED
    if codec == "libx264":
        stream.options = {"crf": str(quality), "preset": "veryfast"}
    else:
        stream.options = {"rc": "constqp", "qp": str(quality), "preset": "p4"}
    return stream


def _add_audio(container: OutputContainer, sound: Sound) -> AudioStream:
    stream = container.add_stream("aac", rate=sound.rate, layout=sound.layout)
    stream.bit_rate = _BIT_RATE * av.AudioLayout(sound.layout).nb_channels
    return stream


@lru_cache(maxsize=1)
def hardware_works() -> bool:
    """Whether the graphics card encodes H.264: the encoder may be built in and yet find none."""
    try:
        context = av.CodecContext.create("h264_nvenc", "w")
        context.width = context.height = 256
        context.pix_fmt = "yuv420p"
        context.framerate, context.time_base = Fraction(FPS), Fraction(1, FPS)
        context.encode(av.VideoFrame(256, 256, "yuv420p"))
        context.encode(None)
    except (av.FFmpegError, OSError, ValueError):
        return False
    return True


@contextmanager
def _export_errors(path: Path) -> Iterator[None]:
    """Turn what the encoder and the disk complain about into one sentence."""
    try:
        yield
    except OSError as error:
        raise write_error(path, error) from error
    except av.FFmpegError as error:
        if error.errno == errno.ENOSPC:
            raise write_error(path, OSError(errno.ENOSPC, "")) from error
        raise ExportError(
            f"{path} could not be written: the encoder refused a frame ({error.strerror}); "
            "try a smaller portrait."
        ) from error
