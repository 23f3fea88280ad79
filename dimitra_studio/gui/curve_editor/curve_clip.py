"""Curves that were copied, and what pasting them makes."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from dimitra_studio.core.curve_editing import Curve, paste
from dimitra_studio.core.curve_keys import Keys
from dimitra_studio.core.mirror import mirror_channel
from dimitra_studio.gui.curve_editor.shown_curves import Change, ShownCurves


@dataclass(frozen=True)
class CurveClip:
    """A range of some curves.

    Args:
        curves: ``(N,)`` values by channel.
        keys: of each channel, counted from the first frame.
    """

    curves: Mapping[str, Curve]
    keys: Mapping[str, Keys]

    @property
    def length(self) -> int:
        """In frames."""
        return max(map(len, self.curves.values()))


def copy_clip(shown: ShownCurves) -> CurveClip | None:
    """Copy the range of all channels that commands are about; locked ones can be copied too."""
    frames = shown.range()
    names = shown.chosen()
    if not names or frames.start >= frames.stop:
        return None
    within = range(frames.start, frames.stop)
    return CurveClip(
        {name: shown.stored(name)[frames].copy() for name in names},
        {
            name: tuple(key - frames.start for key in shown.stored_keys(name) if key in within)
            for name in names
        },
    )


def paste_clip(shown: ShownCurves, clip: CurveClip, at: int, *, mirrored: bool) -> Change | None:
    """Lay a clip over the curves from frame ``at`` on.

    A single channel goes to the active one, or if mirrored to its own counterpart; several go back
    to where they came from, or to their counterparts. None if nothing may be pasted to.
    """
    assert shown.edited is not None
    curves, keys = {}, {}
    for source, values in clip.curves.items():
        other, sign = mirror_channel(source) if mirrored else (source, 1)
        name = shown.active if len(clip.curves) == 1 and not mirrored else other
        if name not in shown.edited.rig.channels or shown.is_locked(name):
            continue
        signed = np.float32(sign) * values
        curves[name] = paste(shown.stored(name), signed, at, *shown.limits(name))
        covered = range(at, at + len(values))
        outside = [key for key in shown.stored_keys(name) if key not in covered]
        inside = [at + key for key in clip.keys[source] if 0 <= at + key < shown.n_frames]
        keys[name] = tuple(sorted({*outside, *inside}))
    return Change(curves, keys) if curves else None
