"""Anti-aliased curves drawn by numpy: each is one vertical span in each column of pixels.

The spans of all curves are added up at once: each writes where its cover begins and ends, and one
running sum down the picture gives the cover of every pixel. That costs the same however dense the
curves are, where a painter's lines become slower the further one zooms out.
"""

import numpy as np
from numpy.typing import NDArray

_COVER = 16  # steps of partial cover of a pixel
_BITS = 18  # of each colour sum: 63 curves x 16 x 255 fit
_MASK = np.uint32(2**_BITS - 1)
MAX_CURVES = 63
"""Whose sums fit beside each other in 64 bits."""

_BLOCK = 16  # rows turned into pixels at a time
_MAX_SUM = MAX_CURVES * _COVER


def pack_colour(red: int, green: int, blue: int) -> int:
    """A colour as one of the summands of ``draw_spans``; channels 0 to 255."""
    return blue | green << _BITS | red << 2 * _BITS | 1 << 3 * _BITS


def draw_spans(
    top: NDArray[np.float32],
    bottom: NDArray[np.float32],
    colours: NDArray[np.uint64],
    height: int,
    opacity: float,
) -> NDArray[np.uint32]:
    """Draw curves that lie over each other.

    Args:
        top: ``(W, n)`` upper edge of each curve in each column, in rows from the top.
        bottom: ``(W, n)`` lower edge, below ``top``.
        colours: ``(n,)`` or ``(W, n)`` by ``pack_colour``; 0 draws nothing.
        height: rows of the picture; what lies outside is cut off.
        opacity: of one curve, 0 to 1; curves over each other add up.

    Returns:
        ``(height, W)`` premultiplied ARGB.
    """
    width, n_curves = top.shape
    picture = np.zeros((height, width), np.uint32)
    for first in range(0, n_curves, MAX_CURVES):
        part = slice(first, first + MAX_CURVES)
        some = _sum_spans(top[:, part], bottom[:, part], colours[..., part], height)
        layer = _to_argb(some, opacity)
        picture = layer if not first else np.where(layer >> np.uint32(24), layer, picture)
    return picture


def _sum_spans(
    top: NDArray[np.float32],
    bottom: NDArray[np.float32],
    colours: NDArray[np.uint64],
    height: int,
) -> NDArray[np.uint64]:
    width = len(top)
    sums = np.zeros((height + 2) * width, np.uint64)
    columns = np.arange(width, dtype=np.int64)[:, None]
    colours = np.broadcast_to(colours, top.shape)
    for edges, sign in ((top, 1), (bottom, -1)):
        steps = np.clip(edges * _COVER, 0, height * _COVER).astype(np.int64)
        rest = (steps % _COVER).astype(np.uint64)
        places = (steps // _COVER * width + columns).ravel()
        # a span that begins inside a pixel covers that pixel in part, all below it in full
        below = rest * colours
        here = np.uint64(_COVER) * colours - below
        if sign < 0:  # unsigned numbers wrap around, and the running sum wraps them back
            here, below = np.negative(here), np.negative(below)
        np.add.at(sums, places, here.ravel())
        np.add.at(sums, places + width, below.ravel())
    rows = sums.reshape(height + 2, width)
    for row in range(1, height):  # twice as fast as cumsum, which walks down the columns
        rows[row] += rows[row - 1]
    return rows[:height]


def _to_argb(sums: NDArray[np.uint64], opacity: float) -> NDArray[np.uint32]:
    picture = np.empty(sums.shape, np.uint32)
    alpha, factor = _blending(opacity)
    for first in range(0, len(sums), _BLOCK):  # what is worked on stays in the processor's cache
        some = sums[first : first + _BLOCK]
        cover = (some >> np.uint64(3 * _BITS)).astype(np.intp)
        factors = factor.take(cover)
        pixels = alpha.take(cover)
        blue, green, red = (
            ((some >> np.uint64(place * _BITS)).astype(np.uint32) & _MASK) * factors
            for place in range(3)
        )
        pixels |= blue >> np.uint32(16)
        pixels |= green >> np.uint32(8) & np.uint32(0xFF00)
        pixels |= red & np.uint32(0xFF0000)
        picture[first : first + _BLOCK] = pixels
    return picture


def _blending(opacity: float) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """By cover: the alpha in its place, and the factor of premultiplied colours in 65536ths."""
    cover = np.arange(_MAX_SUM + 1, dtype=np.float64)
    alpha = 1 - (1 - min(opacity, 0.999)) ** (cover / _COVER)
    factor = np.divide(alpha, cover, out=np.zeros_like(alpha), where=cover > 0) * 65536
    return np.round(alpha * 255).astype(np.uint32) << np.uint32(24), factor.astype(np.uint32)
