"""Curves as a table: one row a frame, one column a channel."""

import csv
from pathlib import Path

import numpy as np

from dimitra_studio.core.files import replacing
from dimitra_studio.core.rig import POSE_CHANNELS, RIGS, Rig
from dimitra_studio.export.hand_over import HandOver, Written
from dimitra_studio.export.legend import channel_legend
from dimitra_studio.export.reading import (
    MalformedError,
    Read,
    on_grid,
    reading,
    to_motion,
)
from dimitra_studio.export.texts import read_table, to_numbers

_LEADING = ("frame", "time")


def write_csv(hand_over: HandOver, path: Path) -> Written:
    r"""Write ``frame,time,<channel>…``; time is the frame's start in seconds.

    Numbers are the shortest that read back as the same float32, with a point; UTF-8, ``\n``. The
    legend is in the manifest, so that the table has one line of header and nothing else.

    Raises:
        ExportError: if the file cannot be written.
    """
    motion = hand_over.motion
    with (
        replacing(path) as partial,
        partial.open("w", encoding="utf-8", newline="") as file,
    ):
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*_LEADING, *motion.rig.channels])
        for frame, row in enumerate(motion.curves):
            writer.writerow([frame, round(frame / motion.fps, 6), *map(str, row)])
    return Written((path,), {"legend": channel_legend(motion.rig)})


def read_csv(path: Path) -> Read:
    """Read what ``write_csv`` wrote, by the names of the columns; channels may be left out.

    Raises:
        ProjectError: if the file is none.
    """
    with reading(path, "a table of curves"):
        header, rows = read_table(path)
        if tuple(name.casefold() for name in header[:2]) != _LEADING:
            raise MalformedError("its header does not begin with frame,time")
        names = header[2:]
        table = [to_numbers(cells[1:], line) for line, cells in rows]
        values = np.array(table, np.float64).reshape(len(table), len(names) + 1)
        return on_grid(to_motion(names, values[:, 1:], _rig_of(names), 1.0), values[:, 0])


def _rig_of(names: list[str]) -> Rig:
    """The rig that has most of the names; all have a pose."""
    folded = {name.casefold() for name in names}

    def count(rig: Rig) -> int:
        return sum(c.casefold() in folded for c in rig.channels if c not in POSE_CHANNELS)

    return max(RIGS.values(), key=count)
