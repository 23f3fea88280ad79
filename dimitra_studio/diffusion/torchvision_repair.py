"""torchvision without its native library.

The registry's torchvision wheel is a CUDA build. Beside a CPU build of torch its operators are
never registered, and the import fails at the first function that describes one ("operator
torchvision::nms does not exist"). open_clip imports torchvision for its image transforms alone;
schemas under the names of those operators are all that the import needs.
"""

import importlib
from functools import cache
from types import ModuleType

import torch

_OPERATORS = ("nms", "qnms")  # those that torchvision describes without asking whether they exist


@cache
def import_open_clip() -> ModuleType:
    """Import open_clip, with torchvision repaired only where it cannot be imported."""
    try:
        return importlib.import_module("open_clip")
    except RuntimeError:
        for name in _OPERATORS:
            schema = "(Tensor dets, Tensor scores, float iou) -> Tensor"
            torch.library.define(f"torchvision::{name}", schema)
        return importlib.import_module("open_clip")
