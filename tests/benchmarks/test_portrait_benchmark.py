"""How much time a frame of the portrait takes, against one plain copy of its pixels."""

import cv2
import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from dimitra_studio.face.fits import PortraitFit
from dimitra_studio.face.fitting import fit_portrait
from dimitra_studio.render.portrait import PortraitRenderer
from tests.render.portraits import changed, smiling, studio_rig


@pytest.fixture(scope="module", params=[512, 1024])
def fit(request: pytest.FixtureRequest) -> PortraitFit:
    return fit_portrait(cv2.resize(smiling().image, (request.param,) * 2), studio_rig())


@pytest.mark.benchmark(group="portrait")
@pytest.mark.parametrize("what", ["mouth", "head"])
def test_frame(benchmark: BenchmarkFixture, fit: PortraitFit, what: str) -> None:
    renderer = PortraitRenderer(fit, studio_rig())
    values = {"jawOpen": 0.4} if what == "mouth" else {"jawOpen": 0.4, "headYaw": 0.1}
    assert benchmark(renderer.frame, changed(fit, **values)).shape == fit.image.shape


@pytest.mark.benchmark(group="portrait")
@pytest.mark.parametrize("size", [512, 1024])
def test_plain_remap(benchmark: BenchmarkFixture, size: int) -> None:
    image = np.zeros((size, size, 3), np.uint8)
    maps = np.stack(np.meshgrid(np.arange(size), np.arange(size)), -1).astype(np.float32) + 0.3
    assert benchmark(cv2.remap, image, maps, None, cv2.INTER_CUBIC).shape == image.shape
