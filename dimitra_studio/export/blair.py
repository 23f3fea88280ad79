"""Preston Blair's mouth shapes as a table, for exposure sheets and scripts."""

import csv
from pathlib import Path

from dimitra_studio.core.files import replacing
from dimitra_studio.export.hand_over import HandOver, Written
from dimitra_studio.export.mouth_cues import BLAIR, make_frame_cues


def write_blair(hand_over: HandOver, path: Path) -> Written:
    """Write ``frame,n_frames,start,end,shape``; frames count from 0, times are seconds.

    Raises:
        ExportError: if there are no phonemes, or the file cannot be written.
    """
    fps = hand_over.motion.fps
    cues = make_frame_cues(hand_over)
    with (
        replacing(path) as partial,
        partial.open("w", encoding="utf-8", newline="") as file,
    ):
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["frame", "n_frames", "start", "end", "shape"])
        for cue in cues:
            frames = (int(cue.start), int(cue.end - cue.start))
            times = (round(cue.start / fps, 6), round(cue.end / fps, 6))
            writer.writerow([*frames, *times, BLAIR[cue.shape]])
    shapes = {"shapes": list(BLAIR.values())}
    return Written((path,), {"derived_from": "the phonemes of the transcript", **shapes})
