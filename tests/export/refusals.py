"""How a file is refused: by one sentence, without a trace."""

import os
import re
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from dimitra_studio.core.errors import ProjectError

Read = Write = Callable[[Path], object]
"""Does something with a file."""


def refused(read: Read, path: Path, error: type[Exception] = ProjectError) -> str:
    """What a reader says of a file that it must not take; the folder stays as it is."""
    before = contents(path.parent)
    with pytest.raises(error) as caught:
        read(path)
    assert contents(path.parent) == before
    check_sentence(str(caught.value), path)
    return str(caught.value)


def refused_or_read(read: Read, path: Path, error: type[Exception] = ProjectError) -> None:
    """As ``refused``, for a file of which something may be left that can be read."""
    try:
        read(path)
    except error as said:
        check_sentence(str(said), path)


def check_sentence(text: str, path: Path) -> None:
    """One sentence for people, which names the file."""
    assert path.name in text
    assert text.endswith(".")
    assert text.isprintable()  # no line breaks among others
    assert not re.search(r"[.!?] [A-Z]", text), text
    assert len(text) < 400
    assert not re.search(r"Traceback|Error\b|0x[0-9a-f]{6}", text), text


def contents(folder: Path) -> dict[str, tuple[int, int]]:
    """Everything in a folder, with size and time of the last change."""
    places = sorted(folder.iterdir())
    return {path.name: (path.stat().st_size, path.stat().st_mtime_ns) for path in places}


def damaged(whole: bytes, n_files: int, seed: int = 0) -> Iterator[bytes]:
    """A file cut off, with other bytes in some places, with a part missing or twice."""
    rng = np.random.default_rng(seed)
    for number in range(n_files):
        first, last = sorted(rng.integers(0, len(whole) + 1, 2).tolist())
        part = last - first
        if number % 4 == 0:
            yield whole[:first]
        elif number % 4 == 1:
            yield whole[:first] + whole[first + min(part, 40) :]
        elif number % 4 == 2:
            yield whole[:first] + whole[first : first + min(part, 40)] + whole[first:]
        else:
            flipped = bytearray(whole)
            for place in rng.integers(0, len(whole), 1 + number % 8):
                flipped[place] = rng.integers(256)
            yield bytes(flipped)


@contextmanager
def little_memory(megabytes: float = 24) -> Iterator[None]:
    """The block asks for no more than that at any time."""
    tracemalloc.start()
    try:
        yield
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < megabytes * 2**20


def make_places(folder: Path, suffix: str) -> list[Path]:
    """What is no file that can be read, under such an ending."""
    (folder / f"folder{suffix}").mkdir()
    (folder / f"empty{suffix}").touch()
    found = [folder / f"{name}{suffix}" for name in ("gone", "folder", "empty")]
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / f"pipe{suffix}")
        found.append(folder / f"pipe{suffix}")
    if hasattr(os, "geteuid") and os.geteuid() != 0:  # who may read everything
        (folder / f"closed{suffix}").write_bytes(b"x")
        (folder / f"closed{suffix}").chmod(0)
        found.append(folder / f"closed{suffix}")
    return found
