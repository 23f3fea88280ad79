"""Changes with an amount that is tried out before it is kept: scale, offset, smooth, simplify."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject

from dimitra_studio.core import curve_editing
from dimitra_studio.core.curve_editing import Curve
from dimitra_studio.core.curve_keys import Keys
from dimitra_studio.gui.curve_editor.shown_curves import Change, ShownCurves
from dimitra_studio.gui.curve_editor.units import Unit, unit_of


@dataclass(frozen=True, slots=True)
class Amounts:
    """What the user set.

    Args:
        amount: as on the slider.
        ease: frames over which the change comes in.
        about_mean: scale about the mean of the range instead of 0.
    """

    amount: float
    ease: int = 0
    about_mean: bool = False


Apply = Callable[[Curve, slice, Keys, Amounts, Unit], tuple[Curve, Keys]]


@dataclass(frozen=True, slots=True)
class Adjustment:
    """One such change.

    Args:
        title: of the box, translated.
        step: name of the undo step, translated, with ``{channels}``.
        label: of the amount, translated.
        help: what it does, translated.
        lowest: amount that can be set.
        highest: amount that can be set.
        start: amount to begin with.
        decimals: of the amount.
        suffix: written after the amount.
        apply: the change.
        has_ease: it can come in slowly.
        has_about: one value stays.
    """

    title: str
    step: str
    label: str
    help: str
    lowest: float
    highest: float
    start: float
    decimals: int
    suffix: str
    apply: Apply
    has_ease: bool = False
    has_about: bool = False

    def change(self, shown: ShownCurves, frames: slice, amounts: Amounts) -> Change:
        """What it makes of all curves that commands are about."""
        curves, keys = {}, {}
        for name in shown.targets():
            curve, keys[name] = self.apply(
                shown.stored(name), frames, shown.stored_keys(name), amounts, unit_of(name)
            )
            curves[name] = shown.limited(name, curve)
        within = range(*frames.indices(shown.n_frames))
        return Change(curves, keys, sum(key in within for own in keys.values() for key in own))


def _scale(
    curve: Curve, frames: slice, keys: Keys, amounts: Amounts, _unit: Unit
) -> tuple[Curve, Keys]:
    values = curve[frames]
    about = float(values.mean()) if amounts.about_mean and len(values) else 0.0
    factor = amounts.amount / 100
    return curve_editing.scale(curve, frames, factor, about, ease=amounts.ease), keys


def _offset(
    curve: Curve, frames: slice, keys: Keys, amounts: Amounts, unit: Unit
) -> tuple[Curve, Keys]:
    amount = amounts.amount / unit.factor
    return curve_editing.offset(curve, frames, amount, ease=amounts.ease), keys


def _smooth(
    curve: Curve, frames: slice, keys: Keys, amounts: Amounts, _unit: Unit
) -> tuple[Curve, Keys]:
    return curve_editing.smooth(curve, frames, amounts.amount), keys


def _simplify(
    curve: Curve, frames: slice, keys: Keys, amounts: Amounts, unit: Unit
) -> tuple[Curve, Keys]:
    tolerance = float(np.float32(amounts.amount / unit.factor))
    simplified, made = curve_editing.simplify(curve, frames, tolerance)
    outside = [key for key in keys if not frames.start <= key < frames.stop]
    return simplified, tuple(sorted({*outside, *made}))


class AdjustmentTable(QObject):
    """All adjustments, in the user's language."""

    def scale(self) -> Adjustment:
        return Adjustment(
            title=self.tr("Scale"),
            step=self.tr("Scale {channels}"),
            label=self.tr("Factor"),
            help=self.tr("Make movements larger or smaller"),
            lowest=0.0,
            highest=300.0,
            start=100.0,
            decimals=0,
            suffix=" %",
            apply=_scale,
            has_ease=True,
            has_about=True,
        )

    def offset(self, unit: Unit) -> Adjustment:
        return Adjustment(
            title=self.tr("Offset"),
            step=self.tr("Offset {channels}"),
            label=self.tr("Amount"),
            help=self.tr("Add a value to the whole range"),
            lowest=-unit.reach,
            highest=unit.reach,
            start=0.0,
            decimals=unit.decimals,
            suffix=unit.suffix,
            apply=_offset,
            has_ease=True,
        )

    def smooth(self) -> Adjustment:
        return Adjustment(
            title=self.tr("Smooth"),
            step=self.tr("Smooth {channels}"),
            label=self.tr("Strength"),
            help=self.tr("Take out trembling that is faster than this many frames"),
            lowest=0.0,
            highest=15.0,
            start=1.5,
            decimals=1,
            suffix=self.tr(" frames"),
            apply=_smooth,
        )

    def simplify(self, unit: Unit) -> Adjustment:
        return Adjustment(
            title=self.tr("Simplify"),
            step=self.tr("Simplify {channels} to {keys}"),
            label=self.tr("Tolerance"),
            help=self.tr("Replace the curve by a smooth one through few keys, this near to it"),
            lowest=0.0,
            highest=0.2 * unit.reach,
            start=0.02 * unit.reach,
            decimals=unit.decimals,
            suffix=unit.suffix,
            apply=_simplify,
        )
