"""Large libraries brought into memory without holding Python's lock.

An import holds the lock while the system maps a library and binds its names, and the window stands
still meanwhile: a sixth of a second for torch when its 400 MB are in the disk cache, and far longer
when they are not. A call through ``ctypes`` gives the lock away; the import that follows finds the
library in place.
"""

import ctypes
import gc
import importlib
import importlib.util
import linecache
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dimitra_studio.face import mediapipe_setup

_ENGINE = "dimitra_studio.pipeline.engine"
_TORCH = (
    "torch_global_deps",
    "c10",
    "torch_cpu",
    "c10_cuda",
    "torch_cuda",
    "torch",
    "torch_python",
)
"""Its libraries, each after those that it needs; some builds lack some."""


def preload_torch() -> None:
    """Load the libraries of torch, so that importing it is quick.

    A library that cannot be loaded is left to the import, which knows what to say. On Windows
    nothing is done: there torch is imported before the window, see ``__main__``.
    """
    spec = importlib.util.find_spec("torch")
    if sys.platform == "win32" or "torch" in sys.modules or spec is None or spec.origin is None:
        return
    suffix = "dylib" if sys.platform == "darwin" else "so"
    for name in _TORCH:
        library = Path(spec.origin).parent / "lib" / f"lib{name}.{suffix}"
        if library.exists():
            _load(library, shared=name == "torch_global_deps")


def _load(library: Path, *, shared: bool) -> None:
    """As an import does, which finds its names bound already.

    Args:
        library: file.
        shared: whether libraries that are loaded later may use its names; as torch does itself.
    """
    load = ctypes.CDLL(None).dlopen
    load.restype = ctypes.c_void_p
    load(os.fsencode(library), os.RTLD_NOW | (os.RTLD_GLOBAL if shared else os.RTLD_LOCAL))


def import_engine() -> None:
    """Import the engine, torch and all, without holding up other threads for long."""
    if _ENGINE not in sys.modules:
        preload_torch()
        with _collecting_little():
            importlib.import_module(_ENGINE)


def import_mediapipe() -> None:
    """Import what finds faces, before a portrait waits for it; a lack of it is told then."""
    if "mediapipe" not in sys.modules:
        with _collecting_little(), suppress(ImportError):
            mediapipe_setup.import_mediapipe()


@contextmanager
def _collecting_little() -> Iterator[None]:
    """Import within, and the garbage collector will not look at what has come.

    Half a million objects come with torch, almost all to stay. The collector looks at all objects
    there are each time, with Python's lock held for up to a tenth of a second. Here, what has
    survived it once is set aside.
    """
    gc.callbacks.append(_set_aside)
    try:
        yield
    finally:
        gc.callbacks.remove(_set_aside)
        gc.collect()
        gc.freeze()
        linecache.clearcache()  # PySide reads all source files through it, a hundred megabytes


def _set_aside(phase: str, info: dict[str, int]) -> None:
    if phase == "stop" and info["generation"] == 2:
        gc.freeze()
