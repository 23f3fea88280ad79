import numpy as np

from dimitra_studio.core.rig import STUDIO
from dimitra_studio.face.priors import make_prior

PRIOR = make_prior(STUDIO)
NAMES = [STUDIO.channels[column] for column in PRIOR.free]


def cost(**curves: float) -> float:
    values = np.zeros(len(NAMES))
    for name, value in curves.items():
        values[NAMES.index(name)] = value
    return float(values @ PRIOR.stiffness @ values / 2 + PRIOR.threshold @ values)


def test_cost_is_convex() -> None:
    assert np.array_equal(PRIOR.stiffness, PRIOR.stiffness.T)
    assert np.linalg.eigvalsh(PRIOR.stiffness).min() > 0
    assert PRIOR.threshold.min() > 0
    assert PRIOR.smoothness.min() > 0


def test_jaw_opens_before_lips_are_pulled() -> None:
    assert cost(jawOpen=0.3) < cost(mouthLowerDownLeft=0.3, mouthLowerDownRight=0.3)
    assert cost(jawOpen=0.3) < cost(mouthUpperUpLeft=0.3, mouthUpperUpRight=0.3)


def test_one_side_alone_costs_more_than_both() -> None:
    assert cost(mouthSmileLeft=0.4) > cost(mouthSmileLeft=0.4, mouthSmileRight=0.4)
    # eyes that look to one side: the left one outwards, the right one inwards
    assert cost(eyeLookOutLeft=0.4) > cost(eyeLookOutLeft=0.4, eyeLookInRight=0.4)


def test_opposites_are_not_bound_together() -> None:
    assert cost(mouthLeft=0.2, mouthRight=0.2) > 1.9 * cost(mouthLeft=0.2)


def test_what_landmarks_cannot_show_is_not_looked_for() -> None:
    hidden = {"tongueOut", "cheekPuff", *(f"eyeBlink{side}" for side in ("Left", "Right"))}
    assert not hidden & set(NAMES)
    assert not {name for name in NAMES if name.startswith("head")}
