"""Shared by all tests."""

import os
import shutil
import sys
from pathlib import Path

import pytest
import torch

if sys.platform == "linux":  # real windows with OpenGL on a display of pytest-xvfb, where it can
    platform = "xcb" if shutil.which("Xvfb") else "offscreen"
    os.environ.setdefault("QT_QPA_PLATFORM", platform)
torch.set_num_threads(1)  # on a busy machine, threads of tiny networks mostly wait for each other

_SHARED = Path(__file__).parents[2] / "shared" / "data"


def shared_data(name: str) -> Path:
    """Reference material that is not part of the repository, for example ``grid_s1``.

    Skips the test where it is absent.
    """
    path = _SHARED / name
    if not path.exists():
        pytest.skip(f"the reference material {name} is not beside the repository")
    return path


@pytest.fixture(scope="session")
def small_weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of untrained networks of debug size."""
    from tests.small_weights import write_small_weights  # most tests need none of what it imports

    folder = tmp_path_factory.mktemp("weights")
    write_small_weights(folder)
    return folder
