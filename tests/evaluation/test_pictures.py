import math

import numpy as np
import pytest

from dimitra_studio.evaluation.pictures import mean_squared_error, ssim, to_psnr

GREY = np.full((64, 48, 3), 100, np.uint8)


def test_psnr_of_a_known_difference() -> None:
    error = mean_squared_error(GREY + np.uint8(51), GREY)  # a fifth of the range
    assert to_psnr(error) == pytest.approx(10 * math.log10(25), rel=1e-6)
    assert to_psnr(mean_squared_error(GREY, GREY)) == math.inf


def test_ssim_of_flat_pictures_is_that_of_their_brightness() -> None:
    bright, constant = 150.0, (0.01 * 255) ** 2
    known = (2 * 100 * bright + constant) / (100**2 + bright**2 + constant)
    assert ssim(GREY + np.uint8(50), GREY) == pytest.approx(known, rel=1e-4)
    assert ssim(GREY, GREY) == pytest.approx(1)


def test_structure_counts_more_than_brightness() -> None:
    rng = np.random.default_rng(0)
    real = rng.integers(20, 200, (64, 64, 3), np.uint8)
    noisy = (real + rng.integers(-20, 21, real.shape)).astype(np.uint8)
    assert ssim(real + np.uint8(20), real) > ssim(noisy, real)


def test_pictures_of_two_sizes_are_refused() -> None:
    with pytest.raises(ValueError, match="pictures of"):
        ssim(GREY, GREY[:-1])
