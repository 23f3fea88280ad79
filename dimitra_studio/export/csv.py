"""Curves as a table: one row a frame, one column a channel."""

import csv
from pathlib import Path

from dimitra_studio.core.files import replacing
from dimitra_studio.export.hand_over import HandOver, Written


def write_csv(hand_over: HandOver, path: Path) -> Written:
    r"""Write ``frame,time,<channel>…``; time is the frame's start in seconds.

    Numbers are the shortest that read back as the same float32, with a point; UTF-8, ``\n``.

    Raises:
        ExportError: if the file cannot be written.
    """
    motion = hand_over.motion
    with (
        replacing(path) as partial,
        partial.open("w", encoding="utf-8", newline="") as file,
    ):
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["frame", "time", *motion.rig.channels])
        for frame, row in enumerate(motion.curves):
            writer.writerow([frame, round(frame / motion.fps, 6), *map(str, row)])
    return Written((path,))
