import numpy as np
import pytest

from dimitra_studio.render.person_points import InsideMouth
from dimitra_studio.render.teeth import ToothRow, make_row
from tests.render.portraits import studio_rig

ENAMEL = np.array([210, 205, 190], np.float32)
GUM = np.array([150, 80, 80], np.float32)


def row(*, upper: bool = True, scale: float = 4.0) -> ToothRow:
    rig = studio_rig()
    jaw = InsideMouth(rig, np.zeros(rig.n_identity, np.float32)).rest
    name = "upper_teeth" if upper else "lower_teeth"
    return make_row(jaw[name], -0.07, upper=upper, enamel=ENAMEL, gum=GUM, pixels_per_mm=scale)


@pytest.mark.parametrize("upper", [True, False])
def test_left_and_right_are_alike(upper: bool) -> None:
    picture = row(upper=upper).picture
    assert np.abs(picture - picture[:, ::-1]).mean() < 1.0


def test_front_teeth_are_the_brightest_and_never_brighter_than_enamel() -> None:
    picture = row().picture
    light = picture[..., :3].mean(-1).max(0)
    middle = len(light) // 2
    assert light[middle - 30 : middle + 30].max() > 1.5 * light[:30].max()
    assert (picture[..., :3].max((0, 1)) <= 1.05 * ENAMEL).all()
    assert picture[..., 3].min() >= 0.0
    assert picture[..., 3].max() <= 1.0 + 1e-6


def test_upper_teeth_hang_and_lower_ones_stand() -> None:
    for upper, sign in ((True, 1.0), (False, -1.0)):
        made = row(upper=upper)
        n = len(made.points) // 2
        edge, gum = made.points[:n], made.points[n:]
        assert (sign * (gum[:, 1] - edge[:, 1]) > 0.005).all()
        assert edge[n // 2, 2] > edge[0, 2]  # the middle is in front
        assert made.texture[:n, 1].max() < made.texture[n:, 1].min()


def test_size_follows_the_resolution() -> None:
    small, large = row(scale=2.0).picture, row(scale=8.0).picture
    assert large.shape[0] == pytest.approx(4 * small.shape[0], abs=4)
    assert large.shape[1] == pytest.approx(4 * small.shape[1], abs=4)
