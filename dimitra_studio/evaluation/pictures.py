"""Distances between pictures, for renderers: PSNR and SSIM."""

import math

import numpy as np
from numpy.typing import NDArray


def mean_squared_error(generated: NDArray[np.uint8], real: NDArray[np.uint8]) -> float:
    """Of two ``(H, W, 3)`` pictures with values in 0...1.

    Raises:
        ValueError: if the sizes differ.
    """
    _check(generated, real)
    difference = (generated.astype(np.float32) - real.astype(np.float32)) / 255
    return float(np.mean(np.square(difference), dtype=np.float64))


def to_psnr(error: float) -> float:
    """Peak signal-to-noise ratio in dB of a mean squared error; infinite for none.

    Take the error of a whole video: the mean of the ratios of its frames counts the best ones most.
    """
    return -10 * math.log10(error) if error > 0 else math.inf


def ssim(generated: NDArray[np.uint8], real: NDArray[np.uint8]) -> float:
    """Structural similarity of two ``(H, W, 3)`` pictures, at most 1.

    Raises:
        ValueError: if the sizes differ.

    Source: Wang et al., Image quality assessment (2004), with its Gaussian window.
    """
    from skimage.metrics import structural_similarity

    _check(generated, real)
    return float(
        structural_similarity(
            generated,
            real,
            channel_axis=2,
            data_range=255,
            gaussian_weights=True,
            sigma=1.5,
            use_sample_covariance=False,
        )
    )


def _check(generated: NDArray[np.uint8], real: NDArray[np.uint8]) -> None:
    if generated.shape != real.shape:
        raise ValueError(f"pictures of {generated.shape} and {real.shape}")
