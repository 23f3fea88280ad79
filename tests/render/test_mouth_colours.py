import numpy as np

from dimitra_studio.face.fits import PortraitFit
from dimitra_studio.render.mouth_colours import Palette, estimate_palette
from dimitra_studio.render.topology import MOUTH
from tests.render.portraits import drawn, smiling


def palette(fit: PortraitFit, image: np.ndarray, *, shown: bool) -> Palette:
    landmarks = fit.landmarks.astype(np.float64) - 0.5
    return estimate_palette(image, landmarks, landmarks[list(MOUTH.ring)], shown=shown)


def test_teeth_are_seen_where_they_are() -> None:
    assert palette(smiling(), smiling().image, shown=True).shows_teeth
    assert not palette(drawn(), drawn().image, shown=False).shows_teeth


def test_from_dark_to_bright() -> None:
    for fit in (smiling(), drawn()):
        colours = palette(fit, fit.image, shown=False)
        light = [c.mean() for c in (colours.cavity, colours.tongue, colours.gum, colours.enamel)]
        assert light == sorted(light)
        assert colours.enamel.max() < 230.0


def test_a_darker_picture_has_darker_teeth() -> None:
    fit = drawn()
    dark = palette(fit, fit.image // 3, shown=False)
    assert dark.enamel.mean() < 0.5 * palette(fit, fit.image, shown=False).enamel.mean()


def test_black_and_white_has_no_tint() -> None:
    fit = smiling()
    grey = np.repeat(fit.image.mean(-1, keepdims=True).astype(np.uint8), 3, -1)
    colours = palette(fit, grey, shown=True)
    for colour in (colours.lips, colours.enamel, colours.gum, colours.tongue, colours.cavity):
        assert np.ptp(colour) == 0.0
