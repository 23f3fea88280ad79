"""Frames become a folder of numbered pictures, with the sound beside them."""

import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from dimitra_studio.core.errors import ExportError
from dimitra_studio.core.files import write_error
from dimitra_studio.core.motion import FPS
from dimitra_studio.core.progress import Progress, ProgressFn, ignore
from dimitra_studio.render.sound import Source, write_wav
from dimitra_studio.render.video import NOTICE

SOUND_FILE = "sound.wav"

_OURS = re.compile(rf"\d{{5,}}\.png|{re.escape(SOUND_FILE)}")
_COMPRESSION = 3  # of 9: nearly as small as the best, at a third of its time


def write_images(
    folder: Path,
    frames: Iterable[NDArray[np.uint8]],
    *,
    fps: float = FPS,
    audio: Source | None = None,
    audio_start: float = 0.0,
    n_frames: int = 0,
    on_progress: ProgressFn = ignore,
) -> None:
    """Write ``00001.png``, ``00002.png``, … and, when there is a recording, ``sound.wav``.

    The frames are taken one by one and never kept. The folder appears when it is complete, or
    not at all; an earlier image sequence of that name is replaced, and nothing else is.

    Args:
        folder: to make.
        frames: ``(H, W, 3)``, or ``(H, W, 4)`` with straight alpha.
        fps: frames per second, for the length of the sound.
        audio: the original recording.
        audio_start: seconds of the recording at the first frame.
        n_frames: how many are expected, for the progress; 0 when unknown.
        on_progress: told after every frame.

    Raises:
        ExportError: if the folder cannot be written, or holds other files.
        AudioError: if the recording cannot be decoded.
        ValueError: if there are no frames.
    """
    note = PngInfo()
    note.add_text("Comment", NOTICE)
    with _replacing_folder(folder) as partial:
        index = 0
        for index, frame in enumerate(frames, 1):
            picture = Image.fromarray(frame)
            picture.save(partial / f"{index:05}.png", pnginfo=note, compress_level=_COMPRESSION)
            on_progress(Progress(index, max(n_frames, index), "Writing the images"))
        if not index:
            raise ValueError("an image sequence needs at least one frame")
        if audio is not None:
            write_wav(partial / SOUND_FILE, audio, start=audio_start, duration=index / fps)


def scale(picture: NDArray[np.uint8], size: tuple[int, int]) -> NDArray[np.uint8]:
    """Make a picture ``size`` pixels wide and high."""
    if picture.shape[1::-1] == size:
        return picture
    smaller = size[0] < picture.shape[1]
    method = cv2.INTER_AREA if smaller else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(picture, size, interpolation=method), np.uint8)


def check_folder(folder: Path) -> None:
    """Refuse a folder for an image sequence before the work begins, not after.

    Raises:
        ExportError: if it cannot be made, or holds anything but an earlier image sequence.
    """
    try:
        if not folder.parent.is_dir():
            raise ExportError(
                f"The folder {folder.parent} does not exist; create it or choose another."
            )
        if folder.exists() and not folder.is_dir():
            raise ExportError(f"{folder} is a file; choose another name for the folder.")
        if folder.is_dir() and not all(_OURS.fullmatch(file.name) for file in folder.iterdir()):
            raise ExportError(f"{folder} holds other files already; choose another name.")
        tempfile.TemporaryFile(dir=folder.parent).close()
    except OSError as error:
        raise write_error(folder, error) from error


@contextmanager
def _replacing_folder(folder: Path) -> Iterator[Path]:
    """Give a folder beside ``folder`` to write into, and move it there when the block succeeds."""
    check_folder(folder)
    partial = folder.with_name(f".dimitra-{uuid4().hex}")
    try:
        partial.mkdir()
        yield partial
        _move(partial, folder)
    except OSError as error:
        raise write_error(folder, error) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _move(partial: Path, folder: Path) -> None:
    if not folder.exists():
        partial.rename(folder)
        return
    before = partial.with_name(f"{partial.name}-before")
    folder.rename(before)
    try:
        partial.rename(folder)
    except OSError:
        before.rename(folder)
        raise
    shutil.rmtree(before, ignore_errors=True)
