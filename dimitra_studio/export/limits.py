"""Values within the limits of their channels, for formats that can hold no others."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.motion import Motion


def within_limits(motion: Motion) -> tuple[NDArray[np.float32], dict[str, Any]]:
    """Clip the curves, and count what that changed, for the manifest.

    Returns:
        ``(T, C)`` curves, and ``{"clipped_samples": n}``.
    """
    curves = motion.rig.clamp(motion.curves)
    return curves, {"clipped_samples": int(np.count_nonzero(curves != motion.curves))}
