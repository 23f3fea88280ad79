"""Two rows of teeth: their shape on the rig's jaws, and a picture of them to lay onto it."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

_ROW = 15.0  # millimetres from the edge of the teeth to the end of the gum
_REACH = 1.25  # radians of the arch on either side of its middle
_STEPS = 12  # pieces of the arch on either side
_LATERAL, _CANINE = 1, 2  # teeth counted from the middle
_FINER = 3  # lines per pixel of the picture while it is drawn


@dataclass(frozen=True)
class _Crowns:
    """Measures of teeth from the middle outwards.

    Args:
        widths: millimetres.
        lengths: millimetres, from the edge to the gum.
        light: that reaches them, against the upper row.
    """

    widths: tuple[float, ...]
    lengths: tuple[float, ...]
    light: float


_UPPER = _Crowns((8.5, 6.7, 7.7, 7.0, 6.8, 10.0, 9.5), (10.5, 9.3, 10.2, 8.6, 8.0, 7.5, 7.0), 1.0)
_LOWER = _Crowns((5.4, 5.9, 6.8, 7.0, 7.1, 10.8, 10.0), (8.8, 9.2, 10.0, 8.6, 8.0, 7.5, 7.0), 0.9)


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class ToothRow:
    """One row of teeth as a strip of triangles.

    Args:
        points: ``(P, 3)`` on the resting rig, in metres: the edge, then the gum.
        texture: ``(P, 2)`` where each is in the picture, in pixels.
        triangles: ``(N, 3)`` from the back of the mouth to the front.
        picture: ``(H, W, 4)`` float32 colour 0 to 255, then coverage 0 to 1; multiplied.
    """

    points: NDArray[np.float64]
    texture: NDArray[np.float32]
    triangles: NDArray[np.int32]
    picture: NDArray[np.float32]


def make_row(
    jaw: NDArray[np.floating],
    edge: float,
    *,
    upper: bool,
    enamel: NDArray[np.float32],
    gum: NDArray[np.float32],
    pixels_per_mm: float,
) -> ToothRow:
    """Lay a row of teeth along a jaw.

    Args:
        jaw: ``(n, 3)`` the rig's own teeth at rest, which say how wide and deep the arch is.
        edge: height of the edges of the front teeth, in metres.
        upper: whether the teeth hang from the skull or stand on the jaw.
        enamel: ``(3,)`` colour of the front teeth.
        gum: ``(3,)`` colour of the gum.
        pixels_per_mm: resolution of the picture.
    """
    angle = np.linspace(-_REACH, _REACH, 2 * _STEPS + 1)
    half = float(np.abs(jaw[:, 0] - jaw[:, 0].mean()).max())
    front, back = float(jaw[:, 2].max()), float(jaw[:, 2].min())
    x = jaw[:, 0].mean() + half * np.sin(angle)
    z = back + (front - back) * np.cos(angle)
    y = edge + 0.002 * (1.0 - np.cos(angle))  # the row rises towards the back
    gum_y = y + (_ROW if upper else -_ROW) / 1000.0
    points = np.concatenate([np.stack([x, y, z], -1), np.stack([x, gum_y, z], -1)])
    length = np.concatenate([[0.0], np.cumsum(np.hypot(np.diff(x), np.diff(z)))]) * 1000.0
    along = length - length[_STEPS]
    facing = np.stack([along, np.cos(angle)])
    picture = _draw(facing, _UPPER if upper else _LOWER, enamel, gum, pixels_per_mm)
    u = length * pixels_per_mm - 0.5
    texture = np.concatenate(
        [np.stack([u, np.full_like(u, v)], -1) for v in (-0.5, _ROW * pixels_per_mm - 0.5)]
    )
    return ToothRow(points, texture.astype(np.float32), _strip(len(angle)), picture)


def _strip(n: int) -> NDArray[np.int32]:
    """Triangles between two lines of ``n`` points, the middle ones last."""
    pieces = sorted(range(n - 1), key=lambda k: -abs(k + 0.5 - (n - 1) / 2.0))
    return np.array(
        [t for k in pieces for t in ((k, k + 1, n + k), (k + 1, n + k + 1, n + k))], np.int32
    )


def _draw(
    facing: NDArray[np.float64],
    crowns: _Crowns,
    enamel: NDArray[np.float32],
    gum: NDArray[np.float32],
    pixels_per_mm: float,
) -> NDArray[np.float32]:
    """Paint the row flat; the first line of the picture is the edge of the teeth.

    Args:
        facing: ``(2, n)`` millimetres along the row, and how much it faces the front there.
        crowns: what the teeth measure.
        enamel: ``(3,)``.
        gum: ``(3,)``.
        pixels_per_mm: of the picture.
    """
    scale = pixels_per_mm * _FINER
    start, end = facing[0, [0, -1]]
    u = start + (np.arange(round((end - start) * scale)) + 0.5) / scale
    v = ((np.arange(round(_ROW * scale)) + 0.5) / scale)[:, None]
    borders = np.concatenate([[0.0], np.cumsum(crowns.widths)])
    tooth = np.searchsorted(borders, np.abs(u), side="right") - 1
    tooth = np.clip(tooth, 0, len(crowns.widths) - 1)
    width, length = np.array(crowns.widths)[tooth], np.array(crowns.lengths)[tooth]
    across = np.abs((np.abs(u) - borders[tooth]) / width * 2.0 - 1.0)  # 1 between two teeth
    pointed = np.where(tooth == _CANINE, 0.85, 0.35)
    edge = 0.25 + pointed * across**4 + 0.35 * (tooth == _LATERAL)
    root = length - 1.6 * across**2.5  # the gum comes down between two teeth
    crown = _step(v - edge, 0.15) * _step(root - v, 0.35) * _step(1.03 - across, 0.05)
    height = np.clip((v - edge) / (root - edge), 0.0, 1.0)
    light = (1.0 - 0.22 * across**3) * (0.88 + 0.16 * np.sin(np.pi * height**0.8))
    tinted = enamel + 0.12 * height[..., None] * (gum - enamel)  # towards the root
    behind = np.where((v > root)[..., None], 0.85 * gum, 0.35 * enamel + 0.25 * gum)
    colour = behind + crown[..., None] * (tinted * light[..., None] - behind)
    colour *= (crowns.light * np.clip(np.interp(u, *facing), 0.0, 1.0) ** 1.5)[None, :, None]
    covered = _step(v - edge + 0.2 * (across < 0.9), 0.15) * _step(_ROW - 1.0 - v, 1.0)
    picture = np.dstack([colour * covered[..., None], covered]).astype(np.float32)
    size = (picture.shape[1] // _FINER, picture.shape[0] // _FINER)
    return cv2.resize(picture, size, interpolation=cv2.INTER_AREA)


def _step(distance: NDArray[np.floating], softness: float) -> NDArray[np.floating]:
    """0 for negative and 1 for positive distances, smooth over ``softness`` on both sides."""
    t = np.clip(0.5 + 0.5 * distance / softness, 0.0, 1.0)
    return t * t * (3.0 - 2.0 * t)
