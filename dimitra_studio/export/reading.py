"""What the readers share: limits, channels by name, and the frame rate behind a list of times."""

import csv
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.errors import ProjectError
from dimitra_studio.core.motion import FPS, Motion
from dimitra_studio.core.rig import Rig

MOST_FRAMES = 864_000
"""Four hours at 60 frames a second; what is longer is a mistake, or meant to fill the memory."""

MOST_BYTES = 2**30
FASTEST = 1000.0
"""Frames per second."""

RATES = (
    *(24_000 / 1001, 24.0, 25.0, 30_000 / 1001, 30.0, 48.0, 50.0, 60_000 / 1001, 60.0),
    *(12.0, 12.5, 15.0, 100.0, 120.0),
)
"""Rates that programs use; one of them explains most lists of times."""

_SHOWN = 200  # characters of a reason; names in files may have any length

_EXACT = 6e-4  # seconds: times that are written as milliseconds are off by half of one


class MalformedError(ValueError):
    """What is wrong with a file, as the middle of a sentence."""


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """What a file held.

    Args:
        motion: at the rate of the file; channels that are missing are 0.
        missing: channels of the rig that the file does not have.
        ignored: columns of the file that the rig does not have.
        notes: sentences for the user.
    """

    motion: Motion
    missing: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@contextmanager
def reading(path: Path, kind: str) -> Iterator[None]:
    """Say in one sentence why a file cannot be read, whatever is wrong with it.

    Args:
        path: of the file.
        kind: what it was taken for, with an article.

    Raises:
        ProjectError: if the file is missing, too large, or the block finds it malformed.
    """
    advice = "export it again, or choose another file"
    try:
        if path.is_dir() or path.is_char_device() or path.is_fifo():
            raise MalformedError("it is no file")
        if path.stat().st_size > MOST_BYTES:
            raise MalformedError(f"it is larger than {MOST_BYTES // 2**20} MB")
        path.open("rb").close()  # libraries say less of a file that may not be read
        yield
    except FileNotFoundError as error:
        raise ProjectError(f"{path.name} does not exist; check the name.") from error
    except (OSError, ValueError, TypeError, LookupError, EOFError, RuntimeError, OverflowError,
            BadZipFile, MemoryError, zlib.error, csv.Error) as error:  # fmt: skip
        reason = "it is damaged, or of another kind"
        if isinstance(error, MalformedError):
            reason = in_a_line(str(error), _SHOWN)
        elif isinstance(error, UnicodeDecodeError):
            reason = "it is not UTF-8 text"
        elif isinstance(error, OSError) and error.strerror:
            reason = error.strerror
        raise ProjectError(f"{path.name} cannot be read as {kind}: {reason}; {advice}.") from error


def in_a_line(text: str, most: int) -> str:
    """A text from a file as a part of a sentence: printable, without breaks, and not too long."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text[: 4 * most]).split())
    return line if len(line) <= most else f"{line[:most]}…"


def check_count(n_frames: int) -> None:
    """Refuse no frames at all, and more than anyone records.

    Raises:
        MalformedError: if there are none, or too many.
    """
    if n_frames < 1:
        raise MalformedError("it holds no frame")
    if n_frames > MOST_FRAMES:
        raise MalformedError(
            f"it holds more than {MOST_FRAMES} frames, which are four hours at 60 a second"
        )


def check_rate(fps: float) -> float:
    """Refuse what is no frame rate.

    Raises:
        MalformedError: if it is not above 0 and at most ``FASTEST``.
    """
    if not 0 < fps <= FASTEST:
        raise MalformedError(f"its frame rate of {fps:g} is not between 0 and {FASTEST:g}")
    return fps


def to_motion(names: Sequence[str], values: NDArray, rig: Rig, fps: float) -> Read:
    """Put columns into the order of a rig, by name, whatever the case of the letters.

    Args:
        names: of the columns.
        values: ``(T, N)`` numbers.
        rig: that the motion is for.
        fps: frames per second.

    Raises:
        MalformedError: if a name stands twice, none is a channel, or a value is not finite.
    """
    check_count(len(values))
    check_rate(fps)
    columns: dict[str, int] = {}
    for column, name in enumerate(names):
        if columns.setdefault(name.casefold(), column) != column:
            raise MalformedError(f"it names {name!r} twice")
    channels = {channel.casefold(): channel for channel in rig.channels}
    if not set(columns) & set(channels):
        raise MalformedError(f"none of its columns is a channel of the {rig.name} rig")
    curves = np.zeros((len(values), len(rig.channels)), np.float32)
    for folded, column in columns.items():
        if folded in channels:
            with np.errstate(over="ignore"):  # what is too large is infinite, and refused
                curve = values[:, column].astype(np.float32)
            if not np.isfinite(curve).all():
                raise MalformedError(
                    f"{names[column]!r} is not finite in frame {int(np.isfinite(curve).argmin())}"
                )
            curves[:, rig.column(channels[folded])] = curve
    return Read(
        Motion(curves, rig, fps),
        missing=tuple(name for folded, name in channels.items() if folded not in columns),
        ignored=tuple(names[column] for name, column in columns.items() if name not in channels),
    )


def on_grid(read: Read, times: NDArray[np.float64]) -> Read:
    """Find the frame rate behind the times of frames, and fill the gaps if there are any.

    Args:
        read: with any rate.
        times: ``(T,)`` seconds at which the frames begin.

    Raises:
        MalformedError: if the times do not rise.
    """
    steps = np.diff(times)
    if not np.isfinite(times).all() or (steps <= 0).any():
        raise MalformedError(f"its times do not rise at frame {int((steps <= 0).argmax()) + 1}")
    if len(times) == 1:
        return replace(read, motion=replace(read.motion, fps=FPS))
    since = times - times[0]
    count = np.arange(len(times))
    errors = {rate: float(np.abs(since - count / rate).max()) for rate in RATES}
    best = min(RATES, key=lambda rate: errors[rate])
    mean = (len(times) - 1) / float(since[-1])
    if errors[best] > _EXACT and np.abs(since - count / mean).max() <= _EXACT:
        best = check_rate(mean)
    elif errors[best] > _EXACT:
        return _without_gaps(read, since)
    return replace(read, motion=replace(read.motion, fps=best))


def _without_gaps(read: Read, times: NDArray[np.float64]) -> Read:
    """Frames that were lost or late, by straight lines between those that are there."""
    usual = 1 / float(np.median(np.diff(times)))
    fps = min(RATES, key=lambda rate: abs(np.log(rate / usual)))
    n_frames = round(float(times[-1]) * fps) + 1
    check_count(n_frames)
    grid = np.arange(n_frames) / fps
    columns: list[NDArray] = [np.interp(grid, times, curve) for curve in read.motion.curves.T]
    curves = np.stack(columns, axis=1).astype(np.float32)
    note = f"Frames were lost or late; the gaps are filled with straight lines at {fps:.6g} fps."
    return replace(
        read, motion=replace(read.motion, curves=curves, fps=fps), notes=(*read.notes, note)
    )
