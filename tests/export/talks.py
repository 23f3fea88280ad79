"""Small animations of others, laid out by hand."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from tests.export.characters import make_document


def animated(
    names: list[str], times: NDArray, values: NDArray, kind: str = "LINEAR", **sampler: Any
) -> tuple[dict[str, Any], bytes]:
    """A character with an animation of one mesh's weights."""
    document, data = make_document(names)
    outputs = [times.astype("<f4"), values.astype("<f4")]
    for output in outputs:
        document["bufferViews"].append(
            {"buffer": 0, "byteOffset": len(data), "byteLength": output.nbytes}
        )
        document["accessors"].append(
            {"bufferView": len(document["bufferViews"]) - 1, "componentType": 5126,
             "count": output.size, "type": "SCALAR"}
        )  # fmt: skip
        data += output.tobytes()
    document["buffers"] = [{"byteLength": len(data)}]
    document["animations"] = [
        {"samplers": [{"input": 3, "output": 4, "interpolation": kind} | sampler],
         "channels": [{"sampler": 0, "target": {"node": 4, "path": "weights"}}]}
    ]  # fmt: skip
    return document, data


def talk() -> tuple[dict[str, Any], bytes]:
    return animated(["jawOpen", "mouthClose"], np.arange(3) / 25, np.arange(6) / 8)
