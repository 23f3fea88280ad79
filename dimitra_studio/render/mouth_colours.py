"""What colours the inside of a mouth has, judged by what a photograph shows of the person."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.face.landmarks import FACE_OVAL
from dimitra_studio.render.mask import box_around, crop, polygon_mask
from dimitra_studio.render.topology import LEFT_EYE, LIPS, RIGHT_EYE

_TEETH = 0.25  # share of bright pixels in an open mouth that are teeth
_BRIGHT = 0.55  # of the bright half of the face: light that nothing but a tooth has
_DIM = 0.45  # of the same: light that a tooth has if it is pale as well
_PALE = 0.6  # of the saturation of the lips
_WHITE = 225.0  # the brightest that teeth may be
_GREY = 6.0  # spread of the lips' channels below which a photograph is black and white

Colour = NDArray[np.float32]


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class Palette:
    """Colours in the light of a photograph, each ``(3,)``.

    Args:
        lips: their skin.
        enamel: front teeth.
        gum: above and below them.
        tongue: its tip.
        cavity: where no light comes.
        shows_teeth: whether the photograph itself shows teeth.
    """

    lips: Colour
    enamel: Colour
    gum: Colour
    tongue: Colour
    cavity: Colour
    shows_teeth: bool


def estimate_palette(
    image: NDArray[np.uint8],
    landmarks: NDArray[np.float64],
    contour: NDArray[np.float64],
    *,
    shown: bool,
) -> Palette:
    """Guess the colours of a mouth from lips, eyes and, when it is open, its own teeth.

    Args:
        image: ``(H, W, 3)`` the photograph.
        landmarks: ``(478, 2)`` in it, in pixels from the first one's centre.
        contour: ``(K, 2)`` its inner lips.
        shown: whether the inside of the mouth is seen.
    """
    lips = np.median(_pixels(image, landmarks[list(LIPS.ring)], without=contour), axis=0)
    eyes = np.concatenate(
        [_pixels(image, landmarks[list(eye.ring)]) for eye in (RIGHT_EYE, LEFT_EYE)]
    )
    luma = eyes.mean(1)
    white = eyes[luma >= np.percentile(luma, 70)].mean(0)
    bright = float(np.percentile(_pixels(image, landmarks[list(FACE_OVAL)]).mean(1), 75))
    enamel = 0.5 * white + 0.5 * white.mean()  # the white of the eye with half its tint
    enamel *= 0.95 * bright / max(float(enamel.mean()), 1.0) * np.array([1.0, 0.97, 0.9])
    inside = _pixels(image, contour) if shown else np.zeros((0, 3), np.float32)
    pale = _saturation(inside) < _PALE * _saturation(lips[None])
    teeth = inside[(inside.min(1) > _BRIGHT * bright) | (pale & (inside.mean(1) > _DIM * bright))]
    shows_teeth = len(teeth) > _TEETH * len(inside)
    if shows_teeth:
        enamel = np.median(teeth, axis=0)
    colours = {
        "lips": lips,
        "enamel": np.minimum(enamel, _WHITE),
        "gum": lips * (0.85, 0.7, 0.72),
        "tongue": lips * (0.8, 0.62, 0.62),
        "cavity": lips * (0.25, 0.13, 0.13),
    }
    if float(np.ptp(lips)) < _GREY:
        colours = {name: np.full(3, colour.mean()) for name, colour in colours.items()}
    return Palette(
        **{name: colour.astype(np.float32) for name, colour in colours.items()},
        shows_teeth=shows_teeth,
    )


def _saturation(colours: NDArray[np.floating]) -> NDArray[np.floating]:
    return np.ptp(colours, axis=1) / np.maximum(colours.max(1), 1.0)


def _pixels(
    image: NDArray[np.uint8],
    polygon: NDArray[np.floating],
    *,
    without: NDArray[np.floating] | None = None,
) -> NDArray[np.float32]:
    """``(n, 3)`` the pixels of a picture inside a polygon; a grey one when there are none."""
    nothing = np.full((1, 3), 128.0, np.float32)
    box = box_around(polygon, 0.0, (image.shape[1], image.shape[0]))
    if box is None:
        return nothing
    mask = polygon_mask(polygon, box)
    if without is not None:
        mask = mask * (1.0 - polygon_mask(without, box))
    chosen = crop(image, box)[mask > 0.5].astype(np.float32)
    return chosen if len(chosen) else nothing
