import numpy as np

from dimitra_studio.render.fill import fill_smoothly


def with_hole(size: int = 64) -> np.ndarray:
    known = np.ones((size, size), np.float32)
    known[20:40, 25:50] = 0.0
    return known


def test_known_pixels_stay_and_unknown_ones_do_not_matter() -> None:
    picture = np.random.default_rng(0).uniform(0, 255, (64, 64, 3)).astype(np.float32)
    known = with_hole()
    spoiled = np.where(known[..., None] > 0, picture, 1e4).astype(np.float32)
    filled = fill_smoothly(spoiled, known)
    assert np.allclose(filled[known > 0], picture[known > 0], atol=1e-3)
    assert filled.max() < 256.0


def test_a_slope_goes_on() -> None:
    x = np.arange(64, dtype=np.float32)
    picture = np.repeat(np.broadcast_to(x, (64, 64))[..., None], 2, -1).astype(np.float32)
    filled = fill_smoothly(picture, with_hole())
    assert np.abs(filled - picture).max() < 8.0


def test_nothing_known_is_no_error() -> None:
    filled = fill_smoothly(np.ones((9, 7, 1), np.float32), np.zeros((9, 7), np.float32))
    assert np.isfinite(filled).all()
