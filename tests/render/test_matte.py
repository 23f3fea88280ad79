import numpy as np

from dimitra_studio.face.landmarks import FACE_OVAL
from dimitra_studio.render.matte import split_layers
from tests.render.portraits import drawn, smiling


def test_person_apart_from_background() -> None:
    for fit in (smiling(), drawn()):
        oval = fit.landmarks[list(FACE_OVAL)]
        layers = split_layers(fit.image, oval)
        x, y = oval.mean(0).astype(int)
        assert layers.sure
        assert layers.moving[y, x] == 255
        assert layers.distance[y, x] == 0.0
        assert layers.moving[5, 5] == 0
        assert np.array_equal(layers.plate[:10, :10], fit.image[:10, :10])


def test_plate_has_no_face() -> None:
    fit = drawn()
    layers = split_layers(fit.image, fit.landmarks[list(FACE_OVAL)])
    around, behind = fit.image[4, 4].astype(int), layers.plate[layers.distance == 0.0]
    assert np.abs(behind.astype(int) - around).mean() < 8.0


def test_a_face_that_is_no_person_is_not_trusted() -> None:
    noise = np.random.default_rng(0).integers(0, 255, (200, 200, 3)).astype(np.uint8)
    angle = np.linspace(0.0, 2.0 * np.pi, 36, endpoint=False)
    oval = 100.0 + 40.0 * np.stack([np.cos(angle), np.sin(angle)], -1)
    layers = split_layers(noise, oval)
    assert not layers.sure
    assert (layers.moving == 255).all()
    assert np.array_equal(layers.plate, noise)
    assert layers.distance[100, 100] == 0.0
    assert layers.distance[2, 2] > 20.0
