import numpy as np
import pytest

from dimitra_studio.render.contours import Axes, gaps, opening_axes, spread
from dimitra_studio.render.topology import MOUTH

AXES = Axes(np.zeros(2), np.array([1.0, 0.0]), np.array([0.0, 1.0]), 10.0)
LINE = np.array([[2.5, -1.0], [5.0, -2.0], [7.5, -1.0]])


def mouth(gap: float, *, roll: float = 0.0) -> np.ndarray:
    """Landmarks of a mouth that is open by ``gap`` everywhere."""
    landmarks = np.zeros((478, 2))
    x = np.linspace(0.0, 100.0, 11)
    landmarks[[MOUTH.right, *MOUTH.upper, MOUTH.left], 0] = x
    landmarks[list(MOUTH.lower), 0] = x[1:-1]
    landmarks[list(MOUTH.lower), 1] = gap
    turn = np.array([[np.cos(roll), -np.sin(roll)], [np.sin(roll), np.cos(roll)]])
    return landmarks @ turn.T


@pytest.mark.parametrize("roll", [0.0, 0.4, -1.0])
def test_gaps_do_not_depend_on_roll(roll: float) -> None:
    assert gaps(mouth(7.0, roll=roll), MOUTH) == pytest.approx(7.0)
    assert gaps(mouth(-2.0, roll=roll), MOUTH) == pytest.approx(-2.0)
    assert opening_axes(mouth(7.0, roll=roll), MOUTH).width == pytest.approx(100.0)


def test_the_line_moves_in_full_and_the_other_side_not_at_all() -> None:
    points = np.concatenate([LINE, [[5.0, 0.0], [5.0, 3.0]]])
    weights = spread(points, LINE, AXES, reach=4.0, rigid=0.25, upwards=True).toarray()
    assert weights[:3] == pytest.approx(np.eye(3))
    assert not weights[3:].any()


def test_motion_fades_away_from_the_line_and_towards_the_corners() -> None:
    points = np.array(
        [[5.0, -2.9], [5.0, -4.0], [5.0, -5.0], [5.0, -7.0], [0.0, -1.0], [-3.0, -1.0]]
    )
    total = np.asarray(
        spread(points, LINE, AXES, reach=4.0, rigid=0.25, upwards=True).sum(1)
    ).ravel()
    assert total[0] == pytest.approx(1.0)
    assert 1.0 > total[1] > total[2] > 0.0
    assert not total[3:].any()
