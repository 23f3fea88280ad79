"""Units of channels, and how their values spread over the height of a row."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.motion import Motion
from dimitra_studio.core.rig import POSE_CHANNELS, Rig
from dimitra_studio.gui.decimals import decimal

_ROTATIONS = frozenset(POSE_CHANNELS[:3])
_TRANSLATIONS = frozenset(POSE_CHANNELS[3:])
_TOPS = (0.25, 0.5, 1.0)  # of the limits of a blendshape: what a row reaches
_HEADROOM = 0.07  # of the row, above and below; a curve beyond its limits runs there
_LEAST = {"°": 5.0, "mm": 5.0, "": 1.0}  # so that a still head is a flat line, not noise


@dataclass(frozen=True, slots=True)
class Unit:
    """How values of a channel are written.

    Args:
        factor: from the value in a motion to the one that is shown.
        suffix: behind the number; empty for blendshapes.
        decimals: that are worth reading.
    """

    factor: float
    suffix: str
    decimals: int

    def text(self, value: float) -> str:
        """``value`` of a motion for people."""
        number = value * self.factor
        rounded = round(number, self.decimals) + 0.0  # no "-0.00"
        space = " " if self.suffix == "mm" else ""
        written = decimal(rounded, self.decimals).replace("-", "\N{MINUS SIGN}")
        return f"{written}{space}{self.suffix}"


_RADIANS = Unit(180 / math.pi, "°", 1)
_METRES = Unit(1000.0, "mm", 1)
_PLAIN = Unit(1.0, "", 2)


def unit_of(channel: str) -> Unit:
    """Degrees for the rotations of the head, millimetres for its translations."""
    if channel in _ROTATIONS:
        return _RADIANS
    return _METRES if channel in _TRANSLATIONS else _PLAIN


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class Lanes:
    """Which values the bottom and the top of a row stand for.

    Args:
        bottom: ``(C,)`` float32 value at the bottom of each channel of a component.
        top: ``(C,)`` float32 value at the top.
        label: the same for people, one line for each unit.
        lines: heights, 0 to 1 from the bottom, that are worth a line: the ends and zero.
    """

    bottom: NDArray[np.float32]
    top: NDArray[np.float32]
    label: str
    lines: tuple[float, ...]


def make_lanes(motion: Motion, component: str, shown: Sequence[bool]) -> Lanes:
    """Fit the shown channels of a component into a row.

    Blendshapes share one range from their lower limit, so that their heights compare; a value
    beyond the limits is not given more room. Channels without limits spread around their middle.

    Args:
        motion: whose curves are drawn.
        component: lips, expression or pose.
        shown: of each channel of the component.
    """
    columns = motion.rig.columns(component)
    curves = motion.curves[:, columns]
    limited = _limited(motion.rig, columns)
    bottom = np.zeros(len(columns), np.float32)
    top = np.ones(len(columns), np.float32)
    labels = []
    units = [unit_of(motion.rig.channels[column]) for column in columns]
    if limited.any():
        lower = np.array([motion.rig.lower[column] for column in columns])[limited]
        upper = np.array([motion.rig.upper[column] for column in columns])[limited]
        seen = (np.array(shown) & limited)[limited]
        share = ((curves[:, limited] - lower) / (upper - lower))[:, seen]
        most = float(share.max()) if share.size else 1.0
        reach = next((step for step in _TOPS if most <= step), 1.0)
        bottom[limited], top[limited] = lower, lower + reach * (upper - lower)
        labels.append(f"0\N{EN DASH}{reach:g}")
    for unit in dict.fromkeys(units):
        same = np.array([other == unit for other in units]) & ~limited
        if same.any():
            middle, reach = _spread(curves[:, same], np.array(shown)[same], unit)
            bottom[same], top[same] = middle - reach, middle + reach
            space = " " if unit.suffix == "mm" else ""
            labels.append(f"±{reach * unit.factor:g}{space}{unit.suffix}")
    room = (top - bottom) * _HEADROOM
    edges = (_HEADROOM / (1 + 2 * _HEADROOM), (1 + _HEADROOM) / (1 + 2 * _HEADROOM))
    lines = edges if limited.all() else (edges[0], 0.5, edges[1])
    return Lanes(bottom - room, top + room, "  ".join(labels), lines)


def _limited(rig: Rig, columns: Sequence[int]) -> NDArray[np.bool_]:
    return np.array([np.isfinite(rig.lower[c]) and np.isfinite(rig.upper[c]) for c in columns])


def _spread(
    curves: NDArray[np.float32], shown: NDArray[np.bool_], unit: Unit
) -> tuple[NDArray[np.float32], float]:
    """The middle of each curve, and what all of them reach from there, rounded up."""
    middle = np.median(curves, axis=0)
    seen = (curves - middle)[:, shown]
    most = float(np.abs(seen).max()) * unit.factor if seen.size else 0.0
    most = max(most, _LEAST[unit.suffix])
    power = 10.0 ** math.floor(math.log10(most))
    reach = next(step * power for step in (1, 2, 5, 10) if most <= step * power * (1 + 1e-6))
    return middle, reach / unit.factor
