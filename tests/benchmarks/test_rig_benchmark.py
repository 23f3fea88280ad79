"""How much faster the rig's shortcuts are than the plain way, in one run."""

from typing import Any

import numpy as np
import pytest

from dimitra_studio.face.rigs import StudioRig, load_rig
from dimitra_studio.render.mesh import MeshRenderer


@pytest.fixture(scope="module")
def rig() -> StudioRig:
    return load_rig()


def make_curves(rig: StudioRig, n_frames: int) -> np.ndarray:
    rng = np.random.default_rng(0)
    return rng.uniform(0.0, 0.3, (n_frames, len(rig.description.channels))).astype(np.float32)


@pytest.mark.parametrize("what", ["vertices", "landmarks478", "landmarks68"])
def test_second_of_motion(benchmark: Any, rig: StudioRig, what: str) -> None:
    curves = make_curves(rig, 25)
    identity = np.random.default_rng(1).normal(size=rig.n_identity).astype(np.float32)
    points = benchmark(getattr(rig, what), curves, identity)
    assert len(points) == 25


@pytest.mark.parametrize("size", [256, 512])
def test_picture_on_the_cpu(benchmark: Any, rig: StudioRig, size: int) -> None:
    renderer = MeshRenderer(rig, size=(size, size), backend="cpu")
    picture = benchmark(renderer.frame, make_curves(rig, 1)[0])
    assert picture.shape == (size, size, 3)
