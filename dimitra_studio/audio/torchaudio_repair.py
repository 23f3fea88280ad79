"""torchaudio without its native library.

The registry's torchaudio wheel is linked against CUDA. Beside a CPU build of torch its native
library cannot be loaded, and the whole package refuses to be imported; transformers then cannot
import Wav2Vec2 either. What is used here (mel spectrograms, filters, model definitions) is pure
Python, so a stand-in for the module that loads the library is all that is missing.

With torchvision, which transformers imports for everything, it is the same: names for the
operators that it describes are all that the import needs.
"""

import importlib
import sys
from collections.abc import Callable
from functools import cache
from types import ModuleType
from typing import Any

import torch

_EXTENSION = "torchaudio._extension"
_OPERATORS = ("nms", "qnms")  # described by torchvision without asking whether they exist


def _stand_in() -> ModuleType:
    extension = ModuleType(_EXTENSION)
    extension.__dict__.update(
        _IS_TORCHAUDIO_EXT_AVAILABLE=False,
        _IS_ALIGN_AVAILABLE=False,
        fail_if_no_align=_without_alignment,
    )
    return extension


def _without_alignment(function: Callable[..., Any]) -> Callable[..., Any]:
    def refuse(*_args: Any, **_options: Any) -> None:
        raise RuntimeError(f"{function.__name__} needs torchaudio's native library")

    return refuse


@cache
def import_torchaudio() -> ModuleType:
    """Import torchaudio, repaired only where its native library cannot be loaded."""
    try:
        return importlib.import_module("torchaudio")
    except OSError:
        sys.modules[_EXTENSION] = _stand_in()
        return importlib.import_module("torchaudio")


@cache
def import_transformers() -> ModuleType:
    """Import transformers so that its audio networks can be imported from it."""
    import_torchaudio()
    try:
        importlib.import_module("torchvision")
    except ModuleNotFoundError:
        pass  # transformers does without it
    except RuntimeError:
        for name in _OPERATORS:
            schema = "(Tensor dets, Tensor scores, float iou) -> Tensor"
            torch.library.define(f"torchvision::{name}", schema)
    return importlib.import_module("transformers")
