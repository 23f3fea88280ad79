"""Video files as a stream of pictures at the frame rate of the motion."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from av.container import InputContainer
from av.stream import Disposition
from av.video.frame import VideoFrame
from av.video.stream import VideoStream
from numpy.typing import NDArray

from dimitra_studio.core.container import time_origin
from dimitra_studio.core.errors import ImageError
from dimitra_studio.core.motion import FPS, count_frames

_DEFAULT_RATE = 25.0  # assumed for the last frame of a file that names no rate


@dataclass(frozen=True, slots=True)
class VideoInfo:
    """What a video file says about itself before it is decoded.

    Args:
        width: of the upright picture with square pixels.
        height: of the same.
        duration: in seconds from the common start of picture and sound; 0 when unknown.
        rate: frames per second in the file, on average.
    """

    width: int
    height: int
    duration: float
    rate: float

    @property
    def n_frames(self) -> int:
        """How many frames ``read_frames`` will give; 0 when unknown."""
        return count_frames(self.duration) if self.duration > 0 else 0


def read_info(path: Path) -> VideoInfo:
    """Look at a video file without decoding all of it.

    Raises:
        ImageError: if it holds no moving picture.
    """
    with _opened(path) as (container, stream):
        frame = next(_shown(container, stream), None)
        if frame is None:
            raise _no_picture(path)
        width, height = _upright_size(frame, stream)
        rate = float(stream.average_rate or stream.guessed_rate or _DEFAULT_RATE)
        return VideoInfo(width, height, _duration(container, stream), rate)


def read_frames(path: Path, *, longest_side: int | None = None) -> Iterator[NDArray[np.uint8]]:
    """Decode a video at 25 frames a second, whatever its own rate, one picture at a time.

    Frame ``i`` is the picture that is on the screen at ``(i + 0.5) / 25`` seconds after the
    common start of picture and sound, so both stay together. The rotation of phone videos and
    pixels that are not square are put right. Packets that cannot be decoded leave the last
    picture standing, as players do.

    Args:
        path: any container that FFmpeg reads.
        longest_side: scale larger pictures down to this many pixels.

    Yields:
        ``(H, W, 3)`` sRGB, all of one size.

    Raises:
        ImageError: if there is no moving picture in it.
    """
    with _opened(path) as (container, stream):
        size: tuple[int, int] | None = None
        for frame in _at_motion_rate(container, stream):
            size = size or _limited(_upright_size(frame, stream), longest_side)
            yield _to_array(frame, size)
        if size is None:
            raise _no_picture(path)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[InputContainer, VideoStream]]:
    if not path.exists():
        raise ImageError(f"{path} does not exist; check the name.")
    if path.is_dir():
        raise ImageError(f"{path} is a folder; give the name of a video in it.")
    try:
        with av.open(str(path)) as container:
            streams = [
                stream
                for stream in container.streams.video
                if not stream.disposition & Disposition.attached_pic  # the cover of a song
            ]
            if not streams:
                raise _no_picture(path)
            streams[0].thread_type = "AUTO"
            yield container, streams[0]
    except (av.FFmpegError, OSError) as error:
        raise ImageError(
            f"{path.name} cannot be decoded as a video; convert it to MP4 (H.264)."
        ) from error


def _no_picture(path: Path) -> ImageError:
    return ImageError(f"{path.name} has no moving picture; choose a video such as an MP4.")


def _duration(container: InputContainer, stream: VideoStream) -> float:
    if stream.duration is not None and stream.time_base is not None:
        start = stream.start_time or 0
        return float((start + stream.duration) * stream.time_base) - time_origin(container)
    return (container.duration or 0) / av.time_base


def _shown(container: InputContainer, stream: VideoStream) -> Iterator[VideoFrame]:
    """Every picture that decodes, in the order of showing."""
    packets = container.demux(stream)
    while True:
        try:
            packet = next(packets, None)
        except av.InvalidDataError:
            return  # the file is cut off or damaged from here on
        if packet is None:
            return
        try:
            frames = packet.decode()
        except av.InvalidDataError:
            continue
        for frame in frames:
            if isinstance(frame, VideoFrame) and frame.time is not None:
                yield frame


def _at_motion_rate(container: InputContainer, stream: VideoStream) -> Iterator[VideoFrame]:
    origin = time_origin(container)
    interval = 1 / float(stream.average_rate or stream.guessed_rate or _DEFAULT_RATE)
    n_given = 0
    current: VideoFrame | None = None
    for frame in _shown(container, stream):
        start = float(frame.time or 0.0) - origin
        while current is not None and (n_given + 0.5) / FPS < start - 1e-6:
            yield current
            n_given += 1
        current = frame
    if current is None:
        return
    if current.duration and current.time_base:
        interval = float(current.duration * current.time_base)
    end = float(current.time or 0.0) - origin + interval
    for _ in range(n_given, max(count_frames(end), 1)):
        yield current


def _upright_size(frame: VideoFrame, stream: VideoStream) -> tuple[int, int]:
    aspect = float(stream.sample_aspect_ratio or 1)
    width, height = max(round(frame.width * aspect), 1), frame.height
    return (height, width) if round(frame.rotation / 90) % 2 else (width, height)


def _limited(size: tuple[int, int], longest_side: int | None) -> tuple[int, int]:
    scale = min(1.0, longest_side / max(size)) if longest_side else 1.0
    return max(round(size[0] * scale), 1), max(round(size[1] * scale), 1)


def _to_array(frame: VideoFrame, size: tuple[int, int]) -> NDArray[np.uint8]:
    n_turns = round(frame.rotation / 90) % 4
    width, height = size[::-1] if n_turns % 2 else size
    pixels = frame.to_ndarray(format="rgb24", width=width, height=height)
    return np.ascontiguousarray(np.rot90(pixels, n_turns), np.uint8)
