"""Orders in which a list of channels can be read, and which of them match a filter."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

RIG, REGION, VARIANCE, ACTIVE, NONZERO = "rig", "region", "variance", "active", "nonzero"

ORDERS = {
    RIG: str(QT_TRANSLATE_NOOP("ChannelOrder", "Rig order")),
    REGION: str(QT_TRANSLATE_NOOP("ChannelOrder", "By region")),
    VARIANCE: str(QT_TRANSLATE_NOOP("ChannelOrder", "Most movement")),
    ACTIVE: str(QT_TRANSLATE_NOOP("ChannelOrder", "Active in view")),
    NONZERO: str(QT_TRANSLATE_NOOP("ChannelOrder", "Active at playhead")),
}
"""Orders of the channels and their names in English; ``order_title`` translates them."""

_REGIONS = {
    "brow": str(QT_TRANSLATE_NOOP("ChannelOrder", "Brows")),
    "eye": str(QT_TRANSLATE_NOOP("ChannelOrder", "Eyes")),
    "jaw": str(QT_TRANSLATE_NOOP("ChannelOrder", "Jaw")),
    "mouth": str(QT_TRANSLATE_NOOP("ChannelOrder", "Mouth")),
    "cheek": str(QT_TRANSLATE_NOOP("ChannelOrder", "Cheeks")),
    "nose": str(QT_TRANSLATE_NOOP("ChannelOrder", "Nose")),
    "tongue": str(QT_TRANSLATE_NOOP("ChannelOrder", "Tongue")),
    "head": str(QT_TRANSLATE_NOOP("ChannelOrder", "Head")),
    "": str(QT_TRANSLATE_NOOP("ChannelOrder", "Other")),
}
_STILL = 1e-3  # of a blendshape: less cannot be seen


def order_title(order: str) -> str:
    """The order in the user's language."""
    return QCoreApplication.translate("ChannelOrder", ORDERS[order])


def region_title(channel: str) -> str:
    """The part of the face that a channel moves, in the user's language."""
    return QCoreApplication.translate("ChannelOrder", _REGIONS[_region(channel)])


def arrange(
    channels: Sequence[str],
    order: str,
    curves: NDArray[np.float32] | None,
    *,
    view: slice,
    frame: int,
) -> list[tuple[str | None, list[int]]]:
    """Bring channels into an order.

    Args:
        channels: of a component.
        order: one of ``ORDERS``.
        curves: ``(T, M)`` of these channels in rows of equal reach; None without a motion.
        view: the frames that are visible.
        frame: at the playhead.

    Returns:
        Sections: a heading, or None, and the positions of its channels in ``channels``. Channels
        that do not meet the order (still in view, zero at the playhead) are left out.
    """
    if order == REGION:
        return [(region_title(channels[members[0]]), members) for members in _by_region(channels)]
    everything = list(range(len(channels)))
    if order == RIG or curves is None or not len(curves):
        return [(None, everything)]
    if order == NONZERO:
        amount = np.abs(curves[min(frame, len(curves) - 1)])
    else:
        part = curves[view] if order == ACTIVE and len(curves[view]) else curves
        amount = part.std(axis=0)
    ranking = [int(index) for index in np.argsort(-amount, kind="stable")]
    if order == VARIANCE:
        return [(None, ranking)]
    return [(None, [index for index in ranking if amount[index] > _STILL])]


def matches(channel: str, pattern: str) -> bool:
    """Whether each word of a filter occurs in the name or the region of a channel."""
    text = f"{channel} {region_title(channel)} {_REGIONS[_region(channel)]}".casefold()
    return all(word in text for word in pattern.casefold().split())


def _region(channel: str) -> str:
    return next((region for region in _REGIONS if region and channel.startswith(region)), "")


def _by_region(channels: Sequence[str]) -> Iterator[list[int]]:
    for region in _REGIONS:
        members = [index for index, name in enumerate(channels) if _region(name) == region]
        if members:
            yield members
