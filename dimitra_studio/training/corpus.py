"""Which clips a folder holds, and what is said in them."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np

from dimitra_studio.core.errors import TrainingError

VIDEO_SUFFIXES = frozenset({".mp4", ".mkv", ".mov", ".avi", ".webm", ".mpg", ".mpeg", ".m4v"})
MANIFEST = "manifest.csv"

Split = Literal["train", "val"]


@dataclass(frozen=True, slots=True)
class Clip:
    """One video of one person who speaks.

    Args:
        path: of the video.
        transcript: the words; empty where they are not known.
        split: what it is used for.
    """

    path: Path
    transcript: str
    split: Split


def find_clips(folder: Path, val_share: float, seed: int) -> list[Clip]:
    """List the clips of a folder in the order of their names.

    The words of a clip stand in the column ``transcript`` of ``manifest.csv``, in a ``.txt``
    file beside the clip, or in an ``.align`` file of the GRID corpus. The manifest may also say
    which clips are for validation (column ``split``: train or val); otherwise ``val_share`` of
    them is drawn.

    Raises:
        TrainingError: if the folder is missing, holds too few clips, or its manifest is unfit.
    """
    if folder.is_file():
        raise TrainingError(f"{folder} is a file; give the folder of the clips.")
    if not folder.is_dir():
        raise TrainingError(f"The folder {folder} does not exist; give the folder of the clips.")
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in VIDEO_SUFFIXES)
    rows = _read_manifest(folder)
    if rows:
        paths = [path for path in paths if path.stem in rows]
    if len(paths) < 2:
        raise TrainingError(
            f"{folder} holds {len(paths)} usable clips; 2 or more videos of a face are needed."
        )
    drawn = _draw_validation(len(paths), val_share, seed)
    clips = []
    for index, path in enumerate(paths):
        row = rows.get(path.stem, {})
        split = row.get("split") or ("val" if index in drawn else "train")
        transcript = row.get("transcript") or _read_transcript(path)
        clips.append(Clip(path, transcript, "val" if split == "val" else "train"))
    missing = {"train", "val"} - {clip.split for clip in clips}
    if missing:
        raise TrainingError(
            f"{folder / MANIFEST} names no clip for {' or '.join(sorted(missing))}; "
            "write train or val in its column split."
        )
    return clips


def _draw_validation(n_clips: int, share: float, seed: int) -> set[int]:
    n_val = min(max(1, round(share * n_clips)), n_clips - 1)
    return set(np.random.default_rng(seed).permutation(n_clips)[:n_val].tolist())


def _read_manifest(folder: Path) -> dict[str, dict[str, str]]:
    path = folder / MANIFEST
    if not path.is_file():
        return {}
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            if "clip" not in (reader.fieldnames or ()):
                raise TrainingError(f"{path} has no column clip; its first line must name it.")
            return {Path(row["clip"]).stem: row for row in reader}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise TrainingError(f"{path} cannot be read ({error}); save it as CSV in UTF-8.") from error


def _read_transcript(clip: Path) -> str:
    text, align = clip.with_suffix(".txt"), clip.with_suffix(".align")
    try:
        if text.is_file():
            return " ".join(text.read_text(encoding="utf-8").split())
        if align.is_file():
            return " ".join(_grid_words(align.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError) as error:
        raise TrainingError(
            f"The transcript of {clip.name} cannot be read ({error}); save it as UTF-8."
        ) from error
    return ""


def _grid_words(table: str) -> Iterator[str]:
    """The words of lines ``start end word``; pauses are no words."""
    for line in table.splitlines():
        fields = line.split()
        if len(fields) == 3 and fields[2] not in ("sil", "sp"):
            yield fields[2]
