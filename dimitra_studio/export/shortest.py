"""Numbers as people write them."""

import numpy as np
from numpy.typing import NDArray


def shortest(values: NDArray[np.float32]) -> list[float]:
    """Numbers with the fewest digits that read back as the same float32: 0.1, not 0.10000000149."""
    return [float(str(value)) for value in values.astype(np.float32)]
