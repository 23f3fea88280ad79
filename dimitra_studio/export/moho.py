"""Mouth shapes for Moho's switch layers, and for OpenToonz, which reads the same file."""

from pathlib import Path

from dimitra_studio.core.files import replacing
from dimitra_studio.export.hand_over import HandOver, Written
from dimitra_studio.export.mouth_cues import BLAIR, REST, make_frame_cues


def write_moho(hand_over: HandOver, path: Path) -> Written:
    """Write ``MohoSwitch1`` and a line ``frame name`` for each change, frames counted from 1.

    Raises:
        ExportError: if there are no phonemes, or the file cannot be written.
    """
    cues = make_frame_cues(hand_over)
    lines = [f"{int(cue.start) + 1} {BLAIR[cue.shape]}" for cue in cues]
    if cues[-1].shape != REST:
        lines.append(f"{int(cues[-1].end) + 1} {BLAIR[REST]}")
    with replacing(path) as partial:
        text = "\n".join(["MohoSwitch1", *lines, ""])
        partial.write_text(text, encoding="utf-8", newline="\n")
    return Written((path,), {"frames": f"counted from 1, {hand_over.motion.fps:g} a second"})
