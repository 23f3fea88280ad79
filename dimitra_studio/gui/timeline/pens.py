"""Colours of curves: one family for each component, one shade for each channel."""

from typing import cast

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from dimitra_studio.gui import theme
from dimitra_studio.gui.timeline.curve_picture import CurveColours
from dimitra_studio.gui.timeline.curve_raster import pack_colour

_HUES = 34  # degrees between the first and the last channel of a family
_SHADES = (0.0, 0.09, -0.07)  # lightness of neighbours in the list, so that they can be told apart

DASHES = {
    Qt.PenStyle.SolidLine: (1, 0),
    Qt.PenStyle.DashLine: (9, 3),
    Qt.PenStyle.DotLine: (2, 2),
}
"""Columns drawn and left out, by the style of a component's pen."""


def component_colour(component: str) -> QColor:
    """The colour of a family in the present scheme."""
    return cast(QColor, getattr(theme.colours(), component))


def channel_colours(component: str, count: int) -> list[QColor]:
    """A shade for each channel of a component, in the order of the rig."""
    base = component_colour(component)
    hue, saturation, lightness = base.hslHueF(), base.hslSaturationF(), base.lightnessF()
    colours = []
    for index in range(count):
        turn = (index / max(count - 1, 1) - 0.5) * _HUES / 360
        light = min(max(lightness + _SHADES[index % len(_SHADES)], 0.0), 1.0)
        colours.append(QColor.fromHslF((hue + turn) % 1.0, saturation, light))
    return colours


def packed(colour: QColor) -> int:
    """A colour for ``draw_spans``."""
    return pack_colour(colour.red(), colour.green(), colour.blue())


def argb(colour: QColor) -> int:
    """A colour as an opaque pixel of a picture."""
    return colour.rgb() | 0xFF000000


def translucent(colour: QColor, alpha: float) -> QColor:
    """The colour at another opacity, 0 to 1."""
    faint = QColor(colour)
    faint.setAlphaF(alpha)
    return faint


def curve_colours(component: str, count: int) -> CurveColours:
    """Everything that the curves of a component are drawn with."""
    colours = theme.colours()
    shades = [packed(colour) for colour in channel_colours(component, count)]
    return CurveColours(
        channels=np.array(shades, np.uint64),
        ghost=packed(colours.ghost),
        warning=packed(colours.error),
        beyond=argb(colours.warning),
        edited=argb(colours.edited),
        pinned=argb(colours.pinned),
        dash=DASHES.get(theme.pen(component).style(), (1, 0)),
    )
