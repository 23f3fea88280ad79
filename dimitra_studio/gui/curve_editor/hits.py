"""What is under the pointer."""

import math

from PySide6.QtCore import QPointF

from dimitra_studio.gui.curve_editor.shown_curves import ShownCurves
from dimitra_studio.gui.curve_editor.units import unit_of
from dimitra_studio.gui.curve_editor.viewport import Viewport


def key_at(
    shown: ShownCurves, viewport: Viewport, place: QPointF, reach: float
) -> tuple[str, int] | None:
    """Channel and frame of the nearest key that may be edited; the active channel's first."""
    targets = sorted(shown.targets(), key=lambda name: name != shown.active)
    for name in targets:
        found = []
        for key in shown.keys(name):
            value = float(shown.curve(name)[key])
            way = viewport.point(key, value, shown.fps, unit_of(name)) - place
            if (distance := math.hypot(way.x(), way.y())) <= reach:
                found.append((distance, key))
        if found:
            return name, min(found)[1]
    return None


def curve_at(shown: ShownCurves, viewport: Viewport, place: QPointF, reach: float) -> str | None:
    """The shown channel whose curve is nearest, within reach; the active one first if several."""
    frame = viewport.frame(place.x(), shown.fps)
    if not 0 <= frame < shown.n_frames:
        return None
    found = []
    first, last = max(frame - 1, 0), min(frame + 2, shown.n_frames)
    for name in shown.channels:
        heights = viewport.ys(shown.curve(name)[first:last], unit_of(name))
        below, above = float(heights.max()), float(heights.min())  # a steep curve is a tall target
        distance = max(place.y() - below, above - place.y(), 0.0)
        if distance <= reach:
            found.append((distance, name != shown.active, name))
    return min(found)[2] if found else None
